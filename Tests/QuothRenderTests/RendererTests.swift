//! Answers, messages and help as text, compared with golden files.

import Foundation
import QuothBasics
import QuothQuery
import QuothRender
import QuothTestSupport
import Testing

@Suite struct RendererTests {
  static let evil = "a \u{1B}[31mred\u{7} | \"b\", <c>\tтекст 漢字 e\u{301}\r\nnext; \\ `end`"
  static let long =
    "The sanctions are a crime against humanity, and the peoples of the two nations will overcome them by resistance."

  static func column(_ name: String, _ type: ValueType, isList: Bool = false) -> ResultColumn {
    ResultColumn(name: name, type: type, isList: isList)
  }

  static var table: ResultTable {
    let columns = [
      column("speakers", .name(.speaker), isList: true), column("text", .text), column("words", .integer),
      column("confidence", .decimal), column("date", .date), column("known", .yesNo),
    ]
    let rows = [
      ResultRow(
        values: [
          .list([.text("Ebrahim Raisi"), .text("Miguel Díaz-Canel")]), .text(long), .integer(18),
          .decimal(0.95),
          .day(CalendarDay(dayNumber: 19_695)), .yesNo(true),
        ], key: RowKey(.quotes, "a1#1"), marks: [MatchMark(column: 1, range: 4..<13)]),
      ResultRow(
        values: [.list([]), .text(evil), .integer(3), .decimal(1), .missing, .yesNo(false)],
        key: RowKey(.quotes, "a1#2")),
    ]
    return ResultTable(
      collection: .quotes, columns: columns, rows: rows, total: 22,
      notes: [.repeatsLeftOut(2), .undecided("date", 1), .undecided("words", 3), .countedSeveralTimes(1)])
  }

  static func check(_ text: String, _ name: String) {
    let file = Snapshot.folder("Golden", besides: #filePath).appendingPathComponent(name)
    let difference = Snapshot.difference(of: text, from: file)
    #expect(difference == nil)
  }

  @Test func formats() {
    for format in OutputFormat.allCases {
      Self.check(ResultRenderer(format: format).render(Self.table), "all.\(format.rawValue)")
    }
    for width in [24, 40, 80, 120] {
      Self.check(ResultRenderer(format: .table, width: width).render(Self.table), "width-\(width).table")
    }
    for width in 20...130 {
      let text = ResultRenderer(format: .table, width: width).render(Self.table)
      for line in text.split(separator: "\n") { #expect(DisplayWidth.of(line) <= width) }
    }
    let coloured = ResultRenderer(format: .table, width: 80, style: .ansi).render(Self.table)
    Self.check(coloured.replacingOccurrences(of: "\u{1B}", with: "␛"), "coloured.table")
    for format in [OutputFormat.table, .markdown] {
      #expect(!ResultRenderer(format: format).render(Self.table).contains("\u{1B}"))
    }
    for format in OutputFormat.allCases {
      let shown = ResultRenderer(format: format, width: 80, isShown: true).render(Self.table)
      let obeyed = shown.unicodeScalars.filter { "\u{1B}\u{7}\u{9B}\u{202E}".unicodeScalars.contains($0) }
      #expect(obeyed.isEmpty, "\(format)")
    }
    #expect(ResultRenderer(format: .csv).render(Self.table).contains("\u{1B}[31m"))
  }

  @Test func emptyAndFooter() throws {
    let none = ResultTable(collection: .quotes, columns: Self.table.columns, rows: [], total: 0, notes: [])
    for format in OutputFormat.allCases {
      Self.check(ResultRenderer(format: format).render(none), "none.\(format.rawValue)")
    }
    #expect(FooterRenderer.render(none) == "no quotes")
    let footer = FooterRenderer.render(Self.table)
    #expect(
      footer
        == "2 of 22 quotes shown · 2 repeats left out: add ‘with repeats’ · 1 row left out: date is missing"
        + " · 3 rows left out: words is missing · 1 row counts under several groups")
    let json = Data(ResultRenderer(format: .json).render(Self.table).utf8)
    let rows = try #require(try JSONSerialization.jsonObject(with: json) as? [[String: Any]])
    #expect(rows[1]["text"] as? String == Self.evil)
    #expect(rows[1]["date"] is NSNull)
  }

  @Test func wrapping() {
    let text = StyledText([.init("one ", .plain), .init("two 漢字漢字 ", .match), .init("abcdefghijklm", .plain)])
    let lines = text.wrapped(to: 6).map(\.plain)
    #expect(lines == ["one", "two", "漢字漢", "字", "abcdef", "ghijkl", "m"])
    #expect(text.wrapped(to: nil).map(\.plain) == [text.plain])
    #expect(StyledText("a\n\nb").wrapped(to: 9).map(\.plain) == ["a", "", "b"])
    #expect(StyledText("").wrapped(to: 5).map(\.plain) == [""])
    #expect(text.truncated(to: 5).plain == "one …")
  }

  @Test func diagnosticsInScripts() {
    let text = QueryText("# first\nquotes by \"漢字\" where\ttopik = \u{1B}x\nquotes by Castro")
    let parse = QueryLanguage.parse(text)
    let diagnostics = QueryLanguage.check(parse, in: BindingContext(vocabulary: FakeVocabulary()))
    Self.check(DiagnosticRenderer(file: "a.query").render(diagnostics, in: text), "script.diagnostic")
    let coloured = DiagnosticRenderer(style: .ansi).render(diagnostics, in: text)
    Self.check(coloured.replacingOccurrences(of: "\u{1B}", with: "␛"), "coloured.diagnostic")
    let long = QueryText("quotes by " + String(repeating: "x", count: 100_000) + " @")
    let rendered = DiagnosticRenderer().render(QueryLanguage.parse(long).diagnostics, in: long)
    #expect(!rendered.isEmpty)
    for line in rendered.split(separator: "\n") { #expect(line.count < 200) }
  }

  @Test func help() {
    let renderer = HelpRenderer(width: 80, examples: FixedExamples())
    var pages = [renderer.overview()]
    let topics = [
      "quotes", "where", "topics", "contains", "read", "group", "date", "conditions", "month", "NEAR",
      "wildcards", "?", "mean", "figures", "periods", "let", "$", "it", "union", "except", "to", "sample",
      ">",
      "save", "explain", "sets", "stages",
    ]
    for topic in topics {
      pages.append("=== \(topic)\n" + (renderer.page(about: topic) ?? "none"))
    }
    Self.check(pages.joined(separator: "\n"), "help.txt")
    #expect(renderer.page(about: "xyzzy") == nil)
    #expect(renderer.suggestions(for: "qoutes") == ["quotes"])
    #expect(renderer.suggestions(for: "monht") == ["month"])
    for field in Field.allCases { #expect(renderer.page(about: field.rawValue) != nil) }
  }

  /// Every example in the catalogues is a right query.
  @Test func examplesParse() {
    let templates =
      QueryCollection.allCases.flatMap(\.examples) + ClauseCatalog.all.flatMap(\.examples)
      + CommandCatalog.all.flatMap(\.examples) + AnalysisColumn.allCases.map(\.example)
    for example in FixedExamples().filled(templates) {
      let parse = QueryLanguage.parse(example)
      let diagnostics = QueryLanguage.check(parse, in: BindingContext(vocabulary: FakeVocabulary()))
      #expect(diagnostics.allSatisfy { $0.severity != .error }, "\(example): \(diagnostics)")
      let faults = FiveWays.faults(of: example, vocabulary: FakeVocabulary())
      #expect(faults.isEmpty)
    }
  }
}

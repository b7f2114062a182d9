//! Scripts in canonical form: cases in files, and what holds for all of them.

import Foundation
import QuothQuery
import QuothTestSupport
import Testing

@Suite struct FormatterTests {
  static let cases = Snapshot.files(in: Snapshot.folder("Cases/format", besides: #filePath), ending: "query")

  @Test func scriptsAreLaidOut() throws {
    for file in Self.cases {
      let source = try String(contentsOf: file, encoding: .utf8)
      let formatted = try #require(ScriptFormatter.format(QueryText(source)).text)
      let expected = file.deletingPathExtension().appendingPathExtension("formatted")
      #expect(Snapshot.difference(of: formatted, from: expected) == nil)
      #expect(FiveWays.faults(of: source, vocabulary: FakeVocabulary()) == [])
      #expect(FiveWays.faults(of: formatted, vocabulary: FakeVocabulary()) == [])
    }
  }

  @Test(arguments: [
    ("", ""), ("\n\n \n", ""), ("#", "#\n"), ("\u{FEFF}quotes", "quotes\n"),
    ("quotes\r\n# a\r\n", "quotes\n# a\n"),
    ("  quotes", "quotes\n"), ("quotes;quotes", "quotes\nquotes\n"),
    ("quotes\n\n\n\nquotes", "quotes\n\nquotes\n"),
    ("quotes # a\n| count", "quotes  # a\n  | count\n"), ("; # a\nquotes", "# a\nquotes\n"),
    ("help where # not\n  quotes", "help where quotes  # not\n"),
    ("quotes by “Raisi”", "quotes by \"Raisi\"\n"), ("quotes where known> x", "quotes where known > \"x\"\n"),
  ])
  func smallTexts(_ source: String, _ expected: String) {
    let formatted = ScriptFormatter.format(QueryText(source)).text
    #expect(formatted == expected)
    #expect(FiveWays.faults(of: source, vocabulary: FakeVocabulary()) == [])
  }

  @Test func wrongScriptsAreLeft() {
    let formatted = ScriptFormatter.format(QueryText("quotes\nquotes were x\n"))
    #expect(formatted.text == nil)
    #expect(formatted.diagnostics.map(\.id) == [.unknownWord])
  }

  /// Comments and line breaks between any two words of a statement change neither its tree nor the second layout.
  @Test func commentsAnywhere() throws {
    for file in Self.cases + ParserCaseTests.cases("ok") {
      let source = try String(contentsOf: file, encoding: .utf8)
      for statement in source.split(separator: "\n").map(String.init) {
        let text = QueryText(statement)
        let tokens = Lexer.tokens(of: text).dropLast().filter { !$0.kind.isTrivia }
        guard !QueryLanguage.parse(text).hasErrors, tokens.count > 1 else { continue }
        for place in tokens.indices.dropFirst() where tokens[place].range.start > 0 {
          for note in [" # a\n ", "\n  # a\n  # b\n  ", " # a\n  # b\n  "] {
            let start = tokens[place].range.start
            let noted = text.replacing(SourceRange(start, start), with: note)
            #expect(FiveWays.layoutFaults(of: noted) == [], "\(noted)")
          }
        }
      }
    }
  }
}

//! Pictures: round numbers on axes, what fits where, and figures compared with golden files.

import Foundation
import QuothBasics
import QuothTestSupport
import Testing

@testable import QuothQuery
@testable import QuothRender

@Suite struct ChartTests {
  // MARK: Scales

  @Test(arguments: [
    ([0.0, 29], 6, true, [0.0, 5, 10, 15, 20, 25]), ([0, 1], 6, true, [0, 1]), ([0, 0], 4, true, [0, 1]),
    ([3, 3], 5, true, [0, 1, 2, 3]), ([-2.2, 3.9], 6, false, [-2, 0, 2]),
    ([0, 0.031], 4, false, [0, 0.01, 0.02, 0.03]),
    ([0, 1_234_567], 5, true, [0, 250_000, 500_000, 750_000, 1_000_000]),
    ([], 5, true, [0, 1]), ([-8, -1], 4, true, [-8, -6, -4, -2, 0]),
  ])
  func ticksAreRound(_ numbers: [Double], _ count: Int, _ isWhole: Bool, _ expected: [Double]) {
    let ticks = NiceScale(numbers, count: count, isWhole: isWhole, ends: .exact).ticks
    #expect(ticks.count == expected.count)
    for (tick, number) in zip(ticks, expected) { #expect(abs(tick - number) < 1e-9, "\(ticks)") }
  }

  @Test func ticksAreNamedAlike() {
    let scale = NiceScale([-1.2, 0.3], count: 4, isWhole: false, ends: .round)
    #expect(scale.ticks.map(scale.text) == ["−1.5", "−1.0", "−0.5", "0.0", "0.5"])
    let large = NiceScale([0, 4_000_000], count: 3, isWhole: true, ends: .exact)
    #expect(large.ticks.map(large.text) == ["0", "2,000,000", "4,000,000"])
    let odd = NiceScale([.infinity, .nan, 1e300], count: 3, isWhole: false, ends: .exact)
    #expect(odd.ticks.count >= 2)
  }

  @Test(arguments: Period.allCases) func periodsFollowEachOther(_ period: Period) {
    for day in stride(from: Int32(-800_000), to: 2_900_000, by: 3_333) {
      let here = CalendarDay(dayNumber: day)
      guard (1...9998).contains(here.components.year) else { continue }
      let ordinal = period.ordinal(of: here)
      #expect(period.start(ofOrdinal: ordinal).dayNumber == period.start(of: day))
      let next = CalendarDay(dayNumber: period.next(after: period.start(of: day)))
      #expect(period.ordinal(of: next) == ordinal + 1, "\(here)")
    }
  }

  // MARK: Pictures

  static let names = [
    "Ebrahim Raisi", "漢字のとても長い名前がここに立っています", "عبد القادر خان", "שלום (2)", RendererTests.evil, "",
    String(repeating: "long ", count: 30), "👨‍👩‍👧 🇮🇷", "e\u{301}\u{202E}evil",
  ]

  static func bars(_ values: [Double?]) -> Chart {
    let rows = values.enumerated().map { index, value in
      ResultRow(values: [.text(names[index % names.count]), value.map(Value.decimal) ?? .missing])
    }
    let table = ResultTable(
      collection: nil,
      columns: [RendererTests.column("speaker", .name(.speaker)), RendererTests.column("count", .decimal)],
      rows: rows, total: rows.count, notes: [])
    return Chart(
      table,
      ChartPlan(
        kind: .bar, labels: ["speaker"], figure: "count", period: nil, emptyPeriods: .gap,
        subject: .groups(.quotes)), query: "quotes group by speaker")
  }

  static func line(_ points: [(String, Double)], _ empty: ChartPlan.EmptyPeriods, _ period: Period = .month)
    -> Chart
  {
    let rows = points.map { ResultRow(values: [.text($0.0), .decimal($0.1)]) }
    let table = ResultTable(
      collection: nil,
      columns: [RendererTests.column("month", .text), RendererTests.column("count", .decimal)],
      rows: rows, total: rows.count, notes: [])
    return Chart(
      table,
      ChartPlan(
        kind: .line, labels: ["month"], figure: "count", period: period, emptyPeriods: empty,
        subject: .groups(.quotes)), query: "quotes group by \(period.rawValue)(date)")
  }

  static let strips: Chart = {
    let rows = names.map {
      ResultRow(values: [.text($0), .list([.decimal(0), .decimal(0.5), .decimal(1), .decimal(7)])])
    }
    let table = ResultTable(
      collection: nil,
      columns: [
        RendererTests.column("article", .text), RendererTests.column("positions", .decimal, isList: true),
      ],
      rows: rows, total: rows.count, notes: [])
    return Chart(
      table,
      ChartPlan(
        kind: .dispersion, labels: ["article"], figure: "positions", period: nil, emptyPeriods: .gap,
        subject: .analysis(.dispersion, .articles)), query: "articles | dispersion of \"a <b> & c\"")
  }()

  static let charts: [(name: String, chart: Chart)] = [
    ("bars", bars([12, 7.5, 3, 2.25, 0, 1, 0.01, nil, 1])),
    ("signed", bars([3, 1, 0, -0.5, -2, -7])), ("negative", bars([-1, -3])),
    ("line", line([("2023-01", 3), ("2023-02", 9), ("2023-06", 2), ("2023-07", 4)], .zero)),
    ("gaps", line([("2023-01", 3), ("2023-02", 9), ("2023-06", 2), ("2023-08", -4)], .gap)),
    (
      "year",
      line((0..<365).map { (CalendarDay(dayNumber: 19_358 + $0).description, Double($0 % 31)) }, .zero, .day)
    ),
    ("point", line([("2023-01", 3)], .zero)), ("nothing", line([], .zero)), ("none", bars([])),
    ("strips", strips),
  ]

  @Test func picturesAreAsBefore() {
    for (name, chart) in Self.charts {
      for width in [40, 80] {
        let picture = TerminalChart(width: width, height: .lines(width == 80 ? 20 : 12)).render(chart)
        RendererTests.check(picture, "\(name)-\(width).chart")
      }
      RendererTests.check(SVGFigure(chart, source: ["Source: 5 articles · quoth"]).render(), "\(name).svg")
    }
  }

  @Test func nothingIsWiderOrHigherThanTheScreen() {
    for (name, chart) in Self.charts {
      for width in 20...140 {
        for height in [12, 24, 50] {
          let picture = TerminalChart(width: width, height: .lines(height)).render(chart)
          let lines = picture.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
          for line in lines { #expect(DisplayWidth.of(line) <= width, "\(name) \(width): \(line)") }
          if width >= 40 { #expect(lines.count <= height, "\(name) \(width)×\(height): \(lines.count)") }
          #expect(!picture.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\u{7}" })
        }
      }
    }
  }

  /// Names from right to left are followed by a mark, so that the figure after them stays in its column.
  @Test func figuresStayBesideNamesFromRightToLeft() {
    let picture = TerminalChart(width: 60, height: .lines(24)).render(Self.bars([1, 2, 3]))
    let line = picture.split(separator: "\n").first { $0.contains("عبد") } ?? ""
    #expect(line.contains("خان\u{200E}"))
    #expect(!picture.split(separator: "\n").contains { $0.contains("Raisi\u{200E}") })
  }

  @Test func rowsWithoutRoomAreCounted() {
    let many = Self.bars((0..<100).map { Double($0) })
    let picture = TerminalChart(width: 80, height: .lines(20)).render(many)
    #expect(picture.hasSuffix("86 more rows not drawn\n"), "\(picture)")
    #expect(TerminalChart(width: 80, height: .rows(3)).render(many).hasSuffix("97 more rows not drawn\n"))
    #expect(SVGFigure(many, source: []).render().contains(">50 more rows not drawn<"))
  }

  @Test func figuresAreWellFormedAndSayWhatTheyShow() throws {
    for (name, chart) in Self.charts {
      let figure = SVGFigure(chart, source: []).render()
      #expect(MarkupCheck(figure).isWellFormed, "\(name)")
      #expect(figure.contains("role=\"img\"") && figure.contains("<desc id="))
      #expect(!figure.contains("<script") && !figure.contains("href") && !figure.contains("url("))
    }
    let words = ChartWords.alternative(to: Self.charts[3].chart)
    #expect(
      words.hasPrefix(
        "Line chart of quotes by month, from 2023-01 to 2023-07. most: 9.0 in 2023-02, 3 of 7 months"))
  }
}

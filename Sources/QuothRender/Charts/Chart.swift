//! A picture of an answer as labels and numbers, before anything is drawn.

internal import QuothBasics
public import QuothQuery

/// What a picture shows.
public struct Chart: Hashable, Sendable {
  /// A row with a length.
  public struct Bar: Hashable, Sendable {
    /// What the row is known by; text of articles, not yet made safe.
    public let label: String
    /// Nil where it is missing.
    public let value: Double?
    /// The number as tables show it.
    public let text: String
  }

  /// A row with places from the start of something to its end.
  public struct Strip: Hashable, Sendable {
    /// What the row is known by; text of articles, not yet made safe.
    public let label: String
    /// 0 to 1.
    public let places: [Double]
  }

  /// The marks of a picture, by its kind.
  public enum Content: Hashable, Sendable {
    case bars([Bar])
    case line(TimeLine)
    case strips([Strip])
  }

  /// What is counted: `quotes by speaker`.
  public let title: String
  /// The query as it would be typed.
  public let query: String
  /// What the numbers are, for the axis.
  public let unit: String
  /// What is drawn, in the order of the answer.
  public let content: Content
  /// Whether all numbers are whole.
  public let isWhole: Bool

  /// The picture of an answer. Text of articles is in the labels as it is: it is for those who draw to make it safe.
  public init(_ table: ResultTable, _ plan: ChartPlan, query: String) {
    title = ChartWords.title(of: plan)
    unit = ChartWords.unit(of: plan)
    self.query = query
    let columns = Dictionary(
      table.columns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let labels = plan.labels.compactMap { columns[$0] }
    let figure = columns[plan.figure]
    func value(_ row: ResultRow) -> Value { figure.map { row.values[$0] } ?? .missing }
    isWhole = table.rows.allSatisfy { row in
      switch value(row) {
      case .integer, .missing: true
      case .text, .decimal, .day, .yesNo, .list: false
      }
    }
    switch (plan.kind, plan.period) {
    case (.line, let period?):
      let points = table.rows.map { row in
        (labels.first.map { row.values[$0] } ?? .missing, value(row))
      }
      content = .line(TimeLine(points, period, plan.emptyPeriods))
    case (.dispersion, _):
      content = .strips(
        table.rows.map { row in
          Strip(label: Self.label(row, labels), places: Self.numbers(value(row)).filter(\.isFinite))
        })
    case (.bar, _), (.line, nil):
      content = .bars(
        table.rows.map { row in
          let value = value(row)
          return Bar(
            label: Self.label(row, labels), value: Self.numbers(value).first { $0.isFinite },
            text: ValueText.short(value) ?? "–")
        })
    }
  }

  private static func label(_ row: ResultRow, _ columns: [Int]) -> String {
    columns.map { ValueText.of(row.values[$0], listSeparator: ", ") ?? "–" }.joined(separator: " · ")
  }

  static func numbers(_ value: Value) -> [Double] {
    switch value {
    case .integer(let number): [Double(number)]
    case .decimal(let number): [number]
    case .list(let values): values.flatMap(numbers)
    case .missing, .text, .day, .yesNo: []
    }
  }
}

/// Figures over time, in order, with what holds for the periods between them.
public struct TimeLine: Hashable, Sendable {
  /// The figure of a period.
  public struct Point: Hashable, Sendable {
    /// The place of the period in the row of all periods.
    public let ordinal: Int
    /// The figure of the period.
    public let value: Double
    /// The number as tables show it.
    public let text: String
  }

  /// What time is divided into.
  public let period: Period
  /// In the order of time; periods without rows are left out.
  public let points: [Point]
  /// What is drawn between them for periods that have no point.
  public let emptyPeriods: ChartPlan.EmptyPeriods
  /// The figure of rows without a date.
  public let undated: String?

  init(_ rows: [(Value, Value)], _ period: Period, _ emptyPeriods: ChartPlan.EmptyPeriods) {
    self.period = period
    self.emptyPeriods = emptyPeriods
    var undated: String?
    points = rows.compactMap { when, value -> Point? in
      guard let ordinal = Self.ordinal(of: when, period) else {
        undated = ValueText.short(value)
        return nil
      }
      guard let number = Chart.numbers(value).first, number.isFinite else { return nil }
      return Point(ordinal: ordinal, value: number, text: ValueText.short(value) ?? "–")
    }.sorted { $0.ordinal < $1.ordinal }
    self.undated = undated
  }

  private static func ordinal(of value: Value, _ period: Period) -> Int? {
    switch value {
    case .day(let day): period.ordinal(of: day)
    case .text(let name): period.days(named: name).map { period.ordinal(of: $0.first) }
    case .missing, .integer, .decimal, .yesNo, .list: nil
    }
  }

  /// The first and the last period.
  var span: ClosedRange<Int>? {
    guard let first = points.first, let last = points.last else { return nil }
    return first.ordinal...last.ordinal
  }

  /// How many periods of the span have no row.
  var emptyCount: Int { span.map { $0.count - points.count } ?? 0 }

  /// How many periods have a row that says nought.
  var zeroCount: Int { points.count { $0.value == 0 } }

  func name(of ordinal: Int) -> String { period.name(of: period.start(ofOrdinal: ordinal)) }

  /// The line in strokes: the corners of each, periods to the right and figures upwards. A stroke of one corner is a
  /// point.
  var strokes: [[(ordinal: Int, value: Double)]] {
    var strokes: [[(ordinal: Int, value: Double)]] = []
    for point in points {
      let corner = (ordinal: point.ordinal, value: point.value)
      guard let last = strokes.last?.last else {
        strokes.append([corner])
        continue
      }
      let isNext = point.ordinal <= last.ordinal + 1
      switch emptyPeriods {
      case .gap where !isNext: strokes.append([corner])
      case .zero where !isNext:
        strokes[strokes.count - 1] += [(last.ordinal + 1, 0), (point.ordinal - 1, 0), corner]
      case .gap, .zero: strokes[strokes.count - 1].append(corner)
      }
    }
    return strokes
  }

  /// Periods to be named on an axis with room for so many names: every, every second and so on, at round places.
  func ticks(atMost count: Int) -> [Int] {
    guard let span else { return [] }
    let steps: [Int] =
      switch period {
      case .day: [1, 2, 7, 14, 28, 91, 182, 364]
      case .week: [1, 2, 4, 13, 26, 52]
      case .month: [1, 2, 3, 6, 12, 24, 60, 120]
      case .quarter: [1, 2, 4, 8, 20, 40]
      case .year: [1, 2, 5, 10, 20, 50, 100]
      }
    var step = steps.first { span.count <= count * $0 } ?? steps[steps.count - 1]
    while span.count > count * step { step *= 2 }
    // Months, quarters and years begin with those of a year; days and weeks have no such place.
    let isAligned = period == .month || period == .quarter || period == .year
    let first = isAligned ? (span.lowerBound + step - 1) / step * step : span.lowerBound
    let ticks = Array(stride(from: first, through: span.upperBound, by: step))
    return ticks.isEmpty ? [span.lowerBound] : ticks
  }
}

//! What a picture shows, and why something cannot be drawn, in words.

internal import QuothQuery

/// Words pictures.
enum ChartWords {
  static func text(of fault: ChartFault) -> String {
    switch fault {
    case .noFigures: "‘chart’ draws numbers, each with a name, and there are none here"
    case .lines: "‘chart’ draws figures; lines of text have none"
    case .noTime: "a line needs a column of time, and nothing else that tells the rows apart"
    case .noPlaces: "places are drawn of a dispersion alone"
    }
  }

  static func hint(to fault: ChartFault) -> String {
    switch fault {
    case .noFigures, .lines:
      "it takes the tables of group by, frequencies, ngrams, collocates, keywords, dispersion, timeline, compare "
        + "and sources, and rows with a column of numbers"
    case .noTime: "timeline gives one, and group by month(date); others are drawn as bars"
    case .noPlaces: "such as articles | dispersion of \"sanction*\" | chart"
    }
  }

  /// What a kind of picture is made of.
  static func picture(_ kind: ChartKind) -> String {
    switch kind {
    case .bar: "bars"
    case .line: "a line over time"
    case .dispersion: "strips with a mark at each place"
    }
  }

  /// What is counted: `quotes by speaker`.
  static func title(of plan: ChartPlan) -> String {
    let names = plan.labels.joined(separator: ", ")
    switch plan.subject {
    case .rows(let collection): return "\(plan.figure) of \(collection.rawValue)"
    case .groups(let collection):
      let what = plan.figure == "count" ? collection.rawValue : "\(plan.figure) of \(collection.rawValue)"
      return "\(what) by \(names)"
    case .analysis(let stage, let collection):
      let what = plan.figure == "count" ? "" : "\(plan.figure) of "
      switch stage {
      case .frequencies where names == "word": return "\(what)words in \(collection.rawValue)"
      case .frequencies: return "\(what)\(collection.rawValue) by \(names)"
      case .ngrams: return "\(what)sequences of words in \(collection.rawValue)"
      case .collocates: return "\(what)words near the pattern in \(collection.rawValue)"
      case .keywords: return "\(what)words of \(collection.rawValue) against the others"
      case .timeline: return "\(what)\(collection.rawValue) by \(names)"
      case .dispersion where plan.kind == .dispersion:
        return "places of the pattern in \(collection.rawValue)"
      case .dispersion: return "\(what)occurrences of the pattern in \(collection.rawValue)"
      case .compare: return "\(what)\(collection.rawValue) compared by \(names)"
      case .sources: return "\(what)sources of \(collection.rawValue) by \(names)"
      case .concordance, .variants: return "lines in \(collection.rawValue)"
      }
    }
  }

  /// What the numbers are.
  static func unit(of plan: ChartPlan) -> String {
    guard plan.figure == "count" else { return plan.figure }
    switch plan.subject {
    case .rows(let collection), .groups(let collection), .analysis(.timeline, let collection):
      return collection.rawValue
    case .analysis(.frequencies, let collection) where plan.labels != ["word"]: return collection.rawValue
    case .analysis: return "occurrences"
    }
  }

  /// The figures of a line that matter most: `most: 35 in 2023-12 · 4 of 7 months empty`.
  static func summary(of line: TimeLine) -> [String] {
    guard let most = line.points.max(by: { ($0.value, $1.ordinal) < ($1.value, $0.ordinal) }),
      let least = line.points.min(by: { ($0.value, $0.ordinal) < ($1.value, $1.ordinal) }),
      let span = line.span
    else { return [] }
    var words = ["most: \(most.text) in \(line.name(of: most.ordinal))"]
    switch line.emptyPeriods {
    case .zero where line.emptyCount + line.zeroCount > 0:
      words.append("\(line.emptyCount + line.zeroCount) of \(span.count) \(line.period.rawValue)s have none")
    case .gap where line.emptyCount > 0:
      words.append("\(line.emptyCount) of \(span.count) \(line.period.rawValue)s have no figure")
    case .zero, .gap:
      if line.points.count > 1 { words.append("least: \(least.text) in \(line.name(of: least.ordinal))") }
    }
    if let undated = line.undated { words.append("without a date: \(undated)") }
    return words
  }

  /// A picture in words, for those who cannot see it: its kind, and its figures as far as a listener bears them.
  static func alternative(to chart: Chart) -> String {
    let most = 12
    func list(_ items: [String], _ count: Int) -> String {
      items.joined(separator: "; ") + (count > most ? "; and \(count - most) more" : "") + "."
    }
    switch chart.content {
    case .bars(let bars):
      let items = bars.prefix(most).map { "\($0.label): \($0.text)" }
      return "Bar chart of \(chart.title), in \(chart.unit). \(list(items, bars.count))"
    case .strips(let strips):
      let items = strips.prefix(most).map { "\($0.label): \($0.places.count)" }
      return "A strip for each article, with a mark at each place. \(list(items, strips.count))"
    case .line(let line):
      guard let span = line.span else { return "Line chart of \(chart.title), without figures." }
      let items = line.points.prefix(most).map { "\(line.name(of: $0.ordinal)): \($0.text)" }
      return "Line chart of \(chart.title), from \(line.name(of: span.lowerBound)) to "
        + "\(line.name(of: span.upperBound)). \(summary(of: line).joined(separator: ", ")). "
        + list(items, line.points.count)
    }
  }

  static func more(_ count: Int) -> String { "\(count) more \(count == 1 ? "row" : "rows") not drawn" }
}

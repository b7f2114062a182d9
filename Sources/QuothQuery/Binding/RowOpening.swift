//! What lies behind one row of a table: the query for the rows or lines that it sums up.

internal import QuothBasics

/// Turns a row of a group or of an analysis back into a query.
public enum RowOpening {
  /// The query for what a row sums up; nil where it stands for itself, or for more than one condition can say.
  public static func query(
    behind row: ResultRow, of columns: [ResultColumn], _ query: BoundQuery, in context: BindingContext
  ) -> BoundQuery? {
    guard let place = query.steps.firstIndex(where: { $0.isGroup || $0.isAnalysis }),
      !query.steps[(place + 1)...].contains(where: \.isGroup)
    else { return nil }
    var binder = Binder(context: context)
    binder.goBack(to: place, of: query)
    let values = Dictionary(zip(columns.map(\.name), row.values), uniquingKeysWith: { first, _ in first })
    let isOpened =
      switch query.steps[place] {
      case .group(let keys, _): keys.allSatisfy { binder.keep($0, values[$0.name] ?? .missing) }
      case .analysis(let analysis, _): binder.open(analysis, values)
      case .groupTable, .filter, .filterTable, .sort, .limit, .sample, .count: false
      }
    let isRight = binder.diagnostics.allSatisfy { $0.severity != .error }
    return isOpened && isRight ? binder.query : nil
  }
}

extension Binder {
  /// Takes up a query as it was before a step that made a table of it.
  fileprivate mutating func goBack(to place: Int, of whole: BoundQuery) {
    collection = whole.source.collection
    query = BoundQuery(whole.source, .rows(collection))
    query.steps = Array(whole.steps[..<place])
  }

  /// Keeps the rows that have a key's value; false where that cannot be asked.
  fileprivate mutating func keep(_ key: GroupKey, _ value: Value) -> Bool {
    let field = key.field
    if value == .missing { return filter(.isMissing(field), "\(field.name) is missing") }
    switch key {
    case .period(let period, _): return keep(period, field, value)
    case .field: return keep(field, value)
    }
  }

  private mutating func keep(_ period: Period, _ field: Field, _ value: Value) -> Bool {
    let name =
      switch value {
      case .text(let text): text
      case .day(let day): day.description
      case .missing, .integer, .decimal, .yesNo, .list: ""
      }
    guard let days = period.days(named: name) else { return false }
    return filter(.date(field, .equal, days), "\(period.rawValue)(\(field.name)) = \(name)")
  }

  /// Asks for a value as someone would write it, so that names mean what they mean in a query.
  private mutating func keep(_ field: Field, _ value: Value) -> Bool {
    let written: String
    switch value {
    case .text(let text): written = SyntaxPrinter.quoted(text)
    case .day(let day): written = day.description
    case .integer(let number): written = String(number)
    case .decimal(let number): written = number.description
    case .yesNo(let isYes): written = isYes ? "yes" : "no"
    case .missing, .list: return false
    }
    let words = "\(field.name) = \(written)"
    let parse = QueryLanguage.parse(QueryText("\(collection.rawValue) where \(words)"))
    guard case .query(let query)? = parse.script.statements.first,
      case .selection(let selection) = query.pipeline.source,
      case .where(let clause)? = selection.clauses.first,
      let predicate = bind(clause.condition, { $0.rowOperand($1) })
    else { return false }
    return filter(predicate, words)
  }

  private mutating func filter(_ predicate: Predicate, _ words: String) -> Bool {
    query.steps.append(.filter(predicate, words: FilterWords(text: words, form: .condition)))
    return true
  }

  /// Goes on with the lines that a row of an analysis counts.
  fileprivate mutating func open(_ analysis: Analysis<BoundQuery>, _ values: [String: Value]) -> Bool {
    func text(_ column: AnalysisColumn) -> String? {
      if case .text(let text)? = values[column.rawValue] { text } else { nil }
    }
    switch analysis {
    case .concordance, .variants: return false
    case .frequencies(let field?, _), .compare(let field), .sources(let field):
      return keep(.field(field), values[field.name] ?? .missing)
    case .frequencies(nil, _), .keywords: return text(.word).map { lines(of: .words($0)) } ?? false
    case .ngrams: return text(.ngram).map { lines(of: .words($0)) } ?? false
    case .collocates(let pattern, let window, _, _):
      guard let word = text(.word) else { return false }
      return lines(of: .near(pattern, .words(word), distance: window - 1))
    case .dispersion(let pattern):
      let field: Field = collection == .articles ? .id : .article
      guard let article = text(.article), keep(.field(field), .text(article)) else { return false }
      return lines(of: pattern)
    case .timeline(let period):
      let column = AnalysisColumn(period)
      return values[column.rawValue].map { keep(.period(period, .date), $0) } ?? false
    }
  }

  private mutating func lines(of pattern: TextPattern) -> Bool {
    begin(.concordance(of: pattern, width: Binder.usualWidth, order: []))
    return true
  }
}

extension TextPattern {
  /// Folded words in a row.
  fileprivate static func words(_ words: String) -> TextPattern {
    .sequence(words.split(separator: " ").map { .glob(String($0)) })
  }
}

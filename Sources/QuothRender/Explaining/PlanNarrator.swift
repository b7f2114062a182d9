//! What a query does, told in plain English: one sentence a step.

internal import QuothQuery
internal import QuothStatistics

/// Tells the steps of a bound query to someone who has never asked one.
enum PlanNarrator {
  static func sentences(of query: BoundQuery, _ claim: BoundClaim? = nil) -> [String] {
    var sentences = [sentence(query.source)]
    for (index, step) in query.steps.enumerated() {
      sentences += self.sentences(of: step, isGrouped: query.steps[..<index].contains(where: \.isTable))
    }
    if let claim { return sentences + [sentence(claim)] }
    if query.shape == .count { return sentences }
    switch query.presentation {
    case .articles: sentences.append("Show the articles that they stand in, as running text.")
    case .chart(let plan):
      sentences.append("Draw \(ChartWords.title(of: plan)), as \(ChartWords.picture(plan.kind)).")
    case .table: sentences.append("Show \(list(query.columns.map(\.name))).")
    }
    return sentences
  }

  private static func sentence(_ source: BoundSource) -> String {
    switch source {
    case .scan(let collection, let repeats):
      switch (collection, repeats) {
      case (.quotes, .leaveOut), (.statements, .leaveOut):
        "Take all \(collection.rawValue), without those that only repeat another."
      case (_, .include): "Take all \(collection.rawValue), also those that repeat another."
      case (_, .leaveOut): "Take all \(collection.rawValue)."
      }
    case .combined(let operation, let left, let right):
      "Take \(left.words), and \(right.words): \(which(operation))."
    }
  }

  private static func sentence(_ claim: BoundClaim) -> String {
    switch claim {
    case .noRows: "Expect that there are none."
    case .number(let comparison, let number): "Expect a number \(comparison.rawValue) \(number.text)."
    case .date(let comparison, let date): "Expect a date \(comparison.rawValue) \(date.text)."
    case .file(let path): "Expect what the file \(path) holds."
    }
  }

  private static func which(_ operation: SetOperation) -> String {
    switch operation {
    case .union: "all that are in either, each once"
    case .intersect: "those that are in both"
    case .except: "those of the first that are not in the second"
    }
  }

  private static func sentences(of step: BoundStep, isGrouped: Bool) -> [String] {
    switch step {
    case .filter(let predicate, let words):
      ["Keep those \(words.form == .clause ? "" : "where ")\(words.text)\(remark(on: predicate))."]
    case .filterTable(_, let words): ["Keep the \(isGrouped ? "groups" : "rows") where \(words.text)."]
    case .group(let keys, let figures): grouping(keys.map(name), figures.map(\.name), of: "those")
    case .groupTable(let keys, let figures): grouping(keys.map(name), figures.map(\.name), of: "rows")
    case .sort(let keys): ["Sort by \(list(keys.map(order)))."]
    case .limit(let count): ["Go on with the first \(count) at most."]
    case .sample(let count, let seed):
      ["Draw \(count) at random, the same ones each time (seed \(seed)), in the order they came."]
    case .count: ["Count them."]
    case .analysis(let analysis, _): [sentence(analysis)]
    }
  }

  private static func sentence(_ analysis: Analysis<BoundQuery>) -> String {
    switch analysis {
    case .concordance: "Line up every place where the words stand, with what is before and after them."
    case .frequencies(nil, let least): "Count each of their words\(atLeast(least))."
    case .frequencies(let field?, let least): "Count each \(field.name) of theirs\(atLeast(least))."
    case .ngrams(let length, let least):
      "Count each sequence of \(length) words within a sentence\(atLeast(least))."
    case .collocates(_, let window, let measure, _):
      "Count the words within \(window) on either side, and rank them by \(measure.rawValue)."
    case .keywords(let rows, let measure, _):
      "Compare their words with those of \(rows.words), and rank them by \(measure.rawValue)."
    case .dispersion: "Tell where the words stand in each article."
    case .compare(let field):
      "Take them together by \(field.name), and tell how much, by which reporting words and in which words each is quoted."
    case .sources(let field):
      "Take them together by \(field.name), and tell how many voices each quotes, how unevenly, and how soon."
    case .variants(let least):
      "Put together those of different articles that render one utterance, alike by \(least) at least."
    case .timeline(let period): "Count them in each \(period.rawValue) from the first to the last."
    }
  }

  private static func atLeast(_ least: Int) -> String {
    least > 1 ? ", and keep what occurs \(least) times or more" : ""
  }

  private static func name<Operand>(of key: Key<Operand>) -> String {
    switch key {
    case .field(let field): field.name
    case .period(let period, let field): "\(period.rawValue) of \(field.name)"
    }
  }

  private static func grouping(_ keys: [String], _ figures: [String], of rows: String) -> [String] {
    guard !keys.isEmpty else { return ["Work out \(list(figures)) over all of them."] }
    var sentences = ["Put \(rows) with the same \(list(keys)) into one group, and count each group."]
    let others = figures.filter { $0 != Figure<Field>.count.name }
    if !others.isEmpty { sentences.append("For each group, work out \(list(others)).") }
    return sentences
  }

  private static func order(_ key: SortKey) -> String {
    "\(key.column.name), from the \(key.descending ? "greatest down" : "least up")"
  }

  /// What a newcomer may not expect of a condition.
  private static func remark(on predicate: Predicate) -> String {
    switch predicate {
    case .date(let field, _, _), .number(let field, _, _): "; those without \(field.name) are left out"
    case .contains(_, .near): ": both, near each other"
    case .contains: ": these words in a row, whatever their case"
    case .matches: ": anywhere in it, whatever its case"
    case .and, .or, .not, .names, .text, .isMissing, .isTrue: ""
    }
  }

  private static func list(_ items: [String]) -> String { DiagnosticMessages.list(items, by: "and") }
}

extension BoundStep {
  /// Whether its rows are those of a table.
  fileprivate var isTable: Bool {
    switch self {
    case .group, .groupTable, .filterTable, .count, .analysis: true
    case .filter, .sort, .limit, .sample: false
    }
  }
}

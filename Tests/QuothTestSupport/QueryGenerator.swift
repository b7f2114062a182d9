//! Random scripts made by the grammar from the real catalogues: most mean something, some do not.

public import QuothQuery
internal import QuothStatistics

/// Makes the same scripts for the same seed.
public struct QueryGenerator {
  public var random: SeededRandom
  private let vocabulary: any Vocabulary
  /// Names that `let` has bound to rows in the script being made.
  private var names: [String] = []

  public init(seed: UInt64, vocabulary: any Vocabulary) {
    random = SeededRandom(seed: seed)
    self.vocabulary = vocabulary
  }

  /// A script of a few statements; one in five has a slip in it.
  public mutating func script() -> String {
    names = []
    let statements = (0..<Int.random(in: 1...4, using: &random)).map { _ in statement() }
    let script = statements.joined(separator: chance(2) ? "\n" : "; ")
    return chance(5) ? slipped(script) : script
  }

  private mutating func statement() -> String {
    switch Int.random(in: 0..<10, using: &random) {
    case 0, 1:
      let name = pick(["a", "b", "hostile", "x1"])
      let statement = "let \(name) = \(pipeline())"
      names.append(name)
      return statement
    case 2: return "let who = \(SyntaxPrinter.quoted(entry(of: [.speaker])))"
    case 3: return "\(chance(2) ? "explain" : "explain analyze") \(pipeline())"
    case 4: return "\(pipeline()) > \"\(pick(["a.csv", "b.json", "c.md"]))\""
    case 6: return expectation()
    case 7 where chance(3): return amendment()
    case 5 where chance(3):
      return pick(["help", "help \(pick(Keyword.allCases).rawValue)", "read 1", "why 2", "fix"])
    default: return pipeline()
    }
  }

  private mutating func amendment() -> String {
    func name() -> String { SyntaxPrinter.quoted(entry(of: [.speaker])) }
    let new = chance(3) ? "new \"Jane Doe\"" : name()
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return "correct \(pick(["1", "quote \"We\" in \(value(of: .article))"])) speaker = \(new)"
    case 1: return "correct article \(value(of: .article)) date = \(pick(["2023-12-04", "missing", "2023"]))"
    case 2: return "alias \(pick(["the Lion", "\"as new\"", "$who"])) = \(name())"
    case 3: return "split Castro from \(name())\(chance(2) ? " as \(new)" : "")"
    case 4: return "topic define \(pick(["drink", "sanctions"])) = \"coffee\", \"rum*\""
    default: return pick(["undo", "undo 1", "corrections"])
    }
  }

  private mutating func value(of kind: NameKind) -> String { SyntaxPrinter.value(entry(of: [kind])) }

  private mutating func expectation() -> String {
    let number = pick(["0", "3", "2.5", "$who"])
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return "expect no \(pipeline())"
    case 1: return "expect \(pipeline()) = \"\(pick(["a.csv", "b.json", "c.txt"]))\""
    case 2: return "expect \(pipeline()) | count \(pick(Comparison.allCases).rawValue) \(number)"
    default: return "expect count \(pipeline()) \(pick(Comparison.allCases).rawValue) \(number)"
    }
  }

  /// Rows of one collection and what is done with them.
  public mutating func pipeline() -> String {
    if !names.isEmpty, chance(3) { return "$\(pick(names))" + stages(of: .quotes) }
    if chance(15) { return "it" + stages(of: .quotes) }
    let collection = chance(2) ? .quotes : pick(QueryCollection.allCases)
    if chance(4) {
      let operation = pick(SetOperation.allCases).rawValue
      return "\(rows(of: collection)) \(operation) \(rows(of: collection))"
        + (chance(2) ? stages(of: collection) : "")
    }
    return (chance(6) ? "(\(selection(of: collection)))" : selection(of: collection)) + stages(of: collection)
  }

  /// A selection without groups, in brackets where it has stages: an operand of a set.
  public mutating func rows(of collection: QueryCollection) -> String {
    let narrowed = narrowed(collection)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return "(\(narrowed) | sample \(Int.random(in: 0...9, using: &random)))"
    case 1: return "(\(narrowed) sort by \(field(of: collection).field.rawValue) limit 5)"
    default: return narrowed
    }
  }

  private mutating func narrowed(_ collection: QueryCollection) -> String {
    var text = collection.rawValue
    if collection == .quotes || collection == .statements {
      if chance(4) { text += " by \(namesList([.speaker]))" }
      if chance(6) { text += " about \(namesList([.topic, .person, .place]))" }
      if chance(8) { text += " in \(namesList([.outlet]))" }
      if chance(8) { text += " to \(namesList([.entity]))" }
      if chance(6) { text += " with repeats" }
    }
    if chance(2) { text += " where \(condition(of: collection, depth: 2))" }
    return text
  }

  private mutating func selection(of collection: QueryCollection) -> String {
    var text = narrowed(collection)
    if chance(4) {
      text += " group by \(key(of: collection))" + (chance(2) ? " show count, \(figure(of: collection))" : "")
    }
    if chance(3) { text += " sort by \(field(of: collection).field.rawValue)" + (chance(2) ? " desc" : "") }
    if chance(4) { text += " limit \(Int.random(in: 0...20, using: &random))" }
    return text
  }

  /// What follows a pipe, pipe included; often nothing.
  public mutating func stages(of collection: QueryCollection) -> String {
    var text = ""
    while chance(3) { text += " | \(stage(of: collection))" }
    return text
  }

  /// One stage.
  public mutating func stage(of collection: QueryCollection) -> String {
    switch Int.random(in: 0..<13, using: &random) {
    case 12: "chart" + pick(["", " bar", " line", " dispersion", " pie"])
    case 9, 10, 11: analysis(of: collection)
    case 0: "count"
    case 1: "read"
    case 2:
      "sample \(Int.random(in: 0...10, using: &random))"
        + (chance(2) ? " seed \(Int.random(in: 0...99, using: &random))" : "")
    case 3: "where \(condition(of: collection, depth: 1))"
    case 4: "group by \(key(of: collection))"
    case 5: "sort by \(chance(3) ? "count" : field(of: collection).field.rawValue) desc"
    case 6: "limit \(Int.random(in: 0...9, using: &random))"
    case 7: "show \(field(of: collection).field.rawValue), \(chance(3) ? figure(of: collection) : "text")"
    default: "where count > \(Int.random(in: 0...3, using: &random))"
    }
  }

  /// An analysis with some of its options, and sometimes a stage on its table.
  public mutating func analysis(of collection: QueryCollection) -> String {
    let pattern = "\"\(pick(["sanction*", "the * of", "iran NEAR/5 cuba", "w?ll", "honor", "of the"]))\""
    let least = chance(2) ? " at least \(Int.random(in: 1...3, using: &random))" : ""
    let by = chance(2) ? " by \(pick(AssociationMeasure.allCases).rawValue)" : ""
    switch pick(AnalysisStage.allCases) {
    case .concordance:
      let order = ["", " sort left 2, right 1", " sort date", " sort node, right"]
      return "concordance \(pattern)\(chance(3) ? " width 20" : "")\(pick(order))"
    case .frequencies:
      return "frequencies\(chance(2) ? " of \(field(of: collection).field.rawValue)" : "")\(least)"
    case .ngrams: return "ngrams \(Int.random(in: 1...4, using: &random))\(least)"
    case .collocates:
      let table = chance(2) ? " | show count, expected, mi, few" : ""
      return "collocates of \(pattern) window \(Int.random(in: 1...6, using: &random))\(by)\(least)\(table)"
    case .keywords: return "keywords\(by)\(least) against (\(rows(of: collection)))"
    case .dispersion: return "dispersion of \(pattern)\(chance(2) ? " | show positions" : "")"
    case .compare: return "compare \(pick(["outlets", "speakers"]))\(chance(2) ? " | show cues, words" : "")"
    case .sources: return "sources\(chance(2) ? " by article" : "")\(chance(2) ? " | show hhi_norm" : "")"
    case .variants:
      let least = chance(2) ? " at least \(pick(["0.1", "0.5", "1.0"]))" : ""
      return "variants\(least)\(chance(2) ? " | show text, similarity, disputed" : "")"
    case .timeline:
      return "timeline by \(pick(Period.allCases).rawValue)\(chance(3) ? " | where count > 0" : "")"
    }
  }

  /// A condition that fits the fields of a collection.
  public mutating func condition(of collection: QueryCollection, depth: Int) -> String {
    switch depth > 0 ? Int.random(in: 0..<7, using: &random) : 0 {
    case 4: return "not \(condition(of: collection, depth: depth - 1))"
    case 5:
      return
        "(\(condition(of: collection, depth: depth - 1)) or \(condition(of: collection, depth: depth - 1)))"
    case 6:
      return
        "\(condition(of: collection, depth: depth - 1)) and \(condition(of: collection, depth: depth - 1))"
    default: return comparison(of: collection)
    }
  }

  private mutating func comparison(of collection: QueryCollection) -> String {
    let definition = field(of: collection)
    let name = definition.field.rawValue
    if chance(10) { return "\(name) is \(chance(2) ? "not " : "")missing" }
    switch definition.type {
    case .yesNo: return chance(2) ? name : "\(name) = \(pick(["yes", "no"]))"
    case .integer, .decimal:
      if chance(4) { return "\(name) between 1 and \(Int.random(in: 0...30, using: &random))" }
      return "\(name) \(pick(Comparison.allCases).rawValue) \(pick(["0", "1", "3", "10", "2.5", "-1"]))"
    case .date:
      return
        "\(name) \(pick(Comparison.allCases).rawValue) \(pick(["2023", "2023-12", "2023-12-04", "2024-02-29"]))"
    case .choice(let choices): return "\(name) \(pick(["=", "!="])) \(pick(choices))"
    case .name(let kind):
      if chance(3) {
        return
          "\(name) in (\(SyntaxPrinter.value(entry(of: [kind]))), \(SyntaxPrinter.value(entry(of: [kind]))))"
      }
      return "\(name) \(pick(["=", "!="])) \(chance(8) ? "$who" : SyntaxPrinter.value(entry(of: [kind])))"
    case .text:
      switch Int.random(in: 0..<3, using: &random) {
      case 0:
        return "\(name) contains \"\(pick(["sanction*", "the * of", "iran NEAR/5 cuba", "w?ll", "*"]))\""
      case 1: return "\(name) ~ /\(pick(["sanctions?", "^the", "\\\\w+", "[", "a|b"]))/"
      default: return "\(name) = \"\(pick(["honor", "x", ""]))\""
      }
    }
  }

  private mutating func field(of collection: QueryCollection) -> FieldDefinition {
    pick(FieldCatalog.fields(of: collection))
  }

  private mutating func key(of collection: QueryCollection) -> String {
    if chance(5) { return "\(pick(Period.allCases).rawValue)(date)" }
    let first = field(of: collection).field.rawValue
    return chance(3) ? "\(first), \(field(of: collection).field.rawValue)" : first
  }

  private mutating func figure(of collection: QueryCollection) -> String {
    let names = ["count", "min", "max", "sum", "mean", "median"]
    return chance(5) ? "share" : "\(pick(names))(\(field(of: collection).field.rawValue))"
  }

  private mutating func namesList(_ kinds: [NameKind]) -> String {
    let first = SyntaxPrinter.value(entry(of: kinds))
    return chance(3) ? "\(first) or \(SyntaxPrinter.value(entry(of: kinds)))" : first
  }

  private mutating func entry(of kinds: [NameKind]) -> String {
    vocabulary.entries(of: pick(kinds)).randomElement(using: &random)?.name ?? "nobody"
  }

  /// A word dropped, doubled, or another in its place.
  private mutating func slipped(_ script: String) -> String {
    var words = script.split(separator: " ").map(String.init)
    let place = Int.random(in: 0..<words.count, using: &random)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: words.remove(at: place)
    case 1: words.insert(words[place], at: place)
    default:
      words[place] = pick(
        Keyword.allCases.map(\.rawValue) + ["(", ")", "\"", "|", ",", "=", "$", "# x", "~", "🙂"])
    }
    return words.joined(separator: " ")
  }

  private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }

  private mutating func pick<Element>(_ all: [Element]) -> Element {
    all[Int.random(in: 0..<all.count, using: &random)]
  }
}

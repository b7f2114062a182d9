//! Statements strung together from the words of the language: some right, most wrong in ways that people are.

internal import QuothQuery

/// Makes statements of words, the same ones from a seed.
public struct StatementSoup {
  private var random: SeededRandom

  public init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// Every word of the language's catalogues, and some of other languages.
  public static let words: [String] =
    LanguageWordClass.allCases.flatMap(\.words) + SettingName.allCases.map(\.rawValue)
    + ["select", "from", "having", "who", "said", "did", "order", "top", "distinct", "count(*)"]

  /// Signs that mean something, alone and in wrong company.
  public static let signs = [
    "=", "!=", "<", "<=", ">", ">=", "==", "=>", "<>", ":", "~", "|", "||", ",", ";", "(", ")", "\"", "“",
    "”", "'",
    "«", "»", "/", "\\", "*", "?", "$", "$x", "#", "&&", "!", ".", "-", "–", "\n", "\n  ", "\n\n", "\t",
    "\u{0}",
    "\u{202E}", "é", "e\u{301}", "मंत्री",
  ]

  /// Values of every type, in and out of range.
  public static let values = [
    "Raisi", "Ebrahim Raisi", "\"Ebrahim Raisi\"", "sanctions", "Cuba", "Tasnim", "nobody at all", "0", "1",
    "5", "-1",
    "1.5", "1e9", "9223372036854775807", "9223372036854775808", "2023", "2023-12", "2023-12-04", "2023-13",
    "yes", "no", "direct", "missing", "\"a b\"", "\"sanction* NEAR/5 cuba\"", "\"* NEAR/100 *\"", "\"\"",
    "/a+b/",
    "/(/", "/é/", "(Raisi, Cuba)", "sum(words)", "month(date)", "count", "\"out.csv\"",
    "\"out.html\" replace",
  ]

  private mutating func word(of list: [String]) -> String { list.randomElement(using: &random) ?? "" }

  private mutating func anything() -> String {
    switch Int.random(in: 0..<8, using: &random) {
    case 0...3: word(of: Self.words)
    case 4...5: word(of: Self.signs)
    default: word(of: Self.values)
    }
  }

  private mutating func field() -> String { word(of: Field.allCases.map(\.rawValue)) }

  private mutating func condition() -> String {
    let comparison = word(of: ["=", "!=", "<", ">", "<=", ">=", "contains", "~", "in", "between"])
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return "\(field()) is \(Bool.random(using: &random) ? "not " : "")missing"
    case 1: return "not \(condition())"
    case 2: return "(\(condition()) \(word(of: ["and", "or", ","])) \(condition()))"
    case 3: return "\(field()) between \(word(of: Self.values)) and \(word(of: Self.values))"
    default: return "\(field()) \(comparison) \(word(of: Self.values))"
    }
  }

  private mutating func clause() -> String {
    switch Int.random(in: 0..<9, using: &random) {
    case 0: "\(word(of: ["by", "to", "about", "in"])) \(word(of: Self.values)) or \(word(of: Self.values))"
    case 1: "where \(condition())"
    case 2: "group by \(field()), \(word(of: ["month(date)", field()]))"
    case 3: "sort by \(field()) \(word(of: ["asc", "desc", ""]))"
    case 4: "limit \(word(of: Self.values))"
    case 5: "show \(field()), \(field()), sum(\(field()))"
    case 6: "| \(word(of: Keyword.stages.map(\.rawValue))) \(word(of: Self.values))"
    case 7: "\(word(of: ["union", "intersect", "except"])) \(rows())"
    default: "with repeats"
    }
  }

  private mutating func rows() -> String {
    let base = word(of: QueryCollection.allCases.map(\.rawValue) + ["it", "$x", "(quotes by Raisi)"])
    let clauses = (0..<Int.random(in: 0...3, using: &random)).map { _ in clause() }
    return ([base] + clauses).joined(separator: " ")
  }

  /// The next text: one statement or a few.
  public mutating func next() -> String {
    var pieces: [String] = []
    switch Int.random(in: 0..<6, using: &random) {
    case 0: for _ in 0..<Int.random(in: 1...14, using: &random) { pieces.append(anything()) }
    case 1: pieces = ["let x =", rows(), "\n", rows()]
    case 2:
      pieces = [
        word(of: ["expect", "expect no", "expect count", "explain", "explain analyze"]), rows(), "= 3",
      ]
    case 3:
      pieces = [
        word(of: CommandName.allCases.map(\.rawValue)), anything(), anything(), word(of: ["=", "", "in"]),
        anything(),
      ]
    default: pieces = [rows()]
    }
    // Slips: a word too many, one too few, two in the wrong order.
    var tokens = pieces.joined(separator: " ").split(separator: " ", omittingEmptySubsequences: false).map(
      String.init)
    for _ in 0..<Int.random(in: 0...2, using: &random) where !tokens.isEmpty {
      let place = Int.random(in: 0..<tokens.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: tokens.remove(at: place)
      case 1: tokens.insert(anything(), at: place)
      case 2: tokens.swapAt(place, Int.random(in: 0..<tokens.count, using: &random))
      default: break
      }
    }
    return tokens.joined(separator: " ")
  }
}

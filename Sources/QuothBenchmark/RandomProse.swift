//! Sentences of words in a random order: grammar in pieces, to find what an analysis takes for granted.

internal import QuothBasics

/// Strings words of all lexicons, names, numbers and every kind of mark into sentences, paragraphs and articles.
///
/// The texts mean nothing. They bring together what real sentences bring together once in a million: a verb of reporting
/// as the last word of an article, a comma as the first, a relative clause without a noun. An article depends on the
/// seed and its number alone.
public struct RandomProse: Sendable {
  private let seed: UInt64

  public init(seed: UInt64) { self.seed = seed }

  /// The article of a number, from 0.
  public func article(_ number: Int) -> RandomArticle {
    var writer = ProseWriter(random: ArticleRandom(seed: seed, article: number))
    writer.writeArticle()
    return RandomArticle(
      id: "prose-\(seed)-\(number)", text: Array(writer.text.utf8), sentences: writer.sentences)
  }
}

/// An article of random words.
public struct RandomArticle: Sendable {
  public let id: String
  /// UTF-8.
  public let text: [UInt8]
  /// How many sentences were strung together.
  public let sentences: Int

  /// The article as a line of JSON Lines, line break included.
  public var json: [UInt8] { JSONText.line([("id", Array(id.utf8)), ("text", text)]) }
}

private struct ProseWriter {
  var random: ArticleRandom
  private(set) var text = ""
  private(set) var sentences = 0
  private let words = LexiconWords.shared
  /// Names that come again within an article.
  private var people: [String] = []

  init(random: ArticleRandom) { self.random = random }

  mutating func writeArticle() {
    for _ in 0..<random.number(1...5) { people.append(name()) }
    if random.happens(20) { writeLine() }
    for _ in 0..<random.number(1...12) {
      switch random.below(20) {
      case 0: writeLine()
      case 1: writeTurn()
      default: writeParagraph()
      }
      text += random.happens(85) ? "\n\n" : "\n"
    }
  }

  /// A headline, a dateline, a credit or a line of a form.
  private mutating func writeLine() {
    switch random.below(5) {
    case 0: text += random.one(of: words.linePhrases) + " " + phrase(random.number(0...4))
    case 1:
      text +=
        random.one(of: words.places).uppercased() + ", May \(random.number(1...31)) ("
        + random.one(of: words.agencies) + ") - "
      writeSentence()
    case 2: text += "By " + random.one(of: people)
    case 3: text += random.one(of: people) + " (" + random.one(of: words.agencies) + ") — "
    default: text += capitalized(phrase(random.number(1...9)))
    }
    text += "\n\n"
  }

  /// "LUND: …", "Q. …".
  private mutating func writeTurn() {
    text += random.one(of: ["Q", "A", "Q:", "LUND", random.one(of: people).uppercased()])
    text += random.one(of: [": ", ". ", " — "])
    writeSentence()
  }

  private mutating func writeParagraph() {
    for index in 0..<random.number(1...6) {
      if index > 0 { text += random.happens(95) ? " " : "\n" }
      writeSentence()
    }
  }

  // MARK: Sentences

  private mutating func writeSentence() {
    sentences += 1
    var parts: [String] = []
    for _ in 0..<random.number(1...4) { parts.append(clause()) }
    var sentence = parts.joined(separator: random.one(of: [" ", ", ", ", ", " — ", "; ", ": "]))
    if random.happens(92) { sentence = capitalized(sentence) }
    text += sentence + random.one(of: [".", ".", ".", "?", "!", "…", "...", ":", ",", "", "?!"])
  }

  /// Words in marks, a report, or both, or neither.
  private mutating func clause() -> String {
    switch random.below(9) {
    case 0: return quoted()
    case 1: return quoted() + " " + report()
    case 2: return report() + random.one(of: [", ", ": ", " that ", " "]) + quoted()
    case 3: return report()
    case 4:
      return report() + " " + phrase(random.number(0...6)) + random.one(of: [",", "", " to", " as saying"])
    case 5: return "according to " + source()
    default: return phrase(random.number(1...9))
    }
  }

  private mutating func report() -> String {
    let cue = random.one(of: words.cues)
    return random.happens(60) ? source() + " " + cue : cue + " " + source()
  }

  private mutating func source() -> String {
    switch random.below(6) {
    case 0: return random.one(of: ["he", "she", "they", "who", "it", "I", "those", "one"])
    case 1: return "the " + phrase(random.number(1...3))
    case 2: return random.one(of: people) + ", " + phrase(random.number(1...5)) + ","
    case 3: return random.one(of: people) + "’s " + phrase(1)
    case 4: return random.one(of: people) + " and " + random.one(of: people)
    default: return random.one(of: people)
    }
  }

  private static let marks: [(String, String)] = [
    ("“", "”"), ("“", "”"), ("\"", "\""), ("\"", "\""), ("‘", "’"), ("'", "'"), ("''", "''"), ("«", "»"),
    ("“", ""), ("", "”"), ("\"", ""), ("„", "“"), ("``", "''"), ("“", "\""),
  ]

  private mutating func quoted() -> String {
    let (open, close) = random.one(of: Self.marks)
    let inner = phrase(random.number(0...8))
    return open + (random.happens(70) ? capitalized(inner) : inner)
      + random.one(of: [",", ",", ".", "?", "!", "", "…", " —"]) + close + random.one(of: ["", "", ","])
  }

  private mutating func phrase(_ count: Int) -> String {
    var parts: [String] = []
    for _ in 0..<count { parts.append(word()) }
    return parts.joined(separator: " ")
  }

  private mutating func word() -> String {
    switch random.below(24) {
    case 0, 1: return random.one(of: words.cues)
    case 2: return random.one(of: people)
    case 3: return random.one(of: people).split(separator: " ").last.map(String.init) ?? "Lund"
    case 4: return random.one(of: words.places)
    case 5: return number()
    case 6: return abbreviation()
    case 7:
      return random.one(of: [",", "—", "-", ";", "(", ")", "[", "]", "’s", "'s", "/", "&", "$", "…", "’"])
    case 8: return capitalized(random.one(of: random.one(of: words.classes)))
    case 9:
      return random.one(of: [
        "ferry", "moved", "waiting", "harbours", "wide", "al-Zayani", "O’Neil", "e\u{301}",
      ])
    default: return random.one(of: random.one(of: words.classes))
    }
  }

  private mutating func number() -> String {
    random.one(of: [
      "\(random.below(3000))", "1,250.50", "3.5%", "$\(random.below(90))m", "\(random.below(99)),",
      "34-year-old", "10:30", "2023-12-04", "’90s", "½", "1st",
    ])
  }

  private mutating func abbreviation() -> String {
    random.one(of: [
      "Mr.", "Mrs.", "Dr.", "Sen.", "U.S.", "D.C.", "p.m.", "vol.", "No.", "St.", "Jr.", "J.", "J.R.", "Gen.",
      "Sec.", "Atty.", "etc.", "Inc.", "U.S.A.",
    ])
  }

  private mutating func name() -> String {
    let given = capitalized(random.one(of: words.names))
    let surname = random.one(of: [
      "Lund", "Tandy", "Orr", "May", "King", "Baker", "Will", "De la Cruz", "al-Masri",
    ])
    switch random.below(6) {
    case 0: return given
    case 1: return surname
    case 2: return abbreviation() + " " + surname
    case 3: return given + " “Ace” " + surname
    default: return given + " " + surname
    }
  }

  private func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

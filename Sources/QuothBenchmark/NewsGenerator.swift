//! Invented news with known quotations, as much of it as is wanted.

internal import QuothBasics

/// Makes articles of about 600 words with several quotations each. An article depends on the seed and its number alone,
/// so that any of them can be made again, in any order.
///
/// Some 1,500 speakers and 36,000 words are used as Zipf's law has it; 40 outlets and ten years as often as each other.
/// The sentences mean nothing, but have the little words, names, marks and verbs of reporting that the analysis reads.
public struct NewsGenerator: Sendable {
  private let seed: UInt64

  /// The seed of all figures in `BENCHMARKS.md`.
  public static let usualSeed: UInt64 = 20_261_122

  public init(seed: UInt64 = usualSeed) { self.seed = seed }

  /// The article of a number, from 0.
  public func article(_ number: Int) -> InventedArticle {
    var random = ArticleRandom(seed: seed, article: number)
    let outlet = random.one(of: InventedPeople.shared.outlets)
    let date = CalendarDay(dayNumber: Self.firstDay + Int32(random.below(Self.dayCount)))
    let topic = random.below(SentenceMaker.topicCount)
    var writer = ArticleWriter(SentenceMaker(random, topic: topic))
    writer.write()
    return InventedArticle(
      id: "n\(number)", outlet: outlet, date: date.description, title: writer.title, text: writer.text,
      quotations: writer.quotations)
  }

  /// 2015-01-01, and the days of ten years from there.
  private static let firstDay: Int32 = 16_436
  private static let dayCount = 3653
}

/// Writes one article.
private struct ArticleWriter {
  private(set) var text: [UInt8] = []
  private(set) var title = ""
  private(set) var quotations: [KnownQuotation] = []
  private var sentences: SentenceMaker

  init(_ sentences: SentenceMaker) {
    self.sentences = sentences
    text.reserveCapacity(4500)
  }

  mutating func write() {
    title = String(decoding: sentences.headline(), as: UTF8.self)
    let people = self.people()
    news(sentences.random.number(2...4))
    for (index, person) in people.enumerated() {
      introduce(person)
      for _ in 0..<sentences.random.number(1...(index == 0 ? 3 : 2)) {
        if sentences.random.happens(60) { news(sentences.random.number(2...4)) }
        again(person)
      }
      for _ in 0..<2 { news(sentences.random.number(2...4)) }
    }
    news(sentences.random.number(2...4))
  }

  /// Two or three speakers who share no name.
  private mutating func people() -> [InventedPerson] {
    var people: [InventedPerson] = []
    let count = sentences.random.number(2...3)
    while people.count < count {
      let person = InventedPeople.shared.speaker(&sentences.random)
      if people.allSatisfy({ $0.surname != person.surname && $0.given != person.given }) {
        people.append(person)
      }
    }
    return people
  }

  // MARK: Paragraphs

  private mutating func paragraph() { if !text.isEmpty { text += "\n\n".utf8 } }

  private mutating func news(_ count: Int) {
    paragraph()
    for index in 0..<count {
      if index > 0 { add(" ") }
      sentences.appendNews(to: &text)
    }
  }

  /// The first words of a speaker, with name and role.
  private mutating func introduce(_ person: InventedPerson) {
    paragraph()
    switch sentences.random.below(5) {
    case 0:
      quote(person, end: ",")
      add(" said \(person.name), \(person.role).")
    case 1:
      add("\(person.name), \(person.role), said: ")
      quote(person, end: ".")
    case 2:
      quote(person, end: ",")
      add(" \(person.name), \(person.role), told reporters. ")
      quote(person, end: ".")
    case 3:
      add("\(person.name), \(person.role), warned that the matter was ")
      quote(person, fragment: true, end: "")
      add(". ")
      sentences.appendNews(to: &text)
    default:
      quote(person, end: ",")
      add(" said \(person.name), \(person.role). ")
      quote(person, end: ".")
    }
  }

  /// Words of a speaker who was named before.
  private mutating func again(_ person: InventedPerson) {
    paragraph()
    let surname = person.surname
    switch sentences.random.below(6) {
    case 0:
      quote(person, end: ",")
      add(" \(surname) said.")
    case 1:
      add("\(surname) added: ")
      quote(person, end: ".")
    case 2:
      add("\(surname) was asked about it in the evening. ")
      quote(person, end: ",")
      add(" \(person.pronoun) said. ")
      quote(person, end: ".")
    case 3:
      quote(person, end: ",")
      add(
        " said \(surname), who had come to \(sentences.random.one(of: InventedPeople.shared.places)) for the day."
      )
    case 4:
      add("According to \(surname), it is ")
      quote(person, fragment: true, end: "")
      add(".")
    default:
      add("\(surname) said that nothing had been decided, and called the idea ")
      quote(person, fragment: true, end: ".")
    }
  }

  /// Words between marks, noted as the speaker's.
  private mutating func quote(_ person: InventedPerson, fragment: Bool = false, end: String) {
    var words = fragment ? sentences.fragment() : sentences.speech()
    if !fragment, sentences.random.happens(30) {
      words += ". ".utf8
      words += sentences.speech()
    }
    words += end.utf8
    add("“")
    text += words
    add("”")
    quotations.append(KnownQuotation(words: String(decoding: words, as: UTF8.self), speaker: person.name))
  }

  private mutating func add(_ words: String) { text += words.utf8 }
}

//! Sentences of news and of speech, from patterns whose gaps are filled with words.

/// A sentence with gaps: `n` a noun, `s` nouns, `a` an adjective, `v` a verb, `p` a verb in the past, `t` a word of the
/// article's topic, `l` a place, `c` a number, `w` a day of the week, each after a `%`.
private struct SentencePattern {
  enum Part {
    case words([UInt8])
    case gap(UInt8)
  }

  let parts: [Part]

  init(_ text: String) {
    var parts: [Part] = []
    var words: [UInt8] = []
    var isGap = false
    for byte in text.utf8 {
      if isGap {
        if !words.isEmpty { parts.append(.words(words)) }
        parts.append(.gap(byte))
        words = []
        isGap = false
      } else if byte == UInt8(ascii: "%") {
        isGap = true
      } else {
        words.append(byte)
      }
    }
    if !words.isEmpty { parts.append(.words(words)) }
    self.parts = parts
  }
}

/// What an article is about, as words that the taxonomy of topics knows.
private let topicWords: [[String]] = [
  ["sanctions", "embargo", "trade ban"], ["election", "ballot", "voters", "campaign"],
  ["economy", "inflation", "trade", "budget"], ["hospital", "vaccine", "patients"],
  ["school", "teachers", "students"], ["climate", "pollution", "emissions"],
  ["oil", "gas", "coal", "electricity"],
  ["court", "verdict", "lawsuit"], ["police", "fraud", "robbery"], ["farmers", "harvest", "crops"],
  ["refugees", "asylum", "migrants"], ["army", "missile", "weapons"],
  ["football", "tournament", "championship"],
  ["flood", "earthquake", "wildfire"], ["unemployment", "wages", "strike"],
  ["diplomats", "embassy", "envoy"],
]

/// Makes the sentences of one article, one after the other.
struct SentenceMaker {
  /// How many topics there are.
  static let topicCount = topicWords.count

  private static let news = [
    "The %n was %p by the %a %n of %l on %w.",
    "About %c %s were %p in the %t last year, according to the %n.",
    "It was the %a %n in %c years, and the %n had not been %p before.",
    "The %a %s that the council %p in %l will not be %p until the %n is known.",
    "Many of the %s in the %n of %l had been there since the %n was %p.",
    "After the %n the %s %p the %a %n, and some of them were still there at night.",
    "There is little %n for the %t, and the %n of the %s is not yet clear.",
    "The %n, which is %a, has more than %c %s and a %n that nobody has %p.",
    "Nothing in the %n shows how the %s %p the %t.", "On %w the %s were still %a.",
    "In %l, where the %t has been the %a %n for years, the %s %p at once.",
    "The %n cost %c million, most of it for the %n and the %a %s.",
    "This %a %n was %p between the %n and the %n, not far from the %t.",
    "The first %s came to %l with the %n; others %p later.",
  ].map(SentencePattern.init)

  private static let speech = [
    "We will not %v the %n until the %t is %a", "The %t is the %a %n for all of us",
    "Nobody in %l wants to %v the %n, and nobody should",
    "If we %v the %a %n now, our %s will have to %v it again in %c years",
    "I have never seen so much %n in my life", "There is no %n without a %n",
    "The %s have been %a, but the %t will %v them", "What we need is this %a %n and %s that %v",
    "This is about the %t and about nothing else", "I would like to %v every %n in %l",
    "It is not our %n to %v the %t", "You cannot %v %s with a %n",
    "We have %p %c %s since the %n, and we are going to %v more of them", "My %n was to %v the %a %n first",
    "The nuclear deal was %a for the %s of %l, and it still is", "We asked for %s and they gave us this %n",
  ].map(SentencePattern.init)

  private static let fragments = [
    "some %a %n for the %s of %l", "%a and %a", "the %a %n of our time", "one old %n in %a %s",
    "no %n, no %n and no %t",
    "more %a than any %n",
  ].map(SentencePattern.init)

  private static let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    .map { Array($0.utf8) }
  private static let topics = topicWords.map { $0.map { Array($0.utf8) } }
  private static let places = InventedPeople.shared.places.map { Array($0.utf8) }

  var random: ArticleRandom
  private let topic: Int

  init(_ random: ArticleRandom, topic: Int) {
    self.random = random
    self.topic = topic
  }

  /// A sentence of the reporter's, with its full stop.
  mutating func appendNews(to text: inout [UInt8]) {
    append(Self.news[random.below(Self.news.count)], to: &text)
  }

  /// A sentence as someone says it, without a stop.
  mutating func speech() -> [UInt8] {
    // The last but one is rare, so that a phrase is there to be searched for.
    var number = random.below(Self.speech.count)
    if number == Self.speech.count - 2, !random.happens(12) { number = 1 }
    return filled(Self.speech[number])
  }

  /// Some words of a sentence.
  mutating func fragment() -> [UInt8] { filled(Self.fragments[random.below(Self.fragments.count)]) }

  /// Some words of a headline.
  mutating func headline() -> [UInt8] {
    var words = filled(SentencePattern("%a %n and %t in %l"))
    if let first = words.first, first >= 0x61, first <= 0x7A { words[0] = first & 0xDF }
    return words
  }

  private mutating func filled(_ pattern: SentencePattern) -> [UInt8] {
    var words: [UInt8] = []
    append(pattern, to: &words)
    return words
  }

  private mutating func append(_ pattern: SentencePattern, to text: inout [UInt8]) {
    for part in pattern.parts {
      switch part {
      case .words(let words): text += words
      case .gap(let gap): fill(gap, in: &text)
      }
    }
  }

  private mutating func fill(_ gap: UInt8, in text: inout [UInt8]) {
    switch gap {
    case UInt8(ascii: "n"): text += word(.noun)
    case UInt8(ascii: "s"):
      text += word(.noun)
      appendPlural(to: &text)
    case UInt8(ascii: "a"): text += word(.adjective)
    case UInt8(ascii: "v"): text += word(.verb)
    case UInt8(ascii: "p"):
      text += word(.verb)
      text += text.last == UInt8(ascii: "e") ? "d".utf8 : "ed".utf8
    case UInt8(ascii: "t"): text += random.one(of: Self.topics[topic])
    case UInt8(ascii: "l"): text += random.one(of: Self.places)
    case UInt8(ascii: "c"): text += String(random.number(2...900)).utf8
    default: text += random.one(of: Self.days)
    }
  }

  /// Ends a noun as one of several.
  private func appendPlural(to text: inout [UInt8]) {
    switch text.last {
    case UInt8(ascii: "y"): text.replaceSubrange(text.count - 1..<text.count, with: "ies".utf8)
    case UInt8(ascii: "s"), UInt8(ascii: "x"): text += "es".utf8
    default: text.append(UInt8(ascii: "s"))
    }
  }

  private mutating func word(_ slot: WordSlot) -> [UInt8] { InventedWords.shared.word(slot, &random) }
}

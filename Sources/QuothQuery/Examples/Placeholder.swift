//! What examples and lessons may leave to the corpus: each placeholder, the query that finds it, and what to say where
//! it is lacking.

internal import QuothBasics

/// A name between braces in an example or a lesson, which stands for something that the corpus holds.
public enum Placeholder: String, CaseIterable, Hashable, Sendable {
  case speaker, speaker2, misspelling, shared, addressee, topic, outlet, cue, word, term, day, month, article,
    country, place, place2
  case organization, translator

  /// What it stands for, for who writes lessons.
  public var summary: String {
    switch self {
    case .speaker: "whoever is quoted most"
    case .speaker2: "whoever is quoted most after that"
    case .misspelling: "the last name of {speaker} with a letter left out"
    case .shared: "a last name that two people have, the most mentioned first"
    case .addressee: "whoever is spoken to most"
    case .topic: "what {speaker} is quoted on most"
    case .outlet: "the outlet with the most quotes"
    case .cue: "the commonest reporting word"
    case .word: "a frequent word that other words begin with: country, countryside"
    case .term: "the same, or any frequent word where there is none"
    case .day: "the day of the latest article"
    case .month: "the month of the latest article"
    case .article: "the article with the most quotes"
    case .country: "the country that the most mentioned people have an office of"
    case .place: "the place named most"
    case .place2: "the place named most after that"
    case .organization: "the organization named most"
    case .translator: "who translated the most articles"
    }
  }

  /// The query that finds it; may hold placeholders that stand before it in the catalogue.
  public var query: Template {
    switch self {
    case .speaker, .speaker2, .misspelling: "quotes where known group by speakers limit 20"
    case .shared: "people sort by mentions desc limit 2000 show name"
    case .addressee: "quotes where addressee is not missing group by addressee limit 20"
    case .topic: "quotes by {speaker} where topics is not missing group by topics limit 20"
    case .outlet: "quotes where outlet is not missing group by outlet limit 20"
    case .cue: "quotes where cue is not missing group by cue limit 20"
    case .word, .term: "quotes | frequencies | limit 2000"
    case .day, .month: "articles where date is not missing show max(date)"
    case .article: "articles sort by quotes desc limit 20 show id"
    case .country: "people where country is not missing sort by mentions desc limit 20 show country"
    case .place, .place2: "places sort by mentions desc limit 20 show name"
    case .organization: "organizations sort by mentions desc limit 20 show name"
    case .translator: "articles where translator is not missing group by translator limit 20"
    }
  }

  /// Why what needs it is passed over.
  public var lacking: String {
    switch self {
    case .speaker: "no one is quoted by name"
    case .speaker2: "no second person is quoted by name"
    case .misspelling: "no one with a longer last name is quoted"
    case .shared: "no two people have the same last name"
    case .addressee: "no one is spoken to by name"
    case .topic: "no quotation has a topic"
    case .outlet: "no article names its outlet"
    case .cue: "no quotation has a reporting word"
    case .word: "no frequent word begins another one"
    case .term: "no longer word is quoted"
    case .day, .month: "no article has a date"
    case .article: "there is no article"
    case .country: "no one has an office of a country"
    case .place: "no place is named"
    case .place2: "no second place is named"
    case .organization: "no organization is named"
    case .translator: "no article names a translator"
    }
  }

  /// The value in the answer to its query; nil where there is none that can stand in a sentence and a query.
  public func value(in answer: ResultTable) -> String? {
    let column = answer.columns.firstIndex { $0.name == "word" } ?? 0
    let texts = answer.rows.compactMap {
      $0.values.indices.contains(column) ? Self.plainText(of: $0.values[column]) : nil
    }
    switch self {
    case .speaker2, .place2: return texts.dropFirst().first
    case .word: return Self.stem(among: texts)
    case .term: return Self.stem(among: texts) ?? texts.first { Self.isLong($0) }
    case .month: return texts.first.map { String($0.prefix(7)) }
    case .misspelling: return texts.first.flatMap(Self.misspelled)
    case .shared: return Self.sharedLastName(of: texts)
    case .speaker, .addressee, .topic, .outlet, .cue, .day, .article, .country, .place, .organization,
      .translator:
      return texts.first
    }
  }

  /// The longest a value may be, in characters: lessons are to be read.
  private static let longest = 60

  /// The text of a value that can stand in a sentence and in a query; nil for others.
  public static func plainText(of value: Value) -> String? {
    let text: String
    switch value {
    case .text(let found): text = found
    case .day(let day): text = day.description
    case .list(let values): return values.count == 1 ? plainText(of: values[0]) : nil
    case .missing, .integer, .decimal, .yesNo: return nil
    }
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.generalCategory != .control && !"\"\\`{}".unicodeScalars.contains($0)
    }
    return isPlain && !text.isEmpty && text.count <= longest ? text : nil
  }

  /// The first word of which another is a longer form; failing that, which another begins with. Not too short, as `a`
  /// begins many that have nothing to do with it.
  private static func stem(among words: [String]) -> String? {
    let sorted = words.sorted()
    func isBegun(_ word: String, by atMost: Int) -> Bool {
      guard isLong(word) else { return false }
      let longer = sorted[sorted.firstIndex(notPreceding: { $0 <= word })...].prefix { $0.hasPrefix(word) }
      return longer.contains { $0.count - word.count <= atMost }
    }
    return words.first { isBegun($0, by: longestEnding) } ?? words.first { isBegun($0, by: .max) }
  }

  /// `Rasi`, of Ebrahim Raisi.
  private static func misspelled(_ name: String) -> String? {
    guard let last = lastName(of: name), isLong(last) else {
      return nil
    }
    var letters = Array(last)
    letters.remove(at: letters.count / 2)
    return String(letters)
  }

  private static func sharedLastName(of names: [String]) -> String? {
    var owners: [String: Int] = [:]
    for name in names { if let last = lastName(of: name) { owners[last, default: 0] += 1 } }
    return names.lazy.compactMap(lastName).first { owners[$0, default: 0] == 2 }
  }

  /// Of names of several words.
  private static func lastName(of name: String) -> String? {
    let words = name.split(separator: " ")
    return words.count > 1 ? words.last.map(String.init) : nil
  }

  private static func isLong(_ word: String) -> Bool {
    word.count >= shortestStem && word.allSatisfy(\.isLetter)
  }

  private static let shortestStem = 5
  /// Letters that an ending has: nations, nation's, declared.
  private static let longestEnding = 2
}

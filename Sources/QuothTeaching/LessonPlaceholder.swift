//! What lessons may leave to the corpus: each placeholder, the query that finds it, and what to say where it is lacking.

internal import QuothBasics
public import QuothQuery

/// A name between braces in a lesson, which stands for something that the corpus holds.
public enum LessonPlaceholder: String, CaseIterable, Hashable, Sendable {
  case speaker, speaker2, topic, outlet, cue, word, day, translator, place, organization

  /// What it stands for, for who writes lessons.
  public var summary: String {
    switch self {
    case .speaker: "whoever is quoted most"
    case .speaker2: "whoever is quoted most after that"
    case .topic: "what {speaker} is quoted on most"
    case .outlet: "the outlet with the most quotes"
    case .cue: "the commonest reporting word"
    case .word: "a frequent word that other words begin with: country, countryside"
    case .day: "the day of the latest article"
    case .translator: "who translated the most articles"
    case .place: "the place named most"
    case .organization: "the organization named most"
    }
  }

  /// Finds it; may hold placeholders that stand before it in the catalogue.
  public var query: LessonText {
    LessonText([text], line: 1)
  }

  private var text: String {
    switch self {
    case .speaker, .speaker2: "quotes where known group by speakers limit 20"
    case .topic: "quotes by {speaker} where topics is not missing group by topics limit 20"
    case .outlet: "quotes where outlet is not missing group by outlet limit 20"
    case .cue: "quotes where cue is not missing group by cue limit 20"
    case .word: "quotes | frequencies | limit 2000"
    case .day: "articles where date is not missing show max(date)"
    case .translator: "articles where translator is not missing group by translator limit 20"
    case .place: "places sort by mentions desc limit 20 show name"
    case .organization: "organizations sort by mentions desc limit 20 show name"
    }
  }

  /// Why a lesson that needs it is passed over.
  public var lacking: String {
    switch self {
    case .speaker: "no one is quoted by name"
    case .speaker2: "no second person is quoted by name"
    case .topic: "no quotation has a topic"
    case .outlet: "no article names its outlet"
    case .cue: "no quotation has a reporting word"
    case .word: "no frequent word begins another one"
    case .day: "no article has a date"
    case .translator: "no article names a translator"
    case .place: "no place is named"
    case .organization: "no organization is named"
    }
  }

  /// The value in the answer to its query; nil where there is none that can stand in a sentence and a query.
  public func value(in answer: ResultTable) -> String? {
    let column = answer.columns.firstIndex { $0.name == "word" } ?? 0
    let texts = answer.rows.compactMap {
      $0.values.indices.contains(column) ? Self.text($0.values[column]) : nil
    }
    switch self {
    case .speaker2: return texts.dropFirst().first
    case .word: return Self.stem(among: texts)
    case .speaker, .topic, .outlet, .cue, .day, .translator, .place, .organization: return texts.first
    }
  }

  /// The longest a value may be, in characters: lessons are to be read.
  private static let longest = 60

  private static func text(_ value: Value) -> String? {
    let text: String
    switch value {
    case .text(let found): text = found
    case .day(let day): text = day.description
    case .list(let values): return values.count == 1 ? self.text(values[0]) : nil
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
      guard word.count >= shortestStem, word.allSatisfy(\.isLetter) else { return false }
      let longer = sorted[sorted.partitioningIndex { $0 > word }...].prefix { $0.hasPrefix(word) }
      return longer.contains { $0.count - word.count <= atMost }
    }
    return words.first { isBegun($0, by: longestEnding) } ?? words.first { isBegun($0, by: .max) }
  }

  private static let shortestStem = 5
  /// Letters that an ending has: nations, nation's, declared.
  private static let longestEnding = 2
}

extension [String] {
  /// The first place, in sorted words, from which on all fulfil a condition.
  fileprivate func partitioningIndex(_ isLate: (String) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isLate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

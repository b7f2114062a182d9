//! The mentions of one article, while it is analysed.

/// The mentions of an article in order of their first token, and the entities that names made.
struct MentionTable {
  var mentions: [DraftMention] = []
  var entities: EntityTable
  /// The first mention of each sentence.
  private var firstOfSentence: [Int] = []

  init(entities: EntityTable) { self.entities = entities }

  /// Begins the next sentence: the mentions that are appended from now on are its own.
  mutating func beginSentence() { firstOfSentence.append(mentions.count) }

  /// Numbers of the mentions of a sentence.
  func mentions(of sentence: Int) -> Range<Int> { mentions(from: sentence, through: sentence) }

  /// Numbers of the mentions of some sentences in a row. Sentences that the article does not have, have none.
  func mentions(from first: Int, through last: Int) -> Range<Int> {
    let start = start(of: first)
    return start..<max(start, self.start(of: last + 1))
  }

  /// The first mention of a sentence or of a later one.
  func start(of sentence: Int) -> Int {
    sentence < firstOfSentence.count ? firstOfSentence[max(0, sentence)] : mentions.count
  }
}

//! Which paragraphs hold which words.

internal import QuothBasics
internal import QuothModel

/// An inverted index of the folded words of a corpus, by paragraph.
///
/// It narrows a search down: whatever a query matches stands in paragraphs that hold its words. Whether the words
/// stand there as asked is for `TextMatcher` to say, so that a search with the index and one without agree.
/// Costs about 1.3 bytes for each different word of a paragraph, a sixth of the text.
final class WordIndex: Sendable {
  let words: WordTable
  let paragraphCount: Int
  /// How often each word stands in the corpus.
  let frequencies: PlainRows<UInt32>
  /// In how many paragraphs each word stands.
  let paragraphFrequencies: PlainRows<UInt32>
  /// Where the postings of each word start in `postings`; one more than words.
  private let starts: PlainRows<Int>
  private let postings: TextBytes
  /// Words by their letters, for prefixes.
  private let ordered: Lazily<PlainRows<Int32>>

  init(
    words: WordTable, paragraphCount: Int, frequencies: [UInt32], paragraphFrequencies: [UInt32],
    starts: [Int],
    postings: [UInt8]
  ) {
    self.words = words
    self.paragraphCount = paragraphCount
    self.frequencies = PlainRows(frequencies)
    self.paragraphFrequencies = PlainRows(paragraphFrequencies)
    self.starts = PlainRows(starts)
    self.postings = PlainRows(postings)
    ordered = Lazily {
      PlainRows(
        (0..<Int32(words.count)).sorted { words[Int($0)].lexicographicallyPrecedes(words[Int($1)]) })
    }
  }

  /// The index that a snapshot holds.
  init(_ snapshot: CorpusSnapshot, paragraphCount: Int) throws(SnapshotProblem) {
    let words = try WordTable(snapshot)
    self.words = words
    self.paragraphCount = paragraphCount
    frequencies = try snapshot.rows(.wordCounts)
    paragraphFrequencies = try snapshot.rows(.wordParagraphs)
    starts = try snapshot.rows(.wordStarts)
    postings = try snapshot.rows(.wordPostings)
    let inOrder: PlainRows<Int32> = try snapshot.rows(.wordOrder)
    guard frequencies.count == words.count, paragraphFrequencies.count == words.count,
      starts.count == words.count + 1, inOrder.count == words.count
    else { throw .unsound(section: "words") }
    ordered = Lazily { inOrder }
  }

  /// The index as sections of a snapshot.
  var sections: [SectionContent] {
    words.sections + [
      SectionContent(.wordCounts, frequencies), SectionContent(.wordParagraphs, paragraphFrequencies),
      SectionContent(.wordStarts, starts), SectionContent(.wordPostings, postings),
      SectionContent(.wordOrder, ordered.value),
    ]
  }

  /// Calls back with the paragraphs that hold a word, ascending.
  func forEachParagraph(with word: Int, _ body: (UInt32) -> Void) {
    VarintPostings.forEach(in: postings.rows(from: starts[word], to: starts[word + 1])) { paragraph in
      if Int(paragraph) < paragraphCount { body(paragraph) }
    }
  }

  /// The words that begin with these letters.
  func words(beginningWith prefix: [UInt8]) -> [Int] {
    let ordered = ordered.value
    let first = ordered.firstIndex(notPreceding: { words[Int($0)].lexicographicallyPrecedes(prefix) })
    return ordered[first...].prefix { words[Int($0)].starts(with: prefix) }.map { Int($0) }
  }

  /// The words that fit a glob (`WordMatcher`).
  func words(fitting glob: [UInt8]) -> [Int] {
    (0..<words.count).filter { WordMatcher.globs(glob, Array(words[$0])) }
  }
}

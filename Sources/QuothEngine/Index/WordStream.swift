//! The words of a corpus as numbers, one behind the other: what counting many of them reads.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

/// The words of all sentences in corpus order, four bytes each. Made when a count first pays for it.
final class WordStream: Sendable {
  /// Set on a word that begins a sentence within its sentence of the corpus (`SentenceGap`).
  static let edge: UInt32 = 1 << 31

  let words: WordTable
  /// The number of each word, with `edge`.
  let numbers: [UInt32]
  /// Where the words of each sentence start; one more than sentences.
  let starts: [UInt32]

  private init(words: WordTable, numbers: [UInt32], starts: [UInt32]) {
    self.words = words
    self.numbers = numbers
    self.starts = starts
  }

  /// The stream of a corpus; nil when it is cancelled, or has more words than four bytes can number.
  static func build(_ corpus: Corpus, parts count: Int, limits: ExecutionLimits) -> WordStream? {
    let sentences = corpus.sentences.count
    let parts = (0..<count).map { sentences * $0 / count..<sentences * ($0 + 1) / count }
    let read = try? Parallel.map(parts, limits: limits) { part, watch in Part(corpus, part, watch) }
    guard let read, read.reduce(0, { $0 + $1.numbers.count }) < Int(UInt32.max) else { return nil }
    guard var words = read.first?.words else { return nil }
    var numbers: [UInt32] = []
    var starts: [UInt32] = []
    numbers.reserveCapacity(read.reduce(0) { $0 + $1.numbers.count })
    starts.reserveCapacity(sentences + 1)
    for (place, part) in read.enumerated() {
      starts += part.starts.map { $0 + UInt32(numbers.count) }
      guard place > 0 else {
        numbers += part.numbers
        continue
      }
      let known = (0..<part.words.count).map { UInt32(words.intern(part.words[$0])) }
      for number in part.numbers { numbers.append(known[Int(number & ~edge)] | number & edge) }
    }
    starts.append(UInt32(numbers.count))
    return WordStream(words: words, numbers: numbers, starts: starts)
  }

  /// The words of some sentences, with numbers of their own.
  private struct Part: Sendable {
    private(set) var numbers: [UInt32] = []
    private(set) var starts: [UInt32] = []
    let words: WordTable

    init(_ corpus: Corpus, _ sentences: Range<Int>, _ watch: ExecutionWatch) {
      var reader = WordReader()
      for index in sentences where !watch.isOver() {
        let sentence = corpus.sentences[index]
        starts.append(UInt32(numbers.count))
        corpus[sentence.article].bytes(sentence.range).withUnsafeBufferPointer { reader.read($0) }
        WordStream.append(reader.words, to: &numbers)
      }
      words = reader.table
    }
  }

  /// Adds words as a reader gives them.
  static func append(_ words: [Int32], to numbers: inout [UInt32]) {
    var next: UInt32 = 0
    for word in words {
      if word == WordReader.edge {
        next = edge
      } else {
        numbers.append(UInt32(word) | next)
        next = 0
      }
    }
  }

  /// Where the words of a sentence stand in the stream.
  func words(of sentence: SentenceID) -> Range<Int> {
    Int(starts[sentence.index])..<Int(starts[sentence.index + 1])
  }
}

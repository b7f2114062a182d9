//! Quotations as their variants are looked for: words by number, and what must agree.

internal import QuothBasics

/// A quotation among those compared.
struct Wording {
  /// The caller's number of the quotation.
  let id: Int32
  let article: Int32
  /// The day of its article, as a day number.
  let day: Int32?
  /// Who is said to have said it; empty where nobody is known.
  let speakers: [Int32]
  /// Its words and those around it, as indices into the store.
  let words: Range<Int>
  /// Its own words.
  let core: Range<Int>
  /// Whether it is a phrase in the reporter's sentence, whose other words then help to tell which utterance it is of.
  var isFragment: Bool { words != core }
}

/// Where a quotation stands in its text, in bytes.
struct WordingPlace {
  /// The quotation itself.
  let core: Range<Int>
  /// The sentence or clause around it; equal to `core` when the quotation stands for itself.
  let around: Range<Int>
  /// What of that is not part of the utterance: who says it, and the reporting words.
  let without: [Range<Int>]

  init(core: Range<Int>, around: Range<Int>? = nil, without: [Range<Int>] = []) {
    self.core = core
    self.around = around ?? core
    self.without = without
  }
}

/// The quotations to compare, and the words that tell how telling a word is.
struct WordingStore {
  /// More words than these of one quotation are not compared.
  static let mostWords = 2_000

  private(set) var words = ComparedWords()
  private(set) var wordings: [Wording] = []
  /// The numbers of the words of all wordings, end to end.
  private(set) var codes: [Int32] = []
  /// Where each word stands in its text, in bytes.
  private(set) var places: [Range<UInt32>] = []
  private(set) var background = PhraseSample()

  /// Adds a quotation. One without words stays: it is compared with none. `offset` is where `text` begins in the text
  /// that places are to be told of, in bytes.
  mutating func add(
    id: Int32, article: Int32, day: Int32?, speakers: [Int32], text: UnsafeBufferPointer<UInt8>,
    offset: Int = 0,
    _ place: WordingPlace
  ) {
    let start = codes.count
    var core = start..<start
    var found: [(Int32, Range<Int>)] = []
    words.forEach(in: text, place.around) { code, range in found.append((code, range)) }
    for (code, range) in found where codes.count - start < Self.mostWords {
      let isOwn = place.core.contains(range.lowerBound)
      if !isOwn, place.without.contains(where: { $0.overlaps(range) }) { continue }
      if isOwn { core = core.isEmpty ? codes.count..<codes.count + 1 : core.lowerBound..<codes.count + 1 }
      codes.append(code)
      places.append(UInt32(offset + range.lowerBound)..<UInt32(offset + range.upperBound))
    }
    wordings.append(
      Wording(
        id: id, article: article, day: day, speakers: speakers.sorted(), words: start..<codes.count,
        core: core))
  }

  /// Counts the words of a quotation, compared or not, so that common words and phrases are known as such.
  mutating func count(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var sequence: [Int32] = []
    words.forEach(in: text, range) { code, _ in sequence.append(code) }
    background.add(sequence, words)
  }
}

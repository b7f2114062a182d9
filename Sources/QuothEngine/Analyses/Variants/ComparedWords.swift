//! The words that quotations are compared by: numbered, and known for what they are worth.

internal import QuothBasics
internal import QuothModel

/// What a word is, for comparing.
enum WordNature: UInt8 {
  /// A word that carries meaning.
  case content
  /// A word of grammar, see `FunctionWords`.
  case function
  /// One letter of a script that writes words without blanks between them: such texts are compared letter by letter.
  case sign
}

/// Distinct words by number.
struct ComparedWords {
  private var table = WordTable()
  private(set) var natures: [WordNature] = []
  /// A hash of the first four letters, 0 for words that have fewer or hold a digit: what alike words share.
  private(set) var beginnings: [UInt32] = []
  /// For each word, a number that words which may be forms of each other share.
  private(set) var stems: [Int32] = []
  private var stemOfBeginning: [UInt32: Int32] = [:]
  /// The scanner's working memory.
  private var scanner = FoldedWords()

  var count: Int { natures.count }

  /// The folded letters of a word.
  func letters(of word: Int32) -> [UInt8] { Array(table[Int(word)]) }

  /// Calls back with the words of `text[range]`: their numbers and where they stand.
  mutating func forEach(
    in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (Int32, Range<Int>) -> Void
  ) {
    var scanner = scanner
    scanner.forEach(in: text, range) { place, letters, hash in
      if letters.contains(where: { $0 >= 0xE0 }), Self.holdsSigns(text, place) {
        forEachPart(of: text, place, body)
      } else if !letters.isEmpty {
        body(number(of: letters, hash, isSign: false), place)
      }
    }
    self.scanner = scanner
  }

  private mutating func number(of letters: UnsafeBufferPointer<UInt8>, _ hash: UInt64, isSign: Bool) -> Int32
  {
    let number = table.intern(letters, hash: hash)
    if number == natures.count {
      let isFunction = FunctionWords.english.contains(String(decoding: letters, as: UTF8.self))
      natures.append(isSign ? .sign : isFunction ? .function : .content)
      let beginning = isSign ? 0 : Self.beginning(of: letters)
      beginnings.append(beginning)
      let own = Int32(number)
      stems.append(beginning == 0 ? own : stemOfBeginning[beginning] ?? own)
      if beginning != 0 { stemOfBeginning[beginning] = stems[number] }
    }
    return Int32(number)
  }

  /// A hash of the first four letters.
  private static func beginning(of letters: UnsafeBufferPointer<UInt8>) -> UInt32 {
    if letters.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) { return 0 }
    var hash = FNV1a()
    var count = 0
    for byte in letters {
      if byte & 0xC0 != 0x80 { count += 1 }
      if count > 4 { break }
      hash.add(byte)
    }
    return count < 4 ? 0 : max(1, UInt32(truncatingIfNeeded: hash.value ^ (hash.value >> 32)))
  }

  /// Whether two different words seem to be forms of one: they begin alike and differ in a short ending only, as
  /// "relation" and "relationship". Conflation by truncation, as in the retrieval literature (Frakes 1992).
  func areAlike(_ left: Int32, _ right: Int32) -> Bool {
    let beginning = beginnings[Int(left)]
    guard beginning != 0, beginning == beginnings[Int(right)] else { return false }
    let (left, right) = (table[Int(left)], table[Int(right)])
    var shared = 0
    var bytes = 0
    while bytes < left.count, bytes < right.count, left[bytes] == right[bytes] {
      if left[bytes] & 0xC0 != 0x80 { shared += 1 }
      bytes += 1
    }
    let rest = max(Self.letterCount(left, from: bytes), Self.letterCount(right, from: bytes))
    return shared >= 4 && (rest <= 3 || rest == 4 && shared >= 8)
  }

  private static func letterCount(_ bytes: some RandomAccessCollection<UInt8>, from start: Int) -> Int {
    bytes.dropFirst(start).reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
  }
}

// MARK: - Scripts without blanks

extension ComparedWords {
  /// Whether a run of letters holds letters of a script that is written without blanks.
  private static func holdsSigns(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      if isSign(text, index, to: range.upperBound) { return true }
      index += WordScanner.scalarLength(text[index])
    }
    return false
  }

  /// Gives each sign of a run of letters, and what stands between signs.
  private mutating func forEachPart(
    of text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (Int32, Range<Int>) -> Void
  ) {
    var start = range.lowerBound
    var index = start
    func give(_ words: inout ComparedWords, _ part: Range<Int>, isSign: Bool) {
      let folded = TextFolding.fold(UnsafeBufferPointer(rebasing: text[part]))
      guard !folded.isEmpty else { return }
      let number = folded.withUnsafeBufferPointer { letters in
        words.number(of: letters, FNV1a(letters).value, isSign: isSign)
      }
      body(number, part)
    }
    while index < range.upperBound {
      let next = min(index + WordScanner.scalarLength(text[index]), range.upperBound)
      if Self.isSign(text, index, to: range.upperBound) {
        if start < index { give(&self, start..<index, isSign: false) }
        give(&self, index..<next, isSign: true)
        start = next
      }
      index = next
    }
    if start < range.upperBound { give(&self, start..<range.upperBound, isSign: false) }
  }

  /// Whether the letter at `index` is Thai, Lao, Myanmar, Khmer, kana or an ideograph.
  private static func isSign(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, to end: Int) -> Bool {
    let length = WordScanner.scalarLength(text[index])
    guard length >= 3, index + length <= end else { return false }
    if length == 4 { return text[index] == 0xF0 && text[index + 1] & 0xF0 == 0xA0 }
    let scalar =
      UInt32(text[index] & 0x0F) << 12 | UInt32(text[index + 1] & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F)
    switch scalar {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF:
      return true
    default: return false
    }
  }
}

//! The working state of one article's analysis.

internal import QuothBasics
internal import QuothModel

/// One paragraph with its tokens.
struct DraftParagraph: Sendable {
  let layout: LayoutParagraph
  let tokens: Range<Int>
  let sentences: Range<Int>
  let stretches: Range<Int>

  /// Whether quotations are looked for in it. Captions and pull quotes repeat them.
  var mayQuote: Bool { layout.kind != .boilerplate && layout.kind != .comment }
}

/// One sentence: its tokens tile the paragraph's.
struct DraftSentence: Sendable {
  let paragraph: Int
  let tokens: Range<Int>
  /// Stretches that lie in it.
  let stretches: Range<Int>
}

/// Tokens, sentences and quotation-marked stretches of one article: what every later stage reads.
struct Draft {
  let bytes: UnsafeBufferPointer<UInt8>
  let lexicon: Lexicon
  let tokens: [Token]
  let paragraphs: [DraftParagraph]
  let sentences: [DraftSentence]
  let stretches: [Stretch]
  /// The stretch that each token lies in, marks included; -1 outside.
  let stretchOfToken: [Int32]

  init(_ layout: ArticleLayout, _ bytes: UnsafeBufferPointer<UInt8>, _ lexicon: Lexicon) {
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 5)
    var paragraphs: [DraftParagraph] = []
    var sentences: [DraftSentence] = []
    var stretches: [Stretch] = []
    let tokenizer = Tokenizer(bytes: bytes, lexicon: lexicon)
    var tokenRanges: [Range<Int>] = []
    for paragraph in layout.paragraphs {
      let start = tokens.count
      tokenizer.tokenize(paragraph.textStart..<paragraph.range.upperBound, into: &tokens)
      tokenRanges.append(start..<tokens.count)
    }
    let stretchesByParagraph = StretchFinder(bytes: bytes, tokens: tokens).stretches(of: tokenRanges)
    let splitter = SentenceSplitter(tokens: tokens)
    for (number, paragraph) in layout.paragraphs.enumerated() {
      let range = tokenRanges[number]
      let found = stretchesByParagraph[number]
      let firstStretch = stretches.count
      let firstSentence = sentences.count
      var next = firstStretch
      stretches.append(contentsOf: found)
      for sentence in splitter.sentences(of: range, found) {
        let start = next
        while next < stretches.count, stretches[next].tokens.lowerBound <= sentence.upperBound { next += 1 }
        sentences.append(DraftSentence(paragraph: number, tokens: sentence, stretches: start..<next))
      }
      paragraphs.append(
        DraftParagraph(
          layout: paragraph, tokens: range, sentences: firstSentence..<sentences.count,
          stretches: firstStretch..<stretches.count))
    }
    self.bytes = bytes
    self.lexicon = lexicon
    self.tokens = tokens
    self.paragraphs = paragraphs
    self.sentences = sentences
    self.stretches = stretches
    stretchOfToken = Draft.stretchNumbers(stretches, tokens.count)
  }

  private static func stretchNumbers(_ stretches: [Stretch], _ count: Int) -> [Int32] {
    var numbers = [Int32](repeating: -1, count: count)
    for (number, stretch) in stretches.enumerated() {
      let end = min(stretch.tokens.upperBound + (stretch.isClosed ? 1 : 0), count)
      for token in stretch.tokens.lowerBound - 1..<end { numbers[token] = Int32(number) }
    }
    return numbers
  }

  @inline(__always) func isQuoted(_ token: Int) -> Bool { stretchOfToken[token] >= 0 }

  /// The words of a token, as printed.
  func text(_ token: Int) -> String { text(token..<token + 1) }

  /// The words of a range of tokens, as printed.
  func text(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return String(decoding: bytes[Int(tokens[first].start)..<Int(tokens[last].end)], as: UTF8.self)
  }

  /// The words of a range of tokens, folded.
  func folded(_ range: Range<Int>) -> String { TextFolding.string(folding: bytes(range)) }

  /// The words of a range of tokens, as bytes of the text.
  func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    let covered = byteRange(range)
    return UnsafeBufferPointer(rebasing: bytes[covered.start..<covered.end])
  }

  /// The bytes that a range of tokens covers.
  func byteRange(_ range: Range<Int>) -> TextRange {
    guard let first = range.first, let last = range.last else { return TextRange(0, 0) }
    return TextRange(Int(tokens[first].start), Int(tokens[last].end))
  }

  /// Whether a word of five letters or more ends in "ly": most often an adverb.
  func endsInLY(_ token: Int) -> Bool { ends(token, in: "ly", least: 5) }

  /// Whether a word of at least so many bytes ends in these ASCII letters. Give them in lower case.
  func ends(_ token: Int, in ending: StaticString, least: Int) -> Bool {
    let end = Int(tokens[token].end)
    guard end - Int(tokens[token].start) >= least else { return false }
    let start = end - ending.utf8CodeUnitCount
    return (0..<ending.utf8CodeUnitCount).allSatisfy { bytes[start + $0] | 0x20 == ending.utf8Start[$0] }
  }

  /// Whether a token is this ASCII word, whatever its case. Give the word in lower case.
  @inline(__always) func isWord(_ token: Int, _ word: StaticString) -> Bool {
    let range = Int(tokens[token].start)..<Int(tokens[token].end)
    guard range.count == word.utf8CodeUnitCount else { return false }
    for offset in 0..<range.count where bytes[range.lowerBound + offset] | 0x20 != word.utf8Start[offset] {
      return false
    }
    return true
  }
}

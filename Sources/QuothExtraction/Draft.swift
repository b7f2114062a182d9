//! The working state of one article's analysis.

internal import QuothBasics
internal import QuothModel

/// One paragraph with its tokens.
struct DraftParagraph: Sendable {
  let layout: LayoutParagraph
  let tokens: TokenSpan
  let sentences: Range<Int>
  let stretches: Range<Int>

  /// Whether quotations are looked for in it. Captions and pull quotes repeat them.
  var mayQuote: Bool { layout.kind != .boilerplate && layout.kind != .comment }
}

/// One sentence: its tokens tile the paragraph's.
struct DraftSentence: Sendable {
  let paragraph: Int
  let tokens: TokenSpan
  /// Stretches that lie in it.
  let stretches: Range<Int>
}

/// Tokens, sentences and quotation-marked stretches of one article: what every later stage reads.
struct Draft {
  let bytes: UnsafeBufferPointer<UInt8>
  let lexicon: Lexicon
  let tokens: TokenList
  let paragraphs: [DraftParagraph]
  let sentences: [DraftSentence]
  let stretches: [Stretch]
  /// The stretch that each token lies in, marks included; -1 outside.
  private let stretchOfToken: [Int32]
  /// The sentence of each token; -1 at the edges of paragraphs.
  private let sentenceOfToken: [Int32]
  /// How likely each token is a verb though no list holds it.
  private let verbGuesses: [FiniteVerbs.Guess]

  init(_ layout: ArticleLayout, _ bytes: UnsafeBufferPointer<UInt8>, _ lexicon: Lexicon) {
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 5)
    var paragraphs: [DraftParagraph] = []
    var sentences: [DraftSentence] = []
    var stretches: [Stretch] = []
    let tokenizer = Tokenizer(bytes: bytes, lexicon: lexicon)
    var spans: [TokenSpan] = []
    for paragraph in layout.paragraphs {
      let start = tokens.count
      tokenizer.tokenize(paragraph.textStart..<paragraph.range.upperBound, into: &tokens)
      spans.append(TokenSpan(start, tokens.count))
      tokens.append(Token(edgeAt: paragraph.range.upperBound))
    }
    let list = TokenList(tokens)
    let stretchesByParagraph = StretchFinder(bytes: bytes, tokens: list).stretches(of: spans)
    let splitter = SentenceSplitter(bytes: bytes, tokens: list)
    var sentenceOfToken = [Int32](repeating: -1, count: tokens.count)
    for (number, paragraph) in layout.paragraphs.enumerated() {
      let span = spans[number]
      let found = stretchesByParagraph[number]
      let firstStretch = stretches.count
      let firstSentence = sentences.count
      var next = firstStretch
      stretches.append(contentsOf: found)
      for sentence in splitter.sentences(of: span, found) {
        let start = next
        while next < stretches.count, stretches[next].tokens.lowerBound <= sentence.upperBound { next += 1 }
        for token in sentence { sentenceOfToken[token] = Int32(sentences.count) }
        sentences.append(DraftSentence(paragraph: number, tokens: sentence, stretches: start..<next))
      }
      paragraphs.append(
        DraftParagraph(
          layout: paragraph, tokens: span, sentences: firstSentence..<sentences.count,
          stretches: firstStretch..<stretches.count))
    }
    self.bytes = bytes
    self.lexicon = lexicon
    self.tokens = list
    self.paragraphs = paragraphs
    self.sentences = sentences
    self.stretches = stretches
    self.sentenceOfToken = sentenceOfToken
    verbGuesses = FiniteVerbs.shared.guesses(list, bytes)
    stretchOfToken = Draft.stretchNumbers(stretches, tokens.count)
  }

  private static func stretchNumbers(_ stretches: [Stretch], _ count: Int) -> [Int32] {
    var numbers = [Int32](repeating: -1, count: count)
    for (number, stretch) in stretches.enumerated() {
      for token in stretch.markedTokens where numbers.indices.contains(token) {
        numbers[token] = Int32(number)
      }
    }
    return numbers
  }

  /// The stretch that a token lies in, its marks included.
  @inline(__always) func stretch(at token: Int) -> Int? {
    isQuoted(token) ? Int(stretchOfToken[token]) : nil
  }

  @inline(__always) func isQuoted(_ token: Int) -> Bool {
    stretchOfToken.indices.contains(token) && stretchOfToken[token] >= 0
  }

  /// How likely a word that no list holds is a finite verb here.
  @inline(__always) func verbGuess(_ token: Int) -> FiniteVerbs.Guess {
    verbGuesses.indices.contains(token) ? verbGuesses[token] : .no
  }

  /// The sentence that a token stands in.
  func sentence(at token: Int) -> Int? {
    guard sentenceOfToken.indices.contains(token), sentenceOfToken[token] >= 0 else { return nil }
    return Int(sentenceOfToken[token])
  }

  /// Behind the last token of the sentence that a token stands in: no reader of clauses looks further.
  func sentenceEnd(at token: Int) -> Int {
    sentence(at: token).map { sentences[$0].tokens.upperBound } ?? token
  }

  /// The words of a token, as printed.
  func text(_ token: Int) -> String { text(TokenSpan(at: token)) }

  /// The words of a span, as printed.
  func text(_ span: TokenSpan) -> String { String(decoding: bytes(span), as: UTF8.self) }

  /// The words of a span, folded.
  func folded(_ span: TokenSpan) -> String { TextFolding.string(folding: bytes(span)) }

  /// The words of a span, as bytes of the text.
  func bytes(_ span: TokenSpan) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[tokens.bytes(of: span)])
  }

  /// The bytes that a span covers.
  func byteRange(_ span: TokenSpan) -> TextRange {
    let range = tokens.bytes(of: span)
    return TextRange(range.lowerBound, range.upperBound)
  }

  /// The last byte of a token, 0 where it covers none.
  func lastByte(of token: Int) -> UInt8 {
    let word = tokens[token].bytes
    return word.isEmpty ? 0 : bytes[word.upperBound - 1]
  }

  /// Whether a word of five letters or more ends in "ly": most often an adverb.
  func endsInLY(_ token: Int) -> Bool { ends(token, in: "ly", least: 5) }

  /// Whether a word of at least so many bytes ends in these ASCII letters. Give them in lower case.
  func ends(_ token: Int, in ending: StaticString, least: Int) -> Bool {
    let word = tokens[token].bytes
    guard word.count >= least, word.count >= ending.utf8CodeUnitCount else { return false }
    let start = word.upperBound - ending.utf8CodeUnitCount
    return (0..<ending.utf8CodeUnitCount).allSatisfy { bytes[start + $0] | 0x20 == ending.utf8Start[$0] }
  }

  /// Whether a token is this ASCII word, whatever its case. Give the word in lower case.
  @inline(__always) func isWord(_ token: Int, _ word: StaticString) -> Bool {
    let range = tokens[token].bytes
    guard range.count == word.utf8CodeUnitCount else { return false }
    for offset in 0..<range.count where bytes[range.lowerBound + offset] | 0x20 != word.utf8Start[offset] {
      return false
    }
    return true
  }
}

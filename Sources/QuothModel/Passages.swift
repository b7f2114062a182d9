//! Paragraphs and sentences: the running text and what stands around it.

/// What a paragraph is for. Only headline and body are running text.
public enum ParagraphKind: String, BitwiseCopyable, CaseIterable, Sendable {
  case headline, body, caption, pullquote, boilerplate, comment

  /// Whether quotations and indirect speech are looked for in it, and its words are counted.
  public var isRunningText: Bool { self == .headline || self == .body }
}

/// One paragraph of an article.
public struct Paragraph: CorpusItem {
  /// Its number in the corpus.
  public let id: ParagraphID
  private let tables: CorpusTables

  public init(_ number: Int, in tables: CorpusTables) {
    id = ParagraphID(number)
    self.tables = tables
  }

  private var row: ParagraphRow { tables.paragraphs[id.index] }

  /// The article that it belongs to.
  public var article: ArticleID { tables.article(ofParagraph: UInt32(id.index)) }
  /// Its bytes in the article's text.
  public var range: TextRange { tables.sound(row.range) }
  /// What it is for.
  public var kind: ParagraphKind { row.kind }
  /// Its sentences, in order.
  public var sentences: Items<Sentence> {
    Items(
      tables.range(id.index, in: tables.paragraphs, to: tables.sentences.count) { $0.firstSentence },
      of: tables)
  }
}

/// One sentence of a paragraph. A quotation of several sentences belongs to the sentence that reports it.
public struct Sentence: CorpusItem {
  /// Its number in the corpus.
  public let id: SentenceID
  private let tables: CorpusTables

  public init(_ number: Int, in tables: CorpusTables) {
    id = SentenceID(number)
    self.tables = tables
  }

  private var row: SentenceRow { tables.sentences[id.index] }

  /// The article that it belongs to.
  public var article: ArticleID { tables.article(of: id) }
  /// The paragraph that it belongs to.
  public var paragraph: ParagraphID { tables.sound(ParagraphID(Int(row.paragraph)), in: tables.paragraphs) }
  /// Its bytes in the article's text.
  public var range: TextRange {
    let row = row
    let length = row.isWide ? Int(tables.wideSentences.extra(of: id.index).length) : row.length
    return tables.range(row.start, length: length)
  }
  /// How many words it has.
  public var wordCount: Int {
    row.isWide ? Int(tables.wideSentences.extra(of: id.index).wordCount) : row.wordCount
  }
  /// The topics whose terms stand in it, in taxonomy order.
  public var topics: [TopicID] { tables.topics(row.topics) }
}

/// A paragraph as stored.
struct ParagraphRow: BitwiseCopyable, Sendable {
  let range: TextRange
  let firstSentence: UInt32
  /// Kind (3 bits) and article (29).
  private let packed: UInt32

  var article: UInt32 { packed & (1 << 29 - 1) }
  var kind: ParagraphKind { Stored(code: UInt8(packed >> 29)).value }

  init(range: TextRange, article: UInt32, firstSentence: UInt32, kind: ParagraphKind) {
    self.range = range
    self.firstSentence = firstSentence
    precondition(article < 1 << 29, "a corpus has fewer than 500 million articles")
    packed = UInt32(Stored(kind).code) << 29 | article
  }
}

/// A sentence as stored. What nearly all have room for is packed, and the others have an extra row.
struct SentenceRow: BitwiseCopyable, Sendable {
  /// First byte in the text.
  let start: UInt32
  let paragraph: UInt32
  /// Number in `topicLists`.
  var topics: Int32
  /// Length in bytes (22 bits) and in words (10).
  private let packed: UInt32

  private static let longest = 1 << 22 - 1
  private static let mostWords = 1 << 10 - 1

  init(range: TextRange, paragraph: UInt32, wordCount: Int, topics: Int32) {
    let fits = range.count < Self.longest && wordCount < Self.mostWords
    start = range.lower
    self.paragraph = paragraph
    self.topics = topics
    packed = fits ? UInt32(range.count) | UInt32(wordCount) << 22 : .max
  }

  /// Whether length and words stand in an extra row.
  var isWide: Bool { packed == .max }
  var length: Int { Int(packed) & Self.longest }
  var wordCount: Int { Int(packed >> 22) }
}

/// What a wide sentence has no room for.
struct WideSentence: ExtraRow {
  let number: UInt32
  let length: UInt32
  let wordCount: UInt32
}

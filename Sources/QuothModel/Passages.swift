//! Paragraphs and sentences: the running text and what stands around it.

/// What a paragraph is for. Only headline and body are running text.
public enum ParagraphKind: String, BitwiseCopyable, CaseIterable, Sendable {
  case headline, body, caption, pullquote, boilerplate, comment

  /// Whether quotations and indirect speech are looked for in it, and its words are counted.
  public var isRunningText: Bool { self == .headline || self == .body }
}

/// One paragraph of an article.
public struct Paragraph: CorpusItem {
  public let id: ParagraphID
  private let tables: CorpusTables

  public init(_ number: Int, in tables: CorpusTables) {
    id = ParagraphID(number)
    self.tables = tables
  }

  private var row: ParagraphRow { tables.paragraphs[id.index] }

  public var article: ArticleID { tables.article(ofParagraph: UInt32(id.index)) }
  public var range: TextRange { tables.sound(row.range) }
  public var kind: ParagraphKind { row.kind }
  public var sentences: Items<Sentence> {
    Items(
      tables.range(id.index, in: tables.paragraphs, to: tables.sentences.count) { $0.firstSentence },
      of: tables)
  }
}

/// One sentence of a paragraph. A quotation of several sentences belongs to the sentence that reports it.
public struct Sentence: CorpusItem {
  public let id: SentenceID
  private let tables: CorpusTables

  public init(_ number: Int, in tables: CorpusTables) {
    id = SentenceID(number)
    self.tables = tables
  }

  private var row: SentenceRow { tables.sentences[id.index] }

  public var article: ArticleID { tables.article(of: id) }
  public var paragraph: ParagraphID { tables.sound(ParagraphID(Int(row.paragraph)), in: tables.paragraphs) }
  public var range: TextRange { tables.sound(row.range) }
  public var wordCount: Int { Int(row.wordCount) }
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

/// A sentence as stored.
struct SentenceRow: BitwiseCopyable, Sendable {
  let range: TextRange
  let paragraph: UInt32
  let wordCount: UInt32
  /// Number in `topicLists`.
  let topics: Int32
}

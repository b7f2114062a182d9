//! Dense in-memory numbers for everything a corpus holds, one type for each kind.

/// The number of a thing of kind `Kind` in its corpus: its index in the corpus' array of them.
/// Valid only within that corpus; output and plans use text keys instead.
public struct Identifier<Kind>: Hashable, Comparable, BitwiseCopyable, Sendable {
  /// The index as it is stored, in four bytes.
  public let number: Int32

  /// The number of what stands at an index; the index must fit into four bytes.
  @inlinable public init(_ index: Int) { number = Int32(index) }
  /// The index in the corpus' array, from 0.
  @inlinable public var index: Int { Int(number) }
  @inlinable public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

/// The number of an article in its corpus.
public typealias ArticleID = Identifier<Article>
/// The number of a paragraph in its corpus, counted through all articles.
public typealias ParagraphID = Identifier<Paragraph>
/// The number of a sentence in its corpus, counted through all articles.
public typealias SentenceID = Identifier<Sentence>
/// The number of a quotation in its corpus, counted through all articles.
public typealias QuotationID = Identifier<Quotation>
/// The number of a mention in its corpus, counted through all articles.
public typealias MentionID = Identifier<Mention>
/// The number of a person, organization or place in its corpus.
public typealias EntityID = Identifier<Entity>
/// The number of a topic in the taxonomy of its corpus.
public typealias TopicID = Identifier<Topic>
/// The number of a publisher in its corpus.
public typealias OutletID = Identifier<Outlet>

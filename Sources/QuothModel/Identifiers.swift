//! Dense in-memory numbers for everything a corpus holds, one type for each kind.

/// The number of a thing of kind `Kind` in its corpus: its index in the corpus' array of them.
/// Valid only within that corpus; output and plans use text keys instead.
public struct Identifier<Kind>: Hashable, Comparable, BitwiseCopyable, Sendable {
  public let number: Int32

  @inlinable public init(_ index: Int) { number = Int32(index) }
  @inlinable public var index: Int { Int(number) }
  @inlinable public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

public typealias ArticleID = Identifier<Article>
public typealias ParagraphID = Identifier<Paragraph>
public typealias SentenceID = Identifier<Sentence>
public typealias QuotationID = Identifier<Quotation>
public typealias MentionID = Identifier<Mention>
public typealias EntityID = Identifier<Entity>
public typealias TopicID = Identifier<Topic>
public typealias OutletID = Identifier<Outlet>

//! The things of a corpus as collections: `corpus.articles`, `article.mentions`.

/// One thing of a corpus: its number, read through the tables of the corpus.
public protocol CorpusItem: Sendable {
  /// The thing of this number. Whether the tables have it shows when something of it is read.
  init(_ number: Int, in tables: CorpusTables)
}

/// Things of one kind that stand in a row in their corpus. Indices are the numbers of the things in the corpus, so
/// that a part has the indices of the whole.
public struct Items<Item: CorpusItem>: RandomAccessCollection, Sendable {
  private let tables: CorpusTables
  public let indices: Range<Int>

  init(_ indices: Range<Int>, of tables: CorpusTables) {
    self.tables = tables
    self.indices = indices
  }

  public var startIndex: Int { indices.lowerBound }
  public var endIndex: Int { indices.upperBound }

  public subscript(number: Int) -> Item {
    precondition(indices.contains(number), "an index lies within its collection")
    return Item(number, in: tables)
  }

  public subscript(range: Range<Int>) -> Items {
    precondition(
      indices.lowerBound <= range.lowerBound && range.upperBound <= indices.upperBound,
      "indices lie within their collection")
    return Items(range, of: tables)
  }
}

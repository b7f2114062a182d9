//! What came of a correction.

public import QuothModel
public import QuothQuery

/// A correction that was applied, and what it is about.
public struct AppliedAmendment: Sendable {
  /// The correction, as it was given.
  public let amendment: Amendment
  /// The quotation that it is about.
  public internal(set) var quotation: QuotationID?
  /// The article that it is about.
  public internal(set) var article: ArticleID?
  /// Keys of the entities that it is about.
  public internal(set) var entities: [String] = []
  /// Their names, each as it is called by then; whoever joins another has the name from before.
  public internal(set) var names: [String] = []
  /// Keys of the entities that there were not before.
  public internal(set) var added: [String] = []
  /// Rows that mean somebody else by it; quotations that have other topics, where it is about those of one.
  public internal(set) var changed = ChangedRows()
  /// The terms that a topic had before.
  public internal(set) var formerTerms: [String]?
  /// All is as it says without it.
  public internal(set) var isIdle = false

  init(_ amendment: Amendment) { self.amendment = amendment }
}

//! What came of a correction.

public import QuothModel
public import QuothQuery

/// A correction that was applied, and what it is about.
public struct AppliedAmendment: Sendable {
  public let amendment: Amendment
  /// The quotation that it is about.
  public internal(set) var quotation: QuotationID?
  /// The article that it is about.
  public internal(set) var article: ArticleID?
  /// Keys of the entities that it is about.
  public internal(set) var entities: [String] = []
  /// Quotations that have other speakers by it, or other topics where it is about one.
  public internal(set) var quotations: Set<QuotationID> = []
  /// Mentions that mean somebody else by it.
  public internal(set) var mentions: Set<MentionID> = []
  /// The terms that a topic had before.
  public internal(set) var formerTerms: [String]?
  /// All is as it says without it.
  public internal(set) var isIdle = false

  init(_ amendment: Amendment) { self.amendment = amendment }

  /// Whether it says who speaks in this quotation.
  public func isOfSpeakers(of quotation: QuotationID) -> Bool {
    switch amendment {
    case .speakers, .split: quotations.contains(quotation)
    case .topics, .date, .publication, .alias, .join, .topic: false
    }
  }
}

//! What the search for variants gives.

/// A stretch of words of a member, or of the quotation it is laid beside, and how it differs.
public struct VariantSpan: Equatable, Sendable {
  public let relation: WordRelation
  /// Where the member's words stand in its text, in bytes; nil where it has none here.
  public let member: Range<Int>?
  /// Where the words of the fuller quotation stand in its text, in bytes; nil where it has none here.
  public let reference: Range<Int>?
}

/// One quotation of a cluster.
public struct VariantMember: Equatable, Sendable {
  /// The caller's number of the quotation.
  public let id: Int32
  /// The fuller quotation that it is laid beside; nil for the fullest one of the cluster.
  public let reference: Int32?
  /// The weighted share of the words of the shorter of the two that stand in the other too, 0 to 1; 1 for the fullest.
  public let similarity: Double
  /// What its alignment with `reference` weighs, in nats; 0 for the fullest.
  public let evidence: Double
  /// Its words beside those of `reference`, in order; neighbours of one relation are joined.
  public let spans: [VariantSpan]
}

/// Quotations that render one utterance.
public struct VariantCluster: Equatable, Sendable {
  /// The fullest first; each later one is laid beside one before it.
  public let members: [VariantMember]
}

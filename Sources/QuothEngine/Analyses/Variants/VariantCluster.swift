//! What the search for variants gives.

internal import QuothQuery

/// A stretch of words of a member, or of the quotation it is laid beside, and how it differs.
struct VariantSpan: Equatable {
  let relation: WordRelation
  /// Where the member's words stand in its text, in bytes; nil where it has none here.
  let member: Range<Int>?
  /// Where the words of the fuller quotation stand in its text, in bytes; nil where it has none here.
  let reference: Range<Int>?
}

/// One quotation of a cluster.
struct VariantMember: Equatable {
  /// The caller's number of the quotation.
  let id: Int32
  /// The fuller quotation that it is laid beside; nil for the fullest one of the cluster.
  let reference: Int32?
  /// The weighted share of the words of the shorter of the two that stand in the other too, 0 to 1; 1 for the fullest.
  let similarity: Double
  /// What its alignment with `reference` weighs, in nats; 0 for the fullest.
  let evidence: Double
  /// Its words beside those of `reference`, in order; neighbours of one relation are joined.
  let spans: [VariantSpan]
}

/// Quotations that render one utterance.
struct VariantCluster: Equatable {
  /// The fullest first; each later one is laid beside one before it.
  let members: [VariantMember]
}

/// What a search found.
struct VariantFindings {
  /// In the order of their fullest quotations, the fullest first.
  let clusters: [VariantCluster]
  /// What shared words had to weigh, in nats.
  let required: Double
  /// Quotations of one or two words that stand in no cluster.
  let tooShort: Int
}

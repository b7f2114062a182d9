//! A quotation while its article is analysed.

internal import QuothModel

/// How a quotation was tied to a source.
struct AttributionFinding: Sendable {
  var rule: AttributionRule
  /// Tokens of the cue.
  var cue: TokenSpan?
  /// Tokens of the source's noun phrase.
  var source: TokenSpan?
  /// For continuations: the quotation or statement whose source goes on.
  var continues: Int?
}

/// Reported words and what was found out about them.
struct DraftQuotation: Sendable {
  /// Bytes of the words, without and with their marks.
  var content: Range<Int>
  var marked: Range<Int>
  var kind: QuotationKind
  var sentence: Int
  var wordCount: Int
  var rule: AttributionRule
  /// How sure of its speaker the data is that it came with; nil where a rule found it.
  var confidence: Double?
  var cue: TokenSpan?
  var source: TokenSpan?
  /// The mention in the source that names the speaker.
  var mention: Int?
  /// Numbers of the speakers in the article's entity table.
  var speakers: [Int] = []
  var addressee: Int?
  /// The quotation of this article that it repeats.
  var repeats: Int?
}

/// All that is reported in an article, and what stands in marks but is nobody's.
struct DraftReport: Sendable {
  var quotations: [DraftQuotation] = []
  var unattributed: [(content: Range<Int>, reason: UnattributedStretch.Reason)] = []
}

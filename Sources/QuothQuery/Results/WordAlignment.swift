//! Two texts laid side by side, word by word.

/// The words of a quotation beside those of the fuller one that it is a variant of.
public struct WordAlignment: Hashable, Sendable {
  /// A stretch of words of one, of the other, or of both.
  public struct Piece: Hashable, Sendable {
    /// How they differ.
    public enum Relation: Hashable, Sendable {
      case same
      /// Another form of the word.
      case form
      case replaced
      /// The same word elsewhere.
      case moved
      /// Words that the other does not have.
      case missing
    }

    /// How the two texts differ here.
    public let relation: Relation
    /// As printed; empty where it has none here.
    public let fuller: String
    /// The words of the variant; empty where it has none here.
    public let words: String

    public init(_ relation: Relation, fuller: String, words: String) {
      self.relation = relation
      self.fuller = fuller
      self.words = words
    }
  }

  /// The whole of both texts, from the start to the end.
  public let pieces: [Piece]
  /// The share of the shorter one that the other has, 0 to 1.
  public let similarity: Double
  /// What the shared words weigh, and what they had to, in nats.
  public let evidence: Double
  /// The weight that shared words had to reach, in nats.
  public let required: Double

  public init(pieces: [Piece], similarity: Double, evidence: Double, required: Double) {
    self.pieces = pieces
    self.similarity = similarity
    self.evidence = evidence
    self.required = required
  }
}

/// What a search for variants found.
public struct VariantFigures: Hashable, Sendable {
  /// Quotations that were compared.
  public let compared: Int
  /// Those of one or two words that stand in no utterance: too few words to tell by.
  public let tooShort: Int
  /// Groups of quotations that render one utterance.
  public let utterances: Int
  /// The numbers of the utterances whose quotations name different speakers.
  public let disputed: [Int]
  /// How alike quotations had to be, 0 to 1.
  public let least: Double

  public init(compared: Int, tooShort: Int, utterances: Int, disputed: [Int], least: Double) {
    self.compared = compared
    self.tooShort = tooShort
    self.utterances = utterances
    self.disputed = disputed
    self.least = least
  }
}

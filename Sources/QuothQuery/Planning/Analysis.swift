//! Analyses as plain data: what is made of the words, or of the days, of rows.
//!
//! Meaning, the same for every engine:
//! - The words of rows are those of their text (`WordScanner`), case and accents folded. Of articles it is their running
//!   text. A word that several rows share is counted once.
//! - No window and no n-gram goes over the end of a row, of a sentence of the corpus, or of a sentence within a row:
//!   a gap between two words that ends a sentence.
//! - Collocates are counted as cwb-ccc does: windows that overlap are one, and the words of a node belong to no window;
//!   they leave N and C1 too.
//! - Variants are quotations of different articles that render one utterance, by the words they share, their speakers
//!   and days; each is compared with the fullest of them. Similarity is the overlap coefficient over words weighed by
//!   their information. Which quotations are found is the engine's art, not part of this contract.
//! - Figures are those of `AssociationMeasure` and `Dispersion`.

public import QuothStatistics

/// What is made of rows. `Rows` is whatever stands for rows at this rung: a bound query, or a plan.
public indirect enum Analysis<Rows: Hashable & Sendable>: Hashable, Sendable {
  /// The lines that hold a pattern, with what stands before and after it.
  case concordance(of: TextPattern, width: Int, order: [ConcordanceKey])
  /// How often each word occurs; or each value of a field.
  case frequencies(of: Field?, least: Int)
  /// How often each sequence of so many words occurs.
  case ngrams(length: Int, least: Int)
  /// The words near a pattern. `least` is 5 unless told, or 2 where the windows have fewer than 1,000 words.
  case collocates(of: TextPattern, window: Int, measure: AssociationMeasure, least: Int?)
  /// The words that the rows have more of, and less, than others. Rows of both are of the first alone.
  case keywords(against: Rows, measure: AssociationMeasure, least: Int)
  /// Where a pattern stands in each article, and how evenly it is spread.
  case dispersion(of: TextPattern)
  /// Quotations that render one utterance, those of one beside each other; so alike at least, 0 to 1.
  case variants(least: Double)
  /// Outlets or speakers side by side: how much they are quoted, in which words, by which cues.
  case compare(by: Field)
  /// Whom outlets quote, or whatever else rows are taken together by, and how soon.
  case sources(by: Field)
  /// Rows by period, those without any included, from the first to the last.
  case timeline(by: Period)

  /// The stage that asks for it.
  public var stage: AnalysisStage {
    switch self {
    case .concordance: .concordance
    case .frequencies: .frequencies
    case .ngrams: .ngrams
    case .collocates: .collocates
    case .keywords: .keywords
    case .dispersion: .dispersion
    case .timeline: .timeline
    case .variants: .variants
    case .compare: .compare
    case .sources: .sources
    }
  }

  /// What the rows are compared with.
  public var reference: Rows? {
    if case .keywords(let rows, _, _) = self { rows } else { nil }
  }

  /// The field whose values its rows are.
  public var countedField: Field? {
    switch self {
    case .frequencies(let field, _): field
    case .compare(let field), .sources(let field): field
    case .concordance, .ngrams, .collocates, .keywords, .dispersion, .timeline, .variants: nil
    }
  }

  /// The same with its rows put otherwise.
  func map<Other>(_ transform: (Rows) -> Other) -> Analysis<Other> {
    switch self {
    case .concordance(let pattern, let width, let order):
      .concordance(of: pattern, width: width, order: order)
    case .frequencies(let field, let least): .frequencies(of: field, least: least)
    case .ngrams(let length, let least): .ngrams(length: length, least: least)
    case .collocates(let pattern, let window, let measure, let least):
      .collocates(of: pattern, window: window, measure: measure, least: least)
    case .keywords(let rows, let measure, let least):
      .keywords(against: transform(rows), measure: measure, least: least)
    case .dispersion(let pattern): .dispersion(of: pattern)
    case .timeline(let period): .timeline(by: period)
    case .variants(let least): .variants(least: least)
    case .compare(let field): .compare(by: field)
    case .sources(let field): .sources(by: field)
    }
  }
}

/// What the lines of a concordance are sorted by.
public enum ConcordanceKey: Hashable, Sendable {
  /// The word at a distance from the node, which is 1 for the nearest; case and accents do not count.
  case word(ConcordanceSide, Int)
  case column(AnalysisColumn)
}

/// The days of one event.
public enum VariantDays {
  /// Articles further apart in days are not taken to tell of one event.
  public static let mostApart: Int32 = 14
}

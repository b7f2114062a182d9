//! The analyses of the field, and the options they take.

internal import QuothStatistics

/// A stage that makes a table of the words, or of the days, of rows.
public enum AnalysisStage: String, CaseIterable, Hashable, Sendable {
  case concordance, frequencies, ngrams, collocates, keywords, dispersion, timeline, variants, compare
  case sources

  /// The word that asks for it.
  public var keyword: Keyword {
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

  init?(_ keyword: Keyword) { self.init(rawValue: keyword.rawValue) }
}

/// Something that an analysis can be told.
public enum AnalysisOption: String, CaseIterable, Hashable, Sendable {
  /// The words that are looked for.
  case pattern
  /// How many words an n-gram has.
  case length
  /// Whose values are counted.
  case field
  /// Words on either side that count as near.
  case window
  /// Characters of context on either side.
  case width
  /// What the strength of a bond, or of a difference, is measured by.
  case measure
  /// What time is divided into.
  case period
  /// Occurrences that a row needs.
  case least
  /// What is compared: outlets or speakers.
  case side
  /// What rows are taken together by.
  case grouping
  /// How alike things must be, 0 to 1.
  case similarity
  /// What lines are sorted by.
  case order
  /// What the rows are compared with.
  case reference

  /// The words that lead to its value.
  var lead: [Keyword] {
    switch self {
    case .pattern, .field: [.of]
    case .length, .side: []
    case .window: [.window]
    case .width: [.width]
    case .measure, .period, .grouping: [.by]
    case .least, .similarity: [.at, .least]
    case .order: [.sort]
    case .reference: [.against]
    }
  }

  /// As it is called in messages: the words that lead to it, or what it is.
  public var words: String { lead.isEmpty ? rawValue : lead.map(\.rawValue).joined(separator: " ") }

  /// The numbers that it may be.
  var numbers: ClosedRange<Int>? {
    switch self {
    case .length: 1...10
    case .window: 1...50
    case .width: 5...400
    case .least: 1...1_000_000
    case .pattern, .field, .measure, .period, .similarity, .order, .reference, .side, .grouping: nil
    }
  }
}

extension AnalysisStage {
  /// What it takes, in the order in which it is printed.
  public var options: [AnalysisOption] {
    switch self {
    case .concordance: [.pattern, .width, .order]
    case .frequencies: [.field, .least]
    case .ngrams: [.length, .least]
    case .collocates: [.pattern, .window, .measure, .least]
    case .keywords: [.measure, .least, .reference]
    case .dispersion: [.pattern]
    case .timeline: [.period]
    case .variants: [.similarity]
    case .compare: [.side]
    case .sources: [.grouping]
    }
  }

  /// What it cannot do without.
  public var required: [AnalysisOption] {
    switch self {
    case .concordance, .collocates, .dispersion: [.pattern]
    case .compare: [.side]
    case .ngrams: [.length]
    case .keywords: [.reference]
    case .frequencies, .timeline, .variants, .sources: []
    }
  }

  /// Whether `of` stands before its pattern.
  var printsOf: Bool { self != .concordance }

  /// The measure of those who name none.
  var usualMeasure: AssociationMeasure { self == .keywords ? .loglikelihood : .logdice }

  /// The fields that it can take rows together by; the first unless told.
  public var groupings: [Field] {
    switch self {
    case .compare: [.outlet, .speakers]
    case .sources: [.outlet, .agency, .author, .article, .sourceType]
    case .concordance, .frequencies, .ngrams, .collocates, .keywords, .dispersion, .timeline, .variants: []
    }
  }

  /// The same as words: `compare outlets`, `sources by outlet`.
  public var groupingWords: [String] {
    groupings.map { self == .compare && $0 == .outlet ? "outlets" : $0.name }
  }

  /// Whether it makes something of rows of a collection.
  public func takes(_ collection: QueryCollection) -> Bool {
    switch self {
    case .concordance, .frequencies, .ngrams, .collocates, .keywords, .dispersion: collection.hasText
    case .variants, .compare, .sources: collection == .quotes || collection == .statements
    case .timeline: FieldCatalog.type(of: .date, in: collection) == .date
    }
  }
}

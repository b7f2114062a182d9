//! What a user corrected, as plain data: any engine can apply it to its own tables.

public import QuothBasics

/// One correction of what the analysis found. Names are text keys, as in plans.
public enum Amendment: Hashable, Sendable {
  /// Who says a quotation; nobody known by name, where there are none.
  case speakers(QuotationPlace, [AmendedEntity])
  /// What a quotation is about, by the keys of topics.
  case topics(QuotationPlace, [String])
  case date(article: String, CalendarDay?)
  case publication(article: String, AmendableField, String?)
  /// Another spelling of an entity.
  case alias(String, of: String)
  /// Two entities are one, which has the name of the second.
  case join(String, to: String)
  /// Mentions of an entity that are spelled so, in these articles or in all, mean somebody else.
  case split(spelling: String, from: String, articles: [String], to: AmendedEntity)
  /// What makes a topic. One of that name has these patterns instead of its own.
  case topic(String, [TopicTerm])
}

/// A pattern that makes a topic, as written and as read.
public struct TopicTerm: Hashable, Sendable {
  /// As written.
  public let text: String
  /// As read: folded words.
  public let pattern: TextPattern

  public init(text: String, pattern: TextPattern) {
    self.text = text
    self.pattern = pattern
  }
}

/// Someone who takes the place of others.
public enum AmendedEntity: Hashable, Sendable {
  /// By its key.
  case known(String)
  /// A person that no text names so.
  case new(String)
}

/// Where a quotation is found again, in a text that may have changed since.
public struct QuotationPlace: Hashable, Sendable {
  /// The article's key.
  public let article: String
  /// The words that it begins with.
  public let words: String
  /// Its first byte in the article's text.
  public let start: Int?

  public init(article: String, words: String, start: Int?) {
    self.article = article
    self.words = words
    self.start = start
  }

  /// How many words tell a quotation from others.
  public static let wordCount = 12
}

/// What can be corrected of a quotation or an article.
public enum AmendableField: String, CaseIterable, Hashable, Sendable {
  case speakers, topics
  case title, outlet, agency, author, translator, place, date

  /// The field that a word names.
  public init?(word: String) {
    let lowered = word.lowercased()
    guard let field = FieldCatalog.singulars[lowered] ?? Field(rawValue: lowered) else { return nil }
    self.init(rawValue: field.rawValue)
  }

  /// Whether it is of the article, and not of a quotation in it.
  public var isOfArticle: Bool {
    switch self {
    case .speakers, .topics: false
    case .title, .outlet, .agency, .author, .translator, .place, .date: true
    }
  }
}

/// Why a correction cannot be applied.
public enum AmendmentFault: Error, Hashable, Sendable {
  /// A name that several have, and who they are.
  case ambiguousName(String, names: [String])
  /// A name without a letter or digit.
  case noName(String)
  /// Somebody new who has the full name of somebody whom texts name.
  case alreadyNamed(String)
  /// A spelling that means others already; and what may be meant: that both are one, and that the texts mean the other
  /// by it.
  case alreadyMeans(String, names: [String], join: String? = nil, split: String? = nil)
  /// The key of nobody and nothing, by now.
  case unknownKey(String)
  /// A field that nobody can correct, or not of this.
  case notAmendable(String)
  /// A date that is no day.
  case noDay(String)
  /// Nobody, beside somebody.
  case missingBesideOthers
  /// More than one value of what has one.
  case oneValue(AmendableField)
  /// No quotation of the article begins so.
  case noSuchQuotation(article: String)
  /// Several do.
  case severalQuotations(article: String)
  /// Nothing that the texts call so is this person.
  case nothingToSplit(String, from: String)
  /// A person and a place are not one.
  case differentKinds(String, String)
  /// A pattern that fits too many combinations of words in some text.
  case tooCostly
  /// Someone asked for an end before it was made.
  case cancelled
  /// A statement of another kind among kept corrections.
  case noAmendment
  /// A row that is neither a quotation nor an article.
  case notOfRow(QueryCollection?)

  var id: DiagnosticID {
    switch self {
    case .ambiguousName: .ambiguousName
    case .alreadyNamed, .alreadyMeans: .nameTaken
    case .notAmendable, .oneValue, .missingBesideOthers, .notOfRow, .noAmendment, .noName, .unknownKey,
      .cancelled:
      .notAmendable
    case .noSuchQuotation, .severalQuotations: .noSuchQuotation
    case .nothingToSplit: .nothingToSplit
    case .differentKinds: .differentKinds
    case .tooCostly: .patternTooCostly
    case .noDay: .badDate
    }
  }
}

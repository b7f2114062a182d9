//! Applies what a user corrected to a corpus: one correction after the other, each over those before it.

internal import QuothBasics
internal import QuothModel
public import QuothQuery

/// A corpus on which corrections are made. The engine of the corpus as it was found stays as it is.
public struct CorpusAmender {
  let found: InMemoryEngine
  var reviser: CorpusReviser
  var names: AmendedVocabulary
  /// Entities that no text gave, by their keys.
  var added: [String: EntityID] = [:]
  /// The keys of those, by their kinds and folded names.
  var keysOfAdded: [String: String] = [:]

  let isCancelled: @Sendable () -> Bool

  /// `found` is over the corpus as the analysis left it. `isCancelled` is asked where texts have to be read.
  public init(_ found: InMemoryEngine, isCancelled: @escaping @Sendable () -> Bool = { false }) {
    self.found = found
    self.isCancelled = isCancelled
    reviser = CorpusReviser(found.columns.corpus)
    names = AmendedVocabulary(found.vocabulary)
  }

  /// The corpus as it was found.
  var corpus: Corpus { found.columns.corpus }

  /// The names as they are after all corrections so far.
  public var vocabulary: any Vocabulary { names }

  /// An engine over the corpus with all corrections so far. It shares all that rests on texts alone.
  public func finish() -> InMemoryEngine {
    InMemoryEngine(reviser.finish(), amending: found, names)
  }

  /// Applies one more. Throws what keeps it from being applied, such as a name or a quotation that is not there, or not
  /// the only one, and then changes nothing.
  public mutating func apply(_ amendment: Amendment) throws(AmendmentFault) -> AppliedAmendment {
    switch amendment {
    case .speakers(let place, let speakers): try setSpeakers(amendment, place, speakers)
    case .topics(let place, let keys): try setTopics(amendment, place, keys)
    case .date(let key, let day): try setDate(amendment, key, day)
    case .publication(let key, let field, let text): try set(amendment, key, field, text)
    case .alias(let spelling, let key): try addAlias(amendment, spelling, key)
    case .join(let key, let other): try join(amendment, key, other)
    case .split(let spelling, let key, let articles, let target):
      try split(amendment, spelling, key, articles, target)
    case .topic(let name, let terms): try define(amendment, name, terms)
    }
  }

  /// What is to be called something.
  func check(name: String) throws(AmendmentFault) {
    guard name.contains(where: { $0.isLetter || $0.isNumber }) else { throw .noName(name) }
  }

  func article(_ key: String) throws(AmendmentFault) -> ArticleID {
    guard let code = found.columns.articleNames.codes(of: [key]).first else { throw .unknownKey(key) }
    return ArticleID(Int(code))
  }
}

//! What quoth finds in invented articles, compared with what they are known to hold.

/// A quotation that quoth found, its speakers' names joined by commas.
public struct FoundQuotation: Hashable, Sendable {
  let words: String
  let speakers: String

  public init(words: String, speakers: String) {
    self.words = words
    self.speakers = speakers
  }
}

/// How much of what is known was found.
public struct AnswerCheck: Equatable, Sendable {
  /// Quotations known.
  public private(set) var known = 0
  /// Those of which the same words were found.
  public private(set) var found = 0
  /// Those found that have the right speaker, and nobody else.
  public private(set) var right = 0
  /// Quotations found that nobody knows of.
  public private(set) var surplus = 0

  public init() {}

  /// Compares the quotations of one article. Each that was found answers for one that is known.
  public mutating func add(_ article: InventedArticle, found answers: [FoundQuotation]) {
    var rest = answers
    for quotation in article.quotations {
      known += 1
      let exact = FoundQuotation(words: quotation.words, speakers: quotation.speaker)
      guard let place = rest.firstIndex(of: exact) ?? rest.firstIndex(where: { $0.words == quotation.words })
      else { continue }
      found += 1
      if rest[place] == exact { right += 1 }
      rest.remove(at: place)
    }
    surplus += rest.count
  }

  /// `12,345 known, 99.1 % found, 97.2 % with the right speaker, 0.3 % surplus`.
  public var summary: String {
    func percent(_ part: Int) -> String {
      let tenths = known == 0 ? 0 : (part * 2000 + known) / (2 * known)
      return "\(tenths / 10).\(tenths % 10) %"
    }
    return
      "\(known) quotations known, \(percent(found)) found, \(percent(right)) found with the right speaker; "
      + "\(percent(surplus)) more found than known"
  }
}

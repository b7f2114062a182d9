//! What an article says of the source of a quotation, for `why`.

internal import QuothModel

extension EvidenceReport {
  /// The kind of source and the words that present it, each with its place where it stands in another sentence.
  func profileFacts(of quotation: Quotation, in article: Article) -> [EvidenceFact] {
    guard let profile = quotation.profile else { return [] }
    var facts = [EvidenceFact("source is", Self.meaning(of: profile.type))]
    let parts: [(label: String, range: TextRange?)] = [
      ("title", profile.title), ("introduced", profile.introduced), ("on behalf", profile.onBehalf),
      ("document", profile.document), ("anonymity", profile.anonymity),
    ]
    for part in parts {
      guard let range = part.range else { continue }
      let isNear = corpus[quotation.sentence].range.contains(range)
      let place = isNear ? "" : ", \(place(of: range, in: article))"
      facts.append(EvidenceFact(part.label, "‘\(article.string(range))’\(place)"))
    }
    return facts
  }

  private static func meaning(of type: SourceType) -> String {
    switch type {
    case .person: "a person named by the article"
    case .organization: "an organization, or a place that speaks for its government"
    case .document: "a document"
    case .group: "several people without names"
    case .unnamed: "one person without a name"
    case .anonymous: "people whose names the article keeps back"
    }
  }
}

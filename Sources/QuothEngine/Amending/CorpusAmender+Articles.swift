//! Corrections of what an article says of its publication.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

extension CorpusAmender {
  mutating func setDate(
    _ amendment: Amendment, _ key: String, _ day: CalendarDay?
  ) throws(AmendmentFault) -> AppliedAmendment {
    try change(amendment, key) { $0.date = day }
  }

  mutating func set(
    _ amendment: Amendment, _ key: String, _ field: AmendableField, _ text: String?
  ) throws(AmendmentFault) -> AppliedAmendment {
    if let text { try check(name: text) }
    let path: WritableKeyPath<CorpusBuilder.Publication, String?>
    switch field {
    case .title: path = \.title
    case .outlet: path = \.outlet
    case .agency: path = \.agency
    case .author: path = \.author
    case .translator: path = \.translator
    case .place: path = \.place
    case .date, .speakers, .topics: throw .notAmendable(field.rawValue)
    }
    let applied = try change(amendment, key) { $0[keyPath: path] = text }
    if !applied.isIdle { names.change(field) }
    return applied
  }

  private mutating func change(
    _ amendment: Amendment, _ key: String, _ change: (inout CorpusBuilder.Publication) -> Void
  ) throws(AmendmentFault) -> AppliedAmendment {
    let article = try article(key)
    let before = reviser.publication(of: article)
    var after = before
    change(&after)
    var applied = AppliedAmendment(amendment)
    applied.article = article
    applied.isIdle = before == after
    reviser.setPublication(of: article, to: after)
    return applied
  }
}

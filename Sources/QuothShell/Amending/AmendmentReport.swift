//! What a correction did, in words.

internal import QuothBasics
internal import QuothEngine
internal import QuothModel
internal import QuothQuery

/// Words what corrections did to a corpus.
struct AmendmentReport {
  let found: Corpus
  let now: Corpus

  func text(of entry: AmendmentEntry) -> String {
    let applied = entry.applied
    let changed = Self.count(applied.changedQuotations, "quotation", "quotations")
    switch applied.amendment {
    case .speakers: return speakers(applied.quotation)
    case .topics: return topics(applied.quotation)
    case .date(let article, let day):
      return "date of \(article): \(day?.description ?? "missing"), in \(changed) too"
    case .publication(let article, let field, let text):
      return "\(field.rawValue) of \(article): \(text ?? "missing")"
    case .alias(let spelling, let key): return "‘\(spelling)’ means \(name(key)) now"
    case .join(_, let key): return "\(name(key)) is one now, with \(changed) more"
    case .split(let spelling, let old, _, let target):
      return "‘\(spelling)’ is \(name(of: target)) there, no longer \(name(old)): \(changed) changed"
    case .topic(let name, _): return "topic \(name): \(changed)"
    }
  }

  private func speakers(_ quotation: QuotationID?) -> String {
    guard let quotation else { return "" }
    return "speaker: \(names(quotation, now)), found was \(names(quotation, found))"
  }

  private func topics(_ quotation: QuotationID?) -> String {
    guard let quotation else { return "" }
    func text(_ corpus: Corpus) -> String {
      let names = corpus[quotation].topics.map { corpus[$0].name }
      return names.isEmpty ? "none" : names.joined(separator: ", ")
    }
    return "topics: \(text(now)), found were \(text(found))"
  }

  private func names(_ quotation: QuotationID, _ corpus: Corpus) -> String {
    let names = corpus[quotation].attribution.speakers.map { corpus[$0].name }
    return names.isEmpty ? "nobody known" : names.joined(separator: " and ")
  }

  private func name(of target: AmendedEntity) -> String {
    switch target {
    case .known(let key): name(key)
    case .new(let name): name
    }
  }

  /// The name that goes with a key now.
  private func name(_ key: String) -> String {
    let entity = now.formerKeys[key].map { now[$0] } ?? now.entities.first { $0.key == key }
    return entity?.name ?? key
  }

  private static func count(_ number: Int, _ one: String, _ several: String) -> String {
    "\(number) \(number == 1 ? one : several)"
  }
}

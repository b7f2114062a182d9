//! What a correction did, in words. Figures are those that the language gives when it is asked.

internal import QuothBasics
internal import QuothEngine
internal import QuothModel
internal import QuothQuery

/// Words what corrections did to a corpus.
struct AmendmentReport {
  let found: Corpus
  /// Before the correction, with all others.
  let before: InMemoryEngine
  let now: InMemoryEngine

  func text(of entry: AmendmentEntry) -> String {
    let applied = entry.applied
    switch applied.amendment {
    case .speakers: return speakers(applied.quotation)
    case .topics: return topics(applied.quotation)
    case .date(let article, let day):
      let quotes = Self.quotes(Self.count(.quotes, .names(.article, anyOf: [article]), now))
      return "date of \(article): \(day?.description ?? "missing"), in \(quotes) too"
    case .publication(let article, let field, let text):
      return "\(field.rawValue) of \(article): \(text ?? "missing")"
    case .alias(let spelling, _): return "‘\(spelling)’ means \(applied.names.joined()) now"
    case .join(let key, let other):
      let (joined, whole) = (applied.names[0], applied.names[1])
      return "\(joined) is \(whole) now: \(by(other, now)); before: \(whole) \(by(other, before)), "
        + "\(joined) \(by(key, before))"
    case .split(let spelling, let old, _, _): return split(spelling, old, applied)
    case .topic(let name, _): return topic(name, applied)
    }
  }

  private func speakers(_ quotation: QuotationID?) -> String {
    guard let quotation else { return "" }
    return "speaker: \(names(quotation, now.corpus)), found was \(names(quotation, found))"
  }

  private func topics(_ quotation: QuotationID?) -> String {
    guard let quotation else { return "" }
    func text(_ corpus: Corpus) -> String {
      let names = corpus[quotation].topics.map { corpus[$0].name }
      return names.isEmpty ? "none" : names.joined(separator: ", ")
    }
    return "topics: \(text(now.corpus)), found were \(text(found))"
  }

  private func split(_ spelling: String, _ old: String, _ applied: AppliedAmendment) -> String {
    let (key, from, to) = (applied.entities[1], applied.names[0], applied.names[1])
    return
      "‘\(spelling)’ is \(to) there, no longer \(from); \(to): \(by(key, now)), before \(by(key, before)); "
      + "\(from): \(by(old, now)), before \(by(old, before))"
  }

  private func topic(_ name: String, _ applied: AppliedAmendment) -> String {
    func about(_ engine: InMemoryEngine) -> String {
      figure(.names(.topics, anyOf: [TextFolding.fold(name)]), engine)
    }
    guard let terms = applied.formerTerms else { return "topic \(name): \(about(now))" }
    let more = terms.count > Self.shownTerms ? " and \(terms.count - Self.shownTerms) more" : ""
    let shown = terms.prefix(Self.shownTerms).joined(separator: ", ") + more
    return "topic \(name): \(about(now)); before: \(about(before)); its terms were \(shown)"
  }

  private static let shownTerms = 12

  // MARK: Figures

  /// `14 quotes`, and statements where they are another number, by somebody; of a place, which says nothing, mentions.
  private func by(_ key: String, _ engine: InMemoryEngine) -> String {
    if key.hasPrefix("\(EntityKind.place.rawValue)/") {
      let mentions = Self.count(.mentions, .names(.entity, anyOf: [key]), engine)
      return "\(mentions) \(mentions == 1 ? "mention" : "mentions")"
    }
    return figure(.names(.speakers, anyOf: [key]), engine)
  }

  private func figure(_ predicate: Predicate, _ engine: InMemoryEngine) -> String {
    let quotes = Self.count(.quotes, predicate, engine)
    let statements = Self.count(.statements, predicate, engine)
    return Self.quotes(quotes)
      + (statements == quotes ? "" : " (\(statements) \(statements == 1 ? "statement" : "statements"))")
  }

  /// What `quotes … | count` gives.
  private static func count(
    _ collection: QueryCollection, _ predicate: Predicate, _ engine: InMemoryEngine
  ) -> Int {
    let plan = LogicalPlan.count(.filter(.scan(collection, repeats: .leaveOut), predicate))
    guard case .integer(let count) = (try? engine.execute(plan))?.rows.first?.values.first else { return 0 }
    return count
  }

  private static func quotes(_ count: Int) -> String { "\(count) \(count == 1 ? "quote" : "quotes")" }

  // MARK: Names

  private func names(_ quotation: QuotationID, _ corpus: Corpus) -> String {
    let names = corpus[quotation].attribution.speakers.map { corpus[$0].name }
    return names.isEmpty ? "nobody known" : names.joined(separator: " and ")
  }
}

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
  let limits: ExecutionLimits

  /// Throws where a figure cannot be had: when it is cancelled, or the engine cannot run a plan.
  func text(of entry: AmendmentEntry) throws(ExecutionError) -> String {
    let applied = entry.applied
    switch applied.amendment {
    case .speakers: return speakers(applied.quotation)
    case .topics: return topics(applied.quotation)
    case .date(let article, let day):
      let quotes = Self.quotes(try count(.quotes, .names(.article, anyOf: [article]), now))
      return "date of \(article): \(day?.description ?? "missing"), in \(quotes) too"
    case .publication(let article, let field, let text):
      return "\(field.rawValue) of \(article): \(text ?? "missing")"
    case .alias(let spelling, _): return "‘\(spelling)’ means \(applied.names.joined()) now"
    case .join(let key, let other):
      let (joined, whole) = (applied.names[0], applied.names[1])
      return "\(joined) is \(whole) now: \(try by(other, now)); before: \(whole) \(try by(other, before)), "
        + "\(joined) \(try by(key, before))"
    case .split(let spelling, let old, _, _): return try split(spelling, old, applied)
    case .topic(let name, _): return try topic(name, applied)
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

  private func split(
    _ spelling: String, _ old: String, _ applied: AppliedAmendment
  ) throws(ExecutionError) -> String {
    let (key, from, to) = (applied.entities[1], applied.names[0], applied.names[1])
    return
      "‘\(spelling)’ is \(to) there, no longer \(from); \(to): \(try by(key, now)), before \(try by(key, before)); "
      + "\(from): \(try by(old, now)), before \(try by(old, before))"
  }

  private func topic(_ name: String, _ applied: AppliedAmendment) throws(ExecutionError) -> String {
    func about(_ engine: InMemoryEngine) throws(ExecutionError) -> String {
      try figure(.names(.topics, anyOf: [TextFolding.fold(name)]), engine)
    }
    guard let terms = applied.formerTerms else { return "topic \(name): \(try about(now))" }
    let more = terms.count > Self.shownTerms ? " and \(terms.count - Self.shownTerms) more" : ""
    let shown = terms.prefix(Self.shownTerms).joined(separator: ", ") + more
    return "topic \(name): \(try about(now)); before: \(try about(before)); its terms were \(shown)"
  }

  private static let shownTerms = 12

  // MARK: Figures

  /// `14 quotes`, and statements where they are another number, by somebody; of a place, which says nothing, mentions.
  private func by(_ key: String, _ engine: InMemoryEngine) throws(ExecutionError) -> String {
    if key.hasPrefix("\(EntityKind.place.rawValue)/") {
      let mentions = try count(.mentions, .names(.entity, anyOf: [key]), engine)
      return "\(mentions) \(mentions == 1 ? "mention" : "mentions")"
    }
    return try figure(.names(.speakers, anyOf: [key]), engine)
  }

  private func figure(_ predicate: Predicate, _ engine: InMemoryEngine) throws(ExecutionError) -> String {
    let quotes = try count(.quotes, predicate, engine)
    let statements = try count(.statements, predicate, engine)
    return Self.quotes(quotes)
      + (statements == quotes ? "" : " (\(statements) \(statements == 1 ? "statement" : "statements"))")
  }

  /// What `quotes … | count` gives.
  private func count(
    _ collection: QueryCollection, _ predicate: Predicate, _ engine: InMemoryEngine
  ) throws(ExecutionError) -> Int {
    let plan = LogicalPlan.count(.filter(.scan(collection, repeats: .leaveOut), predicate))
    return try engine.execute(plan, limits: limits).wholeNumber()
  }

  private static func quotes(_ count: Int) -> String { "\(count) \(count == 1 ? "quote" : "quotes")" }

  // MARK: Names

  private func names(_ quotation: QuotationID, _ corpus: Corpus) -> String {
    let names = corpus[quotation].attribution.speakers.map { corpus[$0].name }
    return names.isEmpty ? "nobody known" : names.joined(separator: " and ")
  }
}

//! Topics by words.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

extension CorpusAmender {
  mutating func define(
    _ amendment: Amendment, _ name: String, _ terms: [TopicTerm]
  ) throws(AmendmentFault) -> AppliedAmendment {
    try check(name: name)
    var applied = AppliedAmendment(amendment)
    let before = reviser.topic(named: name)
    applied.formerTerms = before?.terms
    applied.isIdle = before.map { $0.terms == terms.map(\.text) } ?? false
    guard !applied.isIdle else { return applied }
    let found: Passages
    do throws(ExecutionError) {
      found = try self.found.passages(with: terms.map(\.pattern), ExecutionLimits(isCancelled: isCancelled))
    } catch .cancelled {
      throw .cancelled
    } catch {
      throw .tooCostly
    }
    let sentences = found.sentences.map { SentenceID(Int($0)) }.filter { [corpus] sentence in
      let kind = corpus[corpus[sentence].paragraph].kind
      return kind != .boilerplate && kind != .comment
    }
    let quotations = found.quotations.map { QuotationID(Int($0)) }
    reviser.defineTopic(
      name, terms: terms.map(\.text), sentences: sentences, quotations: quotations)
    if before == nil {
      names.add(
        topic: VocabularyEntry(
          key: TextFolding.fold(name), name: name, aliases: [], count: quotations.count, unit: "quotes"))
    }
    return applied
  }
}

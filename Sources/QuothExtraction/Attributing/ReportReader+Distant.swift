//! Quotations whose source stands in another paragraph: read out before, or named after.

internal import QuothModel

extension ReportReader {
  /// "The governor read out a letter." ¶ "…": the paragraph before ends in a sentence with a reporting verb.
  func introduction(before number: Int) -> AttributionFinding? {
    let paragraph = draft.sentences[number].paragraph
    guard number > 0, paragraph > 0,
      draft.sentences[number].tokens.lowerBound
        == draft.paragraphs[paragraph].tokens.lowerBound
    else { return nil }
    let before = draft.sentences[number - 1]
    guard before.paragraph == paragraph - 1, before.stretches.isEmpty,
      draft.paragraphs[before.paragraph].layout.kind == .body
    else { return nil }
    for index in before.tokens.reversed() where attributor.cues.isCue(index) {
      guard let source = attributor.clauses.subject(of: index, floor: before.tokens.lowerBound) else {
        continue
      }
      return AttributionFinding(rule: .paragraphContinuation, cue: TokenSpan(at: index), source: source)
    }
    return nil
  }

  /// The quotation of the other of two interlocutors, where the paragraphs before show them take turns: closed
  /// quotations of one, of the other and of the first again, each in a paragraph of its own.
  func partner(in paragraph: Int) -> Int? {
    var turns: [Int] = []
    for number in report.quotations.indices.reversed() where report.quotations[number].kind == .direct {
      let other = draft.sentences[report.quotations[number].sentence].paragraph
      if let latest = turns.last {
        let expected = draft.sentences[report.quotations[latest].sentence].paragraph
        if other == expected { continue }
        guard other == expected - 1 else { break }
      } else if other != paragraph - 1 {
        break
      }
      turns.append(number)
      if turns.count == 3 { break }
    }
    guard turns.count == 3, turns.allSatisfy({ isTurn(report.quotations[$0]) }) else { return nil }
    let speakers = turns.map { report.quotations[$0].speakers }
    return speakers[0] == speakers[2] && speakers[0] != speakers[1] ? turns[1] : nil
  }

  /// One named speaker, and a quotation that its paragraph closes.
  private func isTurn(_ quotation: DraftQuotation) -> Bool {
    quotation.speakers.count == 1 && quotation.marked.upperBound > quotation.content.upperBound
  }

  /// "…" ¶ "That is how Walter Brandt began his evidence": quotations that nobody has said yet belong to the first
  /// person named in the sentence after them, when it stands in the next paragraph and quotes nothing.
  mutating func resolveForward() {
    for number in report.quotations.indices where report.quotations[number].rule == .none {
      let sentence = report.quotations[number].sentence
      guard draft.paragraphs[draft.sentences[sentence].paragraph].layout.kind != .pullquote else { continue }
      let after = personAfter(sentence)
      guard let mention = after ?? personBefore(sentence) else { continue }
      report.quotations[number].rule = after == nil ? .paragraphContinuation : .forward
      report.quotations[number].source = resolver.table.mentions[mention].tokens
      report.quotations[number].mention = mention
      report.quotations[number].speakers = resolver.table.mentions[mention].entities
    }
  }

  private func personAfter(_ sentence: Int) -> Int? {
    var next = sentence + 1
    // Over the rest of a quotation of several paragraphs.
    while next < draft.sentences.count, isQuotation(draft.sentences[next]), next < sentence + 6 { next += 1 }
    guard next < draft.sentences.count, draft.sentences[next].stretches.isEmpty,
      draft.sentences[next].paragraph > draft.sentences[sentence].paragraph,
      draft.paragraphs[draft.sentences[next].paragraph].layout.kind == .body
    else { return nil }
    let table = resolver.table
    return table.mentions(of: next).first {
      table.mentions[$0].form == .name && !table.mentions[$0].isPossessive
        && table.mentions[$0].entities.contains { table.entities[$0].kind == .person }
    }
  }

  /// "For thirty years Anna Berg kept silent. On Thursday she spoke." ¶ "…": the only person of the sentence before a
  /// paragraph that is one quotation, when it is the subject there.
  private func personBefore(_ sentence: Int) -> Int? {
    var before = sentence
    while before >= 0, sentence - before < 8, isQuotation(draft.sentences[before]) { before -= 1 }
    guard before >= 0, before < sentence, draft.sentences[before].stretches.isEmpty,
      draft.sentences[before].paragraph < draft.sentences[before + 1].paragraph,
      draft.paragraphs[draft.sentences[before].paragraph].layout.kind == .body
    else { return nil }
    let table = resolver.table
    let persons = table.mentions(of: before).filter {
      table.mentions[$0].entities.contains { table.entities[$0].kind == .person }
    }
    guard let first = persons.first, table.mentions[first].isSubject,
      persons.allSatisfy({ table.mentions[$0].entities == table.mentions[first].entities })
    else { return nil }
    return first
  }

  /// Whether a sentence is nothing but one quotation.
  private func isQuotation(_ sentence: DraftSentence) -> Bool {
    sentence.tokens.allSatisfy { draft.isQuoted($0) }
  }
}

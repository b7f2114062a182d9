//! Turns of a transcript as quotations.

internal import QuothBasics
internal import QuothModel

extension ReportReader {
  /// Takes the turn of a paragraph down as a direct quotation; `sentence` is the paragraph's first. The questions of an
  /// interviewer without a name are passed over.
  mutating func readTurn(_ turn: TranscriptTurn, _ sentence: Int) {
    let bytes = draft.tokens.bytes(of: turn.content)
    var quotation = DraftQuotation(
      content: bytes, marked: bytes, kind: .direct, sentence: sentence,
      wordCount: turn.content.count { draft.tokens[$0].isWordLike }, rule: .transcript,
      cue: TokenSpan(at: turn.label.upperBound), source: turn.label)
    switch turn.voice {
    case .named:
      let resolved = SourceResolver(draft: draft, table: resolver.table).resolve(turn.label)
      quotation.mention = resolved.mention
      quotation.speakers = resolved.speakers
    case .answering:
      if let mention = onlyPerson(before: sentence) {
        quotation.mention = mention
        quotation.speakers = resolver.table.mentions[mention].entities
      }
    case .asking: return
    }
    report.quotations.append(quotation)
  }

  /// The person whom an introduction presents: the only one that it names.
  private func onlyPerson(before sentence: Int) -> Int? {
    let firstTurn = turns.keys.min() ?? draft.sentences[sentence].paragraph
    let table = resolver.table
    let end = draft.sentences.firstIndex(notPreceding: { $0.paragraph < firstTurn })
    let persons = table.mentions.indices.prefix(table.start(of: end)).filter {
      table.mentions[$0].form == .name
        && table.mentions[$0].entities.contains { table.entities[$0].kind == .person }
    }
    guard let first = persons.first,
      persons.allSatisfy({ table.mentions[$0].entities == table.mentions[first].entities })
    else { return nil }
    return first
  }
}

//! What kind of source a quotation has.

internal import QuothModel

/// Tells kinds of source by who was found to speak and by the head noun of the source.
struct SourceTyper {
  let table: MentionTable

  /// The kind of source of a quotation; nil where it has neither a source nor a speaker.
  func type(of quotation: DraftQuotation, _ phrase: SourcePhrase?) -> SourceType? {
    if let phrase, phrase.isDocument, !isNamed(quotation, within: phrase) { return .document }
    if let speaker = quotation.speakers.first {
      return table.entities[speaker].kind == .person ? .person : .organization
    }
    guard let phrase else { return nil }
    if phrase.isNeuter { return .organization }
    if phrase.isOrganization, !phrase.isPlural { return .organization }
    return phrase.isPlural ? .group : .unnamed
  }

  /// Whether the speaker's name is the head itself, as in "Cedar Report", not a word beside it: "Berg's report".
  private func isNamed(_ quotation: DraftQuotation, within phrase: SourcePhrase) -> Bool {
    guard let head = phrase.head, let mention = quotation.mention else { return false }
    return table.mentions[mention].core.contains(head)
  }
}

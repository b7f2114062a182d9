//! What an article says of the sources of its quotations.

internal import QuothBasics
internal import QuothModel

/// What the article said so far of sources without a name, by their head noun, folded.
private struct KnownSources {
  /// Whom they speak for.
  var principals: [String: TokenSpan] = [:]
  /// The words that keep their names back.
  var anonymity: [String: TokenSpan] = [:]
}

/// Makes the profile of each source: its kind, its office, why it is there, whom it speaks for, the document, and why
/// its name is kept back.
struct SourceProfiler {
  let draft: Draft
  let table: MentionTable
  let quotations: [DraftQuotation]
  private let typer: SourceTyper
  /// What the article says of each speaker.
  private let presentations: [Int: Presentation]
  /// The phrase of each sentence that keeps a name back.
  private let anonymity: [Int: TokenSpan]

  init(draft: Draft, table: MentionTable, quotations: [DraftQuotation]) {
    self.draft = draft
    self.table = table
    self.quotations = quotations
    typer = SourceTyper(table: table)
    presentations = Self.presentations(draft, table, of: Set(quotations.flatMap(\.speakers)))
    let reader = AnonymityReader(draft: draft)
    let pairs = draft.sentences.enumerated().compactMap { number, sentence in
      reader.phrase(in: sentence.tokens).map { (number, $0) }
    }
    anonymity = Dictionary(uniqueKeysWithValues: pairs)
  }

  private static func presentations(
    _ draft: Draft, _ table: MentionTable, of speakers: Set<Int>
  ) -> [Int: Presentation] {
    let reader = PresentationReader(draft: draft)
    var found: [Int: Presentation] = [:]
    for mention in table.mentions where mention.form == .name && !mention.isQuoted {
      guard let person = mention.entities.first, mention.entities.count == 1, speakers.contains(person),
        table.entities[person].kind == .person,
        draft.paragraphs[draft.sentences[mention.sentence].paragraph].layout.kind.isRunningText
      else { continue }
      let next = reader.presentation(of: mention)
      var known = found[person] ?? Presentation()
      if let title = next.title, title.count > known.title?.count ?? 0 { known.title = title }
      known.introduction = known.introduction ?? next.introduction
      found[person] = known
    }
    return found
  }

  /// The profiles, each once, and for each quotation the number of its own; nil where nothing is known of its source.
  func profiles() -> (profiles: [SourceProfile], numbers: [Int?]) {
    var profiles: [SourceProfile] = []
    var numbers: [SourceProfile: Int] = [:]
    var known = KnownSources()
    let found = quotations.map { quotation -> Int? in
      guard let profile = profile(of: quotation, &known) else { return nil }
      if let number = numbers[profile] { return number }
      numbers[profile] = profiles.count
      profiles.append(profile)
      return profiles.count - 1
    }
    return (profiles, found)
  }

  private func profile(of quotation: DraftQuotation, _ known: inout KnownSources) -> SourceProfile? {
    let phrase = quotation.source.flatMap { $0.isEmpty ? nil : SourcePhrase(draft, $0) }
    guard let type = typer.type(of: quotation, phrase) else { return nil }
    var profile = SourceProfile(type)
    let presentation = quotation.speakers.count == 1 ? presentations[quotation.speakers[0]] : nil
    profile.title = presentation?.title.map { range($0) }
    profile.introduced = (presentation?.introduction ?? introduction(type, phrase)).map { range($0) }
    let reader = OnBehalfReader(draft: draft)
    switch type {
    case .person:
      profile.onBehalf = presentation?.title.flatMap { reader.principal(in: $0) }.map { range($0) }
    case .group, .unnamed, .anonymous:
      profile.onBehalf = phrase.flatMap { principal($0, &known) }.map { range($0) }
    case .organization, .document: break
    }
    let sentence = draft.sentences[quotation.sentence].tokens
    let documents = DocumentReader(draft: draft)
    let document =
      type == .document
      ? phrase.flatMap { documents.document($0) }
      : documents.document(in: sentence, near: quotation.source, quotation.cue)
    profile.document = document.map { range($0) }
    if type == .unnamed || type == .group, let words = anonymity(of: quotation, phrase, &known) {
      profile.type = .anonymous
      profile.anonymity = range(words)
    }
    return profile
  }

  /// Whom a source without a name speaks for: by its own words, or by those that brought it in.
  private func principal(_ phrase: SourcePhrase, _ known: inout KnownSources) -> TokenSpan? {
    guard let head = phrase.headWord else { return nil }
    if let principal = OnBehalfReader(draft: draft).principal(in: phrase.tokens) {
      known.principals[head] = principal
      return principal
    }
    return owner(of: phrase) ?? (phrase.isDefinite ? known.principals[head] : nil)
  }

  /// The name that "her" stands for in "her lawyers".
  private func owner(of phrase: SourcePhrase) -> TokenSpan? {
    guard let first = phrase.tokens.first, draft.tokens[first].has(.possessive),
      let head = phrase.head, draft.tokens[head].has(.agentNoun)
    else { return nil }
    let number = table.mentions.firstIndex(notPreceding: { $0.tokens.lowerBound < first })
    guard number < table.mentions.count, table.mentions[number].tokens.lowerBound == first else { return nil }
    var mention = table.mentions[number]
    for _ in 0..<Self.longestChain {
      if mention.form == .name { return mention.core }
      guard let antecedent = mention.antecedent else { return nil }
      mention = table.mentions[antecedent]
    }
    return nil
  }

  private static let longestChain = 50

  /// Why a source without a name is there: "who worked there" of "people who worked there".
  private func introduction(_ type: SourceType, _ phrase: SourcePhrase?) -> TokenSpan? {
    guard let phrase, type == .unnamed || type == .group, !phrase.isPronoun else { return nil }
    let start = phrase.tokens.first { token in
      token > phrase.core.lowerBound
        && (draft.tokens[token].has(.who) || draft.isWord(token, "familiar") || draft.isWord(token, "close"))
    }
    guard let start else { return nil }
    var end = phrase.tokens.upperBound
    while end > start, !draft.tokens[end - 1].isWordLike { end -= 1 }
    let clause = TokenSpan(start, end)
    return clause.count > 1 ? clause : nil
  }

  /// The phrase of the quotation's own sentence, of a neighbour in its paragraph, or of an earlier quotation by the
  /// same words: "the official".
  private func anonymity(
    of quotation: DraftQuotation, _ phrase: SourcePhrase?, _ known: inout KnownSources
  ) -> TokenSpan? {
    let head = phrase?.headWord
    let paragraph = draft.sentences[quotation.sentence].paragraph
    let near = [0, 1, -1].lazy.map { quotation.sentence + $0 }.first {
      anonymity[$0] != nil && draft.sentences[$0].paragraph == paragraph
    }
    if let near, let words = anonymity[near] {
      if let head { known.anonymity[head] = words }
      return words
    }
    guard let head, let phrase, !phrase.isPronoun else { return nil }
    return known.anonymity[head]
  }

  private func range(_ span: TokenSpan) -> TextRange { draft.byteRange(span) }
}

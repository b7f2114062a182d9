//! Finds how an article describes persons: titles, descriptions in place of a name, appositions, and what somebody calls
//! somebody.

internal import QuothModel

/// A description of a person, while its article is analysed.
struct DraftEpithet {
  let tokens: TokenSpan
  let form: EpithetForm
  /// Number in the article's `EntityTable`.
  let person: Int
  let sentence: Int
  /// Who says it, as far as words in quotation marks say it; nobody where the article speaks itself.
  let speakers: [Int]
}

/// Collects the descriptions of one article.
struct EpithetFinder {
  let draft: Draft
  let table: MentionTable
  let quotations: [DraftQuotation]
  /// Those in marks, by their words.
  private let spoken: NestedRanges

  init(draft: Draft, table: MentionTable, quotations: [DraftQuotation]) {
    self.draft = draft
    self.table = table
    self.quotations = quotations
    spoken = NestedRanges(
      quotations.enumerated().filter { $0.element.kind != .indirect }.map { ($0.offset, $0.element.content) })
  }

  /// The descriptions in the order of the text. None lies within another of the same person.
  func epithets() -> [DraftEpithet] {
    var found: [DraftEpithet] = []
    for number in table.mentions.indices {
      let mention = table.mentions[number]
      guard mention.entities.count == 1, table.entities[mention.entities[0]].kind == .person else { continue }
      if let description = described(mention) { found.append(description) }
      if let called = called(mention) { found.append(called) }
    }
    found.sort { ($0.tokens.lowerBound, $1.tokens.upperBound) < ($1.tokens.lowerBound, $0.tokens.upperBound) }
    return found.reduce(into: []) { kept, next in
      let isWithin = kept.last.map {
        $0.person == next.person && next.tokens.upperBound <= $0.tokens.upperBound
      }
      if isWithin != true { kept.append(next) }
    }
  }

  /// What a mention itself says of its person: the title before a name, or the words that stand for it.
  private func described(_ mention: DraftMention) -> DraftEpithet? {
    switch mention.form {
    case .pronoun: return nil
    case .name:
      let title = TokenSpan(mention.tokens.lowerBound, mention.core.lowerBound)
      return epithet(title, .title, of: mention)
    case .nominal:
      guard let span = mention.nominal, !span.isGroup else { return nil }
      let form: EpithetForm = mention.resolution == .apposition ? .apposition : .nominal
      return epithet(mention.tokens, form, of: mention)
    }
  }

  /// "described him as a “dear friend”", "calls Raisi “the butcher”": the words in marks behind a mention that a verb
  /// of calling governs.
  private func called(_ mention: DraftMention) -> DraftEpithet? {
    let sentence = draft.sentences[mention.sentence].tokens
    let before = sentence.window(before: mention.tokens.lowerBound, 3)
    guard before.contains(where: { isCalling($0) }) else { return nil }
    var index = mention.tokens.upperBound
    guard index < sentence.upperBound else { return nil }
    if draft.isWord(index, "as") { index += 1 }
    while index < sentence.upperBound, draft.tokens[index].has([.determiner, .possessive]) { index += 1 }
    guard index < sentence.upperBound, let number = draft.stretch(at: index) else { return nil }
    let stretch = draft.stretches[number]
    guard stretch.open == index, stretch.tokens.count <= Self.mostWords else { return nil }
    return epithet(stretch.tokens, .calling, of: mention)
  }

  /// A longer stretch is a sentence about somebody, no name for them.
  private static let mostWords = 8

  private func isCalling(_ token: Int) -> Bool {
    Self.callingVerbs.contains { draft.isWord(token, $0) }
  }

  private static let callingVerbs: [StaticString] = [
    "describe", "describes", "described", "describing", "call", "calls", "called", "calling", "label",
    "labels",
    "labeled", "labelled", "labeling", "labelling", "brand", "brands", "branded", "branding", "dub", "dubs",
    "dubbed", "hail", "hails", "hailed", "hailing", "denounce", "denounces", "denounced", "denouncing",
    "characterize", "characterizes", "characterized", "characterise", "characterises", "characterised",
  ]

  /// The description of some tokens, without the article before and without courtesy.
  private func epithet(_ tokens: TokenSpan, _ form: EpithetForm, of mention: DraftMention) -> DraftEpithet? {
    var tokens = tokens
    while let first = tokens.first, draft.tokens[first].has([.determiner, .anyHonorific]), tokens.count > 0 {
      guard !draft.tokens[first].has(.role) else { break }
      tokens = TokenSpan(first + 1, tokens.upperBound)
    }
    while let last = tokens.last, !draft.tokens[last].isWordLike, draft.tokens[last].kind != .possessive {
      tokens = TokenSpan(tokens.lowerBound, last)
    }
    guard let first = tokens.first else { return nil }
    return DraftEpithet(
      tokens: tokens, form: form, person: mention.entities[0], sentence: mention.sentence,
      speakers: speakers(at: first))
  }

  /// The speakers of the innermost quotation in marks that a token lies in.
  private func speakers(at token: Int) -> [Int] {
    spoken.innermost(at: Int(draft.tokens[token].start)).map { quotations[$0].speakers } ?? []
  }
}

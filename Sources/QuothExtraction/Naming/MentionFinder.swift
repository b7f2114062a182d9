//! Finds every mention of an article and names the entities that are named outright.

internal import QuothBasics
internal import QuothModel

/// Finds names, nominals and third-person pronouns.
struct MentionFinder {
  let draft: Draft
  let names: NameFinder
  let nominals: NominalReader

  init(draft: Draft) {
    self.draft = draft
    names = NameFinder(draft: draft)
    nominals = NominalReader(draft: draft)
  }

  func find() -> MentionTable {
    var table = MentionTable(entities: EntityTable(draft: draft))
    var spans: [[NameSpan]] = Array(repeating: [], count: draft.sentences.count)
    for (number, sentence) in draft.sentences.enumerated() where isRead(sentence) {
      spans[number] = names.names(in: sentence.tokens)
    }
    let entityOfSpan = gatherEntities(spans, &table.entities)
    for (number, sentence) in draft.sentences.enumerated() {
      table.beginSentence()
      guard isRead(sentence) else { continue }
      var found: [DraftMention] = []
      for (place, span) in spans[number].enumerated() {
        guard let entity = entityOfSpan[number][place] else { continue }
        found.append(mention(span, entity, number, table.entities))
      }
      appendOthers(number, &found)
      found.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
      markSubjects(&found, sentence)
      table.mentions.append(contentsOf: found)
    }
    RoleReader(draft: draft, nominals: nominals).readRoles(&table)
    return table
  }

  private func isRead(_ sentence: DraftSentence) -> Bool {
    draft.paragraphs[sentence.paragraph].mayQuote
  }

  /// Names of several words first, so that parts of names find them wherever they stand; headings last, as their
  /// capitals prove nothing.
  private func gatherEntities(_ spans: [[NameSpan]], _ table: inout EntityTable) -> [[Int?]] {
    var found: [[Int?]] = spans.map { Array(repeating: nil, count: $0.count) }
    for span in spans.joined() { table.noteOffice(span) }
    for pass in 0..<3 {
      for (number, sentence) in draft.sentences.enumerated() {
        let isHeading = draft.paragraphs[sentence.paragraph].layout.kind != .body
        for (place, span) in spans[number].enumerated() {
          let isSure = span.core.count > 1 && span.kind != .unknown
          guard pass == (isHeading || span.standing == .known ? 2 : isSure ? 0 : 1) else { continue }
          let mayCreate =
            span.standing == .any
            && (!isHeading || span.kind == .place
              || (span.kind == .person && span.core.count <= 3
                && draft.tokens[span.core.lowerBound].has(.givenName)))
          found[number][place] = table.add(span, mayCreate: mayCreate, isHeading: isHeading)
        }
      }
    }
    return found
  }

  private func mention(
    _ span: NameSpan, _ entity: Int, _ sentence: Int, _ entities: EntityTable
  ) -> DraftMention {
    let isFull = span.words == entities[entity].words
    return DraftMention(
      tokens: span.full, core: span.core, form: .name, entities: [entity],
      resolution: isFull ? .fullName : .partOfName, sentence: sentence,
      isQuoted: draft.isQuoted(span.core.lowerBound),
      isPossessive: draft.tokens[span.core.upperBound].kind == .possessive,
      gender: span.gender, rivals: entities.rivals(of: entity, span))
  }

  /// Pronouns and nominals of a sentence, where no name stands.
  private func appendOthers(_ sentence: Int, _ found: inout [DraftMention]) {
    let range = draft.sentences[sentence].tokens
    let taken = found
    var index = range.lowerBound
    var nextName = 0
    while index < range.upperBound {
      while nextName < taken.count, taken[nextName].core.upperBound <= index { nextName += 1 }
      if nextName < taken.count, taken[nextName].tokens.contains(index) {
        index = taken[nextName].core.upperBound
        if taken[nextName].isPossessive,
          let span = nominals.nominal(ownedBy: taken[nextName].core, index, limit: range.upperBound),
          !(nextName + 1 < taken.count && taken[nextName + 1].tokens.contains(span.head))
        {
          found.append(nominal(span, sentence))
          index = span.tokens.upperBound
        }
        continue
      }
      let token = draft.tokens[index]
      if token.has([.male, .female, .plural]) {
        found.append(pronoun(index, sentence))
        index += 1
      } else if let span = nominal(at: index, range.upperBound, taken, nextName) {
        found.append(nominal(span, sentence))
        index = span.tokens.upperBound
      } else {
        index += 1
      }
    }
  }

  private func nominal(_ span: NominalSpan, _ sentence: Int) -> DraftMention {
    DraftMention(
      tokens: span.tokens, core: span.tokens, form: .nominal, sentence: sentence,
      isQuoted: draft.isQuoted(span.tokens.lowerBound),
      isPossessive: draft.tokens[span.tokens.upperBound].kind == .possessive,
      nominal: span, gender: nominals.gender(of: span))
  }

  /// A nominal that can mean one person or a known group; it ends before the next name, but for its complement.
  private func nominal(at index: Int, _ limit: Int, _ taken: [DraftMention], _ nextName: Int) -> NominalSpan?
  {
    let token = draft.tokens[index]
    guard token.has([.determiner, .possessive, .demonym]) || draft.isWord(index, "one"),
      let span = nominals.nominal(at: index, limit: limit),
      span.isDefinite || span.isGroup || nominals.introducesOne(span)
    else {
      return nil
    }
    if nextName < taken.count, taken[nextName].tokens.contains(span.head) { return nil }
    return span
  }

  private func pronoun(_ index: Int, _ sentence: Int) -> DraftMention {
    let token = draft.tokens[index]
    return DraftMention(
      tokens: TokenSpan(at: index), core: TokenSpan(at: index), form: .pronoun, sentence: sentence,
      isQuoted: draft.isQuoted(index), isPossessive: token.has(.possessive),
      gender: token.has(.male) ? .male : token.has(.female) ? .female : nil)
  }

  /// The first mention of a sentence or clause that no preposition governs is its likely subject.
  private func markSubjects(_ found: inout [DraftMention], _ sentence: DraftSentence) {
    var isOpen = true
    var isMain = true
    var hasReport = false
    var previous = sentence.tokens.lowerBound
    for place in found.indices where !found[place].isQuoted {
      let start = found[place].tokens.lowerBound
      for index in TokenSpan(previous, start) {
        let token = draft.tokens[index]
        if token.kind == .comma || token.kind == .semicolon || token.has(.subordinator) { isOpen = true }
        if token.has([.subordinator, .who]), !token.has(.determiner) || draft.isWord(index, "that") {
          isMain = false
        } else if token.kind == .comma || token.kind == .semicolon {
          isMain = true
        }
        if token.has(.cueFinite), token.has(.strongCue), !draft.isQuoted(index) { hasReport = true }
      }
      let isGoverned = start > sentence.tokens.lowerBound && draft.tokens[start - 1].has(.preposition)
      let isSubjectForm = found[place].form != .pronoun || draft.tokens[start].has(.subject)
      if isOpen, !isGoverned, !found[place].isPossessive, isSubjectForm {
        found[place].isSubject = true
        found[place].isMainSubject = isMain && !hasReport
        isOpen = false
      }
      previous = found[place].tokens.upperBound
    }
  }
}

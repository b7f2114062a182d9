//! Reads what persons are from the words around their names, and from nothing else.

internal import QuothBasics
internal import QuothModel

/// Ties roles to persons: titles ("Iranian President Ebrahim Raisi") and appositions on either side
/// ("the president of Iran, Ebrahim Raisi", "Raisi, president of Iran,").
struct RoleReader {
  let draft: Draft
  let nominals: NominalReader

  func readRoles(_ table: inout MentionTable) {
    for number in table.mentions.indices {
      let mention = table.mentions[number]
      guard mention.form == .name, let entity = mention.entities.first else { continue }
      if isDescribedAsPerson(mention, entity, table, number) {
        table.entities[entity].kind = .person
        table.entities[entity].isCertain = true
      }
      guard table.entities[entity].kind == .person else { continue }
      if mention.tokens.lowerBound < mention.core.lowerBound {
        add(title(of: mention), to: entity, &table.entities)
      }
      let range = draft.sentences[mention.sentence].tokens
      if let after = appositionAfter(mention, range) {
        add(description(after), to: entity, &table.entities)
        learnGender(of: entity, from: after, &table.entities)
      }
      if let before = appositionBefore(mention, range, table, number) {
        add(description(table.mentions[before].nominal), to: entity, &table.entities)
        learnGender(of: entity, from: table.mentions[before].nominal, &table.entities)
        table.mentions[before].entities = [entity]
        table.mentions[before].resolution = .apposition
        table.mentions[before].antecedent = number
      }
    }
  }

  /// "Berg's wife, Lule,": words for kin tell the gender, though they are no office.
  private func learnGender(of entity: Int, from span: NominalSpan?, _ entities: inout EntityTable) {
    guard let span, entities[entity].gender == nil else { return }
    entities[entity].gender = nominals.gender(of: span)
  }

  private func add(_ role: RoleDescription?, to entity: Int, _ entities: inout EntityTable) {
    guard let role else { return }
    if !entities[entity].roles.contains(role) { entities[entity].roles.append(role) }
    entities[entity].isCertain = true
    if entities[entity].country == nil { entities[entity].country = role.country }
    guard entities[entity].gender == nil else { return }
    var head = role.head
    let classes = head.withUTF8 { draft.lexicon.entry(of: $0).classes }
    if classes.has(.maleNoun) { entities[entity].gender = .male }
    if classes.has(.femaleNoun) { entities[entity].gender = .female }
  }

  /// The folded head of a role by which roles are compared: abbreviations spelled out, "congressman" levelled.
  static func head(_ word: String) -> String {
    let folded = TextFolding.fold(word)
    return levelled[folded] ?? abbreviations[folded] ?? folded
  }

  private static func spelledOut(_ word: String) -> String {
    abbreviations[TextFolding.fold(word)] ?? word.lowercased()
  }

  private static let abbreviations = [
    "sen.": "senator", "rep.": "representative", "gov.": "governor", "gen.": "general", "prof.": "professor",
    "dr.": "doctor", "lt.": "lieutenant", "col.": "colonel", "capt.": "captain", "sgt.": "sergeant",
    "sen": "senator", "rep": "representative", "gov": "governor", "del.": "delegate",
  ]

  private static let levelled = [
    "congressman": "representative", "congresswoman": "representative", "pontiff": "pope", "pm": "minister",
    "premier": "minister", "cm": "minister",
  ]

  /// The word of a title that tells the office: "president" in "Iranian President".
  static func titleWord(_ title: TokenSpan, _ draft: Draft) -> Int? {
    title.last { draft.tokens[$0].has(.role) || abbreviations[TextFolding.fold(draft.text($0))] != nil }
  }

  private func title(of mention: DraftMention) -> RoleDescription? {
    let range = TokenSpan(mention.tokens.lowerBound, mention.core.lowerBound)
    guard let head = RoleReader.titleWord(range, draft) else { return nil }
    var country: Int?
    for index in range { country = EntityTable.country(at: index, draft) ?? country }
    // "Cuba's Prime Minister Manuel Marrero Cruz".
    if country == nil, draft.tokens[range.lowerBound - 1].kind == .possessive,
      draft.tokens[range.lowerBound - 2].has(.country)
    {
      country = Int(draft.tokens[range.lowerBound - 2].entry.country)
    }
    // "President Omar Diallo of Senegal".
    let after = mention.core.upperBound
    if country == nil, draft.isWord(after, "of"),
      draft.tokens[after + 1].has(.country)
    {
      country = Int(draft.tokens[after + 1].entry.country)
    }
    let isFormer = range.contains { draft.isWord($0, "former") }
    return RoleDescription(
      head: RoleReader.head(draft.text(head)), office: office(head, from: range.lowerBound),
      text: draft.text(range), country: country, isFormer: isFormer)
  }

  private func description(_ span: NominalSpan?) -> RoleDescription? {
    guard let span, draft.tokens[span.head].has(.role) else { return nil }
    return RoleDescription(
      head: RoleReader.head(draft.text(span.head)), office: office(span.head, from: span.tokens.lowerBound),
      text: words(of: span), country: span.country, isFormer: span.isFormer)
  }

  /// The head with the words that make it an office: "supreme leader", "prime minister"; without country and
  /// "former".
  private func office(_ head: Int, from start: Int) -> String {
    var words = [RoleReader.spelledOut(draft.text(head))]
    var index = head - 1
    while index >= start {
      let token = draft.tokens[index]
      guard token.kind == .word, !token.has([.demonym, .country, .determiner, .possessive, .quantity]),
        !token.isCapitalized || token.has(.role) || words.count == 1 && draft.isWord(index, "prime"),
        !token.has(.dead), !draft.isWord(index, "former"), !draft.isWord(index, "then")
      else { break }
      words.insert(draft.text(index).lowercased(), at: 0)
      index -= 1
    }
    // "chief of diplomacy", "Secretary of State"; a country is told apart.
    if draft.isWord(head + 1, "of"), draft.tokens[head + 2].kind == .word,
      !draft.tokens[head + 2].has([.determiner, .possessive, .country, .demonym, .capital, .givenName])
    {
      words.append("of " + draft.text(head + 2).lowercased())
    }
    return words.joined(separator: " ")
  }

  /// The words of a description without its article.
  private func words(of span: NominalSpan) -> String {
    let first = span.tokens.lowerBound
    let skips = draft.tokens[first].has([.determiner, .possessive]) ? 1 : 0
    return draft.text(TokenSpan(first + skips, span.tokens.upperBound))
  }

  private func appositionAfter(_ mention: DraftMention, _ range: TokenSpan) -> NominalSpan? {
    let comma = mention.core.upperBound
    guard comma + 1 < range.upperBound, draft.tokens[comma].kind == .comma, !draft.isQuoted(comma) else {
      return nil
    }
    guard let span = nominals.nominal(at: comma + 1, limit: range.upperBound) else { return nil }
    // "Raisi, the president said" is no apposition: one is closed again.
    guard span.tokens.upperBound < range.upperBound, !span.isGroup else { return nil }
    let next = draft.tokens[span.tokens.upperBound]
    return next.kind == .comma || next.endsSentence || next.has([.who, .preposition, .coordinator])
      ? span : nil
  }

  /// The nominal mention that ends at the comma before a name.
  private func appositionBefore(
    _ mention: DraftMention, _ range: TokenSpan, _ table: MentionTable, _ number: Int
  ) -> Int? {
    let comma = mention.tokens.lowerBound - 1
    guard number > 0, comma > range.lowerBound, draft.tokens[comma].kind == .comma else { return nil }
    let before = table.mentions[number - 1]
    // A name within the description ("the president of Iran") stands between.
    let candidates = stride(from: number - 1, through: max(0, number - 3), by: -1)
    guard before.sentence == mention.sentence else { return nil }
    return candidates.first { place in
      let other = table.mentions[place]
      guard other.sentence == mention.sentence, other.form == .nominal, let span = other.nominal else {
        return false
      }
      return span.tokens.upperBound == comma && !span.isGroup
        && (mention.core.count > 1 || isClosed(mention.core.upperBound, range))
    }
  }

  /// A comma behind a short name closes the apposition that one before it opened.
  private func isClosed(_ index: Int, _ range: TokenSpan) -> Bool {
    index < range.upperBound && draft.tokens[index].kind == .comma
  }

  /// "Berg's wife, Lule,", "Wayan, a farmer,": a description that only a person can have.
  private func isDescribedAsPerson(
    _ mention: DraftMention, _ entity: Int, _ table: MentionTable, _ number: Int
  ) -> Bool {
    guard table.entities[entity].kind == .organization, !table.entities[entity].isCertain,
      mention.core.count == 1
    else { return false }
    let range = draft.sentences[mention.sentence].tokens
    if let before = appositionBefore(mention, range, table, number), let span = table.mentions[before].nominal
    {
      return isHuman(span.head)
    }
    return appositionAfter(mention, range).map { isHuman($0.head) } ?? false
  }

  /// Companies and states are partners, publishers and leaders too.
  private func isHuman(_ head: Int) -> Bool {
    let token = draft.tokens[head]
    if token.has([.maleNoun, .femaleNoun]) { return true }
    return token.has(.role) && nominals.isSingular(head)
      && !RoleReader.shared.contains(RoleReader.head(draft.text(head)))
  }

  /// Roles that bodies have as well.
  private static let shared: Set<String> = [
    "ally", "backer", "broadcaster", "broker", "builder", "champion", "contender", "correspondent", "critic",
    "donor",
    "founder", "head", "host", "investor", "leader", "opponent", "owner", "printer", "producer", "publisher",
    "representative", "rival", "supporter", "trader", "driver", "planner", "designer", "anchor", "whip",
    "guide",
  ]
}

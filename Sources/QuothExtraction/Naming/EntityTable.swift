//! The persons, organizations and places of one article, all their spellings together.

internal import QuothBasics
internal import QuothModel

/// What an article says a person is: "president" of a country.
struct RoleDescription: Hashable, Sendable {
  /// Head noun, folded: "president".
  let head: String
  /// The office in lower case: "supreme leader".
  let office: String
  /// The words as printed, without article: "Iranian President".
  let text: String
  let country: Int?
  let isFormer: Bool
}

/// One entity of one article.
struct LocalEntity: Sendable {
  var kind: EntityKind
  /// False while only a capitalized word spoke for it.
  var isCertain: Bool
  /// Folded words of the fullest name.
  var words: [String]
  var spellings: [String: Int] = [:]
  var gender: Gender?
  var isDead = false
  var roles: [RoleDescription] = []
  var country: Int?
  /// Token of the latest mention while names are gathered.
  var lastToken: Int
  /// How many names mention it.
  var mentionCount = 0
  /// How many of those give the name in full.
  var fullCount = 0
  /// First named in full as somebody's kin.
  var isKin = false
  /// Offices in the titles of its names, as `RoleReader.head`.
  var offices: Set<String> = []
  /// False when it turned out to be no entity.
  var isKept = true

  /// The longest spelling, of equally long ones the first by letters.
  var displayName: String {
    spellings.keys.max { ($0.count, $1) < ($1.count, $0) } ?? words.joined(separator: " ")
  }
}

/// Gathers name spans into entities.
struct EntityTable {
  let draft: Draft
  private(set) var entities: [LocalEntity] = []
  private var byName: [String: Int] = [:]
  private var endings = NameEndings()
  /// Persons by the first two words of their name.
  private var byFirstTwo: [String: Int] = [:]
  /// Entities by each word of a name of several.
  private var personsByWord: [String: [Int]] = [:]
  /// Offices that the article puts before a bare surname: "Senator Hill".
  private var officesOfSurname: [String: Set<String>] = [:]

  init(draft: Draft) { self.draft = draft }

  subscript(index: Int) -> LocalEntity {
    get { entities[index] }
    set { entities[index] = newValue }
  }

  /// The country whose name or adjective the words are.
  static func country(of core: TokenSpan, _ draft: Draft) -> Int? {
    if core.count == 1 {
      let entry = draft.tokens[core.lowerBound].entry
      return entry.country >= 0 && !entry.classes.has(.capital) ? Int(entry.country) : nil
    }
    // "the Islamic Republic of Iran": a state by its full style.
    let last = draft.tokens[core.upperBound - 1]
    if core.count >= 3, last.has(.country), draft.isWord(core.upperBound - 2, "of"),
      draft.isWord(core.upperBound - 3, "republic") || draft.isWord(core.upperBound - 3, "kingdom")
    {
      return Int(last.entry.country)
    }
    return draft.lexicon.countryPhrase(draft.bytes(core))
  }

  /// The country that one token of a description names: "Iranian", "South Korean", but not the Mexico of "New Mexico".
  static func country(at index: Int, _ draft: Draft) -> Int? {
    let token = draft.tokens[index]
    let isKnown = token.entry.country >= 0 && token.has([.country, .demonym])
    guard index > 0, token.isCapitalized, draft.tokens[index - 1].isCapitalized,
      draft.tokens[index - 1].kind == .word
    else { return isKnown ? Int(token.entry.country) : nil }
    if let country = draft.lexicon.countryPhrase(draft.bytes(TokenSpan(index - 1, index + 1))) {
      return country
    }
    guard isKnown else { return nil }
    let phrase = draft.folded(TokenSpan(index - 1, index + 1))
    let compass = ["new", "north", "south", "east", "west"]
    return compass.contains { phrase.hasPrefix($0 + " ") } ? nil : Int(token.entry.country)
  }

  /// The folded words of a name, without initials and "Jr.".
  static func nameWords(_ core: TokenSpan, _ draft: Draft) -> [String] {
    var words: [String] = []
    for index in core {
      let token = draft.tokens[index]
      if token.has(.generation), words.count > 1 { continue }
      var word = draft.folded(TokenSpan(at: index))
      if word.utf8.last == UInt8(ascii: ".") {
        let isInitial = word.count == 2
        if isInitial, index > core.lowerBound { continue }
        if word.count > 2, !word.utf8.dropLast().contains(UInt8(ascii: ".")) { word.removeLast() }
      }
      words.append(word)
    }
    return words
  }

  /// Words with blanks between. Most names are of one or two, for which this is faster than `joined(separator:)`.
  private static func joined(_ words: ArraySlice<String>) -> String {
    guard var joined = words.first else { return "" }
    for word in words.dropFirst() {
      joined += " "
      joined += word
    }
    return joined
  }

  /// The entity of a name: an old one that it spells in full or in part, or a new one where the span tells enough.
  mutating func add(_ span: NameSpan, mayCreate: Bool, isHeading: Bool) -> Int? {
    let words = span.words
    guard !words.isEmpty else { return nil }
    let number = find(words, span) ?? (mayCreate ? create(words, span) : nil)
    guard let number else { return nil }
    entities[number].lastToken = span.core.lowerBound
    entities[number].mentionCount += 1
    // A heading's capitals run on into its other words: "Berg Meets Diallo" spells nobody's name.
    if isHeading, words.count > entities[number].words.count { return number }
    if words.count > 1 {
      if entities[number].fullCount == 0 { entities[number].isKin = span.isKin }
      entities[number].fullCount += 1
      if let office = span.office { entities[number].offices.insert(office) }
    }
    entities[number].spellings[printed(span.core), default: 0] += 1
    if entities[number].gender == nil { entities[number].gender = span.gender }
    if span.isDead { entities[number].isDead = true }
    if words.count > entities[number].words.count, entities[number].kind == .person {
      byName[EntityTable.joined(words[...])] = number
      index(words, number, besides: entities[number].words)
      entities[number].words = words
    }
    if !entities[number].isCertain, span.kind == .person || span.kind == .place {
      entities[number].kind = span.kind == .person ? .person : .place
      entities[number].isCertain = true
    }
    return number
  }

  /// A name as readers see it: without soft hyphens and joiners, which are not printed.
  private func printed(_ core: TokenSpan) -> String {
    let text = draft.text(core)
    return text.utf8.contains(0xC2) || text.utf8.contains(0xE2)
      ? String(text.unicodeScalars.filter { $0 != "\u{AD}" && $0 != "\u{2060}" }) : text
  }

  /// The entity that a name spells, if the article has named it.
  func find(_ words: [String], _ span: NameSpan) -> Int? {
    if let country = EntityTable.country(of: span.core, draft) {
      return byName["country \(country)"]
    }
    let name = EntityTable.joined(words[...])
    if let number = byName[name], agrees(entities[number], span) { return number }
    guard let last = words.last, let first = words.first else { return nil }
    if words.count > 1 {
      // "Miguel Díaz-Canel" and "Miguel Díaz-Canel Bermúdez".
      if let number = byFirstTwo[EntityTable.joined(words.prefix(2))], entities[number].kind == .person,
        isPrefix(entities[number].words, words)
      {
        return number
      }
      // "Anna Maria Berg" is "Anna Berg"; "US State Department" ends in "State Department".
      return endings.latest(like: words) { number in
        let other = entities[number].words
        guard other.count > 1 else { return false }
        if entities[number].kind == .person { return other.first == first || ends(other, with: words) }
        return entities[number].kind == .organization
          && (ends(other, with: words) || ends(words, with: other))
      }
    }
    guard span.kind != .place else { return nil }
    if span.kind == .organization, last.count < 4 { return nil }
    let persons = persons(named: last, span)
    guard persons.count > 1 else { return persons.first }
    return persons.max { (evidence(for: $0, span), -$0) < (evidence(for: $1, span), -$1) }
  }

  /// Other persons whom a bare surname fits about as well as the one chosen.
  func rivals(of number: Int, _ span: NameSpan) -> [Int] {
    guard let last = span.words.last, span.words.count == 1, entities[number].kind == .person,
      entities[number].words.count > 1
    else { return [] }
    let persons = persons(named: last, span)
    guard persons.count > 1, persons.contains(number) else { return [] }
    let chosen = evidence(for: number, span)
    return persons.filter { $0 != number && chosen.isNear(evidence(for: $0, span)) }
  }

  private func evidence(for number: Int, _ span: NameSpan) -> NamesakeEvidence {
    let offices = span.office.map { [$0] } ?? officesOfSurname[span.words.last ?? ""] ?? []
    return NamesakeEvidence(
      hasTitle: !entities[number].offices.isDisjoint(with: offices), isKin: entities[number].isKin,
      fullCount: entities[number].fullCount)
  }

  /// Remembers the office before a bare surname, before any name is added.
  mutating func noteOffice(_ span: NameSpan) {
    guard span.words.count == 1, let office = span.office, let surname = span.words.last else { return }
    officesOfSurname[surname, default: []].insert(office)
  }

  private func agrees(_ entity: LocalEntity, _ span: NameSpan) -> Bool {
    guard let gender = span.gender, let other = entity.gender else { return true }
    return gender == other
  }

  private func isPrefix(_ left: [String], _ right: [String]) -> Bool {
    guard abs(left.count - right.count) <= 1 else { return false }
    return left.count < right.count ? right.starts(with: left) : left.starts(with: right)
  }

  private func ends(_ words: [String], with other: [String]) -> Bool {
    words.count > other.count && words.suffix(other.count).elementsEqual(other)
  }

  /// Persons of several names, one of which is `word`; those of that surname before those of that given name.
  private func persons(named word: String, _ span: NameSpan) -> [Int] {
    var surnames: [Int] = []
    var givens: [Int] = []
    for number in namesakes(of: word) where entities[number].kind == .person {
      guard agrees(entities[number], span) else { continue }
      if entities[number].words.first == word { givens.append(number) } else { surnames.append(number) }
    }
    let living = surnames.filter { !entities[$0].isDead }
    return !living.isEmpty ? living : !surnames.isEmpty ? surnames : givens
  }

  /// Persons with this word in their name. Of very many only the first and the last: a bare surname tells no more of
  /// them.
  private func namesakes(of word: String) -> [Int] {
    let all = personsByWord[word] ?? []
    return all.count <= 2 * Self.mostNamesakes
      ? all : Array(all.prefix(Self.mostNamesakes) + all.suffix(Self.mostNamesakes))
  }

  private static let mostNamesakes = 32

  /// The person of a name that did not come from the text: one whom the text names in full, or a new one.
  mutating func person(given name: String) -> Int {
    let words = TextFolding.fold(name).split(separator: " ").map(String.init)
    let key = words.joined(separator: " ")
    if let number = byName[key], entities[number].kind == .person || !entities[number].isCertain {
      entities[number].kind = .person
      entities[number].isCertain = true
      return number
    }
    let number = entities.count
    entities.append(
      LocalEntity(kind: .person, isCertain: true, words: words, spellings: [name: 1], lastToken: 0))
    byName[key] = number
    return number
  }

  private mutating func create(_ words: [String], _ span: NameSpan) -> Int? {
    let kind: EntityKind =
      switch span.kind {
      case .person, .likelyPerson: .person
      case .organization, .unknown: .organization
      case .place: .place
      }
    let number = entities.count
    let country = EntityTable.country(of: span.core, draft)
    entities.append(
      LocalEntity(
        kind: kind, isCertain: span.kind != .unknown && span.kind != .likelyPerson, words: words,
        gender: span.gender, isDead: span.isDead, country: kind == .place ? country : nil,
        lastToken: span.core.lowerBound))
    byName[EntityTable.joined(words[...])] = number
    if let country { byName["country \(country)"] = number }
    index(words, number, besides: [])
    return number
  }

  /// Makes a name findable. `known` are the words by which the entity could be found before.
  private mutating func index(_ words: [String], _ number: Int, besides known: [String]) {
    guard words.count > 1 else { return }
    endings.add(words, number)
    byFirstTwo[EntityTable.joined(words.prefix(2))] = number
    for (place, word) in words.enumerated() where !known.contains(word) || known.count == 1 {
      if words.prefix(place).contains(word) || personsByWord[word]?.last == number { continue }
      personsByWord[word, default: []].append(number)
    }
  }
}

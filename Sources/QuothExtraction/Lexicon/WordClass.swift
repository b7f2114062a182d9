//! The classes of words that the readers of names and clauses know by sight.

/// Classes of a word form; a form may belong to several. The names are those of `words.txt`.
struct WordClass: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  static let determiner = WordClass(rawValue: 1 << 0)
  static let possessive = WordClass(rawValue: 1 << 1)
  static let quantity = WordClass(rawValue: 1 << 2)
  static let male = WordClass(rawValue: 1 << 3)
  static let female = WordClass(rawValue: 1 << 4)
  static let plural = WordClass(rawValue: 1 << 5)
  static let neuter = WordClass(rawValue: 1 << 6)
  static let first = WordClass(rawValue: 1 << 7)
  static let second = WordClass(rawValue: 1 << 8)
  static let subject = WordClass(rawValue: 1 << 9)
  static let who = WordClass(rawValue: 1 << 10)
  static let preposition = WordClass(rawValue: 1 << 11)
  static let coordinator = WordClass(rawValue: 1 << 12)
  static let subordinator = WordClass(rawValue: 1 << 13)
  static let auxiliary = WordClass(rawValue: 1 << 14)
  static let be = WordClass(rawValue: 1 << 15)
  static let have = WordClass(rawValue: 1 << 16)
  static let adverb = WordClass(rawValue: 1 << 17)
  static let opener = WordClass(rawValue: 1 << 18)
  static let month = WordClass(rawValue: 1 << 19)
  static let weekday = WordClass(rawValue: 1 << 20)
  static let honorificMale = WordClass(rawValue: 1 << 21)
  static let honorificFemale = WordClass(rawValue: 1 << 22)
  static let honorific = WordClass(rawValue: 1 << 23)
  static let abbreviation = WordClass(rawValue: 1 << 24)
  static let titleAbbreviation = WordClass(rawValue: 1 << 25)
  static let generation = WordClass(rawValue: 1 << 26)
  static let particle = WordClass(rawValue: 1 << 27)
  static let role = WordClass(rawValue: 1 << 28)
  static let personNoun = WordClass(rawValue: 1 << 29)
  static let maleNoun = WordClass(rawValue: 1 << 30)
  static let femaleNoun = WordClass(rawValue: 1 << 31)
  static let dead = WordClass(rawValue: 1 << 32)
  static let groupNoun = WordClass(rawValue: 1 << 33)
  static let organizationNoun = WordClass(rawValue: 1 << 34)
  static let placeNoun = WordClass(rawValue: 1 << 35)
  static let documentNoun = WordClass(rawValue: 1 << 36)
  static let verb = WordClass(rawValue: 1 << 37)
  static let titleVerb = WordClass(rawValue: 1 << 38)
  static let eventNoun = WordClass(rawValue: 1 << 39)

  // From the other lexicons.
  static let givenMale = WordClass(rawValue: 1 << 40)
  static let givenFemale = WordClass(rawValue: 1 << 41)
  static let givenEither = WordClass(rawValue: 1 << 42)
  static let country = WordClass(rawValue: 1 << 43)
  static let demonym = WordClass(rawValue: 1 << 44)
  static let capital = WordClass(rawValue: 1 << 45)
  static let cueFinite = WordClass(rawValue: 1 << 46)
  static let cueBase = WordClass(rawValue: 1 << 47)
  static let cueGerund = WordClass(rawValue: 1 << 48)
  static let cueNoun = WordClass(rawValue: 1 << 49)
  static let strongCue = WordClass(rawValue: 1 << 50)
  /// Provinces and cities that are no capitals of countries.
  static let placeName = WordClass(rawValue: 1 << 51)
  /// Words for a person that stand for one already named: "the striker", "the Dane".
  static let epithet = WordClass(rawValue: 1 << 52)
  /// Words that are abbreviated before a number: "vol. 4".
  static let numberAbbreviation = WordClass(rawValue: 1 << 53)
  /// Those who speak for others: "spokesman", "lawyers".
  static let agentNoun = WordClass(rawValue: 1 << 54)
  /// Words for what makes somebody a source, without an office: "resident", "witness".
  static let witnessNoun = WordClass(rawValue: 1 << 55)
  /// Documents as sources alone, whose words are rarely a name: "data", "charges", "estimates".
  static let recordNoun = WordClass(rawValue: 1 << 56)

  static let givenName: WordClass = [.givenMale, .givenFemale, .givenEither]
  static let anyHonorific: WordClass = [.honorific, .honorificMale, .honorificFemale]
  static let cueVerb: WordClass = [.cueFinite, .cueBase, .cueGerund]
  static let pronoun: WordClass = [.male, .female, .plural, .neuter, .first, .second]
  /// Words that end a noun phrase read from the right.
  static let phraseEdge: WordClass = [.subordinator, .auxiliary, .coordinator, .who]

  /// The class of a heading in `words.txt`.
  static let named: [String: WordClass] = [
    "determiner": .determiner, "possessive": .possessive, "quantity": .quantity, "male": .male,
    "female": .female, "plural": .plural, "neuter": .neuter, "first": .first, "second": .second,
    "subject": .subject, "who": .who, "preposition": .preposition, "coordinator": .coordinator,
    "subordinator": .subordinator, "auxiliary": .auxiliary, "be": .be, "have": .have, "adverb": .adverb,
    "opener": .opener, "month": .month, "weekday": .weekday, "honorific-male": .honorificMale,
    "honorific-female": .honorificFemale, "honorific": .honorific, "abbreviation": .abbreviation,
    "title-abbreviation": .titleAbbreviation, "generation": .generation, "particle": .particle,
    "role": .role, "person-noun": .personNoun, "male-noun": .maleNoun, "female-noun": .femaleNoun,
    "dead": .dead, "group-noun": .groupNoun, "organization-noun": .organizationNoun,
    "place-noun": .placeNoun, "document-noun": .documentNoun, "verb": .verb, "title-verb": .titleVerb,
    "place-name": .placeName, "number-abbreviation": .numberAbbreviation, "event-noun": .eventNoun,
    "epithet": .epithet, "agent-noun": .agentNoun, "witness-noun": .witnessNoun,
    "record-noun": .recordNoun,
  ]

  @inline(__always) func has(_ other: WordClass) -> Bool { !isDisjoint(with: other) }
}

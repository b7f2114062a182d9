//! A small made-up vocabulary, so that binding can be tested without a corpus.

internal import QuothBasics
public import QuothQuery

/// Names as a corpus might know them, resolved by the rules of `Vocabulary`.
public struct FakeVocabulary: Vocabulary {
  private let known: [NameKind: [VocabularyEntry]]

  public init() {
    let raisi = Self.entry("ebrahim-raisi", "Ebrahim Raisi", ["Raisi", "Raisí"], 22, "quotes")
    let khamenei = Self.entry("ali-khamenei", "Ali Khamenei", ["Khamenei"], 9, "quotes")
    let diaz = Self.entry("miguel-diaz-canel", "Miguel Díaz-Canel", ["Díaz-Canel"], 7, "quotes")
    let raul = Self.entry("raul-castro", "Raúl Castro", ["Castro"], 3, "quotes")
    let fidel = Self.entry("fidel-castro", "Fidel Castro", ["Castro"], 2, "quotes")
    let ministry = Self.entry("foreign-ministry", "Foreign Ministry", [], 1, "quotes")
    let cuba = Self.entry("cuba", "Cuba", ["Republic of Cuba"], 40, "mentions")
    let korea = Self.entry("north-korea", "North Korea", [], 5, "mentions")
    let people = [raisi, khamenei, diaz, raul, fidel]
    known = [
      .speaker: people + [ministry], .person: people, .organization: [ministry], .place: [cuba, korea],
      .entity: [cuba, korea] + people + [ministry],
      .topic: [
        Self.entry("sanctions", "sanctions", [], 9, "quotes"),
        Self.entry("nuclear-energy", "nuclear energy", [], 4, "quotes"),
        Self.entry("solidarity", "solidarity", [], 3, "quotes"),
        Self.entry("nothing-yet", "Nothing yet", [], 0, "quotes"),
      ],
      .outlet: [
        Self.entry("tasnim", "Tasnim News Agency", ["Tasnim"], 3, "articles"),
        Self.entry("press-tv", "Press TV", [], 1, "articles"),
        Self.entry("by", "By", [], 1, "articles"),
      ],
      .article: [Self.entry("a1", "a1", [], 1, "articles")],
      .country: [Self.entry("cuba", "Cuba", [], 2, "people")],
      .author: [Self.entry("jane-doe", "Jane Doe", [], 1, "articles")],
    ]
  }

  private static func entry(_ key: String, _ name: String, _ aliases: [String], _ count: Int, _ unit: String)
    -> VocabularyEntry
  {
    VocabularyEntry(key: key, name: name, aliases: aliases, count: count, unit: unit)
  }

  public func entries(of kind: NameKind) -> [VocabularyEntry] { known[kind] ?? [] }

  public func entries(of kind: NameKind, named name: String) -> [VocabularyEntry] {
    let folded = TextFolding.fold(name)
    return entries(of: kind).filter { entry in
      ([entry.name] + entry.aliases).contains { TextFolding.fold($0) == folded }
    }
  }
}

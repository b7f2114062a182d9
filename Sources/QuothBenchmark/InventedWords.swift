//! The vocabulary of the articles: common words first, then words that only look like words.

/// Classes of words that sentences are filled with.
enum WordSlot: Int, CaseIterable {
  case noun, adjective, verb
}

/// Words by class, the most frequent first, drawn by Zipf's law.
struct InventedWords: Sendable {
  static let shared = InventedWords()

  private let words: [[[UInt8]]]
  private let ranks: [ZipfRanks]

  func word(_ slot: WordSlot, _ random: inout ArticleRandom) -> [UInt8] {
    words[slot.rawValue][ranks[slot.rawValue].place(&random)]
  }

  private static let common: [WordSlot: String] = [
    .noun: """
    year people time way day week town road house plan country world work report night money family city \
    question story problem group area street centre office company number record result decision change bridge \
    river harbour project building fund service council member winter summer morning ship train line letter \
    price cost rule deal promise answer risk reason debate meeting village valley community neighbour driver \
    owner shop garden field water land forest storm season engine machine tool program system level share sale
    """,
    .adjective: """
    new good old great big small large local long young early public different important national high low \
    possible late clear recent certain strong whole free true full short hard easy common current wrong ready \
    simple difficult quiet open cold warm deep narrow heavy fair empty safe busy broad careful patient
    """,
    .verb: """
    change open close move start follow support reject build protect reach repair replace finish delay discuss \
    expect need want watch offer cover approve join clean check fill share visit train guard mend review test \
    limit collect design restore prepare consider study improve double answer measure order cross defend fund
    """,
  ]
  private static let counts: [WordSlot: Int] = [.noun: 24_000, .adjective: 9_000, .verb: 3_000]

  private init() {
    var random = ArticleRandom(seed: 0x0DD, article: 0)
    var seen: Set<String> = []
    var words: [[[UInt8]]] = []
    for slot in WordSlot.allCases {
      var list = (InventedWords.common[slot] ?? "").split(separator: " ").map(String.init)
      seen.formUnion(list)
      while list.count < InventedWords.counts[slot] ?? 0 {
        let word = InventedWords.invented(slot, &random)
        if seen.insert(word).inserted { list.append(word) }
      }
      words.append(list.map { Array($0.utf8) })
    }
    self.words = words
    ranks = words.map { ZipfRanks(count: $0.count, offset: 2.5) }
  }

  private static func invented(_ slot: WordSlot, _ random: inout ArticleRandom) -> String {
    let openings = [
      "b", "br", "c", "cl", "d", "dr", "f", "fl", "g", "gr", "h", "k", "l", "m", "n", "p", "pl", "r", "s",
      "st", "t",
      "tr", "v", "w",
    ]
    let middles = ["a", "e", "i", "o", "u", "ai", "ea", "oo", "ou"]
    let closings = ["n", "r", "l", "s", "t", "m", "nd", "rt", "ck", "x"]
    var word = ""
    for _ in 0..<random.number(1...2) { word += random.one(of: openings) + random.one(of: middles) }
    word += random.one(of: closings)
    switch slot {
    case .noun: return word + random.one(of: ["", "ment", "ness", "age", "er", "ism", "tion", "ure"])
    case .adjective: return word + random.one(of: ["al", "ful", "ic", "ous", "ive", "less", "y"])
    case .verb: return word + random.one(of: ["ate", "ise", "ort", "end", "ill"])
    }
  }
}

//! Who speaks in the articles, and who prints them.

/// A speaker of the articles.
struct InventedPerson: Sendable {
  let given: String
  let surname: String
  let isWoman: Bool
  /// `mayor of Norbridge`.
  let role: String

  var name: String { "\(given) \(surname)" }
  var pronoun: String { isWoman ? "she" : "he" }
}

/// Speakers, the most quoted first, places and outlets.
struct InventedPeople: Sendable {
  static let shared = InventedPeople()

  let speakers: [InventedPerson]
  let places: [String]
  let outlets: [String]
  private let ranks: ZipfRanks

  /// How often each speaks follows Zipf's law, flattened at the top.
  func speaker(_ random: inout ArticleRandom) -> InventedPerson { speakers[ranks.place(&random)] }

  private init() {
    let women = [
      "Anna", "Maria", "Helen", "Ruth", "Laura", "Susan", "Julia", "Grace", "Nina", "Clara", "Alice", "Emma",
      "Sarah", "Karen", "Diana", "Linda", "Zoë", "Marta",
    ]
    let men = [
      "John", "Peter", "David", "Thomas", "Martin", "Paul", "Simon", "Robert", "Daniel", "Victor", "James",
      "Oscar", "Henry", "George", "Michael", "José", "Edward", "Andrew",
    ]
    let beginnings = [
      "Hart", "Wald", "Lind", "Brem", "Kel", "Thorn", "Ost", "Fal", "Mar", "Dun", "Grav", "Hol",
    ]
    let endings = ["wick", "berg", "strand", "sen", "croft", "mann", "ville", "ström", "by", "over", "ley"]
    let places = [
      "Norbridge", "Eastmere", "Calder Bay", "Port Lindan", "Weston Falls", "Harrowgate", "Saint Orban",
      "Kestrel Point", "Millbrook", "Varnholm", "Dunmore", "Ashfield",
    ]
    let offices = [
      "mayor", "governor", "police chief", "deputy mayor", "head of the chamber of commerce", "bishop",
      "chief engineer", "schools director",
    ]
    let trades = [
      "a professor of economics at the university", "a spokesman for the port authority", "a union leader",
      "a farmer", "the finance minister", "the foreign minister", "a lawyer for the families",
      "the director of the hospital", "an opposition lawmaker", "a retired judge",
    ]
    let surnames = beginnings.flatMap { beginning in endings.map { beginning + $0 } }
    var random = ArticleRandom(seed: 0x5EED, article: 0)
    var seen: Set<String> = []
    var speakers: [InventedPerson] = []
    while speakers.count < 1500 {
      let isWoman = random.happens(45)
      let person = InventedPerson(
        given: random.one(of: isWoman ? women : men), surname: random.one(of: surnames), isWoman: isWoman,
        role: random.happens(40)
          ? "the \(random.one(of: offices)) of \(random.one(of: places))" : random.one(of: trades))
      if seen.insert(person.name).inserted { speakers.append(person) }
    }
    self.speakers = speakers
    self.places = places
    let papers = ["Herald", "Courier", "Gazette", "Tribune"]
    outlets = papers.flatMap { paper in places.prefix(10).map { "\($0) \(paper)" } }
    ranks = ZipfRanks(count: speakers.count, offset: 20)
  }
}

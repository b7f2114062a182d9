//! Questions in plain English, by their shapes.
//!
//! A shape is a row of words. Small letters stand for themselves, `a/b` for one of several, `(a)` for a word that may be
//! left out; `NAME` and `WORDS` for one word or more, `ROWS` for a collection, `N` for a number, `REST` for whatever
//! follows. The queries that it may mean name the same parts; `"WORDS"` puts them in quotation marks.

/// Knows questions that people would put to a person.
enum QuestionHabits {
  static func recognise(_ pieces: StatementPieces) -> Habit? {
    for shape in shapes {
      if let parts = shape.parts(of: pieces) {
        let first = pieces.all[0].text
        let problem: Problem =
          switch shape.manner {
          case .question: .question
          case .order: .otherOrder(first)
          case .name: .missingCollection(first)
          }
        return Habit(problem: problem, meant: shape.meant.map { Shape.fill($0, with: parts) })
      }
    }
    return nil
  }

  /// The first that fits is taken: what is meant by few words stands before what any words may be.
  private static let shapes: [Shape] = counts + mentioned + most + sayings + columns + orders + anything

  private static let counts: [Shape] = [
    Shape("how many ROWS are/is/were (there) REST", "ROWS REST | count"),
    Shape("how many ROWS did/does/do/has/have NAME REST", "ROWS by NAME | count"),
    Shape(
      "how many times/quotes did/does/has/have NAME say/said/mention/mentioned WORDS",
      "quotes by NAME where text contains \"WORDS\" | count"),
    Shape(
      "how often did/does/has/have NAME say/said/mention/mentioned WORDS",
      "quotes by NAME where text contains \"WORDS\" | count"),
    Shape("how many times is/was/are/were NAME quoted/cited", "quotes by NAME | count"),
    Shape("how often is/was/are/were NAME quoted/cited", "quotes by NAME | count"),
    Shape("how many times is/was/are/were NAME mentioned/named", "mentions about NAME | count"),
    Shape("how often is/was/are/were NAME mentioned/named", "mentions about NAME | count"),
    Shape("how many ROWS REST", "ROWS REST | count"),
  ]

  /// Groups stand in the order of their counts, so that the first ones have most.
  private static let most: [Shape] = [
    Shape(
      "who is/was/are/gets (the) most quoted/cited REST", "quotes REST group by speakers limit 3"),
    Shape(
      "who is/was/are/gets quoted/cited (the) most REST", "quotes REST group by speakers limit 3"),
    Shape(
      "who speaks/spoke/talks/talked/says/said (the) most REST", "quotes REST group by speakers limit 3"),
    Shape("who is/was/are/gets (the) most mentioned/named", "people sort by mentions desc limit 3"),
    Shape("who is/was/are/gets mentioned/named (the) most", "people sort by mentions desc limit 3"),
    .order(
      "(the) most quoted/cited people/person/persons/speakers/speaker/voices REST",
      "quotes REST group by speakers limit 3"),
    .order("(the) most quoted/cited ROWS REST", "ROWS REST sort by quotes desc limit 3"),
    .order(
      "(the) top N (most) (quoted) speakers/speaker/voices REST", "quotes REST group by speakers limit N"),
    .order("(the) top N (most) quoted people/persons REST", "quotes REST group by speakers limit N"),
    .order("(the) top N quote/quotes/quotations REST", "quotes REST limit N"),
    .order("(the) top (most) (quoted) speakers/speaker/voices REST", "quotes REST group by speakers limit 3"),
    .order("speakers", "quotes group by speakers"),
    .order("(the) top N statements REST", "statements REST limit N"),
    .order("(the) top N ROWS REST", "ROWS REST sort by quotes desc limit N"),
    .order("(the) top ROWS REST", "ROWS REST sort by quotes desc limit 3"),
  ]

  /// Those that are named, and need not be quoted.
  private static let mentioned: [Shape] = [
    ("people/person/persons", "people"), ("place/places", "places"),
    ("organization/organizations/organisation/organisations", "organizations"),
  ].flatMap { words, rows in
    [
      .order("(the) most mentioned/named \(words) REST", "\(rows) REST sort by mentions desc limit 3"),
      .order(
        "(the) top N (most) mentioned/named \(words) REST", "\(rows) REST sort by mentions desc limit N"),
    ]
      + (rows == "people"
        ? []
        : [
          .order("(the) top N \(words) REST", "\(rows) REST sort by mentions desc limit N"),
          .order("(the) top \(words) REST", "\(rows) REST sort by mentions desc limit 3"),
        ])
  }

  private static let sayings: [Shape] = [
    Shape("who said/says/say what about/on/of WORDS", "quotes about WORDS"),
    Shape("who said/says/say what REST", "quotes REST"),
    Shape(
      "who speaks/spoke/talks/talked/says/said (something) about/on/of WORDS",
      "quotes about WORDS group by speaker"),
    Shape("who said/says/mentioned/mentions/used/uses WORDS", "quotes where text contains \"WORDS\""),
    Shape("who are (all) (the) speakers", "quotes group by speakers"),
    Shape("what/who/which are (all) (the) ROWS", "ROWS"),
    Shape("what/which ROWS are/is there", "ROWS"),
    Shape("who is/was NAME", "people where name = NAME", "organizations where name = NAME"),
    Shape("what do people say/think about WORDS", "quotes about WORDS"),
    Shape(
      "what did/does/do/has/have/is/was NAME say/said/saying/think/tell/told (something) about/on/of WORDS",
      "quotes by NAME where date = WORDS", "quotes by NAME about WORDS"),
    Shape(
      "what did/does/has/have NAME write/wrote/written/report/reported/publish/published REST",
      "articles in NAME REST", "articles by NAME REST"),
    Shape(
      "what did/does/do/has/have/is/was NAME say/said/saying REST", "quotes by NAME REST", "quotes by NAME"),
    Shape("what is/was/has (been/being) said about/on WORDS", "quotes about WORDS"),
    Shape("what is/are NAME", "topics where name = NAME", "people where name = NAME"),
    Shape(
      "when did/does/has NAME say/said/mention/mentioned WORDS",
      "quotes by NAME where text contains \"WORDS\" sort by date"),
    Shape(
      "when did/does/has NAME speak/spoke/talk/say about/on WORDS", "quotes by NAME about WORDS sort by date"),
    Shape(
      "where did/does/has NAME speak/spoke/spoken/talk/talked (about/on) WORDS",
      "quotes by NAME about WORDS group by place"),
    Shape("where did/does/has NAME speak/spoke/spoken/talk/talked", "quotes by NAME group by place"),
    Shape("when did/does/has NAME speak/spoke/spoken/talk/talked", "quotes by NAME group by date"),
    Shape("where did NAME say WORDS", "quotes by NAME where text contains \"WORDS\""),
    .order(
      "\(bringing) (all) everything/anything/all/what (that) NAME (has) said/says about/on/of WORDS",
      "quotes by NAME about WORDS"),
    .order(
      "\(bringing) (all) everything/anything/all/what (that) NAME (has) said/says REST",
      "quotes by NAME REST"),
    .order("tell me/us about WORDS", "quotes about WORDS", "quotes by WORDS"),
    .order("\(bringing) everything/anything by/from NAME", "quotes by NAME"),
    .order("\(bringing) everything/anything about/on WORDS", "quotes about WORDS"),
  ]

  private static let bringing = "(show/give/get/list/find/tell/print) (me)"

  /// Of the last answer; without one, the rows of that name.
  private static let columns: [Shape] = [
    ("speaker", "people"), ("place", "places"), ("outlet", "outlets"), ("topic", "topics"),
    ("article", "articles"), ("sentence", "sentences"),
  ].map { .order("show \($0) REST", "it show \($0) REST", "\($1) REST") }

  private static let orders: [Shape] = [
    .order("first N ROWS REST", "ROWS REST limit N"),
    .order("last/latest/newest N ROWS REST", "ROWS REST sort by date desc limit N"),
    .order("oldest/earliest N ROWS REST", "ROWS REST sort by date limit N"),
    .order("last/latest/newest/recent ROWS REST", "ROWS REST sort by date desc"),
    .order("oldest/earliest ROWS REST", "ROWS REST sort by date"),
    .order("all/every/any/the (the) ROWS REST", "ROWS REST"),
    .order("count (all) (the) ROWS REST", "ROWS REST | count"),
    .order(
      "show/give/get/list/find/print/display/search/fetch (me) (for) (all) (the) ROWS REST", "ROWS REST"),
    .order("show/give/get/list/find/print/display/search/fetch me/all/for REST", "REST"),
    .order("list/search/find/menu/commands", "help"),
    .name(
      "search/find/get/give/list/print/display/fetch/lookup WORDS", "quotes by WORDS", "quotes about WORDS",
      "quotes where text contains \"WORDS\""),
    .order("distinct/unique/different FIELD REST", "quotes REST group by FIELD"),
  ]

  /// Questions all the same: nothing is known that they may mean, and no word near to theirs is.
  private static let anything: [Shape] = [
    Shape("who/whom/whose/what/when/how/which REST"),
    Shape("where is/are/was/were/did/does/do/has/have REST"),
  ]
}

/// One shape of a question, and the queries that it may mean.
private struct Shape {
  let words: [Word]
  let meant: [String]
  let manner: Manner
  /// Words that it can begin with; nil where any may.
  private let openings: Set<String>?

  /// How it is asked.
  enum Manner {
    case question, order
    /// With a name in place of a collection, which is only taken for what the corpus knows.
    case name
  }

  typealias Parts = [String: (text: String, content: String)]

  /// One word of a shape.
  enum Word {
    case one(of: Set<String>, canBeLeftOut: Bool)
    /// One piece or more.
    case part(String)
    case rows, number
    case rest
  }

  init(_ asked: String, _ meant: String...) { self.init(asked, meant, .question) }

  private init(_ asked: String, _ meant: [String], _ manner: Manner) {
    words = asked.split(separator: " ").map(Shape.word)
    self.meant = meant
    self.manner = manner
    openings = Shape.openings(of: words)
  }

  /// Something that is ordered, not asked.
  static func order(_ asked: String, _ meant: String...) -> Shape { Shape(asked, meant, .order) }

  /// Something that is looked for by its name alone.
  static func name(_ asked: String, _ meant: String...) -> Shape { Shape(asked, meant, .name) }

  private static func openings(of words: [Word]) -> Set<String>? {
    var openings: Set<String> = []
    for word in words {
      guard case .one(let known, let canBeLeftOut) = word else { return nil }
      openings.formUnion(known)
      guard canBeLeftOut else { break }
    }
    return openings
  }

  private static func word(_ written: Substring) -> Word {
    switch written {
    case "ROWS": return .rows
    case "N": return .number
    case "REST": return .rest
    case "NAME", "WORDS", "FIELD": return .part(String(written))
    default:
      let isOptional = written.hasPrefix("(")
      let bare = isOptional ? written.dropFirst().dropLast() : written
      return .one(of: Set(bare.split(separator: "/").map(String.init)), canBeLeftOut: isOptional)
    }
  }

  /// What the parts of the shape are in a statement, or nil when it has another shape.
  func parts(of pieces: StatementPieces) -> Parts? {
    guard let first = pieces.first, openings?.contains(first.lower) ?? true else { return nil }
    // The mark at the end of a question is no part of it.
    let end = pieces.all.last?.kind == .question ? pieces.count - 1 : pieces.count
    return match(words[...], pieces, 0..<end)
  }

  private func match(_ words: ArraySlice<Word>, _ pieces: StatementPieces, _ left: Range<Int>) -> Parts? {
    guard let word = words.first else { return left.isEmpty ? [:] : nil }
    let others = words.dropFirst()
    func go(on count: Int, _ name: String? = nil, as canonical: String? = nil) -> Parts? {
      let taken = left.lowerBound..<left.lowerBound + count
      guard var parts = match(others, pieces, taken.upperBound..<left.upperBound) else { return nil }
      if let name { parts[name] = (canonical ?? pieces.text(taken), canonical ?? pieces.content(taken)) }
      return parts
    }
    switch word {
    case .one(let known, let canBeLeftOut):
      if !left.isEmpty, known.contains(pieces.all[left.lowerBound].lower), let parts = go(on: 1) {
        return parts
      }
      return canBeLeftOut ? match(others, pieces, left) : nil
    case .rows:
      guard let rows = left.isEmpty ? nil : pieces.collection(at: left.lowerBound) else { return nil }
      return go(on: 1, "ROWS", as: rows.rawValue)
    case .number:
      guard !left.isEmpty, Int(pieces.all[left.lowerBound].text) != nil else { return nil }
      return go(on: 1, "N")
    case .rest: return go(on: left.count, "REST")
    case .part(let name):
      guard !left.isEmpty else { return nil }
      for count in 1...left.count {
        if let parts = go(on: count, name) { return parts }
      }
      return nil
    }
  }

  /// A query with the parts filled in.
  static func fill(_ query: String, with parts: Parts) -> String {
    var filled: [String] = []
    for word in query.split(separator: " ") {
      if word.hasPrefix("\""), let part = parts[String(word.dropFirst().dropLast())] {
        filled.append(SyntaxPrinter.quoted(part.content))
      } else if let part = parts[String(word)] {
        switch word {
        case "NAME", "WORDS": filled.append(SyntaxPrinter.value(part.content))
        default: filled.append(part.text)
        }
      } else {
        filled.append(String(word))
      }
    }
    return filled.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

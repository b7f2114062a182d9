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
        let problem = shape.isQuestion ? Problem.question : .otherOrder(pieces.all[0].text)
        return Habit(problem: problem, meant: shape.meant.map { Shape.fill($0, with: parts) })
      }
    }
    return nil
  }

  private static let shapes: [Shape] = [
    Shape("how many ROWS are/is/were (there) REST", "ROWS REST | count"),
    Shape("how many ROWS did/does/do/has/have NAME REST", "ROWS by NAME | count"),
    Shape(
      "how many times/quotes did/does/has/have NAME say/said/mention/mentioned WORDS",
      "quotes by NAME where text contains \"WORDS\" | count"),
    Shape(
      "how often did/does/has/have NAME say/said/mention/mentioned WORDS",
      "quotes by NAME where text contains \"WORDS\" | count"),
    Shape("how many ROWS REST", "ROWS REST | count"),
    Shape(
      "who speaks/spoke/talks/talked/says/said (something) about/on/of WORDS",
      "quotes about WORDS group by speaker"),
    Shape("who said/says/mentioned/mentions/used/uses WORDS", "quotes where text contains \"WORDS\""),
    Shape("who is/was NAME", "people where name = NAME", "organizations where name = NAME"),
    Shape(
      "what did/does/do/has/have/is/was NAME say/said/saying/think/tell/told (something) about/on/of WORDS",
      "quotes by NAME about WORDS"),
    Shape(
      "what did/does/do/has/have/is/was NAME say/said/saying REST", "quotes by NAME REST", "quotes by NAME"),
    Shape("what do people say/think about WORDS", "quotes about WORDS"),
    Shape("what is/was/has (been) said about/on WORDS", "quotes about WORDS"),
    Shape("what is/are NAME", "topics where name = NAME", "people where name = NAME"),
    Shape(
      "when did/does/has NAME say/said/mention/mentioned WORDS",
      "quotes by NAME where text contains \"WORDS\" sort by date"),
    Shape(
      "when did/does/has NAME speak/spoke/talk/say about/on WORDS", "quotes by NAME about WORDS sort by date"),
    Shape("where did NAME say WORDS", "quotes by NAME where text contains \"WORDS\""),
    .order("top/first N ROWS REST", "ROWS REST limit N"),
    .order("last/latest/newest N ROWS REST", "ROWS REST sort by date desc limit N"),
    .order("oldest/earliest N ROWS REST", "ROWS REST sort by date limit N"),
    .order("last/latest/newest/recent ROWS REST", "ROWS REST sort by date desc"),
    .order("oldest/earliest ROWS REST", "ROWS REST sort by date"),
    .order("all/every/any/the (the) ROWS REST", "ROWS REST"),
    .order("count (all) (the) ROWS REST", "ROWS REST | count"),
    .order(
      "show/give/get/list/find/print/display/search/fetch (me) (for) (all) (the) ROWS REST", "ROWS REST"),
    .order("show/give/get/list/find/print/display/search/fetch me/all/for REST", "REST"),
    .order("distinct/unique/different FIELD REST", "quotes REST group by FIELD"),
  ]
}

/// One shape of a question, and the queries that it may mean.
private struct Shape {
  let words: [Word]
  let meant: [String]
  var isQuestion = true

  typealias Parts = [String: (text: String, content: String)]

  /// One word of a shape.
  enum Word {
    case one(of: Set<String>, canBeLeftOut: Bool)
    /// One piece or more.
    case part(String)
    case rows, number
    case rest
  }

  init(_ asked: String, _ meant: String...) { self.init(asked, meant, isQuestion: true) }

  private init(_ asked: String, _ meant: [String], isQuestion: Bool) {
    words = asked.split(separator: " ").map(Shape.word)
    self.meant = meant
    self.isQuestion = isQuestion
  }

  /// Something that is ordered, not asked.
  static func order(_ asked: String, _ meant: String...) -> Shape { Shape(asked, meant, isQuestion: false) }

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
    guard case .one(let openings, _) = words.first, let first = pieces.first, openings.contains(first.lower)
    else { return nil }
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

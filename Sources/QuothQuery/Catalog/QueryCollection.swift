//! The collections a query can select from.

/// What a row is: the first word of every selection.
public enum QueryCollection: String, CaseIterable, Sendable {
  case articles, quotes, statements, people, organizations, places, mentions, epithets, refusals, topics,
    sentences,
    paragraphs,
    outlets

  /// The collection that a word names, in any case; British spelling will do.
  public init?(word: String) {
    let lowered = word.lowercased()
    self.init(rawValue: lowered == "organisations" ? "organizations" : lowered)
  }
}

extension QueryCollection {
  /// One line for help: what a row is.
  public var summary: String {
    switch self {
    case .articles: "one article"
    case .quotes: "words in quotation marks, and who says them"
    case .statements: "quotes, and indirect speech too"
    case .people: "one person, all spellings merged"
    case .organizations: "one organization, all spellings merged"
    case .places: "one place"
    case .mentions: "one mention of a person, organization or place"
    case .epithets: "how an article describes a person: dictator of Cuba"
    case .refusals: "who declined to comment, did not answer or could not be reached"
    case .topics: "one topic"
    case .sentences: "one sentence of running text"
    case .paragraphs: "one paragraph, with what it is for"
    case .outlets: "one publisher"
    }
  }

  /// Queries that show what it is good for.
  public var examples: [Template] {
    switch self {
    case .articles:
      ["articles sort by date", "articles where outlet = {outlet}", "articles group by month(date)"]
    case .quotes:
      [
        "quotes by {speaker}", "quotes by {speaker} about {topic} show text, cue",
        "quotes group by speaker, outlet",
      ]
    case .statements:
      ["statements by {speaker} where kind = indirect", "statements group by kind", "statements | variants"]
    case .people:
      [
        "people sort by mentions desc limit 5", "people where country = {country}",
        "people where quotes = 0 show name, roles",
      ]
    case .organizations:
      ["organizations sort by mentions desc limit 5", "organizations where name = {organization}"]
    case .places: ["places sort by mentions desc limit 5", "places where name = {place}"]
    case .mentions:
      ["mentions where entity = {speaker} group by form", "mentions where form = pronoun limit 5"]
    case .epithets: ["epithets where person = {speaker}", "epithets group by person, form"]
    case .refusals:
      ["refusals", "refusals group by form", "refusals where form = declined show source, sentence"]
    case .topics: ["topics sort by quotes desc limit 5", "topics where name = {topic} show terms"]
    case .sentences:
      ["sentences where text contains \"{term}*\"", "sentences where people = {speaker} show text, article"]
    case .paragraphs: ["paragraphs group by kind", "paragraphs where kind = caption"]
    case .outlets: ["outlets sort by articles desc", "outlets where name = {outlet}"]
    }
  }
}

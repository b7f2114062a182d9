//! The wording of what is wrong with a correction.

internal import QuothQuery

/// Words faults of corrections.
enum AmendmentWords {
  static func text(of fault: AmendmentFault) -> String {
    switch fault {
    case .ambiguousName(let name, _): "‘\(name)’ fits several, and a correction needs one"
    case .noName(let name): "‘\(name)’ is no name: it has no letter and no digit"
    case .alreadyNamed(let name): "the articles name \(name) already, who is not new"
    case .alreadyMeans(let spelling, let names, _, _):
      "‘\(spelling)’ means \(names.prefix(3).joined(separator: ", "))\(names.count > 3 ? " and others" : "") already"
    case .unknownKey(let key): "‘\(key)’ is known no more"
    case .notAmendable(let field): "‘\(field)’ cannot be corrected here"
    case .noDay(let found): "‘\(found)’ is not a day"
    case .oneValue(let field): "\(field.rawValue) has one value"
    case .missingBesideOthers: "‘missing’ stands alone: nobody cannot speak beside somebody"
    case .noSuchQuotation(let article): "no quotation of \(article) begins so"
    case .severalQuotations(let article): "several quotations of \(article) begin so"
    case .nothingToSplit(let spelling, let name):
      "no text names \(name) as ‘\(spelling)’, or not where it says"
    case .differentKinds(let left, let right):
      "\(left) and \(right) are of different kinds, and cannot be one"
    case .noAmendment: "only corrections stand in this file"
    case .cancelled: "interrupted"
    case .tooCostly: "a pattern fits too many combinations of words in some text"
    case .notOfRow(.some(let collection)):
      "a row of \(collection.rawValue) has nothing that can be corrected; quotations and articles have"
    case .notOfRow(nil): "a row has a number only as long as its answer is there"
    }
  }

  static func hints(to fault: AmendmentFault) -> [String] {
    switch fault {
    case .ambiguousName(_, let names):
      let shown = names.prefix(8).joined(separator: ", ")
      return ["it can be \(shown)\(names.count > 8 ? " and \(names.count - 8) more" : "")"]
    case .notAmendable:
      let (own, other) = (AmendableField.allCases.filter { !$0.isOfArticle }, AmendableField.allCases)
      let ofArticle = other.filter(\.isOfArticle).map(\.rawValue).joined(separator: ", ")
      return ["of a quotation: \(own.map(\.rawValue).joined(separator: ", ")); of its article: \(ofArticle)"]
    case .notOfRow(.some(let collection)) where [.people, .organizations, .places].contains(collection):
      return ["alias NAME = NAME joins two of them, split NAME from PERSON parts them"]
    case .notOfRow(nil): return ["in a file: correct quote \"FIRST WORDS\" in ARTICLE FIELD = VALUE"]
    case .noSuchQuotation:
      return ["the text may have changed since; the words are those the quotation begins with"]
    case .severalQuotations: return ["more of its words, or at BYTE after the article, tells which"]
    case .tooCostly: return ["several NEAR between words such as * do that; name words instead"]
    case .oneValue: return ["a value with a comma or ‘and’ in it stands in quotation marks"]
    case .noDay: return ["days are written 2023-12-04"]
    case .noAmendment: return ["they begin with correct, alias, split or topic define"]
    case .alreadyNamed(let name):
      return ["without new it means them; somebody else needs another name, such as “\(name) (2)”"]
    case .alreadyMeans(_, _, let join, let split):
      return [
        join.map { "where both are one: \($0)" }, split.map { "where texts mean another by it: \($0)" },
      ]
      .compactMap(\.self)
    case .noName, .unknownKey, .cancelled, .missingBesideOthers, .nothingToSplit, .differentKinds, .notOfRow:
      return []
    }
  }
}

//! What an article says of its sources, by small texts.

import QuothModel
import Testing

/// A text and what is expected of the source of its last statement: `type | title | introduced | on behalf | document |
/// anonymity`, with `-` where there is none.
private struct SourcingCase: Sendable, CustomTestStringConvertible {
  let text: String
  let expected: String

  init(_ text: String, _ expected: String) {
    self.text = text
    self.expected = expected
  }

  var testDescription: String { text }
}

private let sourcingCases: [SourcingCase] = [
  // Kinds of source.
  SourcingCase("Ada Quill said the pier was closed.", "person | - | - | - | - | -"),
  SourcingCase("The Varga Institute said the pier was closed.", "organization | - | - | - | - | -"),
  SourcingCase("The company said that the pier was closed.", "organization | - | - | - | - | -"),
  SourcingCase("Police said the pier was closed.", "organization | - | - | - | - | -"),
  SourcingCase("The lawsuit claims that the pier was closed.", "document | - | - | - | lawsuit | -"),
  SourcingCase(
    "The pier was closed, according to data from the Varga Institute.",
    "document | - | - | - | data from the Varga Institute | -"),
  SourcingCase("Neighbors said the pier was closed.", "group | - | - | - | - | -"),
  SourcingCase("Several of them said the pier was closed.", "group | - | - | - | - | -"),
  SourcingCase("A nurse said the pier was closed.", "unnamed | - | - | - | - | -"),
  // Offices.
  SourcingCase(
    "Port Director Ada Quill said the pier was closed.", "person | Port Director | - | - | - | -"),
  SourcingCase(
    "Ada Quill, director of the Varga Institute, said the pier was closed.",
    "person | director of the Varga Institute | - | - | - | -"),
  SourcingCase(
    "The institute’s director of research, Ada Quill, opened it. Quill said the pier was closed.",
    "person | institute’s director of research | - | - | - | -"),
  SourcingCase(
    "Ada Quill is the head of the Varga Institute. “It is closed,” she said.",
    "person | head of the Varga Institute | - | - | - | -"),
  SourcingCase(
    "Mr. Quill said that the pier was closed. “It is cold,” said Ms. Orla Tandy.",
    "person | - | - | - | - | -"
  ),
  // Why the source is there.
  SourcingCase(
    "Ada Quill, 41, who leases a stall in Larkmoor, said the pier was closed.",
    "person | - | who leases a stall in Larkmoor | - | - | -"),
  SourcingCase(
    "Ada Quill, mayor of Larkmoor, who leases a stall, said the pier was closed.",
    "person | mayor of Larkmoor | who leases a stall | - | - | -"),
  SourcingCase(
    "Ada Quill, a neighbor of the pier, said it was closed.",
    "person | - | neighbor of the pier | - | - | -"),
  // Agents and their principals.
  SourcingCase(
    "A spokesman for the Port of Lund said the pier was closed.",
    "unnamed | - | - | Port of Lund | - | -"),
  SourcingCase(
    "A spokesman for the Port of Lund came. The spokesman said the pier was closed.",
    "unnamed | - | - | - | - | -"),
  SourcingCase(
    "A spokesman for the Port of Lund said it was late. The spokesman said the pier was closed.",
    "unnamed | - | - | Port of Lund | - | -"),
  SourcingCase("Two senior city officials said the pier was closed.", "group | - | - | city | - | -"),
  SourcingCase(
    "Ada Quill, a spokeswoman for the ferry union, said the pier was closed.",
    "person | spokeswoman for the ferry union | - | ferry union | - | -"),
  SourcingCase(
    "Ada Quill stayed silent. Her lawyers said the pier was closed.", "group | - | - | Ada Quill | - | -"),
  // Documents that somebody speaks in.
  SourcingCase(
    "Ada Quill said in a statement that the pier was closed.", "person | - | - | - | statement | -"),
  SourcingCase(
    "In a letter to the board, Ada Quill said the pier was closed.",
    "person | - | - | - | letter to the board | -"),
  // Names kept back.
  SourcingCase(
    "“It is closed,” said an official who spoke on condition of anonymity because the talks were private.",
    "anonymous | - | - | - | - | spoke on condition of anonymity because the talks were private"),
  SourcingCase(
    "A nurse said the pier was closed. She asked not to be named for fear of losing her job.",
    "anonymous | - | - | - | - | asked not to be named for fear of losing her job"),
  SourcingCase(
    "One official, who was not authorized to speak publicly, said it was late. The official said it was cold.",
    "anonymous | - | - | - | - | was not authorized to speak publicly"),
  SourcingCase(
    "A nurse said the report was not authorized. A baker said the pier was named after her.",
    "unnamed | - | - | - | - | -"),
]

@Test(arguments: sourcingCases)
private func presentsSources(_ testCase: SourcingCase) throws {
  let corpus = corpus(testCase.text)
  #expect(corpus.violations().isEmpty)
  let article = corpus.articles[0]
  let profile = try #require(article.quotations.last?.profile)
  let ranges = [
    profile.title, profile.introduced, profile.onBehalf, profile.document, profile.anonymity,
  ]
  let words = ranges.map { range in range.map { article.string($0) } ?? "-" }
  #expect(([profile.type.rawValue] + words).joined(separator: " | ") == testCase.expected)
}

/// A quotation without a source has no profile, and one of several speakers no one's office.
@Test func leavesOutWhatIsNotSaid() {
  let corpus = corpus("“It is closed.” Mayor Ada Quill and baker Orla Tandy said the pier was closed.")
  for quotation in corpus.quotations where quotation.attribution.speakers.count != 1 {
    #expect(quotation.profile?.title == nil)
  }
}

// MARK: - Refusals

/// Texts and what is found in them: `form | who | source | words`.
private let refusalCases: [SourcingCase] = [
  SourcingCase(
    "Ada Quill declined to comment on the crane.",
    "declined | Ada Quill | Ada Quill | declined to comment on the crane"),
  SourcingCase("The company had no comment.", "declined | - | The company | had no comment"),
  SourcingCase(
    "A city spokesman refused an interview.", "declined | - | A city spokesman | refused an interview"),
  SourcingCase(
    "Quill refused to speak to reporters.", "declined | - | Quill | refused to speak to reporters"),
  SourcingCase(
    "Ada Quill, a spokeswoman for the ferry union, did not immediately respond to a request for comment.",
    "silent | Ada Quill | Ada Quill, a spokeswoman for the ferry union | did not immediately respond to a request for comment"
  ),
  SourcingCase(
    "The agency didn’t respond to emails.", "silent | - | The agency | didn’t respond to emails"),
  SourcingCase(
    "Calls to the ferry union were not returned.", "silent | - | the ferry union | were not returned"),
  SourcingCase(
    "Ada Quill could not be reached for comment.",
    "unreachable | Ada Quill | Ada Quill | could not be reached for comment"),
  SourcingCase(
    "Efforts to reach Ada Quill were unsuccessful.",
    "unreachable | Ada Quill | Ada Quill | to reach Ada Quill were unsuccessful"),
  SourcingCase("The island could not be reached by boat.", ""),
  SourcingCase("The patient did not respond to treatment.", ""),
  SourcingCase("Ada Quill declined to sell the boat, and declined an offer of help.", ""),
  SourcingCase("“They declined to comment,” Ada Quill said.", ""),
  SourcingCase("Ada Quill refused to talk to her brother.", ""),
]

@Test(arguments: refusalCases)
private func findsRefusals(_ testCase: SourcingCase) {
  let corpus = corpus(testCase.text)
  #expect(corpus.violations().isEmpty)
  let article = corpus.articles[0]
  let lines = corpus.refusals.map { refusal in
    let names = refusal.entities.map { corpus[$0].name }.joined(separator: " + ")
    let source = refusal.source.map { article.string($0) } ?? "-"
    return [refusal.form.rawValue, names.isEmpty ? "-" : names, source, article.string(refusal.range)]
      .joined(separator: " | ")
  }
  #expect(lines.joined(separator: "; ") == testCase.expected)
}

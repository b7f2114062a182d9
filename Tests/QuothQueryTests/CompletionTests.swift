//! Completion by grammar position: `|` marks the cursor, the candidates are compared as one line.

import QuothQuery
import QuothTestSupport
import Testing

@Suite struct CompletionTests {
  /// What is replaced, then the candidates.
  static func complete(_ marked: String) -> String {
    let parts = marked.split(separator: "‸", omittingEmptySubsequences: false)
    let text = QueryText(parts.joined())
    let list = Completion.candidates(in: text, at: parts[0].utf8.count, vocabulary: FakeVocabulary())
    let shown = list.candidates.map { $0.text + ($0.count.map { ":\($0)" } ?? "") }
    return "\(text.string(in: list.replace)) → \(shown.joined(separator: ", "))"
  }

  @Test(arguments: [
    ("qu‸", "qu → quotes, quit"),
    ("quotes by ra‸", "ra → Raisi:22, Raúl Castro:3"),
    ("quotes by Rai‸", "Rai → Raisi:22"),
    ("quotes by RAIS‸", "RAIS → Raisi:22"),
    ("quotes by \"Díaz‸", "\"Díaz → \"Díaz-Canel\":7"),
    ("quotes by diaz‸", "diaz → Díaz-Canel:7"),
    ("quotes by Ebrahim ra‸", "Ebrahim ra → Ebrahim Raisi:22"),
    ("quotes by Raisi wh‸", "wh → where"),
    ("quotes by Raisi g‸", "g → group by"),
    ("quotes where topic=sanc‸", "sanc → sanctions:9"),
    ("quotes where topic = ‸", " → sanctions:9, nuclear energy:4, solidarity:3"),
    ("quotes where k‸", "k → kind, known"),
    ("quotes where kind=‸", " → direct, mixed, indirect"),
    ("quotes where words ‸", " → between, in, is missing, =, !=, <, <=, >, >="),
    ("quotes where known a‸", "a → and, about"),
    ("quotes in pre‸", "pre → Press TV:1"),
    ("quotes in B‸", "B → \"By\":1"),
    ("quotes group by mon‸", "mon → month(date)"),
    ("quotes show cou‸", "cou → count"),
    ("quotes | co‸", "co → count"),
    ("quotes sort by date d‸", "d → desc"),
    ("help whe‸", "whe → where"),
    ("quotes # comment ‸", " → "),
  ])
  func candidates(_ marked: String, _ expected: String) {
    let found = Self.complete(marked)
    #expect(found == expected)
  }
}

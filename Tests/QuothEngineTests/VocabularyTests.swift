//! The names a corpus knows, and which of them a typed name means.

import QuothEngine
import QuothModel
import QuothQuery
import QuothTestSupport
import Testing

@Suite struct VocabularyTests {
  private let vocabulary = CorpusVocabulary(TinyCorpus.visit)

  @Test func everyKindIsCounted() {
    var lines: [String] = []
    for kind in NameKind.allCases {
      let entries = vocabulary.entries(of: kind).map { "\($0.name) [\($0.key)] \($0.count) \($0.unit)" }
      lines.append("\(kind.rawValue): \(entries.joined(separator: ", "))")
    }
    #expect(lines.joined(separator: "\n") == VocabularyTests.expected)
  }

  @Test func namesMeanEntries() {
    let cases: [(NameKind, String, [String])] = [
      (.speaker, "raisi", ["Ebrahim Raisi"]),
      (.speaker, "RAISÍ", ["Ebrahim Raisi"]),
      (.speaker, "ebrahim  raisi", ["Ebrahim Raisi"]),
      (.speaker, "person/ebrahim-raisi", ["Ebrahim Raisi"]),
      (.speaker, "Diaz-Canel", ["Miguel Díaz-Canel"]),
      (.speaker, "díaz canel", ["Miguel Díaz-Canel"]),
      (.speaker, "Canel", ["Miguel Díaz-Canel"]),
      (.person, "Marrero Cruz", ["Manuel Marrero Cruz"]),
      (.person, "marrero", ["Manuel Marrero Cruz"]),
      (.person, "cruz", ["Manuel Marrero Cruz"]),
      (.person, "Manuel", []),
      (.speaker, "un", []),
      (.entity, "un", ["United Nations"]),
      (.organization, "nations", []),
      (.topic, "SANCTIONS", ["sanctions"]),
      (.outlet, "tasnim", ["Tasnim"]),
      (.article, "a1", ["a1-visit"]),
      (.article, "a", []),
      (.article, "b3", ["b3"]),
      (.article, "a joint statement", ["a2-joint"]),
      (.agency, "efe", ["EFE"]),
      (.role, "Prime Minister", ["prime minister"]),
      (.dateline, "tehran", ["TEHRAN"]),
      (.person, "", []),
    ]
    for (kind, name, expected) in cases {
      #expect(vocabulary.entries(of: kind, named: name).map(\.name) == expected, "\(kind) \(name)")
    }
  }

  private static let expected = """
    speaker: Ebrahim Raisi [person/ebrahim-raisi] 3 quotes, Manuel Marrero Cruz [person/manuel-marrero-cruz] 1 quotes, Miguel Díaz-Canel [person/miguel-diaz-canel] 1 quotes
    person: Ebrahim Raisi [person/ebrahim-raisi] 3 mentions, Miguel Díaz-Canel [person/miguel-diaz-canel] 3 mentions, Manuel Marrero Cruz [person/manuel-marrero-cruz] 1 mentions
    organization: United Nations [organization/united-nations] 1 mentions
    place: Tehran [place/tehran] 1 mentions
    entity: Ebrahim Raisi [person/ebrahim-raisi] 3 mentions, Miguel Díaz-Canel [person/miguel-diaz-canel] 3 mentions, Manuel Marrero Cruz [person/manuel-marrero-cruz] 1 mentions, Tehran [place/tehran] 1 mentions, United Nations [organization/united-nations] 1 mentions
    topic: sanctions [sanctions] 2 quotes, trade [trade] 1 quotes, sport [sport] 0 quotes
    outlet: 14ymedio [14ymedio] 1 articles, Tasnim [tasnim] 1 articles
    article: a1-visit [a1-visit] 2 quotes, b3 [b3] 2 quotes, a2-joint [a2-joint] 1 quotes
    agency: EFE [efe] 2 articles
    author: Luz Gil [luz gil] 1 articles
    translator: Ana Pérez [ana perez] 1 articles
    country: Cuba [cuba] 2 people, Iran [iran] 1 people
    cue: said [said] 3 statements, added [added] 1 statements, shouted [shouted] 1 statements, stressed [stressed] 1 statements
    dateline: Havana [havana] 1 articles, TEHRAN [tehran] 1 articles
    role: president [president] 2 people, leader [leader] 1 people, prime minister [prime minister] 1 people
    """
}

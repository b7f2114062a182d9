//! Every field of the catalogue reads, as the type it is declared with.

import QuothEngine
import QuothModel
import QuothQuery
import QuothTestSupport
import Testing

@Suite struct FieldTests {
  /// Every row by its types, and the first row of each collection in full.
  @Test func everyFieldReads() throws {
    var shown: [String] = []
    for collection in QueryCollection.allCases {
      let definitions = FieldCatalog.fields(of: collection)
      let plan = LogicalPlan.project(
        .scan(collection, repeats: .include), definitions.map { .field($0.field) })
      let table = try InMemoryEngine(TinyCorpus.visit).execute(plan)
      #expect(!table.rows.isEmpty)
      for row in table.rows {
        for (definition, value) in zip(definitions, row.values) {
          #expect(fits(value, definition), "\(collection).\(definition.field): \(value)")
        }
      }
      guard let row = table.rows.first else { continue }
      shown.append("\(collection.rawValue) \(row.key?.key ?? "")")
      for (definition, value) in zip(definitions, row.values) {
        let start = value.plain.split(separator: "\n").first ?? ""
        shown.append("  \(definition.field.rawValue): \(start.prefix(30))")
      }
    }
    #expect(shown.joined(separator: "\n") == FieldTests.expected)
  }

  private func fits(_ value: Value, _ definition: FieldDefinition) -> Bool {
    if case .list(let values) = value {
      return definition.isList && values.allSatisfy { fits($0, definition.type) }
    }
    return !definition.isList && fits(value, definition.type)
  }

  private func fits(_ value: Value, _ type: ValueType) -> Bool {
    switch (value, type) {
    case (.missing, _), (.text, .text), (.text, .name), (.integer, .integer), (.decimal, .decimal),
      (.day, .date), (.yesNo, .yesNo):
      true
    case (.text(let text), .choice(let choices)): choices.contains(text)
    default: false
    }
  }

  private static let expected = """
    articles a1-visit
      id: a1-visit
      title: Iran and Cuba Agree
      outlet: Tasnim
      agency: EFE
      author: -
      translator: Ana Pérez
      place: TEHRAN
      date: 2023-12-04
      words: 27
      quotes: 2
      topics: [sanctions, trade]
      people: [Ebrahim Raisi, Miguel Díaz-Ca
      organizations: []
      places: [Tehran]
      text: Iran and Cuba Agree
      file: tiny/a1-visit.txt
      url: https://example.org/a1
    quotes a1-visit#1
      id: a1-visit#1
      text: The unjust sanctions have not 
      speakers: [Ebrahim Raisi]
      source: Raisí
      source_type: person
      source_title: -
      introduced: -
      on_behalf: -
      document: -
      anonymity: -
      cue: said
      kind: direct
      addressee: [Miguel Díaz-Canel]
      topics: [sanctions]
      sentence_topics: [sanctions]
      article: a1-visit
      outlet: Tasnim
      date: 2023-12-04
      place: TEHRAN
      agency: EFE
      author: -
      sentence: “The unjust sanctions have not
      mentions: [Tehran, Miguel Díaz-Canel]
      start: 24
      end: 69
      source_start: 74
      source_end: 80
      words: 7
      confidence: 0.9
      rule: quote-source-cue
      known: yes
      repeats: -
    statements a1-visit#1
      id: a1-visit#1
      text: The unjust sanctions have not 
      speakers: [Ebrahim Raisi]
      source: Raisí
      source_type: person
      source_title: -
      introduced: -
      on_behalf: -
      document: -
      anonymity: -
      cue: said
      kind: direct
      addressee: [Miguel Díaz-Canel]
      topics: [sanctions]
      sentence_topics: [sanctions]
      article: a1-visit
      outlet: Tasnim
      date: 2023-12-04
      place: TEHRAN
      agency: EFE
      author: -
      sentence: “The unjust sanctions have not
      mentions: [Tehran, Miguel Díaz-Canel]
      start: 24
      end: 69
      source_start: 74
      source_end: 80
      words: 7
      confidence: 0.9
      rule: quote-source-cue
      known: yes
      repeats: -
    people person/ebrahim-raisi
      name: Ebrahim Raisi
      aliases: [Raisí, Raisi]
      roles: [president]
      country: Iran
      quotes: 3
      statements: 3
      mentions: 3
      articles: 2
      first: 2023-06-16
      last: 2023-12-04
    organizations organization/united-nations
      name: United Nations
      aliases: [UN]
      mentions: 1
      articles: 1
    places place/tehran
      name: Tehran
      aliases: []
      mentions: 1
      articles: 1
    mentions a1-visit@74-80
      text: Raisí
      entity: [Ebrahim Raisi]
      form: name
      article: a1-visit
      outlet: Tasnim
      date: 2023-12-04
      sentence: “The unjust sanctions have not
      start: 74
      end: 80
    epithets a1-visit@147-151
      person: Ebrahim Raisi
      text: grow
      form: calling
      speakers: [Miguel Díaz-Canel]
      article: a1-visit
      outlet: Tasnim
      date: 2023-12-04
      sentence: He added that trade “will grow
      start: 147
      end: 151
    refusals a2-joint@77-85
      entity: [Miguel Díaz-Canel]
      source: Díaz-Canel
      text: stressed
      form: silent
      article: a2-joint
      outlet: 14ymedio
      date: 2023-06-16
      sentence: Díaz-Canel stressed that expor
      start: 77
      end: 85
    topics sanctions
      name: sanctions
      code: medtop:20000593
      quotes: 2
      articles: 2
      terms: [sanction*]
    sentences a1-visit@0-19
      text: Iran and Cuba Agree
      kind: headline
      article: a1-visit
      outlet: Tasnim
      date: 2023-12-04
      topics: []
      people: []
      words: 4
      start: 0
      end: 19
    paragraphs a1-visit@0-19
      text: Iran and Cuba Agree
      kind: headline
      article: a1-visit
      outlet: Tasnim
      date: 2023-12-04
      topics: []
      people: []
      words: 4
      start: 0
      end: 19
    outlets tasnim
      name: Tasnim
      articles: 1
      quotes: 2
      first: 2023-12-04
      last: 2023-12-04
    """
}

//! Names for examples, so that they can be tested without a corpus.

public import QuothQuery

/// Examples filled in with names that `FakeVocabulary` knows.
public struct FixedExamples: ExampleSource {
  public init() {}

  public func filled(_ template: Template) -> String? { template.filled(Self.values) }

  public func commonValue(of field: Field, in collection: QueryCollection) -> String? { nil }

  private static let values: [Placeholder: String] = [
    .speaker: "Ebrahim Raisi", .speaker2: "Ali Khamenei", .misspelling: "Rasi", .shared: "Castro",
    .addressee: "Miguel Díaz-Canel",
    .topic: "sanctions", .outlet: "Press TV", .cue: "said", .word: "sanction", .term: "sanction",
    .day: "2023-12-04",
    .month: "2023-12", .article: "a1", .country: "Cuba", .place: "Cuba", .place2: "North Korea",
    .organization: "Foreign Ministry", .translator: "Jane Doe",
  ]
}

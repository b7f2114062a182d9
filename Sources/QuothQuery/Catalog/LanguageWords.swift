//! The words of the language by what they are, for whoever colours them: editors, above all.

internal import QuothStatistics

/// Words that stand for one kind of thing.
public enum LanguageWordClass: String, CaseIterable, Sendable {
  case statement, collection, clause, `operator`, constant, figure, field, command

  /// The words, in alphabetical order. Several words in a row are of one class each.
  public var words: [String] {
    let words: [String] =
      switch self {
      case .statement:
        [
          Keyword.let, .expect, .analyze, .it, .no, .replace, .quote, .article, .from, .as, .new, .define,
        ].map(\.rawValue)
      case .collection: QueryCollection.allCases.map(\.rawValue)
      case .clause:
        (Keyword.stages + AnalysisOption.allCases.flatMap(\.lead)
          + ConcordanceSide.allCases.map(\.keyword) + [.repeats, .asc, .desc, .seed]).map(\.rawValue)
      case .operator:
        (Keyword.setOperators + [.and, .or, .not, .between, .contains, .is]).map(\.rawValue)
      case .constant: [Keyword.missing.rawValue, "yes", "no"]
      case .figure:
        ClauseCatalog.all.filter { $0.group == .figure }.map(\.name) + Period.allCases.map(\.rawValue)
          + AssociationMeasure.allCases.map(\.rawValue)
      case .field: Field.allCases.map(\.rawValue) + FieldCatalog.singulars.keys
      case .command: CommandCatalog.words.filter { $0.utf8.allSatisfy(Lexer.isWordByte) }
      }
    return Set(words).sorted()
  }
}

//! What could stand at a place, as the parser sees it: the source of both "expected …" and completion.

/// Something that the grammar allows at a place.
public enum Expectation: Hashable, Sendable {
  case keyword(Keyword)
  case collection
  case command
  /// A field of the collection; nil when the collection is not known.
  case field(QueryCollection?)
  /// A column after `show`: also an aggregate.
  case column(QueryCollection?)
  /// A column after `sort by`: an aggregate only of groups.
  case sortKey(QueryCollection?)
  /// The field that a figure or a period is of.
  case argument(String, QueryCollection?)
  /// A field or a period after `group by`.
  case groupKey(QueryCollection?)
  /// A name in a clause.
  case name(NameRole, QueryCollection?)
  /// Another word of a name, of which these words stand already.
  case moreOfName(NameRole, QueryCollection?, SourceRange)
  /// A value to compare the field with.
  case value(String, QueryCollection?)
  /// Another word of a value.
  case moreOfValue(String, QueryCollection?, SourceRange)
  /// A comparison of the field.
  case comparison(String, QueryCollection?)
  /// `$` and the name of rows, or of text.
  case variable(VariableKind)
  /// A name for `let` to give.
  case newName
  /// Text in quotation marks.
  case text
  case pattern, regex, wholeNumber, number, file
  /// A comparison of what `expect` looks at.
  case claim
  /// A part of a whole, 0 to 1.
  case share
  /// An option of an analysis, by the words that lead to it.
  case option(AnalysisOption)
  /// The name of a measure of association, or of a period.
  case measure, period
  /// A kind of picture.
  case chartKind
  /// What an analysis takes rows together by.
  case grouping(AnalysisStage)
  case equalSign, greaterSign
  case comma, pipe, openBracket, closeBracket
  case endOfStatement
  case helpTopic
  /// A field that can be corrected.
  case amendable
}

/// What a name after `$` stands for.
public enum VariableKind: Hashable, Sendable {
  case rows, text
}

//! The syntax of queries: what was written, before any name is looked up. Equality ignores ranges.

/// A script: statements in order.
public struct ScriptSyntax: Hashable, Sendable {
  public let statements: [StatementSyntax]
  @Position public internal(set) var range: SourceRange
}

/// One statement.
public indirect enum StatementSyntax: Hashable, Sendable {
  case query(QuerySyntax)
  case binding(LetSyntax)
  case expectation(ExpectSyntax)
  case explain(ExplainSyntax)
  case amendment(AmendmentSyntax)
  case command(CommandSyntax)

  public var range: SourceRange {
    switch self {
    case .query(let query): query.range
    case .binding(let binding): binding.range
    case .expectation(let expectation): expectation.range
    case .explain(let explain): explain.range
    case .amendment(let amendment): amendment.range
    case .command(let command): command.range
    }
  }
}

/// A pipeline that is run, and where its answer goes.
public struct QuerySyntax: Hashable, Sendable {
  public let pipeline: PipelineSyntax
  public let destination: DestinationSyntax?
  @Position public internal(set) var range: SourceRange
}

/// `> "file"`: the file that an answer is written to, in the format of its ending.
public struct DestinationSyntax: Hashable, Sendable {
  public let path: String
  public let overwriting: Overwriting
  @Position public internal(set) var range: SourceRange
}

/// Whether the words say what becomes of a file that stands there already.
public enum Overwriting: Hashable, Sendable {
  case unsaid
  /// `replace`: it may be written over.
  case asked
}

/// `let name = …`.
public struct LetSyntax: Hashable, Sendable {
  public let name: WordSyntax
  public let value: LetValueSyntax
  @Position public internal(set) var range: SourceRange
}

/// What `let` gives a name to.
public enum LetValueSyntax: Hashable, Sendable {
  case rows(PipelineSyntax)
  /// Text in quotation marks, to stand where a value can.
  case text(ValueSyntax)
  /// What could not be read. The name is given up with it.
  case broken
}

/// `explain` and a query, or what is expected of one.
public struct ExplainSyntax: Hashable, Sendable {
  public let mode: ExplainMode
  public let subject: ExplainedSyntax
  @Position public internal(set) var range: SourceRange
}

/// What is explained.
public enum ExplainedSyntax: Hashable, Sendable {
  case pipeline(PipelineSyntax)
  case expectation(ExpectSyntax)

  /// The query that is run.
  public var pipeline: PipelineSyntax {
    switch self {
    case .pipeline(let pipeline): pipeline
    case .expectation(let expectation): expectation.query
    }
  }
}

/// Whether an explanation tells the time that each step takes.
public enum ExplainMode: Hashable, Sendable {
  /// The steps and their rows.
  case steps
  /// The steps, their rows and their time.
  case analyze
}

/// A command of the shell.
public struct CommandSyntax: Hashable, Sendable {
  public let command: CommandName
  public let argument: CommandArgument
  @Position public internal(set) var range: SourceRange
}

/// What follows a command.
public enum CommandArgument: Hashable, Sendable {
  case none
  case number(Int)
  /// Words up to the end of the statement: a topic joined by single blanks, the rest of a line as it stands.
  case text(String)
}

/// A set of rows and what is done with them, step by step.
public struct PipelineSyntax: Hashable, Sendable {
  public let source: SourceSyntax
  public let stages: [ClauseSyntax]
  @Position public internal(set) var range: SourceRange
}

/// Where the rows of a pipeline come from.
public indirect enum SourceSyntax: Hashable, Sendable {
  case selection(SelectionSyntax)
  case bracketed(PipelineSyntax)
  case combined(CombinationSyntax)

  public var range: SourceRange {
    switch self {
    case .selection(let selection): selection.range
    case .bracketed(let pipeline): pipeline.range
    case .combined(let combination): combination.range
    }
  }
}

/// Two sets of rows made one. Several operators in a row are carried out from left to right.
public struct CombinationSyntax: Hashable, Sendable {
  public let operation: SetOperation
  public let left: SourceSyntax
  public let right: SourceSyntax
  @Position public internal(set) var operationRange: SourceRange
  @Position public internal(set) var range: SourceRange
}

/// What a selection takes its rows from.
public enum SelectionBase: Hashable, Sendable {
  case collection(QueryCollection)
  /// `$name`: rows that `let` gave a name to.
  case variable(String)
  /// `it`: the last answer.
  case lastAnswer

  /// The collection, where the words alone tell it.
  public var collection: QueryCollection? {
    switch self {
    case .collection(let collection): collection
    case .variable, .lastAnswer: nil
    }
  }
}

/// Rows and clauses.
public struct SelectionSyntax: Hashable, Sendable {
  public let base: SelectionBase
  public let clauses: [ClauseSyntax]
  @Position public internal(set) var baseRange: SourceRange
  @Position public internal(set) var range: SourceRange
}

/// A clause of a selection, or a stage of a pipeline.
public enum ClauseSyntax: Hashable, Sendable {
  case names(NamesClauseSyntax)
  case withRepeats(MarkerSyntax)
  case `where`(WhereClauseSyntax)
  case group(ColumnsClauseSyntax)
  case sort(SortClauseSyntax)
  case limit(LimitClauseSyntax)
  case show(ColumnsClauseSyntax)
  case sample(SampleClauseSyntax)
  case count(MarkerSyntax)
  case read(MarkerSyntax)
  case analysis(AnalysisSyntax)
  case chart(ChartSyntax)

  public var range: SourceRange {
    switch self {
    case .names(let clause): clause.range
    case .withRepeats(let clause), .count(let clause), .read(let clause): clause.range
    case .where(let clause): clause.range
    case .group(let clause), .show(let clause): clause.range
    case .sort(let clause): clause.range
    case .limit(let clause): clause.range
    case .sample(let clause): clause.range
    case .analysis(let stage): stage.range
    case .chart(let stage): stage.range
    }
  }

  /// Whether nothing can be done with what it gives.
  var isLast: Bool {
    switch self {
    case .count, .read, .chart: true
    case .names, .withRepeats, .where, .group, .sort, .limit, .show, .sample, .analysis: false
    }
  }

  /// The word that begins it.
  public var keyword: Keyword {
    switch self {
    case .names(let clause): clause.role.keyword
    case .withRepeats: .with
    case .where: .where
    case .group: .group
    case .sort: .sort
    case .limit: .limit
    case .show: .show
    case .sample: .sample
    case .count: .count
    case .read: .read
    case .analysis(let node): node.stage.keyword
    case .chart: .chart
    }
  }
}

/// A clause of fixed words.
public struct MarkerSyntax: Hashable, Sendable {
  @Position public internal(set) var range: SourceRange
}

/// What a clause of names asks about its names.
public enum NameRole: String, CaseIterable, Hashable, Sendable {
  case by, to, about, `in`

  /// The word that the clause begins with.
  public var keyword: Keyword {
    switch self {
    case .by: .by
    case .to: .to
    case .about: .about
    case .in: .in
    }
  }
}

/// `by`, `to`, `about` or `in`, and names of which any will do.
public struct NamesClauseSyntax: Hashable, Sendable {
  public let role: NameRole
  public let names: [ValueSyntax]
  @Position public internal(set) var keywordRange: SourceRange
  @Position public internal(set) var range: SourceRange
}

/// `where` and its condition.
public struct WhereClauseSyntax: Hashable, Sendable {
  public let condition: ConditionSyntax
  @Position public internal(set) var range: SourceRange
}

/// `group by` or `show`, and columns.
public struct ColumnsClauseSyntax: Hashable, Sendable {
  public let columns: [ColumnSyntax]
  @Position public internal(set) var range: SourceRange
}

/// `sort by` and keys.
public struct SortClauseSyntax: Hashable, Sendable {
  public let keys: [SortKeySyntax]
  @Position public internal(set) var range: SourceRange
}

/// `limit` and how many rows.
public struct LimitClauseSyntax: Hashable, Sendable {
  public let count: Int
  @Position public internal(set) var range: SourceRange
}

/// `sample`, how many rows, and the seed of the draw.
public struct SampleClauseSyntax: Hashable, Sendable {
  public let count: Int
  public let seed: Int?
  @Position public internal(set) var range: SourceRange
}

/// Upwards or downwards.
public enum SortOrder: String, Hashable, Sendable {
  case ascending = "asc"
  case descending = "desc"
}

/// A column to sort by.
public struct SortKeySyntax: Hashable, Sendable {
  public let column: ColumnSyntax
  public let order: SortOrder
  @Position public internal(set) var range: SourceRange
}

/// A field, an aggregate or a period: `date`, `count`, `count(article)`, `month(date)`.
public struct ColumnSyntax: Hashable, Sendable {
  public let name: WordSyntax
  public let argument: WordSyntax?
  @Position public internal(set) var range: SourceRange
}

/// One bare word.
public struct WordSyntax: Hashable, Sendable {
  public let text: String
  @Position public internal(set) var range: SourceRange
}

/// How a value is written.
public enum ValueForm: Hashable, Sendable {
  case bare, quoted
  /// `$name`: what the name stands for.
  case variable
}

/// A value as written: bare words, text in quotation marks, or a name that stands for text.
public struct ValueSyntax: Hashable, Sendable {
  /// One string: the words of a bare value, the content of a quoted one, or the name after `$`.
  public let words: [WordSyntax]
  public let form: ValueForm
  @Position public internal(set) var range: SourceRange

  /// The words joined by single blanks.
  public var text: String { words.count == 1 ? words[0].text : words.map(\.text).joined(separator: " ") }
}

//! The syntax of queries: what was written, before any name is looked up. Equality ignores ranges.

/// A script: statements in order.
public struct ScriptSyntax: Hashable, Sendable {
  public let statements: [StatementSyntax]
  @Position public internal(set) var range: SourceRange
}

/// One statement.
public indirect enum StatementSyntax: Hashable, Sendable {
  case query(PipelineSyntax)
  case command(CommandSyntax)

  public var range: SourceRange {
    switch self {
    case .query(let pipeline): pipeline.range
    case .command(let command): command.range
    }
  }
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
}

/// A collection and its clauses.
public struct SelectionSyntax: Hashable, Sendable {
  public let collection: QueryCollection
  public let clauses: [ClauseSyntax]
  @Position public internal(set) var collectionRange: SourceRange
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
  case count(MarkerSyntax)

  public var range: SourceRange {
    switch self {
    case .names(let clause): clause.range
    case .withRepeats(let clause), .count(let clause): clause.range
    case .where(let clause): clause.range
    case .group(let clause), .show(let clause): clause.range
    case .sort(let clause): clause.range
    case .limit(let clause): clause.range
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
    case .count: .count
    }
  }
}

/// A clause of fixed words.
public struct MarkerSyntax: Hashable, Sendable {
  @Position public internal(set) var range: SourceRange
}

/// What a clause of names asks about its names.
public enum NameRole: String, CaseIterable, Hashable, Sendable {
  case by, about, `in`

  public var keyword: Keyword {
    switch self {
    case .by: .by
    case .about: .about
    case .in: .in
    }
  }
}

/// `by`, `about` or `in`, and names of which any will do.
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

/// A value as written: bare words, or text in quotation marks.
public struct ValueSyntax: Hashable, Sendable {
  /// One string: the words of a bare value, or the content of a quoted one.
  public let words: [WordSyntax]
  public let isQuoted: Bool
  @Position public internal(set) var range: SourceRange

  /// The words joined by single blanks.
  public var text: String { words.count == 1 ? words[0].text : words.map(\.text).joined(separator: " ") }
}

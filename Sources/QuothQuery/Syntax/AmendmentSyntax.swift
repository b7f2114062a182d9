//! Corrections of what the analysis found, as a user writes them.

/// `correct`, `alias`, `split` or `topic define`.
public enum AmendmentSyntax: Hashable, Sendable {
  case fact(FactSyntax)
  case alias(AliasSyntax)
  case split(SplitSyntax)
  case topic(TopicSyntax)

  public var range: SourceRange {
    switch self {
    case .fact(let node): node.range
    case .alias(let node): node.range
    case .split(let node): node.range
    case .topic(let node): node.range
    }
  }

  /// The command that it begins with.
  public var command: CommandName {
    switch self {
    case .fact: .correct
    case .alias: .alias
    case .split: .split
    case .topic: .topic
    }
  }
}

/// `correct SUBJECT FIELD = VALUE, …`: what a quotation or an article has instead of what was found.
public struct FactSyntax: Hashable, Sendable {
  public let subject: AmendedSubjectSyntax
  public let field: WordSyntax
  public let values: [AmendedValueSyntax]
  @Position public internal(set) var range: SourceRange

  /// The same of another subject, such as that of a row.
  public func with(_ subject: AmendedSubjectSyntax) -> FactSyntax {
    FactSyntax(subject: subject, field: field, values: values, range: range)
  }
}

/// What is corrected.
public enum AmendedSubjectSyntax: Hashable, Sendable {
  /// A row of the last answer.
  case row(RowNumberSyntax)
  case quotation(QuotationPlaceSyntax)
  case article(ValueSyntax)
}

/// The number of a row.
public struct RowNumberSyntax: Hashable, Sendable {
  public let number: Int
  @Position public internal(set) var range: SourceRange
}

/// `quote "WORDS" in ARTICLE at BYTE`: the quotation of an article that begins so, at this byte of the text where
/// several do.
public struct QuotationPlaceSyntax: Hashable, Sendable {
  public let words: ValueSyntax
  public let article: ValueSyntax
  public let start: Int?
  @Position public internal(set) var range: SourceRange

  /// A place that nobody typed.
  public init(words: String, article: String, start: Int?, range: SourceRange) {
    self.init(
      words: .quoted(words, range), article: .quoted(article, range), start: start, range: range)
  }

  init(words: ValueSyntax, article: ValueSyntax, start: Int?, range: SourceRange) {
    self.words = words
    self.article = article
    self.start = start
    self.range = range
  }
}

/// What something is instead.
public enum AmendedValueSyntax: Hashable, Sendable {
  /// `missing`: nobody knows.
  case missing(MarkerSyntax)
  case known(ValueSyntax)
  /// `new NAME`: someone whom no text names so.
  case new(ValueSyntax)

  public var range: SourceRange {
    switch self {
    case .missing(let node): node.range
    case .known(let node), .new(let node): node.range
    }
  }

  var isMissing: Bool { if case .missing = self { true } else { false } }
}

/// `alias SPELLING = NAME`: both are one.
public struct AliasSyntax: Hashable, Sendable {
  public let spelling: ValueSyntax
  public let name: ValueSyntax
  @Position public internal(set) var range: SourceRange
}

/// `split SPELLING from NAME in ARTICLE, … as NEW`: those whom the texts call so are somebody else.
public struct SplitSyntax: Hashable, Sendable {
  public let spelling: ValueSyntax
  public let name: ValueSyntax
  /// The articles it is so in; all, where none is named.
  public let articles: [ValueSyntax]
  /// Who they are; someone new of that name, where it is not said.
  public let target: AmendedValueSyntax?
  @Position public internal(set) var range: SourceRange
}

/// `topic define NAME = PATTERN, …`: what makes a topic.
public struct TopicSyntax: Hashable, Sendable {
  public let name: ValueSyntax
  public let terms: [ValueSyntax]
  @Position public internal(set) var range: SourceRange
}

extension ValueSyntax {
  /// Text in quotation marks.
  public static func quoted(_ text: String, _ range: SourceRange) -> ValueSyntax {
    ValueSyntax(words: [WordSyntax(text: text, range: range)], form: .quoted, range: range)
  }
}

extension SyntaxPrinter {
  /// On one line, as files keep it.
  public static func print(_ amendment: AmendmentSyntax) -> String {
    switch amendment {
    case .fact(let node):
      let values = node.values.map(print).joined(separator: ", ")
      return "correct \(print(node.subject)) \(node.field.text) = \(values)"
    case .alias(let node): return "alias \(print(node.spelling)) = \(print(node.name))"
    case .split(let node):
      let articles = node.articles.map { print($0) }.joined(separator: ", ")
      return "split \(print(node.spelling)) from \(print(node.name))"
        + (articles.isEmpty ? "" : " in \(articles)") + (node.target.map { " as \(print($0))" } ?? "")
    case .topic(let node):
      return "topic define \(print(node.name)) = " + node.terms.map { print($0) }.joined(separator: ", ")
    }
  }

  private static func print(_ subject: AmendedSubjectSyntax) -> String {
    switch subject {
    case .row(let row): String(row.number)
    case .quotation(let place):
      "quote \(print(place.words)) in \(print(place.article))" + (place.start.map { " at \($0)" } ?? "")
    case .article(let key): "article \(print(key))"
    }
  }

  private static func print(_ value: AmendedValueSyntax) -> String {
    switch value {
    case .missing: Keyword.missing.rawValue
    case .known(let value): print(value)
    case .new(let value): "new \(print(value))"
    }
  }
}

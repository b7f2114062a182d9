//! What TAB offers: the parser's own expectations, filled in from the catalogues and the corpus.

internal import QuothBasics

/// What can be completed at a place.
public struct CompletionList: Hashable, Sendable {
  /// The text that a candidate takes the place of.
  public let replace: SourceRange
  /// The best first; values by how often they occur.
  public let candidates: [CompletionCandidate]
}

/// One way to complete.
public struct CompletionCandidate: Hashable, Sendable {
  /// What a candidate is, for lists that tell kinds apart.
  public enum Kind: String, Hashable, Sendable {
    case keyword, collection, command, field, figure, value, variable, sign
  }

  /// What to write, quotation marks included.
  public let text: String
  /// What to show.
  public let display: String
  /// How many rows a value has, of `unit`.
  public let count: Int?
  /// The collection that is counted, such as “quotes”; nil without a count.
  public let unit: String?
  /// What it is.
  public let kind: Kind
}

/// Completes query text.
public enum Completion {
  /// At most this many candidates are given.
  public static let candidateLimit = 200

  /// What could stand at a byte offset and begins with what is typed before it.
  public static func candidates(
    in text: QueryText, at offset: Int, context: BindingContext
  ) -> CompletionList {
    let offset = min(max(0, offset), text.bytes.count)
    let prefix = Prefix(QueryText(bytes: Array(text.bytes[..<offset])))
    guard prefix.isCompletable else {
      return CompletionList(replace: SourceRange(offset, offset), candidates: [])
    }
    // Parsing what stands before the typed word tells what could stand in its place.
    let before = QueryText(bytes: Array(text.bytes[..<prefix.range.start]))
    let parse = Parser.parse(before)
    let place = CompletionPlace(parse, in: context)
    var collector = CandidateCollector(prefix: prefix, text: before, place: place, context: context)
    for expectation in parse.expectations { collector.add(expectation) }
    return CompletionList(replace: collector.replace, candidates: collector.finish())
  }
}

/// The word or the open quotation before the cursor.
struct Prefix {
  let range: SourceRange
  /// What is typed of it, without quotation mark.
  let typed: String
  let isQuoted: Bool
  let isCompletable: Bool

  init(_ text: QueryText) {
    let tokens = Lexer.tokens(of: text)
    let end = SourceRange(text.bytes.count, text.bytes.count)
    guard tokens.count > 1 else {
      self.init(range: end, typed: "", isQuoted: false, isCompletable: true)
      return
    }
    let last = tokens[tokens.count - 2]
    switch last.kind {
    case .word, .variable:
      self.init(range: last.range, typed: text.string(in: last.range), isQuoted: false, isCompletable: true)
    case .string(isClosed: false):
      let mark = Parser.markLength(at: last, in: text)
      let typed = text.string(in: SourceRange(last.range.start + mark, last.range.end))
      self.init(range: last.range, typed: typed, isQuoted: true, isCompletable: true)
    case .stray where text.string(in: last.range) == "$":
      self.init(range: last.range, typed: "$", isQuoted: false, isCompletable: true)
    case .comment, .regex, .string(isClosed: true), .stray:
      self.init(range: end, typed: "", isQuoted: false, isCompletable: false)
    case .space, .newline, .comma, .semicolon, .pipe, .openBracket, .closeBracket, .tilde, .question, .star,
      .comparison, .badComparison, .end:
      self.init(range: end, typed: "", isQuoted: false, isCompletable: true)
    }
  }

  private init(range: SourceRange, typed: String, isQuoted: Bool, isCompletable: Bool) {
    self.range = range
    self.typed = typed
    self.isQuoted = isQuoted
    self.isCompletable = isCompletable
  }
}

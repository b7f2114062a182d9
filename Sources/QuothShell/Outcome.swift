//! What came of a statement: texts for the streams, and what the session is to remember.

public import QuothQuery

/// What one statement gave.
public struct Outcome {
  /// What a command shows, for standard output.
  public var results = ""
  /// The line of `results` to begin at where they are longer than the screen, from 1.
  var firstLine = 1
  /// Totals, and what was left out; a table that is shown brings its own.
  public var footer = ""
  /// What a command shows after `results`, made as it is written; an error that the writer throws ends the work.
  var pieces: (((String) throws -> Void) throws -> Void)?
  /// What explains an answer, for the messages, after it.
  var afterword = ""
  /// Errors, warnings and notes, each ended by a line break.
  public var messages = ""
  /// What is still to be said of the text, by whoever knows its place.
  var diagnostics: [Diagnostic] = []
  /// The correction that was made, names in full.
  var amendment: String?
  /// An error that is no diagnostic of the text.
  var problem: String?
  /// What a script ends with when this is its last statement, or its first error.
  public var status = ExitStatus.success
  /// The statement was to leave the shell.
  public var leaves = false
  /// Something is wrong with the text of the statement.
  var hasDiagnosedError = false
  /// The statement put right; `fix` runs it.
  var correction: String?
  /// The query that was answered; `it` means it from now on.
  var query: BoundQuery?
  /// The answer of a query, for `read` and `why` to refer to from now on.
  public var answer: ResultTable?
  /// The answer goes to standard output as a table; else what is to be seen of it is in `results`.
  var showsAnswer = false
  /// What `expect` came to.
  var expectation: ExpectationResult?
  /// The file that the answer was written to.
  var writtenFile: String?
  /// How long the steps of a query took, where someone wants to know.
  var timing: StatementTiming?

  public init() {}

  /// Whether a command shows something.
  var hasResults: Bool { !results.isEmpty || pieces != nil }

  /// What a command cannot do, or what stopped a query; worded without severity or place.
  static func failure(_ problem: String, _ status: ExitStatus = .queryError) -> Outcome {
    var outcome = Outcome()
    outcome.problem = problem
    outcome.status = status
    return outcome
  }
}

/// How a script or a statement ended.
public struct Ending: Sendable {
  /// The first error, or success.
  public let status: ExitStatus
  /// Whether a statement said to leave the shell.
  public let leaves: Bool
}

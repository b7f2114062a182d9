//! A corpus with corrections, as it is at one moment: made anew for each change, so that a change that fails leaves
//! nothing behind.

internal import QuothEngine
internal import QuothQuery

/// What holds: the corrections of files, then those of the session alone, and an engine over the corpus with all.
struct AmendmentState {
  /// The corrections in force, in the order in which they are applied.
  private(set) var entries: [AmendmentEntry] = []
  /// What is wrong with those that are kept.
  private(set) var problems: [AmendmentProblem] = []
  /// The corpus with the corrections of files, and with all.
  private var kept: CorpusAmender
  private var all: CorpusAmender
  private(set) var engine: InMemoryEngine

  /// No corrections.
  init(_ found: InMemoryEngine, _ isCancelled: @escaping @Sendable () -> Bool) {
    engine = found
    kept = CorpusAmender(found, isCancelled: isCancelled)
    all = kept
  }

  /// Those of files, in order, then those of a session.
  init(
    _ found: InMemoryEngine, files: [(AmendmentFile, AmendmentText)], session: [AmendmentEntry],
    _ isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.init(found, isCancelled)
    for (file, text) in files { apply(file, text, isCancelled) }
    all = kept
    for entry in session where (try? all.apply(entry.applied.amendment)) != nil { entries.append(entry) }
    engine = entries.isEmpty ? found : all.finish()
  }

  /// Those that end with the session.
  var session: [AmendmentEntry] { entries.filter { $0.file == nil } }

  /// The names as they are after the corrections of files, and after all.
  var keptNames: any Vocabulary { kept.vocabulary }
  var names: any Vocabulary { all.vocabulary }

  /// The state with one more, which ends with the session.
  func adding(_ bound: BoundAmendment) throws(AmendmentFault) -> (AmendmentState, AmendmentEntry) {
    var next = self
    let applied = try next.all.apply(bound.amendment)
    let entry = AmendmentEntry(syntax: bound.canonical, applied: applied, origin: .session)
    guard !applied.isIdle else { return (self, entry) }
    next.entries.append(entry)
    next.engine = next.all.finish()
    return (next, entry)
  }

  /// The state with one more, after those of files. Nil where those of the session then would not hold.
  func keeping(_ bound: BoundAmendment, at origin: AmendmentEntry.Origin) throws(AmendmentFault)
    -> (AmendmentState, AmendmentEntry)?
  {
    var next = self
    let applied = try next.kept.apply(bound.amendment)
    let entry = AmendmentEntry(syntax: bound.canonical, applied: applied, origin: origin)
    next.entries.insert(entry, at: entries.count - session.count)
    next.all = next.kept
    for entry in session { guard (try? next.all.apply(entry.applied.amendment)) != nil else { return nil } }
    next.engine = next.all.finish()
    return (next, entry)
  }

  // MARK: Files

  private mutating func apply(_ file: AmendmentFile, _ text: AmendmentText, _ isCancelled: () -> Bool) {
    let script = text.script(named: file.path)
    for statement in Statement.all(of: QueryLanguage.parse(script.text)) {
      if isCancelled() { return }
      switch apply(statement) {
      case .success(let (syntax, applied)):
        let range = statement.syntax?.range ?? statement.range
        let lines =
          script.text.position(at: range.start).line...script.text.position(at: range.end).line
        entries.append(AmendmentEntry(syntax: syntax, applied: applied, origin: .file(file, lines: lines)))
      case .failure(let refusal):
        problems.append(AmendmentProblem(diagnostics: refusal.diagnostics, script: script))
      }
    }
  }

  private mutating func apply(_ statement: Statement)
    -> Result<(AmendmentSyntax, AppliedAmendment), AmendmentRefusal>
  {
    guard statement.diagnostics.allSatisfy({ $0.severity != .error }) else {
      return .failure(AmendmentRefusal(diagnostics: statement.diagnostics))
    }
    guard case .amendment(let syntax) = statement.syntax else {
      return .failure(AmendmentRefusal(.noAmendment, at: statement.range))
    }
    return AmendmentBinding.bind(syntax, in: kept.vocabulary).flatMap { bound in
      do throws(AmendmentFault) {
        return .success((bound.canonical, try kept.apply(bound.amendment)))
      } catch {
        return .failure(AmendmentRefusal(error, at: syntax.range))
      }
    }
  }
}

/// Looks up the names of corrections.
enum AmendmentBinding {
  static func bind(_ syntax: AmendmentSyntax, in names: any Vocabulary, _ bindings: Bindings = Bindings())
    -> Result<BoundAmendment, AmendmentRefusal>
  {
    let context = BindingContext(
      vocabulary: names, bindings: bindings, checkRegex: RegexCheck.problem(in:))
    let (bound, diagnostics) = QueryLanguage.bind(syntax, in: context)
    if let bound { return .success(bound) }
    let isTold = diagnostics.contains { $0.severity == .error }
    return .failure(
      isTold
        ? AmendmentRefusal(diagnostics: diagnostics) : AmendmentRefusal(.noAmendment, at: syntax.range))
  }

  /// Whether the text of a correction, read again, means the same.
  static func holds(_ bound: BoundAmendment, in names: any Vocabulary) -> Bool {
    let parse = QueryLanguage.parse(SyntaxPrinter.print(bound.canonical))
    guard !parse.hasErrors, parse.script.statements.count == 1,
      case .amendment(let syntax) = parse.script.statements[0],
      case .success(let again) = bind(syntax, in: names)
    else { return false }
    return again.amendment == bound.amendment
  }
}

/// Why a correction is not made.
struct AmendmentRefusal: Error {
  var diagnostics: [Diagnostic] = []
  /// What has no place in its text.
  var message: String?
  /// Someone asked for an end.
  var isInterrupted = false

  init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  init(_ fault: AmendmentFault, at range: SourceRange) {
    isInterrupted = fault == .cancelled
    diagnostics = [Diagnostic(.amendment(fault), at: range)]
  }

  init(message: String) { self.message = message }
}

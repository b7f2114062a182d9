//! `expect`: whether an answer is what it has to be.

internal import QuothEngine
internal import QuothQuery
internal import QuothRender

/// What an expectation came to.
enum ExpectationResult {
  case held, failed
}

/// How many expectations there were.
struct ExpectationTally {
  private(set) var held = 0
  private(set) var failed = 0

  mutating func add(_ result: ExpectationResult) {
    switch result {
    case .held: held += 1
    case .failed: failed += 1
    }
  }

  /// `2 of 5 expectations failed`; nil where nothing was expected.
  var summary: String? {
    let all = held + failed
    guard all > 0 else { return nil }
    let noun = all == 1 ? "expectation" : "expectations"
    return failed == 0 ? "\(all) \(noun) held" : "\(failed) of \(all) \(noun) failed"
  }
}

extension StatementRunner {
  func expect(_ syntax: ExpectSyntax, binder: inout StatementBinder, in outcome: inout Outcome) {
    let bound = binder.bind(.expectation(syntax))
    report(bound.diagnostics, in: &outcome)
    guard outcome.status == .success, let query = bound.query, let claim = bound.claim else { return }
    let file: ExpectedAnswer?
    switch expectedAnswer(of: claim) {
    case .success(let found): file = found
    case .failure(let refusal):
      outcome.status = refusal.status
      return tell(refusal.message, at: syntax.range, in: &outcome)
    }
    guard !mode.checksOnly, let answer = answer(to: query, syntax.query, in: &outcome) else { return }
    guard
      let finding = file.map({ file in
        let text = files.text(
          of: answer, query, syntax.query, as: .table(file.format), missing: rendering.missing)
        return file.finding(in: text)
      }) ?? claim.finding(in: answer)
    else {
      outcome.expectation = .held
      if isTypedAtPrompt { outcome.footer = rendering.footer(Self.words(ofHeld: claim, answer)) }
      return
    }
    outcome.expectation = .failed
    report([Diagnostic(.failedExpectation(finding), at: syntax.claimRange)], in: &outcome)
    guard case .rows = finding else { return }
    outcome.messages += rendering.preview(of: answer)
    // `read` and `why` go on from the rows that were shown.
    outcome.answer = answer
  }

  private func expectedAnswer(of claim: BoundClaim) -> Result<ExpectedAnswer?, ExpectedAnswer.Refusal> {
    switch claim {
    case .noRows, .number: return .success(nil)
    case .file(let path): return ExpectedAnswer.read(path, for: script).map { $0 }
    }
  }

  private static func words(ofHeld claim: BoundClaim, _ answer: ResultTable) -> String {
    switch claim {
    case .noRows: "as expected: no rows"
    case .number:
      "as expected: \(answer.rows.first?.values.first.flatMap(ValueText.short) ?? "")"
    case .file(let path): "as expected: what \(path) holds"
    }
  }
}

/// The lines of a file that an answer is compared with.
struct ExpectedAnswer {
  struct Refusal: Error {
    let message: String
    let status: ExitStatus
  }

  let path: String
  let format: OutputFormat
  private let lines: [String]

  /// Reads a file, which lies where the script sees it: in its own folder, or for a typed statement in the working one.
  static func read(_ path: String, for script: Script) -> Result<ExpectedAnswer, Refusal> {
    let format: OutputFormat
    switch AnswerFile.format(of: path) {
    case .success(let found): format = found
    case .failure(let refusal): return .failure(Refusal(message: refusal.message, status: .queryError))
    }
    switch Script.read(file: TypedPath.resolved(path, from: script.folder)) {
    case .failure(let failure):
      let hint = "; the query and > \"\(path)\" write it"
      return .failure(Refusal(message: failure.message + hint, status: .data))
    case .success(let file):
      // What it says of its making is of another day, and not compared.
      let text = Provenance.taken(from: String(decoding: file.text.bytes, as: UTF8.self), format)
      return .success(ExpectedAnswer(path: path, format: format, lines: Self.lines(of: text)))
    }
  }

  /// The first line in which a text differs; nil where none does.
  func finding(in text: String) -> ClaimFinding? {
    let found = Self.lines(of: text)
    let same = zip(found, lines).prefix { $0 == $1 }.count
    guard same < max(found.count, lines.count) else { return nil }
    return .line(
      same + 1, ofFile: path, expected: same < lines.count ? lines[same] : nil,
      found: same < found.count ? found[same] : nil)
  }

  /// How lines end, and whether the last one does, is up to whoever keeps the file.
  private static func lines(of text: String) -> [String] {
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}

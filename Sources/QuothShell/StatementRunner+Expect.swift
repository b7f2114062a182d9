//! `expect`: whether an answer is what it has to be.

internal import QuothEngine
internal import QuothQuery
internal import QuothRender

/// What an expectation came to.
enum ExpectationResult {
  case held, failed
  /// It has an error, or what it asks cannot be found.
  case notRun
}

/// How many expectations there were.
struct ExpectationTally {
  private(set) var held = 0
  private(set) var failed = 0
  private(set) var notRun = 0

  mutating func add(_ result: ExpectationResult) {
    switch result {
    case .held: held += 1
    case .failed: failed += 1
    case .notRun: notRun += 1
    }
  }

  /// `2 of 5 expectations failed, 1 could not be run`; nil where nothing was expected.
  var summary: String? {
    let all = held + failed + notRun
    guard all > 0 else { return nil }
    let noun = all == 1 ? "expectation" : "expectations"
    switch (failed, notRun) {
    case (0, 0): return "\(all) \(noun) held"
    case (0, _): return "\(notRun) of \(all) \(noun) could not be run"
    case (_, 0): return "\(failed) of \(all) \(noun) failed"
    default: return "\(failed) of \(all) \(noun) failed, \(notRun) could not be run"
    }
  }
}

extension Statement {
  /// That it is an expectation which could not be run; nil for all else.
  func expectationNotRun(_ status: ExitStatus) -> ExpectationResult? {
    switch status {
    case .success, .interrupted: return nil
    case .queryError, .syntax, .data, .usage, .defect: break
    }
    switch syntax {
    case .expectation: return .notRun
    case .query, .binding, .explain, .command, .amendment: return nil
    case nil:
      let word = text.prefix { !$0.isWhitespace }
      return word.lowercased() == Keyword.expect.rawValue ? .notRun : nil
    }
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
        var text = ""
        files.write(
          answer, query, syntax.query, as: .table(file.format), missing: rendering.missing
        ) { text += $0 }
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
    outcome.query = query
  }

  private func expectedAnswer(of claim: BoundClaim) -> Result<ExpectedAnswer?, ExpectedAnswer.Refusal> {
    switch claim {
    case .noRows, .number, .date: return .success(nil)
    case .file(let path): return ExpectedAnswer.read(path, for: script).map { $0 }
    }
  }

  private static func words(ofHeld claim: BoundClaim, _ answer: ResultTable) -> String {
    switch claim {
    case .noRows: "as expected: no rows"
    case .number, .date:
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
  /// How many lines of the file stand before them.
  private let linesBefore: Int

  /// Reads a file, which lies beside the script, or else in the working folder, where `>` writes.
  static func read(_ path: String, for script: Script) -> Result<ExpectedAnswer, Refusal> {
    let format: OutputFormat
    switch AnswerFile.format(of: path) {
    case .success(let found): format = found
    case .failure(let refusal): return .failure(Refusal(message: refusal.message, status: .queryError))
    }
    let beside = TypedPath.resolved(path, from: script.folder)
    let here = TypedPath.resolved(path, from: nil)
    switch Script.read(file: !TypedPath.exists(beside) && TypedPath.exists(here) ? here : beside) {
    case .failure(let failure):
      let hint = "; the query and > \"\(path)\" write it"
      return .failure(Refusal(message: failure.message + hint, status: .data))
    case .success(let file):
      var whole = String(decoding: file.text.bytes, as: UTF8.self)
      // Some programs put a mark before the first line.
      if whole.unicodeScalars.first == "\u{FEFF}" { whole.unicodeScalars.removeFirst() }
      let all = Self.lines(of: whole)
      // What it says of its making is of another day, and not compared.
      var lines = Self.lines(of: Provenance.taken(from: whole, format))
      if format.hasComments { lines = Array(lines.drop { $0.hasPrefix("#") }) }
      return .success(
        ExpectedAnswer(path: path, format: format, lines: lines, linesBefore: all.count - lines.count))
    }
  }

  /// The first line in which a text differs; nil where none does.
  func finding(in text: String) -> ClaimFinding? {
    let found = Self.lines(of: text)
    let same = zip(found, lines).prefix { $0 == $1 }.count
    guard same < max(found.count, lines.count) else { return nil }
    return .line(
      linesBefore + same + 1, ofFile: path, expected: same < lines.count ? lines[same] : nil,
      found: same < found.count ? found[same] : nil)
  }

  /// How lines end, and whether the last one does, is up to whoever keeps the file.
  private static func lines(of text: String) -> [String] {
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      var line = line
      // More than one, where lines that ended in CRLF were given such ends again.
      while line.last == 0x0D { line = line.dropLast() }
      return String(decoding: line, as: UTF8.self)
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}

extension OutputFormat {
  /// Whether lines before the names of the columns that begin with `#` are no part of the table.
  fileprivate var hasComments: Bool {
    switch self {
    case .csv, .tsv: true
    case .table, .markdown, .json, .jsonl: false
    }
  }
}

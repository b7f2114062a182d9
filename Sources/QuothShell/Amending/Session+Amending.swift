//! Corrections in a session: made, listed and taken back.

internal import QuothBasics
internal import QuothEngine
internal import QuothModel
internal import QuothQuery
internal import QuothRender

extension Session {
  /// Makes a correction. At a prompt it is kept in the file; a script says its own each time it runs.
  func amend(_ syntax: AmendmentSyntax, typed isTyped: Bool, in script: Script) -> Outcome {
    let keeping: AmendedCorpus.Keeping = isTyped ? .inFile : .inSession
    switch placed(syntax) {
    case .failure(let refusal): return Outcome.refused(refusal)
    case .success(let placed):
      let before = engine
      let (result, news) = amended.add(placed, keeping, binder.bindings, on: identity.today())
      adoptAmendments()
      tell(news)
      switch result {
      case .failure(let refusal): return Outcome.refused(refusal)
      case .success(let addition):
        if !isTyped { tellThatItPasses(addition, script) }
        return told(addition, typed: isTyped, since: before)
      }
    }
  }

  /// What is wrong with a correction that is only checked. What a row stands for is known when there are rows.
  func check(_ syntax: AmendmentSyntax) -> Outcome {
    if case .fact(let node) = syntax, case .row = node.subject {
      return .refused(AmendmentRefusal(diagnostics: binder.check(syntax)))
    }
    let (result, _) = amended.add(syntax, .inSession, binder.bindings, on: identity.today())
    adoptAmendments()
    if case .failure(let refusal) = result { return .refused(refusal) }
    return Outcome()
  }

  /// The correction with what a row stands for in place of its number.
  private func placed(_ syntax: AmendmentSyntax) -> Result<AmendmentSyntax, AmendmentRefusal> {
    guard case .fact(let node) = syntax, case .row(let row) = node.subject else { return .success(syntax) }
    switch context.row(row.number, for: "correct") {
    case .failure(let refusal): return .failure(AmendmentRefusal(message: refusal.message))
    case .success(.quotation(let quotation)):
      let place = QuotationPlace(quotation, in: corpus)
      let subject = QuotationPlaceSyntax(
        words: place.words, article: place.article, start: place.start, range: row.range)
      return .success(.fact(node.with(.quotation(subject))))
    case .success(.article(let article)):
      return .success(.fact(node.with(.article(.quoted(article.key, row.range)))))
    case .success(.mention), .success(.passage), .success(.entity), .success(.topic), .success(.outlet):
      return .failure(AmendmentRefusal(.notOfRow(lastAnswer?.collection), at: row.range))
    }
  }

  private func told(
    _ addition: AmendedCorpus.Addition, typed isTyped: Bool, since before: InMemoryEngine
  ) -> Outcome {
    var outcome = Outcome()
    let entry = addition.entry
    guard !entry.applied.isIdle else {
      if isTyped { outcome.results = "it is so already\n" }
      return outcome
    }
    outcome.amendment = entry.text
    if isTyped {
      let text = figures(of: entry, since: before) + "\n" + (addition.failure == nil ? kept(entry) : "")
      outcome.results = rendering.wrapped(TerminalText.sanitise(text, lineBreaks: .kept))
    }
    if let failure = addition.failure, let file = amended.files.first {
      outcome.status = .data
      outcome.problem =
        "\(file.path): \(failure.reason); the correction ends with this session; --corrections FILE names another place"
    }
    return outcome
  }

  /// What the correction changes, in figures; the correction holds without them.
  private func figures(of entry: AmendmentEntry, since before: InMemoryEngine) -> String {
    let report = AmendmentReport(
      found: amended.found.corpus, before: before, now: engine,
      limits: ExecutionLimits(isCancelled: isCancelled))
    do throws(ExecutionError) {
      return try report.text(of: entry)
    } catch {
      return "\(entry.text): what it changes is not counted: \(ExecutionMessages.text(of: error))"
    }
  }

  private func kept(_ entry: AmendmentEntry) -> String {
    switch entry.file {
    case .some(let file): "kept in \(file.path); undo takes it back\n"
    case nil where amended.files.isEmpty:
      "it ends with this session: articles from a pipe, or --no-corrections; --corrections FILE keeps it\n"
    case nil: "it ends with this session; undo takes it back\n"
    }
  }

  /// Who pipes corrections in may think that they are kept. A file of statements says its own each time.
  private func tellThatItPasses(_ addition: AmendedCorpus.Addition, _ script: Script) {
    let isPiped = script.name == nil || script.name == Script.standardInput
    guard !addition.entry.applied.isIdle, isPiped, !hasToldThatCorrectionsPass else { return }
    hasToldThatCorrectionsPass = true
    tell("a correction that is not typed at the prompt holds for this run alone")
  }

  /// Says what others did to the files meanwhile.
  private func tell(_ news: AmendmentNews) {
    for (entries, verb) in [(news.come, "holds now"), (news.gone, "holds no more")] {
      for entry in entries.prefix(Self.toldNews) { tell("meanwhile changed: \(entry.text) \(verb)") }
      if entries.count > Self.toldNews { tell("and \(entries.count - Self.toldNews) more") }
    }
  }

  private static let toldNews = 5

  // MARK: Commands

  /// `corrections`.
  func listAmendments() -> Outcome {
    let news = amended.readAgain()
    adoptAmendments()
    tell(news)
    var outcome = Outcome()
    let entries = amended.entries
    let digits = String(entries.count).count
    for (index, entry) in entries.enumerated() {
      let number = String(index + 1)
      let pad = String(repeating: " ", count: digits - number.count)
      let line = TerminalText.sanitise("\(pad)\(number)  \(entry.text)", lineBreaks: .blank)
      outcome.results += rendering.wrapped(line) + "\n"
    }
    var parts: [String] = []
    for file in amended.files {
      let count = entries.count { $0.file == file }
      if count > 0 { parts.append("\(count) in \(file.path)") }
    }
    let passing = entries.count { $0.file == nil }
    if passing > 0 { parts.append("\(passing) in this session only") }
    let failing = amended.state.problems.count
    if failing > 0 { parts.append("\(failing) could not be made") }
    if entries.isEmpty {
      let place = amended.files.first.map { " They are kept in \($0.path)." } ?? ""
      let text = TerminalText.sanitise(
        "Nothing is corrected. correct, alias, split and topic define do that; help tells of each.\(place)",
        lineBreaks: .blank)
      outcome.results = rendering.wrapped(text) + "\n"
    } else {
      parts.append("undo N takes one back")
    }
    outcome.footer = rendering.footer(
      TerminalText.sanitise(parts.joined(separator: " · "), lineBreaks: .blank))
    return outcome
  }

  /// `undo`, `undo N`. A script takes back only what it corrected itself.
  func undoAmendment(_ text: CommandText, typed isTyped: Bool) -> Outcome {
    let words = text.text.split(whereSeparator: \.isWhitespace)
    let number = words.first.flatMap { Int($0) }
    guard words.isEmpty || (words.count == 1 && number.map { $0 > 0 } == true) else {
      return .failure("undo takes the number of a correction, such as `undo 2`; corrections lists them")
    }
    let (result, news) = amended.undo(number, isTyped ? .inFile : .inSession, on: identity.today())
    adoptAmendments()
    tell(news)
    switch result {
    case .failure(let refusal): return refused(refusal, number)
    case .success(let entry):
      log.remove(entry.text)
      var outcome = Outcome()
      var text = "taken back: \(entry.text)\n"
      if case .file(let file, let lines) = entry.origin {
        text += "line \(lines.lowerBound) of \(file.path) is a comment now\n"
      }
      if isTyped { outcome.results = rendering.wrapped(TerminalText.sanitise(text, lineBreaks: .kept)) }
      return outcome
    }
  }

  private func refused(_ refusal: AmendedCorpus.UndoRefusal, _ number: Int?) -> Outcome {
    switch refusal {
    case .none:
      let count = amended.entries.count
      guard count > 0, let number else { return .failure("nothing is corrected that could be taken back") }
      let known = count == 1 ? "the one there is" : "the \(count) there are"
      return .failure("there is no correction \(number); corrections lists \(known)")
    case .changed:
      return .failure(
        "its file was changed meanwhile; corrections lists what holds now, undo N takes one back")
    case .interrupted: return .failure("interrupted", .interrupted)
    case .kept(let entry):
      return .failure(
        "a script takes back only what it corrected itself; `\(entry.text)` is kept (\(entry.place))")
    case .gone(let entry):
      return .failure("`\(entry.text)` is not in its file any more; corrections lists what holds now")
    case .shared(let entry):
      return .failure(
        "\(entry.place): other corrections stand on this line; take it out there by hand", .data)
    case .needed(let entry, let others):
      let first = others[0]
      let position = amended.entries.firstIndex { $0.isSame(as: first) }.map { " (undo \($0 + 1))" } ?? ""
      return .failure(
        "`\(entry.text)` is needed by `\(first.text)`\(others.count > 1 ? " and \(others.count - 1) more" : ""); "
          + "take that back first\(position)")
    case .failed(let file, let failure):
      return .failure("\(file.path): \(failure.reason); the correction still holds", .data)
    }
  }

  // MARK: Start

  /// What to say where nobody sees a banner: how many corrections hold, and of which files; nil without any.
  public var correctionsInForce: String? {
    let files = amended.files.filter { file in amended.entries.contains { $0.file == file } }
    guard !files.isEmpty else { return nil }
    let count = amended.entries.count
    return
      "\(count == 1 ? "a correction" : "\(count) corrections") of \(files.map(\.path).joined(separator: ", ")) "
      + (count == 1 ? "holds" : "hold")
  }

  /// What became of the corrections that are kept.
  public enum CorrectionsRead: Hashable, Sendable {
    case all
    /// Some do not fit the articles, and were told.
    case some
    /// A file cannot be read, and was told.
    case unreadable
  }

  /// Says which kept corrections do not fit the articles.
  public func reportCorrections() -> CorrectionsRead {
    for (file, reason) in amended.failures { tell("\(file.path): \(reason.reason)") }
    let problems = amended.state.problems
    let wrong = problems.filter { !$0.isElsewhere }
    for problem in wrong.prefix(Self.toldProblems) { warn(problem.text(rendering)) }
    let names = amended.files.map(\.path).joined(separator: ", ")
    if wrong.count > Self.toldProblems { tell("and \(wrong.count - Self.toldProblems) more of the kind") }
    if !wrong.isEmpty {
      tell(
        "\(wrong.count == 1 ? "a correction" : "\(wrong.count) corrections") of \(names) could not be made; "
          + "the others hold")
    }
    let elsewhere = problems.count - wrong.count
    if elsewhere > 0 {
      tell(
        "\(elsewhere == 1 ? "a correction" : "\(elsewhere) corrections") of \(names) \(elsewhere == 1 ? "is" : "are") of articles not read here"
      )
    }
    if !amended.failures.isEmpty { return .unreadable }
    return wrong.isEmpty ? .all : .some
  }

  private static let toldProblems = 20
}

extension Outcome {
  /// A correction that is not made.
  fileprivate static func refused(_ refusal: AmendmentRefusal) -> Outcome {
    if refusal.isInterrupted { return .failure(ExecutionMessages.text(of: .cancelled), .interrupted) }
    if let message = refusal.message { return .failure(message) }
    var outcome = Outcome()
    outcome.diagnostics = refusal.diagnostics
    return outcome
  }
}

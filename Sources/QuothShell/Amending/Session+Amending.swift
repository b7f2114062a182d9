//! Corrections in a session: made, listed and taken back.

internal import QuothBasics
internal import QuothEngine
internal import QuothModel
internal import QuothQuery
internal import QuothRender

extension Session {
  /// Makes a correction. At a prompt it is kept in the file; a script says its own each time it runs.
  func amend(_ syntax: AmendmentSyntax, typed isTyped: Bool) -> Outcome {
    let keeping: AmendedCorpus.Keeping = isTyped ? .inFile : .inSession
    let added = placed(syntax).flatMap {
      amended.add($0, keeping, in: binder.context, on: identity.today())
    }
    switch added {
    case .failure(let refusal): return Outcome.refused(refusal)
    case .success(let addition):
      adoptAmendments()
      return told(addition, typed: isTyped)
    }
  }

  /// The correction with what a row stands for in place of its number.
  private func placed(_ syntax: AmendmentSyntax) -> Result<AmendmentSyntax, AmendmentRefusal> {
    guard case .fact(let node) = syntax, case .row(let row) = node.subject else { return .success(syntax) }
    func refuse(_ fault: AmendmentFault) -> Result<AmendmentSyntax, AmendmentRefusal> {
      .failure(AmendmentRefusal(diagnostics: [Diagnostic(.amendment(fault), at: row.range)]))
    }
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
      return refuse(.notOfRow(lastAnswer?.collection))
    }
  }

  private func told(_ addition: AmendedCorpus.Addition, typed isTyped: Bool) -> Outcome {
    var outcome = Outcome()
    let entry = addition.entry
    guard !entry.applied.isIdle else {
      if isTyped { outcome.results = "it is so already\n" }
      return outcome
    }
    outcome.amendment = entry.text
    if isTyped {
      let report = AmendmentReport(found: amended.found.corpus, now: corpus)
      let text = report.text(of: entry) + "\n" + kept(entry)
      outcome.results = rendering.wrapped(TerminalText.sanitise(text, lineBreaks: .kept))
    }
    if let failure = addition.failure, let file = amended.file {
      outcome.status = .data
      outcome.problem =
        "\(file.path): \(failure.reason); the correction ends with this session; --corrections FILE names another place"
    }
    return outcome
  }

  private func kept(_ entry: AmendmentEntry) -> String {
    switch entry.origin {
    case .file(let path, _): "kept in \(path); undo takes it back\n"
    case .session where amended.file == nil:
      "it ends with this session: articles from a pipe, or --no-corrections; --corrections FILE keeps it\n"
    case .session: "it ends with this session; undo takes it back\n"
    }
  }

  // MARK: Commands

  /// `corrections`.
  func listAmendments() -> Outcome {
    var outcome = Outcome()
    guard !amended.entries.isEmpty else {
      let place = amended.file.map { " They are kept in \($0.path)." } ?? ""
      outcome.results = rendering.wrapped(
        "Nothing is corrected. correct, alias, split and topic define do that; help tells of each.\(place)\n")
      return outcome
    }
    for (index, entry) in amended.entries.enumerated() {
      let line = TerminalText.sanitise("\(index + 1)  \(entry.text)", lineBreaks: .blank)
      outcome.results += rendering.wrapped(line) + "\n"
    }
    let files = Set(
      amended.entries.map(\.place).map { $0.split(separator: ":").first.map(String.init) ?? $0 })
    outcome.footer = rendering.footer(
      "\(amended.entries.count) in \(files.sorted().joined(separator: ", ")) · undo N takes one back")
    return outcome
  }

  /// `undo`, `undo N`.
  func undoAmendment(_ text: CommandText) -> Outcome {
    let word = text.text.filter { !$0.isWhitespace }
    let number = Int(word)
    guard word.isEmpty || number != nil else {
      return .failure("undo takes the number of a correction, such as `undo 2`; corrections lists them")
    }
    switch amended.undo(number, on: identity.today()) {
    case nil:
      let count = amended.entries.count
      return .failure(
        count == 0
          ? "nothing is corrected that could be taken back"
          : "there is no correction \(word); corrections lists \(count == 1 ? "the one there is" : "the \(count) there are")"
      )
    case .failure(let failure)?:
      return .failure("\(amended.file?.path ?? ""): \(failure.reason); the correction still holds", .data)
    case .success(let entry)?:
      adoptAmendments()
      var outcome = Outcome()
      var text = "taken back: \(entry.text)\n"
      if case .file(let path, let lines) = entry.origin {
        text += "line \(lines.lowerBound) of \(path) is a comment now\n"
      }
      outcome.results = rendering.wrapped(TerminalText.sanitise(text, lineBreaks: .kept))
      return outcome
    }
  }

  // MARK: Start

  /// Says which kept corrections do not fit the articles. True when all do.
  public func reportCorrections() -> Bool {
    if let failure = amended.failure { tell(failure) }
    for problem in amended.problems { warn(problem.text(rendering)) }
    let count = amended.problems.count
    if count > 0, let file = amended.file {
      tell(
        "\(count == 1 ? "a correction" : "\(count) corrections") of \(file.path) could not be made; "
          + "the others hold")
    }
    return count == 0 && amended.failure == nil
  }
}

extension Outcome {
  /// A correction that is not made.
  fileprivate static func refused(_ refusal: AmendmentRefusal) -> Outcome {
    if let message = refusal.message { return .failure(message) }
    var outcome = Outcome()
    outcome.diagnostics = refusal.diagnostics
    return outcome
  }
}

//! What came of a statement to the streams of a session: notes, answer, footer, in this order.

internal import QuothQuery
internal import QuothRender

/// Writes outcomes to a console, long ones through its pager.
final class AnswerWriter {
  private let console: Console
  private let isCancelled: @Sendable () -> Bool
  /// Something stands on standard output already; the next table keeps its distance.
  private var hasWritten = false
  /// Statements stand between the results: there they need no distance.
  var isTranscript = false
  /// A pager that could not be started is not asked for again.
  private var hasBadPager = false

  init(console: Console, isCancelled: @escaping @Sendable () -> Bool) {
    self.console = console
    self.isCancelled = isCancelled
  }

  /// Results still go somewhere.
  var canWrite: Bool { console.results.failure == nil }

  /// Writes what came of a statement. Returns a status when the writing itself changes it.
  func write(_ outcome: Outcome, _ rendering: Rendering, pager: PagerUse) -> ExitStatus? {
    // Notes on how a query was understood stand before its answer.
    say(outcome.messages)
    let hasResults = outcome.showsAnswer || outcome.hasResults
    if hasResults {
      if hasWritten, !console.isInteractive, !isTranscript { console.results.write(rendering.separator) }
      hasWritten = true
    }
    guard hasResults, let output = pagedOutput(outcome, rendering, pager) else {
      return write(outcome, rendering, to: console.results)
    }
    let status = write(outcome, rendering, to: output)
    guard output.isPaged, console.pager?.finish() == false else { return status }
    hasBadPager = true
    say("quoth: the pager cannot be started; `set pager off` shows answers without one\n")
    return write(outcome, rendering, to: console.results)
  }

  /// Says something on the stream of messages.
  func say(_ text: String) {
    guard !text.isEmpty else { return }
    console.results.flush()
    console.messages.write(text)
    console.messages.flush()
  }

  // MARK: Parts

  private func write(_ outcome: Outcome, _ rendering: Rendering, to sink: any TextSink) -> ExitStatus? {
    let start = ContinuousClock.now
    sink.write(outcome.results)
    let shown = outcome.showsAnswer ? outcome.answer : nil
    let isWhole = write(to: sink) { write in
      try outcome.pieces?(write)
      if let shown { try rendering.write(rendering.shown(shown), to: write) }
    }
    if !isWhole {
      // Nobody reads any more: there is nothing to say, and no more to do.
      guard canWrite, sink.failure == nil else { return nil }
      let problem = "\n\(rendering.errorWord) \(ExecutionMessages.text(of: .cancelled))\n"
      if let output = sink as? PagedOutput, output.isPaged {
        // The screen is the pager's.
        output.write(problem)
      } else {
        sink.flush()
        say(problem)
      }
      return .interrupted
    }
    // A pager takes text as fast as someone reads it, which is no time of ours.
    let isPaged = (sink as? PagedOutput)?.isPaged ?? false
    let timing = outcome.timing.map { $0.words(printing: isPaged ? nil : ContinuousClock.now - start) }
    let footer =
      shown.map { rendering.footer(of: $0, timing: timing) }
      ?? outcome.footer + rendering.footer(outcome.answer == nil ? "" : timing ?? "")
    guard console.isInteractive else {
      say(footer + outcome.afterword)
      return nil
    }
    sink.write(footer)
    if isPaged {
      sink.write(outcome.afterword)
    } else if !outcome.afterword.isEmpty {
      sink.flush()
      say(outcome.afterword)
    }
    if shown != nil || outcome.hasResults { sink.write("\n") }
    sink.flush()
    return nil
  }

  /// Writes pieces as they are made; false when that was interrupted, or nobody reads any more.
  private func write(
    to sink: any TextSink, _ pieces: ((String) throws -> Void) throws -> Void
  ) -> Bool {
    do {
      try pieces { piece in
        if isCancelled() || sink.failure != nil { throw CancellationError() }
        sink.write(piece)
      }
      return true
    } catch {
      return false
    }
  }

  private func pagedOutput(_ outcome: Outcome, _ rendering: Rendering, _ use: PagerUse) -> PagedOutput? {
    guard console.isInteractive, let pager = console.pager, let rows = console.rows(), use != .never,
      !hasBadPager
    else { return nil }
    console.results.flush()
    return PagedOutput(
      direct: console.results, rows: use == .always ? 0 : max(2, rows - 1),
      columns: console.columns() ?? 80,
      start: { [self] in
        switch pager.start(use, atLine: outcome.firstLine) {
        case .started(let sink): return sink
        case .none: return nil
        case .notFound(let program):
          hasBadPager = true
          say("quoth: there is no pager ‘\(program)’; `set pager off` shows answers without one\n")
          return nil
        }
      })
  }
}

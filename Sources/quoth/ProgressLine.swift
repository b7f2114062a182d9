//! How far loading has come, on standard error: one line that is rewritten, or a plain line now and then.

import QuothShell

/// Shows progress, once loading has taken a second.
final class ProgressLine: ProgressObserver {
  private let sink: DescriptorSink
  private let isTerminal: Bool
  private var shown: Duration?
  private var width = 0

  init(_ sink: DescriptorSink, isTerminal: Bool) {
    self.sink = sink
    self.isTerminal = isTerminal
  }

  func show(_ progress: LoadingProgress) {
    // The first line of a log comes late: nobody waits there.
    let next =
      shown.map { $0 + (isTerminal ? .milliseconds(200) : .seconds(30)) } ?? .seconds(isTerminal ? 1 : 10)
    guard progress.elapsed >= next else { return }
    shown = progress.elapsed
    if isTerminal {
      let line = progress.line
      // What the line before left of itself is blotted out.
      let rest = String(repeating: " ", count: max(width - line.count, 0))
      width = line.count
      sink.write("\r\(line)\(rest)")
    } else {
      sink.write("quoth: \(progress.line)\n")
    }
    sink.flush()
  }

  func end() {
    guard isTerminal, shown != nil else { return }
    sink.write("\r\(String(repeating: " ", count: width))\r")
    sink.flush()
  }
}

//! One correction that holds: what it says, what it did, and where it is kept.

internal import QuothEngine
internal import QuothQuery
internal import QuothRender

/// A correction in force.
struct AmendmentEntry {
  /// Where it is kept.
  enum Origin: Hashable {
    case file(String, lines: ClosedRange<Int>)
    /// Nowhere: it ends with the session.
    case session
  }

  /// Names in full.
  let syntax: AmendmentSyntax
  let applied: AppliedAmendment
  var origin: Origin

  var text: String { SyntaxPrinter.print(syntax) }

  /// `seeds.corrections:3`.
  var place: String {
    switch origin {
    case .file(let path, let lines): "\(path):\(lines.lowerBound)"
    case .session: "this session only"
    }
  }
}

/// What is wrong with a kept correction.
struct AmendmentProblem {
  let diagnostics: [Diagnostic]
  let script: Script

  func text(_ rendering: Rendering) -> String {
    diagnostics.map { rendering.message(of: $0, in: script) }.joined()
  }
}

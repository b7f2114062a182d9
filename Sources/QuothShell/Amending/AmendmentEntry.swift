//! One correction that holds: what it says, what it did, and where it is kept.

internal import QuothEngine
internal import QuothQuery
internal import QuothRender

/// A correction in force.
struct AmendmentEntry {
  /// Where it is kept.
  enum Origin: Hashable {
    case file(AmendmentFile, lines: ClosedRange<Int>)
    /// Nowhere: it ends with the session.
    case session
  }

  /// Names in full.
  let syntax: AmendmentSyntax
  let applied: AppliedAmendment
  var origin: Origin

  var text: String { SyntaxPrinter.print(syntax) }

  /// The file that keeps it.
  var file: AmendmentFile? {
    switch origin {
    case .file(let file, _): file
    case .session: nil
    }
  }

  /// `seeds.corrections:3`.
  var place: String {
    switch origin {
    case .file(let file, let lines): "\(file.path):\(lines.lowerBound)"
    case .session: "this session only"
    }
  }

  /// Whether it is the same correction, wherever its line stands by now.
  func isSame(as other: AmendmentEntry) -> Bool { text == other.text && file == other.file }
}

/// What is wrong with a kept correction.
struct AmendmentProblem {
  let diagnostics: [Diagnostic]
  let script: Script

  /// Whether it is about an article that is not read here: the file goes with more articles than these.
  var isElsewhere: Bool {
    diagnostics.allSatisfy { diagnostic in
      if case .unknownName(_, let kinds) = diagnostic.problem { kinds == [.article] } else { false }
    }
  }

  func text(_ rendering: Rendering) -> String {
    diagnostics.map { rendering.message(of: $0, in: script) }.joined()
  }
}

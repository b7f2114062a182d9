//! Long answers to a pager: held back until they are longer than the screen.

internal import QuothBasics

/// A program that shows text screen by screen.
public protocol Pager: AnyObject {
  /// Starts the program that is asked for, or that of the surroundings, with a line of the text at the screen's top.
  func start(_ use: PagerUse, atLine line: Int) -> PagerStart
  /// Waits until whoever reads leaves it. False when the program turns out not to be one.
  func finish() -> Bool
}

/// What came of starting a pager.
public enum PagerStart {
  /// Text goes here.
  case started(any TextSink)
  /// None is wanted or installed.
  case none
  /// The program that was asked for, which is not installed.
  case notFound(String)
}

/// Which answers go to the pager of a console.
enum Paging: Equatable {
  /// Never: nobody watches, or whoever watches does not want it.
  case off
  case on(PagerUse)
}

/// Takes an answer: shown at once when it fits on the screen, else by a pager.
final class PagedOutput: TextSink {
  private let direct: any TextSink
  private let rows: Int
  private let columns: Int
  private let start: () -> (any TextSink)?
  private var held = ""
  private var heldRows = 0
  private var state = State.holding

  private enum State {
    case holding, direct
    case paged(any TextSink)
  }

  /// `start` is called at most once, when the text turns out to be longer than `rows`.
  init(direct: any TextSink, rows: Int, columns: Int, start: @escaping () -> (any TextSink)?) {
    (self.direct, self.rows, self.columns, self.start) = (direct, rows, columns, start)
  }

  var isPaged: Bool {
    if case .paged = state { return true }
    return false
  }

  var failure: SinkFailure? {
    switch state {
    case .holding, .direct: direct.failure
    case .paged(let pager): pager.failure
    }
  }

  func write(_ text: String) {
    switch state {
    case .direct: direct.write(text)
    case .paged(let pager): pager.write(text)
    case .holding:
      held += text
      heldRows += Self.rows(of: text, columns: columns)
      if heldRows >= rows { open() }
    }
  }

  func flush() {
    switch state {
    case .holding:
      state = .direct
      direct.write(held)
      direct.flush()
      held = ""
    case .direct: direct.flush()
    case .paged(let pager): pager.flush()
    }
  }

  private func open() {
    if let pager = start() {
      state = .paged(pager)
      pager.write(held)
    } else {
      state = .direct
      direct.write(held)
    }
    held = ""
  }

  /// Rows of the screen that a text takes: a long line goes on below.
  static func rows(of text: String, columns: Int) -> Int {
    var rows = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      // As cheap as can be: only a line that might be too long is looked at closely.
      let width = line.utf8.count <= columns ? 0 : DisplayWidth.of(withoutColours(line))
      rows += max(1, (width + columns - 1) / max(1, columns))
    }
    return rows
  }

  /// The text without `ESC [ … m`.
  private static func withoutColours(_ line: Substring) -> String {
    var kept = String.UnicodeScalarView()
    var isInside = false
    for scalar in line.unicodeScalars {
      if scalar == "\u{1B}" { isInside = true } else if !isInside { kept.append(scalar) }
      if isInside, scalar == "m" { isInside = false }
    }
    return String(kept)
  }
}

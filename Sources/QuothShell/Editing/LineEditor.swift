//! What a session needs of whatever reads its lines: a terminal, a pipe, or a transcript of a test.

/// One thing that the words before the cursor can become.
public struct LineCandidate: Hashable, Sendable {
  /// What stands in the line when it is chosen, quoted where the language asks for it.
  public let text: String
  /// How a list shows it.
  public let display: String
  /// What a list says beside it, such as "22 quotes"; may be empty.
  public let detail: String

  public init(text: String, display: String, detail: String = "") {
    self.text = text
    self.display = display
    self.detail = detail
  }
}

/// What can stand at the cursor, and how much of the line it takes the place of.
public struct LineCompletions: Hashable, Sendable {
  /// The last bytes before the cursor that a candidate replaces.
  public let replacedBytes: Int
  /// The likeliest first.
  public let candidates: [LineCandidate]

  public init(replacedBytes: Int, candidates: [LineCandidate]) {
    self.replacedBytes = replacedBytes
    self.candidates = candidates
  }

  /// The same, with these before the others; they replace what those do.
  func with(_ first: LineCompletions) -> LineCompletions {
    guard !first.candidates.isEmpty else { return self }
    let others = replacedBytes == first.replacedBytes ? candidates : []
    return LineCompletions(replacedBytes: first.replacedBytes, candidates: first.candidates + others)
  }

  /// Nothing fits.
  public static let none = LineCompletions(replacedBytes: 0, candidates: [])
}

/// How to ask for a line.
public struct LineRequest {
  /// What stands before the line; ends with a space.
  public let prompt: String
  /// What the text before the cursor, on this line, can become.
  public let complete: (String) -> LineCompletions

  public init(prompt: String, complete: @escaping (String) -> LineCompletions = { _ in .none }) {
    self.prompt = prompt
    self.complete = complete
  }
}

/// What came of asking for a line.
public enum LineRead: Hashable, Sendable {
  /// A line, or several that were pasted together, without the last line end.
  case line(String)
  /// The line was given up (Ctrl-C).
  case abandoned
  /// Ctrl-C where there was nothing to give up.
  case dismissed
  case endOfInput
}

/// Reads lines for a session.
public protocol LineEditor: AnyObject {
  /// Waits for a line, and echoes it where someone reads.
  func readLine(_ request: LineRequest) -> LineRead
  /// Keeps a statement for recall, in this session and, where the policy says so, the next.
  func remember(_ statement: String, _ policy: HistoryPolicy)
  /// The statements that can be recalled, the oldest first.
  var history: [String] { get }
}

//! Roles of text, and how a terminal shows them.

/// What a stretch of text is for the reader.
public enum TextRole: Hashable, Sendable, CaseIterable {
  case plain, heading, faint, number
  /// Who speaks.
  case speaker
  /// Words that made a row match.
  case match
  /// Words in quotation marks, in running text.
  case quotation
  /// The reporting words.
  case cue
  case error, warning, note, suggestion
}

/// Turns roles into terminal colours, or leaves text plain.
public enum TextStyle: Hashable, Sendable {
  case plain, ansi

  /// The text as shown. Sanitise first: control characters pass through.
  public func apply(_ role: TextRole, to text: String) -> String {
    guard self == .ansi, let code = TextStyle.code(of: role), !text.isEmpty else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  private static func code(of role: TextRole) -> String? {
    switch role {
    case .plain: nil
    case .heading: "1"
    case .faint, .number: "2"
    case .speaker: "36"
    case .match: "1;33"
    case .quotation: "32"
    case .cue: "35"
    case .error: "1;31"
    case .warning: "1;33"
    case .note: "1;34"
    case .suggestion: "1"
    }
  }
}

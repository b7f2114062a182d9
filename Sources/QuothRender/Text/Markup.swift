//! Text for XML and HTML: nothing in it is taken for markup, or obeyed by whoever shows it.

/// Escapes text.
public enum Markup {
  /// The text as content of an element or value of an attribute.
  public static func escape(_ text: String, lineBreaks: LineBreaks = .blank) -> String {
    var escaped = ""
    for scalar in TerminalText.sanitise(text, lineBreaks: lineBreaks).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      // XML 1.0 has no place for these two.
      case "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

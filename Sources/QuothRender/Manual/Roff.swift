//! Text for `man`: the few macros of man(7) that a manual page needs.

/// Builds a manual page.
public struct Roff: Sendable {
  /// The source of the page so far, in the macros of man(7).
  public private(set) var text = ""

  public init() {}

  /// The head of a page; without a date, so that the same program has the same page.
  public mutating func title(_ name: String, section: Int, source: String, manual: String) {
    text +=
      ".TH \(name.uppercased()) \(section) \"\" \"\(Roff.escaped(source))\" \"\(Roff.escaped(manual))\"\n"
  }

  /// Begins a section. Its title is set in capitals.
  public mutating func section(_ title: String) { text += ".SH \(Roff.escaped(title.uppercased()))\n" }

  /// Begins a part of a section.
  public mutating func subsection(_ title: String) { text += ".SS \(Roff.escaped(title))\n" }

  /// Running text; line breaks in it do not count.
  public mutating func paragraph(_ words: String) { text += ".PP\n\(Roff.line(words))\n" }

  /// A term, and what there is to say of it.
  public mutating func item(_ term: String, _ words: String) {
    text += ".TP\n\\fB\(Roff.escaped(term))\\fR\n\(words.isEmpty ? "\\&" : Roff.line(words))\n"
  }

  /// Lines as they stand.
  public mutating func example(_ lines: [String]) {
    text += ".PP\n.RS 4\n.nf\n" + lines.map { Roff.line($0) + "\n" }.joined() + ".fi\n.RE\n"
  }

  /// A line of text that is no macro, whatever it begins with.
  private static func line(_ words: String) -> String {
    let escaped = escaped(words)
    return escaped.first == "." || escaped.first == "'" ? "\\&" + escaped : escaped
  }

  private static func escaped(_ words: String) -> String {
    var text = ""
    for character in words {
      switch character {
      case "\\": text += "\\e"
      // Options are copied from the page: a hyphen must not become a dash.
      case "-": text += "\\-"
      case "\"": text += "\\(dq"
      case "'": text += "\\(aq"
      case "`": text += "\\(ga"
      case "^": text += "\\(ha"
      case "~": text += "\\(ti"
      case "\n": text += " "
      default: text.append(character)
      }
    }
    return text
  }
}

//! What a choice of completions inserts, and how it is listed.

internal import QuothBasics

extension LineCompletions {
  /// What takes the place of the words typed: the only candidate and a space, or what all candidates begin
  /// with where that is longer; nil without candidates.
  public func insertion(for typed: String) -> String? {
    guard let first = candidates.first?.text else { return nil }
    if candidates.count == 1 {
      // What goes on right after it: a figure's field, the files of a folder.
      let goesOn = ["(", " ", "/"].contains { first.hasSuffix($0) }
      return goesOn ? first : first + " "
    }
    var common = Substring(first)
    for candidate in candidates.dropFirst() {
      common = common.prefix(zip(common, candidate.text).prefix { $0 == $1 }.count)
    }
    // A candidate may be found by another spelling, and then shares no beginning with the words typed.
    return common.count > typed.count ? String(common) : typed
  }
}

/// The list that a second TAB shows.
public enum CompletionListing {
  /// How many candidates are listed; the rest are only counted.
  static let longest = 40

  /// The candidates with their details, in columns read downwards; ends with a line break.
  public static func text(_ candidates: [LineCandidate], columns: Int) -> String {
    let cells = candidates.prefix(longest).map { candidate in
      candidate.detail.isEmpty ? candidate.display : "\(candidate.display) (\(candidate.detail))"
    }
    let width = (cells.map { DisplayWidth.of($0) }.max() ?? 0) + 2
    let across = max(1, (columns + 1) / width)
    let rows = (cells.count + across - 1) / across
    var text = ""
    for row in 0..<rows {
      var line = ""
      for index in stride(from: row, to: cells.count, by: rows) {
        let isLast = index + rows >= cells.count
        let padding = isLast ? 0 : width - DisplayWidth.of(cells[index])
        line += cells[index] + String(repeating: " ", count: padding)
      }
      text += DisplayWidth.truncate(line, to: columns) + "\n"
    }
    let rest = candidates.count - cells.count
    return rest > 0 ? text + "… and \(rest) more\n" : text
  }
}

/// Text from a terminal's paste.
public enum PastedText {
  /// Line breaks as `\n`, tabs as spaces, no other control characters, and no line break at the end.
  public static func clean(_ text: String) -> String {
    var cleaned = ""
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0D: cleaned += "\n"
      case 0x0A: if previous != "\r" { cleaned += "\n" }
      case 0x09: cleaned += " "
      case 0..<0x20, 0x7F..<0xA0: break
      default: cleaned.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    while cleaned.hasSuffix("\n") { cleaned.removeLast() }
    return cleaned
  }
}

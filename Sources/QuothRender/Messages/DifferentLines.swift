//! Two lines that should be one: shown around the place where they part, and so that what cannot be seen is.

/// A line of a file and the line that was found in its place.
struct DifferentLines {
  /// Nil past the end.
  let expected: String?
  let found: String?

  var hints: [String] {
    guard let expected, let found else {
      return [
        "expected: \(expected.map { clipped($0, from: 0) } ?? "nothing more")",
        "found:    \(found.map { clipped($0, from: 0) } ?? "nothing more")",
      ]
    }
    let place = zip(expected, found).prefix { $0 == $1 }.count
    // Some of what is alike is shown before it.
    let start = max(0, place - Self.lead)
    guard Self.inked(expected) == Self.inked(found) else {
      return ["expected: \(clipped(expected, from: start))", "found:    \(clipped(found, from: start))"]
    }
    return [
      "they differ in blanks or other signs that cannot be seen; · is a blank",
      "expected: \(clipped(Self.visible(expected), from: Self.visible(expected.prefix(start)).count))",
      "found:    \(clipped(Self.visible(found), from: Self.visible(found.prefix(start)).count))",
    ]
  }

  private static let length = 60
  private static let lead = 20

  /// Lines may be a megabyte long.
  private func clipped(_ text: String, from start: Int) -> String {
    guard text.count > Self.length else { return text }
    let rest = text.dropFirst(start)
    return (start > 0 ? "…" : "") + rest.prefix(Self.length) + (rest.count > Self.length ? "…" : "")
  }

  /// What can be seen of a text.
  private static func inked(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !isInvisible($0) }
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// A text with a sign or number for all that cannot be seen.
  private static func visible(_ text: some StringProtocol) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case " ": return "·"
      case "\t": return "⇥"
      default:
        guard isInvisible(scalar) else { return String(scalar) }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "‹U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)›"
      }
    }.joined()
  }
}

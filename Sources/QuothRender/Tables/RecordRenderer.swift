//! Answers for a terminal that is too narrow for their columns: a numbered rule a row, a line a value.

/// Lays out rows one below the other.
struct RecordRenderer {
  /// A value longer than this many lines is cut, and shows it by `…`.
  static let lineLimit = 12
  /// Values with less room than this stand below their names.
  static let leastRoom = 12

  let width: Int
  let style: TextStyle

  /// Heads and cells as a table has them: the row's number first.
  func render(heads: [StyledText], rows: [[StyledText]], to write: (String) throws -> Void) rethrows {
    let names = heads.dropFirst().map { $0.truncated(to: width) }
    let margin = (names.map(\.width).max() ?? 0) + 2
    for row in rows {
      var text = rule(row[0])
      for (name, value) in zip(names, row.dropFirst()) { text += lines(name, value, margin) }
      try write(text)
    }
  }

  /// `── 1 ─────`.
  private func rule(_ number: StyledText) -> String {
    let rest = max(0, width - number.width - 4)
    return style.apply(.faint, to: "── \(number.plain) " + String(repeating: "─", count: rest)) + "\n"
  }

  private func lines(_ name: StyledText, _ value: StyledText, _ margin: Int) -> String {
    let isBeside = width - margin >= RecordRenderer.leastRoom
    let indent = isBeside ? margin : 2
    let room = max(1, width - indent)
    let wrapped = TableRenderer.limited(value.wrapped(to: room), room, RecordRenderer.lineLimit)
    let blank = String(repeating: " ", count: indent)
    let pad = String(repeating: " ", count: max(0, indent - name.width))
    let first = name.rendered(style) + (isBeside ? pad : "\n" + blank)
    return first + wrapped.map { $0.rendered(style) }.joined(separator: "\n" + blank) + "\n"
  }
}

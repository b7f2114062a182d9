//! Answers as a table for people: numbered rows, aligned columns, long texts wrapped.

internal import QuothBasics
internal import QuothQuery

/// Lays out a table. Columns learn their widths from all rows before the first is printed.
struct TableRenderer {
  /// A cell longer than this many lines is cut, and shows it by `…`.
  static let lineLimit = 6

  let width: Int?
  let style: TextStyle
  /// What stands for a missing value.
  var missing = "–"

  func render(_ table: ResultTable, to write: (String) throws -> Void) rethrows {
    guard !table.columns.isEmpty else { return }
    let numbers = StyledText("#", .number)
    let cells = try table.rows.enumerated().map { index, row in
      // Nothing, but whoever takes the pieces may stop the work by throwing.
      if index & 0x3F == 0x3F { try write("") }
      return [StyledText(String(index + 1), .number)] + styledCells(of: row, table.columns)
    }
    let heads = [numbers] + table.columns.map { StyledText($0.name, .heading) }
    let layout = ColumnLayout(
      isText: [false] + table.columns.map { $0.type == .text && $0.layout == .text },
      isNumber: [true] + table.columns.map { $0.type.isNumber && !$0.isList },
      isDate: [false] + table.columns.map { $0.type == .date },
      layouts: [.text] + table.columns.map(\.layout))
    guard let widths = layout.widths(heads: heads, rows: cells, width: width) else {
      return try RecordRenderer(width: width ?? 80, style: style).render(heads: heads, rows: cells, to: write)
    }
    try write(line(heads, widths, layout))
    try write(
      style.apply(.faint, to: widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")) + "\n"
    )
    for row in cells { try write(lines(row, widths, layout)) }
  }

  /// The lines of one row; cells that are too long go on below.
  private func lines(_ cells: [StyledText], _ widths: [Int], _ layout: ColumnLayout) -> String {
    let isOfLines = layout.layouts.contains(.node)
    let wrapped = zip(zip(cells, widths), layout.layouts).map { pair, layout in
      let (cell, columns) = pair
      guard width != nil else { return [cell] }
      switch layout {
      case .text where isOfLines: return [cell.truncated(to: columns)]
      case .text: return TableRenderer.limited(cell.wrapped(to: columns), columns, TableRenderer.lineLimit)
      case .before: return [cell.truncatedAtStart(to: columns)]
      case .node, .after, .plot: return [cell.truncated(to: columns)]
      }
    }
    let height = wrapped.map(\.count).max() ?? 1
    var text = ""
    for number in 0..<height {
      text += line(wrapped.map { number < $0.count ? $0[number] : StyledText() }, widths, layout)
    }
    return text
  }

  static func limited(_ lines: [StyledText], _ columns: Int, _ limit: Int) -> [StyledText] {
    guard lines.count > limit else { return lines }
    var kept = Array(lines.prefix(limit))
    var last = kept[limit - 1]
    last.append(" …")
    kept[limit - 1] = last.width <= columns ? last : last.truncated(to: columns)
    return kept
  }

  private func line(_ cells: [StyledText], _ widths: [Int], _ layout: ColumnLayout) -> String {
    var text = ""
    for (index, cell) in cells.enumerated() {
      let blank = String(repeating: " ", count: max(0, widths[index] - cell.width))
      let isLast = index == cells.count - 1
      if index > 0 { text += "  " }
      if layout.isNumber[index] || layout.layouts[index] == .before {
        text += blank + cell.rendered(style)
      } else {
        text += cell.rendered(style) + (isLast ? "" : blank)
      }
    }
    // Cells that are empty at the end leave no blanks behind.
    while text.last == " " { text.removeLast() }
    return text + "\n"
  }

  private func styledCells(of row: ResultRow, _ columns: [ResultColumn]) -> [StyledText] {
    zip(columns, row.values).enumerated().map { index, pair in
      let (column, value) = pair
      guard let text = ValueText.short(value) else { return StyledText(missing, .faint) }
      let marks = row.marks.filter { $0.column == index }.map(\.range)
      return TableRenderer.marked(text, marks, role: TableRenderer.role(of: column))
    }
  }

  private static func role(of column: ResultColumn) -> TextRole {
    column.type == .name(.speaker) ? .speaker : .plain
  }

  /// Text with its marked stretches, made safe stretch by stretch: the marks count bytes of the original.
  static func marked(_ text: String, _ marks: [Range<Int>], role: TextRole) -> StyledText {
    guard !marks.isEmpty else { return StyledText(TerminalText.sanitise(text, lineBreaks: .blank), role) }
    let bytes = Array(text.utf8)
    var styled = StyledText()
    var end = 0
    func add(_ range: Range<Int>, _ role: TextRole) {
      let stretch = String(decoding: bytes[range], as: UTF8.self)
      styled.append(TerminalText.sanitise(stretch, lineBreaks: .blank), role)
    }
    for mark in marks.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let start = max(end, min(mark.lowerBound, bytes.count))
      let stop = max(start, min(mark.upperBound, bytes.count))
      add(end..<start, role)
      add(start..<stop, .match)
      end = stop
    }
    add(end..<bytes.count, role)
    return styled
  }
}

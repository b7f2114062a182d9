//! A line over time, drawn with dots of braille between two axes.

internal import QuothBasics
internal import QuothQuery

/// Lays out a picture of a line.
struct LinePicture {
  private let chart: TerminalChart
  private let line: TimeLine
  private let isWhole: Bool

  init(_ chart: TerminalChart, _ line: TimeLine, _ content: Chart) {
    self.chart = chart
    self.line = line
    isWhole = content.isWhole
  }

  /// The picture with its axes and the words below it, `lines` in all where they are enough for it.
  func lines(_ lines: Int) -> [StyledText] {
    guard let span = line.span else { return [] }
    let words = words()
    let room = min(TerminalChart.mostHeight, max(TerminalChart.leastHeight, lines - words.count - 2))
    let scale = NiceScale(
      line.points.map(\.value), count: max(2, room / 2), isWhole: isWhole, ends: .round)
    let names = scale.ticks.map { ($0, scale.text(of: $0)) }
    let margin = names.map(\.1.count).max() ?? 1
    let columns = max(8, chart.width - margin - 2)
    var plot = plot(columns: columns, rows: room, scale, span)
    mark(&plot, columns, room, scale, span)
    var rows: [StyledText] = []
    for row in 0..<room {
      let name = names.first { Self.row(of: $0.0, room, scale) == row }?.1 ?? ""
      var text = StyledText(String(repeating: " ", count: margin - name.count) + name, .faint)
      text.append(name.isEmpty ? " │" : " ┤", .faint)
      var cells = plot[row]
      while cells.last == " " { cells.removeLast() }
      text.append(String(cells))
      rows.append(text)
    }
    return rows + axis(columns, margin, span) + words
  }

  /// The row of cells that a figure falls in.
  private static func row(of value: Double, _ rows: Int, _ scale: NiceScale) -> Int {
    min(rows - 1, dot(of: value, rows, scale) / 4)
  }

  private static func dot(of value: Double, _ rows: Int, _ scale: NiceScale) -> Int {
    Int(((1 - scale.place(of: value)) * Double(rows * 4 - 1)).rounded())
  }

  /// The column of dots that a period falls in.
  private static func dot(of ordinal: Int, _ columns: Int, _ span: ClosedRange<Int>) -> Int {
    guard span.count > 1 else { return columns }
    return Int(
      (Double(ordinal - span.lowerBound) / Double(span.count - 1) * Double(columns * 2 - 1)).rounded())
  }

  private func plot(
    columns: Int, rows: Int, _ scale: NiceScale, _ span: ClosedRange<Int>
  ) -> [[Character]] {
    var canvas = BrailleCanvas(columns: columns, rows: rows)
    for stroke in line.strokes {
      let dots = stroke.map { (Self.dot(of: $0.ordinal, columns, span), Self.dot(of: $0.value, rows, scale)) }
      if let first = dots.first { canvas.dot(first.0, first.1) }
      for (from, to) in zip(dots, dots.dropFirst()) { canvas.line(from, to) }
    }
    return (0..<rows).map { canvas.text(ofRow: $0) }
  }

  /// A sign at each period where they have room: filled where there are rows, empty where there are none. Where they
  /// have not, at those that no line leads to.
  private func mark(
    _ plot: inout [[Character]], _ columns: Int, _ rows: Int, _ scale: NiceScale, _ span: ClosedRange<Int>
  ) {
    guard span.count * 3 <= columns else {
      for stroke in line.strokes where stroke.count == 1 {
        let (ordinal, value) = stroke[0]
        plot[Self.row(of: value, rows, scale)][min(columns - 1, Self.dot(of: ordinal, columns, span) / 2)] =
          "●"
      }
      return
    }
    let values = Dictionary(
      line.points.map { ($0.ordinal, $0.value) }, uniquingKeysWith: { first, _ in first })
    for ordinal in span {
      let column = min(columns - 1, Self.dot(of: ordinal, columns, span) / 2)
      if let value = values[ordinal] {
        plot[Self.row(of: value, rows, scale)][column] = value == 0 ? "○" : "●"
      } else if line.emptyPeriods == .zero {
        plot[Self.row(of: 0, rows, scale)][column] = "○"
      }
    }
  }

  /// The axis of time, its names below it.
  private func axis(_ columns: Int, _ margin: Int, _ span: ClosedRange<Int>) -> [StyledText] {
    let length = line.name(of: span.lowerBound).count
    var rule = [Character](repeating: "─", count: columns)
    var names = [Character](repeating: " ", count: columns)
    var end = -1
    for tick in line.ticks(atMost: max(1, columns / (length + 2))) {
      let column = min(columns - 1, Self.dot(of: tick, columns, span) / 2)
      let name = line.name(of: tick)
      let start = max(0, min(columns - name.count, column - name.count / 2))
      guard start > end, start + name.count <= columns else { continue }
      rule[column] = "┴"
      for (offset, letter) in name.enumerated() { names[start + offset] = letter }
      end = start + name.count
    }
    while names.last == " " { names.removeLast() }
    let blanks = String(repeating: " ", count: margin + 1)
    return [
      StyledText(blanks + "└" + String(rule), .faint), StyledText(blanks + " " + String(names), .faint),
    ]
  }

  private func words() -> [StyledText] {
    StyledText(ChartWords.summary(of: line).joined(separator: " · "), .faint).wrapped(to: chart.width)
  }
}

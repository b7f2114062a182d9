//! Pictures with a line for each row: bars and strips, with number, name and figure beside them.

internal import QuothBasics

/// Lays out a picture of rows.
struct RowPicture {
  /// What is drawn in a row.
  private enum Mark {
    case bar(Double?)
    case strip([Double])
  }

  private struct Row {
    let label: String
    let figure: String
    let mark: Mark
  }

  private let chart: TerminalChart
  private let rows: [Row]
  /// Of bars.
  private let isWhole: Bool
  private let unit: String

  init(_ chart: TerminalChart, _ bars: [Chart.Bar], _ content: Chart) {
    self.chart = chart
    rows = bars.map { Row(label: $0.label, figure: $0.text, mark: .bar($0.value)) }
    isWhole = content.isWhole
    unit = content.unit
  }

  init(_ chart: TerminalChart, _ strips: [Chart.Strip]) {
    self.chart = chart
    rows = strips.map { Row(label: $0.label, figure: String($0.places.count), mark: .strip($0.places)) }
    isWhole = true
    unit = ""
  }

  /// Columns of the parts of a line, two blanks between them.
  private struct Widths {
    let number: Int
    let label: Int
    let figure: Int
    let mark: Int

    /// Columns before the marks.
    var before: Int { number + label + figure + 6 }
  }

  /// The first rows that there is room for, the axis, and how many more there are.
  func lines(room: Int) -> [StyledText] {
    guard !rows.isEmpty else { return [] }
    let shown = rows.prefix(room)
    let widths = widths(of: shown)
    let numbers = shown.compactMap { row -> Double? in
      if case .bar(let value) = row.mark { value } else { nil }
    }
    let scale = NiceScale(numbers, count: max(2, widths.mark / 8), isWhole: isWhole, ends: .exact)
    let field = BarField(scale: scale, columns: widths.mark)
    var lines = shown.enumerated().map { index, row in line(index + 1, row, widths, field) }
    let axis: [StyledText]
    if case .strip = rows[0].mark {
      axis = ruler([(0, "start"), (0.5, "middle"), (1, "end")], widths)
    } else {
      axis = ruler(scale.ticks.map { (field.share(of: $0), scale.text(of: $0)) }, widths)
    }
    lines += axis
    if shown.count < rows.count {
      let more = StyledText(ChartWords.more(rows.count - shown.count), .faint)
      lines += more.wrapped(to: chart.width)
    }
    return lines
  }

  private func widths(of rows: ArraySlice<Row>) -> Widths {
    let number = String(rows.count).count
    let figure = min(12, rows.map { DisplayWidth.of($0.figure) }.max() ?? 1)
    let rest = chart.width - number - figure - 6
    let longest = rows.map { DisplayWidth.of(TerminalText.sanitise($0.label, lineBreaks: .blank)) }.max() ?? 1
    // Names get what they need up to two fifths, on a narrow screen half, and the marks never less than eight columns.
    let label = max(1, min(longest, max(rest * 2 / 5, min(rest / 2, 20), rest - 50), rest - 8))
    return Widths(number: number, label: label, figure: figure, mark: max(4, rest - label))
  }

  private func line(_ number: Int, _ row: Row, _ widths: Widths, _ field: BarField) -> StyledText {
    let digits = String(number)
    let figure = DisplayWidth.truncate(
      TerminalText.sanitise(row.figure, lineBreaks: .blank), to: widths.figure)
    var line = StyledText(
      String(repeating: " ", count: max(0, widths.number - digits.count)) + digits, .number)
    line.append("  ")
    line.append(TerminalChart.label(row.label, to: widths.label))
    line.append(
      "  " + String(repeating: " ", count: max(0, widths.figure - DisplayWidth.of(figure))) + figure)
    switch row.mark {
    case .bar(let value):
      let bar = value.map(field.bar) ?? ""
      if !bar.isEmpty { line.append("  " + bar) }
    case .strip(let places): line.append("  " + Self.strip(places, columns: widths.mark))
    }
    return line
  }

  /// A line of braille: a rule in the middle, and a mark from top to bottom at each place.
  static func strip(_ places: [Double], columns: Int) -> String {
    var halves = [Bool](repeating: false, count: columns * 2)
    for place in places { halves[min(halves.count - 1, max(0, Int(place * Double(halves.count))))] = true }
    return String(
      String.UnicodeScalarView(
        (0..<columns).compactMap { column in
          let left: UInt32 = halves[2 * column] ? 0x47 : 0x04
          let right: UInt32 = halves[2 * column + 1] ? 0xB8 : 0x20
          return Unicode.Scalar(0x2800 + (left | right))
        }))
  }

  /// A rule with ticks, and their names below it, as many as there is room for.
  private func ruler(_ ticks: [(place: Double, name: String)], _ widths: Widths) -> [StyledText] {
    let columns = widths.mark
    var rule = [Character](repeating: "─", count: columns)
    var names = [Character](repeating: " ", count: columns)
    var end = -1
    for (place, name) in ticks {
      let column = min(columns - 1, Int((place * Double(columns)).rounded(.down)))
      let start = max(0, min(columns - name.count, column - (name.count - 1) / 2))
      guard start > end, start + name.count <= columns else { continue }
      rule[column] = "┴"
      for (offset, letter) in name.enumerated() { names[start + offset] = letter }
      end = start + name.count
    }
    let margin = String(repeating: " ", count: widths.before)
    while names.last == " " { names.removeLast() }
    return [StyledText(margin + String(rule), .faint), StyledText(margin + String(names), .faint)]
  }
}

/// The columns in which bars are drawn, from the least number to the greatest.
struct BarField {
  let scale: NiceScale
  let columns: Int

  /// Columns to the left of nought; what is negative has one at least.
  private var zero: Int {
    guard scale.low < 0 else { return 0 }
    guard scale.high > 0 else { return columns - 1 }
    return min(columns - 2, max(1, Int((scale.place(of: 0) * Double(columns - 1)).rounded())))
  }

  /// Columns to the right of nought.
  private var right: Int { scale.low < 0 ? columns - zero - 1 : columns }

  /// Where a number stands, 0 to 1 of the columns.
  func share(of number: Double) -> Double {
    if scale.low >= 0 { return scale.place(of: number) }
    let column =
      number < 0
      ? Double(zero) * (1 - number / scale.low)
      : Double(zero) + (scale.high > 0 ? Double(right) * number / scale.high : 0)
    return column / Double(columns)
  }

  /// A bar: to the right in eighths of a column; to the left of nought, which a line marks, in halves.
  func bar(_ number: Double) -> String {
    if number >= 0 {
      let lead = scale.low < 0 ? String(repeating: " ", count: zero) + "│" : ""
      return lead + Self.rightBar(eighths: units(number / max(scale.high, .leastNonzeroMagnitude), 8 * right))
    }
    let halves = units(number / scale.low, 2 * zero)
    let bar = (halves % 2 == 1 ? "▐" : "") + String(repeating: "█", count: halves / 2)
    return String(repeating: " ", count: max(0, zero - bar.count)) + bar + "│"
  }

  /// Parts of a whole; what is not nought has one.
  private func units(_ share: Double, _ whole: Int) -> Int {
    guard share > 0 else { return 0 }
    return max(1, min(whole, Int((share * Double(whole)).rounded())))
  }

  private static func rightBar(eighths: Int) -> String {
    let parts: [String] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
  }
}

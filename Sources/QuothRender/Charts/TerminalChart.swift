//! Pictures drawn with characters: bars of blocks, lines of braille, strips of marks.

internal import QuothBasics

/// How large a picture may be.
public enum ChartHeight: Hashable, Sendable {
  /// So many lines in all.
  case lines(Int)
  /// So many rows of the answer, however many lines that takes.
  case rows(Int)
}

/// Draws pictures that are read without colours too.
public struct TerminalChart: Sendable {
  /// Columns; less than `leastWidth` is drawn as that.
  public let width: Int
  /// The room from top to bottom.
  public let height: ChartHeight
  /// Whether roles of text have colours; the picture is the same without.
  public let style: TextStyle

  static let leastWidth = 20
  /// A line is not drawn flatter than this, nor are there fewer rows.
  static let leastHeight = 4
  /// A line is not drawn higher than this: it would be no easier to read.
  static let mostHeight = 20

  /// Lines of a screen that nothing is known of.
  static let usualHeight = 20

  /// A picture for a terminal of this many columns.
  public init(width: Int, height: ChartHeight, style: TextStyle = .plain) {
    self.width = max(TerminalChart.leastWidth, width)
    self.height = height
    self.style = style
  }

  /// The picture, each line ended by a line break.
  public func render(_ chart: Chart) -> String {
    let head = head(of: chart)
    let body: [StyledText] =
      switch chart.content {
      case .bars(let bars):
        RowPicture(self, bars, chart).lines(room: rows(besides: head.count + 3, of: bars.count))
      case .strips(let strips):
        RowPicture(self, strips).lines(room: rows(besides: head.count + 3, of: strips.count))
      case .line(let line): LinePicture(self, line, chart).lines(lines - head.count)
      }
    return (head + body).map { $0.rendered(style) + "\n" }.joined()
  }

  /// What is counted, and the query.
  private func head(of chart: Chart) -> [StyledText] {
    let title = StyledText(TerminalText.sanitise(chart.title, lineBreaks: .blank), .heading).wrapped(
      to: width)
    let query = StyledText(TerminalText.sanitise(chart.query, lineBreaks: .blank), .faint).wrapped(to: width)
    return title.prefix(2) + (query.count > 2 ? [query[0], query[1].truncated(to: width - 1) + "…"] : query)
  }

  /// How many rows there is room for: all, or what is left beside the line that says how many more there are.
  private func rows(besides others: Int, of count: Int) -> Int {
    switch height {
    case .rows(let rows): return rows
    case .lines(let lines):
      let room = max(TerminalChart.leastHeight, lines - others)
      return count <= room ? count : max(TerminalChart.leastHeight, room - 1)
    }
  }

  /// Of a line, whose height does not depend on its rows.
  private var lines: Int {
    switch height {
    case .rows: TerminalChart.usualHeight
    case .lines(let lines): lines
    }
  }

  /// Text of articles in so many columns, with what follows it kept at its place: a terminal that knows scripts from
  /// right to left would else take figures for part of the name.
  static func label(_ text: String, to columns: Int) -> StyledText {
    let safe = DisplayWidth.truncate(TerminalText.sanitise(text, lineBreaks: .blank), to: columns)
    let blanks = String(repeating: " ", count: max(0, columns - DisplayWidth.of(safe)))
    let isRightToLeft = safe.unicodeScalars.contains(where: Self.isRightToLeft)
    return StyledText(safe + (isRightToLeft ? "\u{200E}" : "") + blanks)
  }

  /// Hebrew, Arabic and their neighbours, with their presentation forms.
  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590..<0x0900, 0xFB1D..<0xFE00, 0xFE70..<0xFF00, 0x10800..<0x11000, 0x1E800..<0x1F000: true
    default: false
    }
  }
}

extension StyledText {
  static func + (left: StyledText, right: String) -> StyledText {
    var joined = left
    joined.append(right)
    return joined
  }
}

//! Pictures as SVG: for a page, a document or print, with a text for those who cannot see them.

internal import QuothBasics
internal import QuothQuery

/// Writes a figure that needs nothing from elsewhere.
public struct SVGFigure: Sendable {
  /// More rows are not drawn, but counted.
  static let rowLimit = 50
  static let width = 760.0
  static let margin = 24.0

  /// Colours that stay apart for all kinds of colour vision and in grey (Okabe and Ito 2008), on a ground of their own.
  enum Ink {
    static let ground = "#ffffff"
    static let text = "#1a1a1a"
    static let faint = "#555555"
    static let grid = "#d9d9d9"
    static let rule = "#7f7f7f"
    static let first = "#0072b2"
    static let second = "#d55e00"
  }

  private let chart: Chart
  private let source: [String]

  /// The picture, and what is told below it of its making.
  public init(_ chart: Chart, source: [String]) {
    self.chart = chart
    self.source = source
  }

  /// One element, which is a file of its own and can stand in a page.
  public func render() -> String {
    var pen = SVGPen()
    pen.rest(Self.margin)
    for line in Self.lines(chart.title, size: 18, share: 0.58) {
      pen.line(line, size: 18, weight: "600", lead: 24)
    }
    for line in Self.lines(chart.query, size: 12, share: 0.6).prefix(4) {
      pen.line(line, size: 12, fill: Ink.faint, lead: 18)
    }
    pen.rest(14)
    switch chart.content {
    case .bars(let bars): pen.draw(bars.prefix(Self.rowLimit), of: chart)
    case .line(let line): pen.draw(line, of: chart)
    case .strips(let strips): pen.draw(strips.prefix(Self.rowLimit))
    }
    pen.rest(10)
    let notes = words + source
    for line in notes.flatMap({ Self.lines($0, size: 11, share: 0.56) }) {
      pen.line(line, size: 11, fill: Ink.faint, lead: 16)
    }
    pen.rest(Self.margin - 8)
    return frame(pen.body, height: pen.y)
  }

  private func frame(_ body: String, height: Double) -> String {
    let size = "\(SVGPen.number(Self.width)) \(SVGPen.number(height))"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size)" width="\(SVGPen.number(Self.width))" \
      height="\(SVGPen.number(height))" role="img" aria-labelledby="figure-title figure-text" \
      font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', sans-serif" \
      fill="\(Ink.text)">
      <title id="figure-title">\(Markup.escape(chart.title))</title>
      <desc id="figure-text">\(Markup.escape(ChartWords.alternative(to: chart)))</desc>
      <rect width="100%" height="100%" fill="\(Ink.ground)"/>
      \(body)</svg>

      """
  }

  /// What is told of the rows beside what is drawn.
  private var words: [String] {
    switch chart.content {
    case .line(let line): [ChartWords.summary(of: line).joined(separator: " · ")].filter { !$0.isEmpty }
    case .bars(let bars): Self.more(bars.count)
    case .strips(let strips): Self.more(strips.count)
    }
  }

  private static func more(_ count: Int) -> [String] {
    count > rowLimit ? [ChartWords.more(count - rowLimit)] : []
  }

  /// Lines that fit between the margins; a column of a terminal takes `share` of the size of the letters, about.
  private static func lines(_ text: String, size: Double, share: Double) -> [String] {
    let columns = Int((width - 2 * margin) / (size * share))
    return StyledText(TerminalText.sanitise(text, lineBreaks: .blank)).wrapped(to: columns).map(\.plain)
  }
}

/// Draws from the top of a figure to its end.
struct SVGPen {
  private(set) var body = ""
  /// How far down the figure is drawn.
  private(set) var y = 0.0

  mutating func rest(_ height: Double) { y += height }
  mutating func add(_ element: String) { body += element + "\n" }

  /// A line of text at the left margin.
  mutating func line(
    _ text: String, size: Double, weight: String? = nil, fill: String = SVGFigure.Ink.text, lead: Double
  ) {
    let weight = weight.map { " font-weight=\"\($0)\"" } ?? ""
    let place = "x=\"\(Self.number(SVGFigure.margin))\" y=\"\(Self.number(y + size))\""
    add(
      "<text \(place) font-size=\"\(Self.number(size))\"\(weight) fill=\"\(fill)\">\(Markup.escape(text))</text>"
    )
    y += lead
  }

  enum Anchor: String {
    case start, middle, end
  }

  mutating func label(
    _ text: String, x: Double, y: Double, _ anchor: Anchor, size: Double = 12,
    fill: String = SVGFigure.Ink.text
  ) {
    add(
      "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" font-size=\"\(Self.number(size))\" "
        + "text-anchor=\"\(anchor.rawValue)\" fill=\"\(fill)\">\(Markup.escape(text))</text>")
  }

  mutating func rule(
    _ from: (x: Double, y: Double), _ to: (x: Double, y: Double), _ stroke: String, width: Double = 1
  ) {
    add(
      "<line x1=\"\(Self.number(from.x))\" y1=\"\(Self.number(from.y))\" x2=\"\(Self.number(to.x))\" "
        + "y2=\"\(Self.number(to.y))\" stroke=\"\(stroke)\" stroke-width=\"\(Self.number(width))\"/>")
  }

  /// A length with one decimal at most.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    return sign + String(abs(tenths) / 10) + (tenths % 10 == 0 ? "" : ".\(abs(tenths) % 10)")
  }
}

extension SVGPen {
  /// The widest that names beside rows get, in columns of a terminal, and how wide those are about.
  private static let labelColumns = 34
  private static let column = 8.2

  /// Names cut to what they may take, and the room for the widest of them.
  private func names(_ labels: [String]) -> (names: [String], width: Double) {
    let names = labels.map {
      DisplayWidth.truncate(TerminalText.sanitise($0, lineBreaks: .blank), to: Self.labelColumns)
    }
    return (names, Double(names.map(DisplayWidth.of).max() ?? 0) * Self.column)
  }

  mutating func draw(_ bars: ArraySlice<Chart.Bar>, of chart: Chart) {
    let (names, nameWidth) = names(bars.map(\.label))
    let figureWidth = Double(bars.map { DisplayWidth.of($0.text) }.max() ?? 0) * Self.column + 10
    let scale = NiceScale(bars.compactMap(\.value), count: 6, isWhole: chart.isWhole, ends: .exact)
    let left = SVGFigure.margin + nameWidth + 10 + (scale.low < 0 ? figureWidth : 0)
    let right = SVGFigure.width - SVGFigure.margin - figureWidth
    func x(_ value: Double) -> Double { left + scale.place(of: value) * (right - left) }
    let top = y
    let bottom = top + Double(bars.count) * 24 + 4
    for tick in scale.ticks {
      rule((x(tick), top), (x(tick), bottom), SVGFigure.Ink.grid)
      label(scale.text(of: tick), x: x(tick), y: bottom + 16, .middle, fill: SVGFigure.Ink.faint)
    }
    for (index, (bar, name)) in zip(bars, names).enumerated() {
      let middle = top + Double(index) * 24 + 14
      label(name, x: SVGFigure.margin + nameWidth, y: middle + 4.5, .end, size: 13)
      let value = bar.value ?? 0
      let (from, to) = (x(min(0, value)), x(max(0, value)))
      let ink = value < 0 ? SVGFigure.Ink.second : SVGFigure.Ink.first
      add(
        "<rect x=\"\(Self.number(from))\" y=\"\(Self.number(middle - 8))\" width=\"\(Self.number(to - from))\" "
          + "height=\"16\" fill=\"\(ink)\"/>")
      if value < 0 {
        label(bar.text, x: from - 5, y: middle + 4.5, .end)
      } else {
        label(bar.text, x: to + 5, y: middle + 4.5, .start)
      }
    }
    rule((x(0), top), (x(0), bottom), SVGFigure.Ink.rule)
    label(chart.unit, x: (left + right) / 2, y: bottom + 34, .middle, fill: SVGFigure.Ink.faint)
    y = bottom + 42
  }

  mutating func draw(_ strips: ArraySlice<Chart.Strip>) {
    let (names, nameWidth) = names(strips.map(\.label))
    let left = SVGFigure.margin + nameWidth + 12
    let right = SVGFigure.width - SVGFigure.margin - 40
    let top = y
    for (index, (strip, name)) in zip(strips, names).enumerated() {
      let middle = top + Double(index) * 24 + 12
      label(name, x: SVGFigure.margin + nameWidth, y: middle + 4.5, .end, size: 13)
      rule((left, middle), (right, middle), SVGFigure.Ink.grid)
      for place in strip.places {
        let x = left + min(1, max(0, place)) * (right - left)
        rule((x, middle - 8), (x, middle + 8), SVGFigure.Ink.first, width: 1.5)
      }
      label(String(strip.places.count), x: right + 8, y: middle + 4.5, .start)
    }
    let bottom = top + Double(strips.count) * 24 + 4
    rule((left, bottom), (right, bottom), SVGFigure.Ink.rule)
    label("start of the article", x: left, y: bottom + 16, .start, fill: SVGFigure.Ink.faint)
    label("end", x: right, y: bottom + 16, .end, fill: SVGFigure.Ink.faint)
    y = bottom + 26
  }

  mutating func draw(_ line: TimeLine, of chart: Chart) {
    guard let span = line.span else { return }
    let scale = NiceScale(line.points.map(\.value), count: 6, isWhole: chart.isWhole, ends: .round)
    let names = scale.ticks.map { ($0, scale.text(of: $0)) }
    let nameWidth = Double(names.map { $0.1.count }.max() ?? 1) * Self.column
    label(chart.unit, x: SVGFigure.margin, y: self.y + 12, .start, fill: SVGFigure.Ink.faint)
    let (left, right) = (SVGFigure.margin + nameWidth + 10, SVGFigure.width - SVGFigure.margin - 30)
    let (top, bottom) = (self.y + 26, self.y + 306)
    func x(_ ordinal: Int) -> Double {
      guard span.count > 1 else { return (left + right) / 2 }
      return left + Double(ordinal - span.lowerBound) / Double(span.count - 1) * (right - left)
    }
    func y(_ value: Double) -> Double { bottom - scale.place(of: value) * (bottom - top) }
    for (tick, name) in names {
      rule((left, y(tick)), (right, y(tick)), tick == 0 ? SVGFigure.Ink.rule : SVGFigure.Ink.grid)
      label(name, x: left - 8, y: y(tick) + 4, .end, fill: SVGFigure.Ink.faint)
    }
    let length = Double(line.name(of: span.lowerBound).count + 2) * Self.column
    for tick in line.ticks(atMost: max(2, Int((right - left) / length))) {
      rule((x(tick), bottom), (x(tick), bottom + 5), SVGFigure.Ink.rule)
      label(line.name(of: tick), x: x(tick), y: bottom + 20, .middle, fill: SVGFigure.Ink.faint)
    }
    for stroke in line.strokes where stroke.count > 1 {
      let corners = stroke.map { "\(Self.number(x($0.ordinal))),\(Self.number(y($0.value)))" }
      add(
        "<polyline points=\"\(corners.joined(separator: " "))\" fill=\"none\" stroke=\"\(SVGFigure.Ink.first)\" "
          + "stroke-width=\"2\" stroke-linejoin=\"round\"/>")
    }
    mark(line, span, x, y)
    self.y = bottom + 30
  }

  /// A sign at each period where there is room: filled where there are rows, empty where there are none.
  private mutating func mark(
    _ line: TimeLine, _ span: ClosedRange<Int>, _ x: (Int) -> Double, _ y: (Double) -> Double
  ) {
    let isSingle = line.strokes.allSatisfy { $0.count == 1 }
    guard span.count <= 70 || isSingle else { return }
    func sign(_ ordinal: Int, _ value: Double) {
      let fill = value == 0 ? SVGFigure.Ink.ground : SVGFigure.Ink.first
      add(
        "<circle cx=\"\(Self.number(x(ordinal)))\" cy=\"\(Self.number(y(value)))\" r=\"3.5\" fill=\"\(fill)\" "
          + "stroke=\"\(SVGFigure.Ink.first)\" stroke-width=\"1.5\"/>")
    }
    let known = Set(line.points.map(\.ordinal))
    for point in line.points { sign(point.ordinal, point.value) }
    guard line.emptyPeriods == .zero, span.count <= 70 else { return }
    for ordinal in span where !known.contains(ordinal) { sign(ordinal, 0) }
  }
}

//! The picture of a session in the README: what the program prints, in its own colours.

import Foundation
import QuothRender
import Testing

@testable import QuothShell

/// A terminal's screen as a figure (SVG 1.1), with a text for those who cannot see it.
private struct ScreenPicture {
  private static let cell = (width: 8.43, height: 19.0)
  private static let margin = 16.0
  private static let plain = "#d8dee9"
  /// What the colours of the terminal are on a dark screen, by their numbers (ECMA-48, SGR).
  private static let colours: [Int: String] = [
    31: "#f07178", 32: "#a5d076", 33: "#e6c074", 34: "#7fb2f0", 35: "#c89be6", 36: "#6fc7d0", 90: "#8a93a5",
  ]

  let columns: Int
  let title: String
  let lines: [String]

  func svg() -> String {
    let width = Int(Double(columns) * Self.cell.width + 2 * Self.margin)
    let height = Int(Double(lines.count) * Self.cell.height + 2 * Self.margin + 18)
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
      role="img" aria-labelledby="title">
      <title id="title">\(Self.escaped(title))</title>
      <rect width="100%" height="100%" rx="9" fill="#20242e"/>
      <g fill="#4b5263"><circle cx="20" cy="17" r="5"/><circle cx="37" cy="17" r="5"/><circle cx="54" cy="17" r="5"/></g>
      <g font-family="ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" \
      fill="\(Self.plain)" xml:space="preserve">

      """
    for (number, line) in lines.enumerated() where !line.isEmpty {
      let y = Self.margin + 18 + Double(number + 1) * Self.cell.height - 5
      text += "<text y=\"\(Self.number(y))\">\(spans(line))</text>\n"
    }
    return text + "</g>\n</svg>\n"
  }

  /// The runs of a line, each at its own column, so that no font moves one.
  private func spans(_ line: String) -> String {
    var spans = ""
    var (column, run, colour, isBold) = (0, "", Self.plain, line.hasPrefix("quoth> "))
    func flush() {
      guard !run.isEmpty else { return }
      let x = Self.margin + Double(column) * Self.cell.width
      let words = run.filter { $0 != " " }.isEmpty ? "" : Self.escaped(run)
      if !words.isEmpty {
        spans += "<tspan x=\"\(Self.number(x))\""
        if colour != Self.plain { spans += " fill=\"\(colour)\"" }
        if isBold { spans += " font-weight=\"bold\"" }
        spans += ">\(words)</tspan>"
      }
      column += run.count
      run = ""
    }
    var rest = line[...]
    while let sign = rest.first {
      guard sign == "\u{1B}", let end = rest.firstIndex(of: "m") else {
        run.append(sign)
        rest.removeFirst()
        continue
      }
      flush()
      for code in rest[..<end].dropFirst(2).split(separator: ";").compactMap({ Int($0) }) {
        switch code {
        case 0: (colour, isBold) = (Self.plain, false)
        case 1: isBold = true
        case 2: colour = Self.colours[90] ?? Self.plain
        default: colour = Self.colours[code] ?? colour
        }
      }
      rest = rest[rest.index(after: end)...]
    }
    flush()
    return spans
  }

  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}

@Suite struct PictureTests {
  private static let columns = 100
  private static let typed = [
    "quotes by Raisi where topic=sanctions show speakers, text, cue, date", "why 4",
    "statements | variants | limit 4", "quotes by Rasi",
  ]
  /// Longer answers are cut in the picture.
  private static let longest = 13

  @Test func thePictureOfTheReadmeIsWhatIsPrinted() throws {
    let buffer = TextBuffer()
    let console = Console(
      results: buffer, messages: buffer, isInteractive: true, usesColour: true, coloursMessages: true,
      columns: { Self.columns }, rows: { nil })
    let session = Session(
      corpus: try #require(Seeds.loaded.corpus), console: console, format: .table, today: { Seeds.today })
    session.greet()
    var lines = buffer.take().components(separatedBy: "\n").dropLast()[...]
    for line in Self.typed {
      lines.append("quoth> \(line)")
      let editor = ScriptedLineEditor(lines: [line]) { _, _ in }
      _ = InteractiveShell(session: session, editor: editor).run()
      var answer = buffer.take().components(separatedBy: "\n")[...]
      while answer.last?.isEmpty == true { answer.removeLast() }
      lines += answer.count > Self.longest ? answer.prefix(Self.longest - 1) + ["…"] : answer
      lines.append("")
    }
    let picture = ScreenPicture(
      columns: Self.columns, title: "A session of quoth: \(Self.typed.joined(separator: "; "))",
      lines: Array(lines.dropLast()))
    let file = URL(filePath: Program.project).appending(path: "Share/doc/session.svg")
    let stored = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    try Expected.check(picture.svg(), equals: stored, at: file)
  }
}

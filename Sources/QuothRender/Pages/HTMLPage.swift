//! The frame of a page: what it is called, how it looks on a screen and on paper, and where it comes from.

/// A page that needs nothing from elsewhere and runs nothing.
public struct HTMLPage: Sendable {
  /// The query, which is what the page is called.
  private let title: String
  private let source: Provenance?

  public init(title: String, source: Provenance?) {
    self.title = title
    self.source = source
  }

  /// What stands before the sections. Nothing can be loaded or run in the page, whatever the articles hold.
  public var head: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(Markup.escape(title))</title>
    <style>
    \(Self.style)</style>
    </head>
    <body>
    <h1>\(Markup.escape(title))</h1>

    """
  }

  /// What stands after the sections: where the page comes from, and the end of the file.
  public var foot: String { origin + "</body>\n</html>\n" }

  private var origin: String {
    guard let source else { return "" }
    let facts = source.facts.map { "<dt>\($0.name)</dt><dd>\(Markup.escape($0.value))</dd>\n" }
    return "<footer>\n<h2>Source</h2>\n<dl>\n\(facts.joined())</dl>\n</footer>\n"
  }

  /// A section with its heading.
  public static func section(_ heading: String, id: String, _ content: String) -> String {
    opening(of: heading, id: id) + content + closing
  }

  /// What begins a section that is written piece by piece.
  public static func opening(of heading: String, id: String) -> String {
    "<section id=\"\(id)\">\n<h2>\(Markup.escape(heading))</h2>\n"
  }

  /// What ends a section.
  public static let closing = "</section>\n"

  /// What is told of an answer: a line each.
  public static func notes(_ text: String) -> String {
    text.split(separator: "\n").map { "<p class=\"note\">\(Markup.escape(String($0)))</p>\n" }.joined()
  }

  /// Speakers have a colour and a kind of line each, as far as those go; their names stand beside their words as well.
  public static let speakerStyles = 8

  private static let style: String = {
    let colours = ["#0072b2", "#d55e00", "#007a5a", "#8a4f7d", "#6b5b00", "#00688b", "#a03030", "#404040"]
    let lines = ["solid", "solid", "solid", "solid", "dashed", "dashed", "dotted", "dotted"]
    let grounds = ["#e3f0f8", "#fbe9dd", "#ddf2ea", "#f3e6ef", "#f5f1d6", "#dff1f7", "#f9e3e3", "#ececec"]
    let speakers = (0..<speakerStyles).map { index in
      ".s\(index + 1) { background: \(grounds[index]); border-bottom: 2px \(lines[index]) \(colours[index]); }\n"
    }
    return """
      body { margin: 2rem auto; padding: 0 1rem; max-width: 60rem; background: #fff; color: #1a1a1a;
        font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif; }
      h1 { font-size: 1.4rem; line-height: 1.3; overflow-wrap: anywhere; }
      h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
      h3 { font-size: 1.05rem; margin: 2rem 0 0; }
      a { color: #00538a; }
      figure { margin: 1rem 0; }
      figure svg { max-width: 100%; height: auto; border: 1px solid #d9d9d9; }
      .wide { overflow-x: auto; }
      table { border-collapse: collapse; font-size: .9rem; }
      th, td { padding: .3rem .6rem; text-align: start; vertical-align: top; border-bottom: 1px solid #d9d9d9; }
      thead th { border-bottom: 2px solid #7f7f7f; }
      tbody th { font-weight: normal; color: #555; }
      th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; }
      td.plot { font-family: monospace; }
      td.plot, td.date { white-space: nowrap; }
      .note, .facts, .missing, footer { color: #555; font-size: .875rem; margin: .3rem 0; }
      .legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; }
      .said { padding: 0 .1em; color: inherit; }
      .said.s0 { background: #f2f2f2; border-bottom: 2px solid #b0b0b0; }
      \(speakers.joined()).by { font-size: .8rem; color: #444; white-space: nowrap; }
      .row { outline: 1.5px solid #1a1a1a; outline-offset: 1px; }
      .aside { color: #555; font-size: .9rem; }
      .headline { font-weight: 600; }
      :target { scroll-margin-top: 3rem; background: #fff6cc; }
      dt { font-weight: 600; } dd { margin: 0 0 .4rem; overflow-wrap: anywhere; }
      @media print { body { margin: 0; max-width: none; font-size: 11pt; } a { color: inherit; }
        tr, figure, li { break-inside: avoid; } h2, h3 { break-after: avoid; }
        .said { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }

      """
  }()
}

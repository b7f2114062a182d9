//! Pages to lines: wrapped to the terminal, with a margin that points at what the page was opened for.

internal import QuothRender

/// Lays out blocks of styled text.
struct PageLayout {
  /// Columns to fit in; nil sets each block on one line.
  let columns: Int?
  let style: TextStyle

  /// The text of the blocks, each line ended by a line break.
  func text(of blocks: [PageBlock], margin: Int = 2) -> String {
    var text = ""
    write(blocks, margin: margin) { text += $0 }
    return text
  }

  /// Hands the same over block by block; an error that `write` throws ends the work.
  func write(_ blocks: [PageBlock], margin: Int = 2, to write: (String) throws -> Void) rethrows {
    let width = columns.map { max(20, $0 - margin) }
    for (index, block) in blocks.enumerated() {
      var text = ""
      for (number, line) in block.text.wrapped(to: width).enumerated() {
        text += self.margin(of: block, line, number: number, width: margin) + line.rendered(style) + "\n"
      }
      if block.isSpaced, index < blocks.count - 1 { text += "\n" }
      try write(text)
    }
  }

  /// The text of facts, their labels in the margin.
  func text(of facts: [EvidenceFact]) -> String {
    let blocks = facts.map { fact in
      let text = StyledText(TerminalText.sanitise(fact.text, lineBreaks: .blank))
      return PageBlock(text, isSpaced: false, label: fact.label)
    }
    return text(of: blocks, margin: (facts.map(\.label.count).max() ?? 0) + 2)
  }

  /// The label of a block's first line; where blocks have none, a sign at lines that hold a match, which is seen
  /// without colours too.
  private func margin(of block: PageBlock, _ line: StyledText, number: Int, width: Int) -> String {
    guard let label = block.label else { return line.runs.contains { $0.role == .match } ? "> " : "  " }
    let shown = number == 0 ? label : ""
    return style.apply(.faint, to: shown) + String(repeating: " ", count: max(0, width - shown.count))
  }
}

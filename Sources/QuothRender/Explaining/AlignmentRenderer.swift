//! A quotation below the fuller one that it is a variant of, word below word.

internal import QuothBasics
internal import QuothQuery

/// Lays out alignments.
struct AlignmentRenderer {
  /// Room for the words at the start of each line.
  private static let margin = 8
  /// Where nothing says how wide the page is.
  private static let usualWidth = 80

  let width: Int?
  let style: TextStyle

  /// Words that stand below each other, and the sign below them.
  private struct Cell {
    let fuller: String
    let words: String
    let sign: Character
    let width: Int

    init(_ fuller: String, _ words: String, _ sign: Character) {
      self.fuller = TerminalText.sanitise(fuller, lineBreaks: .blank)
      self.words = TerminalText.sanitise(words, lineBreaks: .blank)
      self.sign = sign
      width = max(DisplayWidth.of(self.fuller), DisplayWidth.of(self.words))
    }
  }

  func render(_ alignment: WordAlignment) -> String {
    var text = ""
    for line in lines(alignment.pieces.flatMap(cells)) {
      text += row("fuller", line, \.fuller) + row("here", line, \.words) + signs(line) + "\n"
    }
    let figures = [alignment.similarity, alignment.evidence, alignment.required].map {
      ValueText.short(.decimal($0)) ?? "–"
    }
    return text
      + wrapped("~ other words, = another form of the word, - left out, + added, ^ stands elsewhere")
      + wrapped(
        "similarity = \(figures[0]): the part of the shorter quotation that the fuller one has, each word weighed by "
          + "its information −ln p (overlap coefficient)")
      + wrapped(
        "evidence = \(figures[1]) nats: what the best stretch in common weighs (Smith and Waterman 1981), with the "
          + "sentence around a phrase; \(figures[2]) would rule out chance among these articles (after Karlin and "
          + "Altschul 1990)")
      + (isCopy(alignment) ? wrapped("both are alike word for word: a copy needs no more") : "")
  }

  /// Whether no word differs.
  private func isCopy(_ alignment: WordAlignment) -> Bool {
    alignment.pieces.allSatisfy { $0.relation == .same }
  }

  /// The words of a piece one by one, as far as they pair.
  private func cells(_ piece: WordAlignment.Piece) -> [Cell] {
    let sign: Character =
      switch piece.relation {
      case .same: " "
      case .form: "="
      case .replaced: "~"
      case .moved: "^"
      case .missing: piece.words.isEmpty ? "-" : "+"
      }
    let (fuller, words) = (piece.fuller.split(separator: " "), piece.words.split(separator: " "))
    if !fuller.isEmpty, !words.isEmpty, fuller.count != words.count {
      return [Cell(piece.fuller, piece.words, sign)]
    }
    return (0..<max(fuller.count, words.count)).map { index in
      Cell(
        index < fuller.count ? String(fuller[index]) : "", index < words.count ? String(words[index]) : "",
        sign)
    }
  }

  private func lines(_ cells: [Cell]) -> [[Cell]] {
    let room = max(20, (width ?? Self.usualWidth) - Self.margin)
    var lines: [[Cell]] = []
    var used = 0
    for cell in cells {
      if lines.isEmpty || used + 1 + cell.width > room {
        lines.append([cell])
        used = cell.width
      } else {
        lines[lines.count - 1].append(cell)
        used += 1 + cell.width
      }
    }
    return lines
  }

  private func row(_ label: String, _ line: [Cell], _ words: (Cell) -> String) -> String {
    var text = StyledText(Self.padded(label, Self.margin), .faint)
    // No blanks at the end of a line.
    let last = line.lastIndex { !words($0).isEmpty } ?? -1
    for (index, cell) in line.enumerated() where index <= last {
      let word = index == last ? words(cell) : Self.padded(words(cell), cell.width + 1)
      text.append(word, cell.sign == " " ? .plain : .match)
    }
    return text.rendered(style) + "\n"
  }

  private func signs(_ line: [Cell]) -> String {
    var text = String(repeating: " ", count: Self.margin)
    for cell in line { text += String(repeating: cell.sign, count: cell.width) + " " }
    while text.last == " " { text.removeLast() }
    return text.isEmpty ? "" : style.apply(.match, to: text) + "\n"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }

  private func wrapped(_ text: String) -> String {
    StyledText(text).wrapped(to: width).map { $0.rendered(style) + "\n" }.joined()
  }
}

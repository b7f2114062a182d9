//! Text in runs of one role each: what tables, articles and evidence are composed of.

internal import QuothBasics

/// A text whose stretches have roles.
public struct StyledText: Hashable, Sendable {
  /// A stretch of one role.
  public struct Run: Hashable, Sendable {
    /// The words; sanitise what comes from articles before it gets here.
    public var text: String
    /// What they are for.
    public let role: TextRole

    public init(_ text: String, _ role: TextRole = .plain) {
      self.text = text
      self.role = role
    }
  }

  /// No two neighbours have one role.
  public private(set) var runs: [Run]

  /// A text of these stretches; neighbours of one role become one.
  public init(_ runs: [Run] = []) {
    self.runs = []
    for run in runs { append(run.text, run.role) }
  }

  /// A text of one role.
  public init(_ text: String, _ role: TextRole = .plain) { self.init([Run(text, role)]) }

  /// Adds a stretch; one of the same role as the last becomes part of it.
  public mutating func append(_ text: String, _ role: TextRole = .plain) {
    guard !text.isEmpty else { return }
    if let last = runs.last, last.role == role {
      runs[runs.count - 1].text += text
    } else {
      runs.append(Run(text, role))
    }
  }

  /// Adds another text, each stretch in its role.
  public mutating func append(_ other: StyledText) {
    for run in other.runs { append(run.text, run.role) }
  }

  /// The words without roles.
  public var plain: String { runs.map(\.text).joined() }
  /// Whether there are no stretches.
  public var isEmpty: Bool { runs.isEmpty }

  /// Terminal columns of the whole.
  public var width: Int { runs.reduce(0) { $0 + DisplayWidth.of($1.text) } }

  /// The text as a terminal shows it.
  public func rendered(_ style: TextStyle) -> String {
    runs.map { style.apply($0.role, to: $0.text) }.joined()
  }
}

// Wrapping.
extension StyledText {
  private typealias Cell = (character: Character, role: TextRole, width: Int)

  /// Lines of at most `columns` columns, broken at blanks; a word that is too long is broken. Line breaks of the
  /// text stay. Without a width only those break.
  public func wrapped(to columns: Int?) -> [StyledText] {
    if let columns, width <= columns, !runs.contains(where: { $0.text.contains("\n") }) { return [self] }
    var lines: [StyledText] = []
    var line: [Cell] = []
    for run in runs {
      for character in run.text {
        if character == "\n" {
          lines.append(contentsOf: StyledText.broken(line, to: columns))
          line.removeAll(keepingCapacity: true)
        } else {
          line.append((character, run.role, DisplayWidth.of(character)))
        }
      }
    }
    return lines + StyledText.broken(line, to: columns)
  }

  private static func broken(_ cells: [Cell], to columns: Int?) -> [StyledText] {
    guard let columns, columns > 0 else { return [styled(cells[...])] }
    var lines: [StyledText] = []
    var start = 0
    while start < cells.count {
      let end = lineEnd(cells, from: start, columns)
      lines.append(styled(trimmed(cells[start..<end])))
      start = end
      while start < cells.count, cells[start].character == " " { start += 1 }
    }
    return lines.isEmpty ? [StyledText()] : lines
  }

  /// Where the line that begins at `start` ends: after its last whole word, or in a word that fills it.
  private static func lineEnd(_ cells: [Cell], from start: Int, _ columns: Int) -> Int {
    var width = 0
    var index = start
    var lastBlank: Int?
    while index < cells.count {
      width += cells[index].width
      if cells[index].character == " " { lastBlank = index }
      // At least one character goes on each line, however wide it is.
      if width > columns { return lastBlank.map { max($0, start + 1) } ?? max(index, start + 1) }
      index += 1
    }
    return cells.count
  }

  private static func trimmed(_ cells: ArraySlice<Cell>) -> ArraySlice<Cell> {
    var cells = cells
    while let last = cells.last, last.character == " " { cells.removeLast() }
    return cells
  }

  private static func styled(_ cells: ArraySlice<Cell>) -> StyledText {
    var text = StyledText()
    var stretch = ""
    var role = TextRole.plain
    for cell in cells {
      if cell.role != role {
        text.append(stretch, role)
        stretch = ""
        role = cell.role
      }
      stretch.append(cell.character)
    }
    text.append(stretch, role)
    return text
  }

  /// The last `columns` columns, begun by `…` when something was cut.
  public func truncatedAtStart(to columns: Int) -> StyledText {
    guard width > columns else { return self }
    var left = columns - 1
    var kept: [Run] = []
    for run in runs.reversed() {
      let characters = Array(run.text)
      var start = characters.count
      while start > 0, DisplayWidth.of(characters[start - 1]) <= left {
        start -= 1
        left -= DisplayWidth.of(characters[start])
      }
      kept.append(Run(String(characters[start...]), run.role))
      if start > 0 {
        kept.append(Run("…", run.role))
        break
      }
    }
    return StyledText(kept.reversed())
  }

  /// The first `columns` columns, ended by `…` when something was cut.
  public func truncated(to columns: Int) -> StyledText {
    guard width > columns else { return self }
    var kept = StyledText()
    var left = columns - 1
    for run in runs {
      for character in run.text {
        let width = DisplayWidth.of(character)
        guard width <= left else {
          kept.append("…", run.role)
          return kept
        }
        kept.append(String(character), run.role)
        left -= width
      }
    }
    return kept
  }
}

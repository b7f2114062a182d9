//! An empty answer, explained: where its rows went.

public import QuothQuery

/// Words a funnel: `quotes 53 → by Raisi 29 → date < 2020 0`, and what would give rows.
public struct FunnelRenderer: Sendable {
  /// Columns that lines are wrapped to; nil leaves each whole.
  public let width: Int?
  /// Whether roles of text have colours.
  public let style: TextStyle

  public init(width: Int? = nil, style: TextStyle = .plain) {
    self.width = width
    self.style = style
  }

  /// The whole explanation, each line ended; lines after the first are indented.
  public func render(_ funnel: Funnel) -> String {
    lines(of: funnel).enumerated().map { index, line in
      let safe = TerminalText.sanitise(line, lineBreaks: .blank)
      let wrapped = StyledText(safe, .faint).wrapped(to: width.map { max(20, $0 - 4) })
      return wrapped.enumerated().map { part, text in
        let indent = index == 0 && part == 0 ? "" : part == 0 ? "  " : "    "
        return indent + text.rendered(style) + "\n"
      }.joined()
    }.joined()
  }

  private func lines(of funnel: Funnel) -> [String] {
    var lines: [String] = []
    if let operation = funnel.operation, funnel.sides.count == 2 {
      let sides = funnel.sides.map { "(\($0.words)) \($0.count)" }
      var text = "where the rows went: \(sides.joined(separator: " \(operation.rawValue) "))"
      text += " → \(funnel.stages.first?.left ?? 0)"
      text += funnel.stages.dropFirst().map { " → \($0.words) \($0.left)" }.joined()
      lines.append(text)
      for side in funnel.sides { lines += side.funnel.flatMap { self.lines(of: $0) } }
    } else {
      let path = funnel.stages.map { "\($0.words) \($0.left)" }.joined(separator: " → ")
      lines.append("where the rows went: \(path)")
    }
    if let instead = funnel.instead { lines.append(FunnelRenderer.words(instead)) }
    for detour in funnel.detours.prefix(3) {
      lines.append("without \(detour.words): \(detour.left) \(unit(funnel, detour.left))")
    }
    return lines
  }

  private static func words(_ instead: Funnel.Instead) -> String {
    switch instead {
    case .range(let field, let least, let greatest) where least == greatest:
      "\(field) here: \(text(least))"
    case .range(let field, let least, let greatest):
      "\(field) here: \(text(least)) to \(text(greatest))"
    case .values(let field, let values):
      "\(field) here: \(values.map { "\($0.words) \($0.left)" }.joined(separator: ", "))"
    case .nothing(let field): "no row here has a value of \(field)"
    }
  }

  private static func text(_ value: Value) -> String { ValueText.of(value, listSeparator: ", ") ?? "–" }

  private func unit(_ funnel: Funnel, _ count: Int) -> String {
    guard let collection = funnel.collection else { return count == 1 ? "group" : "groups" }
    return count == 1 ? collection.singular : collection.rawValue
  }
}

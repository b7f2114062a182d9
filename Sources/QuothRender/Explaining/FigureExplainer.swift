//! How the measures of a row came about: its two-by-two table, the formulas and where they come from.

internal import QuothBasics
public import QuothQuery
internal import QuothStatistics

/// Explains rows of collocates, keywords and variants.
public struct FigureExplainer: Sendable {
  /// Columns that the text must fit in; nil where it may be as wide as it is.
  public let width: Int?
  /// Whether roles of text have colours.
  public let style: TextStyle

  public init(width: Int? = nil, style: TextStyle = .plain) {
    self.width = width
    self.style = style
  }

  /// The explanation of a row; nil where it has no measures.
  public func render(_ row: ResultRow, of answer: ResultTable) -> String? {
    if let alignment = row.alignment {
      return AlignmentRenderer(width: width, style: style).render(alignment)
    }
    guard let table = row.contingency, case .text(let word)? = row.values.first else { return nil }
    let isKeyword = answer.stage == .keywords
    let (part, rest) = isKeyword ? ("these rows", "compared with") : ("in windows", "elsewhere")
    var text = style.apply(.heading, to: TerminalText.sanitise("‘\(word)’", lineBreaks: .blank)) + "\n"
    text += grid([
      ["", "‘\(word)’", "other words", "all"],
      [part, cell("O11", table.o11), cell("O12", table.o12), cell("R1", table.r1)],
      [rest, cell("O21", table.o21), cell("O22", table.o22), cell("R2", table.r2)],
      ["all", cell("C1", table.c1), cell("C2", table.c2), cell("N", table.n)],
    ])
    text += "\nexpected by chance: E11 = R1·C1/N = \(decimal(table.e11))\n"
    let shown = answer.columns.compactMap { AnalysisColumn(rawValue: $0.name)?.measure }
    let measures = shown.isEmpty ? AssociationMeasure.allCases : shown
    text += "\n"
    for measure in measures {
      text += wrapped(
        "\(measure.rawValue) = \(measure.formula) = \(decimal(measure.value(of: table)))  (\(measure.reference))"
      )
    }
    if table.isSmall {
      text += wrapped("Fewer than 5 occurrences, or less than 1 expected: the measures are unsure.")
    }
    return text
  }

  private func cell(_ name: String, _ count: Double) -> String {
    "\(name) \(GroupedDigits.of(Int(count)))"
  }

  private func decimal(_ number: Double) -> String { ValueText.short(.decimal(number)) ?? "no number" }

  private func grid(_ rows: [[String]]) -> String {
    let safe = rows.map { $0.map { TerminalText.sanitise($0, lineBreaks: .blank) } }
    let widths = (safe.first ?? []).indices.map { column in
      safe.map { DisplayWidth.of($0[column]) }.max() ?? 0
    }
    return safe.map { row in
      zip(row, widths).enumerated().map { index, pair in
        let blank = String(repeating: " ", count: pair.1 - DisplayWidth.of(pair.0))
        return index == 0 ? pair.0 + blank : blank + pair.0
      }.joined(separator: "  ") + "\n"
    }.joined()
  }

  private func wrapped(_ text: String) -> String {
    StyledText(text).wrapped(to: width).map { $0.rendered(style) + "\n" }.joined()
  }
}

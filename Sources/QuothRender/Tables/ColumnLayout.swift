//! How wide each column of a table may be.

internal import QuothQuery

/// Shares the width of a terminal among columns.
struct ColumnLayout {
  let isText: [Bool]
  let isNumber: [Bool]
  let isDate: [Bool]
  let layouts: [ResultColumn.Layout]

  /// Texts are not squeezed below this while other columns can give way, nor those below `leastName`.
  static let leastText = 24
  static let leastName = 12
  static let leastOther = 8

  /// Nil when the columns cannot fit: none may be narrower than its head, no date is broken, and words need room.
  func widths(heads: [StyledText], rows: [[StyledText]], width: Int?) -> [Int]? {
    var widths = heads.map(\.width)
    for row in rows {
      for (index, cell) in row.enumerated() { widths[index] = max(widths[index], cell.width) }
    }
    guard let width else { return widths }
    if layouts.contains(.before) || layouts.contains(.after) { return lineWidths(widths, heads, width) }
    let least = widths.indices.map { index in
      if isNumber[index] || isDate[index] || layouts[index] == .plot { return widths[index] }
      let floor = isText[index] ? ColumnLayout.leastName : ColumnLayout.leastOther
      return max(heads[index].width, min(widths[index], floor))
    }
    let available = max(0, width - 2 * (widths.count - 1))
    let natural = widths
    // Half of the table is for what was said, as far as that needs it; the other columns share the rest.
    let textWidth = min(total(widths) { isText[$0] }, max(ColumnLayout.leastText, available / 2))
    shrink(&widths, to: textWidth + total(widths) { !isText[$0] }, floor: ColumnLayout.leastText, least) {
      isText[$0]
    }
    shrink(&widths, to: available, floor: ColumnLayout.leastName, least) { !isText[$0] && !isNumber[$0] }
    for index in widths.indices where isText[index] {
      widths[index] = min(natural[index], widths[index] + max(0, available - widths.reduce(0, +)))
    }
    shrink(&widths, to: available, floor: ColumnLayout.leastName, least) { isText[$0] }
    shrink(&widths, to: available, floor: ColumnLayout.leastOther, least) { !isNumber[$0] }
    return widths.reduce(0, +) <= available ? widths : nil
  }

  /// Of lines around a node, the context on both sides shares alike what the rest leaves.
  private func lineWidths(_ natural: [Int], _ heads: [StyledText], _ width: Int) -> [Int]? {
    var widths = natural
    for index in widths.indices {
      switch layouts[index] {
      case .before, .after: widths[index] = 0
      case .node: widths[index] = min(widths[index], max(heads[index].width, width / 4))
      case .text where !isNumber[index] && !isDate[index]:
        widths[index] = min(widths[index], max(heads[index].width, width / 5))
      case .text, .plot: break
      }
    }
    let contexts = widths.indices.filter { layouts[$0] == .before || layouts[$0] == .after }
    let rest = width - 2 * (widths.count - 1) - widths.reduce(0, +)
    let share = rest / contexts.count
    guard share >= ColumnLayout.leastOther else { return nil }
    for index in contexts { widths[index] = min(natural[index], share) }
    return widths
  }

  private func total(_ widths: [Int], where isChosen: (Int) -> Bool) -> Int {
    widths.indices.filter(isChosen).reduce(0) { $0 + widths[$1] }
  }

  /// Cuts the widest of the chosen columns down to one width, until all fit or the floor is reached.
  private func shrink(
    _ widths: inout [Int], to available: Int, floor: Int, _ least: [Int], where isChosen: (Int) -> Bool
  ) {
    let chosen = widths.indices.filter(isChosen)
    let others = widths.indices.filter { !isChosen($0) }.reduce(0) { $0 + widths[$1] }
    guard widths.reduce(0, +) > available, !chosen.isEmpty else { return }
    var low = floor
    var high = max(floor, chosen.map { widths[$0] }.max() ?? floor)
    while low < high {
      let middle = (low + high + 1) / 2
      let total = chosen.reduce(others) { $0 + min(widths[$1], max(middle, least[$1])) }
      if total <= available { low = middle } else { high = middle - 1 }
    }
    for index in chosen { widths[index] = min(widths[index], max(low, least[index])) }
    giveRest(&widths, of: available - widths.reduce(0, +), to: chosen, cap: low)
  }

  /// Columns that rounding left over go to the first cut column.
  private func giveRest(_ widths: inout [Int], of rest: Int, to chosen: [Int], cap: Int) {
    guard rest > 0, let index = chosen.first(where: { widths[$0] == cap }) else { return }
    widths[index] += rest
  }
}

//! How wide each column of a table may be.

/// Shares the width of a terminal among columns.
struct ColumnLayout {
  let isText: [Bool]
  let isNumber: [Bool]

  /// Texts are not squeezed below this while other columns can give way.
  static let leastText = 24
  static let leastOther = 6

  func widths(heads: [StyledText], rows: [[StyledText]], width: Int?) -> [Int] {
    var widths = heads.map(\.width)
    for row in rows {
      for (index, cell) in row.enumerated() { widths[index] = max(widths[index], cell.width) }
    }
    guard let width else { return widths }
    let available = max(0, width - 2 * (widths.count - 1))
    shrink(&widths, to: available, floor: ColumnLayout.leastText) { isText[$0] }
    shrink(&widths, to: available, floor: ColumnLayout.leastOther) { !isNumber[$0] }
    return widths
  }

  /// Cuts the widest of the chosen columns down to one width, until all fit or the floor is reached.
  private func shrink(_ widths: inout [Int], to available: Int, floor: Int, where isChosen: (Int) -> Bool) {
    let chosen = widths.indices.filter(isChosen)
    let others = widths.indices.filter { !isChosen($0) }.reduce(0) { $0 + widths[$1] }
    guard widths.reduce(0, +) > available, !chosen.isEmpty else { return }
    var low = floor
    var high = max(floor, chosen.map { widths[$0] }.max() ?? floor)
    while low < high {
      let middle = (low + high + 1) / 2
      let total = chosen.reduce(others) { $0 + min(widths[$1], middle) }
      if total <= available { low = middle } else { high = middle - 1 }
    }
    for index in chosen { widths[index] = min(widths[index], low) }
    giveRest(&widths, of: available - widths.reduce(0, +), to: chosen, cap: low)
  }

  /// Columns that rounding left over go to the first cut column.
  private func giveRest(_ widths: inout [Int], of rest: Int, to chosen: [Int], cap: Int) {
    guard rest > 0, let index = chosen.first(where: { widths[$0] == cap }) else { return }
    widths[index] += rest
  }
}

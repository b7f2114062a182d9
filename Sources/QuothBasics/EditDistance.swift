//! How far apart two spellings are, for suggestions.

/// Optimal string alignment distance (Damerau 1964 restricted to adjacent swaps) between byte strings.
public enum EditDistance {
  /// The distance, or nil when it is more than `limit` edits. Compare folded text.
  public static func between(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var beforePrevious = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    var current = beforePrevious
    for row in 0..<left.count {
      current[0] = row + 1
      var best = current[0]
      for column in 0..<right.count {
        let change = left[row] == right[column] ? 0 : 1
        var distance = min(previous[column] + change, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          distance = min(distance, beforePrevious[column - 1] + 1)
        }
        current[column + 1] = distance
        best = min(best, distance)
      }
      if best > limit { return nil }
      (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    return previous[right.count] <= limit ? previous[right.count] : nil
  }

  /// The distance of two strings, folded first; nil when more than `limit`.
  public static func between(_ left: String, _ right: String, limit: Int) -> Int? {
    between(Array(TextFolding.fold(left).utf8), Array(TextFolding.fold(right).utf8), limit: limit)
  }
}

//! Search by halves.

extension RandomAccessCollection where Index == Int {
  /// The first index whose element fails `precedes`, or the end index. All elements that hold must stand before all
  /// that fail.
  @inlinable
  public func firstIndex(notPreceding precedes: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if precedes(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

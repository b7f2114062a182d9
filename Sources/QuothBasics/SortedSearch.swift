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

  /// The same, where it is known to be at `start` or after it and probably is not far: steps double until they go too
  /// far.
  @inlinable
  public func gallop(from start: Int, _ precedes: (Element) -> Bool) -> Int {
    var (low, step) = (start, 1)
    while low < endIndex, precedes(self[low]) {
      let next = low + step
      guard next < endIndex, precedes(self[next]) else {
        return self[(low + 1)..<Swift.min(next, endIndex)].firstIndex(notPreceding: precedes)
      }
      low = next
      step *= 2
    }
    return low
  }
}

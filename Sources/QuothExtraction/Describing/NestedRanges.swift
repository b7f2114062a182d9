//! Which of many ranges, some within others, a place lies in.

internal import QuothBasics

/// Ranges by number, searched by a place in them.
struct NestedRanges {
  private let ranges: [(number: Int, range: Range<Int>)]
  /// The furthest end of the ranges up to each.
  private let reach: [Int]

  init(_ ranges: [(number: Int, range: Range<Int>)]) {
    self.ranges = ranges.sorted {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
    var reach: [Int] = []
    for (_, range) in self.ranges { reach.append(max(reach.last ?? 0, range.upperBound)) }
    self.reach = reach
  }

  /// The shortest range that holds a place; of equally short ones the first by number.
  func innermost(at place: Int) -> Int? {
    var index = ranges.firstIndex(notPreceding: { $0.range.lowerBound <= place }) - 1
    var found: (number: Int, range: Range<Int>)?
    while index >= 0, reach[index] > place {
      let candidate = ranges[index]
      index -= 1
      guard candidate.range.contains(place) else { continue }
      let isShorter =
        found.map { (candidate.range.count, candidate.number) < ($0.range.count, $0.number) } ?? true
      if isShorter { found = candidate }
    }
    return found?.number
  }
}

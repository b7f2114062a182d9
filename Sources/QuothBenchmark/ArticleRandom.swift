//! Random numbers of one article: the same for the same seed and number, whatever was made before.

internal import QuothBasics

/// SplitMix64 (Steele, Lea, Flood 2014), started from a hash of the seed and the article's number.
struct ArticleRandom {
  private var state: UInt64

  init(seed: UInt64, article: Int) {
    var start = ArticleRandom(state: seed)
    start.state ^= start.next() ^ UInt64(article) &* 0xD134_2543_DE82_EF95
    state = start.next()
  }

  private init(state: UInt64) { self.state = state }

  mutating func next() -> UInt64 {
    state &+= SplitMix64.increment
    return SplitMix64.mixed(state)
  }

  /// A number from 0 up to `limit`, each as likely.
  mutating func below(_ limit: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(limit)).high)
  }

  /// Whether something happens that does so `percent` times of a hundred.
  mutating func happens(_ percent: Int) -> Bool { below(100) < percent }

  /// A number in the range, each as likely.
  mutating func number(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

  /// One of these, each as likely.
  mutating func one<Element>(of choices: [Element]) -> Element { choices[below(choices.count)] }
}

/// Places of a ranking by Zipf's law: place r is drawn in proportion to 1 / (r + offset).
///
/// Mandelbrot's offset flattens the top, as of speakers in news: the first is not twice as frequent as the second.
struct ZipfRanks {
  /// Cumulative shares, of 2^64.
  private let ends: [UInt64]

  init(count: Int, offset: Double) {
    let weights = (0..<count).map { 1 / (Double($0) + offset) }
    let total = weights.reduce(0, +)
    var sum = 0.0
    ends = weights.map { weight in
      sum += weight
      return UInt64(min(sum / total, 0.999_999_999) * 0x1p64)
    }
  }

  func place(_ random: inout ArticleRandom) -> Int {
    let drawn = random.next()
    var (low, high) = (0, ends.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] <= drawn { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

//! Which quotations share telling words, without looking at all pairs.

/// An inverted index of wordings by content words, and by pairs of content words that stand close together.
///
/// Wordings are known by rank: their place when the fullest comes first, copies of one as one. Each term keeps its
/// fullest wordings only, so that the work for one wording does not grow with their number.
struct WordingIndex {
  /// Wordings that a term leads to, at most.
  static let mostWordings = 40

  /// First entry of each bucket.
  private var starts: [Int32]
  private var ranks: [Int32]
  /// What tells the terms of one bucket apart.
  private var tags: [UInt32]
  private let mask: UInt64

  /// `order` is the wordings by rank.
  init(_ store: WordingStore, _ weights: WordWeights, order: [Copies]) {
    var count = 0
    for copies in order {
      Self.forEachTerm(of: copies.first, store, weights) { _, _ in count += 1 }
    }
    var buckets = 1024
    while buckets < count { buckets *= 2 }
    let mask = UInt64(buckets - 1)
    var starts = [Int32](repeating: 0, count: buckets + 1)
    for copies in order {
      Self.forEachTerm(of: copies.first, store, weights) { term, _ in
        starts[Int(term & mask) + 1] += 1
      }
    }
    for bucket in 0..<buckets { starts[bucket + 1] += starts[bucket] }
    var next = starts
    var ranks = [Int32](repeating: 0, count: count)
    var tags = [UInt32](repeating: 0, count: count)
    for (rank, copies) in order.enumerated() {
      Self.forEachTerm(of: copies.first, store, weights) { term, _ in
        let bucket = Int(term & mask)
        (ranks[Int(next[bucket])], tags[Int(next[bucket])]) = (Int32(rank), Self.tag(of: term))
        next[bucket] += 1
      }
    }
    (self.starts, self.ranks, self.tags, self.mask) = (starts, ranks, tags, mask)
  }

  /// Calls back with the wordings of ranks below `rank` that share a term.
  @inline(__always)
  func forEachRank(below rank: Int, sharing term: UInt64, _ body: (Int) -> Void) {
    let bucket = Int(term & mask)
    let tag = Self.tag(of: term)
    var left = Self.mostWordings
    var previous = -1
    for entry in Int(starts[bucket])..<Int(starts[bucket + 1]) {
      let other = Int(ranks[entry])
      if other >= rank || left == 0 { return }
      if tags[entry] != tag || other == previous { continue }
      body(other)
      previous = other
      left -= 1
    }
  }

  /// Calls back with the terms of a wording and what they weigh. Words of grammar are none; words are taken by their
  /// beginning, so that the forms of a word are one term.
  static func forEachTerm(
    of wording: Wording, _ store: WordingStore, _ weights: WordWeights, _ body: (UInt64, Float) -> Void
  ) {
    // The content words before this one, the nearest last.
    var (further, nearer): (UInt64?, UInt64?) = (nil, nil)
    var (furtherWeight, nearerWeight): (Float, Float) = (0, 0)
    for place in wording.words {
      let word = store.codes[place]
      guard store.words.natures[Int(word)] != .function else { continue }
      let beginning = store.words.beginnings[Int(word)]
      let key = beginning == 0 ? UInt64(UInt32(word)) | 1 << 40 : UInt64(beginning)
      let weight = weights.words[Int(word)]
      if store.words.natures[Int(word)] == .content { body(PairTable.mix(key), weight) }
      if let nearer { body(pair(nearer, key), nearerWeight + weight) }
      if let further { body(pair(further, key), furtherWeight + weight) }
      (further, furtherWeight) = (nearer, nearerWeight)
      (nearer, nearerWeight) = (key, weight)
    }
  }

  private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    PairTable.mix(PairTable.mix(first) &+ second)
  }

  @inline(__always) private static func tag(of term: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: term >> 32)
  }
}

//! How often words, and pairs of neighbouring words, come up in quotations.

/// Counts over quotations of which none is counted twice: an utterance that a hundred outlets print alike says as
/// much about the language as one that a single outlet prints.
struct PhraseCounts {
  /// Occurrences of each word by number.
  private(set) var words: [Int32] = []
  private(set) var pairs = PairCounts()
  /// Words counted in all.
  private(set) var total = 0
  private var seen: Set<UInt64> = []

  mutating func add(_ sequence: ArraySlice<Int32>) {
    guard !sequence.isEmpty, seen.insert(Self.fingerprint(of: sequence)).inserted else { return }
    var previous: Int32 = -1
    for word in sequence {
      while words.count <= Int(word) { words.append(0) }
      words[Int(word)] += 1
      if previous >= 0 { pairs.add(previous, word) }
      previous = word
    }
    total += sequence.count
  }

  func count(of word: Int32) -> Int { Int(word) < words.count ? Int(words[Int(word)]) : 0 }

  /// A number that two sequences of words share only by a chance of one in 2⁶⁴.
  static func fingerprint(of sequence: ArraySlice<Int32>) -> UInt64 {
    var fingerprint: UInt64 = 0x9E37_79B9_7F4A_7C15
    for word in sequence { fingerprint = PairCounts.mix(fingerprint ^ UInt64(UInt32(bitPattern: word))) }
    return fingerprint
  }
}

/// Counts of pairs of words: a table of open addresses.
struct PairCounts {
  private static let free = UInt64.max
  private var keys = [UInt64](repeating: free, count: 1 << 10)
  private var counts = [Int32](repeating: 0, count: 1 << 10)
  private var used = 0

  mutating func add(_ first: Int32, _ second: Int32) {
    let key = Self.key(first, second)
    let slot = slot(of: key)
    counts[slot] += 1
    guard keys[slot] == Self.free else { return }
    keys[slot] = key
    used += 1
    if 2 * used > keys.count { grow() }
  }

  func count(_ first: Int32, _ second: Int32) -> Int { Int(counts[slot(of: Self.key(first, second))]) }

  private static func key(_ first: Int32, _ second: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
  }

  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: Self.mix(key)) & mask
    while keys[slot] != key, keys[slot] != Self.free { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldCounts) = (keys, counts)
    keys = [UInt64](repeating: Self.free, count: 2 * oldKeys.count)
    counts = [Int32](repeating: 0, count: 2 * oldKeys.count)
    for (index, key) in oldKeys.enumerated() where key != Self.free {
      let slot = slot(of: key)
      (keys[slot], counts[slot]) = (key, oldCounts[index])
    }
  }

  /// Spreads the bits of a number (the finalizer of SplitMix64; Steele, Lea, Flood 2014).
  @inline(__always) static func mix(_ number: UInt64) -> UInt64 {
    var mixed = number &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

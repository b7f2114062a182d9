//! How often words, and pairs of neighbouring words, come up in quotations.

internal import QuothBasics

/// Counts over quotations of which no wording is counted twice, and no utterance more often than three times.
///
/// What a hundred outlets print says as much about the language as what one prints, word for word or with changes.
/// So of the quotations that share more than half of their content words, and four, with a longer one, only two are
/// counted besides it: one more than the two that are compared, which the weights leave out.
struct PhraseCounts {
  /// Occurrences of each word by number.
  private(set) var words: [Int32]
  private(set) var pairs = PairTable()
  /// Words counted in all.
  private(set) var total = 0

  init(_ sample: PhraseSample, _ compared: ComparedWords) {
    words = [Int32](repeating: 0, count: compared.count)
    var families = PhraseFamilies(compared)
    for sequence in sample.longestFirst() where families.counts(sequence) { add(sequence) }
  }

  private mutating func add(_ sequence: ArraySlice<Int32>) {
    var previous: Int32 = -1
    for word in sequence {
      words[Int(word)] += 1
      if previous >= 0 { pairs.increment(previous, word) }
      previous = word
    }
    total += sequence.count
  }

  func count(of word: Int32) -> Int { Int(words[Int(word)]) }
}

/// The distinct word sequences that are to be counted.
struct PhraseSample {
  private var codes: [Int32] = []
  /// Where each sequence ends, and what tells it apart.
  private var sequences: [(end: Int, fingerprint: UInt64)] = []
  private var seen: Set<UInt64> = []

  mutating func add(_ sequence: [Int32], _ words: ComparedWords) {
    let fingerprint = words.fingerprint(of: sequence[...])
    guard !sequence.isEmpty, seen.insert(fingerprint).inserted else { return }
    codes += sequence
    sequences.append((codes.count, fingerprint))
  }

  /// The sequences in an order that does not depend on the one they came in.
  fileprivate func longestFirst() -> [ArraySlice<Int32>] {
    var start = 0
    var sorted: [(range: Range<Int>, fingerprint: UInt64)] = []
    for (end, fingerprint) in sequences {
      sorted.append((start..<end, fingerprint))
      start = end
    }
    sorted.sort {
      $0.range.count != $1.range.count
        ? $0.range.count > $1.range.count : $0.fingerprint < $1.fingerprint
    }
    return sorted.map { codes[$0.range] }
  }
}

/// Tells renderings of one utterance from utterances of their own, roughly: by the content words they share with the
/// longest rendering, found by pairs of content words in a row.
private struct PhraseFamilies {
  /// This share of the content words of the shorter one makes a family, and no fewer words: fewer are a usual phrase.
  private static let leastShared = (share: 0.55, words: 4)
  /// Sequences of one family that are counted, at most.
  private static let mostCounted = 3
  /// Families that a sequence is held against, at most.
  private static let mostTried = 6

  private let words: ComparedWords
  /// For each pair of content words, the first family that has it; families count from 1.
  private var families = PairTable()
  /// The content words of the longest of each family, sorted, end to end.
  private var terms: [Int32] = []
  private var ends: [Int] = [0]
  private var sizes: [Int] = []
  // Working memory.
  private var own: [Int32] = []

  init(_ words: ComparedWords) { self.words = words }

  /// Whether it is to be counted: fewer longer sequences of its family than are counted came before.
  mutating func counts(_ sequence: ArraySlice<Int32>) -> Bool {
    own.removeAll(keepingCapacity: true)
    for word in sequence where words.natures[Int(word)] != .function { own.append(words.stems[Int(word)]) }
    var tried: [Int] = []
    for (first, second) in zip(own, own.dropFirst()) where tried.count < Self.mostTried {
      let family = families.value(first, second)
      if family > 0, !tried.contains(family) { tried.append(family) }
    }
    let sorted = own.sorted()
    let known = tried.first { belongs(sorted, to: $0) }
    let family = Int32(known ?? ends.count)
    for (first, second) in zip(own, own.dropFirst()) { families.claim(first, second, for: family) }
    if let known {
      sizes[known - 1] += 1
      return sizes[known - 1] <= Self.mostCounted
    }
    sizes.append(1)
    terms += sorted
    ends.append(terms.count)
    return true
  }

  private func belongs(_ own: [Int32], to family: Int) -> Bool {
    let others = terms[ends[family - 1]..<ends[family]]
    var (left, right, shared) = (own.startIndex, others.startIndex, 0)
    while left < own.endIndex, right < others.endIndex {
      if own[left] == others[right] {
        (left, right, shared) = (left + 1, right + 1, shared + 1)
      } else if own[left] < others[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return shared >= Self.leastShared.words
      && Double(shared) >= Self.leastShared.share * Double(min(own.count, others.count))
  }
}

/// A number for each pair of numbers: a table of open addresses.
struct PairTable {
  private static let free = UInt64.max
  private var keys = [UInt64](repeating: free, count: 1 << 10)
  private var values = [Int32](repeating: 0, count: 1 << 10)
  private var used = 0

  mutating func increment(_ first: Int32, _ second: Int32) {
    let key = Self.key(first, second)
    let slot = slot(of: key)
    values[slot] += 1
    occupy(slot, key)
  }

  /// The number of a pair, 0 for one that has none.
  func value(_ first: Int32, _ second: Int32) -> Int { Int(values[slot(of: Self.key(first, second))]) }

  /// Gives a pair a number, if it has none.
  mutating func claim(_ first: Int32, _ second: Int32, for number: Int32) {
    let key = Self.key(first, second)
    let slot = slot(of: key)
    guard keys[slot] == Self.free else { return }
    values[slot] = number
    occupy(slot, key)
  }

  private mutating func occupy(_ slot: Int, _ key: UInt64) {
    guard keys[slot] == Self.free else { return }
    keys[slot] = key
    used += 1
    if 2 * used > keys.count { grow() }
  }

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
    let (oldKeys, oldValues) = (keys, values)
    keys = [UInt64](repeating: Self.free, count: 2 * oldKeys.count)
    values = [Int32](repeating: 0, count: 2 * oldKeys.count)
    for (index, key) in oldKeys.enumerated() where key != Self.free {
      let slot = slot(of: key)
      (keys[slot], values[slot]) = (key, oldValues[index])
    }
  }

  /// Spreads the bits of a number.
  @inline(__always) static func mix(_ number: UInt64) -> UInt64 {
    SplitMix64.mixed(number &+ SplitMix64.increment)
  }
}

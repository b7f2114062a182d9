//! Finds patterns of words in text.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery
internal import Synchronization

/// How many pairs of matches an analysis may try in all its texts together. Several threads spend one allowance, so that
/// whether it is enough does not depend on their number.
final class PairAllowance: Sendable {
  /// Enough for any question with words in it; `* NEAR/100 *` takes it up with a thousand sentences.
  static let limit = 1 << 20

  private let spent = Atomic(0)

  /// Takes one pair; false when there are none left.
  func spend() -> Bool { spent.add(1, ordering: .relaxed).newValue <= Self.limit }
}

/// Finds one pattern of words in any number of texts. Keeps its working memory between texts.
final class TextMatcher {
  /// Pairs of matches that are tried in one text; `NEAR` after `NEAR` multiplies them.
  static let pairLimit = 1 << 18
  /// Pairs tried between two looks at the watch.
  private static let pairsBetweenLooks = 4096

  private let source: TextPattern
  private let pattern: CompiledPattern
  private let probes: [WordProbe]
  private let watch: ExecutionWatch
  private let allowance: PairAllowance?
  private var words: [Range<Int>] = []
  /// The number of the sentence of each word.
  private var sentences: [Int32] = []
  private var scratch: [UInt8] = []
  /// Pairs tried in the text at hand.
  private var pairs = 0

  /// `allowance` is what all texts of a query may take together.
  init(_ pattern: TextPattern, watch: ExecutionWatch, allowance: PairAllowance? = nil) {
    source = pattern
    self.watch = watch
    self.allowance = allowance
    let compiled = CompiledPattern(pattern)
    self.pattern = compiled
    probes = compiled.probes
  }

  /// Whether a match can go over the end of a sentence.
  var hasSeveralWords: Bool {
    if case .sequence(let matchers) = pattern { matchers.count > 1 } else { true }
  }

  /// Whether the text holds the pattern anywhere within a sentence: one ends at each edge, given in bytes of the text, and
  /// where `SentenceGap` says so. Where that takes too many pairs the query has to end.
  func holds(_ text: UnsafeBufferPointer<UInt8>, edges: [Int] = []) -> Bool {
    for probe in probes where !probe.mayOccur(in: text) { return false }
    switch pattern {
    case .sequence(let matchers):
      if matchers.count == 1 { return holdsWord(matchers[0], text) }
      scan(text, edges)
      let opening = WordOpening(matchers.first)
      return words.indices.contains {
        opening.allows(text[words[$0].lowerBound]) && matches(matchers, at: $0, text)
      }
    case .near:
      scan(text, edges)
      var isFound = false
      let outcome = forEachSpan(of: pattern, in: text) { _ in
        isFound = true
        return .stop
      }
      if outcome == .tooMany { watch.report(.patternTooCostly(source)) }
      return isFound
    }
  }

  /// Whether the text holds the pattern, a sequence, with the word at `place` of it beginning in this part of the text.
  /// A word of the text begins where the part does, or after it.
  func holds(_ text: UnsafeBufferPointer<UInt8>, wordAt place: Int, in part: Range<Int>) -> Bool {
    guard case .sequence(let matchers) = pattern, matchers.indices.contains(place) else { return holds(text) }
    let opening = WordOpening(matchers[place])
    var index = part.lowerBound
    while let word = WordScanner.nextWord(in: text, from: index, to: text.count),
      word.lowerBound < part.upperBound
    {
      index = word.upperBound
      if opening.allows(text[word.lowerBound]), matchers[place].matches(text[word], scratch: &scratch),
        follow(matchers[(place + 1)...], after: word, text),
        precede(matchers[..<place], before: word, text)
      {
        return true
      }
    }
    return false
  }

  /// Whether the next words fit.
  private func follow(
    _ matchers: ArraySlice<WordMatcher>, after word: Range<Int>, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var (index, last) = (word.upperBound, word)
    for matcher in matchers {
      guard let word = WordScanner.nextWord(in: text, from: index, to: text.count),
        !SentenceGap.ends(text, after: last, before: word), matcher.matches(text[word], scratch: &scratch)
      else { return false }
      (index, last) = (word.upperBound, word)
    }
    return true
  }

  /// Whether the last words before a place fit. Words are found from the left only, so this goes back to a blank, where
  /// words end whatever follows, and each time twice as far until there are enough.
  private func precede(
    _ matchers: ArraySlice<WordMatcher>, before next: Range<Int>, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if matchers.isEmpty { return true }
    let end = next.lowerBound
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") }
    var start = end
    var stretch = 16 * matchers.count
    while start > 0, !watch.mustEnd() {
      start = max(0, end - stretch)
      stretch *= 2
      while start > 0, !isBlank(text[start - 1]) { start -= 1 }
      words.removeAll(keepingCapacity: true)
      WordScanner.forEachWord(in: text, start..<end) { words.append($0) }
      if words.count >= matchers.count {
        let before = words.suffix(matchers.count)
        return zip(before, matchers).allSatisfy { word, matcher in
          matcher.matches(text[word], scratch: &scratch)
        }
          && zip(before, before.dropFirst() + [next]).allSatisfy {
            !SentenceGap.ends(text, after: $0, before: $1)
          }
      }
    }
    return false
  }

  /// The byte ranges of all the words that take part in a match, in order, each once; of the matches among the pairs
  /// that may be tried, which are all in all but texts full of them.
  func marks(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    if case .sequence(let matchers) = pattern { return extents(of: matchers, in: text) }
    scan(text)
    var parts: Set<Range<Int>> = []
    let outcome = forEachSpan(of: pattern, in: text) { span in
      parts.formUnion(span.parts)
      return .goOn
    }
    if outcome == .tooMany, allowance != nil { watch.report(.patternTooCostly(source)) }
    return parts.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
      .map { words[$0.lowerBound].lowerBound..<words[$0.upperBound - 1].upperBound }
  }

  /// The byte ranges from the first word of each match to its last, in order, each once.
  func extents(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    for probe in probes where !probe.mayOccur(in: text) { return [] }
    if case .sequence(let matchers) = pattern { return extents(of: matchers, in: text) }
    scan(text)
    var extents: Set<Range<Int>> = []
    let outcome = forEachSpan(of: pattern, in: text) { span in
      extents.insert(span.extent)
      return .goOn
    }
    if outcome == .tooMany { watch.report(.patternTooCostly(source)) }
    return extents.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
      .map { words[$0.lowerBound].lowerBound..<words[$0.upperBound - 1].upperBound }
  }

  /// The same for words in a row, with the words scanned one by one.
  private func extents(
    of matchers: [WordMatcher], in text: UnsafeBufferPointer<UInt8>
  ) -> [Range<Int>] {
    guard let first = matchers.first else { return [] }
    let opening = WordOpening(first)
    var found: [Range<Int>] = []
    var scratch: [UInt8] = []
    var index = 0
    while let word = WordScanner.nextWord(in: text, from: index, to: text.count) {
      index = word.upperBound
      guard opening.allows(text[word.lowerBound]), first.matches(text[word], scratch: &scratch) else {
        continue
      }
      var (end, last) = (index, word)
      let isWhole = matchers.dropFirst().allSatisfy { matcher in
        guard let next = WordScanner.nextWord(in: text, from: end, to: text.count),
          !SentenceGap.ends(text, after: last, before: next)
        else { return false }
        (end, last) = (next.upperBound, next)
        return matcher.matches(text[next], scratch: &scratch)
      }
      if isWhole { found.append(word.lowerBound..<end) }
    }
    return found
  }

  /// Reads the words of a text, and which sentence of it each belongs to.
  private func scan(_ text: UnsafeBufferPointer<UInt8>, _ edges: [Int] = []) {
    words.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
    pairs = 0
    var (sentence, edge): (Int32, Int) = (0, 0)
    WordScanner.forEachWord(in: text, 0..<text.count) { word in
      var begins = words.last.map { SentenceGap.ends(text, after: $0, before: word) } ?? false
      while edge < edges.count, edges[edge] <= word.lowerBound {
        begins = true
        edge += 1
      }
      if begins { sentence += 1 }
      words.append(word)
      sentences.append(sentence)
    }
  }

  private func holdsWord(_ matcher: WordMatcher, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let opening = WordOpening(matcher)
    var index = 0
    while let word = WordScanner.nextWord(in: text, from: index, to: text.count) {
      if opening.allows(text[word.lowerBound]), matcher.matches(text[word], scratch: &scratch) { return true }
      index = word.upperBound
    }
    return false
  }

  private func matches(
    _ matchers: [WordMatcher], at first: Int, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let last = first + matchers.count - 1
    guard !matchers.isEmpty, last < words.count, sentences[first] == sentences[last] else { return false }
    for (place, matcher) in matchers.enumerated()
    where !matcher.matches(text[words[first + place]], scratch: &scratch) { return false }
    return true
  }
}

// MARK: - Nearness

/// A match, in numbers of words: its whole extent, and the word sequences that make it, from left to right.
private struct WordSpan {
  let extent: Range<Int>
  let parts: [Range<Int>]

  init(_ part: Range<Int>) {
    extent = part
    parts = [part]
  }

  init(_ left: WordSpan, _ right: WordSpan) {
    extent =
      min(
        left.extent.lowerBound, right.extent.lowerBound)..<max(
        left.extent.upperBound, right.extent.upperBound)
    parts = (left.parts + right.parts).sorted { $0.lowerBound < $1.lowerBound }
  }

  func shares(_ other: WordSpan) -> Bool {
    parts.contains { part in other.parts.contains { part.overlaps($0) } }
  }
}

private indirect enum CompiledPattern {
  case sequence([WordMatcher])
  case near(CompiledPattern, CompiledPattern, distance: Int)

  init(_ pattern: TextPattern) {
    switch pattern {
    case .sequence(let words): self = .sequence(words.map(WordMatcher.init))
    case .near(let left, let right, let distance):
      self = .near(CompiledPattern(left), CompiledPattern(right), distance: distance)
    }
  }
}

extension CompiledPattern {
  /// Letters that a text must hold for the pattern to match: of every sequence, those of its longest word.
  fileprivate var probes: [WordProbe] {
    switch self {
    case .sequence(let matchers):
      let letters = matchers.compactMap(\.requiredLetters).max { $0.count < $1.count }
      return letters.flatMap(WordProbe.init).map { [$0] } ?? []
    case .near(let left, let right, _): return left.probes + right.probes
    }
  }
}

/// What to do after a match, and what came of looking for all.
private enum Search {
  case goOn, stop
  /// The pairs ran out, or the query has to end.
  case tooMany
}

extension TextMatcher {
  /// Calls back with the matches in the words scanned last, until it says to stop.
  private func forEachSpan(
    of pattern: CompiledPattern, in text: UnsafeBufferPointer<UInt8>, _ body: (WordSpan) -> Search
  ) -> Search {
    switch pattern {
    case .sequence(let matchers):
      for first in words.indices where matches(matchers, at: first, text) {
        let next = body(WordSpan(first..<first + matchers.count))
        if next != .goOn { return next }
      }
      return .goOn
    case .near(let left, let right, let distance):
      // The right side is words alone, which are sooner looked for than what NEAR joins.
      guard let rights = spans(of: right, in: text) else { return .tooMany }
      guard let lefts = rights.isEmpty ? [] : spans(of: left, in: text) else { return .tooMany }
      return join(lefts, rights, distance: distance, body)
    }
  }

  /// All matches by where they start, each set of words once; nil when the pairs run out.
  private func spans(of pattern: CompiledPattern, in text: UnsafeBufferPointer<UInt8>) -> [WordSpan]? {
    var spans: [WordSpan] = []
    var seen: Set<[Range<Int>]> = []
    let outcome = forEachSpan(of: pattern, in: text) { span in
      if span.parts.count == 1 || seen.insert(span.parts).inserted { spans.append(span) }
      return .goOn
    }
    if outcome == .tooMany { return nil }
    return spans.sorted { $0.extent.lowerBound < $1.extent.lowerBound }
  }

  /// Pairs of spans that share no word and have at most `distance` words between them; one that stands
  /// within the other's extent has none between.
  private func join(
    _ lefts: [WordSpan], _ rights: [WordSpan], distance: Int, _ body: (WordSpan) -> Search
  ) -> Search {
    let longest = rights.map(\.extent.count).max() ?? 0
    var start = 0
    for left in lefts {
      let earliest = left.extent.lowerBound - distance - longest
      while start < rights.count, rights[start].extent.lowerBound < earliest { start += 1 }
      for right in rights[start...] {
        let after = right.extent.lowerBound - left.extent.upperBound
        if after > distance { break }
        if !mayTryAnother() { return .tooMany }
        let before = left.extent.lowerBound - right.extent.upperBound
        guard max(after, before) <= distance, areOneSentence(left, right), !left.shares(right) else {
          continue
        }
        let next = body(WordSpan(left, right))
        if next != .goOn { return next }
      }
    }
    return .goOn
  }

  private func areOneSentence(_ left: WordSpan, _ right: WordSpan) -> Bool {
    sentences[left.extent.lowerBound] == sentences[right.extent.lowerBound]
  }

  private func mayTryAnother() -> Bool {
    pairs += 1
    if let allowance, !allowance.spend() { return false }
    if pairs.isMultiple(of: TextMatcher.pairsBetweenLooks), watch.mustEnd() { return false }
    return pairs <= TextMatcher.pairLimit
  }
}

extension Article {
  /// Where sentences begin within a range, but for its start: in bytes from there, ascending.
  func sentenceEdges(within range: TextRange) -> [Int] {
    var edges: [Int] = []
    var index = sentences.firstIndex(notPreceding: { $0.range.start <= range.start })
    while index < sentences.endIndex, sentences[index].range.start < range.end {
      edges.append(sentences[index].range.start - range.start)
      index += 1
    }
    return edges
  }
}

//! Finds patterns of words in text.

internal import QuothBasics
internal import QuothQuery

/// Finds one pattern of words in any number of texts. Keeps its working memory between texts.
final class TextMatcher {
  private let pattern: CompiledPattern
  private let probes: [WordProbe]
  private var words: [Range<Int>] = []
  private var scratch: [UInt8] = []

  init(_ pattern: TextPattern) {
    let compiled = CompiledPattern(pattern)
    self.pattern = compiled
    probes = compiled.probes
  }

  /// Whether the text holds the pattern anywhere.
  func holds(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for probe in probes where !probe.mayOccur(in: text) { return false }
    switch pattern {
    case .sequence(let matchers):
      if matchers.count == 1 { return holdsWord(matchers[0], text) }
      scan(text)
      let opening = WordOpening(matchers.first)
      return words.indices.contains {
        opening.allows(text[words[$0].lowerBound]) && matches(matchers, at: $0, text)
      }
    case .near:
      scan(text)
      return !spans(of: pattern, in: text).isEmpty
    }
  }

  /// The byte ranges of all the words that take part in a match, in order, each once.
  func marks(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    scan(text)
    let parts = Set(spans(of: pattern, in: text).flatMap(\.parts))
    return parts.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
      .map { words[$0.lowerBound].lowerBound..<words[$0.upperBound - 1].upperBound }
  }

  private func scan(_ text: UnsafeBufferPointer<UInt8>) {
    words.removeAll(keepingCapacity: true)
    WordScanner.forEachWord(in: text, 0..<text.count) { words.append($0) }
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
    guard !matchers.isEmpty, first + matchers.count <= words.count else { return false }
    for (place, matcher) in matchers.enumerated()
    where !matcher.matches(text[words[first + place]], scratch: &scratch) { return false }
    return true
  }
}

// MARK: - Nearness

/// A match, in numbers of words: its whole extent, and the word sequences that make it.
private struct WordSpan {
  let extent: Range<Int>
  let parts: [Range<Int>]

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

extension TextMatcher {
  /// All matches in the words scanned last, by where they start.
  private func spans(of pattern: CompiledPattern, in text: UnsafeBufferPointer<UInt8>) -> [WordSpan] {
    switch pattern {
    case .sequence(let matchers):
      return (0..<words.count).filter { matches(matchers, at: $0, text) }.map { first in
        let extent = first..<first + matchers.count
        return WordSpan(extent: extent, parts: [extent])
      }
    case .near(let left, let right, let distance):
      let lefts = spans(of: left, in: text)
      let rights = lefts.isEmpty ? [] : spans(of: right, in: text)
      return TextMatcher.join(lefts, rights, distance: distance)
    }
  }

  /// Pairs of spans that share no word and have at most `distance` words between them; one that stands
  /// within the other's extent has none between.
  private static func join(_ lefts: [WordSpan], _ rights: [WordSpan], distance: Int) -> [WordSpan] {
    let longest = rights.map(\.extent.count).max() ?? 0
    var joined: [WordSpan] = []
    var start = 0
    for left in lefts {
      let earliest = left.extent.lowerBound - distance - longest
      while start < rights.count, rights[start].extent.lowerBound < earliest { start += 1 }
      for right in rights[start...] {
        if right.extent.lowerBound - left.extent.upperBound > distance { break }
        let after = right.extent.lowerBound - left.extent.upperBound
        let before = left.extent.lowerBound - right.extent.upperBound
        guard max(after, before) <= distance, !left.shares(right) else { continue }
        let extent =
          min(
            left.extent.lowerBound, right.extent.lowerBound)..<max(
            left.extent.upperBound, right.extent.upperBound)
        joined.append(WordSpan(extent: extent, parts: left.parts + right.parts))
      }
    }
    return joined.sorted { $0.extent.lowerBound < $1.extent.lowerBound }
  }
}

//! Where a pattern can be found, as far as an index of words can tell.

internal import QuothQuery

extension WordIndex {
  /// The paragraphs that hold the words of a pattern; nil when the pattern names no word. A text that matches
  /// overlaps paragraphs that hold them all, though not each paragraph needs to hold each.
  func requirements(of pattern: TextPattern) -> [NumberSet]? {
    switch pattern {
    case .sequence(let words):
      let required = words.compactMap { paragraphs(with: WordMatcher($0)) }
      return required.isEmpty ? nil : required
    case .near(let left, let right, _):
      let sides = [requirements(of: left), requirements(of: right)].compactMap(\.self)
      return sides.isEmpty ? nil : sides.flatMap(\.self)
    }
  }

  private func paragraphs(with matcher: WordMatcher) -> NumberSet? {
    let fitting: [Int]
    switch matcher {
    case .any: return nil
    case .literal(let letters): fitting = words.number(of: letters).map { [$0] } ?? []
    case .prefix(let letters): fitting = words(beginningWith: letters)
    case .glob(let letters): fitting = words(fitting: letters)
    }
    var set = NumberSet(limit: paragraphCount)
    for word in fitting { forEachParagraph(with: word) { set.insert(Int($0)) } }
    return set
  }
}

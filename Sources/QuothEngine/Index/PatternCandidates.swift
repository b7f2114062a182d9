//! Where a pattern can be found, as far as an index of words can tell.

internal import QuothModel
internal import QuothQuery

/// The words of an index that fit one word of a pattern, or a part of an expression.
struct FittingWords {
  let words: [Int]
  /// In how many paragraphs they stand, added up.
  let paragraphCount: Int

  fileprivate init(_ words: [Int], _ index: WordIndex) {
    self.words = words
    paragraphCount = words.reduce(0) { $0 + Int(index.paragraphFrequencies[$1]) }
  }
}

extension WordIndex {
  /// The words that each word of a pattern asks for; those that any word fits are left out. A text that matches overlaps
  /// paragraphs that hold one of each, though not each paragraph needs to hold each.
  func requirements(of pattern: TextPattern) -> [FittingWords] {
    switch pattern {
    case .sequence(let words): words.compactMap { fitting(WordMatcher($0)) }
    case .near(let left, let right, _): requirements(of: left) + requirements(of: right)
    }
  }

  /// The words that fit; nil where all do.
  func fitting(_ matcher: WordMatcher) -> FittingWords? {
    switch matcher {
    case .any: nil
    case .literal(let letters): FittingWords(words.number(of: letters).map { [$0] } ?? [], self)
    case .prefix(let letters): FittingWords(words(beginningWith: letters), self)
    case .glob(let letters): FittingWords(words(fitting: letters), self)
    }
  }

  /// The paragraphs that hold one of these words.
  func paragraphs(with fitting: FittingWords) -> NumberSet {
    var set = NumberSet(limit: paragraphCount)
    for word in fitting.words { forEachParagraph(with: word) { set.insert(Int($0)) } }
    return set
  }

  // MARK: Regular expressions

  /// The words in which an expression matches; nil when that takes too many steps, or the query is over.
  private func words(holding expression: String, _ limits: ExecutionLimits) -> [Int]? {
    let watch = ExecutionWatch(limits)
    guard let matcher = try? RegexMatcher(expression, watch: watch) else { return nil }
    var found: [Int] = []
    // All words end to end: a match that goes on into the next word is one too many, and none is missed.
    words.withLetters { letters in
      var start = 0
      while start < letters.count, let match = matcher.firstMatch(inComposed: letters, from: start) {
        let word = words.number(at: match.lowerBound)
        found.append(word)
        start = words.end(of: word)
      }
    }
    return watch.failure == nil ? found : nil
  }

  /// Sets of paragraphs of which a text that matches overlaps one each; nil where the index is of no help.
  func requirements(of needs: RegexNeeds, _ limits: ExecutionLimits) -> [NumberSet]? {
    let parts: [RegexNeed]
    if case .all(let needs) = needs.need { parts = needs } else { parts = [needs.need] }
    let sets = parts.compactMap { paragraphs(for: $0, needs.staysInLine, limits) }
    guard let first = sets.first else { return nil }
    guard needs.staysInLine else { return sets }
    return [sets.dropFirst().reduce(into: first) { $0.formIntersection($1) }]
  }

  /// The paragraphs of which a match overlaps one.
  private func paragraphs(
    for need: RegexNeed, _ staysInLine: Bool, _ limits: ExecutionLimits
  ) -> NumberSet? {
    switch need {
    case .nothing: return nil
    case .word(let expression):
      guard let words = words(holding: expression, limits) else { return nil }
      let fitting = FittingWords(words, self)
      // What nearly all paragraphs hold helps nobody.
      return fitting.paragraphCount * 2 > paragraphCount ? nil : paragraphs(with: fitting)
    case .all(let needs):
      let sets = needs.compactMap { paragraphs(for: $0, staysInLine, limits) }
      guard let first = sets.first else { return nil }
      // Over several lines, the words can stand in several paragraphs: one of them is as good as all.
      return staysInLine ? sets.dropFirst().reduce(into: first) { $0.formIntersection($1) } : first
    case .any(let needs):
      let sets = needs.compactMap { paragraphs(for: $0, staysInLine, limits) }
      guard sets.count == needs.count, let first = sets.first else { return nil }
      return sets.dropFirst().reduce(into: first) { $0.formUnion($1) }
    }
  }
}

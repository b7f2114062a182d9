//! What it tells when two quotations share a word.

internal import Glibc

/// The information of words, in nats: the negative natural logarithm of how likely a word is to stand in some
/// quotation (Shannon 1948).
///
/// A word in its usual company tells little more than the first word did: "between" after "relations", "nations"
/// after "united". So a word that follows the same word in both quotations weighs what it tells after that word.
struct WordWeights {
  /// Counted words of an imagined corpus that is added to the real one, so that a small one is not believed too much.
  private static let priorWords = 2_000.0
  /// How likely a word is before anything is counted.
  private static let prior = (content: 1.0 / 10_000, sign: 1.0 / 2_000)
  /// What any word of grammar weighs.
  static let ofFunctionWord: Float = 0.7
  /// How many times a pair must be seen before its company is believed half.
  private static let priorPairs = 5.0
  /// At least this share of its weight a word keeps in its usual company.
  private static let leastInCompany: Float = 0.35

  /// The weight of each word by number.
  let words: [Float]
  /// For each place in the store, the weight of the word there after the word before it.
  let following: [Float]
  /// Two quotations are of one utterance only if what they share outweighs this.
  ///
  /// An alignment that weighs s nats arises by chance between two of `n` words about n²·e⁻ˢ times (the form that
  /// Karlin and Altschul 1990 proved for sequences). The requirement holds that below one in a hundred.
  let required: Float

  init(_ store: WordingStore) {
    let counts = PhraseCounts(store.background, store.words)
    let total = Double(counts.total) + Self.priorWords
    // The two quotations compared are not evidence of how common their words are: two occurrences are left out.
    func likelihood(_ word: Int32) -> Double {
      let prior = store.words.natures[Int(word)] == .sign ? Self.prior.sign : Self.prior.content
      return (max(0, Double(counts.count(of: word) - 2)) + prior * Self.priorWords) / total
    }
    let natures = store.words.natures
    let words = (0..<Int32(natures.count)).map { word -> Float in
      natures[Int(word)] == .function ? Self.ofFunctionWord : Float(max(1, -log(likelihood(word))))
    }
    var following = [Float](repeating: 0, count: store.codes.count)
    for wording in store.wordings {
      var previous: Int32 = -1
      for place in wording.words {
        let word = store.codes[place]
        let weight = words[Int(word)]
        defer { previous = word }
        guard previous >= 0, natures[Int(word)] != .function else {
          following[place] = weight
          continue
        }
        let seen = max(0, Double(counts.pairs.value(previous, word) - 2))
        let all = max(0, Double(counts.count(of: previous) - 2))
        let after = (seen + Self.priorPairs * likelihood(word)) / (all + Self.priorPairs)
        following[place] = min(weight, max(Self.leastInCompany * weight, Float(-log(after))))
      }
    }
    self.words = words
    self.following = following
    required = Float(2 * log(total) + log(100))
  }
}

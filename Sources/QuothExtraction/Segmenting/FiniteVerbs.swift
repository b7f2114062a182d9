//! Which words that no list holds are finite verbs: "employs", "moves", "hurts".

internal import QuothBasics

/// A logistic model over the form of a word and its neighbours. Its weights were learned on the GUM corpus
/// (Universal Dependencies, CC BY 4.0) by `Scripts/train verbs`.
struct FiniteVerbs: Sendable {
  /// Weights by the hash of a feature's name, in a table of open addressing; a hash of 0 is an empty slot.
  private var keys: [UInt64]
  private var values: [Float]
  private let bias: Float

  static let shared = FiniteVerbs()

  /// How likely a word is a finite verb.
  enum Guess: UInt8, Comparable, Sendable {
    case no
    /// More likely than not: enough where a clause is expected.
    case likely
    /// At a probability of 0.85.
    case sure

    init(logOdds: Float) { self = logOdds >= 1.73 ? .sure : logOdds >= -0.4 ? .likely : .no }

    static func < (left: Guess, right: Guess) -> Bool { left.rawValue < right.rawValue }
  }

  private init() {
    keys = Array(repeating: 0, count: 1 << 15)
    values = Array(repeating: 0, count: 1 << 15)
    var bias: Float = 0
    var weights: [(UInt64, Float)] = []
    LexiconFile.verbs.forEachLine { cells in
      guard cells.count == 2, let weight = Float(String(decoding: cells[1], as: UTF8.self)) else { return }
      if cells[0].elementsEqual("bias".utf8) {
        bias = weight
        return
      }
      weights.append((Self.key(FNV1a(cells[0])), weight))
    }
    self.bias = bias
    for (key, weight) in weights {
      var slot = Int(truncatingIfNeeded: key) & (keys.count - 1)
      while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
      keys[slot] = key
      values[slot] = weight
    }
  }

  private static func key(_ hash: FNV1a) -> UInt64 { max(1, FNV1a.mixed(hash.value)) }

  /// How likely each token is a finite verb, as far as its lists do not tell.
  func guesses(_ tokens: TokenList, _ bytes: UnsafeBufferPointer<UInt8>) -> [Guess] {
    (0..<tokens.count).map { index in
      guard FiniteVerbs.isOpen(tokens[index]), FiniteVerbs.mayFollow(tokens[index - 1]) else { return .no }
      let features = WordFeatures(tokens: tokens, bytes: bytes)
      var sum = bias
      features.forEachOwn(of: index) { sum += weight(of: $0.hash) }
      // Hardly any neighbours make up for more: "-tion", "-ness".
      guard sum > Self.leastOwn else { return .no }
      features.forEachAround(index) { sum += weight(of: $0.hash) }
      return Guess(logOdds: sum)
    }
  }

  private static let leastOwn: Float = -4

  private func weight(of hash: FNV1a) -> Float {
    let key = Self.key(hash)
    var slot = Int(truncatingIfNeeded: key) & (keys.count - 1)
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return 0
  }

  /// Behind an article, a possessive or a preposition stands no finite verb: half of all words need no more look.
  private static func mayFollow(_ before: Token) -> Bool {
    before.kind != .possessive && !before.has([.determiner, .possessive, .preposition])
  }

  /// A word in lower case that no list of verbs or of little words holds.
  static func isOpen(_ token: Token) -> Bool {
    token.kind == .word && !token.isCapitalized && token.bytes.count >= 3
      && !token.has([
        .cueFinite, .cueGerund, .verb, .auxiliary, .determiner, .possessive, .pronoun, .preposition,
        .coordinator,
        .subordinator, .who, .adverb, .quantity, .weekday, .month,
      ])
  }
}

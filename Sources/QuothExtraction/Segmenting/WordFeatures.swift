//! What a word and its neighbours look like, as features of a model.

internal import QuothBasics

/// One feature: a kind, and letters or a number that go with it. Its name is `kind=value`.
struct WordFeature {
  let kind: StaticString
  /// Letters of the text, or empty.
  let letters: UnsafeBufferPointer<UInt8>
  /// Further letters, for pairs, or empty.
  let others: UnsafeBufferPointer<UInt8>
  let number: Int

  /// The hash of the name, by which weights are found.
  var hash: FNV1a {
    var hash = FNV1a()
    forEachByte { hash.add($0) }
    return hash
  }

  /// The name, as in `verbs.tsv`.
  var name: String {
    var bytes: [UInt8] = []
    forEachByte { bytes.append($0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  @inline(__always) private func forEachByte(_ body: (UInt8) -> Void) {
    for offset in 0..<kind.utf8CodeUnitCount { body(kind.utf8Start[offset]) }
    body(UInt8(ascii: "="))
    for byte in letters { body(lowered(byte)) }
    if !others.isEmpty { body(UInt8(ascii: "+")) }
    for byte in others { body(lowered(byte)) }
    if number >= 0 {
      if number >= 10 { body(UInt8(ascii: "0") + UInt8(number / 10 % 10)) }
      body(UInt8(ascii: "0") + UInt8(number % 10))
    }
  }

  @inline(__always) private func lowered(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}

/// The features of the words of a text.
struct WordFeatures {
  let tokens: TokenList
  let bytes: UnsafeBufferPointer<UInt8>

  /// Calls `body` with each feature of a token: its form and endings, and for the two tokens before and the one behind
  /// their classes, endings, capitals and kind.
  func forEach(of index: Int, _ body: (WordFeature) -> Void) {
    forEachOwn(of: index, body)
    forEachAround(index, body)
  }

  /// The features of the form alone.
  @inline(__always) func forEachOwn(of index: Int, _ body: (WordFeature) -> Void) {
    let token = tokens[index]
    body(feature("w", token.bytes))
    body(feature("a", ending(token, 1)))
    body(feature("b", ending(token, 2)))
    body(feature("c", ending(token, 3)))
  }

  /// The features of the neighbours, and of their pairs with the form.
  @inline(__always) func forEachAround(_ index: Int, _ body: (WordFeature) -> Void) {
    let token = tokens[index]
    let before = tokens[index - 1]
    let next = tokens[index + 1]
    neighbour(before, "p", "q", "P", "k", body)
    neighbour(next, "n", "m", "N", "l", body)
    forEachClass(tokens[index - 2]) { body(number("r", $0)) }
    if tokens[index - 2].kind != .word { body(number("s", Int(tokens[index - 2].kind.rawValue))) }
    body(
      WordFeature(
        kind: before.isCapitalized ? "X" : "x", letters: slice(ending(token, 1)),
        others: slice(ending(before, 1)),
        number: -1))
    forEachClass(next) {
      body(WordFeature(kind: "y", letters: slice(ending(token, 1)), others: empty, number: $0))
    }
    forEachClass(before) {
      body(WordFeature(kind: "z", letters: slice(ending(token, 2)), others: empty, number: $0))
    }
  }

  @inline(__always) private func neighbour(
    _ token: Token, _ classes: StaticString, _ ends: StaticString, _ capital: StaticString,
    _ kind: StaticString,
    _ body: (WordFeature) -> Void
  ) {
    guard token.kind == .word else { return body(number(kind, Int(token.kind.rawValue))) }
    forEachClass(token) { body(number(classes, $0)) }
    body(feature(ends, ending(token, 2)))
    if token.isCapitalized { body(number(capital, token.has(.givenName) ? 2 : 1)) }
  }

  /// The classes of a token that say most of its place in a clause, as small numbers; 0 for none.
  @inline(__always) private func forEachClass(_ token: Token, _ body: (Int) -> Void) {
    guard !token.has(Self.all) else {
      for (place, wordClass) in Self.classes.enumerated() where token.has(wordClass) { body(place + 1) }
      return
    }
    body(0)
  }

  private static let classes: [WordClass] = [
    .determiner, .possessive, .quantity, .pronoun, .subject, .who, .preposition, .coordinator, .subordinator,
    .auxiliary, .be, .have, .adverb, .role, .personNoun, .groupNoun, .organizationNoun, .documentNoun, .verb,
    .cueFinite, .cueNoun, .weekday, .placeNoun,
  ]
  private static let all = classes.reduce(into: WordClass()) { $0.formUnion($1) }

  @inline(__always) private func ending(_ token: Token, _ count: Int) -> Range<Int> {
    token.bytes.suffix(count)
  }

  @inline(__always) private func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[range])
  }

  private var empty: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[0..<0]) }

  @inline(__always) private func feature(_ kind: StaticString, _ letters: Range<Int>) -> WordFeature {
    WordFeature(kind: kind, letters: slice(letters), others: empty, number: -1)
  }

  @inline(__always) private func number(_ kind: StaticString, _ number: Int) -> WordFeature {
    WordFeature(kind: kind, letters: empty, others: empty, number: number)
  }
}

/// The words of a text that no list tells to be verbs or not, for learning.
public enum OpenWords {
  /// An open word: its bytes in the text, and the names of its features.
  public struct Word: Sendable {
    /// Bytes of the text.
    public let range: Range<Int>
    /// Names of features, as in `verbs.tsv`.
    public let features: [String]
  }

  /// The open words of one paragraph of text, in order.
  public static func words(of text: [UInt8]) -> [Word] {
    text.withUnsafeBufferPointer { bytes in
      var tokens: [Token] = []
      Tokenizer(bytes: bytes, lexicon: .shared).tokenize(0..<bytes.count, into: &tokens)
      let list = TokenList(tokens)
      let features = WordFeatures(tokens: list, bytes: bytes)
      return tokens.indices.filter { FiniteVerbs.isOpen(tokens[$0]) }.map { index in
        var names: [String] = []
        features.forEach(of: index) { names.append($0.name) }
        return Word(range: tokens[index].bytes, features: names)
      }
    }
  }
}

//! Which of several persons of one surname a bare surname means.

internal import QuothModel

/// What speaks for a person when only a surname stands there.
///
/// News names its protagonist by the bare surname and everyone else of that name in full. So a title that goes with the
/// surname comes first ("Senator Hill"); then those who were not brought in as somebody's kin ("her husband, Tom
/// Hill"); then the one named in full most, or first.
struct NamesakeEvidence: Comparable {
  let hasTitle: Bool
  let isKin: Bool
  let fullCount: Int

  static func < (left: NamesakeEvidence, right: NamesakeEvidence) -> Bool {
    if left.hasTitle != right.hasTitle { return right.hasTitle }
    if left.isKin != right.isKin { return left.isKin }
    return left.fullCount < right.fullCount
  }

  /// Whether the other fits about as well: nothing but one full naming more tells them apart.
  func isNear(_ other: NamesakeEvidence) -> Bool {
    hasTitle == other.hasTitle && isKin == other.isKin && abs(fullCount - other.fullCount) <= 1
  }
}

extension NameFinder {
  /// "her husband, Tom Hill", "Berg's wife Lule", "Ann Hill, his sister,": brought in as somebody's kin.
  func isKin(_ span: NameSpan, in range: TokenSpan) -> Bool {
    var commas = 0
    for index in stride(
      from: span.core.lowerBound - 1, through: max(range.lowerBound, span.core.lowerBound - 6), by: -1)
    {
      let token = draft.tokens[index]
      if isKinWord(index) { return true }
      if token.kind == .comma { commas += 1 }
      guard token.kind == .comma ? commas == 1 : token.kind == .word && !isEdge(token) else { break }
    }
    let comma = span.core.upperBound
    guard comma + 2 < range.upperBound, draft.tokens[comma].kind == .comma else { return false }
    var isOwned = false
    for index in TokenSpan(comma + 1, min(comma + 7, range.upperBound)) {
      let token = draft.tokens[index]
      if isKinWord(index) { return isOwned || index + 1 < range.upperBound && draft.isWord(index + 1, "of") }
      if token.kind == .possessive || token.has(.possessive) { isOwned = true }
      guard token.kind == .word && !isEdge(token) || token.kind == .possessive else { return false }
    }
    return false
  }

  private func isEdge(_ token: Token) -> Bool {
    token.has([.preposition, .coordinator, .auxiliary, .who, .cueFinite, .verb])
  }

  private func isKinWord(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    guard token.kind == .word, !token.isCapitalized, token.has([.maleNoun, .femaleNoun, .personNoun]) else {
      return false
    }
    return NameFinder.kin.contains { draft.isWord(index, $0) }
  }

  private static let kin: [StaticString] = [
    "husband", "wife", "spouse", "son", "daughter", "father", "mother", "brother", "sister", "sibling",
    "uncle",
    "aunt", "nephew", "niece", "cousin", "grandfather", "grandmother", "grandson", "granddaughter", "widow",
    "widower", "stepfather", "stepmother", "stepson", "stepdaughter", "dad", "mum", "mom",
  ]
}

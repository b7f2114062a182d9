//! Which mentions a `split` is about: those that are printed so, and all that were resolved through them.

internal import QuothBasics
internal import QuothModel

/// A name as texts may print it for somebody: alone, or after a title, but not as part of the fuller name.
struct PrintedName {
  private let words: [Substring]
  /// Words of the fuller name that the spelling leaves out.
  private let others: Set<Substring>

  init(_ text: String, of name: String) {
    words = TextFolding.fold(text).split(whereSeparator: \.isWhitespace)
    others = Set(TextFolding.fold(name).split(whereSeparator: \.isWhitespace)).subtracting(words)
  }

  /// Whether a mention is printed so: `Mr. Castro`, but not `Fidel Castro`.
  func fits(_ mention: String) -> Bool {
    let printed = TextFolding.fold(mention).split(whereSeparator: \.isWhitespace)
    guard printed.count >= words.count, printed.suffix(words.count).elementsEqual(words) else { return false }
    return printed.dropLast(words.count).last.map { !others.contains($0) } ?? true
  }
}

/// Which mentions of an article rest on which.
struct MentionChains {
  private var resting: [MentionID: [MentionID]] = [:]

  init(_ mentions: [Mention]) {
    for mention in mentions {
      if let antecedent = mention.antecedent { resting[antecedent, default: []].append(mention.id) }
    }
  }

  /// The mentions, and all that were resolved through them.
  func dependents(on mentions: [MentionID]) -> Set<MentionID> {
    var found: Set<MentionID> = []
    var next = mentions
    while let mention = next.popLast() {
      if found.insert(mention).inserted { next += resting[mention] ?? [] }
    }
    return found
  }
}

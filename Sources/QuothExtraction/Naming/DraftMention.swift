//! A mention while its article is analysed.

internal import QuothModel

/// Words that mention something, and what they were resolved to.
struct DraftMention: Sendable {
  /// The tokens shown: a name with its title, a nominal with its complement, a pronoun.
  var tokens: TokenSpan
  /// The tokens that name: without title.
  var core: TokenSpan
  var form: MentionForm
  /// Numbers in the article's `EntityTable`.
  var entities: [Int] = []
  var resolution: Resolution = .unresolved
  /// Number of the mention that this one was resolved by.
  var antecedent: Int?
  var sentence: Int
  var isQuoted: Bool
  /// Stands first in its clause: likely its subject.
  var isSubject = false
  /// The subject of a main clause: no conjunction, relative word or reporting verb stands before it.
  var isMainSubject = false
  /// Followed by a possessive ending, or a possessive pronoun.
  var isPossessive = false
  var nominal: NominalSpan?
  var gender: Gender?
  /// Others of the same surname whom a bare surname fits about as well.
  var rivals: [Int] = []
}

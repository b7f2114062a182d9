//! A proper name where it stands.

internal import QuothModel

/// The gender that words tell.
enum Gender: UInt8, Sendable { case male, female }

/// What sort of thing a name seems to name.
enum NameKind: UInt8, Sendable {
  case person, organization, place
  /// Two or more capitalized words that may be a person's.
  case likelyPerson
  /// A single capitalized word.
  case unknown
}

/// What may be made of a capitalized run.
enum NameStanding {
  /// A new entity, or one that was named before.
  case any
  /// Nothing new: only its place at the start of a sentence, or a surname that is a trade too, makes it a name.
  case known
}

/// A proper name with the title before it.
struct NameSpan: Sendable {
  /// Tokens of the name: "Ebrahim Raisi".
  var core: TokenSpan
  /// Tokens from the first word of the title on: "Iranian President Ebrahim Raisi".
  var full: TokenSpan
  var kind: NameKind
  var gender: Gender?
  var standing = NameStanding.any
  /// Folded words of the name, without initials and "Jr.".
  var words: [String] = []
  /// Said to be dead: "the late …".
  var isDead = false
  /// Brought in as somebody's kin: "her husband, …".
  var isKin = false
  /// The office in its title, as `RoleReader.head`: "senator".
  var office: String?
}

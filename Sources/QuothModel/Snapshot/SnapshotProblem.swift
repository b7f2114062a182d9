//! Why a snapshot cannot be used.

/// What is wrong with the bytes of a snapshot.
public enum SnapshotProblem: Error, Hashable, Sendable {
  /// Not a snapshot at all.
  case foreign
  /// Of another version of the format.
  case version(found: Int, known: Int)
  /// The file should have more bytes, or fewer; nil where it is too short to tell how many.
  case length(found: Int, expected: Int?)
  /// The bytes of a section, or of the head where it is nil, are not those that were written.
  case damaged(section: String?)
  /// A section holds what cannot be, though its bytes are those that were written.
  case unsound(section: String?)
  /// A section is not there.
  case missing(section: String)
}

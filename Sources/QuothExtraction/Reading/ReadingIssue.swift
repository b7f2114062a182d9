//! What can be wrong with a file or a record, as data; worded at the edge.

/// Why a file or a record was not read.
public enum ReadingProblem: Hashable, Sendable {
  /// Nothing but white space.
  case empty
  /// Holds NUL bytes: no text.
  case binary
  /// Not UTF-8; the offset in bytes of the first wrong byte.
  case invalidUTF8(offset: Int)
  /// Not a JSON object; the reason that the JSON reader gives.
  case invalidJSON(reason: String)
  /// The record has no field of this name, or it is no string.
  case missingField(String)
  /// The date of the record is no date; the article is read without it.
  case unreadableDate(String)

  /// Whether the article is read all the same.
  public var isWarning: Bool {
    switch self {
    case .unreadableDate: true
    case .empty, .binary, .invalidUTF8, .invalidJSON, .missingField: false
    }
  }
}

/// A problem and its place.
public struct ReadingIssue: Hashable, Sendable {
  public let file: String
  /// Line of a file of records, from 1; nil for a whole file.
  public let line: Int?
  public let problem: ReadingProblem

  public init(file: String, line: Int?, problem: ReadingProblem) {
    self.file = file
    self.line = line
    self.problem = problem
  }
}

//! What can be wrong with a file or a record, as data; worded at the edge.

/// Why a file or a record was not read, or what to know of its reading.
public enum ReadingProblem: Hashable, Sendable {
  /// Nothing but white space.
  case empty
  /// Records, but no article in them.
  case noArticles
  /// A kind of file that is not read.
  case otherKind(FileKind)
  /// The first line of a table holds values and no names of columns.
  case noHeader
  /// The column or field that should hold texts holds addresses; its name.
  case addressesForTexts(String)
  /// The text was cut off by the interface that gave it.
  case cutOff
  /// Escapes of JSON that mean no character, repaired.
  case repairedEscapes(Int)
  /// The date can be read with the day or with the month first.
  case ambiguousDate(String)
  /// Holds NUL bytes: no text.
  case binary
  /// Not UTF-8; the offset in bytes of the first wrong byte.
  case invalidUTF8(offset: Int)
  /// Not UTF-8, but Windows-1252 by all signs, and read as that.
  case readAsWindows1252
  /// The page names an encoding that is not known.
  case unknownEncoding(String)
  /// Not a JSON object; the reason that the JSON reader gives.
  case invalidJSON(reason: String)
  /// The record has no field that is known to hold text, or no text in it; the fields that it has.
  case noText(fields: [String])
  /// The header of a table has no column that is known to hold texts; the columns that it has.
  case noTextColumn([String])
  /// The row of a table beside texts names no file; the fields that it has.
  case noFileName(fields: [String])
  /// A quotation mark that is opened and never closed, or that stands single within a quoted value.
  case strayQuote
  /// A row of more or fewer values than the header.
  case wrongValueCount(found: Int, header: Int)
  /// A page without a text that could be an article.
  case noMainText
  /// The text taken for the article is only this share, in hundredths, of the running text of its page.
  case doubtfulMainText(share: Int)
  /// More bytes than any article has.
  case tooLong(bytes: Int)
  /// The date of the record is no date; the article is read without it.
  case unreadableDate(String)
  /// This many quotations that came with the article are not found in its text.
  case quotationsNotInText(Int)

  /// Whether the article is read all the same.
  public var isWarning: Bool {
    switch self {
    case .unreadableDate, .readAsWindows1252, .quotationsNotInText, .doubtfulMainText, .cutOff,
      .repairedEscapes,
      .ambiguousDate:
      true
    case .empty, .noArticles, .otherKind, .noHeader, .addressesForTexts, .binary, .invalidUTF8,
      .unknownEncoding, .invalidJSON, .noText, .noTextColumn,
      .noFileName,
      .strayQuote, .wrongValueCount, .noMainText, .tooLong:
      false
    }
  }
}

/// A problem and its place.
public struct ReadingIssue: Hashable, Sendable {
  /// The file, as the user gave it.
  public let file: String
  /// Line of a file of records, from 1; nil for a whole file.
  public let line: Int?
  /// What is wrong, or worth knowing.
  public let problem: ReadingProblem

  public init(file: String, line: Int?, problem: ReadingProblem) {
    self.file = file
    self.line = line
    self.problem = problem
  }
}

/// Why a file gave no article at all.
public struct ReadingFailure: Error, Hashable, Sendable {
  /// What is wrong, and where.
  public let issue: ReadingIssue

  public init(_ issue: ReadingIssue) { self.issue = issue }
}

//! What a format of article files is: a name, endings, a way to cut a file into pieces and to read one piece.

/// A run of bytes of a file that is read for itself: a line, a record, or the whole file.
public struct FilePiece: Sendable {
  /// The bytes as they stand in the file; UTF-16 has been made UTF-8.
  public var bytes: [UInt8]
  /// The file, as the user gave it.
  public var file: String
  /// The line on which it starts, from 1.
  public var line: Int
  /// Which of the pieces that start on this line it is, from 1.
  public var number = 1

  public init(bytes: [UInt8], file: String, line: Int) {
    self.bytes = bytes
    self.file = file
    self.line = line
  }

  /// Nothing but white space.
  public var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) } }

  /// The place of a record: `news.jsonl:12`, and `news.json:1/2` for the second on a line.
  var place: String { number == 1 ? "\(file):\(line)" : "\(file):\(line)/\(number)" }

  func issue(_ problem: ReadingProblem) -> ReadingIssue {
    ReadingIssue(file: file, line: line, problem: problem)
  }

  /// An issue with the file as a whole.
  func fileIssue(_ problem: ReadingProblem) -> ReadingIssue {
    ReadingIssue(file: file, line: nil, problem: problem)
  }
}

/// What a piece holds, and what is wrong with it.
public struct PieceContents: Sendable {
  /// The articles that could be read, in the order of the piece.
  public var articles: [RawArticle] = []
  /// What could not be read, or is worth knowing.
  public var issues: [ReadingIssue] = []
  /// What a table tells of articles in other files.
  var rows: [MetadataTable.Row] = []

  public init(articles: [RawArticle] = [], issues: [ReadingIssue] = []) {
    self.articles = articles
    self.issues = issues
  }

  init(issues: [ReadingIssue], rows: [MetadataTable.Row]) {
    self.issues = issues
    self.rows = rows
  }
}

/// How the pieces of a file are read. Pure: pieces are read in any order, on any thread.
public typealias PieceReader = @Sendable (FilePiece) -> PieceContents

/// How one file is to be read.
public struct FormatReading: Sendable {
  /// Finds the ends of pieces.
  public var cutter: any PieceCutter
  /// Makes articles of a piece.
  public let read: PieceReader
  /// Bytes of the head that hold no article, such as a header line.
  public let skipped: Int

  init(cutter: any PieceCutter, skipped: Int = 0, read: @escaping PieceReader) {
    self.cutter = cutter
    self.skipped = skipped
    self.read = read
  }
}

/// The beginning of a file, as much as formats may look at before they decide.
public struct FileHead: Sendable {
  /// The first bytes of the file, unpacked.
  public let bytes: [UInt8]
  /// The file, as the user gave it.
  public let file: String

  public init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }
}

/// A kind of file that holds articles. A new one is a file beside this one, and an entry in `all`.
public struct ArticleFormat: Sendable {
  /// How many articles a file holds.
  enum Holding: Sendable { case oneArticle, records }

  /// What a file's name ends in, in lower case.
  public let endings: [String]
  let holding: Holding
  /// Bytes; what is longer is something else, and would take minutes.
  var largestPiece = 4 << 20
  /// Whether a file without a telling name looks like it.
  let fits: @Sendable (FileHead, FieldNames) -> Bool
  /// Decides from the beginning of a file how to read it.
  public let open: @Sendable (FileHead, FieldNames) -> Result<FormatReading, ReadingFailure>

  /// Every format, the most telling first; the last takes whatever is left.
  public static let all: [ArticleFormat] = [.jsonLines, .json, .html, .csv, .tsv, .plainText]

  /// All endings, as messages list them.
  public static let endings: [String] = [plainText, html, csv, tsv, json, jsonLines].flatMap(\.endings)

  /// The format that a file's name tells, `.gz` and `.zst` left out of account; nil when it tells none.
  public static func named(_ path: String) -> ArticleFormat? {
    let name = uncompressedName(path).lowercased()
    return all.first { $0.endings.contains { name.hasSuffix($0) } }
  }

  /// Whether a file by this name is one article, of which a table beside it may tell.
  public static func isOneArticle(_ path: String) -> Bool { named(path)?.holding == .oneArticle }

  /// The format that a beginning shows.
  public static func fitting(_ head: FileHead, _ fields: FieldNames) -> ArticleFormat {
    all.first { $0.fits(head, fields) } ?? .plainText
  }

  /// A file's name without folders and endings, by which an article goes that has no other key.
  public static func key(of path: String) -> String {
    let name = uncompressedName(path.split(separator: "/").last.map(String.init) ?? path)
    let lowered = name.lowercased()
    let ending = endings.first { lowered.hasSuffix($0) && lowered.utf8.count > $0.utf8.count }
    return ending.map { String(name.dropLast($0.count)) } ?? name
  }

  private static func uncompressedName(_ path: String) -> String {
    let lowered = path.lowercased()
    let ending = compressedEndings.first { lowered.hasSuffix($0) }
    return ending.map { String(path.dropLast($0.count)) } ?? path
  }

  /// What the names of compressed files end in, behind the ending of their format.
  static let compressedEndings = [".gz", ".zst"]
}

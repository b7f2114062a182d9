//! What is said of files and records, in words.

internal import QuothExtraction

/// Something that could not be read, or is worth knowing.
public struct LoadingIssue: Hashable, Sendable {
  /// The file, and the line where there is one: `news.jsonl:12`.
  public let place: String
  /// In words, on one line, without the place.
  public let message: String

  public init(place: String, message: String) {
    self.place = place
    self.message = message
  }
}

extension LoadingIssue {
  /// A reading problem put into words.
  init(_ issue: ReadingIssue) {
    let place = issue.line.map { "\(issue.file):\($0)" } ?? issue.file
    self.init(place: place, message: LoadingMessages.message(issue.problem, isFile: issue.line == nil))
  }

  /// Why the bytes of a file ended, and what was lost by it.
  init(_ failure: SourceFailure, file: String, position: Int, lostLine: Int?) {
    let lost = lostLine.map { "; what came before line \($0) is kept" } ?? ""
    switch failure {
    case .system(let failure): self.init(place: file, message: failure.reason)
    case .truncated:
      self.init(place: file, message: "the archive breaks off at byte \(position)\(lost)")
    case .damaged(let reason):
      self.init(place: file, message: "the archive is damaged near byte \(position) (\(reason))\(lost)")
    case .tooLong(let limit):
      self.init(place: file, message: "it is longer than \(limit >> 20) MB, the most that is read at once")
    }
  }
}

/// The wording of problems with data.
enum LoadingMessages {
  /// How many of several things are named.
  private static let named = 3

  static let kindsOfFiles: String = {
    let endings = ArticleFormat.endings
    return "quoth reads \(endings.dropLast().joined(separator: ", ")) and \(endings.last ?? ""), "
      + "each also with .gz or .zst"
  }()

  static let pageFolder = "passed over: a browser saved it beside the page of that name"

  static func message(_ problem: ReadingProblem, isFile: Bool) -> String {
    switch problem {
    case .empty: isFile ? "the file is empty" : "the text is empty"
    case .noArticles: "the file holds no articles"
    case .binary: "a binary file, not text"
    case .otherKind(let kind): wayOut(of: kind)
    case .noHeader:
      "the first line holds values; a first line that names the columns is needed, such as id,title,text"
    case .addressesForTexts(let address):
      "an address stands where the text should (‘\(address.prefix(60))’); --map text=NAME tells which field holds it"
    case .cutOff: "the text is cut off where its source gave no more; read it as a beginning"
    case .repairedEscapes(let count):
      "\(count) \(count == 1 ? "escape" : "escapes") of JSON \(count == 1 ? "means" : "mean") no character; "
        + "read as U+FFFD or without the backslash"
    case .ambiguousDate(let date):
      "‘\(date)’ may have the day or the month first; --map date=day-first or date=month-first decides"
    case .invalidUTF8(let offset):
      "not UTF-8 from byte \(offset + 1) on; where its encoding is known, `iconv -f ENCODING -t UTF-8` converts it"
    case .readAsWindows1252: "not UTF-8; read as Windows-1252"
    case .unknownEncoding(let name): "the page names the encoding ‘\(name)’, which is unknown here"
    case .invalidJSON(let reason): "\(reason); each article is one object, such as {\"text\": \"…\"}"
    case .noText(let fields):
      fields.isEmpty
        ? "no ‘text’; the object is empty"
        : "no ‘text’ among \(list(fields)); --map text=NAME tells which field holds it"
    case .noTextColumn(let columns):
      "no column ‘text’ among \(list(columns)); --map text=NAME tells which column holds it"
    case .noFileName(let fields): "no file is named; its fields are \(list(fields))"
    case .strayQuote: "a quotation mark is not closed, or stands single within quotation marks"
    case .wrongValueCount(let found, let header):
      "\(found) \(found == 1 ? "value" : "values") where the header names \(header)"
    case .noMainText: "no text that could be an article"
    case .doubtfulMainText(let share):
      "only \(share)% of its running text was taken for the article; compare it with the page"
    case .tooLong(let bytes):
      "\(bytes >> 20) MB is too long for an article; articles go one to a file, or to a line of .jsonl"
    case .unreadableDate(let date):
      "‘\(date)’ is no date such as 2023-12-04; the article is read without it"
    case .quotationsNotInText(let count):
      "\(count) of its quotations \(count == 1 ? "does" : "do") not stand in its text and "
        + "\(count == 1 ? "is" : "are") left out"
    }
  }

  static func rowsWithoutFile(_ names: [String], _ table: String) -> [LoadingIssue] {
    note(names, table) {
      $0 == 1 ? "1 row names no file that is here" : "\($0) rows name no file that is here"
    }
  }

  static func filesWithoutRow(_ names: [String], _ table: String) -> [LoadingIssue] {
    note(names, table) { $0 == 1 ? "1 file has no row" : "\($0) files have no row" }
  }

  /// Documents in a folder that are in a form which is not read.
  static func passedOver(_ files: [String], _ folder: String) -> [LoadingIssue] {
    note(files, folder) {
      $0 == 1 ? "1 file of another kind is passed over" : "\($0) files of other kinds are passed over"
    }
  }

  static func noArticles(in folder: String, snapshots: [String]) -> String {
    guard let first = snapshots.first else { return "the folder holds no articles: \(kindsOfFiles)" }
    return "the folder holds no articles, but an analysed corpus; `quoth \(first)` opens that"
  }

  /// Articles that came twice.
  static func repeated(_ places: [String], count: Int) -> String {
    let articles = count == 1 ? "1 article came again and is" : "\(count) articles came again and are"
    return "\(articles) kept once: \(shortList(places, count: count))"
  }

  private static func note(_ names: [String], _ table: String, _ words: (Int) -> String) -> [LoadingIssue] {
    guard !names.isEmpty else { return [] }
    let message = "\(words(names.count)): \(shortList(names, count: names.count))"
    return [LoadingIssue(place: table, message: message)]
  }

  private static func shortList(_ names: [String], count: Int) -> String {
    names.prefix(named).joined(separator: ", ") + (count > named ? ", …" : "")
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(12).map { "‘\($0)’" }.joined(separator: ", ") + (names.count > 12 ? ", …" : "")
  }
}

//! From the bytes of a file to raw articles.

internal import FoundationEssentials
internal import QuothBasics

/// Reads articles from the bytes of files. Does no input itself.
public enum ArticleReader {
  /// The article of a plain text file, or why it cannot be read. `key` is the file's name without ending.
  public static func plainText(_ bytes: [UInt8], key: String, file: String) -> Result<
    RawArticle, ReadingFailure
  > {
    if let problem = problem(with: bytes) {
      return .failure(ReadingFailure(ReadingIssue(file: file, line: nil, problem: problem)))
    }
    return .success(RawArticle(key: key, file: file, text: bytes))
  }

  /// The article of one line of a JSON Lines file, with the issues that did not stop it.
  public static func jsonLine(
    _ line: [UInt8], number: Int, file: String
  ) -> (article: RawArticle?, issues: [ReadingIssue]) {
    func issue(_ problem: ReadingProblem) -> ReadingIssue {
      ReadingIssue(file: file, line: number, problem: problem)
    }
    let record: ArticleRecord
    do {
      record = try JSONDecoder().decode(ArticleRecord.self, from: Data(line))
    } catch {
      if let problem = problem(with: line), problem != .empty { return (nil, [issue(problem)]) }
      return (nil, [issue(ArticleReader.problem(of: error))])
    }
    guard let text = record.text else { return (nil, [issue(.missingField("text"))]) }
    let bytes = Array(text.utf8)
    if bytes.allSatisfy({ $0 <= 0x20 }) { return (nil, [issue(.empty)]) }
    var issues: [ReadingIssue] = []
    var day: CalendarDay?
    if let date = record.date {
      day = DateReader.day(in: date)
      if day == nil { issues.append(issue(.unreadableDate(date))) }
    }
    let article = RawArticle(
      key: record.id ?? "\(file):\(number)", file: "\(file):\(number)", text: bytes, title: record.title,
      outlet: record.outlet, author: record.author, date: day, url: record.url)
    return (article, issues)
  }

  /// What makes bytes no text, or nil.
  private static func problem(with bytes: [UInt8]) -> ReadingProblem? {
    if bytes.allSatisfy({ $0 <= 0x20 }) { return .empty }
    if bytes.contains(0) { return .binary }
    if let offset = firstInvalidByte(bytes) { return .invalidUTF8(offset: offset) }
    return nil
  }

  private static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var decoder = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .emptyInput, .error: return offset
      }
    }
  }

  private static func problem(of error: any Error) -> ReadingProblem {
    guard let error = error as? DecodingError else { return .invalidJSON(reason: "not a JSON object") }
    switch error {
    case .dataCorrupted: return .invalidJSON(reason: "not valid JSON")
    case .typeMismatch(_, let context) where context.codingPath.isEmpty:
      return .invalidJSON(reason: "not a JSON object")
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return .missingField(context.codingPath.last?.stringValue ?? "text")
    case .keyNotFound(let key, _): return .missingField(key.stringValue)
    @unknown default: return .invalidJSON(reason: "not a JSON object")
    }
  }
}

/// Why a file gave no article.
public struct ReadingFailure: Error, Hashable, Sendable {
  public let issue: ReadingIssue

  public init(_ issue: ReadingIssue) { self.issue = issue }
}

/// One article of a JSON Lines file: `text`, and what stands beside it.
private struct ArticleRecord: Decodable {
  let text: String?
  let id: String?
  let title: String?
  let outlet: String?
  let author: String?
  let date: String?
  let url: String?

  private enum Key: String, CodingKey { case text, id, title, outlet, publisher, author, date, url }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    text = try container.decodeIfPresent(String.self, forKey: .text)
    id = ArticleRecord.word(container, .id)
    title = ArticleRecord.word(container, .title)
    outlet = ArticleRecord.word(container, .outlet) ?? ArticleRecord.word(container, .publisher)
    author = ArticleRecord.word(container, .author)
    date = ArticleRecord.word(container, .date)
    url = ArticleRecord.word(container, .url)
  }

  /// A string or a whole number; nil where there is none, or an empty one.
  private static func word(_ container: KeyedDecodingContainer<Key>, _ key: Key) -> String? {
    if let text = try? container.decodeIfPresent(String.self, forKey: key) {
      return text.isEmpty ? nil : text
    }
    if let number = try? container.decodeIfPresent(Int.self, forKey: key) { return String(number) }
    if let list = try? container.decodeIfPresent([String].self, forKey: key) {
      return list.joined(separator: ", ")
    }
    return nil
  }
}

//! Files cut into articles, the corpus that grows of them, and what was left out.

internal import QuothExtraction
internal import QuothRender

/// The articles read so far, and what was left out.
struct CorpusReading {
  /// Longer than any article: a file of this size is something else, and would take minutes.
  static let largestArticle = 4 << 20
  /// How many problems are told one by one.
  static let toldIssues = 20

  private var assembler: CorpusAssembler
  private var articleCount = 0
  private var issues: [LoadingIssue] = []
  private var issueCount = 0
  private var leftOut = 0
  private var keys: Set<String> = []

  private var batch: CorpusBatch
  private let isCancelled: @Sendable () -> Bool

  init(taxonomy: TopicTaxonomy, isCancelled: @escaping @Sendable () -> Bool) {
    assembler = CorpusAssembler(taxonomy: taxonomy)
    batch = CorpusBatch(taxonomy: taxonomy)
    self.isCancelled = isCancelled
  }

  /// Reads one file, of one article or of one a line.
  mutating func read(_ file: String) {
    do throws(SystemFailure) {
      var windows = try FileWindows(file)
      if try isText(file, &windows) {
        try readText(file, &windows)
      } else {
        try readRecords(file, &windows)
      }
    } catch {
      leaveOut(LoadingIssue(place: file, message: error.reason))
    }
  }

  /// Whether a file is one article. Pipes have no ending to tell, but records begin with a bracket.
  private func isText(_ file: String, _ windows: inout FileWindows) throws(SystemFailure) -> Bool {
    if CorpusFiles.isArticleFile(file) { return file.lowercased().hasSuffix(".txt") }
    return try windows.firstSign() != UInt8(ascii: "{")
  }

  private mutating func readText(_ file: String, _ windows: inout FileWindows) throws(SystemFailure) {
    switch try windows.rest(atMost: Self.largestArticle) {
    case .tooLong(let size): leaveOutLong(size, file)
    case .bytes(let bytes):
      let name = file.split(separator: "/").last.map(String.init) ?? file
      let key = name.lowercased().hasSuffix(".txt") ? String(name.dropLast(".txt".count)) : name
      add(.text(bytes: bytes, key: key, file: file))
    }
  }

  private mutating func readRecords(_ file: String, _ windows: inout FileWindows) throws(SystemFailure) {
    var number = 0
    var hasRecords = false
    while !isCancelled(), let line = try windows.line(atMost: Self.largestArticle) {
      number += 1
      switch line {
      case .tooLong(let size):
        hasRecords = true
        leaveOutLong(size, "\(file):\(number)")
      case .bytes(let bytes) where bytes.contains { $0 > 0x20 }:
        hasRecords = true
        add(.record(line: bytes, number: number, file: file))
      case .bytes: break
      }
    }
    if !hasRecords { leaveOut(LoadingIssue(place: file, message: "the file is empty")) }
  }

  private mutating func add(_ source: ArticleSource) {
    batch.add(source)
    if batch.isFull { takeBatch() }
  }

  /// Takes the articles of the batch into the corpus.
  private mutating func takeBatch() {
    for (article, found) in batch.analyze(isCancelled) {
      if let article {
        add(article)
        for issue in found { tell(LoadingIssue(issue)) }
      } else {
        for issue in found { leaveOut(LoadingIssue(issue)) }
      }
    }
  }

  mutating func leaveOut(_ issue: LoadingIssue) {
    tell(issue)
    leftOut += 1
  }

  /// Says something that costs no article.
  mutating func tell(_ issue: LoadingIssue) {
    issueCount += 1
    if issues.count < Self.toldIssues { issues.append(issue) }
  }

  private mutating func leaveOutLong(_ size: Int, _ place: String) {
    let message =
      "\(size >> 20) MB is too long for an article; articles go one to a file, or to a line of .jsonl"
    leaveOut(LoadingIssue(place: place, message: message))
  }

  /// Keys name articles in queries and output, so a second one of the same name gets a number.
  private mutating func add(_ article: AnnotatedArticle) {
    articleCount += 1
    let first = article.key
    guard !keys.insert(first).inserted else { return assembler.add(article) }
    var number = 2
    while !keys.insert("\(first)-\(number)").inserted { number += 1 }
    let key = "\(first)-\(number)"
    tell(LoadingIssue(place: article.file, message: "called ‘\(key)’, as there is a ‘\(first)’ already"))
    assembler.add(article.renamed(key))
  }

  /// The corpus and what there is to say, a line each. Nothing may be read after it.
  mutating func finish() -> LoadedCorpus {
    takeBatch()
    let report = report
    return LoadedCorpus(corpus: assembler.isEmpty ? nil : assembler.finish(), report: report)
  }

  private var report: [String] {
    var lines = issues.map { "\($0.place): \($0.message)" }
    if issueCount > lines.count { lines.append("… and \(issueCount - lines.count) more such problems") }
    if articleCount == 0 {
      lines.append("no article could be read")
    } else if leftOut > 0 {
      lines.append("\(leftOut) left out, \(articleCount) \(articleCount == 1 ? "article" : "articles") read")
    }
    return lines.map { TerminalText.sanitise($0, lineBreaks: .blank) }
  }
}

extension LoadingIssue {
  /// A reading problem put into words.
  init(_ issue: ReadingIssue) {
    let place = issue.line.map { "\(issue.file):\($0)" } ?? issue.file
    let message =
      switch issue.problem {
      case .empty: issue.line == nil ? "the file is empty" : "the text is empty"
      case .binary: "a binary file, not text"
      case .invalidUTF8(let offset):
        "not UTF-8 from byte \(offset + 1) on; `iconv -f WINDOWS-1252 -t UTF-8` may help"
      case .invalidJSON(let reason): "\(reason); each line is one object, such as {\"text\": \"…\"}"
      case .missingField(let name): "no ‘\(name)’, or it is not a string"
      case .unreadableDate(let date):
        "‘\(date)’ is no date such as 2023-12-04; the article is read without it"
      }
    self.init(place: place, message: message)
  }
}

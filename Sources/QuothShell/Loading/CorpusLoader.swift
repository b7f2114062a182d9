//! Files to a corpus: read in order, analysed side by side, assembled in order.

internal import Dispatch
internal import FoundationEssentials
internal import QuothExtraction
public import QuothModel
internal import QuothRender

/// What came of loading.
public struct LoadedCorpus: Sendable {
  /// Nil when no article could be read.
  public let corpus: Corpus?
  /// What was left out and why, a line each.
  public let report: [String]
}

/// Loads corpora.
public enum CorpusLoader {
  /// Reads all articles at the paths. What cannot be read is reported and left out. `topics` names files whose
  /// topics replace those of the same name, and come beside the others.
  public static func load(
    _ paths: [String], topics: [String] = [], isCancelled: @Sendable () -> Bool
  ) -> LoadedCorpus {
    var reading = CorpusReading()
    var taxonomy = TopicTaxonomy.standard
    for file in topics {
      switch TopicFile.read(file) {
      case .success(let (more, issues)):
        taxonomy = taxonomy.extended(by: more)
        for issue in issues { reading.leaveOut(issue) }
      case .failure(let failure):
        return LoadedCorpus(corpus: nil, report: ["\(file): \(failure.reason)"])
      }
    }
    let found = CorpusFiles.find(paths)
    for issue in found.issues { reading.leaveOut(issue) }
    for file in found.files where !isCancelled() { reading.read(file) }
    let annotated = analyze(reading.articles, taxonomy, isCancelled)
    var assembler = CorpusAssembler(taxonomy: taxonomy)
    for article in annotated { assembler.add(article) }
    let corpus = annotated.isEmpty ? nil : assembler.finish()
    return LoadedCorpus(corpus: corpus, report: reading.report)
  }

  /// Analyses articles, on all cores where there are many. Stops early when cancelled.
  private static func analyze(
    _ articles: [RawArticle], _ taxonomy: TopicTaxonomy, _ isCancelled: @Sendable () -> Bool
  ) -> [AnnotatedArticle] {
    let analyzer = ArticleAnalyzer(taxonomy: taxonomy)
    // Threads take longer to start than a few articles to analyse.
    guard articles.count >= 16 else {
      return articles.compactMap { isCancelled() ? nil : analyzer.analyze($0) }
    }
    var annotated = [AnnotatedArticle?](repeating: nil, count: articles.count)
    annotated.withUnsafeMutableBufferPointer { slots in
      // Each turn writes its own slot.
      nonisolated(unsafe) let slots = slots
      DispatchQueue.concurrentPerform(iterations: articles.count) { index in
        if !isCancelled() { slots[index] = analyzer.analyze(articles[index]) }
      }
    }
    return annotated.compactMap(\.self)
  }
}

/// Files of topics.
enum TopicFile {
  /// The topics of a file, and its lines that are none.
  static func read(_ file: String) -> Result<(TopicTaxonomy, [LoadingIssue]), SystemFailure> {
    CorpusFiles.read(file: file).map { bytes in
      let (taxonomy, badLines) = TopicTaxonomy.read(bytes)
      let issues = badLines.map { line in
        LoadingIssue(
          place: "\(file):\(line)",
          message: "no topic; a line is NAME, a tab, CODE or -, a tab, TERM, TERM, …")
      }
      return (taxonomy, issues)
    }
  }
}

/// The articles read so far, and what was left out.
struct CorpusReading {
  /// Longer than any article: a file of this size is something else, and would take minutes.
  static let largestArticle = 4 << 20
  /// How many problems are told one by one.
  static let toldIssues = 20

  private(set) var articles: [RawArticle] = []
  private var issues: [LoadingIssue] = []
  private var leftOut = 0
  private var keys: Set<String> = []

  /// Reads one file, of one article or of one a line.
  mutating func read(_ file: String) {
    switch CorpusFiles.read(file: file) {
    case .failure(let failure): leaveOut(LoadingIssue(place: file, message: failure.reason))
    case .success(let bytes):
      if file.lowercased().hasSuffix(".txt") { readText(bytes, file) } else { readRecords(bytes, file) }
    }
  }

  private mutating func readText(_ bytes: [UInt8], _ file: String) {
    guard bytes.count <= Self.largestArticle else { return leaveOutLong(bytes.count, file) }
    let name = file.split(separator: "/").last.map { String($0.dropLast(".txt".count)) } ?? file
    switch ArticleReader.plainText(bytes, key: name, file: file) {
    case .success(let article): add(article)
    case .failure(let failure): leaveOut(LoadingIssue(failure.issue))
    }
  }

  private mutating func readRecords(_ bytes: [UInt8], _ file: String) {
    var hasRecords = false
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      guard !line.allSatisfy({ $0 <= 0x20 }) else { continue }
      hasRecords = true
      guard line.count <= Self.largestArticle else {
        leaveOutLong(line.count, "\(file):\(index + 1)")
        continue
      }
      let record = ArticleReader.jsonLine(Data(line), number: index + 1, file: file)
      if let article = record.article {
        add(article)
        issues += record.issues.map { LoadingIssue($0) }
      } else {
        for issue in record.issues { leaveOut(LoadingIssue(issue)) }
      }
    }
    if !hasRecords { leaveOut(LoadingIssue(place: file, message: "the file is empty")) }
  }

  mutating func leaveOut(_ issue: LoadingIssue) {
    issues.append(issue)
    leftOut += 1
  }

  private mutating func leaveOutLong(_ size: Int, _ place: String) {
    let message =
      "\(size >> 20) MB is too long for an article; articles go one to a file, or to a line of .jsonl"
    leaveOut(LoadingIssue(place: place, message: message))
  }

  /// Keys name articles in queries and output, so a second one of the same name gets a number.
  private mutating func add(_ article: RawArticle) {
    guard !keys.insert(article.key).inserted else { return articles.append(article) }
    var number = 2
    while !keys.insert("\(article.key)-\(number)").inserted { number += 1 }
    let key = "\(article.key)-\(number)"
    issues.append(
      LoadingIssue(place: article.file, message: "called ‘\(key)’, as there is a ‘\(article.key)’ already"))
    articles.append(
      RawArticle(
        key: key, file: article.file, text: article.text, title: article.title, outlet: article.outlet,
        author: article.author, date: article.date, url: article.url))
  }

  /// What there is to say, a line each.
  var report: [String] {
    var lines = issues.prefix(Self.toldIssues).map { "\($0.place): \($0.message)" }
    if issues.count > lines.count { lines.append("… and \(issues.count - lines.count) more such problems") }
    if articles.isEmpty {
      lines.append("no article could be read")
    } else if leftOut > 0 {
      lines.append(
        "\(leftOut) left out, \(articles.count) \(articles.count == 1 ? "article" : "articles") read")
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

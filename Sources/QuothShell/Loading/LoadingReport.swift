//! What there is to say of the data when it has been read.

internal import QuothExtraction
internal import QuothRender

/// Problems in the order found, the first of them in full, and counts.
struct LoadingReport {
  /// How many problems are told one by one.
  static let toldIssues = 20

  var articleCount = 0
  private var issues: [LoadingIssue] = []
  private var issueCount = 0
  private var leftOut = 0
  private var repeatedCount = 0
  private var repeatedPlaces: [String] = []
  /// Files that are known not to be UTF-8.
  private var otherEncodings: Set<String> = []
  /// A problem has ended the reading.
  private(set) var isStopped = false

  /// Something cannot be read.
  mutating func leaveOut(_ issue: LoadingIssue, _ policy: FaultPolicy) {
    guard !isStopped else { return }
    tell(issue)
    leftOut += 1
    isStopped = policy == .stops
  }

  /// Says something that costs no article.
  mutating func tell(_ issue: LoadingIssue) {
    issueCount += 1
    if issues.count < Self.toldIssues { issues.append(issue) }
  }

  /// The same of a record. That a file is not UTF-8 is told once.
  mutating func tell(_ issue: ReadingIssue) {
    if issue.problem == .readAsWindows1252, !otherEncodings.insert(issue.file).inserted { return }
    tell(LoadingIssue(issue))
  }

  /// An article came again.
  mutating func repeated(_ place: String) {
    repeatedCount += 1
    if repeatedPlaces.count < 4 { repeatedPlaces.append(place) }
  }

  /// All of it, a line each, safe for a terminal.
  var lines: [String] {
    var lines = issues.map { "\($0.place): \($0.message)" }
    if issueCount > lines.count {
      let more = issueCount - lines.count
      lines.append("… and \(more) more such \(more == 1 ? "problem" : "problems")")
    }
    if repeatedCount > 0 { lines.append(LoadingMessages.repeated(repeatedPlaces, count: repeatedCount)) }
    if isStopped {
      lines.append("stopped at the first problem, as --strict asks")
    } else if articleCount == 0, repeatedCount == 0 {
      lines.append("no article could be read")
    } else if leftOut > 0 {
      lines.append("\(leftOut) left out, \(articleCount) \(articleCount == 1 ? "article" : "articles") read")
    }
    return lines.map { TerminalText.sanitise($0, lineBreaks: .blank) }
  }
}

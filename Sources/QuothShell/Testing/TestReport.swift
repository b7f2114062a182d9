//! What came of tests, as TAP 14 (testanything.org) or as the XML that JUnit made common.

internal import QuothRender

/// A form for what came of tests.
public enum TestFormat: String, CaseIterable, Sendable {
  case tap, junit
}

/// What came of one test.
struct TestResult {
  let name: String
  /// Nil where it came out as it should.
  let failure: TestFailure?
  /// Its stored answers were written anew.
  var isUpdated = false
}

/// Writes what came of tests. No times: the same tests give the same text.
enum TestReport {
  static func tapHead(count: Int) -> String { "TAP version 14\n1..\(count)\n" }

  /// One line, and below it what is wrong as YAML.
  static func tap(_ result: TestResult, number: Int) -> String {
    // `#` would begin a directive.
    let name = safe(result.name).replacing("\\", with: "\\\\").replacing("#", with: "\\#")
    guard let failure = result.failure else { return "ok \(number) - \(name)\n" }
    var text = "not ok \(number) - \(name)\n  ---\n  message: \(quoted(failure.message))\n"
    if let place = failure.place { text += "  at: \(quoted(place))\n" }
    if let evidence = failure.evidence {
      // The indent is told, as the first line may begin with blanks of its own.
      text += "  \(title(of: evidence)): |2\n"
      for line in evidence.lines { text += "    \(safe(line))\n" }
    }
    return text + "  ...\n"
  }

  private static func title(of evidence: TestFailure.Evidence) -> String {
    switch evidence {
    case .output: "output"
    case .difference: "diff"
    }
  }

  static func junit(_ results: [TestResult], suite: String) -> String {
    let failures = results.count { $0.failure != nil }
    let counts = "tests=\"\(results.count)\" failures=\"\(failures)\" errors=\"0\""
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites \(counts)>\n"
    text += "  <testsuite name=\"\(escaped(suite))\" \(counts)>\n"
    for result in results {
      let head = "    <testcase name=\"\(escaped(result.name))\" classname=\"\(escaped(suite))\""
      guard let failure = result.failure else {
        text += "\(head)/>\n"
        continue
      }
      let message = failure.place.map { "\($0): \(failure.message)" } ?? failure.message
      text += "\(head)>\n      <failure message=\"\(escaped(message))\">"
      text +=
        (failure.evidence?.lines ?? []).map { escaped($0) + "\n" }.joined() + "</failure>\n    </testcase>\n"
    }
    return text + "  </testsuite>\n</testsuites>\n"
  }

  private static func safe(_ text: String) -> String { TerminalText.sanitise(text, lineBreaks: .blank) }

  /// A scalar of YAML that holds any text.
  private static func quoted(_ text: String) -> String {
    "\"\(safe(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }

  private static func escaped(_ text: String) -> String {
    safe(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}

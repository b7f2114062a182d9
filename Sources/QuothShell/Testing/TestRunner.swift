//! `quoth test`: scripts run, and compared with their stored answers.

internal import QuothModel
internal import QuothRender

/// What is done with answers that are not as stored.
public enum TestMode: Hashable, Sendable {
  case compares
  /// They are stored in place of the old ones.
  case updates
}

/// Runs the scripts of folders.
public struct TestRunner {
  private let results: any TextSink
  private let messages: any TextSink
  private let mode: TestMode
  private let format: TestFormat
  /// A file for the results as JUnit has them, beside what is printed.
  private let junitFile: String?
  /// Articles that all scripts are to run on, whatever they say.
  private let corpus: [String]
  /// The articles at paths, or those that quoth finds by itself; nil, and told, where none can be read.
  private let load: ([String]) -> LoadedCorpus?
  private let isCancelled: @Sendable () -> Bool

  /// The report goes to `results`, summaries and failures to `messages`. `load` gives the articles of a script by
  /// their paths, an empty array meaning those that quoth finds by itself.
  public init(
    results: any TextSink, messages: any TextSink, mode: TestMode, format: TestFormat, junitFile: String?,
    corpus: [String], load: @escaping ([String]) -> LoadedCorpus?, isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.results = results
    self.messages = messages
    self.mode = mode
    self.format = format
    self.junitFile = junitFile
    self.corpus = corpus
    var loaded: [[String]: LoadedCorpus] = [:]
    self.load = { paths in
      if let known = loaded[paths] { return known }
      loaded[paths] = load(paths)
      return loaded[paths]
    }
    self.isCancelled = isCancelled
  }

  /// Runs the scripts at the paths: 0 where all came out as stored, 1 where one did not.
  public func run(_ paths: [String]) -> ExitStatus {
    var tests: [ScriptTest] = []
    for path in paths {
      switch ScriptTest.found(at: path) {
      case .success(let found): tests += found
      case .failure(let failure): return fail(failure.message)
      }
    }
    if format == .tap { results.write(TestReport.tapHead(count: tests.count)) }
    var finished: [TestResult] = []
    for (index, test) in tests.enumerated() {
      let result = result(of: test)
      if isCancelled() { return .interrupted }
      finished.append(result)
      if format == .tap {
        results.write(TestReport.tap(result, number: index + 1))
        results.flush()
      }
      if result.isUpdated { tell("\(test.answersPath) is written anew") }
      guard results.failure == nil else { return .success }
    }
    let report = TestReport.junit(finished, suite: paths.joined(separator: " "))
    if format == .junit { results.write(report) }
    let failures = finished.count { $0.failure != nil }
    tell(
      "\(tests.count) \(tests.count == 1 ? "script" : "scripts") tested, \(failures == 0 ? "none" : "\(failures)") failed"
    )
    if let junitFile, let refusal = write(report, to: TypedPath.resolved(junitFile)) { return fail(refusal) }
    return failures == 0 ? .success : .queryError
  }

  // MARK: One test

  private func result(of test: ScriptTest) -> TestResult {
    do {
      return TestResult(name: test.name, failure: nil, isUpdated: try isUpdated(test))
    } catch {
      return TestResult(name: test.name, failure: error)
    }
  }

  /// Tests one script. True where its answers were stored anew.
  private func isUpdated(_ test: ScriptTest) throws(TestFailure) -> Bool {
    guard TypedPath.exists(test.path) else {
      throw TestFailure("there are answers of this script, but no script")
    }
    let script = try test.script()
    let options = try test.options(of: script)
    guard let articles = load(corpus.isEmpty ? test.corpus(of: options) : corpus), articles.corpus != nil
    else {
      throw TestFailure("its articles cannot be read")
    }
    let stored = try test.answers()
    let (text, status) = try test.run(script, options, on: articles, isCancelled: isCancelled)
    guard status.code == options.status else {
      let last = text.trimmed.split(separator: "\n", omittingEmptySubsequences: false).suffix(12)
      throw TestFailure(
        "it ended with exit code \(status.code), not \(options.status)", at: test.name,
        .output(last.map(String.init)))
    }
    guard let stored else {
      guard mode == .updates else { throw TestFailure("it has no stored answers yet; --update stores them") }
      try store(text, of: test)
      return true
    }
    guard let difference = LineDifference(from: stored, to: text) else { return false }
    guard mode == .updates else {
      throw TestFailure(
        "its answers differ from those stored", at: "\(test.answersName):\(difference.firstLine)",
        .difference(["--- \(test.answersName)", "+++ \(test.name)"] + difference.lines))
    }
    try store(text, of: test)
    return true
  }

  private func store(_ text: String, of test: ScriptTest) throws(TestFailure) {
    if let refusal = write(text, to: test.answersPath) { throw TestFailure(refusal) }
  }

  // MARK: Output

  /// Writes a file whole or not at all; gives why it cannot.
  private func write(_ text: String, to path: String) -> String? {
    let written = WholeFile.open(path).flatMap { opened in
      var opened = opened
      opened.write(text)
      return opened.close()
    }
    guard case .failure(let failure) = written else { return nil }
    return "\(path) cannot be written: \(failure.reason)"
  }

  private func tell(_ text: String) {
    results.flush()
    messages.write("quoth: \(TerminalText.sanitise(text, lineBreaks: .blank))\n")
  }

  private func fail(_ message: String) -> ExitStatus {
    tell(message)
    return .data
  }
}

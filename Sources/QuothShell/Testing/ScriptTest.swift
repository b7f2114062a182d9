//! A script and its stored answers: found, run, compared.

internal import Glibc
internal import QuothModel
internal import QuothQuery

/// One script to be tested.
struct ScriptTest {
  /// As it is told: its path below the folder that was named.
  let name: String
  /// Where it lies.
  let path: String

  /// `who.answers` beside `who.query`.
  var answersPath: String { Self.answers(of: path) }
  var answersName: String { Self.answers(of: name) }

  static let ending = ".query"
  static let answersEnding = ".answers"
  private static func answers(of script: String) -> String { script.dropLast(ending.count) + answersEnding }

  /// Columns of the answers: a stored answer is read by people.
  private static let columns = 100

  /// The folder that the script lies in.
  private var folder: String { TypedPath.folder(of: path) }

  /// What the script and its folder say of how it is tested.
  func options(of script: Script) throws(TestFailure) -> TestOptions {
    var options = TestOptions()
    let shared = folder + TestOptions.fileName
    if TypedPath.exists(shared) {
      let text = try Self.text(of: shared, named: TestOptions.fileName)
      do {
        try options.read(folderOptions: text)
      } catch {
        throw TestFailure("\(TestOptions.fileName):\(error.line): \(error.message)")
      }
    }
    do {
      try options.read(headOf: String(decoding: script.text.bytes, as: UTF8.self))
    } catch {
      throw TestFailure("\(error.message)", at: "\(name):\(error.line)")
    }
    return options
  }

  /// The paths of articles that the options name, as seen from here.
  func corpus(of options: TestOptions) -> [String] {
    options.corpus.map { TypedPath.resolved($0, from: folder.isEmpty ? nil : folder) }
  }

  func script() throws(TestFailure) -> Script {
    switch Script.read(file: path) {
    case .success(let script): return script.named(name)
    case .failure(let failure): throw TestFailure(failure.message)
    }
  }

  /// The stored answers; nil where there are none.
  func answers() throws(TestFailure) -> String? {
    guard TypedPath.exists(answersPath) else { return nil }
    return try Self.text(of: answersPath, named: answersName)
  }

  private static func text(of path: String, named name: String) throws(TestFailure) -> String {
    switch Script.read(file: path) {
    case .success(let file):
      guard let text = String(validating: file.text.bytes, as: UTF8.self) else {
        throw TestFailure("\(name): it is not UTF-8 text")
      }
      return text
    case .failure(let failure): throw TestFailure(failure.message)
    }
  }

  /// What the script gives: each statement, and below it its answer and what is said of it.
  func run(
    _ script: Script, _ options: TestOptions, on articles: LoadedCorpus,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(TestFailure) -> (text: String, status: ExitStatus) {
    let parameters: [String: String]
    switch Parameters.read(options.parameters) {
    case .success(let values): parameters = values
    case .failure(let failure): throw TestFailure(failure.message)
    }
    if let refusal = Parameters.refusal(ofUnused: Array(parameters.keys), in: [script]) {
      throw TestFailure(refusal)
    }
    let buffer = TextBuffer()
    let console = Console(
      results: buffer, messages: buffer, isInteractive: false, usesColour: false, coloursMessages: false,
      columns: { Self.columns })
    let session = Session(
      corpus: articles.corpus ?? .empty, corrections: articles.corrections, console: console,
      format: options.format, parameters: parameters,
      isCancelled: isCancelled)
    session.filePolicy = .shown
    _ = session.reportCorrections()
    session.echo = { statement in
      if !buffer.text.isEmpty { buffer.write("\n") }
      buffer.write("\(Prompt.start)\(statement)\n")
    }
    let status = ScriptRunner(session: session, mode: options.mode).run([script])
    // Stored answers are text files, whatever ends the lines of a format.
    return (LineDifference.plainLineEnds(buffer.text), status)
  }
}

/// Why a test did not come out as it should.
struct TestFailure: Error {
  let message: String
  /// `who.query:3`, where there is a place.
  let place: String?
  let evidence: Evidence?

  /// Lines that show what is wrong.
  enum Evidence {
    /// What the script gave last.
    case output([String])
    /// How that differs from what is stored.
    case difference([String])

    var lines: [String] {
      switch self {
      case .output(let lines), .difference(let lines): lines
      }
    }
  }

  init(_ message: String, at place: String? = nil, _ evidence: Evidence? = nil) {
    self.message = message
    self.place = place
    self.evidence = evidence
  }
}

// Finding.
extension ScriptTest {
  /// The scripts at a path: itself, or those of a folder and the folders in it, by name.
  static func found(at typed: String) -> Result<[ScriptTest], ScriptFailure> {
    let path = TypedPath.resolved(typed)
    var status = stat()
    guard stat(path, &status) == 0 else {
      return .failure(ScriptFailure(message: "\(typed): \(SystemFailure().reason)"))
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      guard path.hasSuffix(ending) else {
        return .failure(
          ScriptFailure(message: "\(typed): a script to be tested has a name that ends in \(ending)"))
      }
      let name = path.dropFirst(TypedPath.folder(of: path).count)
      return .success([ScriptTest(name: String(name), path: path)])
    }
    let folder = path.hasSuffix("/") ? path : path + "/"
    let files = files(in: folder, below: "", depth: 0)
    let scripts = files.filter { $0.hasSuffix(ending) }
    guard !scripts.isEmpty else {
      return .failure(
        ScriptFailure(message: "\(typed): there is no script in it, whose name ends in \(ending)"))
    }
    // Answers without a script are tested too, and fail: someone has moved or lost it.
    let lost = files.filter { name in
      name.hasSuffix(answersEnding) && !scripts.contains(name.dropLast(answersEnding.count) + ending)
    }.map { String($0.dropLast(answersEnding.count) + ending) }
    return .success((scripts + lost).sorted().map { ScriptTest(name: $0, path: folder + $0) })
  }

  private static func files(in folder: String, below prefix: String, depth: Int) -> [String] {
    // Links may lead round in a ring.
    guard depth < 16, let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var found: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard !name.hasPrefix(".") else { continue }
      var status = stat()
      guard stat(folder + name, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        found += files(in: "\(folder)\(name)/", below: "\(prefix)\(name)/", depth: depth + 1)
      } else {
        found.append(prefix + name)
      }
    }
    return found
  }
}

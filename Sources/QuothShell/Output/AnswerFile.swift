//! `> "file"`: an answer written to a file, in the form of its ending.

internal import QuothQuery
internal import QuothRender

/// Where an answer goes.
enum AnswerTarget {
  case screen
  case file(AnswerFile)
}

/// What a file holds, by its ending.
enum AnswerFileKind: Hashable {
  case table(OutputFormat)
  /// A picture alone: `.svg`.
  case figure
  /// The answer with its articles, to be read: `.html`.
  case page

  init?(fileEnding: String) {
    switch fileEnding.lowercased() {
    case "svg": self = .figure
    case "html", "htm": self = .page
    default:
      guard let format = OutputFormat(fileEnding: fileEnding) else { return nil }
      self = .table(format)
    }
  }

  static let fileEndings = OutputFormat.fileEndings + ["svg", "html"]

  /// The ending of a path; empty where it has none.
  static func fileEnding(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return name.contains(".") ? String(name.split(separator: ".").last ?? "") : ""
  }
}

/// What becomes of an answer that is to go to a file.
enum FilePolicy {
  case written
  /// It is shown: a test leaves no files.
  case shown
}

/// A file for an answer.
struct AnswerFile {
  let path: String
  let kind: AnswerFileKind
  /// What becomes of a file that stands there already.
  var existing = WholeFile.Existing.replaced
  /// What stands for a missing value; nil leaves it to the format.
  var missing: String?

  /// The file of a destination, or what is wrong with its ending.
  static func of(_ destination: DestinationSyntax) -> Result<AnswerFile, CommandRefusal> {
    let path = destination.path
    guard let kind = AnswerFileKind(fileEnding: AnswerFileKind.fileEnding(of: path)) else {
      return .failure(noFormat(path, known: AnswerFileKind.fileEndings))
    }
    return .success(AnswerFile(path: TypedPath.resolved(path), kind: kind))
  }

  /// The format of a table that the ending of a path names, or that it names none.
  static func format(of path: String) -> Result<OutputFormat, CommandRefusal> {
    guard let format = OutputFormat(fileEnding: AnswerFileKind.fileEnding(of: path)) else {
      return .failure(noFormat(path, known: OutputFormat.fileEndings))
    }
    return .success(format)
  }

  private static func noFormat(_ path: String, known: [String]) -> CommandRefusal {
    let known = known.map { ".\($0)" }.joined(separator: ", ")
    return CommandRefusal(message: "the ending of \(path) names no format; there are \(known)")
  }

  /// Writes an answer as a table, whole or not at all. Gives what is to be told.
  func write(
    _ answer: ResultTable, as format: OutputFormat, source: Provenance? = nil, isCancelled: () -> Bool
  ) -> Outcome {
    write { file in
      try ResultRenderer(format: format, missing: missing, source: source).render(answer) { piece in
        if isCancelled() { throw CancellationError() }
        file.write(piece)
      }
      return "\(answer.rows.count) \(answer.rows.count == 1 ? "row" : "rows")"
    }
  }

  /// Writes text whole or not at all, as it is made; `what` it is.
  func write(
    _ what: String = "text", isCancelled: @escaping () -> Bool,
    _ pieces: ((String) throws -> Void) throws -> Void
  ) -> Outcome {
    write { file in
      try pieces { piece in
        if isCancelled() { throw CancellationError() }
        file.write(piece)
      }
      return what
    }
  }

  private func write(_ body: (inout WholeFile) throws -> String) -> Outcome {
    var file: WholeFile
    switch WholeFile.open(path) {
    case .success(let opened): file = opened
    case .failure(let failure): return refusal(failure)
    }
    guard let size = try? body(&file) else {
      file.abandon()
      return .failure(ExecutionMessages.text(of: .cancelled), .interrupted)
    }
    switch file.close(existing: existing) {
    case .success(let before):
      var outcome = Outcome()
      outcome.writtenFile = path
      outcome.footer = "\(size) written to \(path)\(before == .file ? ", in place of what it held" : "")\n"
      return outcome
    case .failure(let failure): return refusal(failure)
    }
  }

  private func refusal(_ failure: SystemFailure) -> Outcome {
    .failure("\(path) cannot be written: \(failure.reason)", .data)
  }
}

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
}

/// A file for an answer.
struct AnswerFile {
  let path: String
  let kind: AnswerFileKind

  /// The file of a destination, or what is wrong with its ending.
  static func of(_ destination: DestinationSyntax) -> Result<AnswerFile, CommandRefusal> {
    let name = destination.path.split(separator: "/").last ?? ""
    let ending = name.contains(".") ? String(name.split(separator: ".").last ?? "") : ""
    guard let kind = AnswerFileKind(fileEnding: ending) else {
      let known = AnswerFileKind.fileEndings.map { ".\($0)" }.joined(separator: ", ")
      return .failure(
        CommandRefusal(message: "the ending of \(destination.path) names no format; there are \(known)"))
    }
    return .success(AnswerFile(path: TypedPath.resolved(destination.path), kind: kind))
  }

  /// Writes an answer as a table, whole or not at all. Gives what is to be told.
  func write(
    _ answer: ResultTable, as format: OutputFormat, source: Provenance? = nil, isCancelled: () -> Bool
  ) -> Outcome {
    write { file in
      try ResultRenderer(format: format, source: source).render(answer) { piece in
        if isCancelled() { throw CancellationError() }
        file.write(piece)
      }
      return "\(answer.rows.count) \(answer.rows.count == 1 ? "row" : "rows")"
    }
  }

  /// Writes text whole or not at all; `what` it is.
  func write(_ text: String, _ what: String = "text") -> Outcome {
    write { file in
      file.write(text)
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
    switch file.close() {
    case .success(let before):
      var outcome = Outcome()
      outcome.footer = "\(size) written to \(path)\(before == .file ? ", in place of what it held" : "")\n"
      return outcome
    case .failure(let failure): return refusal(failure)
    }
  }

  private func refusal(_ failure: SystemFailure) -> Outcome {
    .failure("\(path) cannot be written: \(failure.reason)", .data)
  }
}

//! `> "file"`: an answer written to a file, in the format of its ending.

internal import QuothQuery
internal import QuothRender

/// Where an answer goes.
enum AnswerTarget {
  case screen
  case file(AnswerFile)
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
  let format: OutputFormat
  /// What becomes of a file that stands there already.
  var existing = WholeFile.Existing.replaced
  /// What stands for a missing value; nil leaves it to the format.
  var missing: String?

  /// The file of a destination, or what is wrong with its ending.
  static func of(_ destination: DestinationSyntax) -> Result<AnswerFile, CommandRefusal> {
    format(of: destination.path).map { AnswerFile(path: TypedPath.resolved(destination.path), format: $0) }
  }

  /// The format that the ending of a path names, or that it names none.
  static func format(of path: String) -> Result<OutputFormat, CommandRefusal> {
    let name = path.split(separator: "/").last ?? ""
    let ending = name.contains(".") ? String(name.split(separator: ".").last ?? "") : ""
    guard let format = OutputFormat(fileEnding: ending) else {
      let known = OutputFormat.fileEndings.map { ".\($0)" }.joined(separator: ", ")
      return .failure(CommandRefusal(message: "the ending of \(path) names no format; there are \(known)"))
    }
    return .success(format)
  }

  /// Writes an answer whole or not at all. Gives what is to be told.
  func write(_ answer: ResultTable, isCancelled: () -> Bool) -> Outcome {
    write { file in
      try ResultRenderer(format: format, missing: missing).render(answer) { piece in
        if isCancelled() { throw CancellationError() }
        file.write(piece)
      }
      return "\(answer.rows.count) \(answer.rows.count == 1 ? "row" : "rows")"
    }
  }

  /// Writes text whole or not at all.
  func write(_ text: String) -> Outcome {
    write { file in
      file.write(text)
      return "text"
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

//! `--output FOLDER`: the answers of scripts, a file each.

internal import Glibc
internal import QuothQuery
internal import QuothRender

/// A folder for answers. The third answer of `weekly.query` goes to `weekly-03.csv`: a statement that shows something
/// has a number, whether it succeeds or not, so that a file keeps its name.
public final class AnswerFolder {
  private let path: String
  /// How many answers each script has had, by its name without folder and ending.
  private var counts: [String: Int] = [:]

  private init(path: String) { self.path = path }

  /// The folder, made where there is none with all that lead to it; or why nothing can be written to it. Where scripts
  /// are only checked, none is made.
  public static func open(_ typed: String, _ mode: ScriptMode) -> Result<AnswerFolder, ScriptFailure> {
    let path = TypedPath.resolved(typed)
    func failure(_ reason: String) -> Result<AnswerFolder, ScriptFailure> {
      .failure(ScriptFailure(message: "answers cannot be written to \(typed): \(reason)"))
    }
    let obstacle = mode.checksOnly ? nil : TypedPath.makeFolders(of: path + "/", 0o777)
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else { return failure("it is no folder") }
      guard access(path, W_OK | X_OK) == 0 else { return failure(SystemFailure().reason) }
    } else if !mode.checksOnly {
      return failure(obstacle ?? SystemFailure().reason)
    }
    return .success(AnswerFolder(path: path.hasSuffix("/") ? path : path + "/"))
  }

  /// What is left to show of an outcome when its answer has gone to a file.
  func take(
    _ outcome: Outcome, of syntax: StatementSyntax?, in script: Script, _ rendering: Rendering,
    _ files: AnswerFiles
  ) -> Outcome {
    guard hasAnswer(syntax, outcome) else { return outcome }
    let number = nextNumber(for: script)
    let isTable = outcome.showsAnswer && outcome.answer != nil
    guard isTable || outcome.hasResults else { return outcome }
    let format = isTable ? rendering.format : .table
    let file = AnswerFile(
      path: "\(path)\(number).\(format.fileEnding)", kind: .table(format), missing: rendering.missing)
    let written: Outcome
    if isTable, let answer = outcome.answer {
      let source = syntax?.pipeline.flatMap { files.source(of: answer, $0) }
      written = file.write(answer, as: format, source: source, isCancelled: files.isCancelled)
    } else {
      written = file.write(isCancelled: files.isCancelled) { write in
        try write(outcome.results)
        try outcome.pieces?(write)
      }
    }
    var left = outcome
    (left.results, left.pieces, left.showsAnswer) = ("", nil, false)
    left.footer = written.footer + outcome.footer
    left.writtenFile = written.writtenFile
    if let problem = written.problem {
      left.status = written.status
      left.messages += rendering.message(problem, at: syntax.flatMap { script.place(of: $0.range) })
    }
    return left
  }

  /// Whether a statement is one that shows something: as it stands, so that a failure moves no number.
  private func hasAnswer(_ syntax: StatementSyntax?, _ outcome: Outcome) -> Bool {
    switch syntax {
    case .query(let query): query.destination == nil
    case .explain: true
    case .command(let command): command.showsSomething
    case .binding, .expectation, .amendment, nil: false
    }
  }

  private func nextNumber(for script: Script) -> String {
    let file = script.name?.split(separator: "/").last.map(String.init) ?? "answer"
    let name = file.lastIndex(of: ".").map { $0 == file.startIndex ? file : String(file[..<$0]) } ?? file
    let count = counts[name, default: 0] + 1
    counts[name] = count
    return "\(name)-\(count < 10 ? "0" : "")\(count)"
  }
}

//! `source FILE`: a script within a session or another script.

internal import QuothQuery

/// Runs the statements of a file.
struct SourceCommand {
  /// How many scripts may name one another.
  static let depthLimit = 16

  /// What names the file.
  let script: Script
  /// How many scripts stand around it.
  let depth: Int
  let runScript: (Script) -> Ending

  func run(_ text: CommandText) -> Outcome {
    let words: [String]
    switch text.words {
    case .success(let found): words = found
    case .failure(let refusal): return .failure(refusal.message)
    }
    guard let name = words.first else {
      return .failure("source needs the name of a file, such as `source weekly.query`")
    }
    guard words.count == 1 else {
      return .failure("source takes one file; a name with blanks stands in quotation marks")
    }
    guard depth < Self.depthLimit else {
      return .failure("\(Self.depthLimit) scripts name one another here; does one of them name itself?")
    }
    // A script names its neighbours from where it lies itself; someone at a prompt, from the working folder.
    switch Script.read(file: TypedPath.resolved(name, from: script.folder)) {
    case .failure(let failure): return .failure(failure.message, .data)
    case .success(let script):
      let ending = runScript(script)
      var outcome = Outcome()
      outcome.status = ending.status
      outcome.leaves = ending.leaves
      return outcome
    }
  }
}

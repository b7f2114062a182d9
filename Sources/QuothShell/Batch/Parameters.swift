//! `--param name=value`: what `$name` stands for in queries.

internal import QuothQuery

/// Values given from outside.
public enum Parameters {
  /// The values by name, or what is wrong with them: each is given once, as `name=value`.
  public static func read(_ arguments: [String]) -> Result<[String: String], ScriptFailure> {
    var values: [String: String] = [:]
    for argument in arguments {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, QueryLanguage.isName(String(parts[0])) else {
        return .failure(
          ScriptFailure(message: "‘\(argument)’ is no parameter; write it as --param name=value"))
      }
      guard values.updateValue(String(parts[1]), forKey: String(parts[0])) == nil else {
        return .failure(ScriptFailure(message: "the parameter ‘\(parts[0])’ is given twice"))
      }
    }
    return .success(values)
  }

  /// Why these scripts cannot be run with these parameters: a name that none of them uses is a slip, and would go
  /// unnoticed where the script has a text of its own for the right name.
  public static func refusal(ofUnused names: [String], in scripts: [Script]) -> String? {
    let used = scripts.map { UsedNames(in: $0) }
    // What is sourced is known only when it is read.
    guard !used.contains(where: \.usesOthers) else { return nil }
    let known = Set(used.flatMap(\.names)).sorted()
    guard let unused = names.sorted().first(where: { !known.contains($0) }) else { return nil }
    let near = Speller.nearest(to: unused, among: known, atMost: 1).first.map { "; did you mean \($0)?" }
    let others =
      known.isEmpty ? "; no name is" : "; those are \(known.map { "$\($0)" }.joined(separator: ", "))"
    return "the parameter ‘\(unused)’ is never used as $\(unused)\(near ?? others)"
  }
}

/// The names after `$` in a script.
private struct UsedNames {
  let names: Set<String>
  /// It runs other scripts, which may use more.
  let usesOthers: Bool

  init(in script: Script) {
    let text = script.text
    names = Set(
      Lexer.tokens(of: text).filter { $0.kind == .variable }.map {
        String(text.string(in: $0.range).dropFirst())
      })
    usesOthers = QueryLanguage.parse(text).script.statements.contains { statement in
      if case .command(let command) = statement { command.command == .source } else { false }
    }
  }
}

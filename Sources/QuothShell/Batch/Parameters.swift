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
        return .failure(ScriptFailure(message: "‘\(argument)’ is no parameter; write it as name=value"))
      }
      guard values.updateValue(String(parts[1]), forKey: String(parts[0])) == nil else {
        return .failure(ScriptFailure(message: "the parameter ‘\(parts[0])’ is given twice"))
      }
    }
    return .success(values)
  }
}

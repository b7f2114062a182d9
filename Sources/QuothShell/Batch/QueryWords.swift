//! Queries on the command line that the command shell has taken apart.

internal import QuothQuery

/// Words that somebody meant as a query.
public enum QueryWords {
  /// Why words are no single query: the command shell took its quotation marks, or there were none.
  public static func refusal(of words: [String]) -> String? {
    guard let first = words.first, words.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else {
      return "the query is empty"
    }
    if let option = words.first(where: { $0.hasPrefix("-") }) { return "unknown option ‘\(option)’" }
    guard words.count > 1 else { return nil }
    // Several whole queries, each in its quotation marks.
    if first.contains(" ") { return "one query is taken; several are written in one with ; between them" }
    return "the query has to stand in quotation marks: quoth query \(quoted(words))"
  }

  /// Why paths are none: they begin as a query does, and there is no such file.
  public static func refusal(ofPaths paths: [String]) -> String? {
    guard let first = paths.first, let word = first.split(separator: " ").first, !TypedPath.exists(first),
      QueryCollection(word: String(word)) != nil
        || ["let", "expect", "explain", "describe"].contains(word.lowercased())
    else { return nil }
    return "there is no file or folder ‘\(first)’; a query is asked by quoth query \(quoted(paths))"
  }

  /// In marks that the command shell leaves alone.
  private static func quoted(_ words: [String]) -> String {
    "'\(words.joined(separator: " ").replacing("'", with: "'\\''"))'"
  }
}

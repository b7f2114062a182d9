//! Colours for scripts in VS Code and other editors that read TextMate grammars, made from the words of the language.

internal import QuothQuery

/// The file `syntaxes/quoth.tmLanguage.json`.
public enum TextMateGrammar {
  /// The file's content, in JSON.
  public static var text: String {
    let patterns =
      fixed.map { pattern($0.name, $0.match) }
      + order.map { pattern($0.1, word($0.0.words)) }
    return """
      {
        "information_for_contributors": ["Made from the words of the language by `quoth generate textmate`; changes belong there."],
        "name": "quoth",
        "scopeName": "source.quoth",
        "fileTypes": ["query"],
        "firstLineMatch": "^#!.*\\\\bquoth\\\\b",
        "patterns": [
      \(regions),
      \(patterns.joined(separator: ",\n"))
        ]
      }

      """
  }

  /// What has an end of its own.
  private static let regions = """
        {"name": "string.quoted.double.quoth", "begin": "\\"", "end": "\\"", "patterns": [{"name": "constant.character.escape.quoth", "match": "\\\\\\\\."}]},
        {"name": "string.quoted.other.quoth", "begin": "[“„]", "end": "[”“]"},
        {"name": "string.quoted.single.quoth", "begin": "(?<=^|[\\\\s(=,])'", "end": "'"},
        {"name": "string.regexp.quoth", "match": "(?<=~)\\\\s*/(?:\\\\\\\\.|[^/\\\\\\\\\\\\n])*/"}
    """

  private static let fixed: [(name: String, match: String)] = [
    ("comment.line.number-sign.quoth", "#.*$"), ("variable.other.quoth", "\\$[\\p{L}\\p{N}_.&-]+"),
    ("constant.numeric.date.quoth", "\\b\\d{4}-\\d{2}(?:-\\d{2})?\\b"),
    ("constant.numeric.quoth", "(?<![\\p{L}\\p{N}_.&-])-?\\d+(?:\\.\\d+)?(?![\\p{L}\\p{N}_.&-])"),
    ("keyword.operator.quoth", "!=|[<>]=?|[=~|]"),
  ]

  /// The first that fits a word is taken: one that begins something is most often that.
  private static let order: [(LanguageWordClass, String)] = [
    (.statement, "keyword.control.quoth"), (.command, "keyword.other.command.quoth"),
    (.constant, "constant.language.quoth"), (.operator, "keyword.operator.word.quoth"),
    (.clause, "keyword.other.clause.quoth"), (.collection, "storage.type.collection.quoth"),
    (.figure, "support.function.quoth"), (.field, "variable.other.member.quoth"),
  ]

  private static func word(_ words: [String]) -> String {
    "(?i)(?<![\\p{L}\\p{N}_.&-])(?:\(words.joined(separator: "|")))(?![\\p{L}\\p{N}_.&-])"
  }

  private static func pattern(_ name: String, _ match: String) -> String {
    let escaped = match.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "    {\"name\": \"\(name)\", \"match\": \"\(escaped)\"}"
  }
}

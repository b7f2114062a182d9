//! The kinds of input that are made twice as large. A new kind is a line here.

enum DoublingCases {
  static let all = scripts + answers + articles

  private static func times(_ part: String) -> @Sendable (Int) -> String {
    { String(repeating: part, count: $0) }
  }

  private static func list(
    _ start: String, _ joint: String, _ end: String = "", _ part: @escaping @Sendable (Int) -> String
  ) -> @Sendable (Int) -> String {
    { count in start + (0..<count).map(part).joined(separator: joint) + end }
  }

  /// Texts of the language, right and wrong, below their limits and far beyond.
  private static let scripts: [DoublingCase] = [
    DoublingCase("clauses", .script, 400, list("quotes ", " ") { _ in "by Raisi" }),
    DoublingCase("clauses beyond the limit", .script, 20_000, list("quotes ", " ") { _ in "by Raisi" }),
    DoublingCase("unknown names", .script, 400, list("quotes by ", " or ") { "Name\($0)" }),
    DoublingCase("names beyond the limit", .script, 20_000, list("quotes by ", " or ") { "Name\($0)" }),
    DoublingCase(
      "values of a list", .script, 400, list("quotes where speaker in (", ", ", ")") { "Name\($0)" }),
    DoublingCase(
      "list beyond the limit", .script, 20_000, list("quotes where speaker in (", ", ", ")") { "N\($0)" }),
    DoublingCase("conditions", .script, 400, list("quotes where ", " and ") { "words > \($0)" }),
    DoublingCase("alternatives", .script, 400, list("quotes where ", " or ") { "words > \($0)" }),
    DoublingCase("wrong conditions", .script, 400, list("quotes where ", " and ") { _ in "words => 1" }),
    DoublingCase("unknown fields", .script, 400, list("quotes where ", " and ") { "wrods\($0) = 1" }),
    DoublingCase("columns", .script, 400, list("quotes show ", ", ") { _ in "text" }),
    DoublingCase("unknown columns", .script, 400, list("quotes show ", ", ") { "texxt\($0)" }),
    DoublingCase("sort keys", .script, 400, list("quotes sort by ", ", ") { _ in "date" }),
    DoublingCase("sets", .script, 90, list("quotes", "") { _ in " union quotes" }),
    DoublingCase("sets beyond the limit", .script, 20_000, list("quotes", "") { _ in " union quotes" }),
    DoublingCase("stages", .script, 90, list("quotes", "") { _ in " | limit 5" }),
    DoublingCase("pipes", .script, 2_000, times("quotes|")),
    DoublingCase("brackets", .script, 50_000, list("quotes where ", "", "known") { _ in "(" }),
    DoublingCase("nots", .script, 20_000, list("quotes where ", "", "known") { _ in "not " }),
    DoublingCase("unclosed brackets", .script, 2_000, times("let a = (quotes union (quotes\n")),
    DoublingCase("statements", .script, 500, times("quotes by Raisi\n")),
    DoublingCase("wrong statements", .script, 500, times("qoutes by Raisi\n")),
    DoublingCase("unclosed marks", .script, 2_000, times("quotes by \"x\n")),
    DoublingCase("unclosed expressions", .script, 2_000, times("x = /\n")),
    DoublingCase("bindings of texts", .script, 450, list("", "\n") { "let n\($0) = \"x\"" }),
    DoublingCase("bindings of rows", .script, 450, list("", "\n") { "let n\($0) = quotes by Raisi" }),
    DoublingCase("bindings beyond the limit", .script, 8_000, list("", "\n") { "let n\($0) = \"x\"" }),
    DoublingCase(
      "rows from it", .script, 4_000, { "quotes\n" + String(repeating: "it limit 2\n", count: $0) }),
    DoublingCase("unknown variables", .script, 400, list("quotes by ", " or ") { "$x\($0)" }),
    DoublingCase("words of a name", .script, 10_000, list("quotes by ", " ") { _ in "ab" }),
    DoublingCase("letters of a name", .script, 200_000, list("quotes by ", "") { _ in "a" }),
    DoublingCase("letters of a string", .script, 200_000, list("quotes by \"", "", "\"") { _ in "a" }),
    DoublingCase(
      "words of a pattern", .script, 10_000, list("quotes where text contains \"", " ", "\"") { _ in "ab" }),
    DoublingCase("one bad character", .script, 200_000, times("!")),
    DoublingCase("bad characters", .script, 20_000, times("! ")),
    DoublingCase("bad characters on lines", .script, 2_000, times("!\n")),
    DoublingCase("letters with many marks", .script, 100_000, list("quotes by a", "") { _ in "\u{301}" }),
    DoublingCase("comments", .script, 10_000, times("# a comment\n")),
    DoublingCase("empty lines", .script, 200_000, times("\n")),
    DoublingCase("semicolons", .script, 50_000, times(";")),
    DoublingCase("escapes", .script, 100_000, list("quotes by \"", "", "\"") { _ in "\\\"" }),
    DoublingCase("topic terms", .script, 400, list("topic define x = ", ", ") { "\"t\($0)\"" }),
    DoublingCase(
      "a select of many columns", .script, 2_000, list("select ", ", ", " from quotes") { "c\($0)" }),
    DoublingCase("a long question", .script, 2_000, list("who ", " ", "?") { _ in "said that" }),
  ]

  /// Queries over ever longer texts.
  private static let answers: [DoublingCase] = [
    DoublingCase(
      "words", .answer("sentences | frequencies"), 300, times("The boats of Quillport left at \\n noon. ")),
    DoublingCase(
      "different words", .answer("articles | frequencies"), 300, list("", " ") { "The boat\($0) left." }),
    DoublingCase(
      "a phrase", .answer("sentences where text contains \"boats left\""), 300, times("The boats left. ")),
    DoublingCase(
      "words near each other", .answer("sentences | concordance of \"boats NEAR/3 noon\""), 200,
      times("The boats left at noon. ")),
    DoublingCase(
      "nearness in a long sentence", .answer("articles where text contains \"boats NEAR/5 piers\""), 2_000,
      list("It was ", " ", ".") { _ in "boats" }),
    DoublingCase(
      "n-grams", .answer("articles | ngrams 3"), 300, times("The boats of Quillport left at noon. ")),
    DoublingCase(
      "collocates", .answer("articles | collocates of \"boats\""), 300, times("The boats left at noon. ")),
    DoublingCase(
      "dispersion", .answer("articles | dispersion of \"boats\""), 300, times("The boats left at noon. ")),
    DoublingCase(
      "an expression", .answer("sentences where text ~ /bo+ats/"), 300, times("The boats left at noon. ")),
    DoublingCase(
      "an expression on decomposed letters", .answer("articles where text ~ /zzz/"), 2_000,
      times("cafe\u{301} au lait ")),
    DoublingCase(
      "rows with marks", .answer("sentences where text contains \"boats\""), 300, times("The boats left. ")),
    DoublingCase(
      "groups", .answer("sentences group by words"), 300, list("", " ") { "The boat \($0) left." }),
    DoublingCase(
      "sorting", .answer("sentences sort by text desc"), 300,
      list("", " ") { "Boat \($0 * 7919 % 1000) left." }),
  ]

  /// Files of articles of every kind.
  private static let articles: [DoublingCase] = [
    DoublingCase(
      "people of one surname", .articles("txt"), 60,
      list("", "\n\n") { "Anna\($0)x Lund said the boats were late. “We wait,” Lund said." }),
    DoublingCase(
      "people with a role", .articles("txt"), 60,
      list("", "\n\n") {
        "Anna\($0)x Lund, a spokesman, met the spokesman Bo\($0)y Orr. “We wait,” the spokesman said."
      }),
    DoublingCase(
      "quotations within a report", .articles("txt"), 60, times("Lund called it “a ruin” and Orr “a jewel”; ")
    ),
    DoublingCase(
      "nested elements", .articles("html"), 300,
      { String(repeating: "<div class=entry-content>The boats left at noon today. ", count: $0) }),
    DoublingCase("sentences", .articles("txt"), 100, times("The boats left at noon. ")),
    DoublingCase(
      "paragraphs", .articles("txt"), 100, times("The boats of Quillport left at noon today.\n\n")),
    DoublingCase(
      "blank lines", .articles("txt"), 20_000, { "The boats left." + String(repeating: "\n", count: $0) }),
    DoublingCase(
      "rows of a table", .articles("csv"), 7, list("id,text\n", "\n") { "a\($0),The boats left \($0)." }),
    DoublingCase(
      "lines of JSON", .articles("jsonl"), 7, list("", "\n") { "{\"text\": \"The boats left \($0).\"}" }),
    DoublingCase(
      "tags", .articles("html"), 100,
      list("<html><body><article>", "", "</article></body></html>") { "<p>The boats left \($0).</p>" }),
  ]
}

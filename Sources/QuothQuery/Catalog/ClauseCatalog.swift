//! The one definition of clauses, stages, operators and figures: help and completion read it.

internal import QuothStatistics

/// What a piece of the language is.
public struct ClauseDefinition: Hashable, Sendable {
  /// Where it can stand.
  public enum Group: String, CaseIterable, Hashable, Sendable {
    case rows, clause, stage, analysis, statement, condition, pattern, figure, period
  }

  /// Where it can stand.
  public let group: Group
  /// The word or sign that help is asked for by.
  public let name: String
  /// How it is written.
  public let form: String
  /// One line for help.
  public let summary: String
  /// Queries that run on any corpus that has what they leave to it.
  public let examples: [Template]
  /// What else its page says.
  public var detail: String?

  /// The summary up to its first semicolon.
  public var shortSummary: String { String(summary.prefix { $0 != ";" }) }
}

/// The pieces of the language, in the order help lists them.
public enum ClauseCatalog {
  /// All pieces, those of a group beside each other.
  public static let all: [ClauseDefinition] =
    rows + clauses + stages + analyses + statements + conditions + patterns + figures + periods

  /// Other words that help is asked for by.
  private static let otherNames = [
    "average": "mean", "maximum": "max", "minimum": "min", "regex": "~", "regexp": "~", "wildcard": "*",
    "wildcards": "*", "null": "is missing", "missing": "is missing",
    "variable": "$", "variables": "$", "minus": "except",
    "kwic": "concordance", "plot": "chart", "graph": "chart", "picture": "chart", "histogram": "chart",
    "keyness": "keywords", "wordlist": "frequencies", "collocations": "collocates",
    "frequency": "frequencies", "audit": "sources", "versus": "compare", "reuse": "variants",
    "duplicates": "variants", "n-grams": "ngrams",
    "bigrams": "ngrams", "trend": "timeline",
    "file": "> file", "save": "> file", "export": "> file", "random": "sample",
  ]

  /// The pieces that a word or sign names, in any case.
  public static func definitions(named name: String) -> [ClauseDefinition] {
    let lowered = name.lowercased()
    let names = [lowered.hasPrefix("near/") ? "near" : lowered, otherNames[lowered]].compactMap(\.self)
    return all.filter { piece in names.contains { piece.name == $0 || piece.name.hasPrefix($0 + " ") } }
  }

  private static let clauses: [ClauseDefinition] = [
    piece(
      .clause, "by", "by NAME or NAME", "who says it; of articles, who wrote it",
      "quotes by {speaker} or {speaker2}"),
    piece(.clause, "to", "to NAME or NAME", "who is addressed", "quotes to {addressee}"),
    piece(
      .clause,
      "about", "about NAME or NAME", "a topic, person, place or organization; failing those, a word",
      "quotes about {topic}"),
    piece(.clause, "in", "in NAME or NAME", "an outlet or an article", "quotes in {outlet}"),
    piece(
      .clause,
      "with repeats", "with repeats", "pull quotes and captions that repeat a quotation come in too",
      "quotes by {speaker} with repeats"),
    piece(
      .clause,
      "where", "where CONDITION", "rows for which the condition holds; joined by and, or, not",
      "quotes where topic = {topic} and words > 10"),
    piece(
      .clause,
      "group by", "group by FIELD, FIELD", "one row per value, with a count; also day, week, month … (date)",
      "quotes group by speaker", "quotes group by month(date)"),
    piece(
      .clause,
      "sort by", "sort by FIELD desc, FIELD", "the order; upwards unless desc", "quotes sort by words desc"),
    piece(.clause, "limit", "limit NUMBER", "so many rows at most", "quotes limit 5"),
    piece(
      .clause,
      "show", "show FIELD, FIELD", "the columns; after group by also figures",
      "quotes show speakers, text", "quotes group by outlet show count, mean(words)"),
  ]

  private static let conditions: [ClauseDefinition] = [
    piece(
      .condition, "=", "FIELD = VALUE", "equal; of several values, any", "quotes where speaker = {speaker}"),
    piece(
      .condition, "!=", "FIELD != VALUE", "not equal; of several values, none",
      "quotes where outlet != {outlet}"),
    piece(.condition, "<", "FIELD < VALUE", "less, or before; also <=", "quotes where words < 5"),
    piece(
      .condition,
      ">", "FIELD > VALUE", "more, or after; also >=; dates are 2023, 2023-12 or 2023-12-04",
      "quotes where date >= {month}"),
    piece(
      .condition, "in (", "FIELD in (VALUE, VALUE)", "one of these", "quotes where kind in (direct, mixed)"),
    piece(
      .condition,
      "between", "FIELD between VALUE and VALUE", "from one to the other, both included",
      "quotes where date between 2000 and {month}"),
    piece(
      .condition,
      "contains", "FIELD contains \"PATTERN\"",
      "words of one sentence; * is the rest of a word, ? a letter, a lone * one word, NEAR/5 nearness",
      "quotes where text contains \"{term}*\"", "quotes where text contains \"{place} NEAR/5 {place2}\"",
      detail:
        "A pattern never crosses the end of a sentence, nor do concordance, collocates and dispersion. "
        + "A word with hyphens is one word, such as anti-US or Díaz-Canel. So \"anti*\" finds the first, but "
        + "\"canel\" does not find the second: \"*canel\" does, and \"díaz*\"."),
    piece(
      .condition,
      "~", "FIELD ~ /REGEX/", "a regular expression, case folded", "quotes where text ~ /{term}\\w*/",
      detail: "A letter with its accent matches in both forms of Unicode: as one character, and as two."),
    piece(
      .condition,
      "is missing", "FIELD is missing", "has no value; also is not missing",
      "articles where date is missing"),
    piece(.condition, "and", "CONDITION and CONDITION", "both", "quotes where words > 5 and words < 10"),
    piece(.condition, "or", "CONDITION or CONDITION", "either", "quotes where words < 3 or words > 30"),
    piece(.condition, "not", "not CONDITION", "the opposite", "quotes where not topic = {topic}"),
  ]

  private static let patterns: [ClauseDefinition] = [
    piece(
      .pattern,
      "*", "WORD*, *WORD, *", "in a pattern: any letters, or none; alone, one word",
      "quotes where text contains \"{term}*\"", "quotes where text contains \"the * of\""),
    piece(.pattern, "?", "WO?D", "in a pattern: one letter", "quotes where text contains \"wom?n\""),
    piece(
      .pattern,
      "near", "\"WORDS NEAR/N WORDS\"",
      "in a pattern: both in one sentence, in any order, with at most N words between them (0 to 100)",
      "quotes where text contains \"{place} NEAR/5 {place2}\""),
  ]

  private static let periods: [ClauseDefinition] = Period.allCases.map { period in
    ClauseDefinition(
      group: .period, name: period.rawValue, form: "\(period.rawValue)(date)",
      summary: "the \(period.rawValue) of a date, to group by",
      examples: [Template("quotes group by \(period.rawValue)(date)")])
  }

  private static let figures: [ClauseDefinition] = [
    piece(
      .figure,
      "count", "count, count(FIELD)", "rows; with a field, how many different values",
      "quotes group by speaker show count, count(article)", "quotes | count"),
    piece(
      .figure, "share", "share", "the part of all rows, 0 to 1", "quotes group by speaker show count, share"),
    piece(
      .figure, "min", "min(FIELD)", "the least number or first day", "quotes group by speaker show min(date)"),
    piece(
      .figure, "max", "max(FIELD)", "the greatest number or last day",
      "quotes group by speaker show max(words)"),
    piece(.figure, "sum", "sum(FIELD)", "the sum of a number", "quotes group by speaker show sum(words)"),
    piece(.figure, "mean", "mean(FIELD)", "the average", "quotes group by speaker show mean(words)"),
    piece(
      .figure, "median", "median(FIELD)", "the middle value", "quotes group by speaker show median(words)"),
  ]

  private static let rows: [ClauseDefinition] = [
    piece(
      .rows, "$", "$NAME", "the rows or the text that let, or --param outside, gave a name to",
      "let hostile = quotes about {topic}; $hostile by {speaker}", "let who = \"{speaker}\"; quotes by $who"),
    piece(.rows, "it", "it", "the rows of the last answer", "quotes by {speaker}; it where topic = {topic}"),
    piece(
      .rows, "union", "ROWS union ROWS", "rows of either, each once; both of one collection",
      "quotes by {speaker} union quotes about {topic}"),
    piece(
      .rows, "intersect", "ROWS intersect ROWS", "rows of both",
      "let a = quotes by {speaker}; $a intersect quotes about {topic}"),
    piece(
      .rows, "except", "ROWS except ROWS", "rows of the first that are not rows of the second",
      "quotes about {topic} except quotes by {speaker}", "quotes except (quotes sort by words desc | limit 5)"
    ),
  ]

  private static let stages: [ClauseDefinition] = [
    piece(
      .stage, "|", "ROWS | STAGE",
      "does one more thing with the rows so far: a clause, an analysis, count, sample, read or chart",
      "quotes by {speaker} | count", "quotes group by speaker | where count > 3"),
    piece(
      .stage, "sample", "| sample NUMBER seed NUMBER",
      "so many rows drawn at random; the same ones for the same seed, which is 1 unless told",
      "quotes | sample 5", "quotes | sample 5 seed 42"),
    piece(
      .stage, "read", "| read", "the articles of the rows as running text, their quotations marked",
      "articles in {outlet} | read"),
    piece(
      .stage, "chart", "| chart bar, line or dispersion",
      "a picture of figures: bars of groups and words, a line over time, places of words; chosen from the table unless "
        + "told; > \"x.svg\" writes it",
      "quotes group by speaker | chart", "quotes | timeline | chart",
      "articles group by month(date) | chart bar",
      "articles | dispersion of \"{term}*\" | chart",
      "outlets show name, articles | chart > \"outlets.svg\""),
  ]

  /// What is made of the words, or of the days, of rows.
  private static let analyses: [ClauseDefinition] = [
    piece(
      .analysis, "concordance", "| concordance \"PATTERN\" width N sort left N, right N, FIELD",
      "every place where words stand, one under the other, with what is before and after them; of articles, in their running text",
      "quotes | concordance \"{term}*\"", "articles | concordance \"{place}\" width 30 sort right 1",
      "quotes by {speaker} | concordance \"{term}*\" sort date, left 1"),
    piece(
      .analysis, "frequencies", "| frequencies of FIELD at least N",
      "how often each word occurs, with its rate per million words; or each value of a field, per thousand rows; of articles, in their running text",
      "quotes by {speaker} | frequencies at least 5", "quotes | frequencies of cue",
      "articles | frequencies | where word contains \"{term}*\""),
    piece(
      .analysis, "ngrams", "| ngrams N at least N",
      "how often each sequence of N words occurs, 2 times at least",
      "quotes | ngrams 3", "articles | ngrams 2 at least 5 | limit 10"),
    piece(
      .analysis, "collocates", "| collocates of \"PATTERN\" window N by MEASURE at least N",
      "words that stand near others, by how strongly they go with them; by logdice unless told, within 5 words. R1 is the words of all windows, O11 those that are this word. Measures: "
        + AssociationMeasure.allCases.map(\.rawValue).joined(separator: ", "),
      "articles | collocates of \"{term}*\"",
      "articles | collocates of \"{place}\" window 3 by loglikelihood at least 3 | show count, mi, few"),
    piece(
      .analysis, "keywords", "| keywords by MEASURE at least N against ROWS",
      "words that these rows have more of than others, and less at the end; by loglikelihood unless told; rows of both sides are of the first alone, or of the second where it lies within the first",
      "quotes by {speaker} | keywords against quotes by {speaker2}",
      "(articles where outlet = {outlet}) | keywords by logratio at least 3 against (articles where outlet != {outlet})"
    ),
    piece(
      .analysis, "dispersion", "| dispersion of \"PATTERN\"",
      "where words stand in each article, and how evenly they are spread over all of them; DP is 0 where that is even and near 1 where they crowd, Juilland's D, Carroll's D2 and Rosengren's S the other way round; ARF is how often they would occur if spread evenly",
      "articles | dispersion of \"{term}*\""),
    piece(
      .analysis, "timeline", "| timeline by PERIOD",
      "how many rows there are in each month, those without any too, beside all rows of the collection",
      "quotes | timeline", "quotes about {topic} | timeline by year"),
    piece(
      .analysis, "compare", "| compare outlets or speakers",
      "outlets or speakers side by side: how much of the quotations and of their words, by which reporting words, and "
        + "which words set them apart",
      "quotes | compare outlets", "quotes about {topic} | compare speakers | limit 5"),
    piece(
      .analysis, "sources", "| sources by outlet",
      "whom each outlet quotes: how many voices, how concentrated, how soon in the article; also by agency, author or "
        + "article",
      "quotes | sources by outlet", "statements | sources by article"),
    piece(
      .analysis, "variants", "| variants at least T",
      "the same utterance as different articles print it, the earliest first, with what differs; alike by 0.3 at least "
        + "unless told, where 1 has each word of the shorter quotation in the fuller one. Compared are the words, case "
        + "and accents folded; the speakers; and the days, \(VariantDays.mostApart) apart at most. Quotations alike word for word need three "
        + "words. One or two words need the same known speaker on known days too, and three or four of grammar alone "
        + "the same speaker. Others must share more than chance and usual phrases explain",
      "quotes by {speaker} | variants", "statements | variants at least 0.6 | where disputed",
      "quotes | variants; explain row 1"),
  ]

  private static let statements: [ClauseDefinition] = [
    piece(
      .statement, "let", "let NAME = ROWS or \"TEXT\"",
      "gives rows or text a name, for $NAME to stand for in statements below",
      "let hostile = quotes about {topic}; $hostile group by speaker",
      "let who = \"{speaker}\"; quotes by $who"
    ),
    piece(
      .statement, "> file", "ROWS > \"FILE\" replace",
      "writes the answer to a file, whole or not at all; .csv, .tsv, .json, .jsonl, .md or .txt, a picture as .svg, a page with the articles as .html; ~/ is the home folder; "
        + "at the prompt only ‘replace’ writes over a file that was there before",
      "quotes by {speaker} > \"answer.csv\"", "quotes by {speaker} > \"answer.csv\" replace"),
    piece(
      .statement, "expect count", "expect count ROWS >= NUMBER",
      "fails unless there are so many rows; also = != < <= >, and any figure instead of count",
      "expect count quotes by {speaker} >= 1", "expect quotes by {speaker} show mean(words) > 1"),
    piece(
      .statement, "expect no", "expect no ROWS", "fails where there are rows, and shows the first of them",
      "expect no quotes where words = 0"),
    piece(
      .statement, "expect", "expect ROWS = \"FILE\"",
      "fails unless the answer is what the file holds, in the format of its ending; as seen from the script's folder",
      "outlets show name > \"outlets.csv\"; expect outlets show name = \"outlets.csv\""),
  ]

  private static func piece(
    _ group: ClauseDefinition.Group, _ name: String, _ form: String, _ summary: String,
    _ examples: Template..., detail: String? = nil
  ) -> ClauseDefinition {
    ClauseDefinition(
      group: group, name: name, form: form, summary: summary, examples: examples, detail: detail)
  }
}

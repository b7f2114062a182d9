//! The one definition of clauses, stages, operators and figures: help and completion read it.

/// What a piece of the language is.
public struct ClauseDefinition: Hashable, Sendable {
  /// Where it can stand.
  public enum Group: String, CaseIterable, Hashable, Sendable {
    case clause, stage, condition, pattern, figure, period
  }

  public let group: Group
  /// The word or sign that help is asked for by.
  public let name: String
  /// How it is written.
  public let form: String
  /// One line for help.
  public let summary: String
  /// Queries that run on the seeds.
  public let examples: [String]
}

/// The pieces of the language, in the order help lists them.
public enum ClauseCatalog {
  public static let all: [ClauseDefinition] = clauses + conditions + patterns + figures + periods + stages

  /// Other words that help is asked for by.
  private static let otherNames = [
    "average": "mean", "maximum": "max", "minimum": "min", "regex": "~", "regexp": "~", "wildcard": "*",
    "wildcards": "*", "null": "is missing",
  ]

  /// The piece that a word or sign names, in any case.
  public static func definition(named name: String) -> ClauseDefinition? {
    let lowered = name.lowercased()
    let name = otherNames[lowered] ?? (lowered.hasPrefix("near/") ? "near" : lowered)
    return all.first { $0.name == name } ?? all.first { $0.name.hasPrefix(name + " ") }
  }

  private static func clause(_ name: String, _ form: String, _ summary: String, _ examples: String...)
    -> ClauseDefinition
  {
    ClauseDefinition(group: .clause, name: name, form: form, summary: summary, examples: examples)
  }

  private static func condition(_ name: String, _ form: String, _ summary: String, _ examples: String...)
    -> ClauseDefinition
  {
    ClauseDefinition(group: .condition, name: name, form: form, summary: summary, examples: examples)
  }

  private static func pattern(_ name: String, _ form: String, _ summary: String, _ examples: String...)
    -> ClauseDefinition
  {
    ClauseDefinition(group: .pattern, name: name, form: form, summary: summary, examples: examples)
  }

  private static func figure(_ name: String, _ form: String, _ summary: String, _ examples: String...)
    -> ClauseDefinition
  {
    ClauseDefinition(group: .figure, name: name, form: form, summary: summary, examples: examples)
  }

  private static let clauses: [ClauseDefinition] = [
    clause("by", "by NAME or NAME", "who says it; of articles, who wrote it", "quotes by Raisi or Khamenei"),
    clause(
      "about", "about NAME or NAME", "a topic, person, place or organization; failing those, a word",
      "quotes about sanctions"),
    clause("in", "in NAME or NAME", "an outlet or an article", "quotes in Tasnim"),
    clause(
      "with repeats", "with repeats", "pull quotes and captions that repeat a quotation come in too",
      "quotes by Raisi with repeats"),
    clause(
      "where", "where CONDITION", "rows for which the condition holds; joined by and, or, not",
      "quotes where topic = sanctions and words > 10"),
    clause(
      "group by", "group by FIELD, FIELD", "one row per value, with a count; also day, week, month … (date)",
      "quotes group by speaker", "quotes group by month(date)"),
    clause(
      "sort by", "sort by FIELD desc, FIELD", "the order; upwards unless desc", "quotes sort by words desc"),
    clause("limit", "limit NUMBER", "so many rows at most", "quotes limit 5"),
    clause(
      "show", "show FIELD, FIELD", "the columns; after group by also figures",
      "quotes show speakers, text", "quotes group by outlet show count, mean(words)"),
  ]

  private static let conditions: [ClauseDefinition] = [
    condition("=", "FIELD = VALUE", "equal; of several values, any", "quotes where speaker = Raisi"),
    condition("!=", "FIELD != VALUE", "not equal; of several values, none", "quotes where outlet != Tasnim"),
    condition("<", "FIELD < VALUE", "less, or before; also <=", "quotes where words < 5"),
    condition(
      ">", "FIELD > VALUE", "more, or after; also >=; dates are 2023, 2023-12 or 2023-12-04",
      "quotes where date > 2023-06"),
    condition("in (", "FIELD in (VALUE, VALUE)", "one of these", "quotes where kind in (direct, mixed)"),
    condition(
      "between", "FIELD between VALUE and VALUE", "from one to the other, both included",
      "quotes where date between 2023-06 and 2023-12"),
    condition(
      "contains", "FIELD contains \"PATTERN\"",
      "words in a row; * is the rest of a word, ? a letter, a lone * one word, NEAR/5 nearness",
      "quotes where text contains \"sanction*\"", "quotes where text contains \"iran NEAR/5 cuba\""),
    condition(
      "~", "FIELD ~ /REGEX/", "a regular expression, case folded", "quotes where text ~ /sanctions?/"),
    condition(
      "is missing", "FIELD is missing", "has no value; also is not missing",
      "quotes where speakers is missing"),
    condition("and", "CONDITION and CONDITION", "both", "quotes where words > 5 and words < 10"),
    condition("or", "CONDITION or CONDITION", "either", "quotes where words < 3 or words > 30"),
    condition("not", "not CONDITION", "the opposite", "quotes where not topic = sanctions"),
  ]

  private static let patterns: [ClauseDefinition] = [
    pattern(
      "*", "WORD*, *WORD, *", "in a pattern: any letters, or none; alone, one word",
      "quotes where text contains \"sanction*\"", "quotes where text contains \"the * of\""),
    pattern("?", "WO?D", "in a pattern: one letter", "quotes where text contains \"wom?n\""),
    pattern(
      "near", "\"WORDS NEAR/N WORDS\"",
      "in a pattern: both, in any order, with at most N words between them (0 to 100)",
      "quotes where text contains \"iran NEAR/5 cuba\""),
  ]

  private static let periods: [ClauseDefinition] = Period.allCases.map { period in
    ClauseDefinition(
      group: .period, name: period.rawValue, form: "\(period.rawValue)(date)",
      summary: "the \(period.rawValue) of a date, to group by",
      examples: ["quotes group by \(period.rawValue)(date)"])
  }

  private static let figures: [ClauseDefinition] = [
    figure(
      "count", "count, count(FIELD)", "rows; with a field, how many different values",
      "quotes group by speaker show count, count(article)", "quotes | count"),
    figure("share", "share", "the part of all rows, 0 to 1", "quotes group by speaker show count, share"),
    figure("min", "min(FIELD)", "the least number or first day", "quotes group by speaker show min(date)"),
    figure("max", "max(FIELD)", "the greatest number or last day", "quotes group by speaker show max(words)"),
    figure("sum", "sum(FIELD)", "the sum of a number", "quotes group by speaker show sum(words)"),
    figure("mean", "mean(FIELD)", "the average", "quotes group by speaker show mean(words)"),
    figure("median", "median(FIELD)", "the middle value", "quotes group by speaker show median(words)"),
  ]

  private static let stages: [ClauseDefinition] = [
    ClauseDefinition(
      group: .stage, name: "|", form: "ROWS | STAGE",
      summary: "does one more thing with the rows so far: where, group by, sort by, limit, show, count",
      examples: ["quotes by Raisi | count"])
  ]
}

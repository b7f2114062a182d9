//! The pages of problems of meaning: names, values, and steps that do not fit together.

extension DiagnosticCatalog {
  /// Names of the corpus, of fields and of the session.
  static let names: [DiagnosticPage] = [
    page(
      .leftoverWords, "Words after a name or value",
      "A name or value ends before these words, and they belong to no clause. "
        + "Two names need ‘or’ between them; a text of several words needs quotation marks.",
      "quotes by {speaker} {speaker2}", "Join them with ‘or’, or put the whole in quotation marks."),
    page(
      .noLastAnswer, "No answer yet", "‘it’ means the rows of the last answer. There has been none so far.",
      "it limit 3", "Run a query first."),
    page(
      .notRows, "A text where rows should stand",
      "The name stands for text, which can be a value but not the rows of a query.",
      "let who = \"{speaker}\"\n$who limit 3", "Use it as a value, such as quotes by $who."),
    page(
      .notText, "Rows where a value should stand",
      "The name stands for rows, which can be queried but not be compared with.",
      "let hostile = quotes about {topic}\nquotes by $hostile",
      "Begin a query with it, or give a name to a text."),
    page(
      .readAsWord, "A word and no name",
      "‘about’ takes topics, people, organizations and places. When the words are none of these, rows are taken "
        + "whose text holds the words: that is less sure.",
      "quotes about {term}", "Nothing, if the words are meant; else write the name that is offered."),
    page(
      .severalMeant, "One name for several",
      "The name fits more than one, and none is preferred: the rows of all of them are taken.",
      "quotes about {shared} | count", "Write the full name to have only one of them."),
    page(
      .unknownColumn, "A column that the table does not have",
      "After ‘group by’ or an analysis the rows are those of a table, with columns of its own. Other fields are gone.",
      "quotes group by outlet | where nothing > 3",
      "Use a column that the message names; after a group, group by this field too."),
    page(
      .unknownField, "A field that the rows do not have",
      "Each collection has fields of its own. This word is none of them.", "quotes where topik = {topic}",
      "Write the field that is offered; help and the collection's name lists all."),
    page(
      .unknownName, "A name that the articles do not have",
      "Names are looked up in the articles that are loaded, whatever their case and accents. "
        + "Nobody and nothing has this one in this role.",
      "quotes by {misspelling}", "Write the name that is offered, or press TAB after its first letters."),
    page(
      .unknownVariable, "A name without a value",
      "A name after ‘$’ has to be given a value before: by ‘let’ above, or from outside by --param.",
      "quotes by $speaker", "Give it a value, or write the value itself."),
  ]

  /// Values and what they are compared with.
  static let values: [DiagnosticPage] = [
    page(
      .badDate, "Not a date",
      "Dates are written as a year, a month or a day: 2023, 2023-12 or 2023-12-04. "
        + "Words such as yesterday would mean another day tomorrow.",
      "quotes where date = 2023-13", "Write the date in one of these ways."),
    page(
      .badPattern, "A pattern that cannot be read",
      "A pattern is words, with * for the rest of a word, ? for a letter and NEAR/5 between words near each other.",
      "quotes where text contains \"NEAR/5 x\"",
      "Put right what the message names; help contains shows examples."),
    page(
      .badRegex, "A regular expression that cannot be read",
      "The text between the slashes breaks the rules of regular expressions at the place that is marked.",
      "quotes where text ~ /(/", "Put it right there; a backslash before a sign takes its meaning away."),
    page(
      .emptyRange, "A range with nothing in it",
      "The first value of ‘between’ is greater than the second, so nothing lies between them.",
      "quotes where date between 2024 and 2023 | count", "Write the lesser value first."),
    page(
      .tooManyConditions, "More conditions than a query may have",
      "A query may have 1,000 conditions one after the other. Those of the names it uses are among them, and so are those "
        + "of ‘it’, which every answer made of the last one adds to.",
      Template(
        (["let x = quotes where " + Array(repeating: "known", count: 501).joined(separator: " and ")]
          + ["$x where " + Array(repeating: "known", count: 500).joined(separator: " and ")])
          .joined(separator: "\n")),
      "Begin again from a collection, with the conditions that matter."),
    page(
      .tooManyNames, "More names than ‘let’ may bind",
      "A session or script may bind 1,000 names. One that is bound again counts once.",
      Template((0...1000).map { "let name\($0) = \"\($0)\"" }.joined(separator: "\n")),
      "Bind the same names again, or divide the script into several."),
    page(
      .notYesNo, "A field alone as a condition",
      "Only a field that says yes or no can stand alone. Others are compared with something.",
      "quotes where topic", "Compare it with a value, or ask whether it is missing."),
    page(
      .patternTooCostly, "A pattern that takes too long",
      "Every NEAR multiplies the combinations of words that may fit. "
        + "The search stops after 262,144 combinations in one text, and an analysis after 1,048,576 in all its texts, "
        + "so that the shell cannot hang.",
      "paragraphs where text contains \"* NEAR/100 * NEAR/100 * NEAR/100 * NEAR/100 * NEAR/0 of\"",
      "Name more of the words, or ask for fewer of them near each other."),
    page(
      .badNumber, "Not a number",
      "What an answer is compared with has to be a number in digits, with a point before its fraction.",
      "expect count quotes by {speaker} >= many", "Write the number in digits."),
    page(
      .failedExpectation, "An answer is not as expected",
      "‘expect’ says what an answer has to be, and this one is something else. Either the articles have changed, or "
        + "the analysis, or the expectation was wrong. A script stops here unless --keep-going is given.",
      "expect count quotes by {speaker} = 0",
      "Look at the rows by running the query without ‘expect’, then correct what is wrong."),
    page(
      .regexTooCostly, "A regular expression that takes too long",
      "Some expressions need more steps with every letter, and would never end. "
        + "The search stops at a limit, so that the shell cannot hang.",
      "sentences where text ~ /(\\w+\\s*)+(\\w+\\s*)+[0-9]{9}/",
      "Avoid a repetition within a repetition, or use ‘contains’ with a pattern."),
    page(
      .unknownChoice, "A value that the field never has",
      "The field has a few fixed values, and this is none of them.", "statements where kind = indirct",
      "Write one of the values that the message names."),
    page(
      .unknownChart, "A kind of picture that is not known",
      "Figures are drawn as bars, over time as a line, and places of words as a dispersion.",
      "quotes | timeline | chart pie", "Write bar, line or dispersion, or nothing to have the kind chosen."),
    page(
      .unknownMeasure, "A measure that is not known",
      "Collocates and keywords are ranked by a measure of association. This word names none.",
      "quotes | collocates of \"{term}\" by chance",
      "Write one of the measures that the message names; help collocates tells what each is."),
    page(
      .unknownGrouping, "Something that cannot be compared",
      "‘compare’ sets outlets or speakers side by side, and ‘sources’ tells of each outlet, agency, author or article. "
        + "This word is none of them.", "quotes | compare topics",
      "Write one of these; group by takes any field."),
    page(
      .unknownPeriod, "A period that is not known",
      "Time is divided into days, weeks, months, quarters or years.", "quotes | timeline by fortnight",
      "Write one of these."),
    page(
      .wrongOperator, "A comparison that does not fit",
      "Numbers and dates have an order; texts have words to search in; names are equal or not. "
        + "This comparison is for another kind of field.",
      "quotes where topic > {topic}", "Use one of the comparisons that the message names."),
    page(
      .wrongType, "A value of the wrong kind",
      "The field holds numbers, or yes and no, and this value is neither.",
      "quotes where words = many", "Write a value of the kind that the message names."),
  ]

  /// Corrections that cannot be made.
  static let amendments: [DiagnosticPage] = [
    page(
      .ambiguousName, "A name that several have",
      "A query takes all whom a name fits. A correction is about one, so its name has to fit that one alone.",
      "alias \"the Lion\" = {shared}",
      "Write the name in full."),
    page(
      .differentKinds, "Two that cannot be one",
      "‘alias’ makes two persons one, two organizations or two places. These are of different kinds.",
      "alias {place} = {speaker}", "Name two of one kind."),
    page(
      .nameTaken, "A name that somebody has",
      "‘alias’ makes two one where both names are in full. A part of a name, or another spelling of somebody, says too "
        + "little for that, and it cannot mean somebody else beside. Nor is anybody new whom the articles name.",
      "alias {shared} = {speaker}",
      "Write the full name where two are one; where the texts mean somebody else by it, use ‘split’."),
    page(
      .noSuchQuotation, "A quotation that is not there",
      "A correction finds its quotation by the words that it begins with. No quotation of the article begins so, or "
        + "several do: the article may have changed since.",
      "correct quote \"No such words\" in {article} speaker = {speaker}",
      "Correct the row anew, and take the old correction back with ‘undo’ and its number."),
    page(
      .notAmendable, "What cannot be corrected",
      "Of a quotation, the speakers and topics can be corrected, of its article what it says of itself. All else is "
        + "counted or follows from the text.",
      "correct quote \"No such words\" in {article} words = 12",
      "Write one of the fields that the message names; ‘alias’ and ‘split’ say who is who."),
    page(
      .nothingToSplit, "Nobody who is called so",
      "‘split’ parts from a person all whom the texts call by a name. No text calls this person so, or not in the "
        + "articles that are named.",
      "split \"No Such Name\" from {speaker} as new \"Somebody Else\"",
      "mentions where entity = … tells how the texts call somebody."),
  ]

  /// Clauses and stages that do not fit what they are applied to.
  static let steps: [DiagnosticPage] = [
    page(
      .clauseNotForCollection, "A clause that says nothing about these rows",
      "Each clause asks something that only some rows can answer: quotes have a speaker, places do not.",
      "people by {speaker}", "Use a clause for these rows, or ‘where’ with a field."),
    page(
      .differentRows, "Sets of different rows",
      "A set holds rows of one collection. Quotes and articles cannot stand in one.", "quotes union articles",
      "Make both sides the same collection."),
    page(
      .notCollectionRows, "Groups where rows should stand",
      "This needs rows that can be told apart and opened. Groups and counts sum up many.",
      "quotes by {speaker} except (quotes group by speaker)",
      "Leave ‘group by’ or ‘count’ for the step after it."
    ),
    page(
      .notDrawable, "Nothing that could be drawn",
      "A picture needs figures and what they belong to: a table of groups or of an analysis, or rows with a column of "
        + "numbers. A line needs a column of time, a dispersion the places of words.",
      "quotes | chart", "Make such a table first, such as quotes group by speaker | chart."),
    page(
      .notGrouped, "No single value here",
      "A figure such as count belongs to a group, and a field belongs to a row. "
        + "Conditions on figures stand after the group, behind a pipe.",
      "quotes group by speaker where count > 3", "Group first; or name a column of the groups."),
    page(
      .notOneNumber, "More than one figure to compare",
      "An expectation with a comparison is about one number or date, such as a count, a mean or the latest date.",
      "expect quotes by {speaker} >= 20",
      "Write ‘count’ before the rows, or ask for one figure over all of them, such as show mean(words)."),
    page(
      .stageAfter, "A step that cannot follow",
      "The step before gives something that this one cannot take: after ‘count’ there is one number.",
      "quotes | count | limit 5", "Put this step first, or leave one of the two out."),
    page(
      .wrongAggregate, "A figure that does not fit",
      "Sums and means are made of numbers, the least and greatest of numbers or dates. This field is neither.",
      "quotes group by speaker show mean(text)", "Use count, or a field of numbers such as words."),
    page(
      .wrongPeriod, "A period of what is no date", "Day, week, month, quarter and year are parts of a date.",
      "quotes group by month(text)", "Write the field of the date, such as month(date)."),
  ]
}

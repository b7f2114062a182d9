//! The one definition of what each kind of problem is: `help`, the gallery of errors and tests read it.

/// What there is to know about one kind of problem.
public struct DiagnosticPage: Hashable, Sendable {
  /// The kind of problem.
  public let id: DiagnosticID
  /// What the problem is, in a few words.
  public let title: String
  /// Why it is a problem, in two or three plain sentences.
  public let explanation: String
  /// A text that has the problem.
  public let example: Template
  /// What to do.
  public let remedy: String
}

/// The pages, in alphabetical order of their ids.
public enum DiagnosticCatalog {
  /// One page for each `DiagnosticID`.
  public static let all: [DiagnosticPage] =
    (shape + words + otherWays + names + values + steps + amendments).sorted {
      $0.id.rawValue < $1.id.rawValue
    }

  /// The page of a kind of problem; a test sees to it that there is one.
  public static func page(of id: DiagnosticID) -> DiagnosticPage? { all.first { $0.id == id } }

  static func page(
    _ id: DiagnosticID, _ title: String, _ explanation: String, _ example: Template, _ remedy: String
  ) -> DiagnosticPage {
    DiagnosticPage(id: id, title: title, explanation: explanation, example: example, remedy: remedy)
  }

  /// Brackets, quotation marks and sizes.
  private static let shape: [DiagnosticPage] = [
    page(
      .strayBracket, "A bracket too many",
      "Brackets come in pairs. This one closes, and none before it is open.", "quotes where known)",
      "Take it away, or open one where it belongs."),
    page(
      .strayCharacter, "A sign without a meaning",
      "The language has no use for this sign. In names and texts any sign may stand, within quotation marks.",
      "quotes @ {speaker}", "Take it away, or put the whole name or text in quotation marks."),
    page(
      .unclosedBracket, "A bracket that nothing closes",
      "All that follows an open bracket belongs to it until another closes it. Here the statement ends first.",
      "quotes where (known", "Close it where the part that belongs together ends."),
    page(
      .unclosedQuote, "A quotation mark that nothing closes",
      "All that follows an open quotation mark is text until the same kind of mark closes it. "
        + "Straight marks close straight ones, curly marks close curly ones.",
      "quotes about \"{topic}”", "Close it with the same kind of mark, or take it away."),
    page(
      .unclosedRegex, "A regular expression that nothing closes",
      "A regular expression stands between two slashes on one line. Here the second slash is missing.",
      "quotes where text ~ /{term}", "Write the second slash."),
    page(
      .tooDeep, "Brackets nested too deep",
      "Brackets and ‘not’ may stand within each other 200 deep. No query that someone can read needs as many.",
      Template(
        "quotes where " + String(repeating: "(", count: 201) + "known" + String(repeating: ")", count: 201)),
      "Give parts of it names with ‘let’, or join the conditions without brackets."),
    page(
      .tooLarge, "A number too large",
      "Numbers of rows go up to 9223372036854775807. This one is larger.",
      "quotes limit 99999999999999999999", "Write a smaller number, or leave the clause out to have all rows."
    ),
    page(
      .tooManySteps, "More steps or sets than anyone means",
      "A query may have 200 steps and join 200 sets, those of the names it uses included. Names that use one another "
        + "twice would soon make more than any machine can do.",
      Template("quotes" + String(repeating: " | limit 5", count: 201)),
      "Leave steps out, or write the rows of one step to a file and read that."),
    page(
      .tooManyProblems, "More problems than are worth telling",
      "Of the problems of one text, twenty are told and the others are counted: the later ones mostly follow from the "
        + "first.",
      Template("quotes where " + Array(repeating: "words => 1", count: 21).joined(separator: " and ")),
      "Put the first ones right and run it again."),
    page(
      .tooManyParts, "More parts than a list may have",
      "A list of names, values or columns may have 1,000 parts, and so may the clauses of a selection, the stages of a "
        + "query, and the conditions that ‘and’ or ‘or’ joins.",
      Template("quotes show " + Array(repeating: "text", count: 1001).joined(separator: ", ")),
      "Ask several queries with a part of the list each, and join their rows with ‘union’."),
  ]

  /// Words of the language at the wrong place.
  private static let words: [DiagnosticPage] = [
    page(
      .andBetweenNames, "‘and’ between names",
      "A clause such as ‘by’ takes rows that fit any of its names, so its names are joined by ‘or’. "
        + "Rows that fit two names at once are asked for with two clauses.",
      "quotes by {speaker} and {speaker2}",
      "Write ‘or’ or a comma; or repeat the clause for rows that fit both."),
    page(
      .badComparison, "A sign that is no comparison",
      "Comparisons are = != < <= > >= and ~. This sign, or word, comes from another language.",
      "quotes where date => 2023", "Write the sign that is offered."),
    page(
      .badCount, "Not a whole number",
      "Here stands how many rows are meant, so it has to be a whole number in digits.", "quotes limit many",
      "Write the number in digits."),
    page(
      .doubledWord, "A word twice", "The same word of the language stands twice in a row, and once is meant.",
      "quotes where where topic = {topic}", "Take one of the two away."),
    page(
      .duplicateClause, "A clause twice",
      "‘group by’, ‘sort by’, ‘limit’ and ‘show’ say one thing about the answer, so each may stand once. "
        + "To do it again with what comes of it, a pipe is written before it.",
      "quotes limit 5 limit 6", "Take one away, or write | before the second."),
    page(
      .duplicateOption, "An option twice",
      "Each option of a stage says one thing, so it may stand once.",
      "quotes | collocates of \"{term}\" window 3 window 5", "Take one of the two away."),
    page(
      .optionOutOfRange, "A number that makes no sense here",
      "Windows, widths and lengths have bounds within which they mean something. This number lies outside.",
      "quotes | ngrams 40", "Write a number within the bounds that the message names."),
    page(
      .missingPart, "Something is missing",
      "The words so far need something after them, and the statement ends.",
      "quotes by {speaker} where", "Write what the message says can stand there, or take the last word away."),
    page(
      .missingRow, "The number of a row is missing",
      "‘read’ and ‘why’ open one row of the last answer, by the number it stands under.", "why",
      "Run a query, then write the number of one of its rows."),
    page(
      .missingWord, "A word is missing",
      "What stands here makes sense with one more word before it, such as ‘where’ before a condition.",
      "quotes group speaker", "Write the word that is offered."),
    page(
      .unexpected, "Something at the wrong place",
      "The words before this place lead to something else. The message says what can stand here.",
      "quotes by where topic = {topic}", "Write one of the things that are named, or take this one away."),
    page(
      .unknownWord, "A word that the language does not know",
      "Only some words can stand here, and this is none of them. Most often a letter is wrong; "
        + "a name of two words may need quotation marks.",
      "qoutes by {speaker}", "Write the word that is offered."),
    page(
      .unquotedFile, "The name of a file without quotation marks",
      "A name with a slash or other signs has to stand in quotation marks, so that its end is clear.",
      "quotes > out/answer.csv", "Put the name in quotation marks."),
    page(
      .unquotedPattern, "A pattern without quotation marks",
      "A pattern with * or ? has to stand in quotation marks, so that its end is clear.",
      "quotes where text contains {term}*", "Put the pattern in quotation marks."),
    page(
      .reservedName, "A name that is taken",
      "‘it’ is the last answer, with or without ‘let’.", "let it = quotes", "Choose another name."),
    page(
      .variableInLet, "A ‘$’ where a name is given",
      "‘let’ gives a name without ‘$’. The sign stands only where the name is used.", "let $mine = quotes",
      "Take the ‘$’ away."),
  ]

  /// Queries asked as elsewhere.
  private static let otherWays: [DiagnosticPage] = [
    page(
      .address, "An address alone",
      "An address of the web is no query. Where articles know their address, it is their field url.",
      "https://example.org/story", "Ask for articles where url is the address."),
    page(
      .missingCollection, "What is looked for is missing",
      "A query begins with what to look for: quotes, people, articles and so on. "
        + "A name, a text or a clause alone leaves that open.",
      "{speaker}", "Write what to look for first, such as quotes by NAME; help lists what there is."),
    page(
      .otherLanguage, "Another query language",
      "This is SQL, which says the same in other words. A query here begins with what to look for, "
        + "and each clause says one thing more.",
      "select speaker, count(*) from quotes group by speaker having count(*) > 3",
      "Run the query that is offered, and go on from it."),
    page(
      .otherLeaving, "A way out of another shell",
      "Other shells are left by such words. This one is left by quit, or by Ctrl-D at an empty prompt.",
      ":q", "Type quit, or fix."),
    page(
      .otherOrder, "What is looked for does not stand first",
      "A query begins with what to look for: quotes, people, articles and so on. What is to be done with it follows.",
      "top 5 quotes", "Write what to look for first, such as quotes limit 5."),
    page(
      .otherWord, "A word with several meanings",
      "This word could lead to a speaker, an outlet or a subject. Each of these has a word of its own: "
        + "by, in and about.",
      "quotes from {speaker}", "Write the word that is meant."),
    page(
      .question, "A question in plain English",
      "Queries are not read as sentences, because a sentence can mean several things. "
        + "The words of the language are few, and mean one thing each.",
      "what did {speaker} say about {topic}?", "Run the query that is offered, and go on from it."),
  ]
}

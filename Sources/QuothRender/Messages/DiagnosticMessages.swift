//! The wording of every problem: one sentence of what is wrong, and hints of what may stand there.

internal import QuothQuery
internal import QuothStatistics

/// Words problems. No sentence says "you"; each names what was found.
enum DiagnosticMessages {
  static func message(for problem: Problem) -> String {
    switch problem {
    case .unclosedQuote: "a quotation mark is opened here and never closed"
    case .unclosedRegex: "a regular expression is opened here and not closed by / on its line"
    case .unclosedBracket: "a bracket is opened here and never closed"
    case .strayCharacter(let found):
      "‘\(clipped(found))’ means nothing here; text with such signs stands in quotation marks"
    case .strayBracket: "this bracket closes nothing"
    case .badComparison(let found): "‘\(found)’ is not a comparison"
    case .unexpected(let found, _): "‘\(clipped(found))’ cannot stand here"
    case .missingPart(let after, _):
      after.isEmpty ? "something is missing here" : "something is missing after ‘\(clipped(after))’"
    case .missingWord(let keyword, let after): "‘\(keyword.rawValue)’ is missing after ‘\(after)’"
    case .unknownWord(let found, _): "‘\(clipped(found))’ is not a word of the language that can stand here"
    case .tooDeep(let limit): "brackets and ‘not’ may be nested \(limit) deep; this is deeper"
    case .tooManySteps(let limit):
      "a query may take \(limit) steps and join \(limit) sets, those of its names included; this one is longer"
    case .tooManyProblems(let count):
      count == 1 ? "1 more problem is not shown" : "\(GroupedDigits.of(count)) more problems are not shown"
    case .tooManyParts(let limit):
      "a list, a condition or a selection may have \(GroupedDigits.of(limit)) parts; this one has more"
    case .tooManyConditions(let limit):
      "a query may have \(GroupedDigits.of(limit)) conditions, those of its names and of ‘it’ included; this one has more"
    case .tooManyNames(let limit):
      "‘let’ may bind \(GroupedDigits.of(limit)) names in one session; this is one more"
    case .duplicateClause(let keyword): "a second ‘\(keyword.rawValue)’ contradicts the first"
    case .duplicateOption(let option): "a second ‘\(option.words)’ contradicts the first"
    case .optionOutOfRange(let option, let found, let from, let to):
      "\(clipped(found)) is no number for ‘\(option.words)’, which goes from \(from) to \(to)"
    case .unknownMeasure(let name): "there is no measure ‘\(clipped(name))’"
    case .unknownPeriod(let name): "‘\(clipped(name))’ is no period"
    case .unknownChart(let name): "‘chart’ draws no ‘\(clipped(name))’"
    case .notDrawable(let fault): ChartWords.text(of: fault)
    case .unknownGrouping(let name, let stage): "‘\(stage.rawValue)’ cannot go by ‘\(clipped(name))’"
    case .andBetweenNames: "names are joined by ‘or’ or a comma: a row fits when any of them does"
    case .badCount(let found): "‘\(clipped(found))’ is not a whole number"
    case .tooLarge(let found): "‘\(clipped(found))’ is too large a number"
    case .missingRow(let command):
      "‘\(command.rawValue)’ needs the number of a row, such as ‘\(command.rawValue) 1’"
    case .unquotedPattern(let found): "the pattern \(clipped(found)) has to stand in quotation marks"
    case .unquotedFile(let found): "the path \(clipped(found)) has to stand in quotation marks"
    case .reservedName(let name): "‘\(name)’ means the last answer; another name is needed"
    case .variableInLet(let name): "‘let’ gives the name without ‘$’: let \(clipped(name)) = …"
    case .doubledWord(let word): "‘\(word)’ stands here twice"
    case .missingCollection(let found):
      "a query begins with what to look for: quotes, people, articles …; ‘\(clipped(found))’ is none of these"
    case .question:
      "this asks as one would ask a person; a query begins with what to look for: quotes, people, articles …"
    case .otherOrder(let found):
      "‘\(clipped(found))’ begins no query; what to look for stands first: quotes, people, articles …"
    case .otherLanguage(let name):
      "this is \(name); a query here begins with what to look for: quotes, people, articles …"
    case .otherLeaving(let found): "‘\(clipped(found))’ does not leave this shell; quit does"
    case .otherWord(let found, let meanings):
      "‘\(clipped(found))’ is no word of the language: \(meanings.map(clauseUse).joined(separator: ", "))"
    case .address: "this is an address; articles know theirs as url"
    case .unknownVariable(let name): "‘$\(clipped(name))’ has no value here"
    case .notRows(let name): "‘$\(clipped(name))’ stands for text, not for rows"
    case .notText(let name, let collection):
      "‘$\(clipped(name))’ stands for \(collection?.rawValue ?? "a table"), not for a value"
    case .noLastAnswer: "‘it’ is the last answer, and there is none yet"
    case .differentRows(let operation, let left, let right):
      "‘\(operation.rawValue)’ needs rows of one collection; these are \(left) and \(right)"
    case .notCollectionRows(let word): "‘\(word)’ needs rows of a collection, not groups or counts"
    case .unknownColumn(let name, _): "there is no column ‘\(clipped(name))’ here"
    case .unknownField(let name, let collection): "\(collection.rawValue) have no field ‘\(clipped(name))’"
    case .unknownName(let name, let kinds): unknownName(clipped(name), kinds)
    case .unknownChoice(let value, let field, _): "\(field) is never ‘\(clipped(value))’"
    case .leftoverWords(let rest, let after): "‘\(clipped(rest))’ cannot stand after ‘\(clipped(after))’"
    case .wrongType(let field, let type, let found):
      "\(field) is \(noun(type)); ‘\(clipped(found))’ is not"
    case .wrongOperator(let field, let type, let operation):
      "\(field) is \(noun(type)): ‘\(operation)’ does not apply"
    case .badDate(let found): "‘\(clipped(found))’ is not a date"
    case .emptyRange(let low, let high):
      "nothing lies between \(clipped(low)) and \(clipped(high)): the first is the greater"
    case .badPattern(_, let fault): words(fault)
    case .badRegex(let reason): "this is no regular expression: \(reason)"
    case .patternTooCostly: "this pattern fits too many combinations of words"
    case .regexTooCostly: "this regular expression needs too many steps on some text"
    case .clauseNotForCollection(let keyword, let collection):
      "‘\(keyword.rawValue)’ means nothing for \(collection.rawValue)"
    case .notYesNo(let field, let type): "\(field) is \(noun(type)); alone it is no condition"
    case .notGrouped(let column): "‘\(clipped(column))’ is not one value per row here"
    case .wrongAggregate(let name, let field, let type):
      "\(name) does not apply to \(field), which is \(noun(type))"
    case .wrongPeriod(let field, let type): "periods are of dates; \(field) is \(noun(type))"
    case .stageAfter(let keyword, let previous): "‘\(keyword.rawValue)’ cannot follow ‘\(previous.rawValue)’"
    case .notOneNumber: "a comparison needs one number or date, and this gives several"
    case .badNumber(let found): "‘\(clipped(found))’ is not a number"
    case .amendment(let fault): AmendmentWords.text(of: fault)
    case .failedExpectation(let finding): words(finding)
    case .severalMeant(let name, let names):
      "‘\(clipped(name))’ fits \(names.count) names, and all are taken: \(clippedList(names))"
    case .readAsWord(let name):
      "‘\(clipped(name))’ is no topic or name of this corpus; rows that hold the words are taken"
    }
  }

  private static func clauseUse(_ keyword: Keyword) -> String {
    switch keyword {
    case .by: "‘by’ names who speaks"
    case .in: "‘in’ names an outlet or article"
    case .about: "‘about’ names what it is about"
    default: "‘\(keyword.rawValue)’"
    }
  }

  private static func unknownName(_ name: String, _ kinds: [NameKind]) -> String {
    switch kinds.first {
    case .speaker: "no one called ‘\(name)’ speaks in this corpus"
    case .person, .entity: "no one and nothing called ‘\(name)’ is named in this corpus"
    case .organization: "no organization called ‘\(name)’ is named in this corpus"
    case .place: "no place called ‘\(name)’ is named in this corpus"
    case .topic: "there is no topic ‘\(name)’ in this corpus"
    case .outlet where kinds.count > 1: "there is no outlet and no article ‘\(name)’ in this corpus"
    case .outlet: "there is no outlet ‘\(name)’ in this corpus"
    case .article: "there is no article ‘\(name)’ in this corpus"
    case .author: "no article of this corpus is by ‘\(name)’"
    case .translator: "no article of this corpus is translated by ‘\(name)’"
    case .agency: "no article of this corpus credits an agency ‘\(name)’"
    case .country: "no one in this corpus holds office in ‘\(name)’"
    case .cue: "nothing in this corpus is reported by ‘\(name)’"
    case .dateline: "no article of this corpus is datelined ‘\(name)’"
    case .role: "no one in this corpus has the role ‘\(name)’"
    case nil: "‘\(name)’ is not known in this corpus"
    }
  }

  private static func words(_ fault: PatternFault) -> String {
    switch fault {
    case .empty: "the pattern holds no word"
    case .nearWithoutWords: "NEAR needs words on both sides"
    case .badDistance: "NEAR needs how many words may lie between, 0 to 100: NEAR/5"
    case .tooLong(let limit): "a pattern may have \(limit) words; this one has more"
    }
  }

  private static func words(_ finding: ClaimFinding) -> String {
    switch finding {
    case .rows(let count): "expected no rows, found \(count)"
    case .number(.missing, let comparison, let expected):
      "expected \(comparison.rawValue) \(expected), found no value"
    case .number(let value, let comparison, let expected):
      "expected \(comparison.rawValue) \(expected), found \(ValueText.of(value, listSeparator: ", ") ?? "")"
    case .line(let line, let file, _, _): "the answer differs from \(file) at its line \(line)"
    }
  }

  /// What a value of a type is.
  static func noun(_ type: ValueType) -> String {
    switch type {
    case .text: "text"
    case .name(let kind): noun(kind)
    case .choice(let choices): "one of \(list(choices, by: "or"))"
    case .integer: "a whole number"
    case .decimal: "a number"
    case .date: "a date"
    case .yesNo: "yes or no"
    }
  }

  private static func noun(_ kind: NameKind) -> String {
    switch kind {
    case .speaker, .person, .organization, .place, .topic, .outlet, .article, .agency, .author, .translator,
      .country:
      "the name of \("aeiou".contains(kind.rawValue.prefix(1)) ? "an" : "a") \(kind.rawValue)"
    case .entity: "the name of a person, organization or place"
    case .cue: "reporting words"
    case .dateline: "the place of a dateline"
    case .role: "an office"
    }
  }

  /// Lines that say what would do, by kind of problem.
  static func hints(for diagnostic: Diagnostic) -> [String] {
    switch diagnostic.problem {
    case .unexpected(_, let expected), .missingPart(_, let expected), .unknownWord(_, let expected):
      guard diagnostic.suggestions.isEmpty, let words = ExpectationWords.list(expected) else { return [] }
      return ["what can stand here: \(words)"]
    case .unknownField(_, let collection):
      guard diagnostic.suggestions.isEmpty else { return [] }
      let fields = FieldCatalog.fields(of: collection).map(\.field.rawValue)
      return ["its fields: \(fields.joined(separator: ", "))"]
    case .unknownChoice(let value, let field, let choices):
      let isOfStatements =
        field == Field.kind.name && value.lowercased() == "indirect" && choices.contains("direct")
      let more = isOfStatements ? "; reported speech without marks is among the statements" : ""
      return ["it is one of \(list(choices, by: "or"))\(more)"]
    case .badDate: return ["dates are written 2023, 2023-12 or 2023-12-04"]
    case .wrongOperator(_, let type, _): return ["what applies: \(operators(of: type))"]
    case .notYesNo(let field, let type):
      return ["a condition compares it: \(field) \(example(type))"]
    case .notGrouped(let column):
      if !diagnostic.alternatives.isEmpty {
        return ["a condition on a figure stands after the group: group by … | where \(clipped(column)) …"]
      }
      return ["figures and periods need ‘group by’; with it, columns are its fields or figures"]
    case .clauseNotForCollection(let keyword, _): return clauseHint(keyword)
    case .unknownColumn(_, let columns):
      return diagnostic.suggestions.isEmpty ? ["its columns: \(columns.joined(separator: ", "))"] : []
    case .unknownVariable(let name):
      return ["let \(name) = … gives it one here, --param \(name)=… from outside"]
    case .unknownMeasure:
      return ["measures: \(AssociationMeasure.allCases.map(\.rawValue).joined(separator: ", "))"]
    case .unknownGrouping(_, let stage): return ["it goes by \(list(stage.groupingWords, by: "or"))"]
    case .unknownPeriod: return ["periods: \(list(Period.allCases.map(\.rawValue), by: "and"))"]
    case .unknownChart: return ["kinds of picture: \(list(ChartKind.allCases.map(\.rawValue), by: "and"))"]
    case .notDrawable(let fault): return [ChartWords.hint(to: fault)]
    case .failedExpectation(.line(_, _, let expected, let found)):
      return DifferentLines(expected: expected, found: found).hints
    case .amendment(let fault): return AmendmentWords.hints(to: fault)
    case .notOneNumber: return ["expect count ROWS … counts rows; several figures need an expect each"]
    case .badNumber: return ["numbers are written in digits, such as 20 or 0.5"]
    case .patternTooCostly: return ["NEAR beside words such as * does that; name more of the words"]
    case .regexTooCostly: return ["nested repetition such as (a+)+ does that"]
    case .unclosedQuote, .unclosedRegex, .unclosedBracket, .strayCharacter, .strayBracket, .badComparison,
      .missingWord, .duplicateOption, .optionOutOfRange, .tooDeep, .tooManySteps,
      .tooManyProblems, .tooManyParts, .tooManyConditions, .tooManyNames, .duplicateClause,
      .andBetweenNames, .badCount,
      .tooLarge, .missingRow, .unquotedPattern, .unknownName, .leftoverWords, .wrongType, .emptyRange,
      .badPattern, .badRegex, .wrongAggregate, .wrongPeriod, .stageAfter, .severalMeant, .readAsWord,
      .unquotedFile, .variableInLet, .reservedName, .notRows, .failedExpectation, .notText, .noLastAnswer,
      .differentRows,
      .notCollectionRows,
      .doubledWord, .missingCollection, .question, .otherOrder, .otherLanguage, .otherLeaving, .otherWord,
      .address:
      return []
    }
  }

  private static func clauseHint(_ keyword: Keyword) -> [String] {
    switch keyword {
    case .by: ["it is for quotes, statements and articles"]
    case .to: ["it is for quotes and statements"]
    case .read: ["it is for articles, and for what stands in them"]
    case .about: ["it is for quotes, statements, articles, sentences, paragraphs and mentions"]
    case .in: ["it is for what stands in articles, and for articles"]
    case .with: ["it is for quotes and statements"]
    default: AnalysisStage(rawValue: keyword.rawValue).map { analysisHint($0) } ?? []
    }
  }

  private static func analysisHint(_ stage: AnalysisStage) -> [String] {
    let taken = QueryCollection.allCases.filter(stage.takes).map(\.rawValue)
    return ["it is for \(list(taken, by: "and"))"]
  }

  static func operators(of type: ValueType) -> String {
    switch type {
    case .text: "= != contains ~ in, is missing"
    case .name, .choice: "= != contains ~ in, is missing"
    case .integer, .decimal, .date: "= != < <= > >= between in, is missing"
    case .yesNo: "the field alone, or not before it"
    }
  }

  private static func example(_ type: ValueType) -> String {
    switch type {
    case .text: "contains \"…\""
    case .name: "= NAME"
    case .choice(let choices): "= \(choices.first ?? "…")"
    case .integer, .decimal: "> 10"
    case .date: ">= 2023-12"
    case .yesNo: ""
    }
  }

  /// `a`, `a or b`, `a, b or c`.
  static func list(_ items: [String], by word: String) -> String {
    guard items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(word) " + (items.last ?? "")
  }

  private static func clippedList(_ names: [String]) -> String {
    names.count <= 5 ? list(names, by: "and") : names.prefix(5).joined(separator: ", ") + " …"
  }

  /// What was typed may be a megabyte long.
  private static func clipped(_ text: String) -> String {
    text.utf8.count <= 60 ? text : String(text.prefix(60)) + "…"
  }
}

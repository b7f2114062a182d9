//! Every kind of problem that a query can have, with the facts its message needs.

/// What is wrong, or how something was understood.
public enum Problem: Hashable, Sendable {
  // Syntax.
  case unclosedQuote
  case unclosedRegex
  case unclosedBracket
  case strayCharacter(String)
  case strayBracket
  case badComparison(String)
  case unexpected(found: String, expected: [Expectation])
  case missingPart(after: String, expected: [Expectation])
  case missingWord(Keyword, after: String)
  case unknownWord(String, expected: [Expectation])
  case tooDeep(limit: Int)
  case tooManySteps(limit: Int)
  /// So many problems of a statement are not told.
  case tooManyProblems(Int)
  case tooManyParts(limit: Int)
  case tooManyConditions(limit: Int)
  case tooManyNames(limit: Int)
  case duplicateClause(Keyword)
  case duplicateOption(AnalysisOption)
  case optionOutOfRange(AnalysisOption, String, from: String, to: String)
  case andBetweenNames
  case badCount(String)
  case tooLarge(String)
  case missingRow(CommandName)
  case unquotedPattern(String)
  case unquotedFile(String)
  case variableInLet(String)
  case reservedName(String)
  case doubledWord(String)
  // Asked in another way.
  case missingCollection(String)
  case question
  case otherOrder(String)
  case otherLanguage(String)
  case otherLeaving(String)
  case otherWord(String, meanings: [Keyword])
  case address(String)
  // Meaning.
  case unknownVariable(String)
  case notRows(String)
  case notText(String, QueryCollection?)
  case noLastAnswer
  case differentRows(SetOperation, String, String)
  case notCollectionRows(String)
  case unknownField(String, QueryCollection)
  case unknownColumn(String, columns: [String])
  case unknownName(String, kinds: [NameKind])
  case unknownChoice(String, String, choices: [String])
  case leftoverWords(String, after: String)
  case wrongType(String, ValueType, found: String)
  case wrongOperator(String, ValueType, operation: String)
  case badDate(String)
  case emptyRange(low: String, high: String)
  case badPattern(String, PatternFault)
  case badRegex(reason: String)
  case clauseNotForCollection(Keyword, QueryCollection)
  case notYesNo(String, ValueType)
  case notGrouped(String)
  case wrongAggregate(String, String, ValueType)
  case wrongPeriod(String, ValueType)
  case stageAfter(Keyword, previous: Keyword)
  case unknownMeasure(String)
  case unknownPeriod(String)
  case unknownChart(String)
  case notDrawable(ChartFault)
  case notOneNumber
  case badNumber(String)
  case unknownGrouping(String, AnalysisStage)
  case amendment(AmendmentFault)
  // Found while running.
  case failedExpectation(ClaimFinding)
  case patternTooCostly
  case regexTooCostly
  // Notes.
  case severalMeant(String, names: [String])
  case readAsWord(String)
}

/// The stable name of a kind of problem.
public enum DiagnosticID: String, CaseIterable, Hashable, Sendable {
  case address
  case ambiguousName = "ambiguous-name"
  case differentKinds = "different-kinds"
  case nameTaken = "name-taken"
  case noSuchQuotation = "no-such-quotation"
  case notAmendable = "not-correctable"
  case nothingToSplit = "nothing-to-split"
  case andBetweenNames = "and-between-names"
  case badComparison = "bad-comparison"
  case badCount = "bad-count"
  case badDate = "bad-date"
  case badNumber = "bad-number"
  case badPattern = "bad-pattern"
  case badRegex = "bad-regex"
  case clauseNotForCollection = "clause-not-for-collection"
  case doubledWord = "doubled-word"
  case duplicateClause = "duplicate-clause"
  case duplicateOption = "duplicate-option"
  case emptyRange = "empty-range"
  case failedExpectation = "failed-expectation"
  case leftoverWords = "leftover-words"
  case missingCollection = "missing-collection"
  case missingPart = "missing-part"
  case missingRow = "missing-row"
  case missingWord = "missing-word"
  case optionOutOfRange = "option-out-of-range"
  case unknownMeasure = "unknown-measure"
  case unknownPeriod = "unknown-period"
  case unknownChart = "unknown-chart"
  case notDrawable = "not-drawable"
  case unknownGrouping = "unknown-grouping"
  case notGrouped = "not-grouped"
  case notOneNumber = "not-one-number"
  case notYesNo = "not-yes-no"
  case otherLanguage = "other-language"
  case otherLeaving = "other-leaving"
  case otherOrder = "other-order"
  case otherWord = "other-word"
  case patternTooCostly = "pattern-too-costly"
  case question
  case readAsWord = "read-as-word"
  case reservedName = "reserved-name"
  case regexTooCostly = "regex-too-costly"
  case severalMeant = "several-meant"
  case stageAfter = "stage-after"
  case strayBracket = "stray-bracket"
  case strayCharacter = "stray-character"
  case tooDeep = "too-deep"
  case tooLarge = "too-large"
  case tooManyProblems = "too-many-problems"
  case tooManyParts = "too-many-parts"
  case tooManyConditions = "too-many-conditions"
  case tooManyNames = "too-many-names"
  case tooManySteps = "too-many-steps"
  case differentRows = "different-rows"
  case noLastAnswer = "no-last-answer"
  case notCollectionRows = "not-collection-rows"
  case notRows = "not-rows"
  case notText = "not-text"
  case unclosedBracket = "unclosed-bracket"
  case unclosedQuote = "unclosed-quote"
  case unclosedRegex = "unclosed-regex"
  case unexpected
  case unknownChoice = "unknown-choice"
  case unknownColumn = "unknown-column"
  case unknownField = "unknown-field"
  case unknownName = "unknown-name"
  case unknownWord = "unknown-word"
  case unknownVariable = "unknown-variable"
  case unquotedFile = "unquoted-file"
  case unquotedPattern = "unquoted-pattern"
  case variableInLet = "variable-in-let"
  case wrongAggregate = "wrong-aggregate"
  case wrongOperator = "wrong-operator"
  case wrongPeriod = "wrong-period"
  case wrongType = "wrong-type"

  /// Whether a statement with this problem runs.
  public var severity: Severity {
    switch self {
    case .readAsWord, .severalMeant: .note
    case .emptyRange: .warning
    case .andBetweenNames, .badComparison, .badCount, .badDate, .badNumber, .badPattern, .badRegex,
      .failedExpectation, .notOneNumber, .clauseNotForCollection, .duplicateClause, .duplicateOption,
      .optionOutOfRange, .unknownMeasure, .unknownPeriod, .unknownGrouping, .unknownChart, .notDrawable,
      .leftoverWords, .missingPart, .missingRow, .missingWord,
      .notGrouped, .notYesNo, .patternTooCostly, .regexTooCostly, .stageAfter, .strayBracket,
      .strayCharacter,
      .tooDeep, .tooLarge, .tooManyProblems, .tooManySteps, .tooManyParts, .tooManyConditions, .tooManyNames,
      .unclosedBracket, .unclosedQuote, .unclosedRegex,
      .unexpected, .unknownChoice, .unknownField, .unknownName, .unknownWord, .unquotedPattern,
      .wrongAggregate,
      .wrongOperator, .wrongPeriod, .wrongType, .differentRows, .noLastAnswer, .notCollectionRows, .notRows,
      .notText, .unknownColumn, .unknownVariable, .unquotedFile, .variableInLet, .reservedName, .address,
      .doubledWord, .otherLeaving,
      .missingCollection, .otherLanguage, .otherOrder, .otherWord, .question,
      .ambiguousName, .differentKinds, .nameTaken, .noSuchQuotation, .notAmendable, .nothingToSplit:
      .error
    }
  }

  /// Whether the text itself is ill-formed, whatever the corpus.
  public var isSyntax: Bool {
    switch self {
    case .andBetweenNames, .badComparison, .badCount, .duplicateClause, .duplicateOption, .optionOutOfRange,
      .missingPart, .missingRow,
      .missingWord, .strayBracket, .strayCharacter, .tooDeep, .tooLarge, .tooManyProblems,
      .tooManySteps, .tooManyParts, .unclosedBracket, .unclosedQuote, .unclosedRegex, .unexpected,
      .unknownWord,
      .unquotedFile,
      .unquotedPattern, .variableInLet, .reservedName, .address, .doubledWord, .missingCollection,
      .otherLanguage, .otherLeaving,
      .otherOrder,
      .otherWord, .question:
      true
    case .tooManyConditions, .tooManyNames, .badDate, .badNumber, .failedExpectation, .notOneNumber,
      .badPattern, .badRegex,
      .clauseNotForCollection, .emptyRange, .leftoverWords, .notGrouped,
      .notYesNo, .patternTooCostly, .readAsWord, .regexTooCostly, .severalMeant, .stageAfter, .unknownChoice,
      .unknownField,
      .unknownName, .wrongAggregate, .wrongOperator, .wrongPeriod, .wrongType, .differentRows, .noLastAnswer,
      .notCollectionRows, .notRows, .notText, .unknownColumn, .unknownVariable, .unknownMeasure,
      .unknownPeriod, .unknownGrouping, .unknownChart, .notDrawable,
      .ambiguousName, .differentKinds, .nameTaken, .noSuchQuotation, .notAmendable, .nothingToSplit:
      false
    }
  }
}

extension Problem {
  /// Its kind, without the facts of the case.
  public var id: DiagnosticID {
    switch self {
    case .unclosedQuote: .unclosedQuote
    case .unclosedRegex: .unclosedRegex
    case .unclosedBracket: .unclosedBracket
    case .strayCharacter: .strayCharacter
    case .strayBracket: .strayBracket
    case .badComparison: .badComparison
    case .unexpected: .unexpected
    case .missingPart: .missingPart
    case .missingWord: .missingWord
    case .unknownWord: .unknownWord
    case .tooDeep: .tooDeep
    case .tooManySteps: .tooManySteps
    case .tooManyProblems: .tooManyProblems
    case .tooManyParts: .tooManyParts
    case .tooManyConditions: .tooManyConditions
    case .tooManyNames: .tooManyNames
    case .duplicateClause: .duplicateClause
    case .duplicateOption: .duplicateOption
    case .optionOutOfRange: .optionOutOfRange
    case .unknownMeasure: .unknownMeasure
    case .unknownPeriod: .unknownPeriod
    case .unknownChart: .unknownChart
    case .notDrawable: .notDrawable
    case .unknownGrouping: .unknownGrouping
    case .andBetweenNames: .andBetweenNames
    case .badCount: .badCount
    case .tooLarge: .tooLarge
    case .missingRow: .missingRow
    case .unquotedPattern: .unquotedPattern
    case .unquotedFile: .unquotedFile
    case .variableInLet: .variableInLet
    case .reservedName: .reservedName
    case .doubledWord: .doubledWord
    case .missingCollection: .missingCollection
    case .question: .question
    case .otherOrder: .otherOrder
    case .otherLanguage: .otherLanguage
    case .otherLeaving: .otherLeaving
    case .otherWord: .otherWord
    case .address: .address
    case .unknownVariable: .unknownVariable
    case .notRows: .notRows
    case .notText: .notText
    case .noLastAnswer: .noLastAnswer
    case .differentRows: .differentRows
    case .notCollectionRows: .notCollectionRows
    case .unknownColumn: .unknownColumn
    case .unknownField: .unknownField
    case .unknownName: .unknownName
    case .unknownChoice: .unknownChoice
    case .leftoverWords: .leftoverWords
    case .wrongType: .wrongType
    case .wrongOperator: .wrongOperator
    case .badDate: .badDate
    case .emptyRange: .emptyRange
    case .badPattern: .badPattern
    case .badRegex: .badRegex
    case .patternTooCostly: .patternTooCostly
    case .regexTooCostly: .regexTooCostly
    case .clauseNotForCollection: .clauseNotForCollection
    case .notYesNo: .notYesNo
    case .notGrouped: .notGrouped
    case .wrongAggregate: .wrongAggregate
    case .wrongPeriod: .wrongPeriod
    case .stageAfter: .stageAfter
    case .notOneNumber: .notOneNumber
    case .badNumber: .badNumber
    case .amendment(let fault): fault.id
    case .failedExpectation: .failedExpectation
    case .severalMeant: .severalMeant
    case .readAsWord: .readAsWord
    }
  }
}

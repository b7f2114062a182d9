//! Fits a lesson to the corpus: placeholders filled by queries, example and model answer asked.

internal import QuothEngine
internal import QuothQuery
internal import QuothTeaching

/// A lesson as this corpus tells it.
struct FittedLesson {
  /// A query and what it gives.
  struct Answered {
    let text: String
    let query: BoundQuery
    let table: ResultTable
  }

  let title: String
  let paragraphs: [String]
  let example: Answered?
  let exercise: String
  let answer: Answered
  let hints: [String]
}

/// Why a lesson cannot be given.
enum LessonObstacle: Error {
  /// The corpus has nothing of what it is about; the reason in words.
  case lacking(String)
  /// A query of the lesson is wrong.
  case badQuery(LessonPart, LessonText, Parse, [Diagnostic])
  /// A query cannot be run.
  case stopped(LessonText, ExecutionError)
  /// The query of a placeholder cannot be run.
  case interrupted(ExecutionError)
}

/// Fits lessons, one after the other; a placeholder is looked up once.
struct LessonFitter {
  private var corpusValues: PlaceholderValues

  init(questions: CorpusQuestions) { corpusValues = PlaceholderValues(questions: questions) }

  private var questions: CorpusQuestions { corpusValues.questions }

  mutating func fit(_ lesson: Lesson) throws(LessonObstacle) -> FittedLesson {
    let values = try values(for: lesson)
    if let needs = lesson.needs, try ask(needs, .needs, values).table.rows.isEmpty {
      throw .lacking(lesson.lacking?.prose(values) ?? "`\(needs.query(values))` finds nothing here")
    }
    var example: FittedLesson.Answered?
    if let text = lesson.example { example = try ask(text, .example, values) }
    let answer = try ask(lesson.answer, .answer, values)
    guard !answer.table.isEmpty else { throw .lacking("its exercise has no answer here") }
    return FittedLesson(
      title: lesson.title.prose(values), paragraphs: lesson.paragraphs.map { $0.prose(values) },
      example: example, exercise: lesson.exercise.prose(values), answer: answer,
      hints: lesson.hints.map { $0.prose(values) })
  }

  /// What the placeholders of a lesson stand for.
  mutating func values(for lesson: Lesson) throws(LessonObstacle) -> [Placeholder: String] {
    var found: [Placeholder: String] = [:]
    for name in lesson.texts.flatMap(\.placeholders).map(\.name) {
      guard let placeholder = Placeholder(rawValue: name), found[placeholder] == nil else { continue }
      let value: String?
      do throws(ExecutionError) {
        value = try corpusValues.value(of: placeholder)
      } catch {
        throw .interrupted(error)
      }
      guard let value else { throw .lacking(placeholder.lacking) }
      found[placeholder] = value
    }
    return found
  }

  /// Asks a query of a lesson.
  func ask(
    _ text: LessonText, _ part: LessonPart, _ values: [Placeholder: String]
  ) throws(LessonObstacle) -> FittedLesson.Answered {
    let filled = text.query(values)
    // As many blanks as the part's name takes, so that places are those of the file.
    let parse = QueryLanguage.parse(String(repeating: " ", count: text.column - 1) + filled)
    guard case .query(let asked) = parse.script.statements.first, parse.script.statements.count == 1,
      !parse.hasErrors
    else { throw .badQuery(part, text, parse, parse.diagnostics) }
    let bound = QueryLanguage.bind(
      asked.pipeline,
      in: BindingContext(vocabulary: questions.engine.vocabulary, checkRegex: RegexCheck.problem(in:)))
    let errors = bound.diagnostics.filter { $0.severity == .error }
    guard let query = bound.query, errors.isEmpty else {
      throw .badQuery(part, text, parse, errors)
    }
    do {
      let limits = ExecutionLimits(isCancelled: questions.isCancelled)
      let table = try questions.engine.execute(QueryLanguage.plan(query), limits: limits)
      return FittedLesson.Answered(text: filled, query: query, table: table)
    } catch {
      throw .stopped(text, error)
    }
  }
}

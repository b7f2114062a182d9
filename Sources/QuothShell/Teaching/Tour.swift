//! A tour: which lesson is at hand, which were passed over, and what was said of it.

internal import QuothQuery
internal import QuothTeaching

/// One way through a course.
struct Tour {
  /// A lesson that this corpus has nothing for.
  struct PassedOver {
    let number: Int
    let title: String
    let reason: String
  }

  /// What came of going to another lesson.
  enum Step {
    case lesson
    /// There is none that way.
    case end
  }

  let course: Course
  private var fitter: LessonFitter
  /// The lesson at hand, from 0.
  private(set) var index = 0
  private(set) var lesson: FittedLesson?
  /// How many hints were given on it.
  private(set) var hintsGiven = 0
  /// Lessons that the last step left out.
  private(set) var passedOver: [PassedOver] = []

  init(_ course: Course, _ questions: CorpusQuestions) {
    self.course = course
    fitter = LessonFitter(questions: questions)
  }

  /// What the lesson at hand is called in its file.
  var key: String { course.lessons[index].title.lines.joined() }

  var number: Int { index + 1 }

  /// Begins at the lesson of this name, or at the first.
  mutating func begin(at key: String?) throws(LessonObstacle) -> Step {
    let start = course.lessons.firstIndex { $0.title.lines.joined() == key } ?? 0
    return try go(from: start, by: 1)
  }

  mutating func forward() throws(LessonObstacle) -> Step { try go(from: index + 1, by: 1) }

  mutating func back() throws(LessonObstacle) -> Step { try go(from: index - 1, by: -1) }

  /// The first lesson that way that the corpus has something for. Where there is none, all stays as it is.
  private mutating func go(from start: Int, by step: Int) throws(LessonObstacle) -> Step {
    passedOver = []
    var place = start
    while course.lessons.indices.contains(place) {
      do throws(LessonObstacle) {
        lesson = try fitter.fit(course.lessons[place])
        (index, hintsGiven) = (place, 0)
        return .lesson
      } catch {
        guard case .lacking(let reason) = error else { throw error }
        let title = course.lessons[place].title.lines.joined()
        passedOver.append(PassedOver(number: place + 1, title: title, reason: reason))
      }
      place += step
    }
    return .end
  }

  /// The next hint, more direct than the one before; the last is a solution.
  mutating func nextHint() -> TourHint? {
    guard let lesson else { return nil }
    defer { hintsGiven = min(hintsGiven + 1, lesson.hints.count) }
    guard hintsGiven < lesson.hints.count else { return .solution(lesson.answer.text) }
    return .hint(lesson.hints[hintsGiven])
  }

  /// What an answer that someone got is worth.
  func judge(_ answer: ResultTable) -> TourVerdict? {
    guard let lesson else { return nil }
    guard let difference = AnswerCheck.difference(of: answer, from: lesson.answer.table) else {
      return .right
    }
    if let example = lesson.example, AnswerCheck.difference(of: answer, from: example.table) == nil {
      return .example
    }
    return .wrong(difference)
  }
}

/// A hint.
enum TourHint {
  case hint(String)
  /// A query that answers the exercise.
  case solution(String)
}

/// What an answer is worth.
enum TourVerdict {
  case right
  /// It is that of the example.
  case example
  case wrong(AnswerDifference)
}

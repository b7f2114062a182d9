//! `tour`: lessons on the corpus that is loaded.

internal import QuothQuery
internal import QuothRender
internal import QuothTeaching

/// Leads through lessons.
struct TourCommand {
  let session: Session

  private var words: TourWords { TourWords(rendering: session.rendering) }

  func run(_ text: CommandText, _ script: Script, _ mode: ScriptMode) -> Outcome {
    guard mode.audience == .prompt, script.name == nil else {
      return .failure("tour is for someone at a prompt; a script has nobody to teach")
    }
    let typed: [String]
    switch text.words {
    case .success(let found): typed = found
    case .failure(let refusal): return .failure(refusal.message)
    }
    guard typed.count <= 1 else {
      return .failure("tour takes one word or one file; a name with blanks stands in quotation marks")
    }
    guard let name = typed.first else {
      return session.tour.map { shown($0) } ?? begin(session.course ?? BuiltInLessons.course, .goesOn)
    }
    guard let word = TourWord(rawValue: name.lowercased()) else { return begin(file: name) }
    switch word {
    case .again: return begin(session.tour?.course ?? session.course ?? BuiltInLessons.course, .startsOver)
    case .hint, .skip, .back, .stop:
      guard session.tour != nil else { return .failure("there is no tour to \(word.use); tour begins one") }
    }
    switch word {
    case .hint: return hint()
    case .skip: return forward(after: "")
    case .back: return back()
    case .stop, .again: return stop()
    }
  }

  // MARK: Beginning

  /// Where a course begins.
  private enum Start {
    /// Where it was left.
    case goesOn
    case startsOver
  }

  /// Begins the lessons of a file.
  func begin(file name: String) -> Outcome {
    switch LessonReading.course(of: TypedPath.resolved(name), as: name) {
    case .success(let course): return begin(course, .goesOn)
    case .failure(.unreadable(let reason)): return .failure(reason, .data)
    case .failure(.faulty(let problems)):
      var outcome = Outcome()
      outcome.status = .syntax
      for problem in problems {
        outcome.messages += session.rendering.message(
          LessonMessages.text(of: problem), at: "\(name):\(problem.line)")
      }
      return outcome
    }
  }

  private func begin(_ course: Course, _ start: Start) -> Outcome {
    var tour = Tour(course, session.questions)
    let left =
      start == .goesOn
      ? session.lessonsLeft[course.name] ?? session.tourMemory?.lesson(of: course.name) : nil
    do throws(LessonObstacle) {
      switch try tour.begin(at: left) {
      case .lesson:
        let isLater = left != nil && tour.index > 0
        return shown(
          tour,
          after: isLater
            ? words.wrapped("The tour goes on where it was left; tour again starts over.") + "\n" : "")
      case .end:
        var outcome = Outcome.failure("there is nothing in these articles for any of the lessons")
        outcome.messages = words.passedOver(tour.passedOver)
        return outcome
      }
    } catch {
      return refusal(error)
    }
  }

  // MARK: Steps

  /// The next lesson, with something said before it.
  func forward(after lead: String) -> Outcome {
    do throws(LessonObstacle) {
      guard var tour = session.tour else { return Outcome() }
      let step = try tour.forward()
      return step == .end ? finish(tour, after: lead) : shown(tour, after: lead)
    } catch {
      return refusal(error)
    }
  }

  private func back() -> Outcome {
    do throws(LessonObstacle) {
      guard var tour = session.tour else { return Outcome() }
      return try tour.back() == .end ? .failure("this is the first lesson") : shown(tour)
    } catch {
      return refusal(error)
    }
  }

  private func finish(_ tour: Tour, after lead: String) -> Outcome {
    var outcome = Outcome()
    outcome.results = lead + words.passedOver(tour.passedOver)
    outcome.results += words.wrapped(
      "That was the last lesson. help lists all that can be asked; tour again starts over.")
    session.tour = nil
    keep(nil, of: tour.course)
    return outcome
  }

  /// The lesson at hand.
  private func shown(_ tour: Tour, after lead: String = "") -> Outcome {
    var outcome = Outcome()
    guard let lesson = tour.lesson else { return outcome }
    (session.tour, session.course) = (tour, tour.course)
    let passedOver = words.passedOver(tour.passedOver)
    outcome.results = lead + passedOver + (passedOver.isEmpty ? "" : "\n")
    outcome.results += words.lesson(lesson, number: tour.number, of: tour.course.lessons.count)
    // `why 1` and `it` mean what is shown.
    (outcome.answer, outcome.query) = (lesson.example?.table, lesson.example?.query)
    keep(tour.key, of: tour.course)
    return outcome
  }

  private func hint() -> Outcome {
    var outcome = Outcome()
    if let hint = session.tour?.nextHint() { outcome.results = words.hint(hint) }
    return outcome
  }

  /// `more` is said after it.
  func stop(_ more: String = "") -> Outcome {
    var outcome = Outcome()
    guard let tour = session.tour else { return outcome }
    session.tour = nil
    let left = "The tour is left at lesson \(tour.number)"
    if let memory = session.tourMemory, let failure = memory.keep(tour.key, of: tour.course.name) {
      outcome.results = words.wrapped(
        "\(left). Only in this session does tour go on with it, as that cannot be kept: \(memory.path): \(failure)."
          + more)
    } else {
      outcome.results = words.wrapped("\(left); tour goes on with it.\(more)")
    }
    return outcome
  }

  private func keep(_ lesson: String?, of course: Course) {
    session.lessonsLeft[course.name] = lesson
    guard let memory = session.tourMemory, let failure = memory.keep(lesson, of: course.name),
      !session.hasToldOfTourState
    else { return }
    session.hasToldOfTourState = true
    session.tell("where the tour is left is not kept after this session: \(memory.path): \(failure)")
  }

  private func refusal(_ obstacle: LessonObstacle) -> Outcome {
    let file = session.tour?.course.name ?? session.course?.name ?? BuiltInLessons.name
    return LessonMessages.outcome(of: obstacle, in: file, session.rendering)
  }
}

extension TourWord {
  /// What it is for, after ‘no tour to’.
  fileprivate var use: String {
    switch self {
    case .hint: "give a hint on"
    case .skip, .back: "go on with"
    case .stop: "leave"
    case .again: "start over"
    }
  }
}

extension Session {
  /// Where it is kept how far tours of this corpus went.
  var tourMemory: TourMemory? {
    tourStatePath.map { TourMemory(path: $0, corpus: identity.fingerprint) }
  }

  /// Begins a tour at the start of a session, of a file of lessons or of those that come with quoth.
  public func beginTour(_ file: String?) -> ExitStatus {
    let command = TourCommand(session: self)
    var outcome =
      file.map { command.begin(file: $0) }
      ?? command.run(CommandText(""), Script(name: nil, text: ""), ScriptMode.runs.atPrompt)
    if let problem = outcome.problem { outcome.messages += rendering.message(problem, at: nil) }
    present(outcome)
    return outcome.status
  }

  /// Leaves the tour; false where there is none.
  func leaveTour() -> Bool {
    guard tour != nil else { return false }
    present(TourCommand(session: self).stop(" Ctrl-D or quit now leaves the shell."))
    return true
  }

  /// What an answer is worth on the tour; nil where nobody is on one, or the statement asked for nothing.
  func judge(_ outcome: Outcome, of statement: Statement, _ script: Script, _ mode: ScriptMode) -> Outcome? {
    guard let tour, script.name == nil, mode.audience == .prompt, let answer = outcome.answer,
      statement.asks, let verdict = tour.judge(answer)
    else { return nil }
    let words = TourWords(rendering: rendering).verdict(verdict)
    switch verdict {
    case .right: return TourCommand(session: self).forward(after: words + "\n")
    case .example, .wrong:
      var said = Outcome()
      said.results = words
      return said
    }
  }
}

extension Statement {
  /// Whether its answer may be meant for an exercise.
  fileprivate var asks: Bool {
    switch syntax {
    case .query: true
    case .command(let command): command.command == .open
    case .binding, .explain, .expectation, .amendment, nil: false
    }
  }
}

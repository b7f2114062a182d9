//! `quoth tour --check`: all that is wrong with files of lessons, and which of them a corpus has nothing for.

internal import QuothQuery
internal import QuothRender
internal import QuothTeaching

extension Session {
  /// Checks files of lessons against the corpus; the status is that of the worst of them.
  public func checkLessons(_ files: [String]) -> ExitStatus {
    var worst = ExitStatus.success
    for file in files {
      let outcome = LessonChecking(session: self, file: file).run()
      present(outcome)
      if outcome.status != .success, worst != .data { worst = outcome.status }
    }
    return worst
  }
}

/// Checks one file.
struct LessonChecking {
  let session: Session
  let file: String

  func run() -> Outcome {
    var outcome = Outcome()
    switch Script.read(file: TypedPath.resolved(file)) {
    case .failure(let failure):
      outcome.status = .data
      outcome.messages = session.rendering.message(failure.message, at: nil)
    case .success(let script):
      let (lessons, problems) = LessonParser.parse(String(decoding: script.text.bytes, as: UTF8.self))
      for problem in problems { tell(LessonMessages.text(of: problem), problem.line, in: &outcome) }
      var fitter = LessonFitter(questions: session.questions)
      for lesson in lessons { check(lesson, &fitter, in: &outcome) }
      guard outcome.status == .success else { break }
      outcome.results = "\(file): \(lessons.count) \(lessons.count == 1 ? "lesson" : "lessons"), no errors\n"
    }
    return outcome
  }

  private func check(_ lesson: Lesson, _ fitter: inout LessonFitter, in outcome: inout Outcome) {
    let values: [Placeholder: String]
    do throws(LessonObstacle) {
      values = try fitter.values(for: lesson)
    } catch {
      return tell(error, of: lesson, in: &outcome)
    }
    var found: [LessonPart: ResultTable] = [:]
    for (part, text) in [
      (LessonPart.needs, lesson.needs), (.example, lesson.example), (.answer, lesson.answer),
    ] {
      guard let text else { continue }
      // What is there already was told.
      guard text.placeholders.allSatisfy({ Placeholder(rawValue: $0.name) != nil }),
        text.lines.contains(where: { !$0.isEmpty })
      else { continue }
      do throws(LessonObstacle) {
        found[part] = try fitter.ask(text, part, values).table
      } catch {
        tell(error, of: lesson, in: &outcome)
      }
    }
    if let needs = found[.needs], needs.rows.isEmpty {
      return note(
        "would be passed over: \(lesson.lacking?.prose(values) ?? "what it needs is not here")", lesson,
        in: &outcome)
    }
    guard let answer = found[.answer] else { return }
    if answer.isEmpty {
      return note("would be passed over: its exercise has no answer here", lesson, in: &outcome)
    }
    if let example = found[.example], AnswerCheck.difference(of: example, from: answer) == nil {
      tell("the example answers the exercise already", lesson.answer.line, in: &outcome)
    }
  }

  private func tell(_ obstacle: LessonObstacle, of lesson: Lesson, in outcome: inout Outcome) {
    if case .lacking(let reason) = obstacle {
      return note("would be passed over: \(reason)", lesson, in: &outcome)
    }
    let told = LessonMessages.outcome(of: obstacle, in: file, session.rendering)
    outcome.messages += told.messages
    if let problem = told.problem { outcome.messages += session.rendering.message(problem, at: nil) }
    if outcome.status == .success { outcome.status = told.status }
  }

  private func tell(_ problem: String, _ line: Int, in outcome: inout Outcome) {
    outcome.messages += session.rendering.message(problem, at: "\(file):\(line)")
    if outcome.status == .success { outcome.status = .syntax }
  }

  /// Something about a lesson that is no error.
  private func note(_ text: String, _ lesson: Lesson, in outcome: inout Outcome) {
    let title = TerminalText.sanitise(lesson.title.lines.joined(), lineBreaks: .blank)
    let words = TerminalText.sanitise(text, lineBreaks: .blank)
    outcome.messages += "\(file):\(lesson.title.line): note: ‘\(title)’ \(words)\n"
  }
}

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

  /// What is found wrong, with the line of the file.
  private struct Findings {
    private(set) var status = ExitStatus.success
    private var messages: [(line: Int, text: String)] = []

    mutating func add(_ text: String, line: Int, _ status: ExitStatus) {
      messages.append((line, text))
      if self.status == .success { self.status = status }
    }

    /// In the order of the file.
    var text: String {
      messages.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
        .map(\.element.text).joined()
    }
  }

  func run() -> Outcome {
    var outcome = Outcome()
    switch Script.read(file: TypedPath.resolved(file)) {
    case .failure(let failure):
      outcome.status = .data
      outcome.messages = session.rendering.message(failure.message, at: nil)
    case .success(let script):
      let (lessons, problems) = LessonParser.parse(String(decoding: script.text.bytes, as: UTF8.self))
      var findings = Findings()
      for problem in problems { tell(LessonMessages.text(of: problem), problem.line, in: &findings) }
      var fitter = LessonFitter(questions: session.questions)
      for lesson in lessons { check(lesson, &fitter, in: &findings) }
      (outcome.status, outcome.messages) = (findings.status, findings.text)
      guard outcome.status == .success else { break }
      outcome.results = "\(file): \(lessons.count) \(lessons.count == 1 ? "lesson" : "lessons"), no errors\n"
    }
    return outcome
  }

  private func check(_ lesson: Lesson, _ fitter: inout LessonFitter, in findings: inout Findings) {
    let values: [Placeholder: String]
    do throws(LessonObstacle) {
      values = try fitter.values(for: lesson)
    } catch {
      return tell(error, of: lesson, in: &findings)
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
        tell(error, of: lesson, in: &findings)
      }
    }
    if let needs = found[.needs], needs.rows.isEmpty {
      return note(
        "would be passed over: \(lesson.lacking?.prose(values) ?? "what it needs is not here")", lesson,
        in: &findings)
    }
    guard let answer = found[.answer] else { return }
    if answer.isEmpty {
      return note("would be passed over: its exercise has no answer here", lesson, in: &findings)
    }
    if let example = found[.example], AnswerCheck.difference(of: example, from: answer) == nil {
      tell("the example answers the exercise already", lesson.answer.line, in: &findings)
    }
  }

  private func tell(_ obstacle: LessonObstacle, of lesson: Lesson, in findings: inout Findings) {
    let line: Int
    switch obstacle {
    case .lacking(let reason): return note("would be passed over: \(reason)", lesson, in: &findings)
    case .interrupted: line = lesson.title.line
    case .stopped(let text, _), .badQuery(_, let text, _, _): line = text.line
    }
    let told = LessonMessages.outcome(of: obstacle, in: file, session.rendering)
    let problem = told.problem.map { session.rendering.message($0, at: nil) } ?? ""
    findings.add(told.messages + problem, line: line, told.status)
  }

  private func tell(_ problem: String, _ line: Int, in findings: inout Findings) {
    findings.add(session.rendering.message(problem, at: "\(file):\(line)"), line: line, .syntax)
  }

  /// Something about a lesson that is no error.
  private func note(_ text: String, _ lesson: Lesson, in findings: inout Findings) {
    let title = TerminalText.sanitise(lesson.title.lines.joined(), lineBreaks: .blank)
    let words = TerminalText.sanitise(text, lineBreaks: .blank)
    findings.add(
      "\(file):\(lesson.title.line): note: ‘\(title)’ \(words)\n", line: lesson.title.line, .success)
  }
}

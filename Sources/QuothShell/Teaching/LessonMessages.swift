//! Words for what is wrong with files of lessons.

internal import QuothQuery
internal import QuothRender
internal import QuothTeaching

/// Words problems.
enum LessonMessages {
  static func text(of problem: LessonProblem) -> String {
    switch problem.kind {
    case .noLesson: "there is no lesson; a line `# Title` begins one"
    case .beforeTitle: "this stands before the first lesson; a line `# Title` begins one"
    case .emptyTitle: "the title is empty; the name of the lesson follows the `#`"
    case .emptyPart(let part): "nothing follows `\(part.rawValue):`"
    case .missingPart(let part, let lesson):
      "the lesson ‘\(lesson)’ has no `\(part.rawValue):`" + (part == .answer ? " to check answers by" : "")
    case .repeatedPart(let part, let first):
      "the lesson has an `\(part.rawValue):` already, in line \(first)"
    case .misspelledPart(let word, let part):
      "‘\(word):’ is no part of a lesson; did you mean \(part.rawValue):?"
    case .unknownPlaceholder(let name, let near):
      "there is no placeholder {\(name)}; "
        + (near.map { "did you mean {\($0.rawValue)}?" } ?? "there are \(LessonPlaceholders.list)")
    case .unclosedPlaceholder(let name): "the placeholder {\(name) is not closed: {\(name)}"
    case .repeatedTitle(let title, let first):
      "the lesson of line \(first) is called ‘\(title)’ too; a tour is taken up again by the name"
    }
  }

  static func outcome(of obstacle: LessonObstacle, in file: String, _ rendering: Rendering) -> Outcome {
    switch obstacle {
    case .lacking(let reason): return .failure(reason)
    case .interrupted(let error):
      return .failure(ExecutionMessages.text(of: error), ExecutionMessages.status(of: error))
    case .stopped(let text, let error):
      var outcome = Outcome()
      outcome.status = ExecutionMessages.status(of: error)
      outcome.messages = rendering.message(ExecutionMessages.text(of: error), at: "\(file):\(text.line)")
      return outcome
    case .badQuery(let part, let text, let parse, let diagnostics):
      var outcome = Outcome()
      outcome.status = .syntax
      let script = Script(name: file, text: parse.text, firstLine: text.line)
      outcome.messages = diagnostics.map { rendering.message(of: $0, in: script) }.joined()
      if diagnostics.isEmpty {
        outcome.messages = rendering.message(
          "`\(part.rawValue):` takes one query", at: "\(file):\(text.line):\(text.column)")
      }
      return outcome
    }
  }
}

/// What lessons may leave to the articles.
public enum LessonPlaceholders {
  /// `{speaker}, {topic} and {outlet}`.
  public static let list: String = {
    let names = Placeholder.allCases.map { "{\($0.rawValue)}" }
    return names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
  }()
}

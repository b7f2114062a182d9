//! What a tour says.

internal import QuothQuery
internal import QuothRender
internal import QuothTeaching

/// Words of a tour, laid out for one session.
struct TourWords {
  /// So many rows of an example are shown.
  private static let exampleRows = 3

  let rendering: Rendering

  /// A lesson with its example and exercise.
  func lesson(_ lesson: FittedLesson, number: Int, of count: Int) -> String {
    var text = heading("Lesson \(number) of \(count): \(lesson.title)") + "\n"
    for paragraph in lesson.paragraphs { text += wrapped(paragraph) + "\n" }
    if let example = lesson.example {
      for line in example.text.split(separator: "\n") {
        text += "  " + rendering.style.apply(.suggestion, to: Self.plain(String(line))) + "\n"
      }
      rendering.write(example.table.first(Self.exampleRows)) { text += $0 }
      text += rendering.footer(FooterRenderer.render(example.table.first(Self.exampleRows))) + "\n"
    }
    text += wrapped("Exercise: \(lesson.exercise)")
    return text + rendering.footer("hint helps, skip goes on, back goes back, tour stop leaves")
  }

  func passedOver(_ lessons: [Tour.PassedOver]) -> String {
    lessons.map { wrapped("Lesson \($0.number) is passed over (\($0.title)): \($0.reason).") }.joined()
  }

  func hint(_ hint: TourHint) -> String {
    switch hint {
    case .hint(let text): wrapped("Hint: \(text)")
    case .solution(let query): wrapped("A solution: `\(query)`")
    }
  }

  /// What an answer is worth.
  func verdict(_ verdict: TourVerdict) -> String {
    switch verdict {
    case .right: wrapped("Right.")
    case .example: wrapped("That is the example; the exercise is still to be done. hint helps.")
    case .wrong(let difference): wrapped("Not yet: \(Self.words(difference)). hint helps.")
    }
  }

  static func words(_ difference: AnswerDifference) -> String {
    switch difference {
    case .otherKind(let found, let meant):
      "the exercise asks for \(kind(meant)), and these are \(kind(found))"
    case .rows(let missing, _, let meant) where missing == meant: "none of the rows asked for is there"
    case .rows(let missing, let extra, _) where missing == 0:
      "all that is asked for is there, and \(rows(extra)) too many"
    case .rows(let missing, let extra, let meant) where extra == 0:
      "\(missing) of the \(meant) rows asked for \(missing == 1 ? "is" : "are") missing"
    case .rows(let missing, let extra, let meant):
      "\(missing) of the \(meant) rows asked for \(missing == 1 ? "is" : "are") missing, and \(rows(extra)) too many"
    case .lineCount(let found, let meant):
      "the answer has \(meant == 1 ? "1 line" : "\(meant) lines"), and this has \(found)"
    case .column(let name): "no column holds what ‘\(name)’ has in the answer"
    case .pairing: "each column is there, but the lines go together in another way"
    }
  }

  private static func kind(_ collection: QueryCollection?) -> String { collection?.rawValue ?? "figures" }

  private static func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }

  // MARK: Layout

  func wrapped(_ text: String) -> String {
    text.split(separator: "\n").map { rendering.wrapped(Self.plain(String($0))) + "\n" }.joined()
  }

  private func heading(_ text: String) -> String {
    StyledText(Self.plain(text), .heading).wrapped(to: rendering.columns)
      .map { $0.rendered(rendering.style) + "\n" }.joined()
  }

  private static func plain(_ text: String) -> String { TerminalText.sanitise(text, lineBreaks: .blank) }
}

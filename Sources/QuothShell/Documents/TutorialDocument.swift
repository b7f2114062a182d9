//! The tutorial: the lessons of the tour as a page to read, with their examples and answers on a corpus.

internal import QuothModel
internal import QuothQuery
internal import QuothRender
internal import QuothTeaching

/// Writes the tutorial.
enum TutorialDocument {
  /// The whole page, in Markdown. Lessons that the corpus has nothing for are left out, with their reason.
  static func text(on corpus: Corpus) throws(ExecutionError) -> String {
    let desk = DocumentDesk(corpus)
    var page = MarkdownPage()
    page.heading(1, "quoth in \(BuiltInLessons.course.lessons.count) lessons")
    page.paragraph(
      "The lessons that `tour` gives in the shell, here on the articles that come with quoth; made by `quoth generate "
        + "tutorial`. In the shell they are made from the articles at hand, and an answer counts by its rows, however it "
        + "was asked. Try each exercise before you open its solution. The [reference](reference.md) tells every word."
    )
    var fitter = LessonFitter(questions: desk.questions)
    for (index, lesson) in BuiltInLessons.course.lessons.enumerated() {
      do throws(LessonObstacle) {
        write(try fitter.fit(lesson), number: index + 1, desk, to: &page)
      } catch {
        switch error {
        case .lacking(let reason):
          page.heading(2, "\(index + 1). \(lesson.title.prose([:]))")
          page.paragraph("Left out: \(MarkdownPage.escaped(reason)).")
        case .stopped(_, let error), .interrupted(let error): throw error
        case .badQuery(_, let text, _, _): throw .unsupported(text.lines.joined(separator: " "))
        }
      }
    }
    return page.text
  }

  private static func write(
    _ lesson: FittedLesson, number: Int, _ desk: DocumentDesk, to page: inout MarkdownPage
  ) {
    page.heading(2, "\(number). \(lesson.title)")
    for paragraph in lesson.paragraphs { page.paragraph(paragraph) }
    if let example = lesson.example { page.code(desk.transcript(of: example.text)) }
    page.paragraph("**Exercise.** \(lesson.exercise)")
    for (index, hint) in lesson.hints.enumerated() {
      page.folded(lesson.hints.count == 1 ? "Hint" : "Hint \(index + 1)") { $0.paragraph(hint) }
    }
    page.folded("Solution") { $0.code(desk.transcript(of: lesson.answer.text)) }
  }
}

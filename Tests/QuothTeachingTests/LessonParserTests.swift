//! Files of lessons: what is read of them, and each error with its line.

import QuothQuery
import QuothTeaching
import Testing

/// A file, and the one thing that is wrong with it.
struct BrokenFile: Sendable {
  let text: String
  let line: Int
  let kind: LessonProblem.Kind

  init(_ text: String, _ line: Int, _ kind: LessonProblem.Kind) {
    (self.text, self.line, self.kind) = (text, line, kind)
  }
}

private let brokenFiles: [BrokenFile] = [
  BrokenFile("", 1, .noLesson),
  BrokenFile("<!-- nothing -->\n", 2, .noLesson),
  BrokenFile("Some text\nand more\n# A\nexercise: E\nanswer: quotes", 1, .beforeTitle),
  BrokenFile("#\nexercise: E\nanswer: quotes", 1, .emptyTitle),
  BrokenFile("# A\nexercise:\nanswer: quotes", 2, .emptyPart(.exercise)),
  BrokenFile("# A\nexercise: E", 1, .missingPart(.answer, lesson: "A")),
  BrokenFile("# A\nanswer: quotes", 1, .missingPart(.exercise, lesson: "A")),
  BrokenFile("# A\nexercise: E\nanswer: quotes\nanswer: people", 4, .repeatedPart(.answer, firstLine: 3)),
  BrokenFile("# A\nexercise: E\nanswer: quotes\n\nanwser: people", 5, .misspelledPart("anwser", .answer)),
  BrokenFile(
    "# A\nexercise: E\nof {speakr}\nanswer: quotes", 3, .unknownPlaceholder("speakr", near: .speaker)),
  BrokenFile("# A\nexercise: {weather}\nanswer: quotes", 2, .unknownPlaceholder("weather", near: nil)),
  BrokenFile(
    "# A\nexercise: E\nanswer: quotes\n# A\nexercise: E\nanswer: quotes", 4,
    .repeatedTitle("A", firstLine: 1)),
]

@Suite struct LessonParserTests {
  private static let whole = """
    # Who says it

    A first paragraph
    of two lines.

    Another one: with a colon, and {speaker}.

    <!-- For teachers
    only. -->
    needs: quotes where known
    lacking: nobody speaks
    Example: quotes by {speaker}
      | count
    exercise: Ask for {speaker}
    and nobody else.
    answer: quotes by {speaker}
    hint: A vague one.
    hint: `quotes by`

    # Another

    exercise: Count.
    answer: quotes | count
    """

  @Test func partsAreRead() throws {
    let (lessons, problems) = LessonParser.parse(Self.whole)
    #expect(problems.isEmpty)
    #expect(lessons.map(\.title.lines) == [["Who says it"], ["Another"]])
    let lesson = try #require(lessons.first)
    let values: [Placeholder: String] = [.speaker: "Maria by Night"]
    #expect(
      lesson.paragraphs.map { $0.prose(values) } == [
        "A first paragraph of two lines.", "Another one: with a colon, and Maria by Night.",
      ])
    #expect(lesson.needs?.query(values) == "quotes where known")
    #expect(lesson.lacking?.prose(values) == "nobody speaks")
    // A keyword within a name has it quoted.
    #expect(lesson.example?.query(values) == "quotes by \"Maria by Night\"\n  | count")
    #expect(lesson.exercise.prose(values) == "Ask for Maria by Night and nobody else.")
    #expect(lesson.answer.line == 16)
    #expect(lesson.answer.column == 9)
    #expect(lesson.hints.map { $0.prose([:]) } == ["A vague one.", "`quotes by`"])
  }

  @Test(arguments: brokenFiles)
  func errorsHaveTheirLine(_ file: BrokenFile) {
    #expect(LessonParser.parse(file.text).problems == [LessonProblem(file.kind, line: file.line)])
  }

  @Test func linesMayEndAsWindowsEndsThem() {
    let text = "\u{FEFF}" + Self.whole.replacing("\n", with: "\r\n")
    #expect(LessonParser.parse(text).problems.isEmpty)
    #expect(LessonParser.parse(text).lessons.count == 2)
  }

  /// Whatever stands in a file, it is read to its end.
  @Test func anyTextIsRead() {
    let pieces = [
      "# ", "#", "{", "}", "{speaker", "answer:", ":", "\n", "\r\n", "<!--", "-->", "é", "`", "\"",
    ]
    var seed: UInt64 = 7
    for _ in 0..<500 {
      var text = ""
      for _ in 0..<12 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1
        text += pieces[Int(seed >> 33) % pieces.count]
      }
      for lesson in LessonParser.parse(text).lessons {
        for text in lesson.texts { _ = text.query([:]) + text.prose([:]) }
      }
    }
  }

  @Test func bracesOfOtherThingsStay() {
    let text = LessonText(
      ["quotes where text ~ /a{2}/ and text contains \"{word}*\" or text = {word}"], line: 1)
    #expect(text.placeholders.map(\.name) == ["word", "word"])
    #expect(
      text.query([.word: "by or"])
        == "quotes where text ~ /a{2}/ and text contains \"by or*\" or text = \"by or\"")
  }

  @Test func theBuiltInLessonsAreWhole() {
    #expect((8...10).contains(BuiltInLessons.files.count))
    for file in BuiltInLessons.files {
      let (lessons, problems) = LessonParser.parse(file.text)
      #expect(problems == [], "\(file.name)")
      #expect(lessons.count == 1, "\(file.name)")
      #expect(lessons.allSatisfy { !$0.hints.isEmpty && !$0.paragraphs.isEmpty }, "\(file.name)")
    }
    #expect(BuiltInLessons.course.lessons.count == BuiltInLessons.files.count)
  }
}

//! Tours beyond one transcript: taken up again, on poor articles, from files of teachers, on a terminal.

import Foundation
import QuothModel
import QuothRender
import QuothTeaching
import Testing

@testable import QuothShell

@Suite struct TourTests {
  /// Types lines into a session and gives all that it shows.
  private static func transcript(
    _ lines: [String], corpus: Corpus? = nil, state: String? = nil
  ) throws -> String {
    let buffer = TextBuffer()
    let console = Console(
      results: buffer, messages: buffer, isInteractive: true, usesColour: false, coloursMessages: false,
      columns: { 80 })
    let session = Session(
      corpus: try #require(corpus ?? Seeds.loaded.corpus), console: console, format: .table)
    session.tourStatePath = state
    _ = InteractiveShell(session: session, editor: ScriptedLineEditor(lines: lines)).run()
    return buffer.text
  }

  private static func lessons(in transcript: String) -> [Int] {
    transcript.matches(of: #/(?m)^Lesson (\d+) of /#).compactMap { Int($0.output.1) }
  }

  private static func articles(_ texts: [String]) throws -> Corpus {
    let folder = try CorpusFolder()
    for (number, text) in texts.enumerated() { try folder.add("\(number).txt", Data(text.utf8)) }
    return try #require(folder.load().corpus)
  }

  // MARK: State

  /// Nothing is promised that cannot be kept.
  @Test func aTourThatCannotBeKeptSaysSo() throws {
    let words = { (text: String) in text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    let kept = try Self.transcript(
      ["tour", "^D"], state: try TemporaryFolder.shared.makeFolder() + "/tour")
    #expect(
      words(kept).hasSuffix("left at lesson 1; tour goes on with it. Ctrl-D or quit now leaves the shell."))
    for way in ["tour stop", "^D", "^C"] {
      let text = words(try Self.transcript(["tour", way], state: "/proc/none/tour"))
      #expect(
        text.contains("The tour is left at lesson 1. Only in this session does tour go on with it"), "\(text)"
      )
      #expect(text.contains("cannot be kept: /proc/none/tour: No such file"), "\(text)")
    }
  }

  @Test func aTourGoesOnWhereItWasLeft() throws {
    let state = try TemporaryFolder.shared.makeFolder() + "/a/b/tour"
    #expect(Self.lessons(in: try Self.transcript(["tour", "skip", "skip"], state: state)) == [1, 2, 3])
    let text = try String(contentsOfFile: state, encoding: .utf8)
    #expect(text.wholeMatch(of: #/# .*\n[0-9a-f]+\tbuilt-in\tCounting\n/#) != nil, "\(text)")
    let again = try Self.transcript(["tour", "back"], state: state)
    #expect(again.hasPrefix("The tour goes on where it was left"))
    #expect(Self.lessons(in: again) == [3, 2])
    #expect(Self.lessons(in: try Self.transcript(["tour again"], state: state)) == [1])
    // Other articles have a tour of their own.
    let other = try Self.articles(["“We won,” Ann Lee said.\n"])
    #expect(Self.lessons(in: try Self.transcript(["tour"], corpus: other, state: state)).first == 3)
    #expect(Self.lessons(in: try Self.transcript(["tour"], state: state)) == [1])
    // A tour that was gone through to its end begins anew.
    let rest = Array(repeating: "skip", count: BuiltInLessons.files.count)
    #expect(try Self.transcript(["tour"] + rest, state: state).contains("That was the last lesson"))
    #expect(Self.lessons(in: try Self.transcript(["tour"], state: state)) == [1])
  }

  @Test(arguments: ["/dev/null/tour", "/proc/tour"])
  func stateThatCannotBeKeptIsToldOnce(_ state: String) throws {
    let text = try Self.transcript(["tour", "skip", "tour stop", "tour"], state: state)
    #expect(text.matches(of: #/is not kept after this session/#).count == 1)
    #expect(Self.lessons(in: text) == [1, 2, 2])
  }

  @Test func aStateFileOfSomethingElseDoesNoHarm() throws {
    for content in [Data("\t\t\n\n#\nx\ty".utf8), Data([0xFF, 0, 0x09, 0x0A, 0xC3])] {
      let state = try TemporaryFolder.shared.file("tour", content)
      #expect(Self.lessons(in: try Self.transcript(["tour"], state: state)) == [1])
    }
  }

  // MARK: Articles

  /// No dates, no outlets, no translator, nothing twice.
  @Test func lessonsWithoutTheirDataArePassedOver() throws {
    let corpus = try Self.articles([
      """
      The council met in the town hall for most of the night to talk about the bridge.

      “The bridge was closed for good reasons,” Ann Lee said after the meeting in the town hall.

      “We need the bridges that we have,” Bob Marsh said, and most of the council agreed with him.
      """,
      """
      The bridge is to be opened again, the council decided in its second meeting on the matter.

      “Nobody wanted the bridge closed,” Ann Lee said when the meeting had come to its end.
      """,
    ])
    let rest = Array(repeating: "skip", count: BuiltInLessons.files.count)
    let text = try Self.transcript(["tour"] + rest, corpus: corpus)
    for reason in [
      "Where it is printed): no article names its outlet", "no article has a date",
      "the same words twice): no quotation is printed twice", "no article names a translator",
    ] {
      #expect(text.replacing("\n", with: " ").contains(reason), "\(reason)")
    }
    #expect(Self.lessons(in: text).contains(1))
    #expect(!Self.lessons(in: text).contains(4))
    #expect(text.contains("Exercise: Ask for all quotes by Bob Marsh."))
    #expect(text.contains("That was the last lesson"))
  }

  @Test func articlesWithNothingToTeachOnSaySo() throws {
    let corpus = try Self.articles(["Nothing was said.\n"])
    let text = try Self.transcript(["tour", "articles | count"], corpus: corpus)
    let all = text.replacing("\n", with: " ")
    #expect(
      all.contains("no one is quoted by name") || all.contains("nothing in these articles for any"),
      "\(text)")
  }

  // MARK: Files

  private static let lesson = """
    # Whom {outlet} quotes

    A word on it.

    example: quotes in {outlet}
    exercise: Count whom {outlet} quotes.
    answer: quotes in {outlet}
      group by speakers
    hint: Group.
    """

  @Test func aTeachersLessonIsGiven() throws {
    let file = try TemporaryFolder.shared.file("my lesson.md", Data(Self.lesson.utf8))
    let text = try Self.transcript([
      "tour \"\(file)\"", "quotes in 14ymedio group by speakers | show count, speakers",
    ])
    #expect(text.contains("Lesson 1 of 1: Whom 14ymedio quotes"))
    #expect(text.contains("Right.\n\nThat was the last lesson"))
  }

  @Test func aBrokenLessonIsToldByLine() throws {
    let broken = """
      # One {weather}
      Whatever {speaker says, and \\d{2} or {other.

      example: quotes by Rasi
      exercise: Ask.
      answer: quotes where
      hint:

      # Two
      exercise: Ask {speaker}.
      answer: quotes about nonsuchtopicorword limit 3
      exercise: Again.

      # Three
      example: articles show id
      exercise: Ask.
      answer: articles
      """
    let file = try TemporaryFolder.shared.file("broken.md", Data(broken.utf8))
    let outcome = try Program.run(["tour", "--check", file])
    #expect(outcome.status == 3)
    #expect(outcome.output.isEmpty)
    let lines = outcome.errors.replacing(file, with: "broken.md").split(separator: "\n")
      .filter { $0.hasPrefix("broken.md:") }.map { $0.prefix { $0 != "[" && $0 != ";" } }
    #expect(
      lines == [
        "broken.md:1: error: there is no placeholder {weather}",
        "broken.md:2: error: the placeholder {speaker is not closed: {speaker}",
        "broken.md:4:20: error",
        "broken.md:6:21: error",
        "broken.md:7: error: nothing follows `hint:`",
        "broken.md:9: note: ‘Two’ would be passed over: its exercise has no answer here",
        "broken.md:12: error: the lesson has an `exercise:` already, in line 10",
        "broken.md:17: error: the example answers the exercise already",
      ], "\(outcome.errors)")
    // In the shell, the same file is refused.
    #expect(try Self.transcript(["tour \"\(file)\""]).contains(":1: error: there is no placeholder"))
  }

  @Test func rightLessonsPassTheCheck() throws {
    let folder = Program.project + "/Sources/CLessons/lessons/"
    let outcome = try Program.run(["tour", "--check"] + BuiltInLessons.files.map { folder + $0.name })
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.split(separator: "\n").count == BuiltInLessons.files.count)
    // What the guide shows is one.
    let readme = WrittenQueries.blocks(of: WrittenQueries.text("Share/doc/guide.md")).first {
      $0.language == "markdown"
    }
    let shown = try #require(readme).lines.joined(separator: "\n")
    let file = try TemporaryFolder.shared.file("readme.md", Data(shown.utf8))
    #expect(try Program.run(["tour", "--check", file]).status == 0)
  }

  @Test func wrongUseIsRefused() throws {
    func check(_ arguments: [String], _ status: Int32, _ words: String) throws {
      let outcome = try Program.run(arguments)
      #expect(outcome.status == status)
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }
    try check(["tour"], 2, "needs a terminal")
    try check(["tour", "--check"], 2, "needs a file")
    try check(["tour", "a.md", "b.md"], 2, "one file of lessons")
    try check(["tour", "--check", "/nowhere.md"], 4, "No such file")
  }

  @Test func scriptsHaveNobodyToTeach() throws {
    let outcome = try Program.run([], input: "tour\n")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("tour is for someone at a prompt"))
  }

  // MARK: Terminal

  @Test func keysLeaveTheTourAndNotTheShell() throws {
    let state = try TemporaryFolder.shared.makeFolder()
    let terminal = try Terminal(["tour"], environment: ["XDG_STATE_HOME": state])
    try terminal.expect("Lesson 1 of 10")
    try terminal.expect("quoth> ")
    terminal.send("hin\t")
    terminal.send("\r")
    try terminal.expect("Hint: ")
    try terminal.expect("quoth> ")
    // Something typed is given up first.
    terminal.send("quo\u{3}")
    try terminal.expect("^C")
    try terminal.expect("quoth> ")
    terminal.send("skip\r")
    try terminal.expect("Lesson 2 of 10")
    try terminal.expect("quoth> ")
    terminal.send("\u{3}")
    try terminal.expect("left at lesson 2")
    try terminal.expect("quoth> ")
    terminal.send("tour\r")
    try terminal.expect("goes on where it was left")
    try terminal.expect("quoth> ")
    terminal.send("\u{4}")
    try terminal.expect("left at lesson 2")
    try terminal.expect("quoth> ")
    terminal.send("\u{4}")
    #expect(terminal.waitForEnd() == 0)
    #expect(FileManager.default.fileExists(atPath: state + "/quoth/tour"))
  }
}

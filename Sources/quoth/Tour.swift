//! `quoth tour`: the shell with a tour begun, and files of lessons checked.

internal import ArgumentParser
internal import QuothShell

/// Lessons in the shell.
struct TourLessons: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tour",
    abstract: "Open the shell with a tour: short lessons on the articles.",
    discussion: """
      Without a file, the lessons that come with quoth. A file of lessons is Markdown: a line # Title begins a lesson, \
      paragraphs say what it has to say, and lines that begin with example:, exercise:, answer:, hint:, needs: and \
      lacking: are its parts. example, answer and needs are queries. A part goes on over the lines below it, up to an \
      empty line. Each lesson has an exercise and an answer, a query whose result the exercise has to have. Without \
      rows of needs a lesson is passed over, and lacking says why.

      \(LessonPlaceholders.list) stand for names that the articles hold, such as whoever is quoted most; a lesson is \
      passed over where they hold none.
      """)

  @OptionGroup var analysis: AnalysisOptions

  @OptionGroup var corrections: CorrectionOptions

  @Option(
    name: .customLong("corpus"),
    help: "A file or folder of articles; may be given several times.", completion: .file())
  var corpus: [String] = []

  @Flag(help: "Only check the files against the articles, and tell all errors.")
  var check = false

  @Argument(help: "Files of lessons.", completion: .file(extensions: ["md"]))
  var files: [String] = []

  func validate() throws {
    if check, files.isEmpty { throw ValidationError("--check needs a file of lessons") }
    if !check, files.count > 1 {
      throw ValidationError("a tour takes one file of lessons; several lessons can stand in one")
    }
  }

  func run() throws {
    let launch = Launch(paths: corpus, loading: analysis.loading, corrections: corrections.choice)
    try Launch.finish(
      check ? launch.checkLessons(files) : launch.openShell(tour: TourStart(file: files.first)))
  }
}

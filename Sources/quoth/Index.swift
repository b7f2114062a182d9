//! `quoth index`: articles analysed once and kept in a file.

import ArgumentParser
import QuothRender
import QuothShell

/// Makes an analysed corpus, adds to one, or checks one.
struct Index: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Analyse articles once and keep the result in a file.",
    usage: """
      quoth index [<options>] <path> ... -o <file>.quoth
      quoth index --add [<options>] <path> ... -o <file>.quoth
      quoth index --verify <file>.quoth
      """,
    discussion: """
      The file holds the articles and all that was found in them; quoth <file>.quoth opens it at once, without the \
      articles. It is written under another name first, so that a file that was there stays whole until the new one is.

      --add analyses the new articles alone and joins them to those of the file; an article that it holds already is \
      passed over. --verify reads all of the file and compares checksums; opening it checks only what is then read.

      Example: quoth index articles/ -o articles.quoth
      """)

  @Flag(help: "Add the articles to those of the file.")
  var add = false

  @Flag(help: "Check that the file is whole and sound.")
  var verify = false

  @Option(
    name: [.short, .customLong("output")], help: "The file to write, which ends in .quoth.",
    completion: .file())
  var output: String?

  @OptionGroup var analysis: AnalysisOptions

  @Argument(help: "Files and folders of articles; with --verify, the file to check.", completion: .file())
  var paths: [String]

  func validate() throws {
    if verify {
      if add || output != nil || paths.count != 1 {
        throw ValidationError("--verify takes the file to check, and nothing else.")
      }
    } else if output == nil {
      throw ValidationError("Missing -o <file>.quoth, the file to write.")
    }
  }

  func run() throws {
    let launch = Launch(paths: paths, loading: analysis.loading, format: .table)
    try Launch.finish(
      verify ? launch.verifyIndex(paths[0]) : launch.index(to: output ?? "", add ? .adding : .replacing))
  }
}

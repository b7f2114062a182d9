//! Runs what documentation shows, as someone would see it who typed it.

internal import QuothEngine
internal import QuothModel
internal import QuothQuery
internal import QuothRender

/// Makes the transcripts of documents. No user's file is read or written.
struct DocumentDesk {
  /// As wide as a page shows without scrolling.
  private static let columns = 96
  /// Longer answers are cut.
  private static let longest = 12

  private let corpus: Corpus
  /// Asks what examples and lessons leave to the corpus.
  let questions: CorpusQuestions
  private let names: CorpusExamples

  init(_ corpus: Corpus) {
    self.corpus = corpus
    questions = CorpusQuestions(engine: InMemoryEngine(corpus), isCancelled: { false })
    names = CorpusExamples(questions)
  }

  /// The examples that the corpus has something for.
  func examples(_ templates: [Template]) -> [String] { names.filled(templates) }

  /// Statements at the prompt of a session of their own, each with what the shell answers.
  func transcript(of text: String) -> [String] {
    // So that a document can be made again, it knows no later day than its articles.
    let day = corpus.articles.compactMap(\.date).max() ?? Today.day()
    let results = TextBuffer()
    let messages = TextBuffer()
    let console = Console(
      results: results, messages: messages, isInteractive: false, usesColour: false, coloursMessages: false,
      columns: { Self.columns })
    let session = Session(corpus: corpus, console: console, format: .table, today: { day })
    return Statement.all(of: QueryLanguage.parse(text)).flatMap { statement in
      let typed = statement.text.split(separator: "\n").map(String.init)
      _ = session.run(Script(name: nil, text: statement.text), ScriptMode.runs.atPrompt)
      let lines = Self.lines(of: results.take())
      let shown = lines.count > Self.longest ? lines.prefix(Self.longest - 2) + ["…"] : lines[...]
      return typed.enumerated().map { ($0 == 0 ? "quoth> " : "    …> ") + $1 } + shown
        + Self.lines(of: messages.take())
    }
  }

  private static func lines(of text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    let isBlank: (String) -> Bool = { $0.isEmpty }
    return lines.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
  }
}

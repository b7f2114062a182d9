//! What is known of an answer's making: the articles, the day, and the statements that lead to it.

internal import Glibc
public import QuothBasics
internal import QuothEngine
internal import QuothModel
internal import QuothQuery
internal import QuothRender

/// The day on which something is done.
public enum Today {
  /// That of SOURCE_DATE_EPOCH, in seconds since 1970, where it is set, so that files can be made again to the byte
  /// (reproducible-builds.org); else that of the clock, in UTC.
  public static func day() -> CalendarDay {
    if let written = getenv("SOURCE_DATE_EPOCH"), let seconds = Int64(String(cString: written)) {
      return CalendarDay(unixSeconds: seconds)
    }
    return CalendarDay(unixSeconds: Int64(time(nil)))
  }
}

/// What files say of the articles behind them. The fingerprint is made when the first one asks.
final class CorpusIdentity {
  private let amended: AmendedCorpus
  private var corpus: Corpus { amended.engine.corpus }
  let today: () -> CalendarDay

  init(_ amended: AmendedCorpus, today: @escaping () -> CalendarDay) {
    self.amended = amended
    self.today = today
  }

  /// 16 hexadecimal digits.
  lazy var fingerprint: String = {
    let digits = String(corpus.fingerprint, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }()

  static let program = "quoth \(QuothVersion.current)"

  /// What a file says of an answer.
  func provenance(of answer: ResultTable, query: String) -> Provenance {
    let footer = FooterRenderer.render(answer).replacing("\n", with: " · ")
    return Provenance(
      query: query, answer: footer.isEmpty ? "one figure" : footer,
      articles: corpus.articles.count,
      quotations: amended.engine.overview.quotationCount, fingerprint: fingerprint,
      corrections: amended.entries.isEmpty
        ? nil : Provenance.Corrections(count: amended.entries.count, fingerprint: amended.fingerprint),
      program: Self.program, date: today())
  }
}

/// The statements that names and `it` stand for, so that a query can be told without the session around it.
struct SessionScript {
  /// The statements that a name needs, in order, its own the last. `it` has the last query.
  private var statements: [String: [String]] = [:]

  init(parameters: [String: String]) {
    for (name, value) in parameters {
      statements["$" + name] = ["let \(name) = \(SyntaxPrinter.quoted(value))"]
    }
  }

  /// A query with all that it needs before it.
  func script(of pipeline: PipelineSyntax) -> String {
    let text = SyntaxPrinter.print(pipeline)
    return (before(text) + [text]).joined(separator: "; ")
  }

  private func before(_ text: String) -> [String] {
    let query = QueryText(text)
    var before: [String] = []
    for token in Lexer.tokens(of: query) where token.kind == .variable || token.kind == .word {
      for statement in statements[query.string(in: token.range)] ?? [] where !before.contains(statement) {
        before.append(statement)
      }
    }
    return before
  }

  /// Keeps a statement that worked.
  mutating func note(_ statement: StatementSyntax) {
    switch statement {
    case .query(let query):
      let text = SyntaxPrinter.print(query.pipeline.withoutPicture)
      // The last answer again is the same answer.
      if text != Keyword.it.rawValue { statements[Keyword.it.rawValue] = before(text) + [text] }
    case .binding(let binding):
      let text = SyntaxPrinter.print(statement)
      statements["$" + binding.name.text] =
        before(text.replacing("let \(binding.name.text)", with: "")) + [text]
    case .explain, .command, .expectation, .amendment: break
    }
  }
}

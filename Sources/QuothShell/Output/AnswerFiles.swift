//! Answers put into files: as tables, as pictures, as pages, each with what it says of its making.

internal import QuothQuery
internal import QuothRender

/// Writes the answers of one session.
struct AnswerFiles {
  let identity: CorpusIdentity
  /// The statements behind names and the last answer.
  let script: SessionScript
  let header: FileHeader
  let readout: ArticleReadout
  let isCancelled: @Sendable () -> Bool

  /// Writes an answer to a file, whole or not at all. Gives what is to be told.
  func write(
    _ answer: ResultTable, of query: BoundQuery, as syntax: PipelineSyntax, to file: AnswerFile
  ) -> Outcome {
    let written = script.script(of: syntax)
    func source() -> Provenance? {
      header == .written ? identity.provenance(of: answer, query: written) : nil
    }
    switch (file.kind, query.presentation) {
    case (.figure, .chart(let plan)):
      let chart = Chart(answer, plan, query: SyntaxPrinter.print(syntax.withoutPicture))
      return file.write(SVGFigure(chart, source: source().map { [$0.line] } ?? []).render(), "a figure")
    case (.table(let format), .table), (.table(let format), .chart):
      return file.write(answer, as: format, source: source(), isCancelled: isCancelled)
    case (.table, .articles):
      let text = readout.text(of: answer, PageLayout(columns: nil, style: .plain))
      return file.write((source()?.textHeader ?? "") + text)
    case (.page, _), (.figure, .table), (.figure, .articles):
      return .failure("a page cannot be written yet")
    }
  }
}

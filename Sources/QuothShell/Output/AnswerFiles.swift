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
    let source = source(of: answer, syntax)
    switch (file.kind, query.presentation) {
    case (.table(let format), .table), (.table(let format), .chart):
      return file.write(answer, as: format, source: source, isCancelled: isCancelled)
    case (.table, .articles):
      return file.write(isCancelled: isCancelled) { try running(answer, source, to: $0) }
    case (.figure, _):
      return file.write("a figure", isCancelled: isCancelled) { write in
        try write(self.file(of: answer, query, syntax, source))
      }
    case (.page, _):
      return file.write("a page", isCancelled: isCancelled) {
        try page(of: answer, query, syntax, source, to: $0)
      }
    }
  }

  /// Hands over what a file would hold of an answer, but for what it says of its making.
  func write(
    _ answer: ResultTable, _ query: BoundQuery, _ syntax: PipelineSyntax, as kind: AnswerFileKind,
    missing: String?, to write: (String) throws -> Void
  ) rethrows {
    switch (kind, query.presentation) {
    case (.table(let format), .table), (.table(let format), .chart):
      try ResultRenderer(format: format, missing: missing).render(answer, to: write)
    case (.table, .articles): try running(answer, nil, to: write)
    case (.figure, _): try write(self.file(of: answer, query, syntax, nil))
    case (.page, _): try page(of: answer, query, syntax, nil, to: write)
    }
  }

  /// What a file says of an answer's making; nil where that is left out.
  func source(of answer: ResultTable, _ syntax: PipelineSyntax) -> Provenance? {
    guard header == .written else { return nil }
    return identity.provenance(of: answer, query: script.script(of: syntax))
  }

  private func running(
    _ answer: ResultTable, _ source: Provenance?, to write: (String) throws -> Void
  ) rethrows {
    try write(source?.textHeader ?? "")
    try readout.write(answer, PageLayout(columns: nil, style: .plain), to: write)
  }

  private func figure(
    of answer: ResultTable, _ query: BoundQuery, _ syntax: PipelineSyntax, source: [String]
  ) -> SVGFigure? {
    guard case .chart(let plan) = query.presentation else { return nil }
    return SVGFigure(
      Chart(answer, plan, query: SyntaxPrinter.print(syntax.withoutPicture)), source: source)
  }

  private func file(
    of answer: ResultTable, _ query: BoundQuery, _ syntax: PipelineSyntax, _ source: Provenance?
  ) -> String {
    figure(of: answer, query, syntax, source: source.map { [$0.line] } ?? [])?.render() ?? ""
  }

  private func page(
    of answer: ResultTable, _ query: BoundQuery, _ syntax: PipelineSyntax, _ source: Provenance?,
    to write: (String) throws -> Void
  ) rethrows {
    let page = AnswerPage(
      corpus: readout.corpus, rows: readout.rows, answer: answer,
      title: SyntaxPrinter.print(syntax.withoutPicture), source: source)
    // The page itself says where it comes from.
    let figure = answer.rows.isEmpty ? nil : figure(of: answer, query, syntax, source: [])
    switch query.presentation {
    case .table: try page.render(figure: nil, table: .shown(answer.columns.map(\.name)), to: write)
    case .chart(let plan):
      // What strips show is nothing to read.
      let columns = answer.columns.map(\.name).filter { plan.kind != .dispersion || $0 != plan.figure }
      try page.render(figure: figure, table: .shown(columns), to: write)
    case .articles: try page.render(figure: nil, table: .leftOut, to: write)
    }
  }
}

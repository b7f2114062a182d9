//! Plain text: a file is an article.

extension ArticleFormat {
  static let plainText = ArticleFormat(
    endings: [".txt"], holding: .oneArticle, fits: { _, _ in true },
    open: { _, fields in
      .success(FormatReading(cutter: WholeCutter()) { readPlainText($0, fields) })
    })

  private static func readPlainText(_ piece: FilePiece, _ fields: FieldNames) -> PieceContents {
    switch TextEncoding.decoded(piece.bytes) {
    case .failure(let failure): PieceContents(issues: [piece.fileIssue(failure.problem)])
    case .success((let text, let warning)): article(piece, text, warning, fields)
    }
  }

  private static func article(
    _ piece: FilePiece, _ text: [UInt8], _ warning: ReadingProblem?, _ fields: FieldNames
  ) -> PieceContents {
    var issues = warning.map { [piece.fileIssue($0)] } ?? []
    guard let head = TextHead.read(text, fields) else {
      let article = RawArticle(key: key(of: piece.file), file: piece.file, text: LineHyphens.joined(text))
      return PieceContents(articles: [article], issues: issues)
    }
    guard head.text.contains(where: { $0 > 0x20 }) else {
      return PieceContents(issues: issues + [piece.fileIssue(.empty)])
    }
    let (details, faults) = ArticleDetails.read(head.values, place: piece.fileIssue)
    issues += faults
    let article = RawArticle(key: key(of: piece.file), file: piece.file, text: LineHyphens.joined(head.text))
    return PieceContents(articles: [article.adding(details)], issues: issues)
  }
}

//! Plain text: a file is an article.

extension ArticleFormat {
  static let plainText = ArticleFormat(
    endings: [".txt"], holding: .oneArticle, fits: { _, _ in true },
    open: { _, _ in .success(FormatReading(cutter: WholeCutter(), read: readPlainText)) })

  @Sendable private static func readPlainText(_ piece: FilePiece) -> PieceContents {
    switch TextEncoding.decoded(piece.bytes) {
    case .failure(let failure): PieceContents(issues: [piece.fileIssue(failure.problem)])
    case .success((let text, let warning)):
      PieceContents(
        articles: [RawArticle(key: key(of: piece.file), file: piece.file, text: LineHyphens.joined(text))],
        issues: warning.map { [piece.fileIssue($0)] } ?? [])
    }
  }
}

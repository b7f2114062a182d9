//! Web pages: a file is an article, found among all that stands around it.

extension ArticleFormat {
  static let html = ArticleFormat(
    endings: [".html", ".htm", ".xhtml"], holding: .oneArticle, largestPiece: 16 << 20,
    fits: { head, _ in looksLikePage(head) },
    open: { _, _ in .success(FormatReading(cutter: WholeCutter(), read: readPage)) })

  private static func looksLikePage(_ head: FileHead) -> Bool {
    guard firstByte(of: head) == UInt8(ascii: "<") else { return false }
    let opening = String(decoding: head.bytes.prefix(1024), as: UTF8.self).lowercased()
    return ["<!doctype html", "<html", "<head", "<body"].contains { opening.contains($0) }
  }

  @Sendable private static func readPage(_ piece: FilePiece) -> PieceContents {
    let page: PageContents
    var issues: [ReadingIssue] = []
    switch PageContents.read(piece.bytes) {
    case .failure(let reason): return PieceContents(issues: [piece.fileIssue(reason.problem)])
    case .success((let read, let warning)):
      page = read
      issues = warning.map { [piece.fileIssue($0)] } ?? []
    }
    let body = MainText(page)
    guard !body.text.isEmpty else {
      return PieceContents(issues: issues + [piece.fileIssue(.noMainText)])
    }
    let (details, dateIssues) = PageDetails(page).details(place: piece.fileIssue)
    let article = RawArticle(
      key: key(of: piece.file), file: piece.file, text: body.text, paragraphKinds: body.kinds)
    return PieceContents(articles: [article.adding(details)], issues: issues + dateIssues)
  }
}

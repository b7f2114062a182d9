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

  /// Hundredths of the running text below which another part of the page may be the article.
  private static let leastShare = 30

  /// The article of a page; from its data where its elements hold little or none of it, as in a shell of scripts.
  private static func mainText(_ page: PageContents, _ details: PageDetails) -> MainText {
    let body = MainText(page)
    guard let linked = details.articleBody, body.text.count * 3 < linked.utf8.count || body.isNotice else {
      return body
    }
    return MainText(linked: linked)
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
    let pageDetails = PageDetails(page)
    let body = mainText(page, pageDetails)
    guard !body.text.isEmpty, !body.isNotice else {
      return PieceContents(issues: issues + [piece.fileIssue(.noMainText)])
    }
    if body.share < leastShare { issues.append(piece.fileIssue(.doubtfulMainText(share: body.share))) }
    let (details, dateIssues) = pageDetails.details(place: piece.fileIssue)
    let article = RawArticle(
      key: key(of: piece.file), file: piece.file, text: body.text, paragraphKinds: body.kinds)
    return PieceContents(articles: [article.adding(details)], issues: issues + dateIssues)
  }
}

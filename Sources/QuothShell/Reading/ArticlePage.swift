//! An article to read, its quotations marked with their speakers and some stretches of it pointed out.

internal import QuothModel
internal import QuothRender

/// A block of a page: running text to be wrapped.
struct PageBlock: Hashable {
  var text: StyledText
  /// An empty line follows.
  var isSpaced = true
  /// What stands in the margin of its first line; nil for the margin that points at matches.
  var label: String?

  init(_ text: StyledText, isSpaced: Bool = true, label: String? = nil) {
    self.text = text
    self.isSpaced = isSpaced
    self.label = label
  }
}

/// A stretch that a page is opened for, and what to call it.
struct PageFocus: Hashable {
  let range: TextRange
  let label: String
}

/// Makes the page of an article.
struct ArticlePage {
  let corpus: Corpus
  let article: Article
  let focuses: [PageFocus]
  /// The stretch that is shown; nil for the whole article.
  var window: TextRange?

  /// The blocks of the page.
  func blocks() -> [PageBlock] {
    var blocks = header()
    for paragraph in article.paragraphs {
      let start = max(paragraph.range.start, window?.start ?? 0)
      let end = min(paragraph.range.end, window?.end ?? Int.max)
      if start < end || window == nil { blocks.append(block(of: paragraph, TextRange(start, end))) }
    }
    return blocks
  }

  private func header() -> [PageBlock] {
    let facts = article.publicationFacts(in: corpus)
    let known = facts.isEmpty ? "nothing known of its publication" : facts.joined(separator: " · ")
    return [
      PageBlock(StyledText(safe(known), .faint), isSpaced: false),
      PageBlock(StyledText(safe(article.file), .faint)),
    ]
  }

  /// A paragraph, or the part of it that is shown.
  private func block(of paragraph: Paragraph, _ shown: TextRange) -> PageBlock {
    let marked = quotations(in: shown)
    var text = StyledText()
    if let label = Self.label(of: paragraph.kind) { text.append("[\(label)] ", .faint) }
    if shown.start > paragraph.range.start { text.append("… ", .faint) }
    var cuts = Set([shown.start, shown.end])
    for quotation in marked { cuts.formUnion([quotation.marked.start, quotation.marked.end]) }
    for focus in focuses { cuts.formUnion([focus.range.start, focus.range.end]) }
    let stops = cuts.filter { shown.start <= $0 && $0 <= shown.end }.sorted()
    for (start, end) in zip(stops, stops.dropFirst()) {
      let range = TextRange(start, end)
      text.append(safe(article.string(range)), role(of: range, paragraph.kind, marked))
      for quotation in marked where quotation.marked.end == end { append(labelOf: quotation, to: &text) }
      for focus in focuses
      where focus.range.end == end && !marked.contains(where: { $0.content == focus.range }) {
        text.append(" [\(focus.label)]", .speaker)
      }
    }
    if shown.end < paragraph.range.end { text.append(" …", .faint) }
    return PageBlock(text)
  }

  /// The quotations that end in a range: those in quotation marks, and the one in focus.
  private func quotations(in range: TextRange) -> [Quotation] {
    article.quotations.filter { quotation in
      guard quotation.marked.start < range.end, quotation.marked.end > range.start else { return false }
      return quotation.kind != .indirect || focus(on: quotation) != nil
    }
  }

  private func focus(on quotation: Quotation) -> PageFocus? {
    focuses.first { $0.range == quotation.content }
  }

  private func role(of range: TextRange, _ kind: ParagraphKind, _ marked: [Quotation]) -> TextRole {
    if focuses.contains(where: { $0.range.contains(range) }) { return .match }
    if marked.contains(where: { $0.marked.contains(range) }) { return .quotation }
    switch kind {
    case .headline: return .heading
    case .body, .caption, .pullquote: return .plain
    case .boilerplate, .comment: return .faint
    }
  }

  private func append(labelOf quotation: Quotation, to text: inout StyledText) {
    let speakers = SpeakerNames.text(of: quotation.attribution, in: corpus)
    let label = focus(on: quotation).map { "\($0.label): " } ?? ""
    text.append(safe(" [\(label)\(speakers)]"), .speaker)
  }

  private func safe(_ text: String) -> String { TerminalText.sanitise(text, lineBreaks: .blank) }

  private static func label(of kind: ParagraphKind) -> String? {
    switch kind {
    case .headline, .body: nil
    case .caption: "caption"
    case .pullquote: "pull quote"
    case .boilerplate: "not running text"
    case .comment: "comment"
    }
  }
}

/// How speakers are named in running text.
enum SpeakerNames {
  /// "Ebrahim Raisi", "A and B", "A, B and C"; the source as printed when it is nobody known by name.
  static func text(of attribution: Attribution, in corpus: Corpus) -> String {
    let names = attribution.speakers.map { corpus[$0].name }
    guard let last = names.last else { return "speaker unknown" }
    if names.count == 1 { return last }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}

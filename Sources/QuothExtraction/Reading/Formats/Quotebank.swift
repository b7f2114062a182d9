//! Quotebank, the public corpus of attributed quotations: lines of quotations, and lines of articles with theirs
//! (Vaucher, Spitz, Catasta & West, "Quotebank: A Corpus of Quotations from a Decade of News", WSDM 2021).

/// A record of either layout; nil fields where the record has none.
struct QuotebankRecord: Decodable {
  /// `["Ann Lee", "0.73"]` in the one version, `{"speaker": "Ann Lee", "proba": 0.73}` in the other.
  struct Candidate: Decodable {
    let speaker: String
    let probability: Double?

    private enum Key: String, CodingKey { case speaker, proba }

    init(from decoder: any Decoder) throws {
      if let container = try? decoder.container(keyedBy: Key.self) {
        speaker = try container.decode(String.self, forKey: .speaker)
        probability = Candidate.number {
          try container.decode($0, forKey: .proba)
        } text: {
          try container.decode($0, forKey: .proba)
        }
      } else {
        var container = try decoder.unkeyedContainer()
        speaker = try container.decode(String.self)
        var copy = container
        probability = Candidate.number {
          try container.decode($0)
        } text: {
          try copy.decode($0)
        }
      }
    }

    private static func number(
      _ number: (Double.Type) throws -> Double, text: (String.Type) throws -> String
    ) -> Double? {
      let given = (try? number(Double.self)) ?? (try? text(String.self)).flatMap { Double($0) }
      // "nan" and "inf" are numbers to Swift, but no probabilities.
      return given.flatMap { $0.isFinite ? $0 : nil }
    }
  }

  struct Occurrence: Decodable {
    let quotation: String
    /// The number of its first word in the article, words being what stands between blanks.
    let quotationOffset: Int?
    let localTopSpeaker: String?
    let localProbas: [Candidate]?
    let globalTopSpeaker: String?
    let globalProbas: [Candidate]?
  }

  let quoteID: String?
  let quotation: String?
  let speaker: String?
  let probas: [Candidate]?
  let articleID: String?
  let quotations: [Occurrence]?

  /// The article of the record, with what the corpus says of its quotations. `values` has title, date and the like.
  func contents(of piece: FilePiece, _ values: FieldValues) -> PieceContents {
    if let quotation, let quoteID { return lone(quotation, quoteID, piece, values) }
    var contents = values.article(of: piece)
    guard var article = contents.articles.first else { return contents }
    article = Self.withOutlet(article, values)
    contents.articles = [article]
    guard let quotations else { return contents }
    var given: [GivenQuotation] = []
    var missing = 0
    var words: [Int]?
    for occurrence in quotations {
      if words == nil, occurrence.quotationOffset != nil { words = Self.wordStarts(article.text) }
      guard let range = Self.place(of: occurrence, article.text, words ?? []) else {
        missing += 1
        continue
      }
      let speaker = Self.name(occurrence.localTopSpeaker) ?? Self.name(occurrence.globalTopSpeaker)
      let probas =
        Self.name(occurrence.localTopSpeaker) == nil ? occurrence.globalProbas : occurrence.localProbas
      given.append(
        GivenQuotation(
          content: range, speaker: speaker, probability: Self.probability(of: speaker, probas)))
    }
    if missing > 0 { contents.issues.append(piece.issue(.quotationsNotInText(missing))) }
    contents.articles = [article.with(given)]
    return contents
  }

  /// A quotation without its article: an article of nothing else.
  private func lone(_ quotation: String, _ id: String, _ piece: FilePiece, _ values: FieldValues)
    -> PieceContents
  {
    let text = Array(quotation.utf8)
    if text.allSatisfy({ $0 <= 0x20 }) { return PieceContents(issues: [piece.issue(.empty)]) }
    if text.contains(0) { return PieceContents(issues: [piece.issue(.binary)]) }
    var (details, issues) = ArticleDetails.read(values, place: piece.issue)
    details.key = id
    let speaker = Self.name(self.speaker)
    let start = text.firstIndex { $0 > 0x20 } ?? 0
    let end = (text.lastIndex { $0 > 0x20 } ?? 0) + 1
    let given = GivenQuotation(
      content: start..<end, speaker: speaker, probability: Self.probability(of: speaker, probas))
    let article = RawArticle(key: id, file: piece.place, text: text).adding(details).with([given])
    return PieceContents(articles: [Self.withOutlet(article, values)], issues: issues)
  }

  // MARK: Parts

  /// Where nobody could be named, the corpus says "None".
  private static func name(_ speaker: String?) -> String? {
    guard let speaker, !speaker.isEmpty, speaker != "None" else { return nil }
    return speaker
  }

  private static func probability(of speaker: String?, _ candidates: [Candidate]?) -> Double {
    guard let speaker else { return 0 }
    let named = candidates?.first { $0.speaker.lowercased() == speaker.lowercased() } ?? candidates?.first
    return min(max(named?.probability ?? 1, 0), 1)
  }

  /// Outlets are known by their sites alone: that of the page, or of the first page that printed a quotation.
  private static func withOutlet(_ article: RawArticle, _ values: FieldValues) -> RawArticle {
    guard article.outlet == nil, let url = values[.url] else { return article }
    var details = ArticleDetails()
    details.outlet = site(of: url)
    return article.adding(details)
  }

  private static func site(of url: String) -> String? {
    let rest = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != ":" }
    let name = host.hasPrefix("www.") ? host.dropFirst(4) : host
    return name.contains(".") ? String(name) : nil
  }

  /// The byte at which each word starts.
  private static func wordStarts(_ text: [UInt8]) -> [Int] {
    var starts: [Int] = []
    var isBlank = true
    for (index, byte) in text.enumerated() {
      if byte > 0x20, isBlank { starts.append(index) }
      isBlank = byte <= 0x20
    }
    return starts
  }

  /// The bytes of a quotation: of the places where its words stand, the one nearest to the word that it should
  /// begin with.
  private static func place(of occurrence: Occurrence, _ text: [UInt8], _ words: [Int]) -> Range<Int>? {
    let quotation = Array(occurrence.quotation.utf8)
    guard let first = quotation.first, quotation.count <= text.count else { return nil }
    let wanted = occurrence.quotationOffset.flatMap { words.indices.contains($0) ? words[$0] : nil } ?? 0
    var best: Range<Int>?
    for start in 0...(text.count - quotation.count) where text[start] == first {
      guard text[start..<start + quotation.count].elementsEqual(quotation) else { continue }
      if let known = best, abs(known.lowerBound - wanted) <= abs(start - wanted) { break }
      best = start..<start + quotation.count
    }
    return best
  }
}

//! Where a pattern stands in each article, and how evenly it is spread over all of them.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery
internal import QuothStatistics

/// The words of one article's rows, and where a pattern stands among them.
private struct SpreadPart: Sendable {
  let article: ArticleID
  var words = 0
  /// Numbers of words, from 0.
  var positions: [Int] = []
}

extension Execution {
  /// One row for each article that has the pattern, in corpus order.
  mutating func dispersion(
    _ set: RowSet, of pattern: TextPattern, _ columns: [AnalysisColumn]
  ) throws(ExecutionError) -> [TableRow] {
    let words = words(of: set)
    let allowance = PairAllowance()
    let found = try inParts(of: words) { part, watch in Self.spread(part, pattern, allowance, watch) }
      .flatMap(\.self)
    let parts = found.filter { $0.words > 0 }
    let total = parts.reduce(0) { $0 + $1.words }
    let holding = parts.filter { !$0.positions.isEmpty }
    analysisNotes.append(.counted(words: total, articles: parts.count))
    analysisNotes.append(.node(holding.reduce(0) { $0 + $1.positions.count }))
    if !holding.isEmpty { analysisNotes.append(.dispersion(Self.figures(parts, total: total))) }
    return holding.map { part in
      let article = corpus[part.article]
      let base = RateBase(words: part.words, rows: 1)
      let places = part.positions.map { Double($0) / Double(max(1, part.words)) }
      let values: [Value] = columns.map { column in
        switch column {
        case .article: .text(article.key)
        case .outlet: article.outlet.map { .text(corpus[$0].name) } ?? .missing
        case .date: article.date.map { .day($0) } ?? .missing
        case .words: .integer(part.words)
        case .count: .integer(part.positions.count)
        case .ipm: base.perMillion(part.positions.count)
        case .positions: .list(places.map(Value.decimal))
        case .plot: .text(DispersionPlot.text(of: places))
        default: .missing
        }
      }
      return TableRow(values, key: RowKey(.articles, article.key))
    }
  }

  private static func spread(
    _ words: RowWords, _ pattern: TextPattern, _ allowance: PairAllowance, _ watch: ExecutionWatch
  ) -> [SpreadPart] {
    let matcher = TextMatcher(pattern, watch: watch, allowance: allowance)
    var parts: [SpreadPart] = []
    words.forEachPiece(watch) { piece in
      if parts.last?.article != piece.article.id { parts.append(SpreadPart(article: piece.article.id)) }
      piece.article.bytes(piece.range).withUnsafeBufferPointer { text in
        let count = WordScanner.count(in: text, 0..<text.count)
        let before = parts[parts.count - 1].words
        parts[parts.count - 1].positions += matcher.extents(in: text).map { extent in
          before + WordScanner.count(in: text, 0..<extent.lowerBound)
        }
        parts[parts.count - 1].words += count
      }
    }
    return parts
  }

  private static func figures(_ parts: [SpreadPart], total: Int) -> DispersionFigures {
    let measures = Dispersion(sizes: parts.map(\.words), occurrences: parts.map(\.positions.count))
    var positions: [Int] = []
    var start = 0
    for part in parts {
      positions += part.positions.map { start + $0 }
      start += part.words
    }
    return DispersionFigures(
      range: measures.range, parts: parts.count, measures: measures,
      arf: Dispersion.averageReducedFrequency(positions: positions, tokens: total))
  }
}

/// A picture of places in one line.
enum DispersionPlot {
  /// Cells of the line.
  static let width = 32

  /// A line from the start of something to its end: `│` where something stands, `┃` where several do, `·` elsewhere.
  static func text(of places: [Double]) -> String {
    var counts = [Int](repeating: 0, count: width)
    for place in places { counts[min(width - 1, Int(place * Double(width)))] += 1 }
    return counts.map { $0 == 0 ? "·" : $0 == 1 ? "│" : "┃" }.joined()
  }
}

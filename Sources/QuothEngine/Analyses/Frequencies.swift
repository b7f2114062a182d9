//! How often words, or the values of a field, occur.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

extension Execution {
  /// One row a word.
  mutating func wordFrequencies(
    _ set: RowSet, least: Int, _ columns: [AnalysisColumn]
  ) throws(ExecutionError) -> [TableRow] {
    let counts = try counts(of: words(of: set))
    let base = RateBase(words: counts.total, rows: set.rows.count)
    analysisNotes.append(.counted(words: counts.total, articles: counts.articleCount))
    if least > 1 { analysisNotes.append(.least(least, isLowered: false)) }
    let ranked = counts.counts.indices.filter { counts.counts[$0] >= least }.map { word in
      RankedWord(rank: Double(counts.counts[word]), letters: counts.table[word], place: word)
    }
    return RankedWord.inOrder(ranked, watch) { counts.table[$0] }.map { word in
      let (count, articles) = (Int(counts.counts[word.place]), Int(counts.articles[word.place]))
      let text = Value(letters: counts.table[word.place])
      return TableRow(
        columns.map { Self.frequency($0, text, count: count, articles: articles, base) })
    }
  }

  /// One value of a row of frequencies or n-grams.
  static func frequency(
    _ column: AnalysisColumn, _ words: Value, count: Int, articles: Int, _ base: RateBase
  ) -> Value {
    switch column {
    case .word, .ngram, .value: words
    case .count: .integer(count)
    case .articles: .integer(articles)
    case .ipm: base.perMillion(count)
    case .perThousandRows: base.perThousandRows(count)
    case .share: GroupShare.value(count, of: base.rows)
    default: .missing
    }
  }

  /// One row a value of the field. A row with several values counts under each.
  mutating func valueFrequencies(
    _ set: RowSet, of field: Field, least: Int, _ columns: [AnalysisColumn]
  ) throws(ExecutionError) -> [TableRow] {
    let readers = CollectionReaders(columns: self.columns, collection: set.collection)
    let coder = try corpus.coder(of: .field(field), readers)
    let words = words(of: set)
    var counts: [Int32: (count: Int, articles: Int, last: ArticleID)] = [:]
    try watch.inStretches(words.rows.count) { stretch in
      for row in words.rows[stretch] {
        let article = words.article(of: row)
        coder.forEachCode(Int(row)) { code in
          guard var known = counts[code] else {
            counts[code] = (1, 1, article)
            return
          }
          known.count += 1
          if known.last != article { (known.articles, known.last) = (known.articles + 1, article) }
          counts[code] = known
        }
      }
    }
    if least > 1 { analysisNotes.append(.least(least, isLowered: false)) }
    let base = RateBase(words: 0, rows: words.rows.count)
    let found = counts.filter { $0.value.count >= least }.map { (code: $0.key, figures: $0.value) }
    let byCount = SortColumn(ordinals: found.map { Double($0.figures.count) }, descending: true)
    let byValue = SortColumn.of(found.count, descending: false, watch) { coder.value(found[$0].code) }
    return SortColumn.order(of: found.count, by: [byCount, byValue], watch).map { place in
      let (code, figures) = found[place]
      return TableRow(
        columns.map {
          Self.frequency(
            $0, coder.value(code), count: figures.count, articles: figures.articles, base)
        })
    }
  }
}

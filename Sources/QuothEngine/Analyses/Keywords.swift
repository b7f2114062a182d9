//! The words that some rows have more of than others, and less.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery
internal import QuothStatistics

extension Execution {
  /// One row a word, those that the rows have more of first, and those they have less of last.
  mutating func keywords(
    _ set: RowSet, against reference: RowSet, measure: AssociationMeasure, least: Int,
    _ columns: [AnalysisColumn]
  ) throws(ExecutionError) -> [TableRow] {
    noteWhatIsLeftOut(of: reference)
    let (words, others) = apart(words(of: set), self.words(of: reference))
    let own = try counts(of: words)
    let other = try counts(of: others)
    analysisNotes += [
      .counted(words: own.total, articles: own.articleCount),
      .reference(words: other.total, articles: other.articleCount),
    ]
    let found = Candidate.all(own, other, least: least)
    let tables = found.map { candidate in
      ContingencyTable(
        o11: candidate.own, r1: own.total, c1: candidate.own + candidate.other, n: own.total + other.total)
    }
    noteSignificance(tables)
    noteFew(tables)
    if least > 1 { analysisNotes.append(.least(least, isLowered: false)) }
    analysisNotes.append(.measure(measure))
    let base = RateBase(words: own.total, rows: set.rows.count)
    let otherBase = RateBase(words: other.total, rows: reference.rows.count)
    return ranked(tables, measure) { found[$0].letters }.map { word in
      let (table, candidate) = (tables[word.place], found[word.place])
      let text = Value(letters: candidate.letters)
      return TableRow(
        columns.map { column in
          switch column {
          case .word: text
          case .ipm: base.perMillion(candidate.own)
          case .otherCount: .integer(candidate.other)
          case .otherIPM: otherBase.perMillion(candidate.other)
          case .articles: .integer(candidate.articles)
          default: Self.value(column, of: table)
          }
        }, contingency: table)
    }
  }

  /// Two sets of rows without what they share: that belongs to the first, or to the second where it lies within the
  /// first.
  private mutating func apart(_ first: RowWords, _ second: RowWords) -> (RowWords, RowWords) {
    guard first.collection == second.collection else { return (first, second) }
    let shared = Set(first.rows).intersection(second.rows)
    if shared.isEmpty { return (first, second) }
    let isWithin = shared.count == second.rows.count && shared.count < first.rows.count
    analysisNotes.append(.sharedRows(shared.count, with: isWithin ? .second : .first))
    return isWithin ? (first.without(shared), second) : (first, second.without(shared))
  }

  /// How many words differ more than chance allows, when so many are tested at once.
  private mutating func noteSignificance(_ tables: [ContingencyTable]) {
    guard !tables.isEmpty else { return }
    let critical = Significance.criticalValue(Significance.sidak(0.05, tests: tables.count))
    let passing = tables.count { abs(AssociationMeasure.loglikelihood.value(of: $0)) >= critical }
    analysisNotes.append(.significant(passing, of: tables.count, critical: critical))
  }
}

/// A word of either side.
private struct Candidate {
  let letters: TextBytes
  let own: Int
  let other: Int
  /// Articles of the rows that have it.
  let articles: Int

  /// The words that occur so often at least, on both sides together.
  static func all(_ own: WordCounts, _ other: WordCounts, least: Int) -> [Candidate] {
    var found: [Candidate] = []
    for word in own.counts.indices where own.counts[word] > 0 {
      let letters = own.table[word]
      let (count, others) = (Int(own.counts[word]), other.count(of: letters))
      guard count + others >= least else { continue }
      found.append(
        Candidate(
          letters: letters, own: count, other: others, articles: Int(own.articles[word])))
    }
    for word in other.counts.indices where Int(other.counts[word]) >= max(1, least) {
      let letters = other.table[word]
      guard own.count(of: letters) == 0 else { continue }
      found.append(Candidate(letters: letters, own: 0, other: Int(other.counts[word]), articles: 0))
    }
    return found
  }
}

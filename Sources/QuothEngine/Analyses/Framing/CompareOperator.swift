//! Outlets or speakers side by side.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery
internal import QuothStatistics

extension Execution {
  /// Reporting words that are shown of each side, at most.
  private static let mostCues = 5

  /// One row a value of the field, the most quoted first.
  mutating func compare(
    _ set: RowSet, by field: Field, _ columns: [AnalysisColumn]
  ) throws(ExecutionError) -> [TableRow] {
    let words = words(of: set)
    let groups = try grouped(words.rows, by: field, set.collection)
    countedSeveralTimes += groups.rowsInSeveralGroups
    analysisNotes.append(.compared)
    let cueReaders = CollectionReaders(columns: self.columns, collection: set.collection)
    let cues = try corpus.coder(of: .field(.cue), cueReaders)
    var sides = groups.keys.map { Side(name: $0.first ?? .missing) }
    for (row, group) in zip(groups.rows, groups.groups) {
      sides[Int(group)].add(corpus.quotations[Int(row)])
      cues.forEachCode(Int(row)) { sides[Int(group)].cues[$0, default: 0] += 1 }
    }
    let distinctive =
      columns.contains(.distinctive) ? DistinctiveWords(words, groups, watch).ofGroups() : []
    try watch.look()
    let all = words.rows.reduce(into: Side(name: .missing)) { $0.add(corpus.quotations[Int($1)]) }
    return try groupOrder(keys: groups.keys, counts: sides.map(\.count)).map { place in
      let side = sides[place]
      return TableRow(
        columns.map { column in
          switch column {
          case .value: side.name
          case .count: .integer(side.count)
          case .share: GroupShare.value(side.count, of: all.count)
          case .words: .integer(side.words)
          case .wordShare: GroupShare.value(side.words, of: all.words)
          case .voices: .integer(side.voices.count)
          case .articles: .integer(side.articles.count)
          case .cues: .list(Self.commonest(side.cues, cues))
          case .distinctive: .list(distinctive[place].map(Value.text))
          default: .missing
          }
        })
    }
  }

  /// `said 12`, the commonest first.
  private static func commonest(_ counts: [Int32: Int], _ coder: KeyCoder) -> [Value] {
    let named = counts.map { code, count -> (name: String, count: Int) in
      if case .text(let name) = coder.value(code) { (name, count) } else { ("", count) }
    }
    return named.sorted { $0.count != $1.count ? $0.count > $1.count : $0.name < $1.name }
      .prefix(mostCues).map { .text("\($0.name) \($0.count)") }
  }

  /// Rows by the values of a field; those without one are a group too.
  func grouped(
    _ rows: [Int32], by field: Field, _ collection: QueryCollection
  ) throws(ExecutionError) -> GroupMembers {
    var groups = GroupMembers(rows)
    let readers = CollectionReaders(columns: columns, collection: collection)
    try groups.split(by: try corpus.coder(of: .field(field), readers), watch)
    return groups
  }
}

/// What is counted of one side.
private struct Side {
  let name: Value
  var count = 0
  var words = 0
  var voices: Set<Int32> = []
  var articles: Set<Int32> = []
  /// Occurrences of each reporting word by code.
  var cues: [Int32: Int] = [:]

  init(name: Value) { self.name = name }

  mutating func add(_ quotation: Quotation) {
    count += 1
    words += quotation.wordCount
    articles.insert(quotation.article.number)
    for speaker in quotation.attribution.speakers { voices.insert(speaker.number) }
  }
}

/// The words that each group of rows has more of than all other rows.
private struct DistinctiveWords {
  /// Words that are given of each group, at most.
  private static let most = 5
  /// A word that stands less often sets nothing apart.
  private static let leastCount: Int32 = 2

  private var reader = WordReader()
  private var totals: [Int32] = []
  private var total = 0
  /// Occurrences by group and word.
  private var counts: [[Int32: Int32]]
  private var sizes: [Int]

  init(_ words: RowWords, _ groups: GroupMembers, _ watch: ExecutionWatch) {
    counts = Array(repeating: [:], count: groups.keys.count)
    sizes = Array(repeating: 0, count: groups.keys.count)
    // Both go through the rows in the same order.
    var next = 0
    words.forEachPiece(watch) { piece in
      piece.article.bytes(piece.range).withUnsafeBufferPointer { reader.read($0) }
      while next < groups.rows.count, groups.rows[next] < piece.row { next += 1 }
      for word in reader.words where word != WordReader.edge {
        while totals.count <= Int(word) { totals.append(0) }
        totals[Int(word)] += 1
        total += 1
        var pair = next
        while pair < groups.rows.count, groups.rows[pair] == piece.row {
          counts[Int(groups.groups[pair])][word, default: 0] += 1
          sizes[Int(groups.groups[pair])] += 1
          pair += 1
        }
      }
    }
  }

  /// The words of each group, the most distinctive first.
  func ofGroups() -> [[String]] {
    counts.indices.map { group in
      // As many words are tested at once, fewer of them may pass by chance.
      let critical = Significance.criticalValue(Significance.sidak(0.05, tests: counts[group].count))
      var found: [(keyness: Double, letters: [UInt8])] = []
      for (word, count) in counts[group] where count >= Self.leastCount {
        let table = ContingencyTable(
          o11: Int(count), r1: sizes[group], c1: Int(totals[Int(word)]), n: total)
        let keyness = AssociationMeasure.loglikelihood.value(of: table)
        if keyness >= critical { found.append((keyness, Array(reader.table[Int(word)]))) }
      }
      found.sort {
        $0.keyness != $1.keyness ? $0.keyness > $1.keyness : $0.letters.lexicographicallyPrecedes($1.letters)
      }
      return found.prefix(Self.most).map { String(decoding: $0.letters, as: UTF8.self) }
    }
  }
}

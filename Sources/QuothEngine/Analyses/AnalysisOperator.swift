//! The operator that makes tables of the words, or of the days, of rows.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery
internal import QuothStatistics

/// The words that something stands on, as figures need them.
struct RateBase {
  /// Words in all.
  let words: Int
  /// Rows in all.
  let rows: Int

  func perMillion(_ count: Int) -> Value {
    words == 0 ? .missing : .decimal(1_000_000 * Double(count) / Double(words))
  }

  func perThousandRows(_ count: Int) -> Value {
    rows == 0 ? .missing : .decimal(1_000 * Double(count) / Double(rows))
  }
}

extension Execution {
  /// Runs an analysis. `reference` are the rows that it compares with.
  mutating func analyse(
    _ set: RowSet, _ analysis: Analysis<LogicalPlan>, against reference: RowSet?, _ columns: [AnalysisColumn]
  ) throws(ExecutionError) -> TableSet {
    noteWhatIsLeftOut(of: set)
    analysisNotes = []
    var field: ResultColumn?
    if let counted = analysis.countedField {
      let definition = try set.collection.definition(of: counted)
      field = ResultColumn(name: counted.name, type: definition.type, isList: false)
    }
    let rows: [TableRow]
    switch analysis {
    case .concordance(let pattern, let width, let order):
      rows = try concordance(set, of: pattern, width: width, order: order, columns)
    case .frequencies(nil, let least): rows = try wordFrequencies(set, least: least, columns)
    case .frequencies(let counted?, let least):
      rows = try valueFrequencies(set, of: counted, least: least, columns)
    case .ngrams(let length, let least): rows = try ngrams(set, length: length, least: least, columns)
    case .collocates(let pattern, let window, let measure, let least):
      rows = try collocates(set, of: pattern, window: window, measure: measure, least: least, columns)
    case .keywords(_, let measure, let least):
      guard let reference else { throw .unsupported("keywords without rows to compare with") }
      rows = try keywords(set, against: reference, measure: measure, least: least, columns)
    case .dispersion(let pattern): rows = try dispersion(set, of: pattern, columns)
    case .timeline(let period): rows = try timeline(set, by: period, columns)
    case .compare(let side): rows = try compare(set, by: side, columns)
    case .sources(let grouping): rows = try sources(set, by: grouping, columns)
    case .variants(let least): rows = try variants(set, least: least, columns)
    }
    try watch.look()
    return TableSet(
      columns: columns.map { $0.resultColumn(field: field) }, rows: rows, stage: analysis.stage)
  }

  /// The words of rows, for those analyses that need them.
  func words(of set: RowSet) -> RowWords { RowWords(set, columns: columns) }

  /// The same, narrowed down to what can hold a pattern where an index makes that cheaper.
  func candidates(_ words: RowWords, for pattern: TextPattern) -> RowWords {
    switch policy {
    case .scan: words
    case .always: words.candidates(for: pattern, watch)
    case .automatic: words.size >= Execution.fewPieces ? words.candidates(for: pattern, watch) : words
    }
  }

  /// Fewer pieces than this are read sooner than an index is asked.
  static let fewPieces = 4096
}

/// The first sixteen letters of something, whose order is that of two numbers.
struct WordLead: Comparable, Sendable {
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var count = 0

  var isFull: Bool { count >= 16 }

  mutating func add(_ letter: UInt8) {
    if count < 8 {
      first |= UInt64(letter) << UInt64(56 - 8 * count)
    } else if count < 16 {
      second |= UInt64(letter) << UInt64(120 - 8 * count)
    }
    count += 1
  }

  mutating func add(_ letters: TextBytes) {
    letters.withUnsafeBufferPointer { letters in
      for letter in letters.prefix(16) { add(letter) }
    }
  }

  static func < (left: WordLead, right: WordLead) -> Bool {
    left.first == right.first ? left.second < right.second : left.first < right.first
  }

  static func == (left: WordLead, right: WordLead) -> Bool {
    left.first == right.first && left.second == right.second
  }
}

/// An order by a figure downwards, then by letters: the same on every machine and any number of cores.
struct RankedWord: Sendable {
  let rank: Double
  private let opening: WordLead
  /// Where its letters and its other figures are found.
  let place: Int

  init(rank: Double, opening: WordLead, place: Int) {
    self.rank = rank
    self.opening = opening
    self.place = place
  }

  init(rank: Double, letters: TextBytes, place: Int) {
    var opening = WordLead()
    opening.add(letters)
    self.init(rank: rank, opening: opening, place: place)
  }

  /// `letters` gives the letters of a place.
  static func inOrder<Letters: Sequence<UInt8>>(
    _ words: [RankedWord], _ watch: ExecutionWatch, _ letters: (Int) -> Letters
  ) -> [RankedWord] {
    words.sorted { left, right in
      if watch.isOver() { return false }
      if left.rank != right.rank { return left.rank > right.rank }
      if left.opening != right.opening { return left.opening < right.opening }
      return letters(left.place).lexicographicallyPrecedes(letters(right.place))
    }
  }
}

extension Value {
  /// Letters as text.
  init(letters: some Collection<UInt8>) { self = .text(String(decoding: letters, as: UTF8.self)) }
}

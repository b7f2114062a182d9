//! The words near a pattern, and how strongly they are tied to it.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery
internal import QuothStatistics

/// What stands in the windows around a node, counted as cwb-ccc does: every position once.
struct WindowCounts: Sendable {
  private(set) var table = WordTable()
  /// Occurrences in windows, and within the nodes, by word.
  private(set) var near: [Int32] = []
  private(set) var inNodes: [Int32] = []
  /// In how many articles a word stands in a window.
  private(set) var articles: [Int32] = []
  private(set) var nodes = 0
  /// Words in windows, and in nodes.
  private(set) var nearTotal = 0
  private(set) var nodeTotal = 0

  init(
    _ rows: RowWords, _ pattern: TextPattern, window: Int, _ allowance: PairAllowance, _ watch: ExecutionWatch
  ) {
    let matcher = TextMatcher(pattern, watch: watch, allowance: allowance)
    let isSequence = if case .sequence = pattern { true } else { false }
    var reader = WordReader()
    var lastArticle: [Int32] = []
    rows.forEachPiece(watch) { piece in
      piece.article.bytes(piece.range).withUnsafeBufferPointer { text in
        let extents = matcher.extents(in: text)
        if extents.isEmpty { return }
        reader.read(text)
        nodes += extents.count
        // The words of a sequence are all that is between its ends.
        let marked = isSequence ? extents : matcher.marks(in: text)
        let marks = Marks(marked, reader, window: window)
        let article = piece.article.id.number
        for (place, word) in reader.words.enumerated() where word != WordReader.edge {
          let word = Int(word)
          while near.count <= word {
            near.append(0)
            inNodes.append(0)
            articles.append(0)
            lastArticle.append(-1)
          }
          switch marks.roles[place] {
          case .node: inNodes[word] += 1
          case .near:
            near[word] += 1
            if lastArticle[word] != article {
              lastArticle[word] = article
              articles[word] += 1
            }
          case .other: break
          }
        }
        nodeTotal += marks.roles.count { $0 == .node }
        nearTotal += marks.roles.count { $0 == .near }
      }
    }
    table = reader.table
  }

  mutating func add(_ other: WindowCounts) {
    for word in other.near.indices {
      let number = table.intern(other.table[word])
      while near.count <= number {
        near.append(0)
        inNodes.append(0)
        articles.append(0)
      }
      near[number] += other.near[word]
      inNodes[number] += other.inNodes[word]
      articles[number] += other.articles[word]
    }
    nodes += other.nodes
    nearTotal += other.nearTotal
    nodeTotal += other.nodeTotal
  }

  /// What each word of a piece is to the nodes in it.
  private struct Marks {
    enum Role {
      case node, near, other
    }

    private(set) var roles: [Role]

    init(_ nodes: [Range<Int>], _ reader: WordReader, window: Int) {
      roles = [Role](repeating: .other, count: reader.words.count)
      var places: [Int] = []
      var next = 0
      for (place, range) in reader.places.enumerated() where !range.isEmpty {
        while next < nodes.count, nodes[next].upperBound <= range.lowerBound { next += 1 }
        if nodes[next...].contains(where: { $0.overlaps(range) }) {
          roles[place] = .node
          places.append(place)
        }
      }
      for place in places {
        mark(from: place, by: -1, window, reader)
        mark(from: place, by: 1, window, reader)
      }
    }

    /// Marks a window to one side. It ends with its sentence; nodes within it take places, but are not in it.
    private mutating func mark(from node: Int, by step: Int, _ window: Int, _ reader: WordReader) {
      var place = node
      for _ in 0..<window {
        place += step
        guard roles.indices.contains(place), reader.words[place] != WordReader.edge else { return }
        if roles[place] == .other { roles[place] = .near }
      }
    }
  }
}

extension Execution {
  /// So many words of windows, and fewer of them make words with two occurrences worth a look.
  private static let smallWindows = 1_000

  /// One row a word.
  mutating func collocates(
    _ set: RowSet, of pattern: TextPattern, window: Int, measure: AssociationMeasure, least: Int?,
    _ columns: [AnalysisColumn]
  ) throws(ExecutionError) -> [TableRow] {
    let words = words(of: set)
    let allowance = PairAllowance()
    let parts = try inParts(of: candidates(words, for: pattern)) { part, watch in
      WindowCounts(part, pattern, window: window, allowance, watch)
    }
    var windows = parts[0]
    for part in parts.dropFirst() { windows.add(part) }
    let totals = try totals(of: words)
    let isSmall = windows.nearTotal < Execution.smallWindows
    let usedLeast = least ?? (isSmall ? 2 : 5)
    let size = totals.total - windows.nodeTotal
    analysisNotes += [
      .counted(words: totals.total, articles: totals.articles), .node(windows.nodes),
      .window(window, words: windows.nearTotal),
      .least(usedLeast, isLowered: least == nil && isSmall), .measure(measure),
    ]
    let found = windows.near.indices.filter { windows.near[$0] >= usedLeast && windows.near[$0] > 0 }
    let tables = found.map { word in
      ContingencyTable(
        o11: Int(windows.near[word]), r1: windows.nearTotal,
        c1: totals.count(windows.table[word]) - Int(windows.inNodes[word]), n: size)
    }
    noteFew(tables)
    return ranked(tables, measure) { windows.table[found[$0]] }.map { word in
      let table = tables[word.place]
      let text = Value(letters: windows.table[found[word.place]])
      return TableRow(
        columns.map { column in
          switch column {
          case .word: text
          case .articles: .integer(Int(windows.articles[found[word.place]]))
          default: Self.value(column, of: table)
          }
        }, contingency: table)
    }
  }

  /// Words by a measure of their tables, downwards.
  func ranked(
    _ tables: [ContingencyTable], _ measure: AssociationMeasure, _ letters: (Int) -> TextBytes
  ) -> [RankedWord] {
    let words = tables.indices.map { place in
      let value = measure.value(of: tables[place])
      // What a formula gives no number for comes last.
      return RankedWord(rank: value.isNaN ? -.infinity : value, letters: letters(place), place: place)
    }
    return RankedWord.inOrder(words, watch, letters)
  }

  /// Tells how many tables are too small for their measures to be sure.
  mutating func noteFew(_ tables: [ContingencyTable]) {
    let count = tables.count(where: \.isSmall)
    if count > 0 { analysisNotes.append(.few(count)) }
  }

  /// A figure of a table.
  static func value(_ column: AnalysisColumn, of table: ContingencyTable) -> Value {
    if let measure = column.measure {
      let value = measure.value(of: table)
      return value.isFinite ? .decimal(value) : .missing
    }
    return switch column {
    case .count: .integer(Int(table.o11))
    case .expected: .decimal(table.e11)
    case .total: .integer(Int(table.c1))
    case .few: .yesNo(table.isSmall)
    default: .missing
    }
  }

  /// How often each word occurs in rows: from the index of words where they are the whole corpus.
  private func totals(of words: RowWords) throws(ExecutionError) -> WordTotals {
    let usesIndex =
      switch policy {
      case .scan: false
      case .always: words.isWholeCorpus
      case .automatic: words.isWholeCorpus && words.size >= Execution.fewPieces
      }
    if usesIndex, let index = columns.texts.wordIndex(watch) {
      return WordTotals(
        total: index.frequencies.reduce(0) { $0 + Int($1) },
        articles: corpus.articles.count { article in
          article.paragraphs.contains { paragraph in
            paragraph.kind.isRunningText && paragraph.sentences.contains { $0.wordCount > 0 }
          }
        },
        count: { letters in index.words.number(of: Array(letters)).map { Int(index.frequencies[$0]) } ?? 0 })
    }
    let counts = try counts(of: words)
    return WordTotals(total: counts.total, articles: counts.articleCount, count: counts.count(of:))
  }
}

/// How often words occur, however that is known.
private struct WordTotals {
  let total: Int
  let articles: Int
  let count: (TextBytes) -> Int
}

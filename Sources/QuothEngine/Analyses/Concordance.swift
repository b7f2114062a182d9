//! Every place where a pattern stands, with what is before and after it.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

/// One line: a match, and the text around it.
private struct ConcordanceLine: Sendable {
  let row: Int32
  let left: String
  let node: String
  let right: String
  /// What the line opens: the quotation it stands in, or its sentence.
  let key: RowKey
}

extension Execution {
  /// One row a line, in corpus order unless another is asked for.
  mutating func concordance(
    _ set: RowSet, of pattern: TextPattern, width: Int, order: [ConcordanceKey], _ columns: [AnalysisColumn]
  ) throws(ExecutionError) -> [TableRow] {
    let words = candidates(words(of: set), for: pattern)
    let finder = LineFinder(corpus: corpus, collection: set.collection, width: order.widened(width))
    let allowance = PairAllowance()
    var lines = try inParts(of: words) { part, watch in finder.lines(part, pattern, allowance, watch) }
      .flatMap(\.self)
    if !order.isEmpty { lines = try sorted(lines, by: order, set.collection) }
    let isWidened = finder.width > width
    let readers = try LineReaders(columns, set.collection, self.columns)
    var rows: [TableRow] = []
    rows.reserveCapacity(lines.count)
    try watch.inStretches(of: 512, lines.count) { stretch in
      for line in lines[stretch] {
        let values: [Value] = columns.map { column in
          switch column {
          case .left: .text(isWidened ? String(line.left.unicodeScalars.suffix(width)) : line.left)
          case .node: .text(line.node)
          case .right: .text(isWidened ? String(line.right.unicodeScalars.prefix(width)) : line.right)
          default: readers.value(column, of: line, corpus)
          }
        }
        rows.append(TableRow(values, key: line.key))
      }
    }
    return rows
  }

  private func sorted(
    _ lines: [ConcordanceLine], by order: [ConcordanceKey], _ collection: QueryCollection
  ) throws(ExecutionError) -> [ConcordanceLine] {
    var keys: [SortColumn] = []
    for key in order {
      switch key {
      case .word(let side, let distance):
        keys.append(
          .of(lines.count, descending: false, watch) { lines[$0].word(side, distance) })
      case .column(let column):
        let readers = try LineReaders([column], collection, columns)
        let corpus = corpus
        keys.append(
          .of(lines.count, descending: false, watch) { place in
            switch column {
            case .node: .text(lines[place].node)
            default: readers.value(column, of: lines[place], corpus)
            }
          })
      }
    }
    return SortColumn.order(of: lines.count, by: keys, watch).map { lines[$0] }
  }
}

extension [ConcordanceKey] {
  /// Context enough to hold the words that lines are sorted by.
  fileprivate func widened(_ width: Int) -> Int {
    reduce(width) { width, key in
      if case .word(_, let distance) = key { Swift.max(width, 32 * distance) } else { width }
    }
  }
}

extension ConcordanceLine {
  /// The word at a distance from the node, as far as the context goes.
  func word(_ side: ConcordanceSide, _ distance: Int) -> Value {
    let bytes = Array((side == .left ? left : right).utf8)
    let words = WordScanner.words(in: bytes, 0..<bytes.count)
    let place = side == .left ? words.count - distance : distance - 1
    guard words.indices.contains(place) else { return .missing }
    return Value(letters: bytes[words[place]])
  }
}

/// Finds the lines of rows.
private struct LineFinder: Sendable {
  let corpus: Corpus
  let collection: QueryCollection
  /// Characters on either side.
  let width: Int

  func lines(
    _ words: RowWords, _ pattern: TextPattern, _ allowance: PairAllowance, _ watch: ExecutionWatch
  ) -> [ConcordanceLine] {
    let matcher = TextMatcher(pattern, watch: watch, allowance: allowance)
    var lines: [ConcordanceLine] = []
    words.forEachPiece(watch) { piece in
      let extents = piece.article.bytes(piece.range).withUnsafeBufferPointer(matcher.extents)
      if extents.isEmpty { return }
      let key = key(of: piece)
      // Context goes as far as the paragraph.
      let paragraph = corpus[piece.sentence.paragraph].range
      let around = TextRange(min(paragraph.start, piece.range.start), max(paragraph.end, piece.range.end))
      piece.article.bytes(around).withUnsafeBufferPointer { text in
        for extent in extents {
          let start = piece.range.start + extent.lowerBound - around.start
          let node = start..<start + extent.count
          lines.append(
            ConcordanceLine(
              row: piece.row, left: LineText.last(width, of: text, before: node.lowerBound),
              node: LineText.first(.max, of: text, in: node),
              right: LineText.first(width, of: text, in: node.upperBound..<text.count), key: key))
        }
      }
    }
    return lines
  }

  private func key(of piece: WordPiece) -> RowKey {
    guard collection == .articles else {
      return RowKey(collection, corpus.rowKey(Int(piece.row), of: Table(collection)))
    }
    let range = piece.sentence.range
    return RowKey(.sentences, "\(piece.article.key)@\(range.start)-\(range.end)")
  }
}

/// Reads what is told of a line besides its words.
private struct LineReaders {
  private var readers: [(column: AnalysisColumn, reader: FieldReader)] = []

  init(
    _ columns: [AnalysisColumn], _ collection: QueryCollection, _ corpus: CorpusColumns
  ) throws(ExecutionError) {
    let fields: [AnalysisColumn: Field] = [
      .speakers: .speakers, .outlet: .outlet, .date: .date,
      .article: collection == .articles ? .id : .article,
    ]
    for column in columns {
      guard let field = fields[column] else { continue }
      readers.append((column, try corpus.knownReader(of: field, in: collection)))
    }
  }

  func value(_ column: AnalysisColumn, of line: ConcordanceLine, _ corpus: Corpus) -> Value {
    readers.first { $0.column == column }?.reader.value(Int(line.row), in: corpus) ?? .missing
  }
}

/// Stretches of text as one line: blanks and line breaks are one blank each, and none stands at its ends.
private enum LineText {
  /// At most so many characters from the start of a range.
  static func first(_ count: Int, of text: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> String {
    var start = range.lowerBound
    while start < range.upperBound, isBlank(text[start]) { start += 1 }
    var (index, end) = (start, start)
    var characters = 0
    var isPlain = true
    while index < range.upperBound, characters < count {
      if isBlank(text[index]) {
        if text[index] != 0x20 || (index + 1 < range.upperBound && isBlank(text[index + 1])) {
          isPlain = false
        }
        index += 1
        while index < range.upperBound, isBlank(text[index]) { index += 1 }
      } else {
        index = min(index + WordScanner.scalarLength(text[index]), range.upperBound)
        end = index
      }
      characters += 1
    }
    return line(text, start..<end, isPlain: isPlain)
  }

  /// At most so many characters before a place.
  static func last(_ count: Int, of text: UnsafeBufferPointer<UInt8>, before place: Int) -> String {
    var end = place
    while end > 0, isBlank(text[end - 1]) { end -= 1 }
    var (index, start) = (end, end)
    var characters = 0
    var isPlain = true
    while index > 0, characters < count {
      index -= 1
      if isBlank(text[index]) {
        if text[index] != 0x20 || (index > 0 && isBlank(text[index - 1])) { isPlain = false }
        while index > 0, isBlank(text[index - 1]) { index -= 1 }
      } else {
        while index > 0, text[index] & 0xC0 == 0x80 { index -= 1 }
        start = index
      }
      characters += 1
    }
    return line(text, start..<end, isPlain: isPlain)
  }

  private static func line(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isPlain: Bool) -> String {
    let stretch = UnsafeBufferPointer(rebasing: text[range])
    if isPlain { return String(decoding: stretch, as: UTF8.self) }
    var line: [UInt8] = []
    line.reserveCapacity(stretch.count)
    for byte in stretch {
      if !isBlank(byte) { line.append(byte) } else if line.last != 0x20 { line.append(0x20) }
    }
    return String(decoding: line, as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}

//! Every place where a pattern stands, with what is before and after it.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

/// One line: a match, and the text around it.
private struct ConcordanceLine: Sendable {
  let row: Int32
  let article: ArticleID
  /// The piece and the match in it, in bytes of the article's text.
  let piece: TextRange
  let node: TextRange
}

extension Execution {
  /// One row a line, in corpus order unless another is asked for.
  mutating func concordance(
    _ set: RowSet, of pattern: TextPattern, width: Int, order: [ConcordanceKey], _ columns: [AnalysisColumn]
  ) throws(ExecutionError) -> [TableRow] {
    let words = candidates(words(of: set), for: pattern)
    var lines = try inParts(of: words) { part, watch in Self.lines(part, pattern, watch) }.flatMap(\.self)
    let context = LineContext(corpus: corpus, width: width)
    if !order.isEmpty { lines = try sorted(lines, by: order, context, set.collection) }
    let readers = try LineReaders(columns, set.collection, self.columns)
    var rows: [TableRow] = []
    rows.reserveCapacity(lines.count)
    try watch.inStretches(of: 512, lines.count) { stretch in
      for line in lines[stretch] {
        let around = context.around(line)
        let values: [Value] = columns.map { column in
          switch column {
          case .left: .text(around.left)
          case .node: .text(around.node)
          case .right: .text(around.right)
          default: readers.value(column, of: line, corpus)
          }
        }
        rows.append(TableRow(values, key: key(of: line, set.collection)))
      }
    }
    return rows
  }

  private static func lines(
    _ words: RowWords, _ pattern: TextPattern, _ watch: ExecutionWatch
  ) -> [ConcordanceLine] {
    let matcher = TextMatcher(pattern, watch: watch)
    var lines: [ConcordanceLine] = []
    words.forEachPiece(watch) { piece in
      piece.article.bytes(piece.range).withUnsafeBufferPointer { text in
        guard matcher.holds(text) else { return }
        let start = piece.range.start
        for extent in matcher.extents(in: text) {
          lines.append(
            ConcordanceLine(
              row: piece.row, article: piece.article.id, piece: piece.range,
              node: TextRange(start + extent.lowerBound, start + extent.upperBound)))
        }
      }
    }
    return lines
  }

  /// What a line opens: the quotation it stands in, or its sentence.
  private func key(of line: ConcordanceLine, _ collection: QueryCollection) -> RowKey {
    guard collection == .articles else {
      return RowKey(collection, corpus.rowKey(Int(line.row), of: Table(collection)))
    }
    return RowKey(.sentences, "\(corpus[line.article].key)@\(line.piece.start)-\(line.piece.end)")
  }

  private func sorted(
    _ lines: [ConcordanceLine], by order: [ConcordanceKey], _ context: LineContext,
    _ collection: QueryCollection
  ) throws(ExecutionError) -> [ConcordanceLine] {
    var keys: [SortColumn] = []
    for key in order {
      switch key {
      case .word(let side, let distance):
        keys.append(
          .of(lines.count, descending: false, watch) { context.word(side, distance, of: lines[$0]) })
      case .column(let column):
        let readers = try LineReaders([column], collection, columns)
        let corpus = corpus
        keys.append(
          .of(lines.count, descending: false, watch) { place in
            switch column {
            case .left: context.word(.left, 1, of: lines[place])
            case .node: .text(context.around(lines[place]).node)
            case .right: context.word(.right, 1, of: lines[place])
            default: readers.value(column, of: lines[place], corpus)
            }
          })
      }
    }
    return SortColumn.order(of: lines.count, by: keys, watch).map { lines[$0] }
  }
}

/// Reads what is told of a line besides its words.
private struct LineReaders {
  private var readers: [AnalysisColumn: FieldReader] = [:]
  private let isOfArticles: Bool

  init(
    _ columns: [AnalysisColumn], _ collection: QueryCollection, _ corpus: CorpusColumns
  ) throws(ExecutionError) {
    isOfArticles = collection == .articles
    let fields: [AnalysisColumn: Field] = [
      .speakers: .speakers, .outlet: .outlet, .date: .date, .article: isOfArticles ? .id : .article,
    ]
    for column in columns {
      guard let field = fields[column] else { continue }
      readers[column] = try corpus.knownReader(of: field, in: collection)
    }
  }

  func value(_ column: AnalysisColumn, of line: ConcordanceLine, _ corpus: Corpus) -> Value {
    readers[column]?.value(Int(line.row), in: corpus) ?? .missing
  }
}

/// The text around matches.
private struct LineContext {
  let corpus: Corpus
  /// Characters on either side.
  let width: Int

  /// The words of a line, blanks and line breaks made one blank each. Context goes as far as the paragraph.
  func around(_ line: ConcordanceLine) -> (left: String, node: String, right: String) {
    let (start, end) = bounds(of: line)
    let article = corpus[line.article]
    let left = article.bytes(TextRange(start, line.node.start)).withUnsafeBufferPointer { text in
      LineText.last(width, of: LineText.withoutBlanks(atEndOf: text))
    }
    let right = article.bytes(TextRange(line.node.end, end)).withUnsafeBufferPointer { text in
      LineText.first(width, of: LineText.withoutBlanks(atStartOf: text))
    }
    let node = article.bytes(line.node).withUnsafeBufferPointer { LineText.first(.max, of: $0) }
    return (left, node, right)
  }

  /// The folded word at a distance from the node, as far as the context goes.
  func word(_ side: ConcordanceSide, _ distance: Int, of line: ConcordanceLine) -> Value {
    let (start, end) = bounds(of: line)
    let range = side == .left ? TextRange(start, line.node.start) : TextRange(line.node.end, end)
    return corpus[line.article].bytes(range).withUnsafeBufferPointer { text in
      var words: [Range<Int>] = []
      WordScanner.forEachWord(in: text, 0..<text.count) { words.append($0) }
      let place = side == .left ? words.count - distance : distance - 1
      guard words.indices.contains(place) else { return .missing }
      return .text(String(decoding: text[words[place]], as: UTF8.self))
    }
  }

  /// The bytes that the context may come from: no more than its characters can take, within the paragraph.
  private func bounds(of line: ConcordanceLine) -> (start: Int, end: Int) {
    let article = corpus[line.article]
    let paragraphs = article.paragraphs
    let after = paragraphs.firstIndex(notPreceding: { $0.range.start <= line.node.start })
    let paragraph = paragraphs[max(paragraphs.startIndex, after - 1)].range
    // Four bytes a character, and blanks that fall together.
    let room = 5 * width + 64
    let start = max(min(paragraph.start, line.piece.start), line.node.start - room)
    let end = min(max(paragraph.end, line.node.end), line.node.end + room)
    return (start, end)
  }
}

/// Stretches of text as one line.
private enum LineText {
  /// At most so many characters from the start.
  static func first(_ count: Int, of text: UnsafeBufferPointer<UInt8>) -> String {
    var line: [UInt8] = []
    line.reserveCapacity(min(text.count, 128))
    var characters = 0
    var index = 0
    while index < text.count, characters < count {
      let length = min(WordScanner.scalarLength(text[index]), text.count - index)
      if isBlank(text[index]) {
        if line.last != 0x20 { line.append(0x20) } else { characters -= 1 }
      } else {
        for offset in 0..<length { line.append(text[index + offset]) }
      }
      characters += 1
      index += length
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// At most so many characters from the end.
  static func last(_ count: Int, of text: UnsafeBufferPointer<UInt8>) -> String {
    var start = text.count
    var characters = 0
    while start > 0, characters < count {
      start -= 1
      while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
      if !(isBlank(text[start]) && start + 1 < text.count && isBlank(text[start + 1])) { characters += 1 }
    }
    // A cut may fall in a character where room ran out.
    while start < text.count, text[start] & 0xC0 == 0x80 { start += 1 }
    return first(.max, of: UnsafeBufferPointer(rebasing: text[start...]))
  }

  static func withoutBlanks(atEndOf text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text[..<(text.lastIndex(where: { !isBlank($0) }).map { $0 + 1 } ?? 0)])
  }

  static func withoutBlanks(atStartOf text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text[(text.firstIndex(where: { !isBlank($0) }) ?? text.count)...])
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}

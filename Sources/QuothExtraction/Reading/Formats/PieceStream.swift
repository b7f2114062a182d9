//! The bytes of one file, as they come, to the pieces of its format.

/// Takes the bytes of a file bit by bit and gives its pieces. Holds no more than one piece and the bytes given last.
/// Does no input itself.
public struct PieceStream: Sendable {
  /// What comes next.
  public enum Event: Sendable {
    case piece(FilePiece, PieceReader)
    /// A part of the file, or all of it, cannot be read.
    case leftOut(ReadingIssue)
    /// Call `append` or `finish`.
    case needsBytes
    /// `lostLine` is where a piece began whose end is missing.
    case finished(lostLine: Int?)
  }

  /// How a file ends.
  public enum Ending: Sendable {
    case complete
    /// More should have come, as of a damaged archive: the last piece is not whole.
    case brokenOff
  }

  /// How much of a file is looked at to tell its format.
  private static let headSize = 1 << 16

  private let file: String
  private let fields: FieldNames
  private var format: ArticleFormat?
  private var reading: FormatReading?
  private var transcoder: UTF16Transcoder?
  /// What has come and is not yet given away.
  private var pending: [UInt8] = []
  /// Where in `pending` the next piece starts, and how far the cutter has seen.
  private var start = 0
  private var scanned = 0
  private var line = 1
  private var ending: Ending?
  private var hasPieces = false
  /// Line and number of the piece given last.
  private var lastPlace = (line: 0, number: 0)
  /// The piece that is too long and being left out: where it began, and its bytes so far.
  private var skipped: (line: Int, bytes: Int)?
  private var isOver = false

  /// A file by this name; pipes have none that tells their format.
  public init(file: String, fields: FieldNames) {
    self.file = file
    self.fields = fields
    format = ArticleFormat.named(file)
  }

  /// A file of this format, whatever its name tells.
  init(file: String, format: ArticleFormat, fields: FieldNames) {
    self.file = file
    self.fields = fields
    self.format = format
  }

  /// Takes the next bytes of the file.
  public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    if start > 0 {
      pending.removeSubrange(..<start)
      scanned -= start
      start = 0
    }
    if transcoder != nil {
      transcoder?.append(bytes, to: &pending)
    } else {
      pending.append(contentsOf: bytes)
    }
  }

  /// No more bytes come.
  public mutating func finish(_ ending: Ending) {
    self.ending = ending
    transcoder?.finish(to: &pending)
  }

  /// The next piece, or why there is none yet. Once finished, it stays so.
  public mutating func next() -> Event {
    if isOver { return .finished(lostLine: nil) }
    if reading == nil {
      guard ending != nil || pending.count >= Self.headSize else { return .needsBytes }
      if let refusal = open() {
        isOver = true
        return .leftOut(refusal)
      }
    }
    while scanned < pending.count {
      let from = scanned
      let cut = pending.withUnsafeBufferPointer { buffer in
        reading?.cutter.scan(UnsafeBufferPointer(rebasing: buffer[from...])) ?? .open
      }
      switch cut {
      case .end(let count):
        if let event = take(to: from + count) { return event }
      case .broken:
        return takeLine()
      case .open:
        scanned = pending.count
        if let event = limit() { return event }
      }
    }
    guard let ending else { return .needsBytes }
    return end(ending)
  }

  // MARK: Steps

  /// Tells encoding and format from the beginning. Returns why the file cannot be read, if so.
  private mutating func open() -> ReadingIssue? {
    readMark()
    let head = FileHead(bytes: Array(pending.prefix(Self.headSize)), file: file)
    if let kind = FileKind.of(head, named: format) {
      return ReadingIssue(file: file, line: nil, problem: .otherKind(kind))
    }
    // A text may be a page or records under another name.
    let isPlain = format?.endings == ArticleFormat.plainText.endings
    let format = format == nil || isPlain ? .fitting(head, fields) : format ?? .plainText
    self.format = format
    switch format.open(head, fields) {
    case .failure(let failure): return failure.issue
    case .success(let reading):
      self.reading = reading
      line += pending[..<reading.skipped].count { $0 == 0x0A }
      start = reading.skipped
      scanned = start
      return nil
    }
  }

  /// Byte order marks: EF BB BF is UTF-8, FF FE and FE FF are UTF-16.
  private mutating func readMark() {
    if pending.starts(with: [0xEF, 0xBB, 0xBF]) {
      pending.removeFirst(3)
    } else if pending.starts(with: [0xFF, 0xFE]) || pending.starts(with: [0xFE, 0xFF]) {
      var transcoder = UTF16Transcoder(isBigEndian: pending[0] == 0xFE)
      var text: [UInt8] = []
      pending.withUnsafeBufferPointer {
        transcoder.append(UnsafeBufferPointer(rebasing: $0[2...]), to: &text)
      }
      if ending != nil { transcoder.finish(to: &text) }
      pending = text
      self.transcoder = transcoder
    } else if let isBigEndian = Self.unmarkedUTF16(pending) {
      pending.insert(contentsOf: isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE], at: 0)
      readMark()
    }
  }

  /// Whether bytes are UTF-16 without its mark, and of which order: every other byte is 0, as of Latin letters.
  private static func unmarkedUTF16(_ bytes: [UInt8]) -> Bool? {
    let head = bytes.prefix(400)
    guard head.count >= 20 else { return nil }
    var zeros = [0, 0]
    for (place, byte) in head.enumerated() where byte == 0 { zeros[place % 2] += 1 }
    guard zeros.max() ?? 0 >= head.count * 4 / 10, zeros.min() ?? 0 <= head.count / 20 else { return nil }
    return zeros[0] > zeros[1]
  }

  /// The piece that ends before `end`; nil when it is one that is left out for its blankness.
  private mutating func take(to end: Int) -> Event? {
    let bytes = pending[start..<end]
    var piece = FilePiece(bytes: Array(bytes), file: file, line: line)
    piece.number = line == lastPlace.line ? lastPlace.number + 1 : 1
    line += bytes.count { $0 == 0x0A }
    start = end
    scanned = end
    if let skipped {
      self.skipped = nil
      hasPieces = true
      let place = format?.holding == .oneArticle ? nil : skipped.line
      return .leftOut(
        ReadingIssue(file: file, line: place, problem: .tooLong(bytes: skipped.bytes + bytes.count)))
    }
    guard !piece.isBlank, let reading else { return nil }
    hasPieces = true
    if piece.bytes.contains(where: { $0 > 0x20 && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "]") }) {
      lastPlace = (piece.line, piece.number)
    }
    return .piece(piece, reading.read)
  }

  /// The first line of a piece that is not well formed; the rest is cut anew.
  private mutating func takeLine() -> Event {
    let end = pending[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? pending.count
    reading?.cutter.reset()
    return take(to: end) ?? next()
  }

  /// Gives up a piece that is longer than any article.
  private mutating func limit() -> Event? {
    guard let format, let reading, pending.count - start > format.largestPiece || skipped != nil else {
      return nil
    }
    switch reading.cutter.recovery {
    case .skipLine: return takeLine()
    case .skipPiece:
      skipped = (skipped?.line ?? line, (skipped?.bytes ?? 0) + pending.count - start)
      line += pending[start...].count { $0 == 0x0A }
      start = pending.count
      return nil
    }
  }

  private mutating func end(_ ending: Ending) -> Event {
    let isRest = start < pending.count || skipped != nil
    switch ending {
    case .brokenOff:
      isOver = true
      return .finished(lostLine: isRest ? line : nil)
    case .complete where isRest:
      if skipped == nil, reading?.cutter.mayEnd == false { return takeLine() }
      return take(to: pending.count) ?? next()
    case .complete:
      isOver = true
      if !hasPieces {
        // A header without rows is something.
        let isEmpty = reading?.skipped == 0
        return .leftOut(ReadingIssue(file: file, line: nil, problem: isEmpty ? .empty : .noArticles))
      }
      return .finished(lostLine: nil)
    }
  }
}

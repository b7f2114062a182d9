//! Where a file may be cut, so that no more of it is held than one piece.

/// Finds the ends of pieces in bytes that come bit by bit. Sees every byte once.
public protocol PieceCutter: Sendable {
  /// Goes on with the next bytes.
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> Cut
  /// Forgets what it has seen, to begin a new piece.
  mutating func reset()
  /// What to do with a piece that has grown too long.
  var recovery: CutRecovery { get }
  /// Whether the end of the file may end the piece here.
  var mayEnd: Bool { get }
}

extension PieceCutter {
  /// Does nothing: for cutters that keep nothing.
  public mutating func reset() {}
  /// True: for cutters whose pieces may end anywhere.
  public var mayEnd: Bool { true }
}

/// What a cutter found in some bytes.
public enum Cut: Hashable, Sendable {
  /// The piece ends before the byte of this number; the next one starts there.
  case end(Int)
  /// The piece goes on.
  case open
  /// The piece is not well formed; the next one starts on the line after its first.
  case broken
}

/// How to go on where a piece has no end in sight.
public enum CutRecovery: Sendable {
  /// Leave out all up to its end.
  case skipPiece
  /// Leave out its first line.
  case skipLine
}

/// Pieces are lines.
struct LineCutter: PieceCutter {
  let recovery = CutRecovery.skipPiece

  func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> Cut {
    // Files are long and lines are too: eight bytes at a time. A byte is zero where borrowing from it reaches its
    // highest bit, which it did not have.
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index + 8 <= bytes.count {
      let block = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ 0x0A0A_0A0A_0A0A_0A0A
      if (block &- 0x0101_0101_0101_0101) & ~block & 0x8080_8080_8080_8080 != 0 { break }
      index += 8
    }
    while index < bytes.count {
      if bytes[index] == 0x0A { return .end(index + 1) }
      index += 1
    }
    return .open
  }
}

/// The whole file is one piece.
struct WholeCutter: PieceCutter {
  let recovery = CutRecovery.skipPiece

  func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> Cut { .open }
}

/// Pieces are JSON values, one after the other or in an array around them all, with what parts them in front.
struct JSONValueCutter: PieceCutter {
  let recovery = CutRecovery.skipPiece
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  /// In a number or a word that stands by itself.
  private var isInScalar = false

  mutating func reset() { self = JSONValueCutter() }

  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> Cut {
    for (index, byte) in bytes.enumerated() {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
          if depth == 0 { return .end(index + 1) }
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        isInString = true
      case UInt8(ascii: "{"):
        depth += 1
      case UInt8(ascii: "["):
        // A bracket outside of all values opens the array around them.
        if depth > 0 { depth += 1 }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth > 0 {
          depth -= 1
          if depth == 0 { return .end(index + 1) }
        }
      case UInt8(ascii: ","), 0x20, 0x0A, 0x0D, 0x09:
        if isInScalar, depth == 0 {
          isInScalar = false
          return .end(index)
        }
      default:
        if depth == 0 { isInScalar = true }
      }
    }
    return .open
  }
}

/// Pieces are records of delimited values; line breaks within quotation marks are part of a value (RFC 4180).
struct DelimitedCutter: PieceCutter {
  private enum State { case fieldStart, plain, quoted, quoteInQuoted }

  let recovery = CutRecovery.skipLine
  let delimiter: UInt8
  private var state = State.fieldStart

  init(delimiter: UInt8) { self.delimiter = delimiter }

  var mayEnd: Bool { state != .quoted }

  mutating func reset() { state = .fieldStart }

  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> Cut {
    for (index, byte) in bytes.enumerated() {
      switch state {
      case .quoted:
        if byte == UInt8(ascii: "\"") { state = .quoteInQuoted }
      case .fieldStart where byte == UInt8(ascii: "\""):
        state = .quoted
      case .quoteInQuoted where byte == UInt8(ascii: "\""):
        state = .quoted
      case .fieldStart, .plain, .quoteInQuoted:
        if byte == 0x0A {
          state = .fieldStart
          return .end(index + 1)
        } else if byte == delimiter {
          state = .fieldStart
        } else if state == .quoteInQuoted {
          if byte != 0x0D {
            state = .fieldStart
            return .broken
          }
        } else {
          state = .plain
        }
      }
    }
    return .open
  }
}

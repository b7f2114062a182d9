//! Query text as bytes, with its lines: what ranges of syntax and diagnostics refer to.

/// The text of a query or a script. May hold any bytes.
public struct QueryText: Hashable, Sendable {
  /// UTF-8, or what was meant as that.
  public let bytes: [UInt8]
  /// The offset of the first byte of each line.
  public let lineStarts: [Int]

  /// The text of a string.
  public init(_ text: String) { self.init(bytes: Array(text.utf8)) }

  /// The text of bytes, whatever they are; a line ends at each 0x0A.
  public init(bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
    lineStarts = starts
  }

  /// All of the text.
  public var range: SourceRange { SourceRange(0, bytes.count) }

  /// The text of a range; broken UTF-8 is shown as U+FFFD.
  public func string(in range: SourceRange) -> String {
    String(decoding: bytes[clamped(range)], as: UTF8.self)
  }

  /// The line and column of an offset.
  public func position(at offset: Int) -> SourcePosition {
    let offset = min(max(0, offset), bytes.count)
    let line = lineIndex(at: offset)
    let before = string(in: SourceRange(lineStarts[line], offset))
    return SourcePosition(line: line + 1, column: before.count + 1)
  }

  /// The bytes of the line (counted from 1) without its line end.
  public func lineRange(_ line: Int) -> SourceRange {
    guard line >= 1, line <= lineStarts.count else { return SourceRange(bytes.count, bytes.count) }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return SourceRange(start, end)
  }

  /// The text with one range replaced.
  public func replacing(_ range: SourceRange, with replacement: String) -> String {
    let range = clamped(range)
    let changed = bytes[..<range.lowerBound] + Array(replacement.utf8) + bytes[range.upperBound...]
    return String(decoding: changed, as: UTF8.self)
  }

  private func clamped(_ range: SourceRange) -> Range<Int> {
    let start = min(max(0, range.start), bytes.count)
    return start..<min(max(start, range.end), bytes.count)
  }

  private func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }
}

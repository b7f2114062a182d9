//! Rows of fixed width, kept so that a corpus can grow without being copied.

/// A growing array of rows in chunks. Growing moves no row, and at most one chunk stays partly empty.
///
/// Rows are plain bytes without references, so that a column could be written to a file and mapped back.
struct Column<Row: BitwiseCopyable & Sendable>: Sendable {
  private static var shift: Int { 12 }
  private static var mask: Int { (1 << shift) - 1 }

  private var chunks: [[Row]] = []
  private(set) var count = 0

  subscript(index: Int) -> Row {
    get { chunks[index >> Self.shift][index & Self.mask] }
    set { chunks[index >> Self.shift][index & Self.mask] = newValue }
  }

  mutating func append(_ row: Row) {
    if count & Self.mask == 0 {
      chunks.append([])
      // A small corpus fills one chunk in part, and need not pay for all of it.
      if count > 0 { chunks[chunks.count - 1].reserveCapacity(1 << Self.shift) }
    }
    chunks[chunks.count - 1].append(row)
    count += 1
  }
}

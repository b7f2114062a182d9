//! The bytes of files, a window at a time: the one place that opens articles.

import Glibc

/// The system's reason for a failed call, such as "Permission denied".
struct SystemFailure: Error {
  let reason: String

  /// The reason of the last failed call.
  init() { reason = String(cString: strerror(errno)) }
}

/// An open file or pipe that is read from start to end through a window, so that memory never holds all of it.
struct FileWindows: ~Copyable {
  /// Some bytes of a file, or how many there were where that was more than asked for.
  enum Piece {
    case bytes([UInt8])
    case tooLong(Int)
  }

  private let descriptor: Int32
  private var window = [UInt8](repeating: 0, count: 1 << 16)
  /// Bytes of the window that were not taken yet.
  private var unread = 0..<0

  init(_ path: String) throws(SystemFailure) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemFailure() }
  }

  /// The rest of what is open already, such as standard input, which stays open.
  init(ofOpen other: Int32) throws(SystemFailure) {
    descriptor = dup(other)
    guard descriptor >= 0 else { throw SystemFailure() }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The first byte that is no white space and no byte order mark, as far as one window shows; takes nothing.
  mutating func firstSign() throws(SystemFailure) -> UInt8? {
    while true {
      let content = window[unread].starts(with: [0xEF, 0xBB, 0xBF]) ? unread.dropFirst(3) : unread
      if let sign = content.first(where: { window[$0] > 0x20 }) { return window[sign] }
      guard unread.upperBound < window.count, try fill(from: unread.upperBound) else { return nil }
    }
  }

  /// The next line without its line break; nil at the end of the file.
  mutating func line(atMost limit: Int) throws(SystemFailure) -> Piece? {
    guard try hasMore() else { return nil }
    return try piece(upTo: 0x0A, atMost: limit)
  }

  /// All that is left, however much.
  mutating func rest() throws(SystemFailure) -> [UInt8] {
    switch try rest(atMost: .max) {
    case .bytes(let bytes): bytes
    case .tooLong: []
    }
  }

  /// All that is left.
  mutating func rest(atMost limit: Int) throws(SystemFailure) -> Piece { try piece(upTo: nil, atMost: limit) }

  /// The bytes before the next `end`, which is taken too, or before the end of the file.
  private mutating func piece(upTo end: UInt8?, atMost limit: Int) throws(SystemFailure) -> Piece {
    var bytes: [UInt8] = []
    var size = 0
    while try hasMore() {
      let stop = end.flatMap { window[unread].firstIndex(of: $0) }
      let part = unread.lowerBound..<(stop ?? unread.upperBound)
      size += part.count
      if size <= limit { bytes.append(contentsOf: window[part]) }
      unread = (stop.map { $0 + 1 } ?? unread.upperBound)..<unread.upperBound
      if stop != nil { break }
    }
    return size <= limit ? .bytes(bytes) : .tooLong(size)
  }

  /// Whether there is another byte to take.
  private mutating func hasMore() throws(SystemFailure) -> Bool {
    if !unread.isEmpty { return true }
    return try fill()
  }

  /// Reads the next window; false at the end of the file. What stands before `start` is kept.
  private mutating func fill(from start: Int = 0) throws(SystemFailure) -> Bool {
    while true {
      let count = window.withUnsafeMutableBytes { bytes in
        read(descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if count >= 0 {
        unread = (start == 0 ? 0 : unread.lowerBound)..<start + count
        return count > 0
      }
      if errno != EINTR { throw SystemFailure() }
    }
  }
}

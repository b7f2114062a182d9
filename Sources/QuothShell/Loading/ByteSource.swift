//! Where the bytes of files come from: the one place that opens articles.

import Glibc

/// Why a file cannot be read or written, mostly in the system's words, such as "Permission denied".
struct SystemFailure: Error, Hashable {
  let reason: String
  /// Whether nothing goes by the name.
  let isMissing: Bool

  /// The reason of the last failed call.
  init() {
    isMissing = errno == ENOENT
    reason = String(cString: strerror(errno))
  }

  /// A reason of our own.
  init(_ reason: String) {
    isMissing = false
    self.reason = reason
  }
}

/// Why bytes do not come any more.
enum SourceFailure: Error {
  case system(SystemFailure)
  /// An archive whose end is missing.
  case truncated
  /// An archive that is damaged; the reason that its library gives.
  case damaged(String)
  /// More bytes than what is read whole may have.
  case tooLong(limit: Int)
}

/// Gives bytes one buffer after the other.
protocol ByteSource: AnyObject {
  /// Fills a part of the buffer and returns how much; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceFailure) -> Int
}

extension ByteSource {
  /// All that is left, of something small such as a script or a table of topics. What is longer than the limit, in
  /// bytes, is an error: a part of it would pass for the whole.
  func readAll(limit: Int = 1 << 28) throws(SourceFailure) -> [UInt8] {
    var all: [UInt8] = []
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { chunk.deallocate() }
    while true {
      let count = try read(into: chunk)
      if count == 0 { return all }
      guard count <= limit - all.count else { throw .tooLong(limit: limit) }
      all.append(contentsOf: chunk[..<count])
    }
  }
}

/// An open file or pipe.
final class DescriptorSource: ByteSource {
  private let descriptor: Int32
  /// Whether the descriptor is closed with it; that of standard input is everyone's.
  private let ownsDescriptor: Bool
  private let isCancelled: @Sendable () -> Bool
  /// Bytes that were looked at ahead of time.
  private var peeked: [UInt8] = []
  /// How many bytes have been read.
  private(set) var position = 0

  init(opening path: SystemPath, isCancelled: @escaping @Sendable () -> Bool) throws(SystemFailure) {
    descriptor = try path.open()
    ownsDescriptor = true
    self.isCancelled = isCancelled
  }

  /// The standard input.
  init() {
    descriptor = STDIN_FILENO
    ownsDescriptor = false
    isCancelled = { false }
  }

  deinit {
    if ownsDescriptor { close(descriptor) }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceFailure) -> Int {
    if !peeked.isEmpty {
      let count = min(peeked.count, buffer.count)
      buffer.copyBytes(from: peeked[..<count])
      peeked.removeFirst(count)
      return count
    }
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 {
        position += count
        return count
      }
      guard errno == EINTR, !isCancelled() else { throw .system(SystemFailure()) }
    }
  }

  /// The first bytes, which the next reads give again; fewer where there are no more.
  func peek(_ count: Int) throws(SourceFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      var failure: SourceFailure?
      let more = bytes.withUnsafeMutableBytes { buffer in
        do throws(SourceFailure) {
          return try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
        } catch {
          failure = error
          return 0
        }
      }
      if let failure { throw failure }
      if more == 0 { break }
      filled += more
    }
    peeked = Array(bytes[..<filled])
    return peeked
  }
}

/// One file to be read, whatever it is packed in.
struct OpenFile {
  let file: DescriptorSource
  /// The same, unpacked.
  let bytes: any ByteSource

  /// How a file is packed, by its first bytes.
  enum Packing { case none, gzip, zstd }

  init(_ path: String, isCancelled: @escaping @Sendable () -> Bool) throws(SourceFailure) {
    try self.init(SystemPath(path), isCancelled: isCancelled)
  }

  init(_ path: SystemPath, isCancelled: @escaping @Sendable () -> Bool) throws(SourceFailure) {
    do throws(SystemFailure) {
      file = try DescriptorSource(opening: path, isCancelled: isCancelled)
    } catch {
      throw .system(error)
    }
    switch Self.packing(of: try file.peek(4)) {
    case .none: bytes = file
    case .gzip: bytes = GzipSource(file)
    case .zstd: bytes = ZstdSource(file)
    }
  }

  private static func packing(of magic: [UInt8]) -> Packing {
    if magic.starts(with: [0x1F, 0x8B]) { return .gzip }
    return magic == [0x28, 0xB5, 0x2F, 0xFD] ? .zstd : .none
  }

  /// The whole of a small file.
  static func contents(of path: String) throws(SourceFailure) -> [UInt8] {
    try OpenFile(path, isCancelled: { false }).bytes.readAll()
  }
}

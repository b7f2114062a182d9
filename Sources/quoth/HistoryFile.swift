//! The statements of earlier sessions, kept one to a line so that sessions side by side only ever append.

import Glibc
import QuothShell

/// A file of statements. A line break within one is written `\n`, a backslash `\\`.
struct HistoryFile {
  /// A file longer than this is cut to its last statements.
  private static let largestSize = 1 << 22
  /// How many statements a file that is cut keeps at least.
  private static let leastKept = 10_000

  let path: String

  /// The last statements, the oldest first. A file that is not there yet has none.
  func load(atMost count: Int) -> [String] {
    guard let bytes = readAll() else { return [] }
    let isTooLarge = bytes.count > Self.largestSize
    let lines = Self.lastLines(of: bytes, atMost: isTooLarge ? max(count, Self.leastKept) : count)
    let statements = lines.map { Self.decode(String(decoding: $0, as: UTF8.self)) }
    if isTooLarge { replace(with: statements) }
    return statements.suffix(count)
  }

  /// Found from the end, as the start of the shell waits for it.
  private static func lastLines(of bytes: [UInt8], atMost count: Int) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var end = bytes.count
    while end > 0, lines.count < count {
      var start = end
      while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
      if start < end { lines.append(bytes[start..<end]) }
      end = start - 1
    }
    return lines.reversed()
  }

  /// Adds a statement. Returns the system's reason when it cannot.
  func append(_ statement: String) -> String? {
    let folderFailure = StateFolder.create(for: path)
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { return folderFailure ?? String(cString: strerror(errno)) }
    defer { close(descriptor) }
    let line = Array((Self.encode(statement) + "\n").utf8)
    let written = write(descriptor, line, line.count)
    if written == line.count { return nil }
    return written < 0 ? String(cString: strerror(errno)) : "the disk is full"
  }

  static func encode(_ statement: String) -> String {
    var line = ""
    for scalar in statement.unicodeScalars {
      switch scalar {
      case "\n": line += "\\n"
      case "\\": line += "\\\\"
      case "\0": break
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }

  static func decode(_ line: String) -> String {
    guard line.utf8.contains(UInt8(ascii: "\\")) else { return line }
    var statement = ""
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if isEscaped {
        statement.unicodeScalars.append(scalar == "n" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        statement.unicodeScalars.append(scalar)
      }
    }
    return statement
  }

  private func readAll() -> [UInt8]? {
    // Not blocking, as it might be a pipe that nobody writes to.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0,
      status.st_size < 1 << 28
    else { return nil }
    let size = Int(status.st_size)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, read(descriptor, buffer.baseAddress, size))
    }
  }

  /// Written beside it and moved into place, so that no moment has half a file.
  private func replace(with statements: [String]) {
    let new = path + ".\(getpid())"
    let descriptor = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let bytes = Array(statements.map { Self.encode($0) + "\n" }.joined().utf8)
    let written = write(descriptor, bytes, bytes.count)
    close(descriptor)
    if written != bytes.count || rename(new, path) != 0 { unlink(new) }
  }
}

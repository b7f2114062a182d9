//! A pseudo-terminal with the program on it, for tests that press keys.

import CPty
import Foundation
import Testing

/// The program on a terminal: send keys, expect text.
final class Terminal {
  private let descriptor: Int32
  private let process: pid_t
  /// All that came, and the same without colours.
  private(set) var raw: [UInt8] = []
  private var seen: [UInt8] = []
  /// Where the next expectation starts to look.
  private var position = 0

  /// Starts the program, or another.
  init(
    _ arguments: [String] = [], environment more: [String: String] = [:], columns: Int = 100,
    program: String = Program.path
  ) throws {
    var started: pid_t = 0
    let environment = Program.environment(["TERM": "xterm"].merging(more) { $1 })
    descriptor = Program.withCStrings([program] + arguments) { arguments in
      Program.withCStrings(environment.map { "\($0)=\($1)" }) { environment in
        cpty_start(program, arguments, environment, 24, Int32(columns), &started)
      }
    }
    process = started
    guard descriptor >= 0 else { throw POSIXError(.EIO) }
  }

  deinit {
    kill(process, SIGKILL)
    _ = cpty_wait(process, 1)
    close(descriptor)
  }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = write(descriptor, bytes[sent...].withUnsafeBytes { Array($0) }, bytes.count - sent)
      guard count > 0 else { return }
      sent += count
      _ = fill(milliseconds: 0)
    }
  }

  func signal(_ number: Int32) { kill(process, number) }

  /// The terminal edits lines itself, as a command shell expects to find it.
  var isCooked: Bool {
    var settings = termios()
    return tcgetattr(descriptor, &settings) == 0 && settings.c_lflag & tcflag_t(ICANON) != 0
  }

  func resize(columns: Int) { _ = cpty_resize(descriptor, 24, Int32(columns)) }

  /// Waits until the text appears after what was expected before, and says what was seen instead.
  func expect(_ text: String, seconds: Double = 5, _ place: SourceLocation = #_sourceLocation) throws {
    let wanted = Array(text.utf8)
    let limit = Date(timeIntervalSinceNow: seconds)
    while true {
      if let found = find(wanted) {
        position = found + wanted.count
        return
      }
      let isOpen = fill(milliseconds: 50)
      if !isOpen || Date() > limit {
        let rest = String(decoding: seen[position...], as: UTF8.self).debugDescription
        Issue.record("expected \(text.debugDescription), saw \(rest)", sourceLocation: place)
        throw CancellationError()
      }
    }
  }

  /// What has come since the last expectation.
  func unread() -> String {
    _ = fill(milliseconds: 20)
    return String(decoding: seen[position...], as: UTF8.self)
  }

  /// The exit code, once the program ends.
  func waitForEnd(seconds: Double = 10) -> Int32? {
    let limit = Date(timeIntervalSinceNow: seconds)
    while Date() < limit {
      // Drained all the while: a full terminal would hold the program up.
      _ = fill(milliseconds: 10)
      let status = cpty_wait(process, 0)
      if status >= 0 { return status }
    }
    return nil
  }

  private func find(_ wanted: [UInt8]) -> Int? {
    guard seen.count - position >= wanted.count else { return nil }
    return (position...(seen.count - wanted.count)).first { start in
      seen[start..<(start + wanted.count)].elementsEqual(wanted)
    }
  }

  /// Reads what there is; false once the program has closed the terminal.
  private func fill(milliseconds: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, milliseconds) > 0 else { return true }
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &chunk, chunk.count)
    guard count > 0 else { return false }
    raw += chunk[..<count]
    seen = Self.withoutColours(raw)
    return true
  }

  /// Without `ESC [ … m`, and without a sequence that is not complete yet.
  private static func withoutColours(_ bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == 0x1B else {
        kept.append(bytes[index])
        index += 1
        continue
      }
      guard index + 1 < bytes.count else { break }
      guard bytes[index + 1] == UInt8(ascii: "[") else {
        kept.append(bytes[index])
        index += 1
        continue
      }
      guard let end = bytes[(index + 2)...].firstIndex(where: { $0 >= 0x40 }) else { break }
      if bytes[end] != UInt8(ascii: "m") { kept += bytes[index...end] }
      index = end + 1
    }
    return kept
  }
}

//! What the terminal sends, one scalar at a time, woken by signals too.

import CTerminal
import Glibc

/// Reads standard input and the pipe that signals are noted in.
struct KeyInput {
  enum Event {
    case scalar(Unicode.Scalar)
    /// The terminal marks what comes now as pasted.
    case pasteBegins
    case resized, interrupted, end
  }

  private static let pasteMark = Array("\u{1B}[200~".utf8)
  /// How long the rest of a mark may take, in milliseconds: a key that begins alike has to be answered.
  private static let patience: Int32 = 30

  /// The reading end of the pipe of `cterminal_watch_signals`, or -1.
  var signals: Int32 = -1
  private var bytes: ArraySlice<UInt8> = []

  /// Waits for what comes next.
  mutating func next() -> Event {
    while true {
      if takePasteMark() { return .pasteBegins }
      if let scalar = decodeScalar() { return .scalar(scalar) }
      var sources = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&sources, 2, -1) >= 0 || errno == EINTR else { return .end }
      if sources[1].revents & Int16(POLLIN) != 0, let event = takeSignal() { return event }
      if sources[0].revents != 0, !fill() { return .end }
    }
  }

  private mutating func takePasteMark() -> Bool {
    let mark = Self.pasteMark
    while bytes.count >= 2, bytes.count < mark.count, mark.starts(with: bytes) {
      var source = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      guard poll(&source, 1, Self.patience) > 0, fill() else { return false }
    }
    guard bytes.starts(with: mark) else { return false }
    bytes = bytes.dropFirst(mark.count)
    return true
  }

  private func takeSignal() -> Event? {
    var letter: UInt8 = 0
    guard read(signals, &letter, 1) == 1 else { return nil }
    if letter == UInt8(ascii: "W") { return .resized }
    cterminal_forget_interrupt()
    return .interrupted
  }

  /// Reads what there is. False at the end of input.
  private mutating func fill() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = read(STDIN_FILENO, &chunk, chunk.count)
    if count > 0 {
      bytes += chunk[..<count]
      return true
    }
    return count < 0 && (errno == EINTR || errno == EAGAIN)
  }

  /// The first scalar of the bytes read; nil when more bytes are needed. Bytes that are no UTF-8 become U+FFFD,
  /// so that they show.
  private mutating func decodeScalar() -> Unicode.Scalar? {
    guard let lead = bytes.first else { return nil }
    let length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1
    let sequence = bytes.prefix(length)
    let isBroken = sequence.dropFirst().contains { $0 & 0xC0 != 0x80 }
    if sequence.count < length, !isBroken { return nil }
    let decoded = isBroken ? nil : String(validating: sequence, as: UTF8.self)?.unicodeScalars.first
    bytes = bytes.dropFirst(decoded == nil ? 1 : length)
    // U+0000 would end libedit's line.
    return decoded.map { $0 == "\0" ? "\u{FFFD}" : $0 } ?? "\u{FFFD}"
  }
}

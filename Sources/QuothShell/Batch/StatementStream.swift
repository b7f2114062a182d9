//! Statements from a pipe as they arrive, so that a program can ask, read the answer, and ask again.

internal import Glibc
internal import QuothQuery

/// Cuts what comes on a descriptor into texts of whole statements.
///
/// A statement is whole when its line ends and nothing is open in it, as at the prompt. In a script, a line that begins
/// with white space or `|` goes on with the statement above it; so the end of a line is waited upon for a moment, unless
/// the line ends with `;` or an empty line follows. A line that comes later and would go on is an error, never a
/// statement of its own.
public final class StatementStream {
  /// What comes next.
  enum Event {
    case script(Script)
    /// This line goes on with a statement that has run: what to say of it.
    case late(String)
    case failed(String)
    case interrupted, end
  }

  /// How long the next line of a statement may take, in milliseconds.
  private static let patience: Int32 = 100
  /// Statements run when this much has come, even if more is there.
  private static let enough = 1 << 16
  /// A statement that is longer, in bytes, is none.
  private static let longest = 1 << 28

  private let descriptor: Int32
  private let isCancelled: () -> Bool
  private var bytes: [UInt8] = []
  private var isAtEnd = false
  private var line = 1
  /// While a statement is open and more comes without a pause, it is looked at again when it is this long.
  private var nextLook = 0
  /// The last statement ran although a line might have gone on with it.
  private var wasCutShort = false

  public init(descriptor: Int32, isCancelled: @escaping () -> Bool) {
    self.descriptor = descriptor
    self.isCancelled = isCancelled
  }

  /// Waits for whole statements.
  func next() -> Event {
    while true {
      if isCancelled() { return .interrupted }
      if let event = ready() { return event }
      switch fill() {
      case .success(true): continue
      case .success(false): isAtEnd = true
      case .failure(let failure): return .failed("\(Script.standardInput): \(failure.reason)")
      }
    }
  }

  // MARK: Cutting

  /// What can be run of what has come; nil when more has to come.
  private func ready() -> Event? {
    guard !bytes.isEmpty else { return isAtEnd ? .end : nil }
    if wasCutShort, bytes.first != UInt8(ascii: "#"), Self.goesOn(bytes[...]) {
      guard isAtEnd || bytes.contains(0x0A) else { return nil }
      return .late(
        "\(Script.standardInput):\(line):1: this line goes on with a statement that has run already; "
          + "end the line before it with | or an open bracket, or send both at once")
    }
    if isAtEnd { return take(bytes.count) }
    if bytes.count > Self.longest {
      return .failed("\(Script.standardInput):\(line): the statement is longer than \(Self.longest >> 20) MB")
    }
    // Twice the length each time, so that a long statement is looked at a few times, not at each piece of it.
    if bytes.count < nextLook, hasMore(within: 0) { return nil }
    if let event = cut() { return event }
    nextLook = 2 * bytes.count
    return nil
  }

  /// The whole statements of what has come.
  private func cut() -> Event? {
    let isAtLineEnd = bytes.last == 0x0A
    if isAtLineEnd, !isOpen(bytes.count) {
      if hasMarkedEnd { return take(bytes.count) }
      if bytes.count < Self.enough {
        guard !hasMore(within: Self.patience) else { return nil }
        defer { wasCutShort = true }
        return take(bytes.count)
      }
    }
    guard !isAtLineEnd || bytes.count >= Self.enough || isOpen(bytes.count), let cut = lastSureEnd,
      !isOpen(cut)
    else { return nil }
    return take(cut)
  }

  private func take(_ count: Int) -> Event {
    let taken = Array(bytes[..<count])
    bytes.removeFirst(count)
    nextLook = 0
    defer { line += taken.count { $0 == 0x0A } }
    // A comment in between ends no statement.
    let lines = taken.split(separator: 0x0A)
    wasCutShort = wasCutShort && lines.allSatisfy { $0.first == UInt8(ascii: "#") }
    return .script(Script(name: Script.standardInput, text: QueryText(bytes: taken), firstLine: line))
  }

  /// Whether something has to follow the first bytes.
  private func isOpen(_ count: Int) -> Bool {
    QueryLanguage.parse(QueryText(bytes: Array(bytes[..<count]))).open != nil
      && !bytes[..<count].suffix(2).elementsEqual([0x0A, 0x0A])
  }

  /// The last line ends with `;`, or is empty: nothing goes on with it.
  private var hasMarkedEnd: Bool {
    let last = bytes.dropLast().last { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }
    return last == UInt8(ascii: ";") || last == 0x0A || last == nil
  }

  /// The last line end after which a line is known to begin that goes on with nothing.
  private var lastSureEnd: Int? {
    for index in bytes.indices.dropLast().reversed() where bytes[index] == 0x0A {
      if !Self.goesOn(bytes[(index + 1)...]) { return index + 1 }
    }
    return nil
  }

  /// Whether a line goes on with the one above it, or may, as far as it has come.
  private static func goesOn(_ line: ArraySlice<UInt8>) -> Bool {
    switch line.first {
    case UInt8(ascii: "|"), UInt8(ascii: "#"): return true
    case 0x20, 0x09, 0x0D:
      // A blank line goes on with nothing.
      return line.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D } != 0x0A
    default: return false
    }
  }

  // MARK: Reading

  private func hasMore(within milliseconds: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, milliseconds) > 0
  }

  /// Reads what there is. False at the end.
  private func fill() -> Result<Bool, SystemFailure> {
    var chunk = [UInt8](repeating: 0, count: Self.enough)
    while !isCancelled() {
      let count = read(descriptor, &chunk, chunk.count)
      if count >= 0 {
        bytes += chunk[..<count]
        return .success(count > 0)
      }
      switch errno {
      case EINTR: continue
      case EAGAIN: _ = hasMore(within: -1)
      default: return .failure(SystemFailure())
      }
    }
    return .success(true)
  }
}

extension ScriptRunner {
  /// Runs statements as they arrive, up to the first error.
  public func run(_ stream: StatementStream) -> ExitStatus {
    let status = runAll(stream)
    tellExpectations()
    return status
  }

  private func runAll(_ stream: StatementStream) -> ExitStatus {
    while true {
      switch stream.next() {
      case .end: return .success
      case .interrupted: return .interrupted
      case .late(let message):
        session.tell(message)
        return .syntax
      case .failed(let message):
        session.tell(message)
        return .data
      case .script(let script):
        let ending = session.run(script, mode)
        session.flush()
        if ending.leaves || ending.status != .success || !session.canWrite { return ending.status }
      }
    }
  }
}

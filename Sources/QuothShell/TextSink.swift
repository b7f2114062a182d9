//! Where text goes: a stream of the process, or memory in tests.

/// Why a stream takes no more text.
public enum SinkFailure: Hashable, Sendable {
  /// Nobody reads any more (`| head`): no reason to complain.
  case closed
  /// The system's reason, such as "No space left on device".
  case failed(String)
}

/// Takes text. After a failure it drops what it is given, so that callers need to look only now and then.
public protocol TextSink: AnyObject {
  /// Takes text, which may be kept back until `flush`.
  func write(_ text: String)
  /// Passes on what is kept back.
  func flush()
  /// The first failure.
  var failure: SinkFailure? { get }
}

/// Keeps text in memory.
public final class TextBuffer: TextSink {
  /// All that was written, or what came since it was last taken.
  public private(set) var text = ""
  /// Memory takes all that comes.
  public let failure: SinkFailure? = nil

  public init() {}

  /// Appends.
  public func write(_ text: String) { self.text += text }
  /// Does nothing: nothing is held back.
  public func flush() {}

  /// Gives the text and forgets it.
  public func take() -> String {
    defer { text = "" }
    return text
  }
}

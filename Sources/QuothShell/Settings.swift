//! The settings of a session, by the types that use them.

internal import QuothQuery
public import QuothRender

/// When answers go to a pager.
public enum PagerUse: Hashable, Sendable {
  case whenLong, always, never
  /// When long, by this command.
  case command(String)
}

/// Whether files that answers are written to say where they come from.
public enum FileHeader: Hashable, Sendable {
  case written, leftOut
}

/// How many past statements are recalled, and whether a file keeps them.
public struct HistoryPolicy: Hashable, Sendable {
  /// How many statements can be recalled; 0 for none.
  public let size: Int
  /// Whether the next session knows them too.
  public let isKept: Bool

  public init(size: Int, isKept: Bool) {
    self.size = size
    self.isKept = isKept
  }
}

/// The settings of one session.
public struct Settings: Hashable, Sendable {
  private var values: [SettingName: SettingValue] = [:]

  /// The settings of a new session.
  public init(format: OutputFormat = .table, header: FileHeader = .written) {
    self.format = format
    if header == .leftOut { self[.header] = .word("off") }
  }

  subscript(name: SettingName) -> SettingValue {
    get { values[name] ?? SettingCatalog.definition(of: name).initial }
    set { values[name] = newValue }
  }

  var format: OutputFormat {
    get { OutputFormat(rawValue: self[.format].shown) ?? .table }
    set { self[.format] = .word(newValue.rawValue) }
  }

  /// Nil leaves it to the terminal.
  var usesColour: Bool? {
    switch self[.color] {
    case .word("on"): true
    case .word("off"): false
    case .word, .number, .text: nil
    }
  }

  /// Columns; nil leaves it to the terminal.
  var width: Int? { number(.width) }

  /// Rows shown of an answer; nil for all.
  var rows: Int? { number(.rows) }

  /// Whether files say where they come from.
  var header: FileHeader { self[.header] == .word("off") ? .leftOut : .written }

  var showsTiming: Bool { self[.timing] == .word("on") }

  /// What stands for a missing value; nil leaves it to the format.
  var missing: String? {
    if case .text(let text) = self[.null] { return TerminalText.sanitise(text, lineBreaks: .blank) }
    return nil
  }

  var pager: PagerUse {
    switch self[.pager] {
    case .text(let command): .command(command)
    case .word("on"): .always
    case .word("off"): .never
    case .word, .number: .whenLong
    }
  }

  /// What is to be kept of past statements.
  public var history: HistoryPolicy {
    guard let size = number(.history) else { return HistoryPolicy(size: 1_000, isKept: false) }
    return HistoryPolicy(size: size, isKept: true)
  }

  private func number(_ name: SettingName) -> Int? {
    if case .number(let number) = self[name] { return number }
    return nil
  }
}

//! The one definition of the shell's settings: `set`, help, completion and tests read it.

/// A setting of a session.
public enum SettingName: String, CaseIterable, Hashable, Sendable {
  case color, format, header, history, null, pager, rows, timing, width
}

/// What a setting can be.
public enum SettingShape: Hashable, Sendable {
  /// One of these words.
  case choice([String])
  /// One of these words, or a whole number.
  case number(or: [String], ClosedRange<Int>)
  /// One of these words, or any text: `what` says which.
  case text(or: [String], what: String)

  /// The words that mean something of their own.
  public var words: [String] {
    switch self {
    case .choice(let words), .number(let words, _), .text(let words, _): words
    }
  }
}

/// The value of a setting.
public enum SettingValue: Hashable, Sendable {
  case word(String)
  case number(Int)
  case text(String)

  /// As it is shown, and typed.
  public var shown: String {
    switch self {
    case .word(let word): word
    case .number(let number): String(number)
    case .text(let text): text
    }
  }
}

/// What a setting is.
public struct SettingDefinition: Hashable, Sendable {
  /// The word that it is printed with.
  public let name: SettingName
  /// Other words for it.
  public let aliases: [String]
  /// What it can be.
  public let shape: SettingShape
  /// What it is until someone sets it.
  public let initial: SettingValue
  /// One line for help.
  public let summary: String
  /// What may stand after the name, to begin with.
  public let example: String

  /// The value that was typed, or why it is none.
  public func value(of typed: String) -> Result<SettingValue, SettingFault> {
    let lowered = typed.lowercased()
    if lowered == "default" { return .success(initial) }
    if let word = shape.words.first(where: { $0 == lowered }) { return .success(.word(word)) }
    switch shape {
    case .text: return .success(.text(typed))
    case .choice: return .failure(.unknown(near: Speller.nearest(to: typed, among: shape.words, atMost: 1)))
    case .number(_, let range):
      guard let number = Int(typed) else {
        return .failure(.unknown(near: Speller.nearest(to: typed, among: shape.words, atMost: 1)))
      }
      return range.contains(number) ? .success(.number(number)) : .failure(.outOfRange(range))
    }
  }
}

/// Why a text is no value of a setting.
public enum SettingFault: Error, Hashable, Sendable {
  /// Neither one of the words nor a number; perhaps these were meant.
  case unknown(near: [String])
  case outOfRange(ClosedRange<Int>)
}

/// The settings, in the order they are listed.
public enum SettingCatalog {
  /// All settings; each has a definition.
  public static let all: [SettingDefinition] = SettingName.allCases.map(definition)

  /// How output is written; the renderer has a form for each.
  static let formats = ["table", "csv", "tsv", "json", "jsonl", "markdown"]

  /// The definition of a setting.
  public static func definition(of name: SettingName) -> SettingDefinition {
    switch name {
    case .color:
      SettingDefinition(
        name: .color, aliases: ["colour", "colors", "colours"], shape: .choice(["auto", "on", "off"]),
        initial: .word("auto"), summary: "colours; auto means on a terminal, unless NO_COLOR is set",
        example: "off")
    case .format:
      SettingDefinition(
        name: .format, aliases: [], shape: .choice(formats), initial: .word("table"),
        summary: "how answers are written", example: "csv")
    case .header:
      SettingDefinition(
        name: .header, aliases: ["headers"], shape: .choice(["on", "off"]), initial: .word("on"),
        summary: "whether files written by > say which query, articles, version and day they come from",
        example: "off")
    case .history:
      SettingDefinition(
        name: .history, aliases: [], shape: .number(or: ["off"], 1...100_000), initial: .number(1_000),
        summary: "how many past statements are recalled; off keeps none in the file", example: "off")
    case .null:
      SettingDefinition(
        name: .null, aliases: ["missing"], shape: .text(or: ["auto"], what: "any text"),
        initial: .word("auto"),
        summary: "what stands for a missing value; auto is – in tables and nothing in files; not for json",
        example: "NA")
    case .pager:
      SettingDefinition(
        name: .pager, aliases: [], shape: .text(or: ["auto", "on", "off"], what: "the command of a pager"),
        initial: .word("auto"),
        summary: "auto shows answers longer than the screen in $QUOTH_PAGER, $PAGER or less; on shows all; "
          + "QUERY | less shows one",
        example: "off")
    case .rows:
      SettingDefinition(
        name: .rows, aliases: ["page"], shape: .number(or: ["all"], 1...1_000_000_000),
        initial: .word("all"), summary: "how many rows of an answer are shown at most", example: "50")
    case .timing:
      SettingDefinition(
        name: .timing, aliases: ["timer"], shape: .choice(["on", "off"]), initial: .word("off"),
        summary: "tells below each answer how many milliseconds its steps took", example: "on")
    case .width:
      SettingDefinition(
        name: .width, aliases: ["columns"], shape: .number(or: ["auto"], 20...10_000),
        initial: .word("auto"), summary: "columns that answers fit in; auto means as wide as the terminal",
        example: "100")
    }
  }

  /// The setting that a word names, in any case.
  public static func definition(named word: String) -> SettingDefinition? {
    let lowered = word.lowercased()
    return all.first { $0.name.rawValue == lowered || $0.aliases.contains(lowered) }
  }
}

//! Settings in words: the list of them, one of them, and why a value is none.

internal import QuothBasics
public import QuothQuery

extension HelpRenderer {
  /// All settings with their values and meanings.
  public func settings(_ value: (SettingDefinition) -> SettingValue) -> String {
    let all = SettingCatalog.all.map { ($0, safe(value($0).shown)) }
    let names = all.map { DisplayWidth.of($0.0.name.rawValue) }.max() ?? 0
    return rows(
      all.map { definition, value in
        let pad = String(repeating: " ", count: names - DisplayWidth.of(definition.name.rawValue) + 2)
        return (definition.name.rawValue + pad + value, definition.summary)
      })
  }

  /// One setting: its value, its meaning, and what else it can be.
  public func setting(_ definition: SettingDefinition, value: SettingValue) -> String {
    let isInitial = value == definition.initial
    let note = isInitial ? "" : " (default \(definition.initial.shown))"
    return heading("\(definition.name.rawValue) \(safe(value.shown))\(note)")
      + paragraph(definition.summary) + paragraph("It can be \(HelpRenderer.choices(of: definition)).")
      + lines(of: ["set \(definition.name.rawValue) \(definition.example)"])
  }

  /// The page of help about a setting, whatever its value is now.
  func page(about definition: SettingDefinition) -> String {
    let aliases = definition.aliases.isEmpty ? "" : " (also \(definition.aliases.joined(separator: ", ")))"
    return heading("set \(definition.name.rawValue) VALUE") + paragraph(definition.summary + aliases)
      + paragraph(
        "It can be \(HelpRenderer.choices(of: definition)), and is \(definition.initial.shown) to begin with."
      )
      + lines(of: ["set \(definition.name.rawValue) \(definition.example)"])
  }

  /// What a setting can be: `auto, on or off`, `auto or 20 to 10000`.
  public static func choices(of definition: SettingDefinition) -> String {
    let words = definition.shape.words
    switch definition.shape {
    case .choice: return DiagnosticMessages.list(words, by: "or")
    case .number(_, let range):
      return DiagnosticMessages.list(words + ["\(range.lowerBound) to \(range.upperBound)"], by: "or")
    case .text(_, let what): return DiagnosticMessages.list(words + [what], by: "or")
    }
  }

  private func safe(_ text: String) -> String { TerminalText.sanitise(text, lineBreaks: .blank) }
}

/// Words for what `set` cannot do.
public enum SettingMessages {
  /// A value that a setting cannot have.
  public static func text(of fault: SettingFault, typed: String, for definition: SettingDefinition) -> String
  {
    let name = definition.name.rawValue
    switch fault {
    case .unknown(let near):
      let hint = near.first.map { "; did you mean \($0)?" } ?? ""
      return "\(name) cannot be ‘\(typed)’: it is \(HelpRenderer.choices(of: definition))\(hint)"
    case .outOfRange(let range):
      return "\(name) cannot be \(typed): it is \(range.lowerBound) to \(range.upperBound)"
    }
  }

  /// A setting that there is not.
  public static func unknown(_ name: String) -> String {
    let known = SettingCatalog.all.flatMap { [$0.name.rawValue] + $0.aliases }
    let near = Speller.nearest(to: name, among: known)
    let hint =
      near.isEmpty ? "set alone lists them" : "did you mean \(DiagnosticMessages.list(near, by: "or"))?"
    return "there is no setting ‘\(name)’; \(hint)"
  }
}

//! `set`: how answers are shown.

internal import QuothQuery
internal import QuothRender

/// Lists settings, shows one, or gives one a new value.
struct SetCommand {
  let renderer: HelpRenderer

  func run(_ argument: CommandArgument, _ settings: inout Settings) -> Outcome {
    var outcome = Outcome()
    let typed = CommandText(argument)
    guard let (name, value) = typed.assignment else {
      outcome.results = renderer.settings { settings[$0.name] }
      return outcome
    }
    guard let definition = SettingCatalog.definition(named: name) else {
      return .failure(SettingMessages.unknown(name))
    }
    guard let value else {
      outcome.results = renderer.setting(definition, value: settings[definition.name])
      return outcome
    }
    switch value {
    case .failure(let fault): return .failure(fault.message)
    case .success(let text):
      switch definition.value(of: text) {
      case .success(let value): settings[definition.name] = value
      case .failure(let fault):
        return .failure(SettingMessages.text(of: fault, typed: text, for: definition))
      }
    }
    return outcome
  }
}

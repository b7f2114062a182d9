//! Scripts rewritten in canonical form, in their files.

internal import QuothQuery
public import QuothRender

/// What is done with scripts that are not in canonical form.
public enum FormatMode: Hashable, Sendable {
  case rewrite
  /// Their names are told, and the exit code says that there are some.
  case check
}

/// Formats scripts. A script with errors is left as it is.
public struct FormatRunner {
  private let results: any TextSink
  private let messages: any TextSink
  private let style: TextStyle
  private let mode: FormatMode

  /// Errors go to `messages`; names, and what stands for standard input, to `results`.
  public init(results: any TextSink, messages: any TextSink, style: TextStyle, mode: FormatMode) {
    self.results = results
    self.messages = messages
    self.style = style
    self.mode = mode
  }

  /// Formats each file; `-` is standard input, whose form goes to the results. The first failure is the status.
  public func run(_ files: [String]) -> ExitStatus {
    if let failure = Script.failure(ofNames: files) { return fail(failure.message, .usage) }
    var first = ExitStatus.success
    for file in files {
      let status = run(file)
      if first == .success { first = status }
    }
    return first
  }

  private func run(_ file: String) -> ExitStatus {
    let script: Script
    switch Script.read(file) {
    case .success(let read): script = read
    case .failure(let failure): return fail(failure.message)
    }
    let name = script.name ?? file
    guard String(validating: script.text.bytes, as: UTF8.self) != nil else {
      return fail("\(name): it is not UTF-8 text")
    }
    let formatted = ScriptFormatter.format(script.text)
    let renderer = DiagnosticRenderer(style: style, file: name)
    for diagnostic in formatted.diagnostics { messages.write(renderer.render(diagnostic, in: script.text)) }
    guard let text = formatted.text else { return .syntax }
    let hasChanged = !text.utf8.elementsEqual(script.text.bytes)
    switch mode {
    case .check:
      if hasChanged { results.write("\(name)\n") }
      return hasChanged ? .queryError : .success
    case .rewrite:
      if file == "-" {
        results.write(text)
        return .success
      }
      return hasChanged ? rewrite(file, as: text) : .success
    }
  }

  private func rewrite(_ file: String, as text: String) -> ExitStatus {
    let written = WholeFile.open(file).flatMap { opened in
      var opened = opened
      opened.write(text)
      return opened.close()
    }
    switch written {
    case .success: return .success
    case .failure(let failure): return fail("\(file) cannot be written: \(failure.reason)")
    }
  }

  private func fail(_ message: String, _ status: ExitStatus = .data) -> ExitStatus {
    messages.write("quoth: \(TerminalText.sanitise(message, lineBreaks: .blank))\n")
    return status
  }
}

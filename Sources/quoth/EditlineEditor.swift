//! Lines from a terminal by libedit, with keys, completion, paste and resizing of our own.

import CLibedit
import CTerminal
import Glibc
import QuothShell

/// Edits lines on the terminal of standard input. Make one only.
final class EditlineEditor: LineEditor {
  let editor: OpaquePointer
  let output: UnsafeMutablePointer<FILE>
  /// Bytes read from the terminal that no line has used yet.
  var input = KeyInput()
  /// The terminal takes more than plain text: it has a cursor to move and can mark what is pasted.
  let isCapable: Bool
  var request = LineRequest(prompt: "")
  var wasAbandoned = false
  /// There was something in it.
  var hadText = false
  /// The terminal has said that what comes now is pasted.
  var isPasting = false
  /// The statements that can be recalled, the oldest first.
  private(set) var history: [String] = []
  private let recalled: OpaquePointer
  private let historyFile: HistoryFile?
  private var historyWarning: ((String) -> Void)?
  private let usesColour: Bool
  private var promptText: UnsafeMutablePointer<CChar>?

  /// Nil when libedit cannot start. `warn` is called at most once, when history cannot be kept.
  init?(
    signals: Int32, usesColour: Bool, isCapable: Bool, historySize: Int, warn: @escaping (String) -> Void
  ) {
    // The prompt must not end up in a file that standard output goes to.
    guard let input = quoth_standard_stream(STDIN_FILENO), let errors = quoth_standard_stream(STDERR_FILENO),
      let output = quoth_standard_stream(isatty(STDOUT_FILENO) == 1 ? STDOUT_FILENO : STDERR_FILENO),
      let editor = el_init("quoth", input, output, errors), let history = history_init()
    else { return nil }
    (self.editor, self.recalled, self.output) = (editor, history, output)
    (self.usesColour, self.isCapable, self.historyWarning) = (usesColour, isCapable, warn)
    self.historyFile = StateFolder.path(of: "history").map(HistoryFile.init(path:))
    self.input.signals = signals
    cterminal_give_back_at_end(isCapable)
    quoth_el_set_clientdata(editor, Unmanaged.passUnretained(self).toOpaque())
    setUp()
    loadHistory(size: historySize)
  }

  deinit {
    el_end(editor)
    history_end(recalled)
    free(promptText)
  }

  /// The editor that libedit calls back for.
  static func of(_ editor: OpaquePointer?) -> EditlineEditor? {
    guard let data = quoth_el_get_clientdata(editor) else { return nil }
    return Unmanaged<EditlineEditor>.fromOpaque(data).takeUnretainedValue()
  }

  private func setUp() {
    quoth_el_set_prompt(editor, { EditlineEditor.of($0)?.promptText }, 1)
    quoth_el_set_editor(editor, "emacs")
    quoth_el_set_signal(editor, 0)
    quoth_el_set_history(editor, recalled)
    // Before our keys: `bind -v` in ~/.editrc resets the whole map.
    el_source(editor, nil)
    EditorKeys.bind(editor)
    // Control keys come to us as keys: a signal could not redraw the line.
    quoth_el_set_tty(editor, "-d", "-isig")
    quoth_el_set_getcfn(editor) { EditlineEditor.of($0)?.nextScalar(into: $1) ?? 0 }
  }

  // MARK: Lines

  func readLine(_ request: LineRequest) -> LineRead {
    self.request = request
    setPrompt(request.prompt)
    (wasAbandoned, hadText) = (false, false)
    cterminal_forget_interrupt()
    el_resize(editor)
    // Raw before the prompt shows, or a key pressed at once would be the cooked terminal's.
    quoth_el_prepare_terminal(editor, 1)
    if isCapable { send("\u{1B}[?2004h") }
    var count: Int32 = 0
    let bytes = el_gets(editor, &count)
    if isCapable { send("\u{1B}[?2004l") }
    quoth_el_prepare_terminal(editor, 0)
    if wasAbandoned { return hadText ? .abandoned : .dismissed }
    guard let bytes, count > 0 else {
      send("\n")
      return .endOfInput
    }
    // The count, for after a pasted line break the buffer may hold an older line's tail.
    let line = UnsafeRawBufferPointer(start: bytes, count: Int(count))
    return .line(
      String(decoding: line.last == UInt8(ascii: "\n") ? line.dropLast() : line[...], as: UTF8.self))
  }

  private func setPrompt(_ prompt: String) {
    free(promptText)
    // libedit takes no columns for what stands between two bytes 1.
    let styled = usesColour ? "\u{1}\u{1B}[1m\u{1}\(prompt.dropLast())\u{1}\u{1B}[0m\u{1} " : prompt
    promptText = strdup(styled)
  }

  /// Writes past libedit, after what it has written.
  func send(_ text: String) {
    fputs(text, output)
    fflush(output)
  }

  // MARK: History

  func remember(_ statement: String, _ policy: HistoryPolicy) {
    quoth_history_set_size(recalled, Int32(clamping: policy.size))
    quoth_history_enter(recalled, statement)
    history.append(statement)
    guard policy.isKept, let warn = historyWarning else { return }
    if let historyFile {
      guard let failure = historyFile.append(statement) else { return }
      warn("history is not kept after this session: \(historyFile.path): \(failure)")
    } else {
      warn("history is not kept after this session: neither XDG_STATE_HOME nor HOME names a folder")
    }
    historyWarning = nil
  }

  private func loadHistory(size: Int) {
    quoth_history_set_size(recalled, Int32(clamping: size))
    quoth_history_set_unique(recalled, 1)
    history = historyFile?.load(atMost: size) ?? []
    for statement in history { quoth_history_enter(recalled, statement) }
  }

  // MARK: Keys

  /// The next key for libedit: 1 with the key, 0 at the end of input.
  private func nextScalar(into scalar: UnsafeMutablePointer<wchar_t>?) -> Int32 {
    while true {
      switch input.next() {
      case .scalar(let value):
        scalar?.pointee = wchar_t(bitPattern: value.value)
        return 1
      case .pasteBegins:
        isPasting = true
        scalar?.pointee = wchar_t(bitPattern: EditorKeys.pasteKey.value)
        return 1
      case .resized:
        redrawAtNewSize()
      case .interrupted:
        // A signal from another process, as the key itself does not make one here.
        wasAbandoned = true
        send("\n")
        return 0
      case .end:
        return 0
      }
    }
  }

  /// Terminals wrap the line anew when they are resized, and libedit does not know: take it all away.
  private func redrawAtNewSize() {
    if isCapable, let line = el_wline(editor) {
      let row = position(before: line.pointee.cursor, in: line.pointee).row
      send((row > 0 ? "\u{1B}[\(row)A" : "") + "\r\u{1B}[J")
    }
    el_resize(editor)
    quoth_el_refresh(editor)
  }

  /// Moves the terminal's cursor behind the last character, so that what is written next hides nothing.
  /// libedit's own refresh would draw the line once more.
  func moveBehindLine() {
    guard isCapable, let line = el_wline(editor) else { return }
    let cursor = position(before: line.pointee.cursor, in: line.pointee)
    let end = position(before: line.pointee.lastchar, in: line.pointee)
    send(
      (end.row > cursor.row ? "\u{1B}[\(end.row - cursor.row)B" : "") + "\r"
        + (end.column > 0 ? "\u{1B}[\(end.column)C" : ""))
  }

  /// Where on the screen a character of the line stands, from the prompt's start.
  private func position(
    before character: UnsafePointer<wchar_t>, in line: LineInfoW
  ) -> (row: Int, column: Int) {
    let columns = Int(max(1, cterminal_columns(fileno(output))))
    var column = request.prompt.unicodeScalars.reduce(0) { $0 + Self.width(wchar_t(bitPattern: $1.value)) }
    var row = 0
    for offset in 0..<(character - line.buffer) {
      if line.buffer[offset] == 0x0A {
        row += column / columns + 1
        column = 0
      } else {
        column += Self.width(line.buffer[offset])
      }
    }
    return (row + column / columns, column % columns)
  }

  /// Columns as libedit counts them.
  private static func width(_ character: wchar_t) -> Int { Int(max(0, wcwidth(character))) }
}

//! The keys that libedit lacks or has otherwise, and what they do.

import CLibedit
import CTerminal
import Glibc
import QuothShell

/// Binds our functions to keys.
enum EditorKeys {
  /// Adds the functions and binds the keys, in vi's maps too.
  static func bind(_ editor: OpaquePointer) {
    quoth_el_add_function(editor, "quoth-abandon", "Give up the line") { editor, _ in
      EditlineEditor.of(editor)?.abandonLine() ?? UInt8(CC_ERROR)
    }
    quoth_el_add_function(editor, "quoth-complete", "Complete the word") { editor, _ in
      EditlineEditor.of(editor)?.completeWord() ?? UInt8(CC_ERROR)
    }
    quoth_el_add_function(editor, "quoth-paste", "Insert what is pasted") { editor, _ in
      EditlineEditor.of(editor)?.insertPaste() ?? UInt8(CC_ERROR)
    }
    quoth_el_add_function(editor, "quoth-suspend", "Stop until `fg`") { editor, _ in
      EditlineEditor.of(editor)?.suspend() ?? UInt8(CC_ERROR)
    }
    for (key, command) in [
      ("^C", "quoth-abandon"), ("^Z", "quoth-suspend"), ("\t", "quoth-complete"), ("^^", "quoth-paste"),
    ] {
      quoth_el_bind(editor, key, command)
      quoth_el_bind_alternative(editor, key, command)
    }
    quoth_el_bind(editor, "^R", "em-inc-search-prev")
    let isVi = strcmp(quoth_el_get_editor(editor), "vi") == 0
    for (key, command) in [
      ("[3~", "ed-delete-next-char"), ("[1~", "ed-move-to-beg"), ("[4~", "ed-move-to-end"),
      ("[1;5C", "em-next-word"), ("[1;5D", "ed-prev-word"),
    ] {
      // In vi's insert mode the escape key ends the mode, and must not wait for what comes after it; the rest of the
      // sequence then is one of the command mode.
      if isVi {
        quoth_el_bind_alternative(editor, key, command)
      } else {
        quoth_el_bind(editor, "\u{1B}" + key, command)
      }
    }
  }

  /// What stands for the terminal's mark that a paste begins, as a sequence of its own would take the escape key from vi.
  static let pasteKey: Unicode.Scalar = "\u{1E}"
}

extension EditlineEditor {
  /// Ctrl-C: what was typed stays on the screen, and a new prompt comes.
  func abandonLine() -> UInt8 {
    wasAbandoned = true
    hadText = el_wline(editor).map { $0.pointee.lastchar > $0.pointee.buffer } ?? false
    moveBehindLine()
    send("^C\n")
    return UInt8(CC_EOF)
  }

  /// Ctrl-Z: gives the terminal back as it was, stops, and takes it again.
  func suspend() -> UInt8 {
    moveBehindLine()
    send(isCapable ? "\u{1B}[?2004l\n" : "\n")
    quoth_el_prepare_terminal(editor, 0)
    kill(0, SIGTSTP)
    quoth_el_prepare_terminal(editor, 1)
    if isCapable { send("\u{1B}[?2004h") }
    return UInt8(CC_REDISPLAY)
  }

  /// Everything up to the terminal's mark of the paste's end, line breaks included; nothing runs by itself.
  func insertPaste() -> UInt8 {
    // The key itself, pressed by someone, begins no paste.
    guard isPasting else { return UInt8(CC_ERROR) }
    isPasting = false
    var pasted: [Unicode.Scalar] = []
    let ending = Array("\u{1B}[201~".unicodeScalars)
    var character: wchar_t = 0
    while el_wgetc(editor, &character) == 1 {
      guard let scalar = Unicode.Scalar(UInt32(bitPattern: character)) else { continue }
      pasted.append(scalar)
      guard scalar == "~", pasted.suffix(ending.count).elementsEqual(ending) else { continue }
      pasted.removeLast(ending.count)
      break
    }
    var text = ""
    text.unicodeScalars.append(contentsOf: pasted)
    el_insertstr(editor, PastedText.clean(text))
    return UInt8(CC_REFRESH)
  }

  /// TAB: the only candidate, or as much as all have in common; when that adds nothing, the list of them.
  func completeWord() -> UInt8 {
    guard let line = el_line(editor) else { return UInt8(CC_ERROR) }
    let before = UnsafeRawBufferPointer(
      start: line.pointee.buffer, count: line.pointee.cursor - line.pointee.buffer)
    let list = request.complete(String(decoding: before, as: UTF8.self))
    let typed = String(decoding: before.suffix(list.replacedBytes), as: UTF8.self)
    guard let insertion = list.insertion(for: typed) else { return UInt8(CC_ERROR) }
    if insertion != typed {
      // Counted in scalars, unlike the offsets of el_line.
      el_deletestr(editor, Int32(typed.unicodeScalars.count))
      el_insertstr(editor, insertion)
      return UInt8(CC_REFRESH)
    }
    guard list.candidates.count > 1 else { return UInt8(CC_ERROR) }
    let columns = Int(cterminal_columns(fileno(output)))
    moveBehindLine()
    send("\r\n" + CompletionListing.text(list.candidates, columns: columns > 0 ? columns : 80))
    return UInt8(CC_REDISPLAY)
  }
}

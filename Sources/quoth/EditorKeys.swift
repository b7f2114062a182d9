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
      ("^C", "quoth-abandon"), ("^Z", "quoth-suspend"), ("\t", "quoth-complete"),
      ("\u{1B}[200~", "quoth-paste"),
    ] {
      quoth_el_bind(editor, key, command)
      quoth_el_bind_alternative(editor, key, command)
    }
    for (key, command) in [
      ("^R", "em-inc-search-prev"), ("\u{1B}[3~", "ed-delete-next-char"),
      ("\u{1B}[1~", "ed-move-to-beg"), ("\u{1B}[4~", "ed-move-to-end"),
      ("\u{1B}[1;5C", "em-next-word"), ("\u{1B}[1;5D", "ed-prev-word"),
    ] {
      quoth_el_bind(editor, key, command)
    }
  }
}

extension EditlineEditor {
  /// Ctrl-C: what was typed stays on the screen, and a new prompt comes.
  func abandonLine() -> UInt8 {
    wasAbandoned = true
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

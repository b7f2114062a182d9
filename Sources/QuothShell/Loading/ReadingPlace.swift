//! Which article a thread reads: what is said should a defect stop the program there.

import CTerminal
internal import Glibc
internal import QuothExtraction
internal import QuothRender

/// Marks what the calling thread reads.
enum ReadingPlace {
  /// Does some work on an article. Its key is not known before its record is read.
  static func during<Done>(_ file: String, key: String? = nil, _ work: () throws -> Done) rethrows -> Done {
    let skip = SourceChanges.quoted(key ?? file)
    let words = key.map { "\(file), article \($0)" } ?? file
    set("\(words); --skip \(skip) goes on without it, and no file is left half written")
    defer { set("") }
    #if DEBUG
      // Tests stop the program on purpose.
      if let trap = getenv("QUOTH_TRAP_AT"), String(cString: trap) == key ?? file { cterminal_trap() }
    #endif
    return try work()
  }

  private static func set(_ words: String) {
    var text = TerminalText.sanitise(words, lineBreaks: .blank)
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cterminal_set_place($0.baseAddress, UInt32($0.count)) }
    }
  }
}

extension FilePiece {
  /// What it is called in messages: a file, or a record of one.
  var skipNames: [String] { [file, "\(file):\(line)"] }
}

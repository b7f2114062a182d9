//! How many terminal columns a text takes.

internal import CUTF8Proc

/// Terminal columns of text: 2 for wide East Asian characters and emoji, 0 for combining marks.
public enum DisplayWidth {
  /// Columns of a string.
  public static func of(_ text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// Columns of one character (grapheme cluster). What begins wide stays so, whatever is joined to it: emoji with a skin
  /// or a family, Hangul syllables in letters. Else the scalars add up: two letters of a flag, Indic conjuncts.
  public static func of(_ character: Character) -> Int {
    var width = 0
    for scalar in character.unicodeScalars {
      if scalar.value == 0xFE0F { return 2 }
      width += of(scalar)
      if width == 2, scalar == character.unicodeScalars.first { return 2 }
    }
    return width
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    // Spacing marks of the scripts of India and its neighbours: utf8proc gives them none; terminals, by wcwidth, one.
    let mayBeSpacing = (0x0903..<0x1D00).contains(scalar.value) || (0xA800..<0xAC00).contains(scalar.value)
    if mayBeSpacing, scalar.properties.generalCategory == .spacingMark { return 1 }
    return Int(utf8proc_charwidth(Int32(bitPattern: scalar.value)))
  }

  /// The longest prefix that fits in `columns`, ended by `…` when something was cut.
  public static func truncate(_ text: String, to columns: Int) -> String {
    if of(text) <= columns { return text }
    guard columns > 0 else { return "" }
    var kept = ""
    var width = 0
    for character in text {
      let next = of(character)
      if width + next > columns - 1 { break }
      kept.append(character)
      width += next
    }
    return kept + "…"
  }
}

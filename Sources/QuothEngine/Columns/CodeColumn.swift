//! Columns of codes: what filters and groups read instead of names.

internal import QuothBasics

/// One code for each row of a table, or `missing`.
final class CodeColumn: Sendable {
  /// Stands where a row has no value.
  static let missing: Int32 = -1

  let codes: [Int32]
  let names: NameTable

  init(codes: [Int32], names: NameTable) {
    self.codes = codes
    self.names = names
  }

  /// A column over printed words: words that fold alike share a code, named by their first spelling.
  static func interning(rowCount: Int, _ word: (Int) -> String?) -> CodeColumn {
    var interner = WordInterner()
    var codes = [Int32](repeating: missing, count: rowCount)
    for row in 0..<rowCount { if let word = word(row) { codes[row] = interner.code(of: word) } }
    return CodeColumn(codes: codes, names: NameTable(interner.words))
  }
}

/// Any number of codes for each row of a table, none twice in a row.
final class CodeListColumn: Sendable {
  /// Where the codes of each row start in `codes`; one more than rows.
  let starts: [Int32]
  let codes: [Int32]
  let names: NameTable

  /// A column whose codes `forEach` gives row by row, in order of the rows.
  init(rowCount: Int, names: NameTable, pairs forEach: ((Int, Int32) -> Void) -> Void) {
    var starts = [Int32](repeating: 0, count: rowCount + 1)
    var codes: [Int32] = []
    var started = 0
    forEach { row, code in
      while started < row {
        started += 1
        starts[started] = Int32(codes.count)
      }
      // Lists are short.
      if codes[Int(starts[row])...].contains(code) { return }
      codes.append(code)
    }
    while started < rowCount {
      started += 1
      starts[started] = Int32(codes.count)
    }
    self.starts = starts
    self.codes = codes
    self.names = names
  }

  /// Asks `list` for the codes of each row in order; a code given again for a row is dropped.
  init(rowCount: Int, names: NameTable, _ list: (Int, (Int32) -> Void) -> Void) {
    var starts: [Int32] = [0]
    var codes: [Int32] = []
    var lastRow = [Int32](repeating: -1, count: names.count)
    starts.reserveCapacity(rowCount + 1)
    for row in 0..<rowCount {
      list(row) { code in
        guard lastRow[Int(code)] != Int32(row) else { return }
        lastRow[Int(code)] = Int32(row)
        codes.append(code)
      }
      starts.append(Int32(codes.count))
    }
    self.starts = starts
    self.codes = codes
    self.names = names
  }

  /// A column over printed words; see `CodeColumn.interning`.
  static func interning(rowCount: Int, _ words: (Int) -> [String]) -> CodeListColumn {
    var interner = WordInterner()
    let coded = (0..<rowCount).map { row in words(row).map { interner.code(of: $0) } }
    return CodeListColumn(rowCount: rowCount, names: NameTable(interner.words)) { row, append in
      coded[row].forEach(append)
    }
  }

  /// Where the codes of a row stand in `codes`.
  func range(of row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) }
}

/// Gives words codes, the same to words that fold alike.
struct WordInterner {
  /// The first spelling of each code.
  private(set) var words: [String] = []
  private var codes: [String: Int32] = [:]

  mutating func code(of word: String) -> Int32 {
    let folded = TextFolding.fold(word)
    if let code = codes[folded] { return code }
    let code = Int32(words.count)
    codes[folded] = code
    words.append(word)
    return code
  }
}

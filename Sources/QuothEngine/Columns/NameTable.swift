//! The names behind the codes of a column: entities, topics, outlets, printed words, fixed choices.

internal import QuothBasics

/// A list of names, each known by its index, its code; a column stores codes and never the names.
final class NameTable: Sendable {
  /// How many codes there are.
  let count: Int
  private let spelling: @Sendable (Int) -> String
  private let codesByKey: Lazily<[String: [Int32]]>
  private let orderedRanks: Lazily<[Int32]>

  /// A table whose names and keys are read from where they are; `key` is what plans carry. `otherKeys` mean codes too.
  init(
    count: Int, spelling: @escaping @Sendable (Int) -> String, key: @escaping @Sendable (Int) -> String,
    otherKeys: [String: Int32] = [:]
  ) {
    self.count = count
    self.spelling = spelling
    codesByKey = Lazily {
      var codes: [String: [Int32]] = [:]
      for code in 0..<count { codes[key(code), default: []].append(Int32(code)) }
      for (key, code) in otherKeys { codes[key, default: []].append(code) }
      return codes
    }
    orderedRanks = Lazily { TextRanks.ranks(count: count) { TextFolding.fold(Array(spelling($0).utf8)) } }
  }

  /// A table of these names, keyed by their folded form.
  convenience init(_ names: [String]) {
    self.init(count: names.count, spelling: { names[$0] }, key: { TextFolding.fold(names[$0]) })
  }

  /// The canonical spelling of a code.
  func name(_ code: Int32) -> String { spelling(Int(code)) }

  /// The place of each code in the order of folded names; equal names share a place.
  var ranks: [Int32] { orderedRanks.value }

  /// The canonical spellings that these keys mean.
  func names(of keys: [String]) -> [String] {
    codes(of: keys).map(name)
  }

  /// The codes that these keys mean.
  func codes(of keys: [String]) -> [Int32] {
    let codes = codesByKey.value
    return keys.flatMap { codes[$0] ?? [] }
  }

  /// For each code, whether one of these keys means it. Keys that mean nothing here are passed over.
  func membership(of keys: [String]) -> [Bool] {
    var isMember = [Bool](repeating: false, count: count)
    for code in codes(of: keys) { isMember[Int(code)] = true }
    return isMember
  }
}

/// Turns texts into numbers that sort as the texts do.
enum TextRanks {
  /// The place of each text among all, from 0; equal texts share a place and nil gives -1.
  /// Of no use once the watch, if there is one, says that the query is over.
  static func ranks(count: Int, watch: ExecutionWatch? = nil, _ text: (Int) -> [UInt8]?) -> [Int32] {
    let isOver = { watch?.isOver() ?? false }
    let texts = (0..<count).map { isOver() ? nil : text($0) }
    let order = (0..<count).filter { texts[$0] != nil }.sorted { left, right in
      !isOver() && (texts[left] ?? []).lexicographicallyPrecedes(texts[right] ?? [])
    }
    var ranks = [Int32](repeating: -1, count: count)
    for (place, index) in order.enumerated() {
      let before = place > 0 ? order[place - 1] : index
      ranks[index] = place > 0 && texts[before] == texts[index] ? ranks[before] : Int32(place)
    }
    return ranks
  }
}

//! Escapes in JSON that mean no character.

/// Repairs the strings of JSON where an escape means nothing: half of a pair of surrogates, a letter that none has.
enum JSONEscapes {
  /// The bytes with U+FFFD for lone surrogates and without the backslash of unknown escapes, and how many they were.
  static func repaired(_ json: [UInt8]) -> (bytes: [UInt8], count: Int) {
    guard needsRepair(json) else { return (json, 0) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(json.count)
    var count = 0
    var index = 0
    while index < json.count {
      guard json[index] == UInt8(ascii: "\\"), index + 1 < json.count else {
        bytes.append(json[index])
        index += 1
        continue
      }
      let letter = json[index + 1]
      if letter == UInt8(ascii: "u"), let unit = unit(json, at: index) {
        let isPair =
          UTF16.isLeadSurrogate(unit) && self.unit(json, at: index + 6).map(UTF16.isTrailSurrogate) == true
        let isLone = !isPair && (UTF16.isLeadSurrogate(unit) || UTF16.isTrailSurrogate(unit))
        bytes += isLone ? Array("\\ufffd".utf8)[...] : json[index..<index + (isPair ? 12 : 6)]
        count += isLone ? 1 : 0
        index += isPair ? 12 : 6
      } else if known.contains(letter) {
        bytes += json[index..<index + 2]
        index += 2
      } else {
        count += 1
        index += 1
      }
    }
    return (bytes, count)
  }

  /// Whether any escape is half of a pair or unknown. Nearly all JSON has none, and is not copied.
  private static func needsRepair(_ json: [UInt8]) -> Bool {
    var index = 0
    while index + 1 < json.count {
      guard json[index] == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      guard known.contains(json[index + 1]) else {
        guard json[index + 1] == UInt8(ascii: "u"), let unit = unit(json, at: index), !UTF16.isSurrogate(unit)
        else {
          return true
        }
        index += 6
        continue
      }
      index += 2
    }
    return false
  }

  private static let known = Array("\"\\/bfnrt".utf8)

  /// The unit that `\uXXXX` at a place spells.
  private static func unit(_ json: [UInt8], at start: Int) -> UInt16? {
    guard start + 6 <= json.count, json[start] == UInt8(ascii: "\\"), json[start + 1] == UInt8(ascii: "u")
    else {
      return nil
    }
    return UInt16(String(decoding: json[start + 2..<start + 6], as: UTF8.self), radix: 16)
  }
}

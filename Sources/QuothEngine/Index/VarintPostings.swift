//! Ascending numbers in few bytes: what an index stores for each word.

internal import QuothModel

/// Writes and reads ascending numbers as differences, seven bits a byte, the lowest first (LEB128).
enum VarintPostings {
  /// Appends a difference.
  static func append(_ difference: UInt32, to bytes: inout [UInt8]) {
    var rest = difference
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Calls back with each number, ascending.
  static func forEach(in bytes: TextBytes, _ body: (UInt32) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      var number: UInt32 = 0
      while index < bytes.count {
        var difference: UInt32 = 0
        var shift: UInt32 = 0
        while bytes[index] >= 0x80, index + 1 < bytes.count {
          difference |= UInt32(bytes[index] & 0x7F) << shift
          shift += 7
          index += 1
        }
        difference |= UInt32(bytes[index]) << shift
        index += 1
        number &+= difference
        body(number)
      }
    }
  }
}

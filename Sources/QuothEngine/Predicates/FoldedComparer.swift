//! Compares texts as printed with a folded one, without folding what is plain ASCII.

internal import QuothBasics

/// Orders texts, folded, against one constant.
final class FoldedComparer {
  private let constant: [UInt8]
  private var scratch: [UInt8] = []

  /// `constant` is already folded.
  init(_ constant: [UInt8]) { self.constant = constant }

  /// Negative, zero or positive: the folded text is before, equal to or after the constant, by bytes.
  func order(of text: UnsafeBufferPointer<UInt8>) -> Int {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte >= 0x80 { return orderOfAll(text) }
      guard index < constant.count else { break }
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if lower != constant[index] { return lower < constant[index] ? -1 : 1 }
      index += 1
    }
    // What is left may still fold to nothing, such as a soft hyphen.
    if index < text.count, text[index...].contains(where: { $0 >= 0x80 }) { return orderOfAll(text) }
    return text.count - constant.count
  }

  private func orderOfAll(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    scratch.removeAll(keepingCapacity: true)
    TextFolding.appendFolded(text, to: &scratch)
    for index in 0..<min(scratch.count, constant.count) where scratch[index] != constant[index] {
      return scratch[index] < constant[index] ? -1 : 1
    }
    return scratch.count - constant.count
  }
}

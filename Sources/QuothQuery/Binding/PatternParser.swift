//! The text of a pattern to words: `sanction* on *`, `a NEAR/5 b`.

internal import QuothBasics

/// Why a pattern cannot be used.
public enum PatternFault: Error, Hashable, Sendable {
  /// It holds no word.
  case empty
  /// `NEAR` without words before or after it.
  case nearWithoutWords
  /// `NEAR` without a number from 0 to 100.
  case badDistance
  /// More words than a pattern may have.
  case tooLong(limit: Int)
}

/// Reads patterns. Words are cut as `WordScanner` cuts running text, `*` and `?` counting as letters.
enum PatternParser {
  static let wordLimit = 64
  private static let lengthLimit = 4096

  static func parse(_ text: String) -> Result<TextPattern, PatternFault> {
    guard text.utf8.count <= lengthLimit else { return .failure(.tooLong(limit: wordLimit)) }
    var operands: [[WordPattern]] = [[]]
    var distances: [Int] = []
    for chunk in text.split(whereSeparator: \.isWhitespace) {
      switch distance(String(chunk)) {
      case .success(let distance?):
        distances.append(distance)
        operands.append([])
      case .success(nil): operands[operands.count - 1] += words(in: String(chunk))
      case .failure(let fault): return .failure(fault)
      }
    }
    if operands.count == 1, operands[0].isEmpty { return .failure(.empty) }
    guard operands.allSatisfy({ !$0.isEmpty }) else { return .failure(.nearWithoutWords) }
    guard operands.reduce(0, { $0 + $1.count }) <= wordLimit else {
      return .failure(.tooLong(limit: wordLimit))
    }
    var pattern = TextPattern.sequence(operands[0])
    for (words, distance) in zip(operands.dropFirst(), distances) {
      pattern = .near(pattern, .sequence(words), distance: distance)
    }
    return .success(pattern)
  }

  /// The number of `NEAR/5`; nil for any other chunk.
  private static func distance(_ chunk: String) -> Result<Int?, PatternFault> {
    if chunk == "NEAR" { return .failure(.badDistance) }
    guard chunk.uppercased().hasPrefix("NEAR/") else { return .success(nil) }
    guard let distance = Int(chunk.dropFirst(5)), (0...100).contains(distance) else {
      return .failure(.badDistance)
    }
    return .success(distance)
  }

  private static func words(in chunk: String) -> [WordPattern] {
    let folded = Array(TextFolding.fold(chunk).utf8)
    // The scanner sees letters where the pattern has `*` and `?`.
    let scanned = folded.map { isWildcard($0) ? UInt8(ascii: "x") : $0 }
    return WordScanner.words(in: scanned, 0..<scanned.count).map { range in
      let word = String(decoding: folded[range], as: UTF8.self)
      return word == "*" ? .anyWord : .glob(word)
    }
  }

  private static func isWildcard(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?")
  }
}

//! Quotations made by a seeded generator: utterances, and what outlets make of them.

import Foundation
import QuothTestSupport

@testable import QuothEngine

enum GeneratedSpeech {
  /// Words that are used as often as words are in running text: the n-th in proportion to 1/n (Zipf 1949).
  private static func word(_ random: inout SeededRandom, of count: Int) -> String {
    let share = Double(random.next() >> 11) / Double(1 << 53)
    var number = min(count - 1, Int(pow(Double(count), share)))
    let (letters, vowels) = (Array("bcdfgklmnprst"), Array("aeiou"))
    var word = ""
    repeat {
      word += String(letters[number % 13]) + String(vowels[number / 13 % 5])
      number /= 65
    } while number > 0
    return word
  }

  /// Quotations of `utterances` different utterances, each printed with changes by articles of its own.
  static func quotations(_ count: Int, utterances: Int, using random: inout SeededRandom) -> [Said] {
    let said = (0..<utterances).map { _ in
      (0..<Int.random(in: 6...30, using: &random)).map { _ in word(&random, of: 30_000) }
    }
    return (0..<count).map { number in
      let utterance = Int.random(in: 0..<utterances, using: &random)
      var words = said[utterance]
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        words[Int.random(in: 0..<words.count, using: &random)] = word(&random, of: 30_000)
      }
      if Bool.random(using: &random) { words = Array(words.dropFirst(words.count / 3)) }
      return Said(words.joined(separator: " "), by: Int32(utterance % 50), in: Int32(number))
    }
  }
}

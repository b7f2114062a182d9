//! Quotations written in place, and their variants as text.

import QuothQuery
import Testing

@testable import QuothEngine

/// One quotation of a test.
struct Said {
  let words: String
  let speakers: [Int32]
  let article: Int32
  let day: Int32?
  /// The sentence around it; empty when it stands for itself.
  let sentence: String

  init(
    _ words: String, by speakers: Int32..., in article: Int32, on day: Int32? = nil,
    within sentence: String = ""
  ) {
    self.words = words
    self.speakers = speakers
    self.article = article
    self.day = day
    self.sentence = sentence
  }

  /// The text that the quotation stands in, and where.
  fileprivate var place: (text: [UInt8], core: Range<Int>) {
    let text = Array((sentence.isEmpty ? words : sentence).utf8)
    let core = Array(words.utf8)
    for start in 0...(text.count - core.count) where Array(text[start..<start + core.count]) == core {
      return (text, start..<start + core.count)
    }
    Issue.record("‘\(words)’ does not stand in its sentence")
    return (core, 0..<core.count)
  }
}

/// Finds variants among quotations that are known by their place in the list.
enum VariantDesk {
  /// Sentences about other things, so that the words of a test have a usual company and are neither rare nor common
  /// just because a test is short.
  static let background = [
    "The committee will meet again on Monday to look at the budget of the city.",
    "We are working very hard and we will do everything that is needed.",
    "It is a matter of time and of money, and we have neither the one nor the other.",
    "The relations between the two countries are good.",
    "I hope that relations between the two countries improve.",
    "Trade and relations between the two countries have grown.",
    "There are people who do not want to see that.",
  ]

  /// Stores quotations in the order of `order`, by default that of the list.
  static func store(_ said: [Said], order: [Int]? = nil) -> WordingStore {
    var store = WordingStore()
    for text in background { Array(text.utf8).withUnsafeBufferPointer { store.count($0, 0..<$0.count) } }
    for number in order ?? Array(said.indices) {
      let quotation = said[number]
      let (text, core) = quotation.place
      text.withUnsafeBufferPointer { text in
        store.count(text, core)
        store.add(
          id: Int32(number), article: quotation.article, day: quotation.day, speakers: quotation.speakers,
          text: text,
          WordingPlace(core: core, around: 0..<text.count))
      }
    }
    return store
  }

  static func clusters(_ said: [Said], order: [Int]? = nil, atLeast threshold: Double? = nil)
    -> [VariantCluster]
  {
    VariantSearch.findings(of: store(said, order: order), threshold: threshold ?? 0.3)?.clusters ?? []
  }

  /// The numbers of the quotations of each cluster, in order.
  static func numbers(_ said: [Said], atLeast threshold: Double? = nil) -> [[Int32]] {
    clusters(said, atLeast: threshold).map { $0.members.map(\.id).sorted() }.sorted { $0[0] < $1[0] }
  }

  /// The stretches of a member that differ from the fuller quotation, as `relation fuller>member`.
  static func differences(_ said: [Said], of number: Int32) -> [String] {
    let members = clusters(said).flatMap(\.members)
    guard let member = members.first(where: { $0.id == number }), let reference = member.reference else {
      return []
    }
    return member.spans.filter { $0.relation != .same }.map { span in
      let fuller = span.reference.map { cut(said[Int(reference)], $0) } ?? ""
      return "\(span.relation) \(fuller)>\(span.member.map { cut(said[Int(number)], $0) } ?? "")"
    }
  }

  private static func cut(_ said: Said, _ range: Range<Int>) -> String {
    String(decoding: said.place.text[range], as: UTF8.self)
  }
}

//! What columns and indexes are made of: the rows of a table one after the other, without a view for each.

/// What is asked of every quotation when columns are made.
public struct QuotationOutline: Sendable {
  /// Its number in the corpus.
  public let number: Int
  /// Whether its words stand in quotation marks.
  public let kind: QuotationKind
  /// A pull quote or caption that repeats another.
  public let isRepeat: Bool
  /// The reported words, without their quotation marks.
  public let content: TextRange
  /// The number of the sentence that reports it.
  public let sentence: Int
  fileprivate let speakers: EntityListCode
  fileprivate let topics: Int32
}

extension Corpus {
  /// Calls back with every quotation in corpus order.
  public func forEachQuotation(_ body: (QuotationOutline) -> Void) {
    let sentenceCount = tables.sentences.count
    tables.quotations.forEachRow { number, row in
      guard row.sentence.number >= 0, row.sentence.index < sentenceCount else { tables.quotations.refuse() }
      body(
        QuotationOutline(
          number: number, kind: row.kind.value, isRepeat: row.repeats.value != nil,
          content: tables.sound(row.content), sentence: row.sentence.index, speakers: row.speakers,
          topics: row.topics))
    }
  }

  /// Calls back with the number of every quotation and of each of its speakers.
  public func forEachSpeaker(_ body: (_ quotation: Int, _ entity: Int32) -> Void) {
    forEachQuotation { quotation in
      if let only = quotation.speakers.only {
        body(quotation.number, tables.entity(EntityID(Int(only))).number)
      } else if !quotation.speakers.isEmpty {
        for speaker in tables.entities(quotation.speakers) { body(quotation.number, speaker.number) }
      }
    }
  }

  /// Calls back with the number of every quotation and of each of its topics.
  public func forEachTopicOfQuotations(_ body: (_ quotation: Int, _ topic: Int32) -> Void) {
    var lists: [Int32: [TopicID]] = [:]
    forEachQuotation { quotation in
      if quotation.topics == 0 { return }
      let topics = lists[quotation.topics] ?? tables.topics(quotation.topics)
      lists[quotation.topics] = topics
      for topic in topics { body(quotation.number, topic.number) }
    }
  }

  /// Calls back with every entity that a mention means, and the number of the mention's article, in corpus order.
  public func forEachEntityMentioned(_ body: (_ article: Int, _ entity: Int32) -> Void) {
    let ends = articles.map(\.mentions.endIndex)
    var article = 0
    tables.mentions.forEachRow { number, row in
      while article < ends.count, number >= ends[article] { article += 1 }
      guard article < ends.count else { tables.mentions.refuse() }
      if let only = row.entities.only {
        body(article, tables.entity(EntityID(Int(only))).number)
      } else if !row.entities.isEmpty {
        for entity in tables.entities(row.entities) { body(article, entity.number) }
      }
    }
  }

  /// Where each paragraph starts in its article, in corpus order.
  public var paragraphStarts: [UInt32] {
    var starts: [UInt32] = []
    starts.reserveCapacity(tables.paragraphs.count)
    tables.paragraphs.forEachRow { _, row in starts.append(row.range.lower) }
    return starts
  }

  /// The paragraph of each sentence, in corpus order.
  public var paragraphsOfSentences: [UInt32] {
    var paragraphs: [UInt32] = []
    paragraphs.reserveCapacity(tables.sentences.count)
    let count = tables.paragraphs.count
    tables.sentences.forEachRow { _, row in
      guard row.paragraph < count else { tables.sentences.refuse() }
      paragraphs.append(row.paragraph)
    }
    return paragraphs
  }
}

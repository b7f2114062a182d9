//! Changes of topics, and of what has them.

internal import QuothBasics

extension CorpusReviser {
  /// The topic of this name, whatever its case and accents.
  public func topic(named name: String) -> Topic? {
    let folded = TextFolding.fold(name)
    return rows.topics.first { TextFolding.fold($0.name) == folded }
  }

  /// The topic of this name with other terms; a new one where there is none. Only these sentences, the articles that
  /// they stand in, and these quotations have it from here on.
  public mutating func defineTopic(
    _ name: String, terms: [String], sentences: [SentenceID], quotations: [QuotationID]
  ) {
    let topic: TopicID
    if let known = self.topic(named: name) {
      topic = known.id
      rows.topics[topic.index] = Topic(id: topic, name: known.name, code: known.code, terms: terms)
      untag(topic)
    } else {
      topic = TopicID(rows.topics.count)
      rows.topics.append(Topic(id: topic, name: name, code: nil, terms: terms))
    }
    tag(topic, sentences: sentences, quotations: quotations)
  }

  private mutating func untag(_ topic: TopicID) {
    // Lists without it, by their numbers; itself where it has none of it, and 0 for the empty one.
    let without = (0..<Int32(rows.topicLists.count)).map { number in
      let topics = rows.topicLists[number]
      return topics.contains(topic) ? rows.topicLists.number(of: topics.filter { $0 != topic }) : number
    }
    rows.sentences.replaceLists(\.topics, by: without)
    rows.quotations.replaceLists(\.topics, by: without)
    rows.articles.replaceLists(\.topics, by: without)
  }

  private mutating func tag(_ topic: TopicID, sentences: [SentenceID], quotations: [QuotationID]) {
    var known: [Int32: Int32] = [:]
    func list(_ number: Int32) -> Int32 {
      if let known = known[number] { return known }
      let topics = rows.topicLists[number]
      let list = topics.contains(topic) ? number : rows.topicLists.number(of: (topics + [topic]).sorted())
      known[number] = list
      return list
    }
    var last: ArticleID?
    for sentence in sentences {
      rows.sentences[sentence.index].topics = list(rows.sentences[sentence.index].topics)
      // Sentences are in the order of articles.
      let article = base.article(of: sentence)
      if article != last { rows.articles[article.index].topics = list(rows.articles[article.index].topics) }
      last = article
    }
    for quotation in quotations {
      rows.quotations[quotation.index].topics = list(rows.quotations[quotation.index].topics)
    }
  }
}

extension Column {
  /// Gives each row whose list has another one in its place that one, by numbers.
  fileprivate mutating func replaceLists(_ list: WritableKeyPath<Row, Int32>, by others: [Int32]) {
    replaceRows { _, row in
      let other = others[Int(row[keyPath: list])]
      guard other != row[keyPath: list] else { return nil }
      var row = row
      row[keyPath: list] = other
      return row
    }
  }
}

//! Changes of what articles say of their publication, and of topics.

public import QuothBasics

/// What a user may know better of an article.
public enum PublicationField: String, CaseIterable, Hashable, Sendable {
  case title, outlet, agency, author, translator, place
}

extension CorpusReviser {
  /// Gives an article another date, or none.
  public mutating func setDate(of article: ArticleID, to date: CalendarDay?) {
    articles[article.index].day = date?.dayNumber ?? ArticleRow.noDay
  }

  /// Gives an article another title, outlet and so on, or none.
  public mutating func set(_ field: PublicationField, of article: ArticleID, to text: String?) {
    if field == .outlet {
      articles[article.index].outlet = OptionalNumber(text.map { outlet(named: $0).number })
      return
    }
    let string = text.map { add($0) } ?? .missing
    switch field {
    case .title: articles[article.index].title = string
    case .agency: articles[article.index].agency = string
    case .author: articles[article.index].author = string
    case .translator: articles[article.index].translator = string
    case .place: articles[article.index].place = string
    case .outlet: break
    }
  }

  /// The date of an article as it is now.
  public func date(of article: ArticleID) -> CalendarDay? {
    let day = articles[article.index].day
    return day == ArticleRow.noDay ? nil : CalendarDay(dayNumber: day)
  }

  /// What an article says of its publication as it is now.
  public func text(_ field: PublicationField, of article: ArticleID) -> String? {
    let row = articles[article.index]
    switch field {
    case .title: return strings.optional(row.title)
    case .agency: return strings.optional(row.agency)
    case .author: return strings.optional(row.author)
    case .translator: return strings.optional(row.translator)
    case .place: return strings.optional(row.place)
    case .outlet: return row.outlet.value.map { outlets[Int($0)].name }
    }
  }

  private mutating func outlet(named name: String) -> OutletID {
    let folded = TextFolding.fold(name)
    if let known = outlets.first(where: { TextFolding.fold($0.name) == folded }) { return known.id }
    let id = OutletID(outlets.count)
    outlets.append(Outlet(id: id, name: name))
    return id
  }

  // MARK: Topics

  /// The topic of this name with other terms; a new one where there is none. Nothing has it until `tag` says so.
  public mutating func defineTopic(_ name: String, terms: [String]) -> TopicID {
    let folded = TextFolding.fold(name)
    guard let known = topics.first(where: { TextFolding.fold($0.name) == folded }) else {
      let id = TopicID(topics.count)
      topics.append(Topic(id: id, name: name, code: nil, terms: terms))
      return id
    }
    topics[known.id.index] = Topic(id: known.id, name: known.name, code: known.code, terms: terms)
    untag(known.id)
    return known.id
  }

  private mutating func untag(_ topic: TopicID) {
    var without: [Int32: Int32] = [:]
    func list(_ number: Int32) -> Int32? {
      if number == 0 { return nil }
      if let known = without[number] { return known == number ? nil : known }
      let topics = topicLists[number]
      without[number] = topics.contains(topic) ? topicLists.number(of: topics.filter { $0 != topic }) : number
      return list(number)
    }
    var found: [(Int, Int32)] = []
    sentences.forEachRow { number, row in if let list = list(row.topics) { found.append((number, list)) } }
    for (number, list) in found { sentences[number].topics = list }
    found = []
    quotations.forEachRow { number, row in if let list = list(row.topics) { found.append((number, list)) } }
    for (number, list) in found { quotations[number].topics = list }
    found = []
    articles.forEachRow { number, row in if let list = list(row.topics) { found.append((number, list)) } }
    for (number, list) in found { articles[number].topics = list }
  }

  /// Gives a topic to sentences, to the articles that they stand in, and to quotations.
  public mutating func tag(_ topic: TopicID, sentences tagged: [SentenceID], quotations quoted: [QuotationID])
  {
    var inArticles: Set<ArticleID> = []
    for sentence in tagged {
      sentences[sentence.index].topics = list(sentences[sentence.index].topics, with: topic)
      inArticles.insert(base.article(of: sentence))
    }
    for quotation in quoted {
      quotations[quotation.index].topics = list(quotations[quotation.index].topics, with: topic)
    }
    for article in inArticles {
      articles[article.index].topics = list(articles[article.index].topics, with: topic)
    }
  }

  private mutating func list(_ number: Int32, with topic: TopicID) -> Int32 {
    let topics = topicLists[number]
    return topics.contains(topic) ? number : topicLists.number(of: (topics + [topic]).sorted())
  }
}

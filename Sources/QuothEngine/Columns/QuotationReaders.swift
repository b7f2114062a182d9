//! Readers of the fields of quotes and statements.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

extension CorpusColumns {
  /// The reader of a field of quotes and statements.
  func quotationReader(_ field: Field) -> FieldReader? {
    let corpus = corpus
    switch field {
    case .id: return .string { corpus.key(of: QuotationID($0)) }
    case .text:
      let articles = articlesOfQuotations
      return .passage { Passage(ArticleID(Int(articles[$0])), corpus.quotations[$0].content) }
    case .kind:
      return choice(.quotations, .kind, count: corpus.quotations.count) { corpus.quotations[$0].kind }
    case .sentence:
      return .passage { row in
        let quotation = corpus.quotations[row]
        return Passage(quotation.article, corpus[quotation.sentence].range)
      }
    case .start: return .integer { corpus.quotations[$0].content.start }
    case .end: return .integer { corpus.quotations[$0].content.end }
    case .words: return .integer { corpus.quotations[$0].wordCount }
    case .repeats: return .string { corpus.quotations[$0].repeats.map(corpus.key) }
    case .speakers, .addressee, .topics, .sentenceTopics, .mentions: return namesOfQuotation(field)
    case .source, .sourceStart, .sourceEnd, .cue, .confidence, .rule, .known:
      return attributionReader(field)
    case .sourceType, .sourceTitle, .introduced, .onBehalf, .document, .anonymity:
      return profileReader(field)
    case .article, .outlet, .date: return commonFieldOfQuotation(field)
    case .place, .agency, .author:
      return fieldOfArticle(field, .quotations, count: corpus.quotations.count) {
        corpus.quotations[$0].article
      }
    case .aliases, .articles, .code, .country, .entity, .file, .first, .form, .last, .name,
      .organizations, .outlets, .people, .person, .places, .quotes, .roles, .statements, .terms, .title,
      .translator,
      .url:
      return nil
    }
  }

  /// What many queries ask: taken from the column of articles, row by row.
  private func commonFieldOfQuotation(_ field: Field) -> FieldReader? {
    let key = ColumnKey(table: .quotations, field: field)
    if field == .article {
      return .code(codes(key) { CodeColumn(codes: articlesOfQuotations, names: articleNames) }, printed: nil)
    }
    switch articleReader(field) {
    case .code(let column, _):
      let made = codes(key) {
        CodeColumn(codes: articlesOfQuotations.map { column.codes[Int($0)] }, names: column.names)
      }
      return .code(made, printed: nil)
    case .day(let days): return .day(self.days(key) { articlesOfQuotations.map { days[Int($0)] } })
    case .integer, .decimal, .yesNo, .passage, .string, .strings, .codes, nil: return nil
    }
  }

  private func namesOfQuotation(_ field: Field) -> FieldReader {
    let corpus = corpus
    if field == .speakers || field == .topics {
      let column = lists(ColumnKey(table: .quotations, field: field)) {
        field == .speakers
          ? CodeListColumn(
            rowCount: corpus.quotations.count, names: entityNames, pairs: corpus.forEachSpeaker)
          : CodeListColumn(
            rowCount: corpus.quotations.count, names: topicNames, pairs: corpus.forEachTopicOfQuotations)
      }
      return .codes(column)
    }
    let isTopic = field == .sentenceTopics
    let table = isTopic ? topicNames : entityNames
    return names(.quotations, field, count: corpus.quotations.count, table) { row, append in
      let quotation = corpus.quotations[row]
      if field == .addressee {
        for entity in quotation.addressee.map({ corpus[$0].entities }) ?? [] { append(entity.number) }
      } else if isTopic {
        for topic in corpus[quotation.sentence].topics { append(topic.number) }
      } else {
        reportNamed(beside: quotation, append)
      }
    }
  }

  /// Entities that the sentence of a quotation names, properly or by a noun. A pronoun names nobody, and neither does
  /// the source: "he said" and "Raisi said" do not make words about their own speaker.
  private func reportNamed(beside quotation: Quotation, _ append: (Int32) -> Void) {
    let sentence = quotation.sentence.index
    let source = quotation.attribution.source
    for mention in mentions(inSentences: sentence..<sentence + 1) {
      let mention = corpus.mentions[Int(mention)]
      let isSource = source?.contains(mention.range) ?? false
      if mention.form != .pronoun, !isSource { reportEntities(of: mention, kind: nil, append) }
    }
  }

  /// Fields of the source's profile. Only `quotationReader` calls it, with the fields it names there.
  private func profileReader(_ field: Field) -> FieldReader {
    let corpus = corpus
    let count = corpus.quotations.count
    func profile(_ row: Int) -> SourceProfile? { corpus.quotations[row].profile }
    if field == .sourceType {
      let types = SourceType.allCases
      return name(.quotations, field, count: count, NameTable(types.map(\.rawValue))) { row in
        profile(row).flatMap { types.firstIndex(of: $0.type) }.map { Int32($0) }
      }
    }
    let part: KeyPath<SourceProfile, TextRange?> =
      switch field {
      case .introduced: \.introduced
      case .onBehalf: \.onBehalf
      case .document: \.document
      case .anonymity: \.anonymity
      default: \.title
      }
    return .passage { row in
      profile(row)?[keyPath: part].map { Passage(corpus.quotations[row].article, $0) }
    }
  }

  /// Fields of the attribution. Only `quotationReader` calls it, with the fields it names there.
  private func attributionReader(_ field: Field) -> FieldReader? {
    let corpus = corpus
    let count = corpus.quotations.count
    func attribution(_ row: Int) -> Attribution { corpus.quotations[row].attribution }
    if field == .source {
      return .passage { row in attribution(row).source.map { Passage(corpus.quotations[row].article, $0) } }
    }
    if field == .sourceStart { return .integer { attribution($0).source?.start } }
    if field == .sourceEnd { return .integer { attribution($0).source?.end } }
    if field == .confidence { return .decimal { attribution($0).confidence } }
    if field == .known { return .yesNo { !attribution($0).speakers.isEmpty } }
    if field == .rule { return choice(.quotations, .rule, count: count) { attribution($0).rule } }
    return printed(.quotations, .cue, count: count) { row in
      attribution(row).cue.map { corpus.string($0, of: corpus.quotations[row].article) }
    }
  }
}

//! Readers of the fields of entities, mentions, topics, sentences, paragraphs and outlets.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

extension CorpusColumns {
  /// The reader of a field of people, organizations and places.
  func entityReader(_ field: Field) -> FieldReader? {
    let corpus = corpus
    let facts = facts
    let count = corpus.entities.count
    switch field {
    case .name: return name(.entities, .name, count: count, entityNames) { Int32($0) }
    case .aliases: return .strings { corpus.entities[$0].aliases }
    case .roles:
      return .codes(
        lists(ColumnKey(table: .entities, field: .roles)) {
          CodeListColumn.interning(rowCount: count) { corpus.entities[$0].roles }
        })
    case .country: return printed(.entities, .country, count: count) { corpus.entities[$0].country }
    case .quotes: return .integer { facts.entities[$0].quotes }
    case .statements: return .integer { facts.entities[$0].statements }
    case .mentions: return .integer { corpus.entities[$0].mentionCount }
    case .articles: return .integer { facts.entities[$0].articles }
    case .first: return .day(facts.entities.map(\.first))
    case .last: return .day(facts.entities.map(\.last))
    case .addressee, .agency, .article, .author, .code, .confidence, .cue, .date, .end, .entity, .file,
      .form, .id, .kind, .known, .organizations, .outlet, .outlets, .people, .person, .place, .places,
      .repeats,
      .rule, .sentence, .source, .speakers, .start, .terms, .text, .title, .topics, .translator, .url,
      .words, .sentenceTopics, .sourceEnd, .sourceStart,
      .anonymity, .document, .introduced, .onBehalf, .sourceTitle, .sourceType:
      return nil
    }
  }

  /// The reader of a field of mentions.
  func mentionReader(_ field: Field) -> FieldReader? {
    let corpus = corpus
    let count = corpus.mentions.count
    switch field {
    case .text: return .passage { Passage(corpus.mentions[$0].article, corpus.mentions[$0].range) }
    case .entity:
      return names(.mentions, .entity, count: count, entityNames) { row, append in
        reportEntities(of: corpus.mentions[row], kind: nil, append)
      }
    case .form: return choice(.mentions, .form, count: count) { corpus.mentions[$0].form }
    case .sentence:
      return .passage { row in
        Passage(corpus.mentions[row].article, corpus[corpus.mentions[row].sentence].range)
      }
    case .start: return .integer { corpus.mentions[$0].range.start }
    case .end: return .integer { corpus.mentions[$0].range.end }
    case .article, .outlet, .date:
      return fieldOfArticle(field, .mentions, count: count) { corpus.mentions[$0].article }
    case .addressee, .agency, .aliases, .articles, .author, .code, .confidence, .country, .cue, .file, .first,
      .id, .kind, .known, .last, .mentions, .name, .organizations, .outlets, .people, .person, .place,
      .places,
      .quotes, .repeats, .roles, .rule, .source, .speakers, .statements, .terms, .title, .topics,
      .translator, .url, .words, .sentenceTopics, .sourceEnd, .sourceStart,
      .anonymity, .document, .introduced, .onBehalf, .sourceTitle, .sourceType:
      return nil
    }
  }

  /// The reader of a field of topics.
  func topicReader(_ field: Field) -> FieldReader? {
    let corpus = corpus
    let facts = facts
    switch field {
    case .name: return name(.topics, .name, count: corpus.topics.count, topicNames) { Int32($0) }
    case .code: return .string { corpus.topics[$0].code }
    case .quotes: return .integer { facts.topics[$0].quotes }
    case .articles: return .integer { facts.topics[$0].articles }
    case .terms: return .strings { corpus.topics[$0].terms }
    case .addressee, .agency, .aliases, .article, .author, .confidence, .country, .cue, .date, .end, .entity,
      .file, .first, .form, .id, .kind, .known, .last, .mentions, .organizations, .outlet, .outlets, .people,
      .person,
      .place, .places, .repeats, .roles, .rule, .sentence, .source, .speakers, .start, .statements, .text,
      .title, .topics, .translator, .url, .words, .sentenceTopics, .sourceEnd, .sourceStart,
      .anonymity, .document, .introduced, .onBehalf, .sourceTitle, .sourceType:
      return nil
    }
  }

  /// The reader of a field of outlets.
  func outletReader(_ field: Field) -> FieldReader? {
    let corpus = corpus
    let facts = facts
    switch field {
    case .name: return name(.outlets, .name, count: corpus.outlets.count, outletNames) { Int32($0) }
    case .articles: return .integer { facts.outlets[$0].articles }
    case .quotes: return .integer { facts.outlets[$0].quotes }
    case .first: return .day(facts.outlets.map(\.first))
    case .last: return .day(facts.outlets.map(\.last))
    case .addressee, .agency, .aliases, .article, .author, .code, .confidence, .country, .cue, .date, .end,
      .entity, .file, .form, .id, .kind, .known, .mentions, .organizations, .outlet, .outlets, .people,
      .person,
      .place, .places, .repeats, .roles, .rule, .sentence, .source, .speakers, .start, .statements, .terms,
      .text, .title, .topics, .translator, .url, .words, .sentenceTopics, .sourceEnd, .sourceStart,
      .anonymity, .document, .introduced, .onBehalf, .sourceTitle, .sourceType:
      return nil
    }
  }
}

// MARK: - Sentences and paragraphs

/// What sentences and paragraphs have in common, so that one function reads both.
private struct PassageRow {
  let article: ArticleID
  let range: TextRange
  let kind: ParagraphKind
  let sentences: Items<Sentence>
}

extension CorpusColumns {
  /// The reader of a field of sentences.
  func sentenceReader(_ field: Field) -> FieldReader? {
    let corpus = corpus
    return passageReader(field, .sentences, count: corpus.sentences.count) { row in
      let sentence = corpus.sentences[row]
      return PassageRow(
        article: sentence.article, range: sentence.range, kind: corpus[sentence.paragraph].kind,
        sentences: corpus.sentences[row..<row + 1])
    }
  }

  /// The reader of a field of paragraphs.
  func paragraphReader(_ field: Field) -> FieldReader? {
    let corpus = corpus
    return passageReader(field, .paragraphs, count: corpus.paragraphs.count) { row in
      let paragraph = corpus.paragraphs[row]
      return PassageRow(
        article: paragraph.article, range: paragraph.range, kind: paragraph.kind,
        sentences: paragraph.sentences)
    }
  }

  private func passageReader(
    _ field: Field, _ table: Table, count: Int, _ passage: @escaping (Int) -> PassageRow
  ) -> FieldReader? {
    let corpus = corpus
    switch field {
    case .text: return .passage { Passage(passage($0).article, passage($0).range) }
    case .kind: return choice(table, .kind, count: count) { passage($0).kind }
    case .topics:
      return names(table, .topics, count: count, topicNames) { row, append in
        for sentence in passage(row).sentences {
          for topic in sentence.topics { append(topic.number) }
        }
      }
    case .people:
      return names(table, .people, count: count, entityNames) { row, append in
        for mention in mentions(inSentences: passage(row).sentences.indices) {
          reportEntities(of: corpus.mentions[Int(mention)], kind: .person, append)
        }
      }
    case .words:
      return .integer { passage($0).sentences.reduce(0) { $0 + $1.wordCount } }
    case .start: return .integer { passage($0).range.start }
    case .end: return .integer { passage($0).range.end }
    case .article, .outlet, .date:
      return fieldOfArticle(field, table, count: count) { passage($0).article }
    case .addressee, .agency, .aliases, .articles, .author, .code, .confidence, .country, .cue, .entity,
      .file, .first, .form, .id, .known, .last, .mentions, .name, .organizations, .outlets, .person, .place,
      .places, .quotes, .repeats, .roles, .rule, .sentence, .source, .speakers, .statements, .terms, .title,
      .translator, .url, .sentenceTopics, .sourceEnd, .sourceStart,
      .anonymity, .document, .introduced, .onBehalf, .sourceTitle, .sourceType:
      return nil
    }
  }
}

//! Readers of the fields of articles, and of what belongs to an article for the rows within it.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

extension CorpusColumns {
  /// The reader of a field of articles.
  func articleReader(_ field: Field) -> FieldReader? {
    let corpus = corpus
    let facts = facts
    let count = corpus.articles.count
    switch field {
    case .id: return name(.articles, .id, count: count, articleNames) { Int32($0) }
    case .title: return .string { corpus.articles[$0].title }
    case .outlet:
      return name(.articles, .outlet, count: count, outletNames) { corpus.articles[$0].outlet?.number }
    case .agency: return printed(.articles, .agency, count: count) { corpus.articles[$0].agency }
    case .author: return printed(.articles, .author, count: count) { corpus.articles[$0].author }
    case .translator: return printed(.articles, .translator, count: count) { corpus.articles[$0].translator }
    case .place: return printed(.articles, .place, count: count) { corpus.articles[$0].place }
    case .date: return day(.articles, .date, count: count) { corpus.articles[$0].date }
    case .words: return .integer { corpus.articles[$0].wordCount }
    case .quotes: return .integer { facts.articles[$0].quotes }
    case .topics:
      return names(.articles, .topics, count: count, topicNames) { row, append in
        for topic in corpus.articles[row].topics { append(topic.number) }
      }
    case .people: return articleEntities(.people, .person)
    case .organizations: return articleEntities(.organizations, .organization)
    case .places: return articleEntities(.places, .place)
    case .text:
      return .passage { row in
        let article = corpus.articles[row]
        return Passage(article.id, TextRange(0, article.byteCount))
      }
    case .file: return .string { corpus.articles[$0].file }
    case .url: return .string { corpus.articles[$0].url }
    case .addressee, .aliases, .article, .articles, .code, .confidence, .country, .cue, .end, .entity,
      .first, .form, .kind, .known, .last, .mentions, .name, .outlets, .person, .repeats, .roles, .rule,
      .sentence,
      .source, .speakers, .start, .statements, .terms, .sentenceTopics, .sourceEnd, .sourceStart,
      .anonymity, .document, .introduced, .onBehalf, .sourceTitle, .sourceType:
      return nil
    }
  }

  private func articleEntities(_ field: Field, _ kind: EntityKind) -> FieldReader {
    names(.articles, field, count: corpus.articles.count, entityNames) { row, append in
      for mention in corpus.articles[row].mentions {
        reportEntities(of: mention, kind: kind, append)
      }
    }
  }

  /// The reader of a field that rows within an article take from it; nil for fields they do not.
  func fieldOfArticle(
    _ field: Field, _ table: Table, count: Int, _ article: @escaping (Int) -> ArticleID
  ) -> FieldReader? {
    let corpus = corpus
    switch field {
    case .article: return name(table, .article, count: count, articleNames) { article($0).number }
    case .outlet:
      return name(table, .outlet, count: count, outletNames) { corpus[article($0)].outlet?.number }
    case .date: return day(table, .date, count: count) { corpus[article($0)].date }
    case .place: return printed(table, .place, count: count) { corpus[article($0)].place }
    case .agency: return printed(table, .agency, count: count) { corpus[article($0)].agency }
    case .author: return printed(table, .author, count: count) { corpus[article($0)].author }
    case .addressee, .aliases, .articles, .code, .confidence, .country, .cue, .end,
      .entity, .file, .first, .form, .id, .kind, .known, .last, .mentions, .name, .organizations, .outlets,
      .people, .person, .places, .quotes, .repeats, .roles, .rule, .sentence, .source, .speakers, .start,
      .statements,
      .terms, .text, .title, .topics, .translator, .url, .words, .sentenceTopics, .sourceEnd, .sourceStart,
      .anonymity, .document, .introduced, .onBehalf, .sourceTitle, .sourceType:
      return nil
    }
  }
}

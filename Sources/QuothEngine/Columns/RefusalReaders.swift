//! Readers of the fields of refusals.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

extension CorpusColumns {
  /// The reader of a field of refusals.
  func refusalReader(_ field: Field) -> FieldReader? {
    let corpus = corpus
    let count = corpus.refusals.count
    switch field {
    case .entity:
      return names(.refusals, .entity, count: count, entityNames) { row, append in
        for entity in corpus.refusals[row].entities { append(entity.number) }
      }
    case .source:
      return .passage { row in
        let refusal = corpus.refusals[row]
        return refusal.source.map { Passage(refusal.article, $0) }
      }
    case .text: return .passage { Passage(corpus.refusals[$0].article, corpus.refusals[$0].range) }
    case .form: return choice(.refusals, .form, count: count) { corpus.refusals[$0].form }
    case .sentence:
      return .passage { row in
        Passage(corpus.refusals[row].article, corpus[corpus.refusals[row].sentence].range)
      }
    case .start: return .integer { corpus.refusals[$0].range.start }
    case .end: return .integer { corpus.refusals[$0].range.end }
    case .article, .outlet, .date:
      return fieldOfArticle(field, .refusals, count: count) { corpus.refusals[$0].article }
    case .addressee, .agency, .aliases, .anonymity, .articles, .author, .code, .confidence, .country, .cue,
      .document, .file, .first, .id, .introduced, .kind, .known, .last, .mentions, .name, .onBehalf,
      .organizations, .outlets, .people, .person, .place, .places, .quotes, .repeats, .roles, .rule,
      .sentenceTopics, .sourceEnd, .sourceStart, .sourceTitle, .sourceType, .speakers, .statements, .terms,
      .title, .topics, .translator, .url, .words:
      return nil
    }
  }
}

//! Readers of the fields of epithets.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

extension CorpusColumns {
  /// The reader of a field of epithets.
  func epithetReader(_ field: Field) -> FieldReader? {
    let corpus = corpus
    let count = corpus.epithets.count
    switch field {
    case .person:
      return name(.epithets, .person, count: count, entityNames) { corpus.epithets[$0].person.number }
    case .text: return .passage { Passage(corpus.epithets[$0].article, corpus.epithets[$0].range) }
    case .form: return choice(.epithets, .form, count: count) { corpus.epithets[$0].form }
    case .speakers:
      return names(.epithets, .speakers, count: count, entityNames) { row, append in
        for speaker in corpus.epithets[row].speakers { append(speaker.number) }
      }
    case .sentence:
      return .passage { row in
        Passage(corpus.epithets[row].article, corpus[corpus.epithets[row].sentence].range)
      }
    case .start: return .integer { corpus.epithets[$0].range.start }
    case .end: return .integer { corpus.epithets[$0].range.end }
    case .article, .outlet, .date:
      return fieldOfArticle(field, .epithets, count: count) { corpus.epithets[$0].article }
    case .addressee, .agency, .aliases, .articles, .author, .code, .confidence, .country, .cue, .entity,
      .file,
      .first, .id, .kind, .known, .last, .mentions, .name, .organizations, .outlets, .people, .place, .places,
      .quotes, .repeats, .roles, .rule, .source, .statements, .terms, .title, .topics, .translator, .url,
      .words, .sentenceTopics, .sourceEnd, .sourceStart,
      .anonymity, .document, .introduced, .onBehalf, .sourceTitle, .sourceType:
      return nil
    }
  }
}

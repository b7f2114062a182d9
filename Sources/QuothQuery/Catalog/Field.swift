//! Every field of every collection, by the name users type, and the types of their values.

/// A field of some collection. `FieldCatalog` says which collections have it, and what it means there.
public enum Field: String, CaseIterable, Sendable {
  case addressee, agency, aliases, anonymity, article, articles, author, code, confidence, country, cue, date,
    document,
    end, entity
  case file, first, form, id, introduced, kind, known, last, mentions, name, organizations, outlet, outlets,
    people,
    person, place
  case places, quotes, repeats, roles, rule, sentence, source, speakers, start, statements, terms, text, title
  case topics, translator, url, words
  case sentenceTopics = "sentence_topics"
  case onBehalf = "on_behalf"
  case sourceEnd = "source_end"
  case sourceStart = "source_start"
  case sourceTitle = "source_title"
  case sourceType = "source_type"
}

/// The kinds of name whose values a corpus knows, so that they can be completed, checked and suggested.
public enum NameKind: String, CaseIterable, Sendable {
  /// Whoever is quoted: persons, organizations and places that speak.
  case speaker
  case person, organization, place
  /// A person, organization or place.
  case entity
  case topic, outlet, article
  /// Values of the field of the same name, as printed.
  case agency, author, translator, country, cue, dateline, role
}

/// What a field's values are.
public enum ValueType: Hashable, Sendable {
  /// Running text; compared folded.
  case text
  /// A name that the corpus knows; compared by the entity it means.
  case name(NameKind)
  /// One of a few fixed words.
  case choice([String])
  case integer
  /// A number with a fraction.
  case decimal
  case date
  case yesNo
}

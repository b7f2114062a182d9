//! What must hold of every corpus, checked by tests and by whoever builds one another way.

extension Corpus {
  /// Every breach of the model's rules, in words; empty for a sound corpus.
  ///
  /// Ranges lie within their article's text; the parts of an article are its own; a repeat points at a quotation of
  /// its article that repeats none; entities have their mentions in order, and keys of their own.
  public func violations() -> [String] {
    var found: [String] = []
    func expect(_ condition: Bool, _ what: @autoclosure () -> String) {
      if !condition { found.append(what()) }
    }
    for article in articles {
      expect(String(validating: article.text, as: UTF8.self) != nil, "\(article.key): text is not UTF-8")
      for paragraph in article.paragraphs {
        expect(paragraph.article == article.id, "\(article.key): paragraph of another article")
        expect(paragraph.range.end <= article.byteCount, "\(article.key): paragraph beyond the text")
        for sentence in paragraph.sentences {
          expect(sentence.paragraph == paragraph.id, "\(article.key): sentence of another paragraph")
          expect(paragraph.range.contains(sentence.range), "\(article.key): sentence beyond its paragraph")
        }
      }
      for mention in article.mentions {
        expect(mention.article == article.id, "\(article.key): mention of another article")
        expect(mention.range.end <= article.byteCount, "\(article.key): mention beyond the text")
        expect(
          mention.entities.allSatisfy { entities.indices.contains($0.index) },
          "\(article.key): no such entity")
      }
      for quotation in article.quotations {
        found.append(contentsOf: violations(of: quotation, article))
      }
    }
    for epithet in epithets {
      expect(
        self[epithet.sentence].range.contains(epithet.range), "an epithet beyond its sentence")
      expect(self[epithet.person].kind == .person, "an epithet of what is no person")
    }
    for refusal in refusals {
      expect(self[refusal.sentence].range.contains(refusal.range), "a refusal beyond its sentence")
    }
    for entity in entities {
      expect(entity.mentions.elementsEqual(entity.mentions.sorted()), "\(entity.key): mentions out of order")
      expect(entity.mentions.count == entity.mentionCount, "\(entity.key): mentions miscounted")
      expect(
        entity.mentions.allSatisfy { self[$0].entities.contains(entity.id) },
        "\(entity.key): mention of another entity")
    }
    expect(Set(entities.map(\.key)).count == entities.count, "two entities have one key")
    return found
  }

  private func violations(of quotation: Quotation, _ article: Article) -> [String] {
    var found: [String] = []
    let key = key(of: quotation.id)
    let ranges =
      [quotation.content, quotation.marked]
      + [
        quotation.attribution.cue, quotation.attribution.source, quotation.profile?.title,
        quotation.profile?.introduced, quotation.profile?.onBehalf, quotation.profile?.document,
        quotation.profile?.anonymity,
      ]
      .compactMap { $0 }
    if ranges.contains(where: { $0.end > article.byteCount || $0.isEmpty }) {
      found.append("\(key): bad range")
    }
    if !quotation.marked.contains(quotation.content) { found.append("\(key): content beyond its marks") }
    if !article.sentences.indices.contains(quotation.sentence.index) {
      found.append("\(key): foreign sentence")
    }
    if let original = quotation.repeats {
      if !article.quotations.indices.contains(original.index) {
        found.append("\(key): repeats another article's")
      }
      if self[original].repeats != nil { found.append("\(key): repeats a repeat") }
    }
    return found
  }
}

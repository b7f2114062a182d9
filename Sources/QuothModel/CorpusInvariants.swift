//! What must hold of every corpus, checked by tests and by whoever builds one another way.

extension Corpus {
  /// Every breach of the model's rules, in words; empty for a sound corpus.
  ///
  /// Ranges lie within their article's text; the parts of an article lie in its ranges of the corpus' arrays; an
  /// identifier is its index; a repeat points at a quotation of its article that repeats none.
  public func violations() -> [String] {
    var found: [String] = []
    func expect(_ condition: Bool, _ what: @autoclosure () -> String) {
      if !condition { found.append(what()) }
    }
    for (number, article) in articles.enumerated() {
      expect(article.id.index == number, "article \(number) has another number")
      expect(String(validating: article.text, as: UTF8.self) != nil, "\(article.key): text is not UTF-8")
      for paragraph in paragraphs[article.paragraphs] {
        expect(paragraph.article == article.id, "\(article.key): paragraph of another article")
        expect(paragraph.range.end <= article.text.count, "\(article.key): paragraph beyond the text")
        for sentence in sentences[paragraph.sentences] {
          expect(paragraph.range.contains(sentence.range), "\(article.key): sentence beyond its paragraph")
        }
      }
      for mention in mentions[article.mentions] {
        expect(mention.article == article.id, "\(article.key): mention of another article")
        expect(mention.range.end <= article.text.count, "\(article.key): mention beyond the text")
        expect(
          mention.entities.allSatisfy { entities.indices.contains($0.index) },
          "\(article.key): no such entity")
      }
      for quotation in quotations[article.quotations] {
        found.append(contentsOf: violations(of: quotation, article))
      }
    }
    for (number, entity) in entities.enumerated() {
      expect(entity.id.index == number, "entity \(entity.key) has another number")
      expect(entity.mentions == entity.mentions.sorted(), "\(entity.key): mentions out of order")
    }
    expect(Set(entities.map(\.key)).count == entities.count, "two entities have one key")
    return found
  }

  private func violations(of quotation: Quotation, _ article: Article) -> [String] {
    var found: [String] = []
    let key = key(of: quotation.id)
    let ranges =
      [quotation.content, quotation.marked]
      + [quotation.attribution.cue, quotation.attribution.source]
      .compactMap { $0 }
    if ranges.contains(where: { $0.end > article.text.count || $0.isEmpty }) {
      found.append("\(key): bad range")
    }
    if !quotation.marked.contains(quotation.content) { found.append("\(key): content beyond its marks") }
    if !article.sentences.contains(quotation.sentence.index) { found.append("\(key): foreign sentence") }
    if let original = quotation.repeats {
      if !article.quotations.contains(original.index) { found.append("\(key): repeats another article's") }
      if self[original].repeats != nil { found.append("\(key): repeats a repeat") }
    }
    return found
  }
}

//! Binding of corrections: whom and what their names mean.

internal import QuothBasics

/// A correction whose names are looked up.
public struct BoundAmendment: Hashable, Sendable {
  /// What an engine is to apply.
  public let amendment: Amendment
  /// The same as files keep it: names in full.
  public let canonical: AmendmentSyntax
}

extension QueryLanguage {
  /// Looks up every name of a correction. A row has to be replaced by what it stands for before.
  public static func bind(_ amendment: AmendmentSyntax, in context: BindingContext)
    -> (bound: BoundAmendment?, diagnostics: [Diagnostic])
  {
    var binder = AmendmentBinder(names: Binder(context: context))
    let bound = binder.bind(amendment)
    let diagnostics = binder.names.diagnostics
    return (diagnostics.contains { $0.severity == .error } ? nil : bound, diagnostics)
  }
}

extension StatementBinder {
  /// What is wrong with a correction, whatever row it is of.
  public func check(_ amendment: AmendmentSyntax) -> [Diagnostic] {
    var binder = AmendmentBinder(names: Binder(context: context))
    binder.allowsRows = true
    _ = binder.bind(amendment)
    return binder.names.diagnostics
  }
}

/// Binds one correction.
private struct AmendmentBinder {
  /// Knows the vocabulary, and gathers what is wrong.
  var names: Binder
  /// Rows are looked up later.
  var allowsRows = false

  private typealias Entity = (value: AmendedEntity, written: AmendedValueSyntax)

  mutating func bind(_ syntax: AmendmentSyntax) -> BoundAmendment? {
    switch syntax {
    case .fact(let node): bind(node)
    case .alias(let node): bind(node)
    case .split(let node): bind(node)
    case .topic(let node): bind(node)
    }
  }

  // MARK: Facts

  private mutating func bind(_ node: FactSyntax) -> BoundAmendment? {
    guard let field = AmendableField(word: node.field.text) else {
      report(.notAmendable(node.field.text), at: node.field.range)
      return nil
    }
    switch node.subject {
    case .row(let row):
      if !allowsRows { report(.notOfRow(nil), at: row.range) }
      if field == .speakers { for value in node.values { _ = entity(value) } }
      if field == .topics { for value in node.values { _ = topic(value) } }
      return nil
    case .quotation(let place):
      // Somebody and nobody cannot both speak.
      if node.values.count > 1, let marker = node.values.first(where: { $0.isMissing }) {
        report(.missingBesideOthers, at: marker.range)
        return nil
      }
      return bind(node, field, of: place)
    case .article(let key):
      guard field.isOfArticle else {
        report(.notAmendable(node.field.text), at: node.field.range)
        return nil
      }
      return bind(node, field, ofArticle: key)
    }
  }

  private mutating func bind(_ node: FactSyntax, _ field: AmendableField, of place: QuotationPlaceSyntax)
    -> BoundAmendment?
  {
    if field.isOfArticle { return bind(node, field, ofArticle: place.article) }
    guard let article = article(place.article), let words = names.resolved(place.words) else { return nil }
    let known = QuotationPlace(article: article.key, words: words.text, start: place.start)
    let subject = AmendedSubjectSyntax.quotation(
      QuotationPlaceSyntax(
        words: words.text, article: article.key, start: place.start, range: place.range))
    if field == .speakers {
      let speakers = node.values.compactMap { entity($0) }
      guard speakers.count == node.values.count || isMissing(node.values) else { return nil }
      return BoundAmendment(
        amendment: .speakers(known, speakers.map(\.value)),
        canonical: canonical(node, subject, field, speakers.map(\.written)))
    }
    let topics = node.values.compactMap { topic($0) }
    guard topics.count == node.values.count || isMissing(node.values) else { return nil }
    return BoundAmendment(
      amendment: .topics(known, topics.map(\.key)),
      canonical: canonical(node, subject, field, topics.map { written($0.name, node.range) }))
  }

  private mutating func bind(_ node: FactSyntax, _ field: AmendableField, ofArticle key: ValueSyntax)
    -> BoundAmendment?
  {
    guard let article = article(key) else { return nil }
    guard node.values.count == 1, let value = node.values.first else {
      report(.oneValue(field), at: node.values[1].range)
      return nil
    }
    let subject = AmendedSubjectSyntax.article(.quoted(article.key, key.range))
    var text: String?
    if case .known(let typed) = value {
      guard let resolved = names.resolved(typed) else { return nil }
      text = resolved.text
    } else if case .new(let typed) = value {
      // Nobody keeps a list of titles: `new` says nothing here.
      guard let resolved = names.resolved(typed) else { return nil }
      text = resolved.text
    }
    var amendment = Amendment.publication(article: article.key, field, text)
    if field == .date {
      var day: CalendarDay?
      if let text {
        guard let range = DateParser.parse(text) ?? WrittenDate.iso(text).flatMap(DateParser.parse),
          range.first == range.last
        else {
          report(.noDay(text), at: value.range)
          return nil
        }
        day = range.first
      }
      amendment = .date(article: article.key, day)
      text = day?.description
    }
    return BoundAmendment(
      amendment: amendment,
      canonical: canonical(node, subject, field, text.map { [written($0, node.range)] } ?? []))
  }

  private func canonical(
    _ node: FactSyntax, _ subject: AmendedSubjectSyntax, _ field: AmendableField,
    _ values: [AmendedValueSyntax]
  ) -> AmendmentSyntax {
    let values = values.isEmpty ? [AmendedValueSyntax.missing(MarkerSyntax(range: node.range))] : values
    return .fact(
      FactSyntax(
        subject: subject, field: WordSyntax(text: field.rawValue, range: node.field.range), values: values,
        range: node.range))
  }

  private func isMissing(_ values: [AmendedValueSyntax]) -> Bool {
    values.count == 1 && values[0].isMissing
  }

  private func written(_ text: String, _ range: SourceRange) -> AmendedValueSyntax {
    .known(.quoted(text, range))
  }

  // MARK: Names

  private mutating func bind(_ node: AliasSyntax) -> BoundAmendment? {
    guard let spelling = names.resolved(node.spelling), let name = one(node.name, [.entity]) else {
      return nil
    }
    let canonical = AmendmentSyntax.alias(
      AliasSyntax(
        spelling: .quoted(spelling.text, node.spelling.range),
        name: .quoted(keptName(of: name), node.name.range), range: node.range))
    let holders = names.entries(named: spelling.text, kinds: [.entity]).map(\.entry)
    let namesakes = Self.named(holders, spelling.text)
    if namesakes.isEmpty {
      // Whom texts call so, by another spelling or by a part of the name only, is not somebody else as a whole.
      let others = holders.filter { $0.key != name.key }
      if let first = others.first {
        report(taken(spelling.text, first, others.map(\.name), by: name), at: node.spelling.range)
        return nil
      }
      return BoundAmendment(amendment: .alias(spelling.text, of: name.key), canonical: canonical)
    }
    if namesakes.contains(where: { $0.key == name.key }) {
      return BoundAmendment(amendment: .alias(spelling.text, of: name.key), canonical: canonical)
    }
    let alike = namesakes.filter { Self.kind($0.key) == Self.kind(name.key) }
    guard let other = alike.first ?? namesakes.first, alike.count == 1 || namesakes.count == 1 else {
      report(.ambiguousName(spelling.text, names: namesakes.map(\.key)), at: node.spelling.range)
      return nil
    }
    guard Self.kind(other.key) == Self.kind(name.key) else {
      report(.differentKinds(other.name, name.name), at: node.range)
      return nil
    }
    return BoundAmendment(amendment: .join(other.key, to: name.key), canonical: canonical)
  }

  /// A spelling that others have, with the ways to say that both are one, or that the texts mean somebody by it.
  private mutating func taken(
    _ spelling: String, _ other: VocabularyEntry, _ others: [String], by name: VocabularyEntry
  ) -> AmendmentFault {
    let (whole, target) = (
      SyntaxPrinter.quoted(keptName(of: other)), SyntaxPrinter.quoted(keptName(of: name))
    )
    let isAlike = Self.kind(other.key) == Self.kind(name.key)
    return .alreadyMeans(
      spelling, names: others, join: isAlike ? "alias \(whole) = \(target)" : nil,
      split: "split \(SyntaxPrinter.quoted(spelling)) from \(whole) as \(target)")
  }

  private mutating func bind(_ node: SplitSyntax) -> BoundAmendment? {
    guard let spelling = names.resolved(node.spelling),
      let from = one(node.name, [.person, .organization, .place])
    else { return nil }
    let articles = node.articles.compactMap { article($0) }
    guard articles.count == node.articles.count else { return nil }
    let target: Entity
    if let written = node.target {
      guard let bound = entity(written) else { return nil }
      target = bound
    } else {
      target = (.new(spelling.text), .new(.quoted(spelling.text, node.spelling.range)))
    }
    return BoundAmendment(
      amendment: .split(
        spelling: spelling.text, from: from.key, articles: articles.map(\.key), to: target.value),
      canonical: .split(
        SplitSyntax(
          spelling: .quoted(spelling.text, node.spelling.range),
          name: .quoted(keptName(of: from), node.name.range),
          articles: articles.map { .quoted($0.key, node.range) }, target: target.written, range: node.range)))
  }

  private mutating func bind(_ node: TopicSyntax) -> BoundAmendment? {
    guard let name = names.resolved(node.name) else { return nil }
    var terms: [TopicTerm] = []
    for term in node.terms {
      guard let text = names.resolved(term)?.text, let pattern = names.pattern(text, at: term.range) else {
        return nil
      }
      terms.append(TopicTerm(text: text, pattern: pattern))
    }
    return BoundAmendment(
      amendment: .topic(name.text, terms),
      canonical: .topic(
        TopicSyntax(
          name: .quoted(name.text, node.name.range), terms: terms.map { .quoted($0.text, node.range) },
          range: node.range)))
  }

  // MARK: Lookups

  private mutating func entity(_ written: AmendedValueSyntax) -> Entity? {
    switch written {
    case .missing: return nil
    case .new(let value):
      guard let name = names.resolved(value) else { return nil }
      return (.new(name.text), .new(.quoted(name.text, value.range)))
    case .known(let value):
      guard let found = one(value, [.person, .organization, .place]) else { return nil }
      return (.known(found.key), .known(.quoted(keptName(of: found), value.range)))
    }
  }

  /// How a file tells an entity from all others: by its name, or by its key where others have the name too.
  private mutating func keptName(of entry: VocabularyEntry) -> String {
    let named = names.entries(named: entry.name, kinds: [.person, .organization, .place]).map(\.entry)
    let found = Self.plain(named, entry.name) ?? (named.count == 1 ? named[0] : nil)
    return found?.key == entry.key ? entry.name : entry.key
  }

  private mutating func topic(_ written: AmendedValueSyntax) -> VocabularyEntry? {
    switch written {
    case .missing: nil
    case .known(let value), .new(let value): one(value, [.topic])
    }
  }

  private mutating func article(_ value: ValueSyntax) -> VocabularyEntry? { one(value, [.article]) }

  /// The one entry that a name means; an error where it means none or several.
  private mutating func one(_ written: ValueSyntax, _ kinds: [NameKind]) -> VocabularyEntry? {
    guard let value = names.resolved(written) else { return nil }
    let found = names.entries(named: value.text, kinds: kinds).map(\.entry)
    if let plain = Self.plain(found, value.text) ?? (found.count == 1 ? found[0] : nil) { return plain }
    guard found.isEmpty else {
      // Which of them is meant for good, nobody guesses. Of those of one name, the keys tell.
      let isOneName = Set(found.map { Self.normal($0.name) }).count < found.count
      report(.ambiguousName(value.text, names: found.map { isOneName ? $0.key : $0.name }), at: value.range)
      return nil
    }
    var suggestions = NameSuggester(vocabulary: names.vocabulary).suggestions(
      for: value.text, kinds: kinds, replacing: value.range)
    if suggestions.isEmpty, kinds.contains(.person) {
      let name = value.text.hasPrefix("new ") ? String(value.text.dropFirst(4)) : value.text
      let new = "new \(SyntaxPrinter.quoted(name))"
      suggestions = [Suggestion(new, replacement: new, range: value.range)]
    }
    names.report(.unknownName(value.text, kinds: [kinds[0]]), at: value.range, suggestions: suggestions)
    return nil
  }

  /// The entry that has the very name, where one alone has it; or the only one that is called so in full.
  private static func plain(_ entries: [VocabularyEntry], _ name: String) -> VocabularyEntry? {
    let named = Self.named(entries, name)
    if named.count == 1 { return named[0] }
    let normal = normal(name)
    let called = entries.filter { $0.aliases.contains { Self.normal($0) == normal } }
    return named.isEmpty && called.count == 1 && entries.count == 1 ? called[0] : nil
  }

  /// The entries that have the very name or key.
  private static func named(_ entries: [VocabularyEntry], _ name: String) -> [VocabularyEntry] {
    let normal = normal(name)
    return entries.filter { self.normal($0.name) == normal || $0.key == name }
  }

  /// Folded, and hyphens as blanks, as names are looked up.
  private static func normal(_ name: String) -> [Substring] {
    TextFolding.fold(name).split { $0 == "-" || $0.isWhitespace }
  }

  /// `person`, of `person/ebrahim-raisi`.
  private static func kind(_ key: String) -> Substring { key.prefix { $0 != "/" } }

  private mutating func report(
    _ fault: AmendmentFault, at range: SourceRange, suggestions: [Suggestion] = []
  ) {
    names.report(.amendment(fault), at: range, suggestions: suggestions)
  }
}

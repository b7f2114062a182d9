//! Binding of names: whom or what a typed name means in this corpus.

internal import QuothBasics

extension Binder {
  /// A field and the kind of name it holds.
  typealias NameField = (field: Field, kind: NameKind)

  mutating func bindNames(_ clause: NamesClauseSyntax) {
    guard query.shape.isRows else {
      return report(.stageAfter(clause.role.keyword, previous: .group), at: clause.range)
    }
    guard let fields = nameFields(clause.role) else {
      return report(.clauseNotForCollection(clause.role.keyword, collection), at: clause.keywordRange)
    }
    if let field = fieldMeant(by: clause, fields) {
      let fix = "group by \(field.rawValue)"
      return report(
        .unknownName(clause.names[0].text, kinds: fields.map(\.kind)), at: clause.names[0].range,
        suggestions: [Suggestion(fix, replacement: fix, range: clause.range)])
    }
    if let date = dateMeant(by: clause, fields) {
      return report(
        .unknownName(date, kinds: fields.map(\.kind)), at: clause.names[0].range,
        suggestions: [
          Suggestion("where date = \(date)", replacement: "where date = \(date)", range: clause.range)
        ])
    }
    nameJoint = Keyword.or.rawValue
    namesClause = clause
    defer { (nameJoint, namesClause) = (nil, nil) }
    let bound = clause.names.compactMap { written -> Predicate? in
      guard let name = resolved(written) else { return nil }
      return clause.role == .about ? about(name, fields) : names(name, fields)
    }
    guard bound.count == clause.names.count else { return }
    let words = FilterWords(text: SyntaxPrinter.print(.names(clause)), form: .clause)
    query.steps.append(.filter(Binder.any(of: bound), words: words))
  }

  /// `quotes by outlet`: a field where a name should stand, when nobody has that name.
  private func fieldMeant(by clause: NamesClauseSyntax, _ fields: [NameField]) -> Field? {
    guard clause.role == .by, clause.names.count == 1, let name = clause.names.first, name.form == .bare,
      let field = FieldCatalog.field(named: name.text, in: collection),
      entries(named: name.text, kinds: fields.map(\.kind)).isEmpty
    else { return nil }
    return field
  }

  /// `quotes in 2023`: a date where an outlet should stand.
  private func dateMeant(by clause: NamesClauseSyntax, _ fields: [NameField]) -> String? {
    guard clause.role == .in, clause.names.count == 1, let name = clause.names.first,
      entries(named: name.text, kinds: fields.map(\.kind)).isEmpty,
      FieldCatalog.definition(of: .date, in: collection) != nil
    else { return nil }
    if DateParser.parse(name.text) != nil { return name.text }
    return WrittenDate.iso(name.text)
  }

  /// Any of several conditions; names of one operand become one.
  static func any<Operand>(of conditions: [Condition<Operand>]) -> Condition<Operand> {
    var merged: [Condition<Operand>] = []
    for condition in conditions {
      if case .names(let operand, let keys) = condition, case .names(operand, let before) = merged.last {
        merged[merged.count - 1] = .names(operand, anyOf: before + keys.filter { !before.contains($0) })
      } else {
        merged.append(condition)
      }
    }
    return merged.count == 1 ? merged[0] : .or(merged)
  }

  func nameFields(_ role: NameRole) -> [NameField]? {
    let fields = NameRoles.fields(role, of: collection)
    return fields.isEmpty ? nil : fields
  }

  /// Rows in which one of the fields holds what the name means.
  private mutating func names(_ value: ValueSyntax, _ fields: [NameField]) -> Predicate? {
    var parts: [Predicate] = []
    guard let meant = meaning(of: value, kinds: fields.map(\.kind)) else { return nil }
    for (field, kind) in fields {
      let keys = meant.filter { $0.kind == kind }.map(\.entry.key)
      if !keys.isEmpty { parts.append(.names(field, anyOf: keys)) }
    }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  /// Rows about a topic or an entity; failing those, rows that hold the words.
  private mutating func about(_ value: ValueSyntax, _ fields: [NameField]) -> Predicate? {
    if !entries(named: value.text, kinds: fields.map(\.kind)).isEmpty { return names(value, fields) }
    if let position = slippedWord(in: value, from: 1) {
      reportLeftover(value, after: position, name: joined(value, position), canJoin: false)
      return nil
    }
    let textField: Field = collection == .mentions ? .sentence : .text
    // Passages carry topics and people only; other entities are found by their names.
    let others = entries(named: value.text, kinds: [.entity]).map(\.entry)
    if !others.isEmpty {
      if others.count > 1 { report(.severalMeant(value.text, names: others.map(\.name)), at: value.range) }
      let parts = others.map { namesInText(of: $0, in: textField) }
      return parts.count == 1 ? parts[0] : .or(parts)
    }
    guard let pattern = pattern(value.text, at: value.range) else { return nil }
    report(
      .readAsWord(value.text), at: value.range,
      suggestions: NameSuggester(vocabulary: vocabulary).suggestions(
        for: value.text, kinds: fields.map(\.kind), replacing: value.range))
    return .contains(textField, pattern)
  }

  private func namesInText(of entry: VocabularyEntry, in field: Field) -> Predicate {
    let patterns = ([entry.name] + entry.aliases).compactMap { try? PatternParser.parse($0).get() }
    return patterns.count == 1 ? .contains(field, patterns[0]) : .or(patterns.map { .contains(field, $0) })
  }

  /// The keys of what a name means, or nil with a diagnostic.
  mutating func keys(of value: ValueSyntax, kinds: [NameKind]) -> [String]? {
    meaning(of: value, kinds: kinds)?.map(\.entry.key)
  }

  typealias Meaning = (kind: NameKind, entry: VocabularyEntry)

  func entries(named name: String, kinds: [NameKind]) -> [Meaning] {
    kinds.flatMap { kind in vocabulary.entries(of: kind, named: name).map { (kind, $0) } }
  }

  /// What a name means: all that it fits, with a note when that is several; an error when it fits nothing.
  private mutating func meaning(of value: ValueSyntax, kinds: [NameKind]) -> [Meaning]? {
    let meant = entries(named: value.text, kinds: kinds)
    if meant.isEmpty {
      reportUnknown(value, kinds: kinds)
      return nil
    }
    // A topic and a place of one name are no surprise: where both are asked, both are meant.
    var spellings: Set<String> = []
    let names = meant.map(\.entry.name).filter { spellings.insert(TextFolding.fold($0)).inserted }
    if names.count > 1 { report(.severalMeant(value.text, names: names), at: value.range) }
    return meant
  }

  private mutating func reportUnknown(_ value: ValueSyntax, kinds: [NameKind]) {
    var end = min(value.words.count, Binder.nameWordLimit)
    // Words that follow a known name do not belong to it.
    while end > 1 {
      end -= 1
      if !entries(named: joined(value, end), kinds: kinds).isEmpty {
        return reportLeftover(value, after: end, name: joined(value, end), canJoin: false, kinds: kinds)
      }
    }
    let slip = slippedWord(in: value, from: 1)
    let typed = slip.map { joined(value, $0) } ?? value.text
    let range = slip.map { value.words[0].range.joined(to: value.words[$0 - 1].range) } ?? value.range
    let near =
      isFull
      ? [] : NameSuggester(vocabulary: vocabulary).suggestions(for: typed, kinds: kinds, replacing: range)
    report(
      .unknownName(typed, kinds: kinds), at: range, suggestions: near,
      alternatives: near.isEmpty && slip == nil ? asPrinted(value) : [])
    if let slip { reportLeftover(value, after: slip, name: typed, canJoin: false) }
  }

  /// `by the Cuban president`: no name, but perhaps what the articles call a speaker.
  private func asPrinted(_ value: ValueSyntax) -> [Suggestion] {
    guard let clause = namesClause, clause.role == .by, clause.names.count == 1,
      FieldCatalog.definition(of: .source, in: collection) != nil
    else { return [] }
    let condition = "where source contains \(SyntaxPrinter.quoted(value.text))"
    return [Suggestion(condition, replacement: condition, range: clause.range)]
  }

  private func joined(_ value: ValueSyntax, _ count: Int) -> String {
    value.words[..<count].map(\.text).joined(separator: " ")
  }

  /// The first word of a bare value, from a place on, that is nearly a keyword of a clause.
  private func slippedWord(in value: ValueSyntax, from start: Int) -> Int? {
    guard value.form == .bare, value.words.count > start else { return nil }
    return value.words.indices.prefix(Binder.nameWordLimit).dropFirst(start).first { index in
      let word = value.words[index].text
      return word.utf8.count >= 4 && Speller.keyword(near: word, among: Binder.clauseKeywords) != nil
    }
  }

  /// Names have fewer words than this.
  private static let nameWordLimit = 16
  private static let clauseKeywords: [Keyword] = [.about, .with, .where, .group, .sort, .limit, .show]

  /// Says that the words of a value from a place on do not belong to it, and what may be meant by them.
  mutating func reportLeftover(
    _ value: ValueSyntax, after count: Int, name: String, canJoin: Bool, kinds: [NameKind] = []
  ) {
    let word = value.words[count]
    let rest = value.words[count...].map(\.text).joined(separator: " ")
    var suggestions: [Suggestion] = []
    if let condition = Parser.condition(meantBy: word.text) {
      suggestions = [Suggestion(condition, replacement: condition, range: word.range)]
    } else if let meant = Speller.keyword(near: word.text, among: Binder.clauseKeywords + [.and, .or, .by]) {
      suggestions = [Suggestion(meant.rawValue, replacement: meant.rawValue, range: word.range)]
    } else if let nameJoint, !kinds.isEmpty, !entries(named: rest, kinds: kinds).isEmpty {
      let isComma = nameJoint == ","
      let place = SourceRange(isComma ? value.words[count - 1].range.end : word.range.start, word.range.start)
      let both = isComma ? "\(name), \(rest)" : "\(name) or \(rest)"
      suggestions = [Suggestion(both, replacement: isComma ? ", " : "\(nameJoint) ", range: place)]
    } else if canJoin {
      let quoted = SyntaxPrinter.quoted(value.text)
      suggestions = [Suggestion(quoted, replacement: quoted, range: value.range)]
    }
    report(.leftoverWords(rest, after: name), at: word.range, suggestions: suggestions)
  }
}

/// Which fields the clauses of names look at, in each collection.
enum NameRoles {
  static func fields(_ role: NameRole, of collection: QueryCollection) -> [Binder.NameField] {
    switch role {
    case .by: by(collection)
    case .to: to(collection)
    case .about: about(collection)
    case .in: within(collection)
    }
  }

  private static func by(_ collection: QueryCollection) -> [Binder.NameField] {
    switch collection {
    case .quotes, .statements, .epithets: [(.speakers, .speaker)]
    case .articles: [(.author, .author)]
    case .people, .organizations, .places, .mentions, .topics, .sentences, .paragraphs, .outlets: []
    case .refusals: [(.entity, .entity)]
    }
  }

  private static func to(_ collection: QueryCollection) -> [Binder.NameField] {
    switch collection {
    case .quotes, .statements: [(.addressee, .entity)]
    case .articles, .people, .organizations, .places, .mentions, .epithets, .refusals, .topics, .sentences,
      .paragraphs,
      .outlets:
      []
    }
  }

  private static func about(_ collection: QueryCollection) -> [Binder.NameField] {
    switch collection {
    case .quotes, .statements: [(.topics, .topic), (.mentions, .entity)]
    case .articles:
      [(.topics, .topic), (.people, .person), (.organizations, .organization), (.places, .place)]
    case .sentences, .paragraphs: [(.topics, .topic), (.people, .person)]
    case .mentions, .refusals: [(.entity, .entity)]
    case .epithets: [(.person, .person)]
    case .people, .organizations, .places, .topics, .outlets: []
    }
  }

  private static func within(_ collection: QueryCollection) -> [Binder.NameField] {
    switch collection {
    case .articles: [(.outlet, .outlet), (.id, .article)]
    case .quotes, .statements, .mentions, .epithets, .refusals, .sentences, .paragraphs:
      [(.outlet, .outlet), (.article, .article)]
    case .people, .organizations, .places, .topics, .outlets: []
    }
  }
}

//! Expectations to candidates: each kind from the catalogue or the vocabulary that defines it.

internal import QuothBasics
internal import QuothStatistics

/// Gathers the candidates that begin with a prefix.
struct CandidateCollector {
  let prefix: Prefix
  let text: QueryText
  let place: CompletionPlace
  let context: BindingContext
  /// Grows to the left when words before the prefix belong to the same name.
  private(set) var replace: SourceRange
  private let folded: [UInt8]
  private var found: [CompletionCandidate] = []
  private var values: [CompletionCandidate] = []

  init(prefix: Prefix, text: QueryText, place: CompletionPlace, context: BindingContext) {
    self.prefix = prefix
    self.text = text
    self.place = place
    self.context = context
    replace = prefix.range
    folded = Array(TextFolding.fold(prefix.typed).utf8)
  }

  func finish() -> [CompletionCandidate] {
    // What occurs nowhere is the least likely to be meant.
    let likely = values.filter { $0.count != 0 } + values.filter { $0.count == 0 }
    let all = likely + (prefix.isQuoted ? [] : found)
    var seen: Set<String> = []
    let unique = all.filter { seen.insert($0.text).inserted }
    return Array(unique.prefix(Completion.candidateLimit))
  }

  mutating func add(_ expectation: Expectation) {
    switch expectation {
    case .keyword(let keyword): addKeyword(keyword)
    case .collection: add(QueryCollection.allCases.map(\.rawValue), .collection)
    case .command: add(CommandCatalog.all.map(\.name.rawValue), .command)
    case .field(let collection): addColumns(of: collection ?? place.collection)
    case .column(let collection):
      addColumns(of: collection ?? place.collection)
      if place.canShowFigures { addFigures() }
    case .sortKey(let collection):
      addColumns(of: collection ?? place.collection)
      if place.tableColumns != nil, place.canShowFigures { addFigures() }
    case .argument(let name, let collection): addArguments(of: name, collection ?? place.collection)
    case .groupKey(let collection): addGroupKeys(of: collection ?? place.collection)
    case .name(let role, let collection): addNames(role, collection ?? place.collection)
    case .moreOfName(let role, let collection, let range):
      addMore(range, Self.kinds(role, collection ?? place.collection))
    case .value(let field, let collection): addValues(of: type(of: field, collection))
    case .moreOfValue(let field, let collection, let range):
      addMore(range, type(of: field, collection).map { Self.kinds($0) } ?? [])
    case .comparison(let field, let collection): addComparisons(to: type(of: field, collection))
    case .variable(let kind): addVariables(kind)
    case .helpTopic: addHelpTopics()
    case .amendable: add(AmendableField.allCases.map(\.rawValue), .field)
    case .claim:
      if folded.isEmpty { add([Comparison.greaterOrEqual, .equal, .lessOrEqual].map(\.rawValue), .sign) }
    case .pipe:
      if folded.isEmpty, place.canGoOn { add("|", .sign) }
    case .option(let option): add(option.words, .keyword)
    case .grouping(let stage): add(stage.groupingWords, .keyword)
    case .measure: add(AssociationMeasure.allCases.map(\.rawValue), .keyword)
    case .period: add(Period.allCases.map(\.rawValue), .keyword)
    case .chartKind: add(place.chartKinds.map(\.rawValue), .keyword)
    case .pattern, .regex, .wholeNumber, .number, .share, .comma, .openBracket, .closeBracket,
      .endOfStatement,
      .newName,
      .text,
      .file, .equalSign, .greaterSign:
      break
    }
  }

  private func fits(_ word: String) -> Bool {
    folded.isEmpty || TextFolding.fold(word).utf8.starts(with: folded)
  }

  private mutating func add(_ word: String, _ kind: CompletionCandidate.Kind) {
    guard fits(word) else { return }
    found.append(CompletionCandidate(text: word, display: word, count: nil, unit: nil, kind: kind))
  }

  private mutating func add(_ words: [String], _ kind: CompletionCandidate.Kind) {
    for word in words { add(word, kind) }
  }

  /// `group` and `sort` bring their `by` along.
  private mutating func addKeyword(_ keyword: Keyword) {
    guard place.allows(keyword) else { return }
    switch keyword {
    case .group, .sort: add("\(keyword.rawValue) by", .keyword)
    case .with: add("with repeats", .keyword)
    default: add(keyword.rawValue, .keyword)
    }
  }

  private mutating func addFields(of collection: QueryCollection?) {
    guard let collection else { return }
    for definition in FieldCatalog.fields(of: collection) { add(definition.field.rawValue, .field) }
    guard !folded.isEmpty else { return }
    let fields = FieldCatalog.fields(of: collection).map(\.field)
    for (singular, field) in FieldCatalog.singulars.sorted(by: { $0.key < $1.key })
    where fields.contains(field) {
      if !fits(field.rawValue) { add(singular, .field) }
    }
  }

  /// Of a table, only what it has.
  private mutating func addColumns(of collection: QueryCollection?) {
    guard let columns = place.tableColumns else { return addFields(of: collection) }
    add(columns.map(\.name), .field)
  }

  /// Names are completed where they stand alone; after a sign they would only be in the way.
  private mutating func addVariables(_ kind: VariableKind) {
    for name in context.bindings.names {
      switch (kind, context.bindings[name]) {
      case (.rows, .rows), (.text, .text): add("$\(name)", .variable)
      case (.rows, .text), (.text, .rows), (_, nil): break
      }
    }
  }

  private mutating func addFigures() {
    for figure in ClauseCatalog.all where figure.group == .figure {
      // Most are of a field.
      add(figure.form.hasPrefix(figure.name + "(") ? figure.name + "(" : figure.name, .figure)
    }
  }

  private mutating func addArguments(of name: String, _ collection: QueryCollection?) {
    guard let collection else { return }
    let name = name.lowercased()
    let isPeriod = Period(rawValue: name) != nil
    for definition in FieldCatalog.fields(of: collection)
    where isPeriod ? definition.type == .date : Binder.applies(name, to: definition.type) {
      add(definition.field.rawValue, .field)
    }
  }

  private mutating func addGroupKeys(of collection: QueryCollection?) {
    addColumns(of: collection)
    guard place.tableColumns == nil, let collection, FieldCatalog.definition(of: .date, in: collection) != nil
    else { return }
    for period in Period.allCases { add("\(period.rawValue)(date)", .field) }
  }

  private mutating func addComparisons(to type: ValueType?) {
    guard let type else { return }
    switch type {
    case .text, .name, .choice: add(["contains", "in", "is missing"], .keyword)
    case .integer, .decimal, .date: add(["between", "in", "is missing"], .keyword)
    case .yesNo: break
    }
    guard folded.isEmpty, type != .yesNo else { return }
    let signs: [String] =
      switch type {
      case .text, .name, .choice: ["=", "!=", "~"]
      case .integer, .decimal, .date, .yesNo: Comparison.allCases.map(\.rawValue)
      }
    add(signs, .sign)
  }

  private mutating func addHelpTopics() {
    add(QueryCollection.allCases.map(\.rawValue), .collection)
    for piece in ClauseCatalog.all where piece.name.utf8.allSatisfy({ Lexer.isWordByte($0) || $0 == 0x20 }) {
      add(piece.name, .keyword)
    }
    add(CommandCatalog.all.map(\.name.rawValue), .command)
    add(["settings"] + SettingName.allCases.map(\.rawValue), .command)
    add(Field.allCases.map(\.rawValue), .field)
  }
}

// Values.
extension CandidateCollector {
  private mutating func addNames(_ role: NameRole, _ collection: QueryCollection?) {
    for kind in Self.kinds(role, collection) { addEntries(of: kind, beginningWith: folded) }
  }

  private mutating func addValues(of type: ValueType?) {
    guard let type else { return }
    switch type {
    case .name(let kind): addEntries(of: kind, beginningWith: folded)
    case .choice(let choices):
      for choice in choices where fits(choice) { values.append(value(choice, nil)) }
    case .yesNo:
      for choice in ["yes", "no"] where fits(choice) { values.append(value(choice, nil)) }
    case .text, .integer, .decimal, .date: break
    }
  }

  /// Names of which words stand before the prefix: the candidate takes the place of those too.
  private mutating func addMore(_ range: SourceRange, _ kinds: [NameKind]) {
    guard !prefix.isQuoted else { return }
    let typed = text.string(in: range) + " " + prefix.typed
    let before = values.count
    let folded = Array(TextFolding.fold(typed).utf8)
    for kind in kinds { addEntries(of: kind, beginningWith: folded) }
    guard values.count > before else { return }
    // What completes the longer name and what completes the bare word cannot be offered together.
    replace = range.joined(to: prefix.range)
    found.removeAll()
  }

  private mutating func addEntries(of kind: NameKind, beginningWith folded: [UInt8]) {
    for entry in context.vocabulary.entries(of: kind) {
      guard values.count < Completion.candidateLimit else { return }
      let spelling = ([entry.name] + entry.aliases).first { TextFolding.fold($0).utf8.starts(with: folded) }
      if let spelling {
        values.append(value(spelling, entry))
      } else if !folded.isEmpty, Self.hasWord(entry.name, beginningWith: folded) {
        values.append(value(entry.name, entry))
      }
    }
  }

  private static func hasWord(_ name: String, beginningWith folded: [UInt8]) -> Bool {
    name.split(separator: " ").contains { TextFolding.fold(String($0)).utf8.starts(with: folded) }
  }

  private func value(_ spelling: String, _ entry: VocabularyEntry?) -> CompletionCandidate {
    let text = prefix.isQuoted ? SyntaxPrinter.quoted(spelling) : SyntaxPrinter.value(spelling)
    return CompletionCandidate(
      text: text, display: spelling, count: entry?.count, unit: entry?.unit, kind: .value)
  }

  private static func kinds(_ role: NameRole, _ collection: QueryCollection?) -> [NameKind] {
    collection.map { NameRoles.fields(role, of: $0).map(\.kind) } ?? []
  }

  private static func kinds(_ type: ValueType) -> [NameKind] {
    if case .name(let kind) = type { return [kind] }
    return []
  }

  /// The type of a column of the table, or of a field.
  private func type(of name: String, _ collection: QueryCollection?) -> ValueType? {
    if place.tableColumns != nil { return place.tableColumn(named: name)?.type }
    guard let collection = collection ?? place.collection,
      let field = FieldCatalog.field(named: name, in: collection)
    else { return nil }
    return FieldCatalog.type(of: field, in: collection)
  }
}

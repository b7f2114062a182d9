//! What holds for every condition, order and group, tried on random ones.

import QuothBasics
import QuothEngine
import QuothModel
import QuothQuery
import QuothTestSupport
import Testing

@Suite struct PropertyTests {
  private let engine = InMemoryEngine(TinyCorpus.visit, policy: .scan, coreCount: 1)
  /// Engines that must answer the same: with indexes, and with more cores than there are rows.
  private let others = [
    InMemoryEngine(TinyCorpus.visit, policy: .always, coreCount: 1),
    InMemoryEngine(TinyCorpus.visit, policy: .always, coreCount: 64),
    InMemoryEngine(Self.mapped, policy: .scan, coreCount: 1),
    InMemoryEngine(Self.mapped, policy: .always, coreCount: 2),
  ]
  /// The same read from a snapshot, with the index of words and the counts that it holds.
  private static let mapped: Corpus = {
    let corpus = TinyCorpus.visit
    let copy = try? SnapshotInMemory.copy(of: corpus, with: InMemoryEngine(corpus).sections)
    return copy ?? .empty
  }()

  @Test func snapshotsHoldWhatTheEngineWouldMake() throws {
    let (stored, made) = (InMemoryEngine(Self.mapped), InMemoryEngine(TinyCorpus.visit))
    #expect(stored.overview.quotationCount == made.overview.quotationCount)
    #expect(stored.overview.personCount == made.overview.personCount)
    #expect(stored.overview.days == made.overview.days)
    #expect(
      stored.overview.commonestSpeaker(in: Self.mapped)?.key
        == made.overview.commonestSpeaker(in: TinyCorpus.visit)?.key)
    for kind in NameKind.allCases {
      #expect(stored.vocabulary.entries(of: kind) == made.vocabulary.entries(of: kind))
    }
  }

  /// The engine and the slow evaluator agree on random conditions; what is kept, kept under `not`, and
  /// undecided make up all rows.
  @Test func filtersAgreeWithTheReference() throws {
    var (seenKept, seenDropped, seenUndecided) = (0, 0, 0)
    for collection in QueryCollection.allCases {
      let scan = LogicalPlan.scan(collection, repeats: .include)
      let fields = FieldCatalog.fields(of: collection).map(\.field)
      let all = try engine.execute(.project(scan, fields.map { .field($0) })).rows
      let rows = all.map { Dictionary(uniqueKeysWithValues: zip(fields, $0.values)) }
      let reference = ReferenceEvaluator<Field>(key: key(of:named:)) { field in
        guard case .name(let kind)? = FieldCatalog.type(of: field, in: collection) else { return nil }
        return kind
      }
      var random = PredicateGenerator(collection: collection, rows: rows, key: key(of:named:))
      for _ in 0..<200 {
        let predicate = random.predicate(depth: 3)
        let kept = try engine.execute(.filter(scan, predicate))
        let expected = zip(all, rows).filter { reference.evaluate(predicate, $0.1) == true }.map(\.0.key)
        #expect(kept.rows.map(\.key) == expected, "\(collection) \(predicate)")
        // An index gives rows in corpus order, which a sort has left.
        let sorted = LogicalPlan.sort(scan, [SortKey(.field(fields[0]), descending: true)])
        let keptOfSorted = try engine.execute(.filter(sorted, predicate))
        for other in others {
          #expect(try other.execute(.filter(scan, predicate)) == kept, "\(collection) \(predicate)")
          #expect(try other.execute(.filter(sorted, predicate)) == keptOfSorted)
          let unrepeated = LogicalPlan.filter(.scan(collection, repeats: .leaveOut), predicate)
          #expect(try other.execute(unrepeated) == engine.execute(unrepeated), "\(collection) \(predicate)")
        }
        let dropped = try engine.execute(.filter(scan, .not(predicate)))
        #expect(kept.notes == dropped.notes)
        let parts = kept.rows.count + dropped.rows.count + undecided(kept)
        #expect(parts == all.count, "\(collection) \(predicate)")
        seenKept += kept.rows.count
        seenDropped += dropped.rows.count
        seenUndecided += undecided(kept)
      }
    }
    #expect(min(seenKept, seenDropped, seenUndecided) > 200, "the conditions decide too little")
  }

  /// Queries of several threads on a fresh engine, whose columns nobody has made yet, all answer the same.
  @Test func threadsShareAnEngine() async throws {
    let shared = InMemoryEngine(TinyCorpus.visit)
    let plan = LogicalPlan.group(
      .filter(.scan(.statements, repeats: .leaveOut), .not(.names(.topics, anyOf: ["sport"]))),
      by: [.field(.speakers), .period(.month, .date)], aggregates: [.count])
    let tables = await withTaskGroup(of: ResultTable?.self) { group in
      for _ in 0..<8 { group.addTask { try? shared.execute(plan) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(tables.count == 8 && Set(tables).count == 1 && tables.first.flatMap(\.self) != nil)
  }

  @Test func limitsArePrefixesAndSortsArePermutations() throws {
    for collection in QueryCollection.allCases {
      let scan = LogicalPlan.scan(collection, repeats: .leaveOut)
      for definition in FieldCatalog.fields(of: collection) {
        for descending in [false, true] {
          let sorted = LogicalPlan.sort(
            scan, [SortKey(.field(definition.field), descending: descending)])
          let all = try engine.execute(.project(sorted, [.field(definition.field)]))
          let some = try engine.execute(.project(.limit(sorted, 2), [.field(definition.field)]))
          #expect(some.rows == Array(all.rows.prefix(2)))
          #expect(some.total == all.total)
          #expect(Set(all.rows.map(\.key)) == Set(try engine.execute(scan).rows.map(\.key)))
          let present = all.rows.map { $0.values[0] != .missing && $0.values[0] != .list([]) }
          #expect(present == present.sorted { $0 && !$1 }, "missing comes last: \(definition.field)")
        }
      }
    }
  }

  @Test func groupsSumToTheRows() throws {
    for collection in QueryCollection.allCases {
      let scan = LogicalPlan.scan(collection, repeats: .leaveOut)
      let total = try engine.execute(scan).rows.count
      for definition in FieldCatalog.fields(of: collection) {
        let keys: [GroupKey] =
          definition.type == .date
          ? [.field(definition.field)] + Period.allCases.map { .period($0, definition.field) }
          : [.field(definition.field)]
        for key in keys {
          let table = try engine.execute(.group(scan, by: [key], aggregates: [.count]))
          let sum = table.rows.reduce(0) { $0 + $1.integer(1) }
          #expect(definition.isList ? sum >= total : sum == total, "\(collection) \(key)")
          #expect(Set(table.rows.map { $0.values[0] }).count == table.rows.count)
          #expect(table.rows.map { -$0.integer(1) } == table.rows.map { -$0.integer(1) }.sorted())
        }
      }
    }
  }

  private func undecided(_ table: ResultTable) -> Int {
    table.notes.reduce(0) { sum, note in
      if case .undecided(_, let count) = note { sum + count } else { sum }
    }
  }

  private func key(of kind: NameKind, named name: String) -> String {
    engine.vocabulary.entries(of: kind).first { TextFolding.fold($0.name) == TextFolding.fold(name) }?.key
      ?? "none"
  }
}

extension ResultRow {
  fileprivate func integer(_ column: Int) -> Int {
    if case .integer(let number) = values[column] { number } else { -1 }
  }
}

/// Random conditions over the values that a collection really has, the same ones every time.
private struct PredicateGenerator {
  let collection: QueryCollection
  let rows: [[Field: Value]]
  let key: (NameKind, String) -> String
  private var random = SeededRandom(seed: 20_231_204)

  init(collection: QueryCollection, rows: [[Field: Value]], key: @escaping (NameKind, String) -> String) {
    self.collection = collection
    self.rows = rows
    self.key = key
  }

  mutating func predicate(depth: Int) -> Predicate {
    let choice = Int.random(in: 0..<(depth > 0 ? 6 : 3), using: &random)
    switch choice {
    case 3: return .not(predicate(depth: depth - 1))
    case 4: return .and((0..<Int.random(in: 1...3, using: &random)).map { _ in predicate(depth: depth - 1) })
    case 5: return .or((0..<Int.random(in: 1...3, using: &random)).map { _ in predicate(depth: depth - 1) })
    default: return leaf()
    }
  }

  private mutating func leaf() -> Predicate {
    let definitions = FieldCatalog.fields(of: collection)
    let definition = definitions[Int.random(in: 0..<definitions.count, using: &random)]
    let field = definition.field
    if Int.random(in: 0..<8, using: &random) == 0 { return .isMissing(field) }
    let comparison = Comparison.allCases[Int.random(in: 0..<6, using: &random)]
    let value = value(of: field)
    switch definition.type {
    case .integer, .decimal: return .number(field, comparison, Double(value?.plain ?? "") ?? 3)
    case .date: return .date(field, comparison, days())
    case .yesNo: return .isTrue(field)
    case .choice: return .text(field, comparison, folded: value?.plain ?? "")
    case .name(let kind) where Bool.random(using: &random):
      return .names(field, anyOf: value.map { [key(kind, $0.plain)] } ?? ["nobody"])
    case .name, .text: return text(field, comparison, value?.plain ?? "no one")
    }
  }

  private mutating func value(of field: Field) -> Value? {
    switch rows[Int.random(in: 0..<rows.count, using: &random)][field] {
    case .list(let values): values.randomElement(using: &random)
    case .missing, nil: nil
    case let value: value
    }
  }

  private mutating func days() -> DayRange {
    let month = [nil, 6, 12][Int.random(in: 0..<3, using: &random)]
    return DayRange(
      year: 2023, month: month, day: month == nil ? nil : [nil, 4, 16].randomElement(using: &random)!)!
  }

  private mutating func text(_ field: Field, _ comparison: Comparison, _ text: String) -> Predicate {
    let bytes = Array(text.utf8)
    let words = WordScanner.words(in: bytes, 0..<bytes.count).map {
      String(decoding: bytes[$0], as: UTF8.self)
    }
    let first = words.randomElement(using: &random) ?? "none"
    let second = words.randomElement(using: &random) ?? "none"
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return .text(field, comparison, folded: TextFolding.fold(text))
    case 1: return .matches(field, regex: first.filter { $0.isASCII && $0.isLetter })
    case 2:
      return .contains(field, .sequence([glob(first)] + (Bool.random(using: &random) ? [.anyWord] : [])))
    default:
      let distance = Int.random(in: 0...4, using: &random)
      return .contains(field, .near(.sequence([glob(first)]), .sequence([glob(second)]), distance: distance))
    }
  }

  private mutating func glob(_ word: String) -> WordPattern {
    var letters = Array(TextFolding.fold(word))
    let place = Int.random(in: 0..<letters.count, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: letters[place] = "?"
    case 1: letters.replaceSubrange(place..., with: ["*"])
    case 2: letters[place] = "*"
    default: break
    }
    // A lone star is not a glob but any word.
    return letters == ["*"] ? .anyWord : .glob(String(letters))
  }
}

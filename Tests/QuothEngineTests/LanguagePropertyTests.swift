//! What holds for every set, sample, name, group of groups and order, tried on random queries.

import QuothBasics
import QuothEngine
import QuothModel
import QuothQuery
import QuothTestSupport
import Testing

@Suite struct LanguagePropertyTests {
  /// With indexes, on as many cores as rows: `AccessPathTests` compares with a scan.
  private static let engine = InMemoryEngine(TinyCorpus.visit, policy: .always, coreCount: 64)

  private static func answer(_ script: String) throws -> ResultTable {
    var desk = QueryDesk(engine, vocabulary: engine.vocabulary)
    return try desk.answer(to: script)
  }

  private static func keys(_ script: String) throws -> [String] {
    try answer(script).rows.map { $0.key?.key ?? "none" }
  }

  private static func generator(_ seed: UInt64) -> QueryGenerator {
    QueryGenerator(seed: seed, vocabulary: engine.vocabulary)
  }

  /// A ∪ B = B ∪ A, |A| + |B| = |A ∪ B| + |A ∩ B|, A ∖ B has nothing of B, and the like.
  @Test func setsObeyTheirLaws() throws {
    var random = Self.generator(1)
    var (joint, apart) = (0, 0)
    for collection in QueryCollection.allCases {
      let corpusOrder = try Self.keys("\(collection.rawValue)\(Self.repeats(collection))")
      for _ in 0..<40 {
        let (first, second) = (random.rows(of: collection), random.rows(of: collection))
        guard let a = try? Self.keys(first), let b = try? Self.keys(second) else { continue }
        let union = try Self.keys("\(first) union \(second)")
        let both = try Self.keys("\(first) intersect \(second)")
        let rest = try Self.keys("\(first) except \(second)")
        #expect(try union == Self.keys("\(second) union \(first)"))
        #expect(try both == Self.keys("\(second) intersect \(first)"))
        #expect(Set(union) == Set(a).union(b) && Set(both) == Set(a).intersection(b))
        #expect(Set(rest) == Set(a).subtracting(b))
        #expect(a.count + b.count == union.count + both.count, "\(first) / \(second)")
        #expect(try Self.keys("(\(first) except \(second)) intersect \(second)") == [])
        #expect(try Self.keys("\(first) union \(first)") == Self.inOrder(a, corpusOrder))
        #expect(union == Self.inOrder(union, corpusOrder), "sets come in the order of the corpus")
        // From left to right.
        let chain = try Self.keys("\(first) except \(second) union \(second)")
        #expect(try chain == Self.keys("(\(first) except \(second)) union \(second)"))
        if both.isEmpty { apart += 1 } else { joint += 1 }
      }
    }
    #expect(min(joint, apart) > 20, "the sets meet too rarely, or always")
  }

  private static func repeats(_ collection: QueryCollection) -> String {
    collection == .quotes || collection == .statements ? " with repeats" : ""
  }

  private static func inOrder(_ keys: [String], _ order: [String]) -> [String] {
    order.filter { keys.contains($0) }
  }

  @Test func samplesAreSubsets() throws {
    for collection in QueryCollection.allCases {
      let all = try Self.keys(collection.rawValue)
      var drawn: Set<[String]> = []
      for seed in 0..<20 {
        for count in [0, 1, 2, all.count, all.count + 5] {
          let query = "\(collection.rawValue) | sample \(count) seed \(seed)"
          let some = try Self.keys(query)
          #expect(some.count == min(count, all.count))
          #expect(some == all.filter { some.contains($0) }, "the order stays")
          #expect(try some == Self.keys(query))
          #expect(try Self.answer(query).total == all.count)
          if count == 2 { drawn.insert(some) }
        }
        // The rows of a smaller sample are in every greater one.
        let two = try Self.keys("\(collection.rawValue) | sample 2 seed \(seed)")
        let three = try Self.keys("\(collection.rawValue) | sample 3 seed \(seed)")
        #expect(Set(two).isSubset(of: three))
      }
      if all.count > 3 { #expect(drawn.count > 2, "other seeds draw other rows: \(collection)") }
      #expect(
        try Self.keys("\(collection.rawValue) | sample 2")
          == Self.keys("\(collection.rawValue) | sample 2 seed 1"))
    }
  }

  /// A name, the last answer and brackets all mean the query that they stand for.
  @Test func namesMeanWhatTheyStandFor() throws {
    var random = Self.generator(2)
    var (right, wrong) = (0, 0)
    for _ in 0..<400 {
      let collection = QueryCollection.allCases.randomElement(using: &random.random) ?? .quotes
      let (rows, stage) = (random.rows(of: collection), random.stage(of: collection))
      do {
        let inline = try Self.answer("(\(rows)) | \(stage)")
        #expect(try inline == Self.answer("let a = \(rows)\n$a | \(stage)"))
        #expect(try inline == Self.answer("\(rows)\nit | \(stage)"))
        #expect(try inline == Self.answer("let a = (\(rows)) | \(stage)\n$a"))
        // Nothing can follow these.
        if stage != "count", stage != "read", !stage.hasPrefix("chart") {
          let count = try Self.answer("(\(rows)) | \(stage) | count").rows[0].values
          #expect(count == [.integer(inline.rows.count)])
        }
        right += 1
      } catch {
        wrong += 1
        #expect(throws: (any Error).self) { try Self.answer("let a = \(rows)\n$a | \(stage)") }
      }
    }
    #expect(right > 100 && wrong > 20)
  }

  /// A table grouped again by one of its keys has the counts of the rows grouped by that key alone.
  @Test func groupsOfGroupsSumUp() throws {
    var seen = 0
    for collection in QueryCollection.allCases {
      let fields = FieldCatalog.fields(of: collection)
      for first in fields {
        for second in fields where !second.isList && second.field != first.field {
          let (one, other) = (first.field.rawValue, second.field.rawValue)
          let rows = "\(collection.rawValue) group by \(one)"
          let direct = try Self.answer("\(rows) sort by \(one)")
          let again = try Self.answer("\(rows), \(other) | group by \(one) show sum(count) sort by \(one)")
          #expect(direct.rows.map(\.values) == again.rows.map(\.values), "\(rows), \(other)")
          seen += direct.rows.count
        }
      }
    }
    #expect(seen > 1_000)
  }

  /// The sum over groups is that of the rows, and of those that count several times the note tells.
  @Test func sharesAndSumsAddUp() throws {
    for field in FieldCatalog.fields(of: .statements) where !field.isList {
      let table = try Self.answer("statements group by \(field.field.rawValue) show count, share, sum(words)")
      let whole = try Self.answer("statements show count, sum(words)")
      #expect(table.rows.reduce(0) { $0 + $1.number(1) } == whole.rows[0].number(0))
      #expect(abs(table.rows.reduce(0) { $0 + $1.number(2) } - 1) < 1e-9)
      #expect(table.rows.reduce(0) { $0 + $1.number(3) } == whole.rows[0].number(1))
    }
    let several = try Self.answer("statements group by speaker")
    let total = try Self.answer("statements").rows.count
    let extra = several.notes.reduce(0) { sum, note in
      if case .countedSeveralTimes(let count) = note { sum + count } else { sum }
    }
    // Nobody here speaks with more than one other.
    #expect(several.rows.reduce(0) { $0 + $1.number(1) } == Double(total + extra))
  }

  /// Sorting by one key and then by another is sorting by both, the last one first.
  @Test func sortingIsStable() throws {
    for collection in QueryCollection.allCases {
      let fields = FieldCatalog.fields(of: collection).map(\.field.rawValue)
      for (first, second) in zip(fields, fields.dropFirst() + fields.prefix(1)) {
        for order in ["", " desc"] {
          let twice = try Self.answer(
            "\(collection.rawValue) | sort by \(first)\(order) | sort by \(second)")
          let once = try Self.answer("\(collection.rawValue) | sort by \(second), \(first)\(order)")
          #expect(twice == once)
        }
      }
      let grouped = "\(collection.rawValue) group by \(fields[1]), \(fields[2])"
      #expect(
        try Self.answer("\(grouped) | sort by \(fields[2]) | sort by count desc").rows
          == Self.answer("\(grouped) | sort by count desc, \(fields[2])").rows
          || fields.count < 3)
    }
  }

  /// Conditions on tables against the slow evaluator.
  @Test func tableFiltersAgreeWithTheReference() throws {
    var random = SeededRandom(seed: 3)
    var (seenKept, seenDropped) = (0, 0)
    for collection in QueryCollection.allCases {
      for definition in FieldCatalog.fields(of: collection) {
        let group = LogicalPlan.group(
          .scan(collection, repeats: .leaveOut), by: [.field(definition.field)], aggregates: [.count, .share])
        let all = try Self.engine.execute(group)
        let columns = all.columns.map { TableColumn($0.name) }
        let rows = all.rows.map { Dictionary(uniqueKeysWithValues: zip(columns, $0.values)) }
        let reference = ReferenceEvaluator<TableColumn>(key: { _, _ in "none" }, kind: { _ in nil })
        for _ in 0..<20 {
          let condition = Self.condition(on: all, depth: 2, &random)
          let kept = try Self.engine.execute(.filterTable(group, condition)).rows
          let expected = zip(all.rows, rows).filter { reference.evaluate(condition, $0.1) == true }.map(\.0)
          #expect(kept == expected, "\(condition)")
          let dropped = try Self.engine.execute(.filterTable(group, .not(condition)))
          let undecided = dropped.notes.reduce(0) { sum, note in
            if case .undecided(_, let count) = note { sum + count } else { sum }
          }
          #expect(kept.count + dropped.rows.count + undecided == all.rows.count, "\(condition)")
          seenKept += kept.count
          seenDropped += dropped.rows.count
        }
      }
    }
    #expect(min(seenKept, seenDropped) > 500)
  }

  private static func condition(
    on table: ResultTable, depth: Int, _ random: inout SeededRandom
  ) -> Condition<TableColumn> {
    switch depth > 0 ? Int.random(in: 0..<6, using: &random) : 0 {
    case 3: return .not(condition(on: table, depth: depth - 1, &random))
    case 4: return .and((0..<2).map { _ in condition(on: table, depth: depth - 1, &random) })
    case 5: return .or((0..<2).map { _ in condition(on: table, depth: depth - 1, &random) })
    default: break
    }
    let place = Int.random(in: 0..<table.columns.count, using: &random)
    let column = TableColumn(table.columns[place].name)
    let comparison = Comparison.allCases.randomElement(using: &random) ?? .equal
    switch table.rows.randomElement(using: &random)?.values[place] {
    case .integer(let number): return .number(column, comparison, Double(number))
    case .decimal(let number): return .number(column, comparison, number)
    case .day(let day): return .date(column, comparison, DayRange(first: day, last: day))
    case .yesNo: return .isTrue(column)
    case .text(let text): return .text(column, comparison, folded: TextFolding.fold(text))
    case .missing, .list, nil: return .isMissing(column)
    }
  }
}

extension ResultRow {
  fileprivate func number(_ column: Int) -> Double {
    switch values[column] {
    case .integer(let number): Double(number)
    case .decimal(let number): number
    default: -1
    }
  }
}

//! Answers compared by what they hold.

import QuothQuery
import QuothTeaching
import Testing

@Suite struct AnswerCheckTests {
  private static func rows(_ collection: QueryCollection, _ keys: [String]) -> ResultTable {
    table(["id"], keys.map { [.text($0)] }, collection, keys)
  }

  private static func table(
    _ names: [String], _ values: [[Value]], _ collection: QueryCollection? = nil, _ keys: [String] = []
  ) -> ResultTable {
    let rows = values.enumerated().map { index, values in
      ResultRow(values: values, key: collection.map { RowKey($0, keys[index]) })
    }
    let columns = names.map { ResultColumn(name: $0, type: .text, isList: false) }
    return ResultTable(collection: collection, columns: columns, rows: rows, total: rows.count, notes: [])
  }

  private static let counts = table(
    ["cue", "count"],
    [[.text("said"), .integer(2)], [.text("told"), .integer(1)], [.missing, .integer(1)]])

  @Test func rowsAreTheSameInAnyOrder() {
    let model = Self.rows(.quotes, ["a", "b", "c"])
    #expect(AnswerCheck.difference(of: Self.rows(.quotes, ["c", "a", "b"]), from: model) == nil)
    #expect(AnswerCheck.difference(of: Self.rows(.statements, ["c", "a", "b"]), from: model) == nil)
    #expect(
      AnswerCheck.difference(of: Self.rows(.quotes, ["a", "d"]), from: model)
        == .rows(missing: 2, extra: 1, meant: 3))
    #expect(
      AnswerCheck.difference(of: Self.rows(.articles, ["a", "b", "c"]), from: model)
        == .otherKind(found: .articles, meant: .quotes))
    #expect(
      AnswerCheck.difference(of: Self.counts, from: model) == .otherKind(found: nil, meant: .quotes))
    #expect(
      AnswerCheck.difference(of: Self.rows(.quotes, []), from: model) == .rows(missing: 3, extra: 0, meant: 3)
    )
  }

  @Test func figuresAreTheSameInAnyOrderBesideOthers() {
    let other = Self.table(
      ["share", "count", "cue"],
      [
        [.decimal(0.25), .decimal(1), .missing], [.decimal(0.25), .integer(1), .list([.text("told")])],
        [.decimal(0.5), .integer(2), .text("said")],
      ])
    #expect(AnswerCheck.difference(of: other, from: Self.counts) == nil)
  }

  @Test func figuresDiffer() {
    let swapped = Self.table(
      ["cue", "count"],
      [[.text("said"), .integer(1)], [.text("told"), .integer(2)], [.missing, .integer(1)]])
    #expect(AnswerCheck.difference(of: swapped, from: Self.counts) == .pairing)
    let names = Self.table(["cue"], [[.text("said")], [.text("told")], [.missing]])
    #expect(AnswerCheck.difference(of: names, from: Self.counts) == .column("count"))
    let fewer = Self.table(["cue", "count"], [[.text("said"), .integer(2)]])
    #expect(AnswerCheck.difference(of: fewer, from: Self.counts) == .lineCount(found: 1, meant: 3))
    #expect(
      AnswerCheck.difference(of: Self.rows(.quotes, ["a"]), from: Self.counts)
        == .otherKind(found: .quotes, meant: nil))
  }

  /// One column cannot stand for two.
  @Test func twoColumnsOfOneContentAreTwo() {
    let model = Self.table(["a", "b"], [[.integer(1), .integer(1)], [.integer(2), .integer(2)]])
    let one = Self.table(["a"], [[.integer(1)], [.integer(2)]])
    #expect(AnswerCheck.difference(of: one, from: model) == .pairing)
    #expect(AnswerCheck.difference(of: model, from: model) == nil)
  }

  @Test(arguments: [0.3, 1e-12, 3, 333_333_333_333.25])
  func roundedFiguresAreTheSame(_ number: Double) {
    func figure(_ value: Double) -> ResultTable { Self.table(["mean"], [[.decimal(value)]]) }
    #expect(AnswerCheck.difference(of: figure(number * 3 / 3), from: figure(number)) == nil)
    #expect(AnswerCheck.difference(of: figure(number.nextUp.nextUp), from: figure(number)) == nil)
    #expect(AnswerCheck.difference(of: figure(number * 1.001), from: figure(number)) != nil)
  }
}

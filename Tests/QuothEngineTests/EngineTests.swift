//! Plans and their answers on the usual tiny corpus.

import QuothBasics
import QuothEngine
import QuothModel
import QuothQuery
import QuothTestSupport
import Testing

@Suite struct EngineTests {
  private static let quotes = LogicalPlan.scan(.quotes, repeats: .leaveOut)
  private static let statements = LogicalPlan.scan(.statements, repeats: .leaveOut)
  private static let articles = LogicalPlan.scan(.articles, repeats: .leaveOut)
  private static let december = DayRange(year: 2023, month: 12).unsafelyUnwrapped
  private static let raisi = Predicate.names(.speakers, anyOf: ["person/ebrahim-raisi"])

  private static func show(_ plan: LogicalPlan, _ fields: Field...) -> LogicalPlan {
    .project(plan, fields.map { .field($0) })
  }

  private static func ids(_ plan: LogicalPlan) -> LogicalPlan { show(plan, .id) }

  @Test func rowsAreChosen() {
    let cases: [(LogicalPlan, String)] = [
      (Self.ids(Self.quotes), "a1-visit#1; a1-visit#2; a2-joint#1; b3#1; b3#2; repeats 1"),
      (
        Self.ids(.scan(.quotes, repeats: .include)),
        "a1-visit#1; a1-visit#2; a1-visit#3; a2-joint#1; b3#1; b3#2"
      ),
      (Self.ids(Self.statements), "a1-visit#1; a1-visit#2; a2-joint#1; a2-joint#2; b3#1; b3#2; repeats 1"),
      (Self.ids(.filter(Self.quotes, Self.raisi)), "a1-visit#1; a1-visit#2; a2-joint#1; repeats 1"),
      (Self.ids(.filter(Self.quotes, .not(Self.raisi))), "b3#1; b3#2"),
      (Self.ids(.filter(.filter(Self.quotes, Self.raisi), .names(.topics, anyOf: ["trade"]))), "a1-visit#2"),
      (Self.ids(.filter(Self.quotes, .date(.date, .less, Self.december))), "a2-joint#1; undecided date 2"),
      (
        Self.ids(.filter(Self.quotes, .not(.date(.date, .less, Self.december)))),
        "a1-visit#1; a1-visit#2; undecided date 2; repeats 1"
      ),
      (
        Self.ids(.filter(Self.quotes, .or([.date(.date, .equal, Self.december), .isMissing(.outlet)]))),
        "a1-visit#1; a1-visit#2; b3#1; b3#2; repeats 1"
      ),
      (Self.ids(.filter(Self.quotes, .not(.isTrue(.known)))), "b3#1"),
      (Self.ids(.filter(Self.statements, .text(.kind, .equal, folded: "indirect"))), "a2-joint#2"),
      (Self.ids(.filter(Self.quotes, .names(.cue, anyOf: ["said"]))), "a1-visit#1; a2-joint#1; b3#2"),
      (
        Self.ids(.filter(Self.quotes, .names(.mentions, anyOf: ["place/tehran"]))),
        "a1-visit#1"
      ),
      (
        Self.ids(.filter(Self.articles, .names(.agency, anyOf: ["efe"]))),
        "a1-visit; a2-joint; undecided agency 1"
      ),
      (Self.ids(.filter(Self.articles, .text(.title, .greater, folded: "b"))), "a1-visit; undecided title 1"),
      (
        Self.show(
          .filter(.scan(.people, repeats: .leaveOut), .text(.aliases, .notEqual, folded: "raisi")), .name),
        "Miguel Díaz-Canel; Manuel Marrero Cruz"
      ),
      (
        Self.show(
          .filter(.scan(.people, repeats: .leaveOut), .number(.quotes, .greaterOrEqual, 2)), .name, .quotes),
        "Ebrahim Raisi | 3"
      ),
      (.count(.filter(Self.quotes, Self.raisi)), "3; repeats 1"),
      (.count(.limit(Self.quotes, 0)), "0"),
      (.count(.limit(Self.quotes, 5)), "5; repeats 1"),
      (.count(.sample(Self.quotes, 2, seed: 1)), "2"),
      (
        .filter(
          .filter(Self.quotes, .date(.date, .less, Self.december)),
          .contains(.text, .sequence([.glob("economy")]))), "undecided date 1"
      ),
      (
        Self.ids(.filter(Self.ids(Self.quotes), Self.raisi)),
        "error: unsupported(\"columns chosen before the end\")"
      ),
      (
        Self.ids(.filter(Self.quotes, .number(.topics, .equal, 1))),
        "error: unsupported(\"‘topics’ of quotes is not a number\")"
      ),
      (
        Self.ids(.filter(.scan(.topics, repeats: .leaveOut), .isTrue(.known))),
        "error: unsupported(\"topics have no field ‘known’\")"
      ),
    ]
    for (plan, expected) in cases { check(plan, expected, on: TinyCorpus.visit) }
  }

  /// A set tells of the repeats that it would hold, had no side left them out.
  @Test func setsTellOfRepeats() {
    let (all, some) = (
      LogicalPlan.scan(.quotes, repeats: .include), LogicalPlan.filter(Self.quotes, Self.raisi)
    )
    let cases: [(LogicalPlan, String)] = [
      (.combine(.intersect, all, some), "a1-visit#1; a1-visit#2; a2-joint#1; repeats 1"),
      (.combine(.intersect, some, all), "a1-visit#1; a1-visit#2; a2-joint#1; repeats 1"),
      (.combine(.union, some, some), "a1-visit#1; a1-visit#2; a2-joint#1; repeats 1"),
      (
        .combine(.union, some, all), "a1-visit#1; a1-visit#2; a1-visit#3; a2-joint#1; b3#1; b3#2"
      ),
      (.combine(.except, all, some), "a1-visit#3; b3#1; b3#2"),
      (.combine(.except, Self.quotes, some), "b3#1; b3#2"),
      (
        .combine(.except, some, .filter(Self.quotes, .not(Self.raisi))),
        "a1-visit#1; a1-visit#2; a2-joint#1; repeats 1"
      ),
    ]
    for (plan, expected) in cases { check(Self.ids(plan), expected, on: TinyCorpus.visit) }
  }

  @Test func textIsFoundAndMarked() {
    func words(_ text: String) -> TextPattern {
      .sequence(text.split(separator: " ").map { $0 == "*" ? .anyWord : .glob(String($0)) })
    }
    func text(_ predicate: Predicate) -> LogicalPlan { Self.show(.filter(Self.statements, predicate), .text) }
    let cases: [(LogicalPlan, String)] = [
      (
        text(.contains(.text, words("sanctions"))),
        "The unjust <sanctions> have not been successful; We oppose imperialism and <sanctions>; "
          + "repeats 1"
      ),
      (
        text(.contains(.text, words("sanction*"))),
        "The unjust <sanctions> have not been successful; We oppose imperialism and <sanctions>; "
          + "repeats 1"
      ),
      (
        text(.contains(.text, words("un* sanctions"))),
        "The <unjust sanctions> have not been successful; repeats 1"
      ),
      (
        text(.contains(.text, words("unjust * have"))),
        "The <unjust sanctions have> not been successful; repeats 1"
      ),
      (text(.contains(.text, words("w?ll"))), "<will> grow"),
      (text(.contains(.text, words("iran"))), "<Iran>'s people's economy resists"),
      (
        text(.contains(.text, .near(words("imperialism"), words("we"), distance: 1))),
        "<We> oppose <imperialism> and sanctions"
      ),
      (text(.contains(.text, .near(words("imperialism"), words("we"), distance: 0))), ""),
      (
        text(
          .contains(
            .text, .near(.near(words("we"), words("sanctions"), distance: 3), words("and"), distance: 0))),
        "<We> oppose imperialism <and> <sanctions>"
      ),
      (
        text(.contains(.speakers, words("diaz-canel"))),
        "We oppose imperialism and sanctions; exports to the UN doubled"
      ),
      (
        text(.matches(.text, regex: #"\bIMP\w+|s$"#)),
        "We oppose <imperialism> and sanction<s>; enough of thi<s>; "
          + "Iran's people's economy resist<s>"
      ),
      (text(.matches(.text, regex: #"people.s"#)), "Iran's <people's> economy resists"),
      (
        text(.matches(.text, regex: "(unclosed")),
        "error: badRegex(pattern: \"(unclosed\", reason: \"missing closing parenthesis\", offset: 9)"
      ),
      (
        text(.not(.contains(.text, words("sanctions")))),
        "will grow; exports to the UN doubled; enough of this; Iran's people's economy resists"
      ),
      (
        Self.show(
          .filter(Self.articles, .and([.contains(.title, words("agree")), .matches(.title, regex: "gre+")])),
          .title),
        "Iran and Cuba <Agree>; undecided title 1"
      ),
    ]
    for (plan, expected) in cases { check(plan, expected, on: TinyCorpus.visit) }
  }

  @Test func groupsAndOrder() {
    func group(_ input: LogicalPlan, _ keys: [GroupKey], _ aggregates: [Aggregate] = [.count]) -> LogicalPlan
    {
      .project(
        .group(input, by: keys, aggregates: aggregates),
        (keys.map(\.name) + aggregates.map(\.name)).map { .column(TableColumn($0)) })
    }
    func sorted(_ input: LogicalPlan, _ column: OutputColumn, descending: Bool = false) -> LogicalPlan {
      .sort(input, [SortKey(column, descending: descending)])
    }
    let bySpeaker = LogicalPlan.group(
      Self.statements, by: [.field(.speakers)], aggregates: [.count, .sum(.words)])
    let cases: [(LogicalPlan, String)] = [
      (group(Self.quotes, [.field(.outlet)]), "Tasnim | 2; - | 2; 14ymedio | 1; repeats 1"),
      (
        group(Self.statements, [.field(.speakers)], [.count, .share]),
        "Ebrahim Raisi | 3 | 0.5; Miguel Díaz-Canel | 2 | 0.3333333333333333; Manuel Marrero Cruz | 1 | 0.16666666666666666; "
          + "- | 1 | 0.16666666666666666; repeats 1; several 1"
      ),
      (
        group(Self.statements, [.field(.topics), .field(.kind)]),
        "sanctions | direct | 2; - | direct | 2; trade | indirect | 1; "
          + "trade | mixed | 1; repeats 1"
      ),
      (group(Self.quotes, [.field(.cue)]), "said | 3; added | 1; shouted | 1; repeats 1"),
      (group(Self.quotes, [.period(.month, .date)]), "2023-12 | 2; - | 2; 2023-06 | 1; repeats 1"),
      (group(Self.articles, [.period(.week, .date)]), "2023-W24 | 1; 2023-W49 | 1; - | 1"),
      (group(Self.articles, [.period(.quarter, .date)]), "2023-Q2 | 1; 2023-Q4 | 1; - | 1"),
      (group(Self.articles, [.period(.year, .date)]), "2023 | 2; - | 1"),
      (group(Self.articles, [.field(.agency)]), "EFE | 2; - | 1"),
      (
        group(
          Self.statements, [.field(.known)],
          [
            .countDistinct(.article), .min(.words), .max(.date), .sum(.words), .mean(.words), .median(.words),
            .median(.date),
          ]),
        "yes | 3 | 2 | 2023-12-04 | 23 | 4.6 | 5.0 | 2023-09-09; no | 1 | 3 | - | 3 | 3.0 | 3.0 | -; "
          + "repeats 1"
      ),
      (group(.filter(Self.quotes, .isTrue(.known)), [], [.count, .sum(.words)]), "4 | 18; repeats 1"),
      (group(.limit(Self.quotes, 0), [], [.count, .max(.date)]), "0 | -"),
      (
        .project(
          .limit(sorted(bySpeaker, .column(TableColumn("sum(words)")), descending: true), 2),
          [.column(TableColumn("speakers")), .column(TableColumn("sum(words)"))]),
        "Ebrahim Raisi | 14; Miguel Díaz-Canel | 10; of 4; repeats 1; several 1"
      ),
      (
        Self.show(sorted(Self.articles, .field(.date)), .id, .date),
        "a2-joint | 2023-06-16; a1-visit | 2023-12-04; b3 | -"
      ),
      (
        Self.show(sorted(Self.articles, .field(.date), descending: true), .id, .date),
        "a1-visit | 2023-12-04; a2-joint | 2023-06-16; b3 | -"
      ),
      (
        Self.show(.limit(sorted(Self.quotes, .field(.outlet)), 3), .id, .outlet),
        "a2-joint#1 | 14ymedio; a1-visit#1 | Tasnim; a1-visit#2 | Tasnim; of 5; repeats 1"
      ),
      (
        Self.show(sorted(Self.quotes, .field(.speakers)), .id),
        "a1-visit#1; a1-visit#2; a2-joint#1; b3#2; b3#1; repeats 1"
      ),
      (
        Self.show(sorted(Self.quotes, .field(.text)), .text),
        "enough of this; Iran's people's economy resists; The unjust sanctions have not been successful; "
          + "We oppose imperialism and sanctions; will grow; repeats 1"
      ),
      (.count(bySpeaker), "4; repeats 1; several 1"),
      (
        .project(bySpeaker, [.field(.outlet)]),
        "error: unsupported(\"‘outlet’, which is no column of the table\")"
      ),
      (
        group(Self.quotes, [.period(.month, .outlet)]),
        "error: unsupported(\"‘outlet’ of quotes is not a date\")"
      ),
      (
        group(Self.quotes, [.field(.kind)], [.sum(.text)]),
        "error: unsupported(\"a figure of ‘text’, which is neither a number nor a date\")"
      ),
    ]
    for (plan, expected) in cases { check(plan, expected, on: TinyCorpus.visit) }
  }

  @Test func setsAndSamples() {
    let first = LogicalPlan.filter(Self.quotes, Self.raisi)
    let second = LogicalPlan.filter(Self.quotes, .names(.topics, anyOf: ["sanctions"]))
    let groups = LogicalPlan.group(Self.quotes, by: [.field(.outlet)], aggregates: [.count])
    let cases: [(LogicalPlan, String)] = [
      (Self.ids(.combine(.union, first, second)), "a1-visit#1; a1-visit#2; a2-joint#1; repeats 1"),
      (Self.ids(.combine(.intersect, first, second)), "a1-visit#1; a2-joint#1; repeats 1"),
      (Self.ids(.combine(.except, first, second)), "a1-visit#2"),
      (Self.ids(.combine(.except, second, first)), ""),
      (Self.ids(.combine(.union, second, .limit(Self.quotes, 0))), "a1-visit#1; a2-joint#1; repeats 1"),
      // What one side leaves out and the other brings in is not left out.
      (
        Self.ids(.combine(.union, second, .scan(.quotes, repeats: .include))),
        "a1-visit#1; a1-visit#2; a1-visit#3; a2-joint#1; b3#1; b3#2"
      ),
      (Self.ids(.combine(.except, .scan(.quotes, repeats: .include), Self.quotes)), "a1-visit#3"),
      // A limit below a set says nothing about the set's size, nor of repeats.
      (Self.ids(.combine(.union, .limit(first, 1), .limit(second, 1))), "a1-visit#1"),
      (
        Self.ids(.filter(.combine(.union, first, second), .date(.date, .less, Self.december))),
        "a2-joint#1"
      ),
      (.count(.combine(.union, first, second)), "3; repeats 1"),
      (
        Self.ids(.combine(.union, groups, second)),
        "error: unsupported(\"‘union’ of rows, after ‘group by’ or ‘count’\")"
      ),
      (Self.ids(.sample(Self.quotes, 0, seed: 1)), "of 5; repeats 1"),
      (Self.ids(.sample(Self.quotes, -1, seed: 1)), "of 5; repeats 1"),
      (Self.ids(.sample(Self.quotes, 2, seed: 1)), "a1-visit#2; b3#1; of 5; repeats 1"),
      (Self.ids(.sample(Self.quotes, 2, seed: 2)), "a1-visit#1; a2-joint#1; of 5; repeats 1"),
      (
        Self.ids(.sample(Self.quotes, 9, seed: 2)),
        "a1-visit#1; a1-visit#2; a2-joint#1; b3#1; b3#2; repeats 1"
      ),
    ]
    for (plan, expected) in cases { check(plan, expected, on: TinyCorpus.visit) }
  }

  @Test func tablesGoOn() {
    let (outlet, count, month) = (TableColumn("outlet"), TableColumn("count"), TableColumn("month(date)"))
    let groups = LogicalPlan.group(
      Self.quotes, by: [.field(.outlet), .period(.month, .date), .field(.cue)],
      aggregates: [.count, .sum(.words)])
    func show(_ plan: LogicalPlan, _ columns: TableColumn...) -> LogicalPlan {
      .project(plan, columns.map { .column($0) })
    }
    func having(_ condition: Condition<TableColumn>) -> LogicalPlan {
      show(.filterTable(groups, condition), outlet, month, count)
    }
    let again = LogicalPlan.groupTable(
      groups, by: [.field(outlet)],
      aggregates: [.count, .sum(count), .max(TableColumn("sum(words)")), .countDistinct(month), .share])
    let cases: [(LogicalPlan, String)] = [
      (having(.number(count, .greater, 1)), "repeats 1"),
      (
        having(.names(outlet, anyOf: ["tasnim"])),
        "Tasnim | 2023-12 | 1; Tasnim | 2023-12 | 1; undecided outlet 2; repeats 1"
      ),
      (
        having(.not(.names(outlet, anyOf: ["tasnim"]))),
        "14ymedio | 2023-06 | 1; undecided outlet 2; repeats 1"
      ),
      (having(.isMissing(outlet)), "- | - | 1; - | - | 1; repeats 1"),
      (
        having(.text(month, .less, folded: "2023-12")),
        "14ymedio | 2023-06 | 1; undecided month(date) 2; repeats 1"
      ),
      (having(.matches(month, regex: "-06$")), "14ymedio | 2023-06 | 1; undecided month(date) 2; repeats 1"),
      (
        show(
          again, outlet, count, TableColumn("sum(count)"), TableColumn("max(sum(words))"),
          TableColumn("share")),
        "Tasnim | 2 | 2 | 7 | 0.4; - | 2 | 2 | 4 | 0.4; 14ymedio | 1 | 1 | 5 | 0.2; repeats 1"
      ),
      (show(again, outlet, TableColumn("count(month(date))")), "Tasnim | 1; - | 0; 14ymedio | 1; repeats 1"),
      (.count(.filterTable(again, .number(count, .equal, 2))), "2; repeats 1"),
      (
        show(
          .sample(.sort(groups, [SortKey(.column(TableColumn("cue")), descending: false)]), 1, seed: 3),
          TableColumn("cue")),
        "said; of 5; repeats 1"
      ),
      (
        having(.number(TableColumn("words"), .equal, 1)),
        "error: unsupported(\"‘words’, which is no column of the table\")"
      ),
      (having(.number(outlet, .equal, 1)), "error: unsupported(\"‘outlet’ of the table is not a number\")"),
      (
        .filterTable(Self.quotes, .isMissing(outlet)),
        "error: unsupported(\"‘where’ of a table, before ‘group by’\")"
      ),
      (
        .groupTable(Self.quotes, by: [], aggregates: [.count]),
        "error: unsupported(\"‘group by’ of a table, before ‘group by’\")"
      ),
    ]
    for (plan, expected) in cases { check(plan, expected, on: TinyCorpus.visit) }
  }
}

//! Completion by grammar position: `|` marks the cursor, the candidates are compared as one line.

import QuothQuery
import QuothTestSupport
import Testing

@Suite struct CompletionTests {
  /// What is replaced, then the candidates.
  static func complete(
    _ marked: String, _ context: BindingContext = BindingContext(vocabulary: FakeVocabulary())
  ) -> String {
    let parts = marked.split(separator: "‸", omittingEmptySubsequences: false)
    let text = QueryText(parts.joined())
    let list = Completion.candidates(in: text, at: parts[0].utf8.count, context: context)
    let shown = list.candidates.map { $0.text + ($0.count.map { ":\($0)" } ?? "") }
    return "\(text.string(in: list.replace)) → \(shown.joined(separator: ", "))"
  }

  @Test(arguments: [
    ("qu‸", "qu → quotes, quit"),
    ("quotes by ra‸", "ra → Raisi:22, Raúl Castro:3"),
    ("quotes by Rai‸", "Rai → Raisi:22"),
    ("quotes by RAIS‸", "RAIS → Raisi:22"),
    ("quotes by \"Díaz‸", "\"Díaz → \"Díaz-Canel\":7"),
    ("quotes by diaz‸", "diaz → Díaz-Canel:7"),
    ("quotes by Ebrahim ra‸", "Ebrahim ra → Ebrahim Raisi:22"),
    ("quotes by Raisi wh‸", "wh → where"),
    ("quotes by Raisi g‸", "g → group by"),
    ("quotes where topic=sanc‸", "sanc → sanctions:9"),
    ("quotes where topic = ‸", " → sanctions:9, nuclear energy:4, solidarity:3, Nothing yet:0"),
    ("quotes where k‸", "k → kind, known"),
    ("quotes where kind=‸", " → direct, mixed"),
    ("quotes where words ‸", " → between, in, is missing, =, !=, <, <=, >, >="),
    ("quotes where known a‸", "a → and, about"),
    ("quotes in pre‸", "pre → Press TV:1"),
    ("quotes in B‸", "B → \"By\":1"),
    ("quotes group by mon‸", "mon → month(date)"),
    ("quotes show cou‸", "cou → count"),
    // What the binder would refuse is not offered.
    ("quotes show text, m‸", "m → mentions"),
    ("quotes show count, m‸", "m → min(, max(, mean(, median("),
    ("quotes sort by m‸", "m → mentions"),
    ("quotes group by month(date), outlet sort by m‸", "m → month(date), min(, max(, mean(, median("),
    ("quotes group by speaker show ‸", " → speakers, count, share, min(, max(, sum(, mean(, median("),
    (
      "quotes group by speaker show mean(‸",
      " → date, start, end, source_start, source_end, words, confidence"
    ),
    ("quotes group by month(‸", " → date"),
    ("quotes with repeats w‸", "w → where"),
    (
      "quotes limit 5 ‸",
      " → by, to, about, in, with repeats, where, group by, sort by, show, union, intersect, except, |"
    ),
    ("people ‸", " → where, group by, sort by, limit, show, union, intersect, except, |"),
    (
      "people sort ‸",
      " → by, name, aliases, roles, country, quotes, statements, mentions, articles, first, last"
    ),
    (
      "quotes | ‸",
      " → by, to, about, in, with repeats, where, group by, sort by, limit, show, sample, count, read, "
        + "concordance, frequencies, ngrams, collocates, keywords, dispersion, timeline, variants, compare, "
        + "sources"
    ),
    ("quotes group by speaker | ‸", " → where, group by, sort by, limit, show, sample, count, chart"),
    ("quotes | count ‸", " → "),
    ("statements where kind=‸", " → direct, mixed, indirect"),
    ("quotes about n‸", "n → nuclear energy:4, North Korea:5, Nothing yet:0"),
    ("quotes | co‸", "co → count, concordance, collocates, compare"),
    ("quotes | compare ‸", " → outlets, speakers"),
    ("quotes | sources by ‸", " → outlet, agency, author, article, source_type"),
    ("people | co‸", "co → count"),
    ("quotes | collocates of \"sanctions\" by log‸", "log → loglikelihood, logdice, logratio"),
    (
      "quotes | collocates of \"sanctions\" ‸",
      " → window, by, at least, where, group by, sort by, limit, show, |"
    ),
    ("quotes | timeline by mo‸", "mo → month"),
    ("quotes | frequencies of cu‸", "cu → cue"),
    ("quotes | frequencies | sort by ip‸", "ip → ipm"),
    ("articles | collocates of x | show mi‸", "mi → mi, mi3"),
    ("quotes | concordance cuba sort l‸", "l → left"),
    ("quotes sort by date d‸", "d → desc"),
    ("help whe‸", "whe → where"),
    ("quotes # comment ‸", " → "),
  ])
  func candidates(_ marked: String, _ expected: String) {
    let found = Self.complete(marked)
    #expect(found == expected)
  }

  /// With names that `let` has bound, and a last answer of groups.
  @Test(arguments: [
    ("‸", " → articles, quotes, statements, people"),
    ("le‸", "le → let"), ("i‸", "i → it"), ("$‸", "$ → $hostile"), ("$h‸", "$h → $hostile"),
    ("let x = $h‸", "$h → $hostile"),
    ("let x = quo‸", "quo → quotes"), ("let x ‸", " → "), ("let ‸", " → "),
    ("quotes by $w‸", "$w → $who"), ("quotes where speaker = $‸", "$ → $who"),
    ("$hostile gr‸", "gr → group by"), ("$hostile where ki‸", "ki → kind"),
    ("it where co‸", "co → count"), ("it sort by s‸", "s → speakers, share, sum("),
    ("quotes un‸", "un → union"), ("quotes union ‸", " → articles, quotes, statements, people"),
    ("quotes union $h‸", "$h → $hostile"), ("quotes union quotes exc‸", "exc → except"),
    ("quotes | sa‸", "sa → sample"), ("quotes | sample 5 se‸", "se → seed"), ("quotes | rea‸", "rea → read"),
    ("explain ana‸", "ana → analyze"), ("explain quo‸", "quo → quotes"), ("quotes > ‸", " → "),
    ("expe‸", "expe → expect"), ("expect ‸", " → no, count, articles"), ("expect no quo‸", "quo → quotes"),
    ("explain expe‸", "expe → expect"), ("expect count quotes by $w‸", "$w → $who"),
    ("quotes to ra‸", "ra → Raisi:22, Raúl Castro:3"),
    ("help ex‸", "ex → except, expect count, expect no, expect, explain"), ("help uni‸", "uni → union"),
    ("help sam‸", "sam → sample"),
    ("corr‸", "corr → correct, corrections"), ("correct 1 sp‸", "sp → speakers"),
    ("correct 1 speaker = ra‸", "ra → Raisi:22, Raúl Castro:3"), ("correct 1 speaker = n‸", "n → new"),
    ("correct quote \"x\" i‸", "i → in"), ("correct quote \"x\" in a‸", "a → a1:1"),
    ("correct article a1 da‸", "da → date"), ("alias x = fi‸", "fi → Fidel Castro:2"),
    ("split Castro fr‸", "fr → from"), ("split Castro from Fidel Castro a‸", "a → as"),
    ("topic ‸", " → define"), ("topic define sa‸", "sa → sanctions:9"),
    ("split Castro from fi‸", "fi → Fidel Castro:2"),
  ])
  func candidatesAmongNames(_ marked: String, _ expected: String) {
    var binder = StatementBinder(BindingContext(vocabulary: FakeVocabulary()))
    let script = "let hostile = quotes about sanctions; let who = \"Raisi\"; quotes group by speaker"
    for statement in QueryLanguage.parse(script).script.statements {
      let bound = binder.bind(statement)
      if case .query = statement { binder.bindings.lastAnswer = bound.query }
    }
    let found = Self.complete(marked, binder.context)
    // All collections would be too many to list here.
    let isLong = expected.hasSuffix("people") || expected.hasSuffix("articles")
    let isRight = isLong ? found.hasPrefix(expected) : found == expected
    #expect(isRight, "\(found)")
  }

  /// What is offered can stand there: parser and binder have nothing against it.
  @Test(arguments: [
    "quotes ", "people ", "articles ", "topics ", "mentions ", "outlets ", "quotes with repeats ",
    "quotes where words > 3 ", "quotes limit 3 show text ", "quotes group by ", "people group by ",
    "quotes group by outlet ", "quotes group by outlet, ", "quotes sort by ", "people sort by ",
    "quotes show ",
    "quotes show text, ", "quotes show count, ", "outlets show ", "quotes group by month(date), kind show ",
    "quotes group by outlet sort by ", "quotes group by outlet show mean(",
    "quotes group by outlet show sum(",
    "quotes group by outlet show count(", "quotes group by week(", "quotes | ", "people | ",
    "quotes group by outlet | ", "quotes group by outlet | sort by ", "quotes | show ",
    "quotes | show text, ",
    "quotes | group by outlet | show ", "quotes | count ", "(quotes group by outlet) | ", "(quotes limit 3 ",
    "quotes where ", "quotes where not ", "quotes where words ", "quotes where known ", "quotes where kind=",
  ])
  func candidatesCanStandThere(_ before: String) {
    let refusals: Set<DiagnosticID> = [
      .clauseNotForCollection, .duplicateClause, .notGrouped, .stageAfter, .unexpected, .unknownChoice,
      .unknownField, .unknownWord, .wrongAggregate, .wrongOperator, .wrongPeriod,
    ]
    let list = Completion.candidates(
      in: QueryText(before), at: before.utf8.count, context: BindingContext(vocabulary: FakeVocabulary()))
    for candidate in list.candidates {
      // With something that could follow, so that clauses are complete enough to be bound.
      let field = before.hasPrefix("outlets") ? "articles" : "words"
      let rests = candidate.text.hasSuffix("(") ? [field + ")"] : ["", " x", " 3"]
      for rest in rests where candidate.kind == .keyword || rest != " x" {
        let parse = QueryLanguage.parse(before + candidate.text + rest)
        let problems = QueryLanguage.check(parse, in: BindingContext(vocabulary: FakeVocabulary())).filter {
          refusals.contains($0.id) && $0.range.start < before.utf8.count + candidate.text.utf8.count
        }
        #expect(problems.isEmpty, "\(before + candidate.text + rest)")
      }
    }
  }
}

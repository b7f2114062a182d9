//! Corrections of who is who: names that are shared, parted, given back and joined.

import QuothBasics
import QuothEngine
import QuothModel
import QuothQuery
import QuothTestSupport
import Testing

@Suite struct AmendedIdentityTests {
  private static let found = InMemoryEngine(castros)

  /// Two articles in which one Castro was found, though two are meant, and a place of two spellings.
  private static let castros: Corpus = {
    var corpus = TinyCorpus()
    corpus.add(.person, "Raúl Castro", aliases: ["Castro", "Raúl", "Fidel"], roles: ["president"])
    corpus.add(.person, "Fidel Castro")
    corpus.add(.person, "Ana Joy Public", key: "ana-public")
    corpus.add(.place, "Havana", aliases: ["Havanna"])
    corpus.addTopic("trade", terms: ["trade"])
    func note(_ words: String, _ source: String, epithet: String? = nil) -> TinyCorpus.SentenceNote {
      TinyCorpus.SentenceNote(
        "“\(words),” \(source) said in Havana.",
        mentions: [
          TinyCorpus.MentionNote(source, ["Raúl Castro"]), TinyCorpus.MentionNote("Havana", ["Havana"]),
        ],
        quotations: [TinyCorpus.QuotationNote(words, by: ["Raúl Castro"], source: source, cue: "said")],
        epithets: epithet.map {
          [TinyCorpus.EpithetNote($0, of: "Ana Joy Public", .calling, by: ["Raúl Castro"])]
        } ?? [])
    }
    corpus.addArticle(
      "c1", TinyCorpus.ArticleNote(),
      [
        note("This dear friend stays", "Castro", epithet: "dear friend"), note("We thank you all", "Raúl"),
      ])
    corpus.addArticle(
      "c2", TinyCorpus.ArticleNote(),
      [
        note("Nothing is lost", "Castro"),
        TinyCorpus.SentenceNote(
          "Havanna slept while Ana Joy Public called it “quiet and dark”.",
          mentions: [
            TinyCorpus.MentionNote("Havanna", ["Havana"]),
            TinyCorpus.MentionNote("Ana Joy Public", ["Ana Joy Public"]),
          ],
          quotations: [
            TinyCorpus.QuotationNote(
              "quiet and dark", by: ["Ana Joy Public"], source: "Ana Joy Public", cue: "called", kind: .mixed)
          ]),
        TinyCorpus.SentenceNote(
          "Fidel Castro was there.", mentions: [TinyCorpus.MentionNote("Fidel Castro", ["Fidel Castro"])]),
      ])
    return corpus.build()
  }()

  private var desk: AmendingDesk { AmendingDesk(Self.found) }

  // MARK: New persons

  @Test func someoneNewIsNobodyElse() throws {
    var desk = desk
    try desk.correct(
      """
      correct quote "Nothing is lost" in c2 speaker = new "Raúl Other Castro"
      correct quote "quiet and dark" in c2 speaker = new "Raúl O. Castro"
      """)
    #expect(try desk.answers("quotes by \"Raúl Other Castro\" show text") == [["Nothing is lost"]])
    #expect(try desk.answers("quotes by \"Raúl O. Castro\" show text") == [["quiet and dark"]])
    #expect(try desk.answers("quotes by \"Raúl Castro\" | count") == [["2"]])
    // The same name means the same person in later corrections.
    try desk.correct("correct quote \"We thank\" in c1 speaker = new \"raul other castro\"")
    #expect(try desk.answers("quotes by \"Raúl Other Castro\" | count") == [["2"]])
  }

  @Test func aKeyThatAnotherNameHasGetsANumber() throws {
    var desk = desk
    // The key of Ana Joy Public leaves the middle out.
    try desk.correct("correct quote \"Nothing is lost\" in c2 speaker = new \"Ana Public\"")
    #expect(desk.applied.last?.added == ["person/ana-public-2"])
    #expect(try desk.answers("people where name = \"Ana Public\" show quotes") == [["1"]])
    #expect(try desk.answers("people where name = \"Ana Joy Public\" show quotes") == [["1"]])
  }

  @Test func nobodyIsNewWhomTheTextsName() throws {
    var desk = desk
    #expect(throws: AmendmentFault.alreadyNamed("Raúl Castro")) {
      try desk.correct("correct quote \"Nothing is lost\" in c2 speaker = Fidel Castro, new \"raul castro\"")
    }
    // What is refused leaves nothing behind.
    #expect(desk.engine.corpus.entities.count == Self.castros.entities.count)
  }

  @Test(arguments: [
    "correct quote \"Nothing is lost\" in c2 speaker = new \"\"",
    "correct quote \"Nothing is lost\" in c2 speaker = new \"  \"", "alias \"…\" = \"Raúl Castro\"",
    "split \"—\" from \"Raúl Castro\" as \"Fidel Castro\"", "topic define \" \" = x",
    "correct article c1 outlet = \"\"", "correct article c1 title = \"?\"",
    "split Castro from \"Raúl Castro\" as new \"!\"",
  ]) func namesHaveLettersOrDigits(_ script: String) throws {
    var desk = desk
    do {
      try desk.correct(script)
      Issue.record("\(script) was made")
    } catch AmendmentFault.noName {
      #expect(CorpusText.lines(desk.engine.corpus) == CorpusText.lines(Self.castros))
    }
  }

  // MARK: Splitting

  @Test func whatWasSplitIsIdleAndCanBeGivenBack() throws {
    var desk = desk
    let split = "split Castro from \"Raúl Castro\" as \"Fidel Castro\""
    try desk.correct(split)
    #expect(try desk.answers("quotes by \"Fidel Castro\" | count") == [["2"]])
    #expect(try desk.answers("quotes by Raúl Castro | count") == [["1"]])
    try desk.correct(split)
    #expect(desk.applied.last?.isIdle == true)
    try desk.correct("split Castro from \"Fidel Castro\" as \"Raúl Castro\"")
    #expect(try desk.answers("quotes by \"Raúl Castro\" | count") == [["3"]])
    #expect(
      try desk.answers("mentions where entity = \"Fidel Castro\" show text") == [["Fidel Castro"]])
    // The spelling came back with it.
    #expect(
      try desk.answers("people where name = \"Raúl Castro\" show aliases") == [["Castro, Raúl, Fidel"]])
  }

  @Test func whatIsPartedFromAPlaceIsAPlace() throws {
    var desk = desk
    try desk.correct("split Havanna from Havana as new \"Havanna in Illinois\"")
    #expect(
      try desk.answers("places show name, mentions") == [["Havana", "3"], ["Havanna in Illinois", "1"]])
    #expect(desk.engine.vocabulary.entries(of: .person, named: "Havanna in Illinois").isEmpty)
  }

  @Test func epithetsFollowWhoSaysThem() throws {
    let query = "epithets show text, speakers"
    var desk = desk
    #expect(try desk.answers(query) == [["dear friend", "Raúl Castro"]])
    try desk.correct("split Castro from \"Raúl Castro\" as \"Fidel Castro\"")
    #expect(try desk.answers(query) == [["dear friend", "Fidel Castro"]])
    try desk.correct("correct quote \"This dear\" in c1 speaker = new \"Jane Doe\"")
    #expect(try desk.answers(query) == [["dear friend", "Jane Doe"]])
    try desk.correct("alias \"Jane Doe\" = \"Ana Joy Public\"")
    #expect(try desk.answers(query) == [["dear friend", "Ana Joy Public"]])
    try desk.correct("correct quote \"This dear\" in c1 speaker = missing")
    #expect(try desk.answers(query) == [["dear friend", ""]])
  }

  @Test func nobodyIsListedWhomNothingNames() throws {
    var desk = desk
    try desk.correct("split \"Ana Joy Public\" from \"Ana Joy Public\" as \"Fidel Castro\"")
    #expect(try desk.answers("people show name") == [["Raúl Castro"], ["Fidel Castro"], ["Ana Joy Public"]])
    // One whom an epithet is about is still there; without it there is nobody.
    try desk.correct(
      "split Havana from Havana as new \"Old Town\"; split Havanna from Havana as \"Old Town\"")
    #expect(try desk.answers("places show name, mentions") == [["Old Town", "4"]])
    #expect(desk.engine.vocabulary.entries(of: .place).map(\.name) == ["Old Town"])
    #expect(desk.amender.vocabulary.entries(of: .place).map(\.name) == ["Old Town"])
    #expect(desk.engine.corpus.violations() == [])
  }

  @Test func anOutletWithoutArticlesIsNone() throws {
    var desk = AmendingDesk(InMemoryEngine(TinyCorpus.visit))
    try desk.correct("correct article a1 outlet = 14ymedio")
    #expect(try desk.answers("outlets show name, articles") == [["14ymedio", "2"]])
    #expect(desk.engine.vocabulary.entries(of: .outlet).map(\.name) == ["14ymedio"])
    #expect(
      try desk.answers("articles show id, outlet") == [
        ["a1-visit", "14ymedio"], ["a2-joint", "14ymedio"], ["b3", "–"],
      ])
    try desk.correct("correct article a1 outlet = Tasnim; correct article a2 outlet = missing")
    #expect(try desk.answers("outlets show name, articles") == [["Tasnim", "1"]])
  }

  // MARK: Spellings

  @Test func aNicknameOfSomebodyJoinsNobody() throws {
    var desk = desk
    for spelling in ["Raúl", "Castro", "Public", "joy"] {
      #expect(throws: QueryRefusal.wrong([.nameTaken]), "\(spelling)") {
        try desk.correct("alias \(spelling) = Fidel Castro")
      }
    }
    try desk.correct(
      "alias \"the Comandante\" = \"Fidel Castro\"; alias \"the Comandante\" = \"Fidel Castro\"")
    #expect(desk.applied.map(\.isIdle) == [false, true])
    #expect(throws: QueryRefusal.wrong([.nameTaken])) {
      try desk.correct("alias \"the comandante\" = \"Raúl Castro\"")
    }
    try desk.correct("alias \"Raul  Castro\" = Fidel Castro")
    #expect(try desk.answers("quotes by \"the Comandante\" | count") == [["3"]])
    #expect(try desk.answers("quotes by Raúl | count") == [["3"]])
  }

  @Test func theWaysOutAreOffered() throws {
    let parse = QueryLanguage.parse("alias Raúl = \"Fidel Castro\"")
    guard case .amendment(let syntax) = parse.script.statements.first else { throw QueryRefusal.noQuery }
    let (_, diagnostics) = QueryLanguage.bind(
      syntax, in: BindingContext(vocabulary: Self.found.vocabulary))
    let fault = AmendmentFault.alreadyMeans(
      "Raúl", names: ["Raúl Castro"], join: "alias \"Raúl Castro\" = \"Fidel Castro\"",
      split: "split \"Raúl\" from \"Raúl Castro\" as \"Fidel Castro\"")
    #expect(diagnostics.map(\.problem) == [.amendment(fault)])
    // Which is meant nobody can guess.
    #expect(diagnostics.flatMap(\.suggestions) == [])
  }

  @Test func spellingsComeBack() throws {
    var desk = desk
    // Parted from both articles, then one with him again.
    try desk.correct("split Raúl from \"Raúl Castro\"")
    #expect(try desk.answers("people where name = \"Raúl Castro\" show aliases") == [["Castro, Fidel"]])
    #expect(try desk.answers("quotes by Raúl show text") == [["We thank you all"]])
    try desk.correct("alias Raúl = \"Raúl Castro\"")
    #expect(try desk.answers("people where name = \"Raúl Castro\" show aliases") == [["Castro, Fidel, Raúl"]])
    #expect(try desk.answers("quotes by Raúl | count") == [["3"]])
    // A spelling that one lost is not lost to whoever joins.
    var other = self.desk
    try other.correct(
      """
      split Raúl from "Raúl Castro" as "Ana Joy Public"
      split Raúl from "Ana Joy Public" as new "R. C."
      alias "R. C." = "Raúl Castro"
      """)
    #expect(
      try other.answers("people where name = \"Raúl Castro\" show aliases") == [
        ["Castro, Fidel, R. C., Raúl"]
      ])
  }

  @Test func someoneNewWhoIsJoinedIsFoundByWhatWasBoundBefore() throws {
    var desk = desk
    try desk.correct("correct quote \"Nothing is lost\" in c2 speaker = new \"Joe Public\"")
    let key = try #require(desk.applied.last?.added.first)
    let plan = LogicalPlan.filter(.scan(.quotes, repeats: .leaveOut), .names(.speakers, anyOf: [key]))
    #expect(try desk.engine.execute(plan).rows.count == 1)
    try desk.correct("alias \"Joe Public\" = \"Raúl Castro\"")
    #expect(try desk.engine.execute(plan).rows.count == 3)
  }

  @Test func twoOfAJointStatementCountOnce() throws {
    var desk = AmendingDesk(InMemoryEngine(TinyCorpus.visit))
    try desk.correct("alias \"Miguel Díaz-Canel\" = Raisi")
    #expect(
      try desk.answers("people where name = Raisi show quotes, statements")
        == [
          [desk.answers("quotes by Raisi | count")[0][0], desk.answers("statements by Raisi | count")[0][0]]
        ])
    #expect(try desk.answers("quotes in a2 show speakers") == [["Ebrahim Raisi"]])
    #expect(desk.engine.corpus.violations() == [])
  }
}

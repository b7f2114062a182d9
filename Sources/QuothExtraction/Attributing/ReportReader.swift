//! Reads an article from top to bottom: who says what, sentence by sentence.

internal import QuothModel

/// Finds all reported speech of an article. Mentions are resolved on the way, as a pronoun may mean the last speaker.
struct ReportReader {
  let draft: Draft
  let attributor: StretchAttributor
  let judge: StretchJudge
  let indirect: IndirectFinder
  /// By paragraph.
  let turns: [Int: TranscriptTurn]
  var resolver: MentionResolver
  var report = DraftReport()
  /// The last quotation or statement with a source: what continuations go on with.
  private var last: Int?
  /// Quotations that no mark closes and nothing reports, up to the paragraph before: what the report of the next
  /// paragraph says of its quotation holds of them too.
  private var runningOn: [Int] = []

  init(draft: Draft, table: MentionTable, trace: DecisionTrace? = nil) {
    self.draft = draft
    attributor = StretchAttributor(draft: draft)
    judge = StretchJudge(draft: draft)
    indirect = IndirectFinder(draft: draft)
    turns = TranscriptReader(draft: draft).turns()
    resolver = MentionResolver(draft: draft, table: table, trace: trace)
  }

  mutating func read() {
    for number in draft.sentences.indices {
      let paragraph = draft.paragraphs[draft.sentences[number].paragraph]
      guard paragraph.mayQuote else { continue }
      let kind = paragraph.layout.kind
      // A pull quote stands apart from the text: its pronouns have no antecedent there.
      if kind != .pullquote { resolver.resolve(sentence: number) }
      readStretches(number)
      if let turn = turns[draft.sentences[number].paragraph] {
        if turn.label.lowerBound == draft.sentences[number].tokens.lowerBound { readTurn(turn, number) }
      } else if kind == .body {
        readIndirect(number)
      }
    }
    resolveForward()
    report.quotations.sort {
      ($0.content.lowerBound, $0.content.upperBound) < ($1.content.lowerBound, $1.content.upperBound)
    }
  }

  // MARK: Quotation-marked stretches

  private mutating func readStretches(_ number: Int) {
    let sentence = draft.sentences[number]
    for place in sentence.stretches {
      let stretch = draft.stretches[place]
      if let reason = judge.verdictBySight(stretch, sentence) {
        report.unattributed.append((stretch.content, reason))
        continue
      }
      if resolver.trace != nil {
        resolver.trace?.attributions[stretch.content.lowerBound] = attributor.candidates(
          stretch, in: sentence)
      }
      if let found = attributor.find(stretch, in: sentence) {
        append(stretch, found, number)
        adoptReport(for: stretch)
      } else if isPullQuote(number) {
        append(stretch, AttributionFinding(rule: .none), number)
      } else if let found = continuation(of: stretch, number) ?? companion(of: stretch, number) {
        append(stretch, found, number)
      } else if let found = judge.looseFinding(stretch, sentence) {
        append(stretch, found, number)
      } else if judge.isUtterance(stretch, sentence), !judge.isCatalogued(stretch) {
        append(stretch, introduction(before: number) ?? AttributionFinding(rule: .none), number)
      } else {
        report.unattributed.append((stretch.content, judge.isTitle(stretch) ? .title : .scare))
      }
      keepRunningOn(stretch)
    }
  }

  /// Gives the report of a quotation that opens its paragraph to those that run on into it.
  private mutating func adoptReport(for stretch: Stretch) {
    guard let number = report.quotations.indices.last, opensParagraph(stretch), runsInto(stretch.paragraph)
    else { return }
    let found = report.quotations[number]
    guard found.source != nil else { return }
    for place in runningOn {
      report.quotations[place].rule = .paragraphContinuation
      report.quotations[place].source = found.source
      report.quotations[place].mention = found.mention
      report.quotations[place].speakers = found.speakers
      report.quotations[place].confidence = found.confidence
    }
  }

  /// Keeps a quotation that stays open at the end of its paragraph while nothing but a paragraph before speaks for it.
  private mutating func keepRunningOn(_ stretch: Stretch) {
    let number = report.quotations.count - 1
    guard !stretch.isClosed, opensParagraph(stretch), number >= 0,
      report.quotations[number].content == stretch.content,
      [.paragraphContinuation, .none].contains(report.quotations[number].rule),
      report.quotations[number].cue == nil
    else {
      runningOn = []
      return
    }
    if !runsInto(stretch.paragraph) { runningOn = [] }
    runningOn.append(number)
  }

  /// Whether the quotations that run on reach the paragraph before this one.
  private func runsInto(_ paragraph: Int) -> Bool {
    runningOn.last.map { draft.sentences[report.quotations[$0].sentence].paragraph == paragraph - 1 } ?? false
  }

  private func opensParagraph(_ stretch: Stretch) -> Bool {
    stretch.tokens.lowerBound - 1 == draft.paragraphs[stretch.paragraph].tokens.lowerBound
  }

  /// A pull quote stands apart: its own credit or the words that it repeats tell whose it is, never the text around it.
  private func isPullQuote(_ sentence: Int) -> Bool {
    draft.paragraphs[draft.sentences[sentence].paragraph].layout.kind == .pullquote
  }

  /// The stretch goes on where an attributed one left off: in its paragraph, or opening the next.
  private func continuation(of stretch: Stretch, _ number: Int) -> AttributionFinding? {
    let paragraph = draft.sentences[number].paragraph
    guard judge.isUtterance(stretch, draft.sentences[number], least: 1) else { return nil }
    if let last, draft.sentences[report.quotations[last].sentence].paragraph == paragraph {
      return AttributionFinding(rule: .continuation, continues: last)
    }
    guard judge.isUtterance(stretch, draft.sentences[number]) else { return nil }
    if let found = announcement(before: number) { return found }
    guard let last, report.quotations[last].kind != .indirect,
      paragraph - draft.sentences[report.quotations[last].sentence].paragraph <= 2
    else { return nil }
    return AttributionFinding(rule: .paragraphContinuation, continues: partner(in: paragraph) ?? last)
  }

  /// `called him “a fool” and “a man without …”`: the sentence quoted its source before.
  private func companion(of stretch: Stretch, _ number: Int) -> AttributionFinding? {
    guard let last, report.quotations[last].sentence == number, report.quotations[last].kind != .indirect,
      judge.mayFollow(stretch)
    else { return nil }
    return AttributionFinding(rule: .continuation, continues: last)
  }

  /// The sentence before says who speaks: "Berg praised him. \"He never rests …\"", "The mayor replied:".
  private func announcement(before number: Int) -> AttributionFinding? {
    let paragraph = draft.sentences[number].paragraph
    guard number > 0 else { return nil }
    let before = draft.sentences[number - 1]
    let isSame = before.paragraph == paragraph
    let endsInColon = draft.tokens[before.tokens.upperBound - 1].kind == .colon
    guard isSame || (endsInColon && before.paragraph == paragraph - 1) else { return nil }
    let clauses = attributor.clauses
    for index in before.tokens.reversed() where attributor.cues.isCue(index) {
      let inverted = index == before.tokens.lowerBound && endsInColon
      let source =
        inverted
        ? clauses.phrase(startingAt: index + 1, limit: before.tokens.upperBound)
        : clauses.subject(of: index, floor: before.tokens.lowerBound)
      guard let source else { continue }
      return AttributionFinding(
        rule: isSame ? .continuation : .paragraphContinuation, cue: TokenSpan(at: index), source: source)
    }
    guard endsInColon || isSame,
      let source = clauses.firstPhrase(from: before.tokens.lowerBound, to: before.tokens.upperBound)
    else { return nil }
    return AttributionFinding(rule: .paragraphContinuation, source: source)
  }

  private mutating func append(_ stretch: Stretch, _ found: AttributionFinding, _ number: Int) {
    var quotation = DraftQuotation(
      content: stretch.content, marked: stretch.marked,
      kind: judge.kind(of: stretch, draft.sentences[number]), sentence: number, wordCount: stretch.wordCount,
      rule: found.rule, cue: found.cue, source: found.source)
    resolveSource(&quotation, found)
    report.quotations.append(quotation)
    if quotation.source != nil || found.continues != nil, !isPullQuote(number) {
      last = report.quotations.count - 1
      resolver.noteSpeech(by: quotation.speakers, quotation.mention, in: number)
    }
  }

  private mutating func resolveSource(_ quotation: inout DraftQuotation, _ found: AttributionFinding) {
    if let continued = found.continues {
      let before = report.quotations[continued]
      quotation.source = before.source
      quotation.mention = before.mention
      quotation.speakers = before.speakers
      quotation.confidence = before.confidence
      return
    }
    guard let source = found.source else { return }
    let resolved = SourceResolver(draft: draft, table: resolver.table).resolve(source)
    quotation.source = source
    quotation.mention = resolved.mention
    quotation.speakers = resolved.speakers
    if let rivals = resolved.mention.map({ resolver.table.mentions[$0].rivals.count }), rivals > 0 {
      // One of several whom the surname fits alike.
      quotation.confidence = found.rule.confidence(of: quotation.kind) / Double(1 + rivals)
    }
    if source.count == 1, draft.tokens[source.lowerBound].has(.neuter),
      let number = resolver.organization(before: source.lowerBound, in: quotation.sentence)
    {
      quotation.mention = number
      quotation.speakers = resolver.table.mentions[number].entities
    }
    if let cue = found.cue { quotation.addressee = addressee(after: cue, quotation.sentence) }
  }

  /// "told Díaz-Canel": the mention right after the cue "tell".
  private func addressee(after cue: TokenSpan, _ sentence: Int) -> Int? {
    guard attributor.cues.lemma(cue.lowerBound) == "tell" else { return nil }
    return resolver.table.mentions(of: sentence).first {
      resolver.table.mentions[$0].tokens.lowerBound == cue.upperBound
    }
  }

  // MARK: Indirect speech

  private mutating func readIndirect(_ number: Int) {
    for statement in indirect.statements(in: draft.sentences[number]) {
      let bytes = draft.tokens.bytes(of: statement.content)
      var quotation = DraftQuotation(
        content: bytes, marked: bytes, kind: .indirect, sentence: number,
        wordCount: statement.content.count { isReported($0, statement) },
        rule: statement.rule, cue: statement.cue, source: statement.source)
      resolveSource(
        &quotation, AttributionFinding(rule: statement.rule, cue: statement.cue, source: statement.source))
      report.quotations.append(quotation)
      let isLater = last.map { report.quotations[$0].sentence < number } ?? true
      if isLater {
        last = report.quotations.count - 1
        resolver.noteSpeech(by: quotation.speakers, quotation.mention, in: number)
      }
    }
  }

  /// Whether a token is a word of the statement, and not of a quotation or of the report that interrupts it.
  private func isReported(_ token: Int, _ statement: IndirectStatement) -> Bool {
    draft.tokens[token].isWordLike && !draft.isQuoted(token) && !statement.cue.contains(token)
      && !statement.source.contains(token)
  }
}

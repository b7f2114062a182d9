//! Finds who declined to comment, did not answer, or could not be reached.

internal import QuothModel

/// A refusal, while its article is analysed.
struct DraftRefusal {
  /// The words that say so: "did not respond to a request for comment".
  let tokens: TokenSpan
  /// Who gave no answer.
  let source: TokenSpan?
  /// The mention in the source that names who.
  let mention: Int?
  let sentence: Int
  let form: RefusalForm
}

/// Collects the refusals of one article, outside quotation marks.
struct RefusalFinder {
  let draft: Draft
  let table: MentionTable

  /// The refusals in the order of the text.
  func refusals() -> [DraftRefusal] {
    var found: [DraftRefusal] = []
    for (number, sentence) in draft.sentences.enumerated() {
      guard draft.paragraphs[sentence.paragraph].layout.kind.isRunningText else { continue }
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        guard let refusal = refusal(at: index, sentence.tokens, number) else {
          index += 1
          continue
        }
        found.append(refusal)
        index = max(index + 1, refusal.tokens.upperBound)
      }
    }
    return found
  }

  /// The refusal whose verb stands at a token.
  private func refusal(at verb: Int, _ sentence: TokenSpan, _ number: Int) -> DraftRefusal? {
    guard draft.tokens[verb].kind == .word, !draft.isQuoted(verb) else { return nil }
    let found = declined(verb, sentence) ?? silent(verb, sentence) ?? unreachable(verb, sentence)
    guard let (form, end, object) = found else { return nil }
    let start = start(of: verb, sentence)
    let source = object ?? subject(of: start, sentence)
    let mention = source.flatMap { SourceResolver(draft: draft, table: table).resolve($0).mention }
    return DraftRefusal(
      tokens: TokenSpan(start, end), source: source, mention: mention, sentence: number, form: form)
  }

  /// A form, where the words end, and who is meant if that is not the subject.
  private typealias Found = (form: RefusalForm, end: Int, object: TokenSpan?)

  // MARK: Forms

  /// "declined to comment", "refused an interview", "would not discuss it", "had no comment".
  private func declined(_ verb: Int, _ sentence: TokenSpan) -> Found? {
    if isAny(verb, Self.declining) {
      let next = verb + 1
      if draft.isWord(next, "to"), let answer = skippingAdverbs(verb + 2, sentence),
        isAny(answer, Self.commenting) || isAny(answer, Self.answering) && asks(behind: answer, sentence)
          || draft.isWord(answer, "be") && draft.isWord(answer + 1, "interviewed")
      {
        return (.declined, end(answer, sentence), nil)
      }
      let object = sentence.after(verb).prefix(6)
      if let request = object.first(where: { isAny($0, Self.requests) || draft.isWord($0, "interview") }),
        !object.contains(where: { $0 < request && draft.tokens[$0].has([.cueFinite, .who, .auxiliary]) })
      {
        return (.declined, end(request, sentence), nil)
      }
      return nil
    }
    if isAny(verb, ["had", "has", "have", "offered", "gave"]), draft.isWord(verb + 1, "no") {
      let comment =
        draft.tokens[verb + 2].has(.adverb) || isAny(verb + 2, ["immediate", "further"]) ? verb + 3 : verb + 2
      return draft.isWord(comment, "comment") ? (.declined, end(comment, sentence), nil) : nil
    }
    if let next = denied(verb, ["would"]), let answer = skippingAdverbs(next, sentence),
      isAny(answer, Self.commenting)
    {
      return (.declined, end(answer, sentence), nil)
    }
    return nil
  }

  /// "did not respond to requests", "has not returned calls", "did not immediately comment".
  private func silent(_ verb: Int, _ sentence: TokenSpan) -> Found? {
    if let passive = unanswered(verb, sentence) { return passive }
    guard let next = denied(verb, ["did", "does", "do", "has", "have", "had"]),
      let answer = skippingAdverbs(next, sentence)
    else {
      // "ignored requests for comment".
      guard isAny(verb, ["ignored", "failed"]) else { return nil }
      let near = sentence.after(verb).prefix(5)
      let request = near.first { isAny($0, Self.requests) }
      let isFailing =
        draft.isWord(verb, "failed") && !isAny(verb + 2, ["respond", "reply", "answer", "return"])
      return isFailing ? nil : request.map { (.silent, end($0, sentence), nil) }
    }
    let isImmediate = answer > next
    if isAny(answer, ["comment", "commented"]) { return (.silent, end(answer, sentence), nil) }
    guard isAny(answer, Self.replying) else { return nil }
    let near = sentence.after(answer).prefix(9).prefix { !isEdge($0) }
    let request = near.first { isAny($0, Self.requests) || isAny($0, ["deadline", "publication", "time"]) }
    if let request { return (.silent, end(request, sentence), nil) }
    let isAlone = sentence.upperBound <= answer + 1 || isEdge(answer + 1)
    let mayStandAlone = isImmediate && !isAny(answer, ["return", "returned", "answer", "answered"])
    return mayStandAlone && isAlone ? (.silent, answer + 1, nil) : nil
  }

  /// "Calls to the union were not returned", "Emails to Ada Quill went unanswered".
  private func unanswered(_ verb: Int, _ sentence: TokenSpan) -> Found? {
    var last = draft.isWord(verb, "went") && draft.isWord(verb + 1, "unanswered") ? verb + 1 : nil
    if let next = denied(verb, ["was", "were"]), let answer = skippingAdverbs(next, sentence),
      isAny(answer, ["returned", "answered", "acknowledged"])
    {
      last = answer
    }
    let before = sentence.window(before: verb, 14)
    let clause = before.after(before.last { isEdge($0) } ?? before.lowerBound - 1)
    guard let last, let request = clause.first(where: { isAny($0, Self.requests) }) else { return nil }
    let behind = clause.after(request)
    guard
      let link = behind.first(where: { isAny($0, ["to", "with", "for"]) && !isAny($0 + 1, Self.requests) }),
      let object = TokenSpan(nonEmpty: link + 1, clause.upperBound)
    else { return nil }
    return (.silent, last + 1, object)
  }

  /// "could not be reached", "was not available for comment", "efforts to reach Ada Quill failed".
  private func unreachable(_ verb: Int, _ sentence: TokenSpan) -> Found? {
    if let next = denied(verb, ["could", "can"]), let be = skippingAdverbs(next, sentence),
      draft.isWord(be, "be"), let reached = skippingAdverbs(be + 1, sentence),
      isAny(reached, ["reached", "contacted"])
    {
      // "The island could not be reached by boat."
      let rest = sentence.after(reached).prefix { !isEdge($0) }
      let isByRoad = draft.isWord(reached + 1, "by") && !isAny(reached + 2, Self.channels)
      let isAsked = rest.prefix(8).contains { isAny($0, ["comment", "comments", "interview"]) }
      return isByRoad && !isAsked ? nil : (.unreachable, end(reached, sentence), nil)
    }
    if isAny(verb, ["unavailable", "available"]), draft.isWord(verb + 1, "for"),
      isAny(verb + 2, ["comment", "interview"]),
      draft.isWord(verb, "unavailable") || sentence.window(before: verb, 3).contains(where: { isDenial($0) })
    {
      return (.unreachable, end(verb + 2, sentence), nil)
    }
    guard isAny(verb, ["reach", "contact"]), draft.isWord(verb - 1, "to") else { return nil }
    let isUnable = sentence.window(before: verb - 1, 2).contains { draft.isWord($0, "unable") }
    let isEffort = sentence.window(before: verb - 1, 3).contains {
      isAny($0, ["attempts", "efforts", "attempt", "effort"])
    }
    guard isUnable || isEffort else { return nil }
    guard let object = ClauseReader(draft: draft).phrase(startingAt: verb + 1, limit: sentence.upperBound)
    else {
      return nil
    }
    let failure = sentence.after(object.upperBound - 1).prefix(6).first {
      isAny($0, ["unsuccessful", "failed", "fruitless", "unanswered"])
    }
    if isUnable { return (.unreachable, object.upperBound, object) }
    return failure.map { (.unreachable, $0 + 1, object) }
  }

  // MARK: Parts

  private static let declining: [StaticString] = [
    "declined", "declines", "refused", "refuses", "declining", "refusing",
  ]
  private static let commenting: [StaticString] = ["comment", "discuss", "elaborate"]
  /// Verbs that say so only of questions and of the press.
  private static let answering: [StaticString] = [
    "answer", "respond", "talk", "speak", "reply", "participate",
  ]
  private static let askers: [StaticString] = [
    "reporter", "reporters", "journalists", "press", "media", "record",
  ]
  private static let replying: [StaticString] = [
    "respond", "responded", "reply", "replied", "return", "returned", "answer", "answered", "provide",
  ]
  private static let requests: [StaticString] = [
    "request", "requests", "comment", "question", "questions", "email", "emails", "e-mail", "e-mails", "call",
    "calls", "message", "messages", "inquiry", "inquiries", "enquiry", "enquiries", "query", "queries",
    "voicemail", "voicemails", "interview", "interviews", "texts", "letters",
  ]
  private static let channels: [StaticString] = [
    "phone", "telephone", "email", "e-mail", "text", "reporters", "journalists", "press",
  ]

  private func isAny(_ index: Int, _ words: [StaticString]) -> Bool {
    words.contains { draft.isWord(index, $0) }
  }

  private func isDenial(_ index: Int) -> Bool { isAny(index, ["not", "n't", "n’t", "never"]) }

  /// Where the next word stands if a verb is one of these and denied: "did not", "didn’t".
  private func denied(_ verb: Int, _ words: [StaticString]) -> Int? {
    if isAny(verb, words) { return isDenial(verb + 1) ? verb + 2 : nil }
    guard draft.ends(verb, in: "t", least: 5), words.contains(where: { isContracted(verb, $0) }) else {
      return nil
    }
    return verb + 1
  }

  /// "didn’t" of "did", with an apostrophe of any glyph.
  private func isContracted(_ token: Int, _ word: StaticString) -> Bool {
    let text = draft.folded(TokenSpan(at: token))
    return text.hasPrefix("\(word)n") && text.count == word.utf8CodeUnitCount + 3
  }

  /// Whether a question or the press is named close behind.
  private func asks(behind index: Int, _ sentence: TokenSpan) -> Bool {
    let near = sentence.after(index).prefix(8).prefix { !isEdge($0) }
    return near.contains { isAny($0, Self.requests) || isAny($0, Self.askers) }
  }

  /// The token at or behind some adverbs: "immediately", "yet".
  private func skippingAdverbs(_ index: Int, _ sentence: TokenSpan) -> Int? {
    var index = index
    while index < sentence.upperBound,
      draft.tokens[index].has(.adverb) || draft.endsInLY(index) || draft.isWord(index, "yet")
    { index += 1 }
    return index < sentence.upperBound ? index : nil
  }

  private func isEdge(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    return draft.isQuoted(index) || token.endsSentence || token.kind == .comma || token.kind == .semicolon
      || token.kind == .dash && !token.isJoined || token.kind == .none
  }

  /// On to the end of the clause: "to a request for comment", but not "and left".
  private func end(_ last: Int, _ sentence: TokenSpan) -> Int {
    var end = last + 1
    while end < sentence.upperBound, end - last < 12, !isEdge(end),
      draft.tokens[end].isWordLike || draft.tokens[end].kind == .possessive,
      !draft.tokens[end].has([.coordinator, .who]), !draft.tokens[end].has(.subordinator)
    { end += 1 }
    return end
  }

  /// Back over "was", "were" and adverbs before the word that was found.
  private func start(of verb: Int, _ sentence: TokenSpan) -> Int {
    var start = verb
    while start > sentence.lowerBound,
      isDenial(start - 1) || draft.tokens[start - 1].has([.be, .auxiliary])
        || draft.endsInLY(start - 1) || draft.isWord(start - 1, "also")
    { start -= 1 }
    return start
  }

  private func subject(of verb: Int, _ sentence: TokenSpan) -> TokenSpan? {
    guard let subject = ClauseReader(draft: draft).subject(of: verb, floor: sentence.lowerBound) else {
      return nil
    }
    return subject.isEmpty || draft.isQuoted(subject.lowerBound) ? nil : subject
  }
}

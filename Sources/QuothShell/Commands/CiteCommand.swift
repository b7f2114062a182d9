//! `cite N`: a citation of the words that a row stands for.

internal import QuothEngine
internal import QuothModel
internal import QuothQuery
internal import QuothRender

/// Cites a row of the last answer.
struct CiteCommand {
  let context: CommandContext
  let identity: CorpusIdentity

  /// `N`, or `N as FORM`.
  func run(_ text: CommandText) -> Outcome {
    let words: [String]
    switch text.words {
    case .success(let found): words = found
    case .failure(let refusal): return .failure(refusal.message)
    }
    guard let number = words.first.flatMap({ Int($0) }), number >= 0 else {
      return .failure("cite needs the number of a row, such as `cite 1` or `cite 1 as bibtex`")
    }
    var form = CitationForm.text
    if words.count > 1 {
      let named =
        words.count == 3 && words[1].lowercased() == "as"
        ? words[2] : words.dropFirst().joined(separator: " ")
      guard let known = CitationForm(rawValue: named.lowercased()) else {
        let forms = CitationForm.allCases.map(\.rawValue).joined(separator: ", ")
        return .failure("there is no citation ‘\(named)’; there are \(forms): `cite \(number) as bibtex`")
      }
      form = known
    }
    return cite(row: number, form)
  }

  private func cite(row number: Int, _ form: CitationForm) -> Outcome {
    let corpus = context.corpus
    switch context.row(number, for: "cite") {
    case .failure(let refusal): return .failure(refusal.message)
    case .success(.quotation(let quotation)):
      let speaker = SpeakerNames.text(of: quotation.attribution, in: corpus)
      return show(
        corpus[quotation.article], quotation.marked, speaker, form, correction: correction(of: quotation))
    case .success(.mention(let mention)): return show(corpus[mention.article], mention.range, nil, form)
    case .success(.passage(let article, let range)): return show(article, range, nil, form)
    case .success(.article(let article)): return show(article, nil, nil, form)
    case .success(.entity), .success(.topic), .success(.outlet):
      return .failure(
        "row \(number) is no text; cite is for rows of quotes, articles and what stands in them")
    }
  }

  /// Who was found to speak, where that was corrected since.
  private func correction(of quotation: Quotation) -> String? {
    let (found, corpus) = (context.amended.found.corpus, context.corpus)
    let (old, new) = (found[quotation.id].attribution, quotation.attribution)
    guard old.rule != new.rule || old.speakers.map({ found[$0].key }) != new.speakers.map({ corpus[$0].key })
    else { return nil }
    return SpeakerNames.text(of: old, in: found)
  }

  private func show(
    _ article: Article, _ range: TextRange?, _ speaker: String?, _ form: CitationForm,
    correction: String? = nil
  ) -> Outcome {
    let citation = Citation(
      words: range.map { article.string($0) }, speaker: speaker, correctedFrom: correction,
      title: article.title,
      outlet: article.outlet.map { context.corpus[$0].name }, author: article.author, date: article.date,
      article: article.key, characters: range.map { characters($0, of: article) },
      bytes: range.map { $0.start..<$0.end }, file: article.file, url: article.url,
      fingerprint: identity.fingerprint, program: CorpusIdentity.program, found: identity.today())
    let text = TerminalText.sanitise(citation.render(form), lineBreaks: .kept)
    var outcome = Outcome()
    // What is copied must not be broken; a terminal wraps the lines of other forms itself.
    outcome.results =
      form == .text
      ? context.layout.text(
        of: text.split(separator: "\n").map { PageBlock(StyledText(String($0)), isSpaced: false, label: "") },
        margin: 0)
      : text
    return outcome
  }

  /// Code points instead of bytes.
  private func characters(_ range: TextRange, of article: Article) -> Range<Int> {
    func count(_ end: Int) -> Int {
      article.bytes(TextRange(0, end)).reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    }
    return count(range.start)..<count(range.end)
  }
}

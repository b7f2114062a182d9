//! What analyses have to say of their figures, in words.

internal import QuothQuery
internal import QuothStatistics

/// Words the notes of analyses.
enum AnalysisWords {
  /// One row of an analysis, or several.
  static func unit(of stage: AnalysisStage, count: Int) -> String {
    switch stage {
    case .concordance: count == 1 ? "line" : "lines"
    case .frequencies: count == 1 ? "entry" : "entries"
    case .ngrams: count == 1 ? "sequence" : "sequences"
    case .collocates, .keywords: count == 1 ? "word" : "words"
    case .dispersion: count == 1 ? "article with it" : "articles with it"
    case .timeline: count == 1 ? "period" : "periods"
    case .variants: count == 1 ? "quotation" : "quotations"
    case .compare, .sources: count == 1 ? "row" : "rows"
    }
  }

  /// The lines below an answer: what was counted first, then what its figures mean.
  static func lines(_ notes: [AnalysisNote]) -> [String] {
    var counts: [String] = []
    var rest: [String] = []
    for note in notes {
      switch note {
      case .counted, .reference, .node, .window, .least, .sharedRows: counts.append(words(note))
      case .measure, .significant, .few, .dispersion, .compared, .concentration: rest.append(words(note))
      case .variants(let figures): (counts, rest) = (counts + [counted(figures)], rest + found(figures))
      }
    }
    return (counts.isEmpty ? [] : [counts.joined(separator: " · ")]) + rest
  }

  private static func words(_ note: AnalysisNote) -> String {
    switch note {
    case .counted(let words, let articles):
      "\(GroupedDigits.of(words)) words in \(few(articles, "article")) counted, case and accents folded"
    case .reference(0, _): "there is nothing to compare with: ‘except’ tells two sets of rows apart"
    case .reference(let words, let articles):
      "compared with \(GroupedDigits.of(words)) words in \(few(articles, "article"))"
    case .node(let count): "the pattern stands \(count == 1 ? "once" : "\(GroupedDigits.of(count)) times")"
    case .window(let size, let words): "\(GroupedDigits.of(words)) words within ±\(size) of it"
    case .least(let count, let isLowered):
      "at least \(count) times" + (isLowered ? ", as the windows are small" : "")
    case .sharedRows(let count, let side):
      "\(few(count, "row")) of both \(count == 1 ? "counts" : "count") with the \(side == .first ? "first" : "second") alone"
    case .measure(let measure): "\(measure.rawValue) = \(measure.formula) (\(measure.reference))"
    case .significant(let passing, let tested, let critical):
      "\(GroupedDigits.of(passing)) of \(GroupedDigits.of(tested)) words differ by a log-likelihood of \(decimal(critical)) or more: "
        + "p < 0.05 with so many tests (Šidák)"
    case .few(let count):
      "\(few(count, "word")) on few occurrences (fewer than 5, or less than 1 expected): ‘show few’ tells which"
    case .dispersion(let figures): words(figures)
    case .variants(let figures): counted(figures)
    case .compared:
      "distinctive = words with a loglikelihood against all other rows of p < 0.05 for as many tests as the side has words "
        + "(Šidák), 2 times at least; "
        + "\(AssociationMeasure.loglikelihood.formula) (\(AssociationMeasure.loglikelihood.reference))"
    case .concentration:
      "hhi = Σ share² over known voices, a quotation of several in equal parts (Hirschman 1945; Herfindahl 1950) · "
        + "first_at = median of words before the first quotation / words of the article"
    }
  }

  private static func counted(_ figures: VariantFigures) -> String {
    "\(few(figures.compared, "quotation")) compared, \(few(figures.utterances, "utterance")) that several articles "
      + "print, alike by \(decimal(figures.least)) at least"
  }

  private static func found(_ figures: VariantFigures) -> [String] {
    let short =
      figures.tooShort == 0
      ? []
      : [
        "\(few(figures.tooShort, "quotation")) of one or two words \(figures.tooShort == 1 ? "is" : "are") too short "
          + "to tell"
      ]
    return short + alike(figures)
  }

  private static func alike(_ figures: VariantFigures) -> [String] {
    guard figures.utterances > 0 else { return [] }
    let similarity =
      "similarity = share of the shorter quotation that the fuller one has, by the information of its words (overlap "
      + "coefficient); ‘explain row N’ lays both side by side"
    guard !figures.disputed.isEmpty else { return [similarity] }
    let shown = figures.disputed.prefix(8).map(GroupedDigits.of).joined(separator: ", ")
    let more = figures.disputed.count > 8 ? " …" : ""
    return [
      "articles disagree on the speaker of \(few(figures.disputed.count, "utterance")) (\(shown)\(more)): "
        + "‘where disputed’ keeps \(figures.disputed.count == 1 ? "it" : "them")", similarity,
    ]
  }

  private static func words(_ figures: DispersionFigures) -> String {
    let measures = figures.measures
    let values: [(String, Double)] = [
      ("DP", measures.dp), ("DPnorm", measures.dpNorm), ("Juilland D", measures.juillandD),
      ("Carroll D2", measures.carrollD2), ("Rosengren S", measures.rosengrenS), ("ARF", figures.arf),
    ]
    let shown = values.filter { $0.1.isFinite }.map { "\($0.0) \(decimal($0.1))" }
    return "in \(GroupedDigits.of(figures.range)) of \(few(figures.parts, "article")) · "
      + shown.joined(separator: " · ")
  }

  private static func decimal(_ number: Double) -> String { ValueText.short(.decimal(number)) ?? "–" }

  private static func few(_ count: Int, _ noun: String) -> String {
    "\(GroupedDigits.of(count)) \(noun)\(count == 1 ? "" : "s")"
  }
}

//! The columns that analyses give: those shown at once, and those there for the asking.

public import QuothStatistics

/// A column of an analysis, by the name users type.
public enum AnalysisColumn: String, CaseIterable, Hashable, Sendable {
  // Lines.
  case left, node, right, speakers, outlet, date, article
  // What is counted.
  case word, ngram, value, day, week, month, quarter, year
  // Variants.
  case utterance, text, differs, kind, similarity, disputed
  // Voices.
  case voices, cues, distinctive, hhi, leading, known, unknown
  case wordShare = "word_share"
  case firstAt = "first_at"
  case hhiNorm = "hhi_norm"
  // Counts and rates.
  case count, ipm, share, articles, rows, words
  case perThousandRows = "per_thousand_rows"
  case expected, total
  case otherCount = "other_count"
  case otherIPM = "other_ipm"
  /// Whether the count or what is expected is too small to trust a measure.
  case few
  // Measures.
  case mi, mi3, zscore, tscore, loglikelihood, dice, logdice, logratio, chisquared, simplemaths, bic, deltap
  // Places in an article.
  case plot, positions

  /// The measure that it is.
  public var measure: AssociationMeasure? { AssociationMeasure(rawValue: rawValue) }

  /// The column that holds a measure: they have one name.
  public init(_ measure: AssociationMeasure) {
    switch measure {
    case .mi: self = .mi
    case .mi3: self = .mi3
    case .zscore: self = .zscore
    case .tscore: self = .tscore
    case .loglikelihood: self = .loglikelihood
    case .dice: self = .dice
    case .logdice: self = .logdice
    case .logratio: self = .logratio
    case .chisquared: self = .chisquared
    case .simplemaths: self = .simplemaths
    case .bic: self = .bic
    case .deltap: self = .deltap
    }
  }

  init(_ period: Period) {
    switch period {
    case .day: self = .day
    case .week: self = .week
    case .month: self = .month
    case .quarter: self = .quarter
    case .year: self = .year
    }
  }

  /// One line for help.
  public var summary: String {
    switch self {
    case .left: "what stands before the node"
    case .node: "the words that were looked for"
    case .right: "what stands after the node"
    case .speakers: "who says the line"
    case .outlet: "the outlet of the article"
    case .date: "the day of the article"
    case .article: "the article"
    case .utterance: "the number of the utterance that the quotation is of"
    case .text: "the words of the quotation; those that differ are marked"
    case .differs:
      "what is said otherwise than in the fullest quotation of the utterance, which has none here"
    case .kind: "whether the quotation is direct, mixed or indirect"
    case .voices: "distinct speakers known by name"
    case .cues: "the commonest reporting words, with how often each stands"
    case .distinctive: "words that these quotations have more of than all others, by log-likelihood"
    case .hhi:
      "concentration: the sum of the squared shares of the voices (Herfindahl-Hirschman), 1 for one voice"
    case .hhiNorm: "the same from 0, where all voices have as much, to 1"
    case .leading: "the voice quoted most, with its share of what is quoted of known speakers"
    case .known: "quotations whose speaker is known by name"
    case .unknown: "quotations whose speaker is not known by name"
    case .wordShare: "the part of all quoted words, 0 to 1"
    case .firstAt:
      "the part of an article before its first quotation, in words, 0 to 1; the median over articles"
    case .similarity:
      "the part of the shorter quotation, by the information of words, that the fuller one has, 0 to 1"
    case .disputed: "whether quotations of the utterance name different speakers"
    case .word: "the word, case and accents folded"
    case .ngram: "the words of the sequence, case and accents folded"
    case .words: "how many words the rows have in the article"
    case .value: "the value of the field"
    case .day, .week, .month, .quarter, .year: "the \(rawValue)"
    case .count: "occurrences; of collocates, within the windows"
    case .ipm: "occurrences per million words"
    case .share: "the part of all rows, 0 to 1"
    case .articles: "how many articles have it"
    case .rows: "rows of the collection in the period, whatever they say"
    case .perThousandRows: "per thousand rows: of quotes, per thousand quotations"
    case .expected: "occurrences that chance would give"
    case .total: "occurrences in all of the rows"
    case .otherCount: "occurrences in what is compared with"
    case .otherIPM: "occurrences per million words of what is compared with"
    case .few: "whether fewer than 5 occurrences, or less than 1 expected, make the measures unsure"
    case .mi, .mi3, .zscore, .tscore, .loglikelihood, .dice, .logdice, .logratio, .chisquared, .simplemaths,
      .bic, .deltap:
      measure.map { "\($0.formula) (\($0.reference))" } ?? ""
    case .plot: "where it stands, from the start of the article to its end"
    case .positions: "the same as parts of the article, 0 to 1"
    }
  }
}

/// The columns of an analysis.
public struct AnalysisColumns: Hashable, Sendable {
  /// What a row is known by; always shown.
  public let keys: [AnalysisColumn]
  /// What is shown besides unless something else is asked for.
  public let usual: [AnalysisColumn]
  /// What can be asked for.
  public let others: [AnalysisColumn]

  /// The columns of an analysis of rows of a collection.
  public init<Rows>(of analysis: Analysis<Rows>, _ collection: QueryCollection) {
    let isSpeech = collection == .quotes || collection == .statements
    switch analysis {
    case .concordance:
      keys = [.left, .node, .right]
      usual = isSpeech ? [.speakers] : [.outlet]
      others = (isSpeech ? [.outlet] : []) + [.date, .article]
    case .frequencies(.some, _):
      keys = [.value]
      usual = [.count, .perThousandRows, .articles]
      others = [.share]
    case .frequencies(nil, _):
      keys = [.word]
      usual = [.count, .ipm] + (isSpeech ? [.perThousandRows] : []) + [.articles]
      others = isSpeech ? [] : [.perThousandRows]
    case .ngrams:
      keys = [.ngram]
      usual = [.count, .ipm] + (isSpeech ? [.perThousandRows] : []) + [.articles]
      others = isSpeech ? [] : [.perThousandRows]
    case .collocates(_, _, let measure, _):
      keys = [.word]
      usual = [.count, .expected, AnalysisColumn(measure), .articles]
      others = [.total, .few] + Self.measures(besides: usual)
    case .keywords(_, let measure, _):
      keys = [.word]
      let shown = [AnalysisColumn(measure)] + (measure == .logratio ? [] : [.logratio])
      usual = [.count, .ipm, .otherIPM] + shown + [.articles]
      others = [.otherCount, .expected, .total, .few] + Self.measures(besides: usual)
    case .dispersion:
      keys = [.article]
      usual = [.date, .words, .count, .ipm, .plot]
      others = [.outlet, .positions]
    case .timeline(let period):
      keys = [AnalysisColumn(period)]
      usual = [.count, .rows, .perThousandRows]
      others = [.share]
    case .compare(let field):
      keys = [.value]
      usual =
        [.count, .share, .wordShare] + (field == .speakers ? [.articles] : [.voices]) + [.cues, .distinctive]
      others = field == .speakers ? [.words] : [.words, .articles]
    case .sources:
      keys = [.value]
      usual = [.count, .voices, .hhi, .leading, .firstAt, .unknown]
      others = [.articles, .known, .hhiNorm]
    case .variants:
      keys = [.utterance]
      usual = [.date, .outlet, .speakers, .text, .differs]
      others = [.article, .kind, .similarity, .disputed]
    }
  }

  private static func measures(besides usual: [AnalysisColumn]) -> [AnalysisColumn] {
    AssociationMeasure.allCases.map(AnalysisColumn.init).filter { !usual.contains($0) }
  }
}

extension AnalysisColumn {
  /// The column of an answer; `field` is the one whose values are counted.
  public func resultColumn(field: ResultColumn? = nil) -> ResultColumn {
    switch self {
    case .left: ResultColumn(name: rawValue, type: .text, isList: false, layout: .before)
    case .node: ResultColumn(name: rawValue, type: .text, isList: false, layout: .node)
    case .right: ResultColumn(name: rawValue, type: .text, isList: false, layout: .after)
    case .speakers: ResultColumn(name: rawValue, type: .name(.speaker), isList: true)
    case .outlet: ResultColumn(name: rawValue, type: .name(.outlet), isList: false)
    case .article: ResultColumn(name: rawValue, type: .name(.article), isList: false)
    case .date, .day: ResultColumn(name: rawValue, type: .date, isList: false)
    case .value: ResultColumn(name: field?.name ?? rawValue, type: field?.type ?? .text, isList: false)
    case .utterance: ResultColumn(name: rawValue, type: .integer, isList: false)
    case .text, .differs, .kind: ResultColumn(name: rawValue, type: .text, isList: false)
    case .similarity: ResultColumn(name: rawValue, type: .decimal, isList: false)
    case .cues, .distinctive: ResultColumn(name: rawValue, type: .text, isList: true)
    case .leading: ResultColumn(name: rawValue, type: .text, isList: false)
    case .voices, .known, .unknown: ResultColumn(name: rawValue, type: .integer, isList: false)
    case .hhi, .hhiNorm, .wordShare, .firstAt: ResultColumn(name: rawValue, type: .decimal, isList: false)
    case .disputed: ResultColumn(name: rawValue, type: .yesNo, isList: false)
    case .word, .ngram, .week, .month, .quarter, .year:
      ResultColumn(name: rawValue, type: .text, isList: false)
    case .count, .articles, .rows, .words, .total, .otherCount:
      ResultColumn(name: rawValue, type: .integer, isList: false)
    case .ipm, .share, .perThousandRows, .expected, .otherIPM, .mi, .mi3, .zscore, .tscore, .loglikelihood,
      .dice,
      .logdice, .logratio, .chisquared, .simplemaths, .bic, .deltap:
      ResultColumn(name: rawValue, type: .decimal, isList: false)
    case .few: ResultColumn(name: rawValue, type: .yesNo, isList: false)
    case .plot: ResultColumn(name: rawValue, type: .text, isList: false, layout: .plot)
    case .positions: ResultColumn(name: rawValue, type: .decimal, isList: true)
    }
  }
}

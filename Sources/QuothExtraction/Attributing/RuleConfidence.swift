//! How sure each attribution rule is.

public import QuothModel

extension AttributionRule {
  /// How sure an attribution by this rule is, 0 to 1: for quotations in marks the share that named the right source
  /// on annotated news (PolNeAR train), for indirect speech the share of its words that were reported speech there.
  public func confidence(of kind: QuotationKind) -> Double {
    kind == .indirect ? 0.86 : shareRight
  }

  private var shareRight: Double {
    switch self {
    case .given, .corrected: 1
    case .quoteSourceCue: 0.98
    case .quoteCueSource: 0.99
    case .continuation: 0.98
    case .accordingTo: 0.96
    case .sourceCueQuote: 0.93
    case .repetition: 0.9
    case .signature: 0.9
    case .transcript: 0.9
    case .participle: 0.89
    case .colon: 0.72
    case .paragraphContinuation: 0.75
    case .cueNoun: 0.6
    case .forward: 0.5
    case .sentenceSubject: 0.63
    case .none: 0
    }
  }
}

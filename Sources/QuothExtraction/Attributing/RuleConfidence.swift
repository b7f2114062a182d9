//! How sure each attribution rule is.

public import QuothModel

extension AttributionRule {
  /// The share of its attributions that named the right source on annotated news (PolNeAR train), 0 to 1.
  public var confidence: Double {
    switch self {
    case .given: 1
    case .quoteSourceCue: 0.98
    case .quoteCueSource: 0.99
    case .continuation: 0.98
    case .accordingTo: 0.96
    case .sourceCueQuote: 0.91
    case .repetition: 0.9
    case .signature: 0.9
    case .transcript: 0.9
    case .participle: 0.88
    case .colon: 0.71
    case .paragraphContinuation: 0.78
    case .cueNoun: 0.6
    case .forward: 0.5
    case .sentenceSubject: 0.6
    case .none: 0
    }
  }
}

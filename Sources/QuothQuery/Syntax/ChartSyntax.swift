//! The syntax of pictures.

/// `chart`, and the kind of picture where it is named.
public struct ChartSyntax: Hashable, Sendable {
  /// As written; what it means is for the binder to say.
  public let kind: WordSyntax?
  @Position public internal(set) var range: SourceRange
}

extension PipelineSyntax {
  /// What is drawn, without the word that asks for a picture.
  public var withoutPicture: PipelineSyntax {
    guard stages.last?.keyword == .chart else { return self }
    return PipelineSyntax(source: source, stages: stages.dropLast(), range: range)
  }
}

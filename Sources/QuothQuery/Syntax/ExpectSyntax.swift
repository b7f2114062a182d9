//! The syntax of `expect`: a query and what its answer has to be.

/// `expect`: what an answer has to be.
public struct ExpectSyntax: Hashable, Sendable {
  public let claim: ClaimSyntax
  /// As written, without `count` or `no`.
  public let pipeline: PipelineSyntax
  /// Where the claim stands: `no`, or the comparison.
  @Position public internal(set) var claimRange: SourceRange
  @Position public internal(set) var range: SourceRange

  /// The query whose answer is looked at: `expect count ROWS` looks at `ROWS | count`.
  public var query: PipelineSyntax {
    guard case .number(let claim) = claim, let counting = claim.counting else { return pipeline }
    return PipelineSyntax(
      source: pipeline.source, stages: pipeline.stages + [.count(counting)], range: pipeline.range)
  }
}

/// What is expected of an answer.
public enum ClaimSyntax: Hashable, Sendable {
  /// `expect no ROWS`: it has no rows.
  case noRows
  /// `expect count ROWS >= 20`, `expect ROWS | count >= 20`: it is one number, and the comparison holds.
  case number(NumberClaimSyntax)
  /// `expect ROWS = "file"`: it is what the file holds, in the format of the file's ending.
  case file(ValueSyntax)
}

/// A comparison with a number.
public struct NumberClaimSyntax: Hashable, Sendable {
  /// The word `count` before the rows.
  public let counting: MarkerSyntax?
  public let comparison: Comparison
  /// A bare number, or a name that stands for one.
  public let value: ValueSyntax
}

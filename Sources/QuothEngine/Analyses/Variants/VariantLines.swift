//! What differs between a quotation and the fuller one beside it, in words.

internal import QuothModel
internal import QuothQuery

/// The words of one quotation, with what differs.
struct VariantLines {
  /// At the start and end of the fuller quotation, so many words may be left out before it is called a part.
  private static let mostLeftOut = 4

  private let member: VariantMember
  private let quotation: Quotation
  private let article: Article
  /// The article of the fuller quotation.
  private let other: Article?

  init(_ member: VariantMember, _ corpus: Corpus) {
    self.member = member
    quotation = corpus.quotations[Int(member.id)]
    article = corpus[quotation.article]
    other = member.reference.map { corpus[corpus.quotations[Int($0)].article] }
  }

  /// The quotation as printed.
  var words: String { article.string(quotation.content) }

  /// The stretches of it that the fuller quotation does not have, in bytes of `words`.
  var marks: [Range<Int>] {
    let start = quotation.content.start
    return member.spans.compactMap { span in
      guard span.relation != .same, let own = span.member else { return nil }
      return own.lowerBound - start..<own.upperBound - start
    }
  }

  func alignment(required: Double) -> WordAlignment? {
    guard member.reference != nil else { return nil }
    let pieces = member.spans.map { span in
      WordAlignment.Piece(span.relation, fuller: fuller(span.reference), words: own(span.member))
    }
    return WordAlignment(
      pieces: pieces, similarity: member.similarity, evidence: member.evidence, required: required)
  }

  /// `ready → willing; − today; + many things`, fuller words first; `nothing` where all is the same, and nil for the
  /// fullest quotation itself.
  var differences: String? {
    guard member.reference != nil else { return nil }
    var spans = member.spans[...]
    let whole = spans.count
    while let span = spans.first, span.member == nil { spans.removeFirst() }
    while let span = spans.last, span.member == nil { spans.removeLast() }
    let isPart = whole > spans.count && leftOutCount(around: spans) > Self.mostLeftOut
    var parts = isPart ? ["a part"] : []
    for run in runs(of: isPart ? spans : member.spans[...]) {
      let (fuller, own) = (fuller(run.reference), own(run.member))
      if fuller.isEmpty {
        parts.append("+ \(own)")
      } else {
        parts.append(own.isEmpty ? "− \(fuller)" : "\(fuller) → \(own)")
      }
    }
    parts += member.spans.filter { $0.relation == .moved && $0.member != nil }.map {
      "\(own($0.member)) moved"
    }
    return parts.isEmpty ? "nothing" : parts.joined(separator: "; ")
  }

  /// Words of the fuller quotation before and after `spans`.
  private func leftOutCount(around spans: ArraySlice<VariantSpan>) -> Int {
    let outside = member.spans[..<spans.startIndex] + member.spans[spans.endIndex...]
    return outside.reduce(0) { $0 + fuller($1.reference).split(separator: " ").count }
  }

  /// Neighbouring stretches that differ, as one.
  private func runs(of spans: ArraySlice<VariantSpan>) -> [VariantSpan] {
    var runs: [VariantSpan] = []
    var isOpen = false
    for span in spans {
      guard span.relation != .same, span.relation != .moved else {
        isOpen = false
        continue
      }
      if isOpen, let last = runs.popLast() {
        runs.append(
          VariantSpan(
            relation: .replaced, member: Self.union(last.member, span.member),
            reference: Self.union(last.reference, span.reference)))
      } else {
        runs.append(span)
      }
      isOpen = true
    }
    return runs
  }

  private static func union(_ first: Range<Int>?, _ second: Range<Int>?) -> Range<Int>? {
    guard let first, let second else { return first ?? second }
    return min(first.lowerBound, second.lowerBound)..<max(first.upperBound, second.upperBound)
  }

  private func own(_ range: Range<Int>?) -> String { Self.string(range, of: article) }
  private func fuller(_ range: Range<Int>?) -> String { Self.string(range, of: other) }

  private static func string(_ range: Range<Int>?, of article: Article?) -> String {
    guard let range, let article else { return "" }
    return article.string(TextRange(range.lowerBound, range.upperBound))
  }
}

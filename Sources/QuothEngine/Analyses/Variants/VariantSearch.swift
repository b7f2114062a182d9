//! Finds the quotations that render one utterance.

internal import QuothQuery

/// The search for variants: leader clustering over an index of words.
///
/// Copies of one wording are taken as one. Wordings are taken the fullest first. Each joins the cluster of the fuller quotation that it is most surely a
/// variant of, or else begins one: so a fragment joins the quotation it comes from, and a quotation is not joined to
/// another through a third that both merely resemble (compare the phrase graphs of Leskovec, Backstrom and
/// Kleinberg 2009, where each phrase keeps one edge to a longer one). The work for one quotation is bounded.
struct VariantSearch {
  /// Candidates that are laid beside a quotation, at most.
  private static let mostCandidates = 12
  /// Candidates whose shared terms weigh less than this share of what is required are not looked at.
  private static let leastShareOfRequired: Float = 0.6
  /// A quotation joins through one that does not lead its cluster only if it is so much a part of it.
  private static let leastThroughMember: Float = 0.8

  private let store: WordingStore
  private let weights: WordWeights
  /// Wordings by rank.
  private let order: [Copies]
  private let index: WordingIndex
  private var judge: VariantJudge
  /// For each rank, the rank of the wording that leads its cluster, and of the one it is laid beside.
  private var leaders: [Int32]
  private var references: [Int32]
  private var likenesses: [Likeness]
  // Working memory for candidates: by rank, what the shared terms weigh.
  private var tallies: [Float]
  private var touched: [Int32] = []

  init(_ store: WordingStore, threshold: Double) {
    self.store = store
    let weights = WordWeights(store)
    self.weights = weights
    let judge = VariantJudge(store, weights, threshold: Float(threshold))
    self.judge = judge
    order = Self.fullestFirst(store, judge)
    index = WordingIndex(store, weights, order: order)
    leaders = Array(0..<Int32(order.count))
    references = [Int32](repeating: -1, count: order.count)
    likenesses = [Likeness](
      repeating: Likeness(evidence: 0, similarity: 1, agreement: 1), count: order.count)
    tallies = [Float](repeating: 0, count: order.count)
  }

  /// The clusters of at least two articles; nil when `isOver` said so.
  static func findings(
    of store: WordingStore, threshold: Double, isOver: () -> Bool = { false }
  ) -> VariantFindings? {
    var search = VariantSearch(store, threshold: threshold)
    for rank in search.order.indices {
      if rank & 0xFF == 0, isOver() { return nil }
      search.place(rank)
    }
    let clusters = search.clusters()
    let joined = Set(clusters.flatMap { $0.members.map(\.id) })
    let tooShort = store.wordings.count { wording in
      !wording.core.isEmpty && wording.length(in: store) <= 2 && !joined.contains(wording.id)
    }
    return VariantFindings(
      clusters: clusters, required: Double(search.weights.required), tooShort: tooShort)
  }

  /// Wordings with words, by the weight of their words, then by the words themselves and their numbers: an order that
  /// does not depend on that of the input.
  private static func fullestFirst(_ store: WordingStore, _ judge: VariantJudge) -> [Copies] {
    let all = Copies.all(in: store)
    let weights = all.map { judge.weight(of: $0.first) }
    return all.indices.sorted { left, right in
      if weights[left] != weights[right] { return weights[left] > weights[right] }
      return all[left].first.id < all[right].first.id
    }.map { all[$0] }
  }

  // MARK: Placing

  /// Joins a wording to the cluster of a fuller one, if there is one: to the leader that it is most surely a variant
  /// of, or else to one that it is a part of.
  private mutating func place(_ rank: Int) {
    let own = order[rank]
    var tried: [Int] = []
    var best: (rank: Int, likeness: Likeness)?
    var through: (rank: Int, likeness: Likeness)?
    for candidate in candidates(of: rank) {
      let leader = Int(leaders[candidate])
      if !tried.contains(leader) {
        tried.append(leader)
        let likeness = judge.likeness(own, order[leader])
        if let likeness, likeness.evidence > best?.likeness.evidence ?? 0 { best = (leader, likeness) }
      }
      // Another member counts only if no leader does.
      guard best == nil, candidate != leader else { continue }
      if let likeness = judge.likeness(own, order[candidate]),
        likeness.similarity >= Self.leastThroughMember, likeness.evidence > through?.likeness.evidence ?? 0
      {
        through = (candidate, likeness)
      }
    }
    if let (rank: fuller, likeness) = best ?? through {
      join(rank, to: Int(leaders[fuller]), beside: fuller, likeness)
    }
  }

  private mutating func join(_ rank: Int, to leader: Int, beside reference: Int, _ likeness: Likeness) {
    leaders[rank] = Int32(leader)
    references[rank] = Int32(reference)
    likenesses[rank] = likeness
  }

  /// Fuller wordings that share the most telling terms with one, the most promising first.
  private mutating func candidates(of rank: Int) -> [Int] {
    touched.removeAll(keepingCapacity: true)
    WordingIndex.forEachTerm(of: order[rank].first, store, weights) { term, weight in
      index.forEachRank(below: rank, sharing: term) { other in
        if tallies[other] == 0 { touched.append(Int32(other)) }
        tallies[other] += weight
      }
    }
    defer { for other in touched { tallies[Int(other)] = 0 } }
    var best: [Int] = []
    // What shares too little cannot weigh enough.
    let least = Self.leastShareOfRequired * weights.required
    for other in touched where tallies[Int(other)] >= least {
      let other = Int(other)
      if best.count == Self.mostCandidates, !precedes(other, best[best.count - 1]) { continue }
      if best.count == Self.mostCandidates { best.removeLast() }
      best.insert(other, at: best.firstIndex { precedes(other, $0) } ?? best.count)
    }
    return best
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    tallies[left] != tallies[right] ? tallies[left] > tallies[right] : left < right
  }

  // MARK: Results

  private mutating func clusters() -> [VariantCluster] {
    var members: [Int32: [Int]] = [:]
    for rank in order.indices where leaders[rank] != Int32(rank) {
      members[leaders[rank], default: []].append(rank)
    }
    var clusters: [VariantCluster] = []
    for leader in order.indices where leaders[leader] == Int32(leader) {
      let ranks = [leader] + (members[Int32(leader)] ?? [])
      let numbers = ranks.flatMap { order[$0].members }
      guard numbers.count > 1, Set(numbers.map { store.wordings[Int($0)].article }).count > 1 else {
        continue
      }
      clusters.append(VariantCluster(members: ranks.flatMap { renderings(of: $0) }))
    }
    return clusters
  }

  /// The quotations of a rank, each beside the reference of all of them, or else beside the first.
  private mutating func renderings(of rank: Int) -> [VariantMember] {
    let own = order[rank].first
    let copies = order[rank].members.map { store.wordings[Int($0)] }.filter { $0.id != own.id }
      .sorted { $0.id < $1.id }
    guard references[rank] >= 0 else {
      let likeness = judge.likenessOfCopies(own)
      return [VariantMember(id: own.id, reference: nil, similarity: 1, evidence: 0, spans: [])]
        + copies.map { copy in
          VariantMember(
            id: copy.id, reference: own.id, similarity: 1, evidence: Double(likeness.evidence),
            spans: [VariantSpan(relation: .same, member: bytes(copy.core), reference: bytes(own.core))])
        }
    }
    let reference = order[Int(references[rank])].first
    let steps = judge.alignment(own, reference)
    return ([own] + copies).map { copy in
      // Copies have the same words, further on in the store.
      let distance = copy.core.lowerBound - own.core.lowerBound
      return VariantMember(
        id: copy.id, reference: reference.id, similarity: Double(likenesses[rank].similarity),
        evidence: Double(likenesses[rank].evidence), spans: spans(steps, movedBy: distance))
    }
  }

  private func bytes(_ core: Range<Int>) -> Range<Int> {
    bytes(of: core.lowerBound).lowerBound..<bytes(of: core.upperBound - 1).upperBound
  }

  /// The steps of an alignment as stretches of bytes, for words so much further on in the store than those aligned.
  private func spans(_ steps: [AlignmentStep], movedBy distance: Int) -> [VariantSpan] {
    var spans: [VariantSpan] = []
    for step in steps {
      let span = VariantSpan(
        relation: step.relation, member: step.left.map { bytes(of: $0 + distance) },
        reference: step.right.map(bytes))
      if let last = spans.last, let joined = last.joined(with: span) {
        spans[spans.count - 1] = joined
      } else {
        spans.append(span)
      }
    }
    return spans
  }

  private func bytes(of place: Int) -> Range<Int> {
    Int(store.places[place].lowerBound)..<Int(store.places[place].upperBound)
  }
}

extension VariantSpan {
  /// This stretch and the next as one, if they are alike.
  fileprivate func joined(with next: VariantSpan) -> VariantSpan? {
    guard relation == next.relation, (member == nil) == (next.member == nil),
      (reference == nil) == (next.reference == nil)
    else { return nil }
    func both(_ first: Range<Int>?, _ second: Range<Int>?) -> Range<Int>? {
      guard let first, let second else { return nil }
      return first.lowerBound..<second.upperBound
    }
    return VariantSpan(
      relation: relation, member: both(member, next.member), reference: both(reference, next.reference))
  }
}

//! Finds the quotations that render one utterance.

internal import QuothQuery

/// The search for variants: leader clustering over an index of words.
///
/// Quotations are taken the fullest first. Each joins the cluster of the fuller quotation that it is most surely a
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
  private let order: [Int32]
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
    return VariantFindings(clusters: search.clusters(), required: Double(search.weights.required))
  }

  /// Wordings with words, by the weight of their words, then by the words themselves and their numbers: an order that
  /// does not depend on that of the input.
  private static func fullestFirst(_ store: WordingStore, _ judge: VariantJudge) -> [Int32] {
    let weights = store.wordings.map { judge.weight(of: $0) }
    let numbers = store.wordings.indices.filter { !store.wordings[$0].core.isEmpty }
    return numbers.sorted { left, right in
      if weights[left] != weights[right] { return weights[left] > weights[right] }
      return store.wordings[left].id < store.wordings[right].id
    }.map { Int32($0) }
  }

  private func wording(_ rank: Int) -> Wording { store.wordings[Int(order[rank])] }

  // MARK: Placing

  /// Joins a wording to the cluster of a fuller one, if there is one: to the leader that it is most surely a variant
  /// of, or else to one that it is a part of.
  private mutating func place(_ rank: Int) {
    let wording = wording(rank)
    var tried: [Int] = []
    var best: (rank: Int, likeness: Likeness)?
    var through: (rank: Int, likeness: Likeness)?
    for candidate in candidates(of: rank) {
      let leader = Int(leaders[candidate])
      if !tried.contains(leader) {
        tried.append(leader)
        let likeness = judge.likeness(wording, self.wording(leader))
        if let likeness, likeness.evidence > best?.likeness.evidence ?? 0 { best = (leader, likeness) }
      }
      // Another member counts only if no leader does.
      guard best == nil, candidate != leader else { continue }
      if let likeness = judge.likeness(wording, self.wording(candidate)),
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
    WordingIndex.forEachTerm(of: wording(rank), store, weights) { term, weight in
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
    for leader in members.keys.sorted() {
      let ranks = [Int(leader)] + (members[leader] ?? [])
      guard Set(ranks.map { wording($0).article }).count > 1 else { continue }
      clusters.append(VariantCluster(members: ranks.map { member($0) }))
    }
    return clusters
  }

  private mutating func member(_ rank: Int) -> VariantMember {
    let own = wording(rank)
    guard references[rank] >= 0 else {
      return VariantMember(id: own.id, reference: nil, similarity: 1, evidence: 0, spans: [])
    }
    let reference = wording(Int(references[rank]))
    return VariantMember(
      id: own.id, reference: reference.id, similarity: Double(likenesses[rank].similarity),
      evidence: Double(likenesses[rank].evidence),
      spans: spans(judge.alignment(own, reference)))
  }

  /// The steps of an alignment as stretches of bytes.
  private func spans(_ steps: [AlignmentStep]) -> [VariantSpan] {
    var spans: [VariantSpan] = []
    for step in steps {
      let span = VariantSpan(
        relation: step.relation, member: step.left.map(bytes), reference: step.right.map(bytes))
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

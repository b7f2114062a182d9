//! Lays the words of two quotations side by side.

internal import QuothQuery

/// How a word of one quotation stands to the other.
typealias WordRelation = WordAlignment.Piece.Relation

/// One step through two sequences of words: a place in one, in the other, or in both.
struct AlignmentStep: Equatable {
  let left: Int?
  let right: Int?
  var relation: WordRelation
}

/// Aligns wordings. Keeps its working memory between pairs.
struct WordingAligner {
  /// What a word that has no partner, or another word as partner, takes away.
  private static let penalty: Float = 0.7
  /// The share of its weight that another form of a word is worth.
  static let shareOfForm: Float = 0.7

  private let store: WordingStore
  private let weights: WordWeights
  /// What the word at each place of the store begins with.
  private let beginnings: [UInt32]
  private var row: [Float] = []
  private var cells: [Float] = []

  init(_ store: WordingStore, _ weights: WordWeights) {
    self.store = store
    self.weights = weights
    beginnings = store.codes.map { store.words.beginnings[Int($0)] }
  }

  /// The weight of the best local alignment of two stretches of words (Smith and Waterman 1981), in nats.
  mutating func localScore(_ left: Range<Int>, _ right: Range<Int>) -> Float {
    var row: [Float] = []
    swap(&row, &self.row)
    defer { swap(&row, &self.row) }
    row.removeAll(keepingCapacity: true)
    row.append(contentsOf: repeatElement(0, count: right.count + 1))
    // The inner loop is most of the work of a search, so that it goes by pointers.
    return row.withUnsafeMutableBufferPointer { scores in
      store.codes.withUnsafeBufferPointer { codes in
        beginnings.withUnsafeBufferPointer { beginnings in
          var best: Float = 0
          for place in left {
            let word = codes[place]
            let (beginning, weight) = (beginnings[place], weights.words[Int(word)])
            // No word: the first of a stretch is in no company.
            let before = place > left.lowerBound ? codes[place - 1] : -1
            var diagonal: Float = 0
            for column in 1..<scores.count {
              let other = right.lowerBound + column - 1
              var worth = -Self.penalty
              if codes[other] == word {
                let isInCompany = column > 1 && codes[other - 1] == before
                worth = isInCompany ? weights.following[place] : weight
              } else if beginning != 0, beginnings[other] == beginning,
                store.words.areAlike(word, codes[other])
              {
                worth = weightOfForms(word, codes[other])
              }
              let score = max(0, diagonal + worth, max(scores[column], scores[column - 1]) - Self.penalty)
              diagonal = scores[column]
              scores[column] = score
              if score > best { best = score }
            }
          }
          return best
        }
      }
    }
  }

  /// What it is worth that two words stand side by side.
  @inline(__always)
  private func worth(_ row: Int, _ column: Int, _ firstRow: Int, _ firstColumn: Int) -> Float {
    let (left, right) = (store.codes[row], store.codes[column])
    if left == right {
      let isInCompany =
        row > firstRow && column > firstColumn && store.codes[row - 1] == store.codes[column - 1]
      return isInCompany ? weights.following[row] : weights.words[Int(left)]
    }
    return store.words.areAlike(left, right) ? weightOfForms(left, right) : -Self.penalty
  }

  private func weightOfForms(_ left: Int32, _ right: Int32) -> Float {
    Self.shareOfForm * min(weights.words[Int(left)], weights.words[Int(right)])
  }

  /// The best alignment of all words of two stretches (Needleman and Wunsch 1970), with words that moved found
  /// among those left over.
  mutating func align(_ left: Range<Int>, _ right: Range<Int>) -> [AlignmentStep] {
    let width = right.count + 1
    cells.removeAll(keepingCapacity: true)
    cells.append(contentsOf: repeatElement(0, count: (left.count + 1) * width))
    for row in 1...max(1, left.count) where !left.isEmpty {
      cells[row * width] = -Self.penalty * Float(row)
    }
    for column in 1..<max(1, width) { cells[column] = -Self.penalty * Float(column) }
    for row in 1..<(left.count + 1) {
      for column in 1..<width {
        let pair = worth(
          left.lowerBound + row - 1, right.lowerBound + column - 1, left.lowerBound, right.lowerBound)
        let above = (row - 1) * width + column
        cells[row * width + column] = max(
          cells[above - 1] + pair, max(cells[above], cells[row * width + column - 1]) - Self.penalty)
      }
    }
    var steps = path(left, right, width)
    markMoved(&steps)
    return steps
  }

  /// The way back through the cells: pairs before words left over, so that the alignment is the same every time.
  private func path(_ left: Range<Int>, _ right: Range<Int>, _ width: Int) -> [AlignmentStep] {
    var steps: [AlignmentStep] = []
    var (row, column) = (left.count, right.count)
    while row > 0 || column > 0 {
      let here = cells[row * width + column]
      if row > 0, column > 0 {
        let (one, other) = (left.lowerBound + row - 1, right.lowerBound + column - 1)
        let pair = worth(one, other, left.lowerBound, right.lowerBound)
        if here == cells[(row - 1) * width + column - 1] + pair {
          steps.append(AlignmentStep(left: one, right: other, relation: relation(one, other)))
          (row, column) = (row - 1, column - 1)
          continue
        }
      }
      if column == 0 || row > 0 && here == cells[(row - 1) * width + column] - Self.penalty {
        steps.append(AlignmentStep(left: left.lowerBound + row - 1, right: nil, relation: .missing))
        row -= 1
      } else {
        steps.append(AlignmentStep(left: nil, right: right.lowerBound + column - 1, relation: .missing))
        column -= 1
      }
    }
    return steps.reversed()
  }

  private func relation(_ left: Int, _ right: Int) -> WordRelation {
    let (left, right) = (store.codes[left], store.codes[right])
    return left == right ? .same : store.words.areAlike(left, right) ? .form : .replaced
  }

  /// Content words without an equal partner that stand elsewhere in the other quotation, without one there too, have
  /// moved. Their pairs are taken apart.
  private func markMoved(_ steps: inout [AlignmentStep]) {
    var free: [Int32: [Int]] = [:]
    func isLoose(_ step: AlignmentStep) -> Bool { step.relation == .replaced || step.relation == .missing }
    for step in steps where isLoose(step) {
      guard let place = step.right else { continue }
      let word = store.codes[place]
      if store.words.natures[Int(word)] == .content { free[word, default: []].append(place) }
    }
    guard !free.isEmpty else { return }
    var moved: Set<Int> = []
    for step in steps where isLoose(step) {
      guard let place = step.left, let places = free[store.codes[place]], let first = places.first else {
        continue
      }
      moved.insert(place)
      moved.insert(first)
      free[store.codes[place]] = Array(places.dropFirst())
    }
    guard !moved.isEmpty else { return }
    steps = steps.flatMap { step -> [AlignmentStep] in
      guard isLoose(step) else { return [step] }
      let (leftMoved, rightMoved) = (
        step.left.map(moved.contains) ?? false, step.right.map(moved.contains) ?? false
      )
      guard leftMoved || rightMoved else { return [step] }
      var apart: [AlignmentStep] = []
      if let left = step.left {
        apart.append(AlignmentStep(left: left, right: nil, relation: leftMoved ? .moved : .missing))
      }
      if let right = step.right {
        apart.append(AlignmentStep(left: nil, right: right, relation: rightMoved ? .moved : .missing))
      }
      return apart
    }
  }
}

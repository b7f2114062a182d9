//! Makes the conditions of a plan ready to run over the columns of a collection or a table.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

/// Compiles the conditions of one operation.
struct PredicateCompiler<Readers: OperandReaders> {
  typealias Operand = Readers.Operand

  let readers: Readers
  let corpus: Corpus
  /// Where conditions report what ends the query.
  let watch: ExecutionWatch
  /// Where in their texts the rows have to be looked at, for conditions of which an index knows it.
  var anchors: [Condition<Operand>: TextAnchors] = [:]

  /// The condition made ready; throws where the plan asks what a field cannot answer.
  func compile(_ predicate: Condition<Operand>) throws(ExecutionError) -> CompiledPredicate {
    switch predicate {
    case .and(let parts): return .all(try compile(parts))
    case .or(let parts): return .any(try compile(parts))
    case .not(let part): return try compile(part).negated
    case .number(let field, let comparison, let number):
      return try compileNumber(field, comparison, number)
    case .date(let field, let comparison, let range): return try compileDate(field, comparison, range)
    case .names(let field, let keys): return try compileNames(field, keys)
    case .text(let field, let comparison, let folded):
      return try compileText(field, comparison, Array(folded.utf8))
    case .contains(let field, let pattern):
      let matcher = TextMatcher(pattern, watch: watch)
      if let anchors = anchors[predicate], case .word(let place) = anchors.anchor {
        return try lift(field, anchors, matcher, wordAt: place)
      }
      return try lift(field, matcher)
    case .matches(let field, let regex):
      let matcher = try RegexMatcher(regex, watch: watch)
      if let anchors = anchors[predicate], case .start = anchors.anchor {
        return try lift(field, cost: .regex, anchors) { matcher.holds($0, startingIn: $1) }
      }
      return try lift(field, cost: .regex) { matcher.holds($0, startingIn: [0..<$0.count]) }
    case .isMissing(let field):
      let reader = try reader(of: field)
      return CompiledPredicate(field.name, cost: .column) { Truth(reader.isMissing($0)) }
    case .isTrue(let field):
      guard case .yesNo(let read) = try reader(of: field) else { throw unsuited(field, "a yes or no") }
      return CompiledPredicate(field.name, cost: .column) { Truth(read($0)) }
    }
  }

  private func compile(_ parts: [Condition<Operand>]) throws(ExecutionError) -> [CompiledPredicate] {
    var compiled: [CompiledPredicate] = []
    for part in parts { compiled.append(try compile(part)) }
    return compiled
  }

  private func reader(of field: Operand) throws(ExecutionError) -> FieldReader {
    try readers.reader(of: field)
  }

  private func unsuited(_ field: Operand, _ kind: String) -> ExecutionError {
    .unsupported("‘\(field.name)’ of \(readers.owner) is not \(kind)")
  }
}

// MARK: - Numbers, days and names

extension PredicateCompiler {
  private func compileNumber(
    _ field: Operand, _ comparison: Comparison, _ number: Double
  ) throws(ExecutionError) -> CompiledPredicate {
    switch try reader(of: field) {
    case .integer(let read):
      return CompiledPredicate(field.name, cost: .column) { row in
        read(row).map { Truth(comparison.holds(Double($0), number)) } ?? .unknown
      }
    case .decimal(let read):
      return CompiledPredicate(field.name, cost: .column) { row in
        read(row).map { Truth(comparison.holds($0, number)) } ?? .unknown
      }
    case .day, .yesNo, .passage, .string, .strings, .code, .codes: throw unsuited(field, "a number")
    }
  }

  private func compileDate(
    _ field: Operand, _ comparison: Comparison, _ range: DayRange
  ) throws(ExecutionError) -> CompiledPredicate {
    guard case .day(let days) = try reader(of: field) else { throw unsuited(field, "a date") }
    let first = range.first.dayNumber
    let last = range.last.dayNumber
    let holds: (Int32) -> Bool =
      switch comparison {
      case .equal: { $0 >= first && $0 <= last }
      case .notEqual: { $0 < first || $0 > last }
      case .less: { $0 < first }
      case .lessOrEqual: { $0 <= last }
      case .greater: { $0 > last }
      case .greaterOrEqual: { $0 >= first }
      }
    return CompiledPredicate(field.name, cost: .column) { row in
      let day = days[row]
      return day == DayNumber.missing ? .unknown : Truth(holds(day))
    }
  }

  private func compileNames(_ field: Operand, _ keys: [String]) throws(ExecutionError) -> CompiledPredicate {
    switch try reader(of: field) {
    case .code(let column, _):
      let isMember = column.names.membership(of: keys)
      let codes = column.codes
      return CompiledPredicate(field.name, cost: .column) { row in
        let code = codes[row]
        return code == CodeColumn.missing ? .unknown : Truth(isMember[Int(code)])
      }
    case .codes(let column):
      let isMember = column.names.membership(of: keys)
      let starts = column.starts
      let codes = column.codes
      return CompiledPredicate(field.name, cost: .column) { row in
        var index = Int(starts[row])
        let end = Int(starts[row + 1])
        while index < end {
          if isMember[Int(codes[index])] { return .yes }
          index += 1
        }
        return .no
      }
    case .string(let read):
      let spellings = try readers.spellings(of: keys, for: field)
      return CompiledPredicate(field.name, cost: .text) { row in
        read(row).map { Truth(spellings.contains(TextFolding.fold($0))) } ?? .unknown
      }
    case .strings(let read):
      let spellings = try readers.spellings(of: keys, for: field)
      return CompiledPredicate(field.name, cost: .text) { row in
        Truth(read(row).contains { spellings.contains(TextFolding.fold($0)) })
      }
    case .integer, .decimal, .day, .yesNo, .passage: throw unsuited(field, "a name")
    }
  }
}

// MARK: - Text

extension PredicateCompiler {
  private func compileText(
    _ field: Operand, _ comparison: Comparison, _ constant: [UInt8]
  ) throws(ExecutionError) -> CompiledPredicate {
    // Of several values `!=` holds where `=` holds for none, so it is the one that cannot be asked of each.
    let asksForNone = comparison == .notEqual
    let asked = asksForNone ? Comparison.equal : comparison
    let comparer = FoldedComparer(constant)
    let compiled = try lift(field, cost: .text) { bytes in asked.holds(comparer.order(of: bytes), 0) }
    return asksForNone ? compiled.negated : compiled
  }

  /// Asks whether the text of a field holds a pattern within one sentence.
  private func lift(_ field: Operand, _ matcher: TextMatcher) throws(ExecutionError) -> CompiledPredicate {
    guard matcher.hasSeveralWords, case .passage(let read) = try reader(of: field) else {
      return try lift(field, cost: .words) { matcher.holds($0) }
    }
    let corpus = corpus
    return CompiledPredicate(field.name, cost: .words) { row in
      guard let passage = read(row) else { return .unknown }
      return corpus[passage.article].bytes(passage.range).withUnsafeBufferPointer { text in
        Truth(matcher.holds(text) && Self.holdsInSentence(text, passage, matcher, corpus))
      }
    }
  }

  /// The same of those parts of the text where an index says that the word at `place` of the pattern may be.
  private func lift(
    _ field: Operand, _ anchors: TextAnchors, _ matcher: TextMatcher, wordAt place: Int
  ) throws(ExecutionError) -> CompiledPredicate {
    guard case .passage(let read) = try reader(of: field) else {
      throw unsuited(field, "words of an article")
    }
    let corpus = corpus
    return CompiledPredicate(field.name, cost: .words) { row in
      guard let passage = read(row) else { return .unknown }
      return Truth(
        anchors.anyHolds(row, passage, corpus) { text, parts in
          parts.contains { matcher.holds(text, wordAt: place, in: $0) }
            && Self.holdsInSentence(text, passage, matcher, corpus)
        })
    }
  }

  /// Whether a text that holds a pattern holds it within one of the sentences of its article.
  private static func holdsInSentence(
    _ text: UnsafeBufferPointer<UInt8>, _ passage: Passage, _ matcher: TextMatcher, _ corpus: Corpus
  ) -> Bool {
    guard matcher.hasSeveralWords else { return true }
    let edges = corpus[passage.article].sentenceEdges(within: passage.range)
    return edges.isEmpty || matcher.holds(text, edges: edges)
  }

  /// Asks a question about those parts of the text of a field where an index says that the answer may be yes.
  private func lift(
    _ field: Operand, cost: CompiledPredicate.Cost, _ anchors: TextAnchors,
    _ holds: @escaping (UnsafeBufferPointer<UInt8>, [Range<Int>]) -> Bool
  ) throws(ExecutionError) -> CompiledPredicate {
    guard case .passage(let read) = try reader(of: field) else {
      throw unsuited(field, "words of an article")
    }
    let corpus = corpus
    return CompiledPredicate(field.name, cost: cost) { row in
      read(row).map { Truth(anchors.anyHolds(row, $0, corpus, holds)) } ?? .unknown
    }
  }

  /// Asks a question about bytes of the text, or any of the texts, of a field.
  private func lift(
    _ field: Operand, cost: CompiledPredicate.Cost, _ holds: @escaping (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(ExecutionError) -> CompiledPredicate {
    let corpus = corpus
    switch try reader(of: field) {
    case .passage(let read):
      return CompiledPredicate(field.name, cost: cost) { row in
        guard let passage = read(row) else { return .unknown }
        return corpus[passage.article].bytes(passage.range).withUnsafeBufferPointer { Truth(holds($0)) }
      }
    case .string(let read):
      return CompiledPredicate(field.name, cost: cost) { row in
        read(row).map { Truth($0.withBytes(holds)) } ?? .unknown
      }
    case .strings(let read):
      return CompiledPredicate(field.name, cost: cost) { row in
        Truth(read(row).contains { $0.withBytes(holds) })
      }
    case .code(let column, _):
      let verdicts = NameVerdicts(column.names) { $0.withBytes(holds) }
      return CompiledPredicate(field.name, cost: .column) { row in
        let code = column.codes[row]
        return code == CodeColumn.missing ? .unknown : Truth(verdicts.holds(code))
      }
    case .codes(let column):
      let verdicts = NameVerdicts(column.names) { $0.withBytes(holds) }
      return CompiledPredicate(field.name, cost: .column) { row in
        Truth(column.range(of: row).contains { verdicts.holds(column.codes[$0]) })
      }
    case .integer, .decimal, .day, .yesNo: throw unsuited(field, "text")
    }
  }
}

/// Remembers the answer to a question about each name, so that it is asked once a name and not once a row.
private final class NameVerdicts {
  private let names: NameTable
  private let ask: (String) -> Bool
  private var verdicts: [Truth]

  init(_ names: NameTable, _ ask: @escaping (String) -> Bool) {
    self.names = names
    self.ask = ask
    verdicts = Array(repeating: .unknown, count: names.count)
  }

  func holds(_ code: Int32) -> Bool {
    if verdicts[Int(code)] == .unknown { verdicts[Int(code)] = Truth(ask(names.name(code))) }
    return verdicts[Int(code)] == .yes
  }
}

extension Comparison {
  /// Whether `left` stands so to `right`.
  func holds<Operand: Comparable>(_ left: Operand, _ right: Operand) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}

extension String {
  /// The result of a question about this text's bytes.
  func withBytes<Answer>(_ ask: (UnsafeBufferPointer<UInt8>) -> Answer) -> Answer {
    var text = self
    return text.withUTF8(ask)
  }
}

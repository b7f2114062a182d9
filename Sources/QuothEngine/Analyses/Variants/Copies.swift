//! Quotations that agree word for word.

internal import QuothQuery

/// Quotations of the same words that are one utterance; mostly one quotation alone.
///
/// Copies are put together before anything is searched, so that a wording is one however often it is reprinted.
struct Copies {
  /// The one that is compared with other wordings: one that stands for itself, if there is one.
  let first: Wording
  /// All of them by their places in the store, `first` included.
  let members: [Int32]
  let printings: Printings
}

extension Copies {
  /// Put together like this by how much their words tell.
  private enum Rule {
    /// Whoever says it, and whenever: so many words are no chance.
    case always
    /// Where both are phrases in a reporter's sentence, they need a speaker in common or unknown: critics may take up
    /// a phrase.
    case standing
    /// A usual phrase: the same known speaker, on days that are close or unknown.
    case speaker
    /// One word or two: the same known speaker, on known days that are close.
    case speakerAndDays
    /// Words of grammar, one or two.
    case never
  }

  /// All wordings that have words, put together.
  static func all(in store: WordingStore) -> [Copies] {
    var groups: [UInt64: Int] = [:]
    var members: [[Int32]] = []
    for (number, wording) in store.wordings.enumerated() where !wording.core.isEmpty {
      let group = groups[store.words.fingerprint(of: store.codes[wording.core]), default: members.count]
      if group == members.count {
        groups[store.words.fingerprint(of: store.codes[wording.core])] = group
        members.append([])
      }
      members[group].append(Int32(number))
    }
    return members.flatMap { numbers -> [Copies] in
      guard numbers.count > 1 else { return [Copies(numbers, store)] }
      let rule = rule(for: store.wordings[Int(numbers[0])], store)
      return parted(numbers, by: rule, store).map { Copies($0, store) }
    }
  }

  private init(_ members: [Int32], _ store: WordingStore) {
    let wordings = members.map { store.wordings[Int($0)] }
    self.members = members
    first =
      wordings.min { left, right in
        if left.isFragment != right.isFragment { return right.isFragment }
        return left.words.count != right.words.count
          ? left.words.count > right.words.count : left.id < right.id
      } ?? wordings[0]
    printings = Printings(wordings)
  }

  private static func rule(for wording: Wording, _ store: WordingStore) -> Rule {
    let isGrammar = wording.core.allSatisfy { store.words.natures[Int(store.codes[$0])] == .function }
    switch wording.length(in: store) {
    case ...2: return isGrammar ? .never : .speakerAndDays
    case 3...4: return isGrammar ? .speaker : .standing
    default: return .always
    }
  }

  private static func parted(_ numbers: [Int32], by rule: Rule, _ store: WordingStore) -> [[Int32]] {
    switch rule {
    case .always: return [numbers]
    case .never: return numbers.map { [$0] }
    case .standing:
      let standing = numbers.filter { !store.wordings[Int($0)].isFragment }
      let phrases = numbers.filter { store.wordings[Int($0)].isFragment }
      return byShared(phrases, joining: standing, store)
    case .speaker, .speakerAndDays:
      return byDays(numbers, store, needsDays: rule == .speakerAndDays)
    }
  }

  /// Phrases with those of a shared speaker, or with those that stand for themselves; those of nobody known with the
  /// first.
  private static func byShared(
    _ phrases: [Int32], joining standing: [Int32], _ store: WordingStore
  ) -> [[Int32]] {
    var parts = standing.isEmpty ? [] : [standing]
    var partOfSpeaker: [Int32: Int] = [:]
    for number in standing {
      for speaker in store.wordings[Int(number)].speakers { partOfSpeaker[speaker] = 0 }
    }
    let namedFirst = phrases.sorted { left, right in
      let (left, right) = (store.wordings[Int(left)], store.wordings[Int(right)])
      return left.speakers.isEmpty != right.speakers.isEmpty
        ? right.speakers.isEmpty : left.id < right.id
    }
    for number in namedFirst {
      let speakers = store.wordings[Int(number)].speakers
      let known = speakers.compactMap { partOfSpeaker[$0] }.min()
      let part = known ?? (speakers.isEmpty && !parts.isEmpty ? 0 : parts.count)
      if part == parts.count { parts.append([]) }
      parts[part].append(number)
      for speaker in speakers where partOfSpeaker[speaker] == nil { partOfSpeaker[speaker] = part }
    }
    return parts
  }

  /// Those of a shared speaker that are no further apart than one event is told of; anybody else alone.
  private static func byDays(
    _ numbers: [Int32], _ store: WordingStore, needsDays: Bool
  ) -> [[Int32]] {
    func day(_ number: Int32) -> Int32 { store.wordings[Int(number)].day ?? .max }
    let earliestFirst = numbers.sorted { left, right in
      day(left) != day(right)
        ? day(left) < day(right) : store.wordings[Int(left)].id < store.wordings[Int(right)].id
    }
    var parts: [[Int32]] = []
    var latest: [Int32: Int] = [:]
    for number in earliestFirst {
      let wording = store.wordings[Int(number)]
      let open = wording.speakers.compactMap { latest[$0] }.filter { part in
        let first = store.wordings[Int(parts[part][0])]
        guard let one = first.day, let other = wording.day else { return !needsDays }
        return other - one <= VariantDays.mostApart
      }
      let part = open.min() ?? parts.count
      if part == parts.count { parts.append([]) }
      parts[part].append(number)
      for speaker in wording.speakers { latest[speaker] = part }
    }
    return parts
  }
}

extension Wording {
  /// About how many words it has of its own: two letters of a script without blanks count as a word.
  func length(in store: WordingStore) -> Int {
    let signs = core.reduce(0) { $0 + (store.words.natures[Int(store.codes[$1])] == .sign ? 1 : 0) }
    return core.count - signs + (signs + 1) / 2
  }
}

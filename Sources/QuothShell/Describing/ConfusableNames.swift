//! Names that a newcomer stumbles over: one that several people bear, and people who are spelt in several ways.

internal import QuothBasics

/// A person as the corpus names them.
struct NamedPerson: Hashable {
  let name: String
  let aliases: [String]
}

/// A surname and the people who bear it.
struct SharedSurname: Hashable {
  let surname: String
  let people: [String]
}

/// Somebody's name and what is spelt otherwise elsewhere.
struct SpelledName: Hashable {
  let name: String
  let others: [String]
}

/// Looks through the names of people, the most mentioned first.
enum ConfusableNames {
  /// Surnames that end the names of several people, case and accents folded; those of people mentioned more first.
  static func sharedSurnames(of people: [NamedPerson]) -> [SharedSurname] {
    var places: [String: Int] = [:]
    var surnames: [(spelling: String, people: [String], second: Int)] = []
    for (rank, person) in people.enumerated() {
      guard let last = words(of: person.name).last else { continue }
      let folded = TextFolding.fold(last)
      guard folded.count > 1 else { continue }
      if let place = places[folded] {
        if surnames[place].people.count == 1 { surnames[place].second = rank }
        surnames[place].people.append(person.name)
      } else {
        places[folded] = surnames.count
        surnames.append((last, [person.name], .max))
      }
    }
    // A name is mistaken the more often, the more its second bearer is mentioned.
    return surnames.filter { $0.people.count > 1 }.sorted { $0.second < $1.second }
      .map { SharedSurname(surname: $0.spelling, people: $0.people) }
  }

  /// People whose names are spelt in several ways; names that are only shorter or longer do not count.
  static func spellings(of people: [NamedPerson]) -> [SpelledName] {
    people.compactMap { person in
      let own = Set(words(of: person.name))
      var others: [String] = []
      for alias in person.aliases {
        for word in words(of: alias) where !own.contains(word) && !others.contains(word) {
          if own.contains(where: { isSpelling(word, of: $0) }) { others.append(word) }
        }
      }
      return others.isEmpty ? nil : SpelledName(name: person.name, others: others)
    }
  }

  /// Whether two different words are the same but for accents, or for a letter or two of many.
  private static func isSpelling(_ word: String, of other: String) -> Bool {
    let (word, other) = (TextFolding.fold(word), TextFolding.fold(other))
    if word == other { return true }
    let shorter = min(word.count, other.count)
    guard shorter > 3 else { return false }
    return EditDistance.between(word, other, limit: shorter > 7 ? 2 : 1) != nil
  }

  private static func words(of name: String) -> [String] {
    name.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}

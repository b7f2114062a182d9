//! Events, found by what articles print alike: no query and no text in here.

internal import QuothBasics
internal import QuothQuery

/// One article that prints one utterance.
struct Printing: Hashable {
  let utterance: Int
  let article: String
  let day: CalendarDay?
}

/// Articles that tell of one event.
struct FoundEvent: Hashable {
  /// Those that share most utterances first.
  let articles: [String]
  /// Those of them that have no date, in the same order.
  let undated: [String]
  /// Nil where no article has a date.
  let days: DayRange?
  /// Those that two of the articles print, in ascending order.
  let utterances: [Int]
  /// A few of them that name all articles, or, of many articles, most.
  let telling: [Int]
}

/// Joins articles that print the same utterances.
///
/// Utterances are taken in their order. The articles of each are joined, unless known days of what they belong to by
/// then lie further apart than variants may: a story of many weeks does not become one event by steps of some days. An
/// article without a date fits any, but only one: it goes with those that it was first found beside. An utterance that
/// comes up again and again is a usual phrase, and joins nothing.
struct EventFinder {
  /// How many utterances are to tell of an event, at most.
  private static let mostTelling = 8

  /// All articles, in the order they come up in.
  private var articles: [String] = []
  private var numbers: [String: Int] = [:]
  /// The article that leads to the first one of the same group; its own number where it is that.
  private var leaders: [Int] = []
  /// The days of the group that an article leads.
  private var days: [DayRange?] = []
  private var isDated: [Bool] = []
  /// The articles of each utterance, each once.
  private var printings: [(utterance: Int, articles: [Int])] = []

  /// Events of two articles or more, those of most articles first, then of most utterances, then as they come up.
  static func events(of printings: [Printing]) -> [FoundEvent] {
    var finder = EventFinder()
    finder.read(printings)
    finder.leaveOutUsualPhrases()
    for printing in finder.printings { finder.join(printing.articles) }
    return finder.found()
  }

  // MARK: Steps

  private mutating func read(_ rows: [Printing]) {
    var places: [Int: Int] = [:]
    var seen: Set<[Int]> = []
    for row in rows {
      let article = numbers[row.article] ?? articles.count
      if article == articles.count {
        numbers[row.article] = article
        articles.append(row.article)
        leaders.append(article)
        days.append(row.day.map { DayRange(first: $0, last: $0) })
        isDated.append(row.day != nil)
      }
      let place = places[row.utterance] ?? printings.count
      if place == printings.count {
        places[row.utterance] = place
        printings.append((row.utterance, []))
      }
      if seen.insert([place, article]).inserted { printings[place].articles.append(article) }
    }
  }

  /// Leaves out utterances of which no span of days that one event may take holds at least half of the dated articles.
  private mutating func leaveOutUsualPhrases() {
    printings = printings.filter { printing in
      let days = printing.articles.compactMap { self.days[$0]?.first.dayNumber }.sorted()
      var most = 0
      var start = 0
      for (end, day) in days.enumerated() {
        while Int(day) - Int(days[start]) > Int(VariantDays.mostApart) { start += 1 }
        most = max(most, end - start + 1)
      }
      return most * 2 >= days.count
    }
  }

  /// Joins the articles of an utterance as far as their days allow.
  private mutating func join(_ articles: [Int]) {
    // Groups too far apart to be one; what comes joins the first that it fits.
    var groups: [Int] = []
    for article in articles {
      let own = leader(of: article)
      if groups.contains(own) { continue }
      if let near = groups.firstIndex(where: { isNear($0, own) }) {
        groups[near] = union(groups[near], own)
      } else {
        groups.append(own)
      }
    }
  }

  private mutating func leader(of article: Int) -> Int {
    var first = article
    while leaders[first] != first {
      leaders[first] = leaders[leaders[first]]
      first = leaders[first]
    }
    return first
  }

  private func isNear(_ left: Int, _ right: Int) -> Bool {
    guard let left = days[left], let right = days[right] else { return true }
    let (first, last) = (min(left.first, right.first), max(left.last, right.last))
    return Int(last.dayNumber) - Int(first.dayNumber) <= Int(VariantDays.mostApart)
  }

  /// The leader of both together: the one that came up first.
  private mutating func union(_ left: Int, _ right: Int) -> Int {
    let (first, second) = (min(left, right), max(left, right))
    leaders[second] = first
    if let one = days[first], let other = days[second] {
      days[first] = DayRange(first: min(one.first, other.first), last: max(one.last, other.last))
    } else {
      days[first] = days[first] ?? days[second]
    }
    return first
  }

  // MARK: What was found

  private mutating func found() -> [FoundEvent] {
    var shared: [Int: [(utterance: Int, articles: [Int])]] = [:]
    for printing in printings {
      for (group, members) in Dictionary(grouping: printing.articles, by: { leader(of: $0) })
      where members.count > 1 {
        shared[group, default: []].append((printing.utterance, members))
      }
    }
    let events = shared.keys.sorted().map { event($0, shared[$0] ?? []) }
    return events.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      if one.articles.count != other.articles.count { return one.articles.count > other.articles.count }
      return one.utterances.count != other.utterances.count
        ? one.utterances.count > other.utterances.count : left.offset < right.offset
    }.map(\.element)
  }

  private func event(_ leader: Int, _ shared: [(utterance: Int, articles: [Int])]) -> FoundEvent {
    var counts: [Int: Int] = [:]
    for article in shared.flatMap(\.articles) { counts[article, default: 0] += 1 }
    let members = counts.keys.sorted { left, right in
      let (one, other) = (counts[left] ?? 0, counts[right] ?? 0)
      return one != other ? one > other : left < right
    }
    return FoundEvent(
      articles: members.map { articles[$0] },
      undated: members.filter { !isDated[$0] }.map { articles[$0] }, days: days[leader],
      utterances: shared.map(\.utterance).sorted(), telling: Self.cover(shared))
  }

  /// Takes the utterance that names most articles not yet named, again and again.
  private static func cover(_ shared: [(utterance: Int, articles: [Int])]) -> [Int] {
    var missing = Set(shared.flatMap(\.articles))
    var chosen: [Int] = []
    while !missing.isEmpty, chosen.count < mostTelling {
      let gains = shared.map { $0.articles.count(where: missing.contains) }
      guard let most = gains.max(), most > 0, let place = gains.firstIndex(of: most) else { break }
      chosen.append(shared[place].utterance)
      missing.subtract(shared[place].articles)
    }
    return chosen.sorted()
  }
}

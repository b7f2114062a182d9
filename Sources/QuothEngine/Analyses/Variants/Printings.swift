//! Where, when and by whom one wording is said to have been said.

internal import QuothQuery

/// What is known of two wordings besides the words.
enum Circumstances {
  /// A speaker in common, and days that are close or unknown.
  case fitting
  /// The speaker of one is not known.
  case unnamed
  /// No article prints one without the other: they are two sentences, or a repetition.
  case withinArticle
  /// Other speakers, or days far apart.
  case against
}

/// The articles that print a wording, their days, and whom they name as speakers.
struct Printings {
  /// Stand for a speaker nobody knows, and for whoever it is.
  private static let (nobody, anybody): (Int32, Int32) = (-1, -2)

  private struct Entry {
    let speaker: Int32
    /// The lowest number where the day is not known.
    let day: Int32
    let article: Int32
  }

  /// Sorted by speaker and day.
  private let entries: [Entry]
  /// Sorted.
  private let articles: [Int32]

  init(_ wordings: [Wording]) {
    var entries: [Entry] = []
    for wording in wordings {
      for speaker in (wording.speakers.isEmpty ? [Self.nobody] : wording.speakers) + [Self.anybody] {
        entries.append(Entry(speaker: speaker, day: wording.day ?? .min, article: wording.article))
      }
    }
    self.entries = entries.sorted { ($0.speaker, $0.day, $0.article) < ($1.speaker, $1.day, $1.article) }
    articles = wordings.count == 1 ? [wordings[0].article] : Set(wordings.map(\.article)).sorted()
  }

  /// How two wordings stand to each other at their best.
  func circumstances(with other: Printings) -> Circumstances {
    let (fewer, more) = entries.count <= other.entries.count ? (self, other) : (other, self)
    let (least, most) = articles.count <= other.articles.count ? (self, other) : (other, self)
    if least.articles.allSatisfy(most.isPrinted) { return .withinArticle }
    var isUnnamed = false
    for entry in fewer.entries {
      if entry.speaker >= 0 {
        if more.holds(entry.speaker, near: entry) { return .fitting }
      } else if !isUnnamed {
        isUnnamed = more.holds(entry.speaker == Self.nobody ? Self.anybody : Self.nobody, near: entry)
      }
    }
    return isUnnamed ? .unnamed : .against
  }

  private func isPrinted(in article: Int32) -> Bool {
    let place = articles.partitionPoint { $0 >= article }
    return place < articles.count && articles[place] == article
  }

  /// Whether another article has it from `speaker` on a day close to that of `entry`.
  private func holds(_ speaker: Int32, near entry: Entry) -> Bool {
    let isDated = entry.day != .min
    let start = entries.partitionPoint { $0.speaker >= speaker }
    var place = start
    while place < entries.count, entries[place].speaker == speaker {
      let other = entries[place]
      if isDated, other.day != .min {
        if other.day < entry.day - VariantDays.mostApart {
          let earliest = (speaker, entry.day - VariantDays.mostApart)
          place = entries.partitionPoint { ($0.speaker, $0.day) >= earliest }
          continue
        }
        if other.day > entry.day + VariantDays.mostApart { return false }
      }
      if other.article != entry.article { return true }
      place += 1
    }
    return false
  }
}

extension Array {
  /// The first place whose element, like all after it, fulfils a condition.
  fileprivate func partitionPoint(_ isBeyond: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

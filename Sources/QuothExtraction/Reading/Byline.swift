//! Who wrote an article, as its byline says.

/// Reads the names of a byline.
enum Byline {
  /// The names that a byline gives, without "By", offices, outlets and times; nil where it names no
  /// person. A name of fewer words than `least` is none.
  static func names(in line: String, least: Int = 2) -> String? {
    var text = line[...]
    for word in ["By ", "BY ", "by ", "Written by ", "Posted by ", "Author: ", "Von ", "Por ", "Par "]
    where text.hasPrefix(word) {
      text = text.dropFirst(word.count)
      break
    }
    let named = text.split { "|•·/–—(\t\n".contains($0) }.flatMap { $0.split(separator: ",") }
      .flatMap { people(joinedIn: $0) }
    let found = named.prefix { isName($0, least: least) }
    guard !found.isEmpty else { return nil }
    return found.joined(separator: ", ")
  }

  private static func people(joinedIn text: Substring) -> [String] {
    var words: [[Substring]] = [[]]
    for word in text.split(separator: " ") {
      if ["and", "AND", "&", "und", "et", "y", "with"].contains(word) {
        words.append([])
      } else {
        words[words.count - 1].append(word)
      }
    }
    return words.map { $0.joined(separator: " ") }.filter { !$0.isEmpty }
  }

  /// Two to five words that can be a person's: capitals, and none of an office, a desk or an outlet.
  static func isName(_ text: String, least: Int = 2) -> Bool {
    let words = text.split(separator: " ")
    guard (1...5).contains(words.count), text.utf8.count <= 60,
      !text.contains(where: { $0.isNumber || "@:#".contains($0) })
    else { return false }
    if words.contains(where: { others.contains($0.lowercased().filter(\.isLetter)) }) { return false }
    let capitals = words.filter { $0.first?.isUppercase == true || $0.first?.isCased == false }
    return capitals.count * 2 > words.count && (words.count >= least || words[0].first?.isCased == false)
  }

  /// Words of offices and bodies that stand where a name should.
  private static let others: Set<String> = [
    "admin", "agencies", "agency", "ap", "afp", "associated", "bureau", "chief", "columnist", "contributor",
    "contributors", "correspondent", "daily", "department", "desk", "digital", "editor", "editorial",
    "editors", "herald",
    "journal", "magazine", "media", "network", "news", "newsroom", "online", "photographer", "post", "press",
    "producer",
    "redaktion", "reporter", "reporters", "reuters", "senior", "service", "staff", "team", "times", "today",
    "tribune",
    "updated", "web", "writer", "writers",
  ]
}

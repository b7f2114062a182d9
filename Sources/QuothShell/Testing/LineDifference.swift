//! Where two texts differ, line by line, in the unified form that `diff -u` prints and `patch` reads.

/// The difference of two texts.
struct LineDifference {
  /// Longer texts are only told where they begin to differ: the work grows with their length and their difference.
  private static let longest = 20_000
  /// Lines that are shown around a change.
  private static let context = 3

  /// The first line that differs, from 1.
  let firstLine: Int
  /// Hunks, without the names of the files.
  let lines: [String]

  /// Nil where the texts are equal.
  init?(from stored: String, to found: String) {
    let (stored, found) = (Self.plainLineEnds(stored), Self.plainLineEnds(found))
    guard stored != found else { return nil }
    let old = Self.lines(of: stored)
    let new = Self.lines(of: found)
    let same = zip(old, new).prefix { $0 == $1 }.count
    firstLine = same + 1
    guard old.count + new.count <= Self.longest else {
      lines =
        ["@@ -\(firstLine) +\(firstLine) @@"] + old.dropFirst(same).prefix(1).map { "-\($0)" }
        + new.dropFirst(same).prefix(1).map { "+\($0)" }
      return
    }
    lines = Self.hunks(Self.edits(from: old, to: new))
  }

  /// With line feeds alone.
  static func plainLineEnds(_ text: String) -> String { text.replacing("\r\n", with: "\n") }

  private static func lines(of text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // An empty text has no line at all.
    if lines.last?.isEmpty == true { lines.removeLast() } else { lines.append("\\ no line break at the end") }
    return lines
  }

  private enum Edit {
    case kept(String)
    case removed(String)
    case added(String)

    var isChange: Bool {
      switch self {
      case .kept: false
      case .removed, .added: true
      }
    }
  }

  private static func edits(from old: [String], to new: [String]) -> [Edit] {
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var edits: [Edit] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if left < old.count, removed.contains(left) {
        edits.append(.removed(old[left]))
        left += 1
      } else if right < new.count, added.contains(right) {
        edits.append(.added(new[right]))
        right += 1
      } else {
        edits.append(.kept(old[left]))
        left += 1
        right += 1
      }
    }
    return edits
  }

  private static func hunks(_ edits: [Edit]) -> [String] {
    var lines: [String] = []
    var (left, right) = (1, 1)
    var index = 0
    while let change = edits[index...].firstIndex(where: \.isChange) {
      let start = max(index, change - context)
      (left, right) = (left + start - index, right + start - index)
      let end = hunkEnd(edits, from: change)
      let body = edits[start..<end]
      let removed = body.count { if case .added = $0 { false } else { true } }
      let added = body.count { if case .removed = $0 { false } else { true } }
      lines.append("@@ -\(place(left, removed)) +\(place(right, added)) @@")
      for edit in body {
        switch edit {
        case .kept(let line): lines.append(" \(line)")
        case .removed(let line): lines.append("-\(line)")
        case .added(let line): lines.append("+\(line)")
        }
      }
      (left, right) = (left + removed, right + added)
      index = end
    }
    return lines
  }

  /// Changes that stand near each other are shown together.
  private static func hunkEnd(_ edits: [Edit], from change: Int) -> Int {
    var last = change
    for index in change..<edits.count where edits[index].isChange {
      guard index - last <= 2 * context else { break }
      last = index
    }
    return min(edits.count, last + context + 1)
  }

  /// As `diff -u` writes it: no lines stand after the one before them.
  private static func place(_ line: Int, _ count: Int) -> String {
    count == 1 ? "\(line)" : "\(count == 0 ? line - 1 : line),\(count)"
  }
}

//! Where tours were left: a small file that anyone can read, a line for each corpus and course.

internal import QuothQuery

/// Remembers the lesson at hand of each course, corpus by corpus.
struct TourMemory {
  /// Lines beyond this are the oldest, and forgotten.
  private static let most = 200
  private static let head = "# Where tours were left: corpus, course, lesson; the latest at the end."

  let path: String
  /// The fingerprint of its articles.
  let corpus: String

  /// The lesson that a course was left at; nil where it was not begun, or the file says nothing of it.
  func lesson(of course: String) -> String? {
    lines().last { $0.hasPrefix(key(course)) }.map { String($0.dropFirst(key(course).count)) }
  }

  /// Keeps the lesson; nil forgets the course. Returns the system's reason where that cannot be.
  func keep(_ lesson: String?, of course: String) -> String? {
    var kept = lines().filter { !$0.hasPrefix(key(course)) }
    if let lesson { kept.append(key(course) + Self.cell(lesson)) }
    let folderFailure = StateFolder.create(for: path)
    switch WholeFile.open(path) {
    case .failure(let failure): return folderFailure ?? failure.reason
    case .success(var file):
      for line in [Self.head] + kept.suffix(Self.most) { file.write(line + "\n") }
      if case .failure(let failure) = file.close() { return failure.reason }
      return nil
    }
  }

  private func key(_ course: String) -> String { "\(corpus)\t\(Self.cell(course))\t" }

  private static func cell(_ text: String) -> String {
    String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }

  private func lines() -> [String] {
    guard case .success(let script) = Script.read(file: path) else { return [] }
    return String(decoding: script.text.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      .filter { !$0.hasPrefix("#") }
  }
}

//! Expected texts in files, and the switch that rewrites them.

import Foundation
import Testing

/// Compares with a file, or rewrites it when QUOTH_UPDATE=1.
enum Expected {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

  static var isUpdating: Bool {
    let environment = ProcessInfo.processInfo.environment
    guard environment["QUOTH_UPDATE"] == "1" else { return false }
    // Expectations that rewrite themselves where nobody reads the difference test nothing.
    return environment["CI"] == nil
  }

  /// The files of a kind, in a folder beside the tests.
  static func files(in name: String, ending: String) -> [URL] {
    let found = try? FileManager.default.contentsOfDirectory(
      at: folder.appending(path: name), includingPropertiesForKeys: nil)
    return (found ?? []).filter { $0.pathExtension == ending }.sorted { $0.path < $1.path }
  }

  /// Records the first line that differs.
  static func check(_ actual: String, equals expected: String, at file: URL) throws {
    guard actual != expected else { return }
    if isUpdating { return try actual.write(to: file, atomically: true, encoding: .utf8) }
    let actualLines = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(actualLines, expectedLines).prefix { $0 == $1 }.count
    func lines(_ all: [Substring]) -> String {
      all[min(line, all.count)..<min(line + 4, all.count)].map { "    \($0)" }.joined(separator: "\n")
    }
    Issue.record(
      """
      \(file.lastPathComponent):\(line + 1) differs
      expected:
      \(lines(expectedLines))
      actual:
      \(lines(actualLines))
      QUOTH_UPDATE=1 swift test rewrites the file.
      """)
  }
}

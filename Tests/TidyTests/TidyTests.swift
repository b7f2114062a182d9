//! Conventions that reviewers should not have to look for.

import Foundation
import Testing

let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// What each target may import besides the standard library. A target that is not here may not be.
private let allowedImports: [String: Set<String>] = [
  "QuothBasics": ["CUTF8Proc"],
  "QuothModel": ["QuothBasics", "Synchronization"],
  "QuothQuery": ["QuothBasics", "QuothStatistics"],
  "QuothExtraction": ["CHTML", "CLexicons", "FoundationEssentials", "QuothBasics", "QuothModel"],
  "QuothStatistics": ["Glibc"],
  "QuothEngine": [
    "CPCRE2", "Dispatch", "Glibc", "QuothBasics", "QuothModel", "QuothQuery", "QuothStatistics",
    "Synchronization",
  ],
  "QuothTeaching": ["CLessons", "QuothBasics", "QuothQuery"],
  "QuothRender": ["QuothBasics", "QuothQuery", "QuothStatistics"],
  "QuothShell": [
    "CTerminal", "CZlib", "CZstd", "Dispatch", "FoundationEssentials", "Glibc", "QuothBasics", "QuothEngine",
    "QuothExtraction", "QuothModel", "QuothQuery", "QuothRender", "QuothTeaching",
  ],
  "QuothBenchmark": ["CLexicons", "QuothBasics"],
  "quoth-bench": ["ArgumentParser", "Glibc", "QuothBenchmark"],
  "quoth-train": ["FoundationEssentials", "Glibc", "QuothBasics", "QuothExtraction"],
  "quoth": [
    "ArgumentParser", "CLibedit", "CTerminal", "FoundationEssentials", "Glibc", "QuothExtraction",
    "QuothRender", "QuothShell",
  ],
]

private let longestFile = 500

/// A file of the project by lines.
struct SourceFile {
  let path: String
  let target: String
  let lines: [Substring]

  init(_ url: URL) throws {
    let relative = url.path.dropFirst(project.path.count).drop { $0 == "/" }
    path = String(relative)
    target = String(relative.split(separator: "/").dropFirst().first ?? "")
    lines = try String(contentsOf: url, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
  }

  static func all(in folder: String) throws -> [SourceFile] {
    let found = FileManager.default.enumerator(
      at: project.appending(path: folder), includingPropertiesForKeys: nil)
    let urls = (found?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
    return try urls.sorted { $0.path < $1.path }.map(SourceFile.init)
  }
}

/// What one line may not hold in Sources, and why.
private let forbidden: [(text: String, reason: String)] = [
  ("print(", "write to a TextSink"),
  ("try!", "handle the error"),
  ("fatalError(", "return an error, or make the state impossible"),
  ("TO" + "DO", "write it down where work is planned"),
]

@Test func sourcesAreTidy() throws {
  let sources = try SourceFile.all(in: "Sources")
  #expect(sources.count > 20)
  for file in sources {
    let allowed = allowedImports[file.target] ?? []
    // A type may have a method of that name.
    let hasOwnPrint = file.lines.contains { $0.contains("func print(") }
    for (number, line) in file.lines.enumerated() {
      let place = "\(file.path):\(number + 1)"
      if let module = importedModule(line), !allowed.contains(module) {
        Issue.record("\(place): \(file.target) may not import \(module)")
      }
      let code = line.components(separatedBy: "//")[0]
      for rule in forbidden where holdsCall(code, rule.text) && !(hasOwnPrint && rule.text == "print(") {
        Issue.record("\(place): ‘\(rule.text)’: \(rule.reason)")
      }
    }
  }
}

/// The readers of words look both ends of a range up apart. `TokenSpan` is clamped; a `..<` would stop the program.
@Test func readersOfWordsMakeNoRawRanges() throws {
  let rooms = ["Attributing", "Describing", "Naming", "Quoting", "Sourcing"]
    .map { "Sources/QuothExtraction/\($0)" }
  for file in try rooms.flatMap(SourceFile.all) {
    for (number, line) in file.lines.enumerated() {
      let code = line.components(separatedBy: "//")[0]
      if code.replacing("0..<", with: "").contains("..<") || code.contains("...(") {
        Issue.record("\(file.path):\(number + 1): make a TokenSpan; it may be empty")
      }
    }
  }
}

@Test func everyFileSaysWhyItIsThereAndEndsInTime() throws {
  for file in try SourceFile.all(in: "Sources") + SourceFile.all(in: "Tests") {
    if file.lines.first?.hasPrefix("//! ") != true {
      Issue.record("\(file.path): the first line is no //! line")
    }
    if file.lines.count > longestFile {
      Issue.record("\(file.path): \(file.lines.count) lines, more than \(longestFile)")
    }
  }
}

private func importedModule(_ line: Substring) -> String? {
  let words = line.split(separator: " ")
  guard let index = words.firstIndex(of: "import"), index + 1 < words.count, index <= 2,
    words[..<index].allSatisfy({
      ["public", "internal", "private", "@preconcurrency", "package"].contains($0)
    })
  else { return nil }
  return String(words[index + 1])
}

/// Whether code holds the text, not as the end of a longer name.
private func holdsCall(_ code: String, _ text: String) -> Bool {
  guard let range = code.range(of: text) else { return false }
  guard let before = code[..<range.lowerBound].last else { return true }
  return !before.isLetter && !before.isNumber && before != "." && before != "_"
}

/// What lies at the top; anything else was left there by a test, or by mistake.
@Test func nothingIsLeftAtTheTop() throws {
  let known: Set<String> = [
    "BENCHMARKS.md", "CHANGELOG.md", "CONTRIBUTING.md", "Package.resolved", "Package.swift", "README.md",
    "Scripts",
    "Share", "Sources", "Tests", "findings", "seeds",
  ]
  let found = try FileManager.default.contentsOfDirectory(atPath: project.path).filter { !$0.hasPrefix(".") }
  #expect(Set(found).subtracting(known) == [])
}

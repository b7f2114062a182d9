//! Documents lead to what is there.

import Foundation
import Testing

@Test(arguments: [
  "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "BENCHMARKS.md", "Sources/README.md",
  "Sources/QuothExtraction/README.md", "Tests/Evaluation/README.md", "Share/doc/guide.md",
  "Share/doc/reference.md",
  "Share/doc/tutorial.md",
])
func linksLeadSomewhere(_ document: String) throws {
  let file = project.appending(path: document)
  let text = try String(contentsOf: file, encoding: .utf8)
  for match in text.matches(of: #/\]\(([^)\s]+)\)/#) {
    let link = String(match.output.1)
    if link.hasPrefix("https://") { continue }
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let target = parts[0].isEmpty ? file : file.deletingLastPathComponent().appending(path: parts[0])
    #expect(FileManager.default.fileExists(atPath: target.standardizedFileURL.path), "\(document): \(link)")
    guard parts.count == 2, let page = try? String(contentsOf: target, encoding: .utf8) else { continue }
    #expect(headings(of: page).contains(parts[1]), "\(document): \(link)")
  }
}

/// The names of a page's headings, as links have them.
private func headings(of page: String) -> Set<String> {
  Set(
    page.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
      line.drop { $0 == "#" || $0 == " " }.lowercased().filter {
        $0.isLetter || $0.isNumber || $0 == " " || $0 == "-"
      }
      .replacing(" ", with: "-")
    })
}

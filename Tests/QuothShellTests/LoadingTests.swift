//! Files larger than the window they are read through: nothing is cut, doubled or misnumbered at its edges.

import Foundation
import QuothModel
import QuothShell
import Testing

@Suite struct LoadingTests {
  @Test func linesCrossTheWindow() throws {
    // Lines of 1 byte to two windows of 64 KiB, some of them empty, the last without a line break.
    let words = [1, 13_105, 13_106, 13_107, 26_300, 2]
    let records = words.enumerated().map { number, count in
      #"{"id": "a\#(number)", "text": "\#(String(repeating: "word ", count: count))"}"#
    }
    let corpus = try load("\n" + records.joined(separator: "\n\n"), as: "long.jsonl")
    #expect(corpus.articles.map(\.key) == words.indices.map { "a\($0)" })
    #expect(corpus.articles.map(\.byteCount) == words.map { 5 * $0 })
    #expect(
      corpus.articles.map { $0.file.split(separator: ":").last } == words.indices.map { "\(2 * $0 + 2)" })
    #expect(corpus.violations() == [])
  }

  private func load(_ content: String, as name: String) throws -> Corpus {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: name)
    try Data(content.utf8).write(to: file)
    let loaded = CorpusLoader.load([file.path], isCancelled: { false })
    #expect(loaded.report == [])
    return try #require(loaded.corpus)
  }
}

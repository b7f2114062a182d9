//! Files larger than the window they are read through: nothing is cut, doubled or misnumbered at its edges.

import Foundation
import QuothModel
import Testing

@testable import QuothShell

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

  /// What is read whole is whole, or an error.
  @Test func nothingIsCutOff() throws {
    for (size, limit) in [(0, 0), (10, 10), (70_000, 70_000), (1, 0), (11, 10), (70_000, 65_536)] {
      let source = Zeros(size)
      do throws(SourceFailure) {
        let all = try source.readAll(limit: limit)
        #expect(all.count == size && size <= limit)
      } catch {
        guard case .tooLong(limit) = error else { throw error }
        #expect(size > limit)
      }
    }
    let issue = LoadingIssue(.tooLong(limit: 1 << 28), file: "a.query", position: 0, lostLine: nil)
    #expect(issue.message.contains("longer than 256 MB"))
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

/// So many zeros.
private final class Zeros: ByteSource {
  private var rest: Int

  init(_ count: Int) { rest = count }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceFailure) -> Int {
    let count = min(rest, buffer.count)
    for index in 0..<count { buffer[index] = 0 }
    rest -= count
    return count
  }
}

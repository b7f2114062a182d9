//! Inputs that are made twice as large, and how much more work they are then.

import Foundation
import QuothEngine
import QuothModel
import QuothQuery
import QuothRender
import QuothShell
import QuothTestSupport
import Testing

/// One kind of input, in any size.
struct DoublingCase: Sendable, CustomTestStringConvertible {
  /// What is done with the input.
  enum Work: Hashable, Sendable {
    /// Parsed and bound as a script, what is wrong with it worded.
    case script
    /// Read and analysed as a file of articles with this ending.
    case articles(String)
    /// Read as a text before the clock starts, then asked this.
    case answer(String)
  }

  let name: String
  let work: Work
  /// How often the part that repeats is there at first; then twice as often.
  let size: Int
  /// The input of a size.
  let make: @Sendable (Int) -> String

  init(_ name: String, _ work: Work, _ size: Int, _ make: @escaping @Sendable (Int) -> String) {
    (self.name, self.work, self.size, self.make) = (name, work, size, make)
  }

  var testDescription: String { name }

  // MARK: Work

  /// How many times the work the double input is, in processor time of this thread: the least of several attempts, as
  /// other threads can only add to it.
  func ratio() throws -> Double {
    var (one, two) = (Double.infinity, Double.infinity)
    for attempt in 0..<8 {
      one = min(one, try time(size))
      two = min(two, try time(2 * size))
      if attempt >= 1, two / one < Doubling.limit * 0.85 { break }
    }
    return two / one
  }

  /// Seconds of this thread for an input of a size.
  private func time(_ size: Int) throws -> Double {
    let text = make(size)
    switch work {
    case .script:
      return Doubling.seconds {
        let parse = QueryLanguage.parse(text)
        let diagnostics = QueryLanguage.check(parse, in: Doubling.context)
        _ = DiagnosticRenderer(width: 80).render(diagnostics, in: parse.text)
      }
    case .articles(let ending):
      let path = try TemporaryFolder.shared.file("a.\(ending)", Data(text.utf8))
      return Doubling.seconds { _ = CorpusLoader.load([path], isCancelled: { false }) }
    case .answer(let query):
      let path = try TemporaryFolder.shared.file("a.txt", Data(text.utf8))
      guard let corpus = CorpusLoader.load([path], isCancelled: { false }).corpus else {
        throw CocoaError(.fileReadCorruptFile)
      }
      let engine = InMemoryEngine(corpus, coreCount: 1)
      return try Doubling.seconds {
        var desk = QueryDesk(engine, vocabulary: engine.vocabulary)
        for answer in try desk.answers(to: query) {
          _ = ResultRenderer(format: .table, width: 80).render(answer)
        }
      }
    }
  }

  // MARK: For Scripts/doubling

  /// The arguments of the program that does the same with a file.
  func arguments(_ file: String, corpus: String) -> [String] {
    switch work {
    case .script: ["check", "--corpus", corpus, file]
    case .articles: ["query", "--corpus", file, "articles | count"]
    case .answer(let query): ["query", "--corpus", file, query]
    }
  }

  /// The ending of such a file.
  var ending: String {
    switch work {
    case .script: "query"
    case .articles(let ending): ending
    case .answer: "txt"
    }
  }
}

/// What all kinds have in common.
enum Doubling {
  /// Twice the input may be so many times the work: linear is 2, n log n a little more, the square 4.
  static let limit = 2.6

  static let context = BindingContext(vocabulary: FakeVocabulary())

  /// The processor time of this thread, so that other tests do not count.
  static func seconds(_ work: () throws -> Void) rethrows -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    try work()
    return now() - start
  }
}

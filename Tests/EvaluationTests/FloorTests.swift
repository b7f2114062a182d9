//! The figures of the open evaluation set may rise, and never fall.

import Foundation
import QuothTestSupport
import Testing

private let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: "Evaluation")
private let verbs = folder.deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: "Scripts/evaluation/speech-verbs.txt")

/// The lines `set figure value` of floor.txt, in percent.
private struct Floor {
  private static let file = folder.appending(path: "floor.txt")
  private static let head = """
    # The least that the evaluation set may come to, in percent. QUOTH_UPDATE=1 raises these, and never lowers them.

    """
  private(set) var values: [String: Double] = [:]

  init() throws {
    for line in try String(contentsOf: Floor.file, encoding: .utf8).split(separator: "\n")
    where !line.hasPrefix("#") {
      let fields = line.split(separator: " ")
      guard fields.count == 3, let value = Double(fields[2]) else { continue }
      values["\(fields[0]) \(fields[1])"] = value
    }
  }

  mutating func raise(_ figure: String, to value: Double) {
    values[figure] = max(values[figure] ?? 0, (value * 10).rounded(.down) / 10)
  }

  func write() throws {
    let lines = values.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }
    try (Floor.head + lines.joined()).write(to: Floor.file, atomically: true, encoding: .utf8)
  }
}

/// Detection and indirect words (F1), right entity end to end, resolved name: see Scripts/evaluate.
@Test func figuresHoldTheirFloor() throws {
  var floor = try Floor()
  let speech = try SpeechVerbs(verbs)
  for set in ["seeds", "invented", "world"] {
    var score = Score(speech: speech)
    let articles = try GoldArticle.all(of: set, in: folder)
    #expect(articles.count >= 5)
    for article in articles { score.add(article) }
    for (name, value) in score.figures {
      let figure = "\(set) \(name)"
      if Snapshot.isUpdating { floor.raise(figure, to: value) }
      let least = try #require(floor.values[figure], "no floor for \(figure)")
      #expect(value >= least - 1e-9, "\(figure) fell to \(value); the floor is \(least)")
    }
  }
  if Snapshot.isUpdating { try floor.write() }
}

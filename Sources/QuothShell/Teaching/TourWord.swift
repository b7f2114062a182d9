//! The words that steer a tour, after `tour` or alone.

internal import QuothQuery

/// What someone on a tour can say.
enum TourWord: String, CaseIterable {
  case hint, skip, back, stop, again

  /// Words that mean the tour without `tour` before them: nothing else begins with them.
  private static let alone: [TourWord] = [.hint, .skip, .back]

  /// `hint` as the statement that it stands for; nil for other lines.
  static func command(for line: String) -> String? {
    let words = line.split { $0.isWhitespace || $0 == ";" }
    guard words.count == 1, let word = TourWord(rawValue: words[0].lowercased()), alone.contains(word) else {
      return nil
    }
    return "tour \(word.rawValue)"
  }

  /// What the first word of a line can become on a tour.
  static func completions(of line: String) -> LineCompletions {
    let candidates = alone.filter { !line.isEmpty && $0.rawValue.hasPrefix(line.lowercased()) }.map {
      LineCandidate(text: $0.rawValue, display: $0.rawValue, detail: "on the tour")
    }
    return LineCompletions(replacedBytes: line.utf8.count, candidates: candidates)
  }
}

extension Statement {
  /// Whether it steers a tour.
  var isTour: Bool {
    if case .command(let command) = syntax { command.command == .tour } else { false }
  }
}

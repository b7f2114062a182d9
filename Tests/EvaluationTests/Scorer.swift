//! Counts what is right, by the definitions of Scripts/evaluation/scoring.py.

import Foundation
import QuothModel

/// Sums over articles, and the figures made of them.
struct Score {
  private(set) var pieces = 0
  private(set) var rightPieces = 0
  private(set) var units = 0
  private(set) var found = 0
  private(set) var sourced = 0
  private(set) var entities = 0
  private(set) var named = 0
  private(set) var resolved = 0
  private(set) var goldWords = 0
  private(set) var systemWords = 0
  private(set) var commonWords = 0
  private let speech: SpeechVerbs

  init(speech: SpeechVerbs) { self.speech = speech }

  /// The figures that have a floor, in percent.
  var figures: [(name: String, value: Double)] {
    [
      ("detection", Score.mean(share(rightPieces, pieces), share(found, units))),
      ("entity", share(entities, sourced)),
      ("resolved", share(resolved, named)),
      ("indirect", Score.mean(share(commonWords, systemWords), share(commonWords, goldWords))),
    ]
  }

  private func share(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 0 : 100 * Double(part) / Double(whole)
  }

  private static func mean(_ one: Double, _ other: Double) -> Double {
    one + other == 0 ? 0 : 2 * one * other / (one + other)
  }

  mutating func add(_ article: GoldArticle) {
    let text = GoldText(scalars: article.scalars)
    let marked = text.stretches()
    let contents = article.attributions.flatMap(\.contents)
    let pieces = article.findings.filter { $0.kind != .indirect }.flatMap { finding in
      text.paragraphs(in: finding.range).map(text.trimmed).filter { !$0.isEmpty }.map { ($0, finding) }
    }
    var positive: [Range<Int>] = []
    var ignored: [Range<Int>] = []
    for stretch in marked {
      let covers = article.attributions.map { shared(stretch, $0.contents) }
      let cover = covers.max() ?? 0
      let isShort = text.words(in: stretch).count < 3
      guard !isShort, cover > 0, let best = covers.firstIndex(of: cover) else {
        if isShort { ignored.append(text.trimmed(stretch)) }
        continue
      }
      let gold = article.attributions[best]
      let isTitle = text.isTitle(stretch) && isMixed(stretch, gold, text, marked)
      guard 2 * cover >= stretch.count, !isTitle else {
        ignored.append(text.trimmed(stretch))
        continue
      }
      let unit = text.trimmed(stretch)
      positive.append(unit)
      units += 1
      if !gold.source.isEmpty { sourced += 1 }
      guard let piece = pieces.max(by: { shared(unit, [$0.0]) < shared(unit, [$1.0]) }),
        2 * shared(unit, [piece.0]) >= unit.count
      else { continue }
      found += 1
      if !gold.source.isEmpty { addSpeaker(piece.1, gold, article, text) }
    }
    for (piece, _) in pieces {
      if isMostly(piece, in: positive) {
        self.pieces += 1
        rightPieces += 1
      } else if !isMostly(piece, in: ignored), isMostly(piece, in: marked) || !isMostly(piece, in: contents) {
        self.pieces += 1
      }
    }
    addWords(article, text, marked)
  }

  private mutating func addSpeaker(
    _ finding: GoldArticle.Finding, _ gold: GoldAttribution, _ article: GoldArticle, _ text: GoldText
  ) {
    let speaker = article.speakers[gold.id]
    let source = finding.source.map(text.trimmed)
    var names = finding.speakers
    if names.isEmpty, let source { names = [string(article.scalars[source])] }
    let isNameRight = agree(names, speaker?.names ?? [])
    let head = speaker.map { $0.head[0]..<$0.head[1] } ?? gold.source[0].range
    if isNameRight || source.map({ $0.overlaps(head) }) == true { entities += 1 }
    if speaker?.isNamed == true {
      named += 1
      if isNameRight { resolved += 1 }
    }
  }

  /// Words outside every stretch; those of content whose cue is not of speech do not count.
  private mutating func addWords(_ article: GoldArticle, _ text: GoldText, _ marked: [Range<Int>]) {
    func label(_ ranges: [Range<Int>]) -> [Bool] {
      var labels = [Bool](repeating: false, count: article.scalars.count)
      for range in ranges { for place in range { labels[place] = true } }
      return labels
    }
    let spoken = article.attributions.filter { speech.isSpeech($0.cue.map(\.text).joined(separator: " ")) }
    let other = article.attributions.filter { !speech.isSpeech($0.cue.map(\.text).joined(separator: " ")) }
    let isSpoken = label(spoken.flatMap(\.contents))
    let isLeftOut = label(other.flatMap(\.contents) + marked)
    let isSystem = label(article.findings.filter { $0.kind != .direct }.map(\.range))
    for word in text.words(in: article.scalars.indices).map(\.lowerBound) where !isLeftOut[word] {
      goldWords += isSpoken[word] ? 1 : 0
      systemWords += isSystem[word] ? 1 : 0
      commonWords += isSpoken[word] && isSystem[word] ? 1 : 0
    }
  }

  /// Whether words of the same content stand outside every stretch.
  private func isMixed(
    _ stretch: Range<Int>, _ gold: GoldAttribution, _ text: GoldText, _ marked: [Range<Int>]
  ) -> Bool {
    let part = gold.contents.max { shared(stretch, [$0]) < shared(stretch, [$1]) } ?? stretch
    return text.words(in: part).contains { word in !marked.contains { $0.contains(word.lowerBound) } }
  }
}

/// The cues of speech, from the list that the evaluation script reads.
struct SpeechVerbs {
  private let stems: [String]
  private let forms: Set<String>

  init(_ file: URL) throws {
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let all = lines.filter { !$0.hasPrefix("#") }.flatMap { $0.split(separator: " ").map(String.init) }
    stems = all.filter { $0.hasSuffix("*") }.map { String($0.dropLast()) }
    forms = Set(all.filter { !$0.hasSuffix("*") }.map { $0.replacingOccurrences(of: "_", with: " ") })
  }

  func isSpeech(_ cue: String) -> Bool {
    let words = cue.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return words.contains { word in forms.contains(word) || stems.contains { word.hasPrefix($0) } }
      || zip(words, words.dropFirst()).contains { forms.contains("\($0) \($1)") }
  }
}

private func shared(_ range: Range<Int>, _ others: [Range<Int>]) -> Int {
  others.reduce(0) { $0 + range.clamped(to: $1).count }
}

private func isMostly(_ range: Range<Int>, in others: [Range<Int>]) -> Bool {
  2 * shared(range, others) >= max(1, range.count)
}

private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
  var view = String.UnicodeScalarView()
  view.append(contentsOf: scalars)
  return String(view)
}

/// Of several speakers all must agree; one known by name is met by the first.
private func agree(_ names: [String], _ gold: [String]) -> Bool {
  guard let first = names.first, let known = gold.first else { return false }
  if gold.count == 1 { return isSameName(first, known) }
  return names.count == gold.count && gold.allSatisfy { name in names.contains { isSameName($0, name) } }
}

private let titles = Set(
  "mr mrs ms miss dr sir sen rep gov gen president senator governor secretary the jr sr ii iii".split(
    separator: " "
  )
  .map(String.init))

private func isSameName(_ one: String, _ other: String) -> Bool {
  func words(_ name: String) -> [String] {
    name.lowercased().split(separator: " ").map {
      let word = $0.hasSuffix("'s") || $0.hasSuffix("’s") ? $0.dropLast(2) : $0
      return word.filter { !".,'’\"“”".contains($0) }
    }.filter { !$0.isEmpty && !titles.contains($0) }
  }
  let (left, right) = (words(one), words(other))
  guard let leftFirst = left.first, let rightFirst = right.first else { return false }
  guard one.first?.isUppercase == true, other.first?.isUppercase == true else {
    let (first, second) = (left.joined(separator: " "), right.joined(separator: " "))
    return first.contains(second) || second.contains(first)
  }
  let (shorter, longer) = left.count < right.count ? (left, right) : (right, left)
  if longer.suffix(shorter.count).elementsEqual(shorter) { return true }
  if shorter.count == 1, longer[0] == shorter[0] { return true }
  return left.last == right.last
    && (leftFirst == rightFirst
      || leftFirst.first == rightFirst.first && (leftFirst.count == 1 || rightFirst.count == 1))
}

//! Twice the input is about twice the work, for every kind of input.

import Foundation
import Testing

@Suite(.serialized) struct DoublingTests {
  @Test(arguments: DoublingCases.all)
  func workGrowsWithTheInput(_ input: DoublingCase) throws {
    let ratio = try input.ratio()
    if ProcessInfo.processInfo.environment["QUOTH_MEASURE"] != nil {
      print("doubling\t\(input.name)\t\(input.size)\t\(String(format: "%.2f", ratio))")
    }
    #expect(ratio < Doubling.limit, "\(input.name): twice the input is \(ratio) times the work")
  }

  /// Writes every input in both sizes, with a table of commands, for Scripts/doubling.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["QUOTH_DOUBLING"] != nil))
  func inputsForTheScript() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["QUOTH_DOUBLING"])
    let corpus = folder + "/one.txt"
    try "Orla Tandy said: “No.”\n".write(toFile: corpus, atomically: true, encoding: .utf8)
    var table = ""
    for (number, input) in DoublingCases.all.enumerated() {
      for factor in [1, 2] {
        let file = "\(folder)/\(number)-\(factor).\(input.ending)"
        try input.make(factor * input.size).write(toFile: file, atomically: true, encoding: .utf8)
        table +=
          ([input.name, String(factor)] + input.arguments(file, corpus: corpus)).joined(separator: "\t")
          + "\n"
      }
    }
    try table.write(toFile: folder + "/table", atomically: true, encoding: .utf8)
  }
}

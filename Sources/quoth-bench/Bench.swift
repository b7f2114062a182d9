//! The benchmark's own news: written to a file, and held against what quoth finds in it. `Scripts/bench` runs this.

import ArgumentParser
@preconcurrency import Glibc
import QuothBenchmark

@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quoth-bench", abstract: "Invented news with known quotations.",
    subcommands: [Generate.self, Check.self, Prose.self])
}

/// Writes articles until there are enough bytes.
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes invented articles as JSON Lines to standard output, and their number to standard error."
  )

  @Argument(help: "How much to write: 5MB, 100MB, 1GB (powers of ten).") var size: ByteSize
  @Option(help: "Another seed gives other articles.") var seed = NewsGenerator.usualSeed

  func run() throws {
    let generator = NewsGenerator(seed: seed)
    var written = 0
    var textBytes = 0
    var count = 0
    while written < size.bytes {
      let article = generator.article(count)
      let line = article.json
      guard fwrite(line, 1, line.count, stdout) == line.count else {
        throw ValidationError("standard output cannot be written")
      }
      written += line.count
      textBytes += article.text.count
      count += 1
    }
    fputs("\(count) articles, \(written) bytes, \(textBytes) of them running text\n", stderr)
  }
}

/// Writes articles of random words until there are enough sentences.
struct Prose: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Writes articles of words in a random order as JSON Lines, to look for texts that break the analysis.")

  @Argument(help: "At least this many sentences.") var sentences: Int
  @Option(help: "Another seed gives other articles.") var seed: UInt64 = 1

  func run() throws {
    let prose = RandomProse(seed: seed)
    var written = 0
    var number = 0
    while written < sentences {
      let article = prose.article(number)
      let line = article.json
      guard fwrite(line, 1, line.count, stdout) == line.count else {
        throw ValidationError("standard output cannot be written")
      }
      written += article.sentences
      number += 1
    }
    fputs("\(number) articles, \(written) sentences\n", stderr)
  }
}

/// Compares quotations found with those known.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Reads what `quotes show article, speakers, text` gives as TSV; tells how much of what is known it is.")

  @Option(help: "How many articles there are.") var articles: Int
  @Option(help: "The seed they were made with.") var seed = NewsGenerator.usualSeed

  func run() throws {
    let generator = NewsGenerator(seed: seed)
    var found: [Substring: [FoundQuotation]] = [:]
    _ = readLine()  // The names of the columns.
    while let line = readLine() {
      let fields = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
      guard fields.count == 3 else { throw ValidationError("‘\(line)’ is no row of three columns") }
      found[fields[0], default: []].append(
        FoundQuotation(words: String(fields[2]), speakers: String(fields[1])))
    }
    var check = AnswerCheck()
    for number in 0..<articles {
      let article = generator.article(number)
      check.add(article, found: found[article.id[...]] ?? [])
    }
    fputs(check.summary + "\n", stdout)
  }
}

/// A number of bytes as people write it.
struct ByteSize: ExpressibleByArgument {
  let bytes: Int

  init?(argument: String) {
    let units = [("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000), ("", 1)]
    guard let (unit, factor) = units.first(where: { argument.hasSuffix($0.0) }),
      let number = Int(argument.dropLast(unit.count)), (1...1_000_000).contains(number)
    else { return nil }
    bytes = number * factor
  }
}

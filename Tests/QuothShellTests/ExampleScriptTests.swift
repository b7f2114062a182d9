//! The scripts that come with quoth: what they give, how they are written, and that they run by themselves.

import Foundation
import Testing

@Suite struct ExampleScriptTests {
  static let folder = Program.project + "/Scripts/queries"

  static var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".query") }
      .sorted()
  }

  @Test func theyGiveWhatIsStored() throws {
    #expect(Self.names.count >= 12)
    let update = Expected.isUpdating ? ["--update"] : []
    let outcome = try Program.run(["test", Self.folder] + update)
    #expect(outcome.status == 0, "\(outcome.output)")
  }

  @Test func theyAreWrittenAsFormatWrites() throws {
    let outcome = try Program.run(["format", "--check"] + Self.names.map { "\(Self.folder)/\($0)" })
    #expect(outcome.status == 0 && outcome.output == "", "\(outcome.output)")
  }

  @Test func eachBeginsWithWhatItIsFor() throws {
    for name in Self.names {
      let path = "\(Self.folder)/\(name)"
      let lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
      #expect(lines[0] == "#!/usr/bin/env -S quoth run", "\(name)")
      #expect(lines.dropFirst().first { !$0.hasPrefix("# test:") }?.hasPrefix("# ") == true, "\(name)")
      #expect(FileManager.default.isExecutableFile(atPath: path), "\(name) is to be run by its name")
    }
  }

  /// As someone would who has quoth installed: by its name, with options behind it.
  @Test func aScriptRunsByItsName() throws {
    let folder = try TemporaryFolder.shared.makeFolder()
    try FileManager.default.createSymbolicLink(atPath: folder + "/quoth", withDestinationPath: Program.path)
    let process = Process()
    process.executableURL = URL(filePath: Self.folder + "/shared-topics.query")
    process.arguments = ["--param", "one=Castro"]
    process.environment = Program.environment(["PATH": "\(folder):/usr/bin:/bin"])
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(text.contains("Raúl Castro"))
  }

  /// The same bytes, whatever the language, the time zone, the terminal and the number of cores.
  @Test func whatTheyGiveDependsOnNothingElse() throws {
    let scripts = Self.names.map { "\(Self.folder)/\($0)" }
    let corpus = ["seeds", "Tests/Evaluation/world.jsonl", "Tests/Evaluation/invented.jsonl"]
    let arguments = ["run", "--keep-going"] + corpus.flatMap { ["--corpus", $0] } + scripts
    func run(_ surroundings: [String: String], _ launcher: [String] = []) throws -> String {
      let process = Process()
      let command = launcher + [Program.path] + arguments
      process.executableURL = URL(filePath: command[0])
      process.arguments = Array(command.dropFirst())
      process.environment = Program.environment(surroundings)
      process.currentDirectoryURL = URL(filePath: Program.project)
      let output = Pipe()
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      try process.run()
      let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      return text
    }
    let plain = try run(["LC_ALL": "C"])
    #expect(plain.utf8.count > 100_000)
    // Of the languages, Turkish has the letters that others fold otherwise.
    let others = [
      ["LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr"],
      ["LC_ALL": "C.UTF-8", "TZ": "Asia/Tehran", "COLUMNS": "40", "TERM": "xterm-256color"], [:],
    ]
    for surroundings in others { #expect(try run(surroundings) == plain, "\(surroundings)") }
    let oneCore = "/usr/bin/taskset"
    if FileManager.default.isExecutableFile(atPath: oneCore) {
      #expect(try run([:], [oneCore, "-c", "0"]) == plain)
    }
  }
}

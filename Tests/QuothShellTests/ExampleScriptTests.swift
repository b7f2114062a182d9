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
}

//! What is installed beside the program: made from the program's own definitions, up to date, and taken away again.

import Foundation
import QuothQuery
import Testing

@testable import QuothShell
@testable import quoth

@Suite struct InstalledFilesTests {
  private static let share = URL(filePath: Program.project).appending(path: "Share")

  @Test(arguments: [
    (GeneratedText.man, "man/man1/quoth.1"), (.bash, "completions/quoth.bash"), (.zsh, "completions/_quoth"),
    (.fish, "completions/quoth.fish"), (.vim, "vim/syntax/quoth.vim"),
    (.textmate, "vscode/syntaxes/quoth.tmLanguage.json"),
    (.reference, "doc/reference.md"), (.tutorial, "doc/tutorial.md"),
  ])
  func generatedFilesAreUpToDate(_ kind: GeneratedText, _ path: String) throws {
    let file = Self.share.appending(path: path)
    let articles = kind.document == nil ? [] : ["--corpus", "seeds"]
    let outcome = try Program.run(["generate", kind.rawValue] + articles)
    #expect(outcome.status == 0)
    let stored = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    try Expected.check(outcome.output, equals: stored, at: file)
  }

  /// No word of the language is without a colour, but for those that are written as a sign.
  @Test func everyWordHasAClass() {
    let known = Set(LanguageWordClass.allCases.flatMap(\.words))
    for keyword in Keyword.allCases { #expect(known.contains(keyword.rawValue), "\(keyword)") }
    for word in CommandCatalog.words + Field.allCases.map(\.rawValue) where word != "?" {
      #expect(known.contains(word), "\(word)")
    }
  }

  @Test func theExtensionOfVSCodeIsWhole() throws {
    func json(_ path: String) throws -> [String: Any] {
      let data = try Data(contentsOf: Self.share.appending(path: "vscode/\(path)"))
      return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    }
    #expect(try json("package.json")["version"] as? String == QuothVersion.current)
    _ = try json("language-configuration.json")
    let patterns = try #require(try json("syntaxes/quoth.tmLanguage.json")["patterns"] as? [[String: Any]])
    for pattern in patterns {
      // Ours are plain enough to be tried here: the engine of editors knows more.
      for key in ["match", "begin", "end"] {
        if let text = pattern[key] as? String { _ = try NSRegularExpression(pattern: text) }
      }
    }
  }

  /// The page says something of every option and every word, and its lines are no macros by mistake.
  @Test func theManualIsWhole() throws {
    let page = try String(contentsOf: Self.share.appending(path: "man/man1/quoth.1"), encoding: .utf8)
    for word in ["\\-\\-keep\\-going", "\\-\\-update", "expect no ROWS", "QUOTH_CORPUS", "130", "timing"] {
      #expect(page.contains(word), "\(word)")
    }
    let synopsis = page.split(separator: ".SH DESCRIPTION")[0].replacing("\\-", with: "-")
    for line in synopsis.split(separator: "\n") { #expect(line.count <= 78, "\(line)") }
    let macros: Set<String> = [".TH", ".SH", ".SS", ".PP", ".TP", ".RS", ".RE", ".nf", ".fi"]
    for line in page.split(separator: "\n") where line.hasPrefix(".") {
      #expect(macros.contains(String(line.prefix { $0 != " " })), "\(line)")
    }
  }

  /// What bash offers after these words, the last of which is not finished.
  private func offered(by words: [String]) throws -> [String] {
    let line = words.joined(separator: " ")
    let script = """
      source '\(Self.share.path)/completions/quoth.bash'
      COMP_WORDS=(\(words.map { "'\($0)'" }.joined(separator: " "))); COMP_CWORD=\(words.count - 1)
      COMP_LINE='\(line)'; COMP_POINT=\(line.count); COMPREPLY=()
      _quoth quoth '\(words[words.count - 1])' '\(words[words.count - 2])'
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = URL(filePath: Program.project)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(separator: "\n").map(String.init)
  }

  @Test func bashKnowsTheOptionsOfTheShell() throws {
    let options = try offered(by: ["quoth", "--"])
    for option in ["--no-rc", "--corrections", "--topics", "--map", "--strict", "--version"] {
      #expect(options.contains(option), "\(options)")
    }
    #expect(try offered(by: ["quoth", "--no-r"]) == ["--no-rc"])
    for option in ["--corrections", "--topics"] {
      #expect(try offered(by: ["quoth", option, "READ"]) == ["README.md"])
    }
    #expect(try offered(by: ["quoth", "qu"]) == ["query"])
    #expect(try offered(by: ["quoth", "run", "--outp"]) == ["--output"])
    #expect(try offered(by: ["quoth", "query", "--corpus", "READ"]) == ["README.md"])
  }

  private func install(_ arguments: [String], _ more: [String: String] = [:]) throws -> (Int32, String) {
    let process = Process()
    process.executableURL = URL(filePath: Program.project + "/Scripts/install")
    process.arguments = arguments
    var environment = Program.environment(["QUOTH_BINARY": Program.path])
    environment.merge(more) { $1 }
    process.environment = environment
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let told = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, told)
  }

  @Test func whatIsInstalledWorksAndGoesAway() throws {
    let prefix = try TemporaryFolder.shared.makeFolder() + "/with blanks"
    let (status, told) = try install([prefix])
    #expect(status == 0 && told.contains("is not on the PATH"), "\(told)")
    for path in [
      "bin/quoth", "share/man/man1/quoth.1", "share/bash-completion/completions/quoth",
      "share/zsh/site-functions/_quoth", "share/fish/vendor_completions.d/quoth.fish",
      "share/vim/vimfiles/syntax/quoth.vim", "share/quoth/vscode/package.json",
      "share/doc/quoth/reference.md",
    ] {
      #expect(FileManager.default.fileExists(atPath: prefix + "/" + path), "\(path)")
    }
    // Again over the first, and beside a file of somebody else.
    #expect(try install([prefix]).0 == 0)
    try "kept".write(toFile: prefix + "/bin/other", atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(filePath: prefix + "/bin/quoth")
    process.arguments = ["query", "articles | count"]
    process.environment = ["HOME": "/nonexistent"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0 && text.hasSuffix("5\n"), "the seeds are installed too: \(text)")
    #expect(try install(["--uninstall", prefix]).0 == 0)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: prefix).sorted() == ["bin", "bin/other"])
    #expect(try install(["--uninstall", prefix]).0 == 4)
  }

  @Test func aPackageIsStaged() throws {
    let stage = try TemporaryFolder.shared.makeFolder()
    #expect(try install(["/usr"], ["DESTDIR": stage]).0 == 0)
    #expect(FileManager.default.isExecutableFile(atPath: stage + "/usr/bin/quoth"))
    #expect(try install(["/usr", "--uninstall"], ["DESTDIR": stage]).0 == 0)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: stage) == ["usr"])
    #expect(try install(["--nonsense"]).0 == 2)
    #expect(try install(["/proc/quoth"]).0 == 4)
  }
}

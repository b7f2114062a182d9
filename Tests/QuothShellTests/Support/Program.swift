//! Runs the built executable as a user's command line would.

import CPty
import Foundation

/// The executable under test, and how to start it.
enum Program {
  /// What a run gave.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// Beside the test bundle, or where QUOTH_BINARY says.
  static let path: String = {
    if let path = ProcessInfo.processInfo.environment["QUOTH_BINARY"] { return path }
    let bundle = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(filePath: bundle).deletingLastPathComponent().appending(path: "quoth").path
  }()

  /// Nothing of the tester's own surroundings but where programs are.
  static func environment(_ more: [String: String] = [:]) -> [String: String] {
    var all = [
      "PATH": "/usr/bin:/bin", "HOME": "/nonexistent",
      "XDG_STATE_HOME": TemporaryFolder.shared.path + "/state",
      "LC_ALL": "C.UTF-8", "ASAN_OPTIONS": "detect_leaks=0",
      // Only tests of pagers have one.
      "PAGER": "cat",
      // 2023-12-09.
      "SOURCE_DATE_EPOCH": "1702080000",
      // The build may lie outside the project, where the executable cannot find them.
      "QUOTH_CORPUS": project + "/seeds",
    ]
    all.merge(more) { $1 }
    return all
  }

  /// Runs to the end. `output` and `errors` may go to a file instead, such as /dev/full.
  static func run(
    _ arguments: [String], input: String = "", environment more: [String: String] = [:],
    folder: String = project, output: String? = nil
  ) throws -> Outcome {
    let folderOfRun = try TemporaryFolder.shared.makeFolder()
    let inputPath = folderOfRun + "/input"
    try input.write(toFile: inputPath, atomically: false, encoding: .utf8)
    let outputPath = output ?? folderOfRun + "/output"
    let errorPath = folderOfRun + "/errors"
    let descriptors = [
      open(inputPath, O_RDONLY | O_CLOEXEC), open(outputPath, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600),
      open(errorPath, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600),
    ]
    defer { for descriptor in descriptors { close(descriptor) } }
    let process = try start(arguments, more, folder, descriptors)
    let status = cpty_wait(process, 1)
    return Outcome(
      status: status, output: output == nil ? try String(contentsOfFile: outputPath, encoding: .utf8) : "",
      errors: try String(contentsOfFile: errorPath, encoding: .utf8))
  }

  /// Starts the program on three descriptors.
  static func start(
    _ arguments: [String], _ more: [String: String], _ folder: String, _ descriptors: [Int32]
  ) throws -> pid_t {
    var process: pid_t = 0
    let error = withCStrings([path] + arguments) { arguments in
      withCStrings(environment(more).map { "\($0)=\($1)" }) { environment in
        cpty_start_on(path, arguments, environment, folder, descriptors, &process)
      }
    }
    guard error == 0 else { throw POSIXError(POSIXErrorCode(rawValue: error) ?? .EIO) }
    return process
  }

  /// Calls `body` with the strings as C has them, ended by a null pointer.
  static func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) throws -> Result
  ) rethrows -> Result {
    var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return try pointers.withUnsafeMutableBufferPointer { try body($0.baseAddress!) }
  }
}

/// A folder that goes away with the test process' next start.
final class TemporaryFolder: Sendable {
  static let shared = TemporaryFolder()
  let path: String

  private init() {
    path = NSTemporaryDirectory() + "quoth-tests-\(getpid())"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    atexit { try? FileManager.default.removeItem(atPath: TemporaryFolder.shared.path) }
  }

  func makeFolder() throws -> String {
    let folder = path + "/" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  /// A file with this content, in a folder of its own.
  func file(_ name: String, _ content: Data) throws -> String {
    let path = try makeFolder() + "/" + name
    try content.write(to: URL(filePath: path))
    return path
  }
}

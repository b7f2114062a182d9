//! Snapshots as files: told by name or first bytes, mapped, and written whole or not at all.

internal import Glibc
internal import QuothModel
internal import QuothRender

/// Files of analysed articles.
enum SnapshotFile {
  static let ending = ".quoth"

  static func hasEnding(_ path: String) -> Bool { path.lowercased().hasSuffix(ending) }

  /// Whether a path is to be opened as a snapshot: its ending says so, or its first bytes do.
  static func isSnapshot(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    return hasEnding(path) || hasMagic(path)
  }

  /// Whether a file begins as snapshots do, of whatever version.
  static func hasMagic(_ path: String) -> Bool {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var start = [UInt8](repeating: 0, count: CorpusSnapshot.magic.count)
    return read(descriptor, &start, start.count) == start.count && start == CorpusSnapshot.magic
  }

  /// Maps a snapshot. Why it cannot be used is told in words.
  static func open(_ path: String) -> Result<CorpusSnapshot, SnapshotRefusal> {
    // A named pipe without a writer would be waited for.
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return .failure(.system(path)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .failure(.system(path)) }
    guard status.st_mode & S_IFMT == S_IFREG else { return .failure(.noFile(path)) }
    let size = Int(status.st_size)
    guard size > 0 else { return .failure(SnapshotRefusal(path, .length(found: 0, expected: nil))) }
    guard let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED else {
      return .failure(.system(path))
    }
    do throws(SnapshotProblem) {
      // The address as a number, which threads may share.
      let place = UInt(bitPattern: address)
      return .success(
        try CorpusSnapshot(
          UnsafeRawBufferPointer(start: address, count: size),
          release: { munmap(UnsafeMutableRawPointer(bitPattern: place), size) },
          refuse: { SnapshotRefusal(path, $0).end() }))
    } catch {
      munmap(address, size)
      return .failure(SnapshotRefusal(path, error))
    }
  }

  /// Writes a snapshot in place of what is at the path, or beside nothing. Returns its size in bytes.
  static func write(
    _ sections: [SectionContent], to path: String, _ existing: WholeFile.Existing = .replaced
  ) -> Result<Int, SystemFailure> {
    removeLeftovers(of: path)
    var file: WholeFile
    switch WholeFile.open(path) {
    case .success(let opened): file = opened
    case .failure(let failure): return .failure(failure)
    }
    var size = 0
    let head = withUnsafeMutablePointer(to: &file) { file in
      withUnsafeMutablePointer(to: &size) { size in
        var writer = SnapshotWriter { bytes in
          size.pointee += bytes.count
          file.pointee.write(bytes)
        }
        for section in sections where !file.pointee.hasFailed { writer.add(section) }
        return writer.finish()
      }
    }
    head.withUnsafeBytes { file.overwriteStart($0) }
    return file.close(existing: existing).map { _ in size }
  }

  /// Removes what writers left that were killed.
  private static func removeLeftovers(of path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    guard let name = parts.last,
      let entries = opendir(folder.isEmpty ? (parts.count > 1 ? "/" : ".") : folder)
    else { return }
    defer { closedir(entries) }
    while let entry = readdir(entries) {
      let other = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard other.hasPrefix("\(name)."), other.hasSuffix(".partial"),
        let process = pid_t(other.dropFirst(name.count + 1).dropLast(".partial".count)), process > 0,
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      unlink(parts.count > 1 ? "\(folder)/\(other)" : other)
    }
  }
}

/// Why a file cannot be used as a snapshot, and the way out.
struct SnapshotRefusal: Error {
  let message: String

  init(_ path: String, _ problem: SnapshotProblem) {
    message = TerminalText.sanitise("\(path): \(SnapshotMessages.text(of: problem))", lineBreaks: .blank)
  }

  private init(message: String) { self.message = message }

  /// The reason of the last failed call.
  static func system(_ path: String) -> SnapshotRefusal {
    SnapshotRefusal(message: TerminalText.sanitise("\(path): \(SystemFailure().reason)", lineBreaks: .blank))
  }

  /// A folder, a pipe or a device.
  static func noFile(_ path: String) -> SnapshotRefusal {
    SnapshotRefusal(
      message: TerminalText.sanitise(
        "\(path): not an ordinary file; an analysed corpus is one, as `quoth index` writes it",
        lineBreaks: .blank))
  }

  /// Tells, and ends the process: nothing that is read from here on could be trusted.
  func end() -> Never {
    let line = Array("quoth: \(message)\n".utf8)
    line.withUnsafeBytes { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    exit(ExitStatus.data.code)
  }
}

/// The wording of what is wrong with snapshots.
enum SnapshotMessages {
  private static let anew = "`quoth index PATH… -o FILE` makes one anew from the articles"

  static func text(of problem: SnapshotProblem) -> String {
    switch problem {
    case .version(..<1, _), .foreign: "not a corpus written by quoth; \(anew)"
    case .version(let found, let known):
      found > known
        ? "written by a newer quoth (format \(found), this one reads \(known)); that one opens it, or \(anew)"
        : "written in format \(found), which is no longer read (this is format \(known)); \(anew)"
    case .length(let found, let expected):
      if let expected, found > expected {
        "\(found) bytes long, but was written with \(expected): something was added; \(anew)"
      } else {
        "cut short: \(found) bytes are there\(expected.map { " of \($0)" } ?? ""); copy it again, or \(anew)"
      }
    case .damaged(let section):
      "damaged\(place(section)): its bytes are not those that were written; copy it again, or \(anew)"
    case .unsound(let section): "unsound\(place(section)): it holds numbers that lead nowhere; \(anew)"
    case .missing(let section): "unsound: the section ‘\(section)’ is missing; \(anew)"
    }
  }

  private static func place(_ section: String?) -> String {
    section.map { " in the section ‘\($0)’" } ?? " in its head"
  }
}

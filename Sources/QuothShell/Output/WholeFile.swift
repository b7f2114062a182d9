//! Files that are there whole or not at all.

internal import Glibc

/// Writes a file under a temporary name beside its own, and renames it when it is whole.
struct WholeFile {
  /// What was at the path before.
  enum Before: Hashable, Sendable {
    case nothing, file
  }

  private let path: String
  private let temporary: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var failure: String?

  /// Opens the temporary file; gives the system's reason where that cannot be. A link stays one: what it leads to
  /// is written, and keeps who may read, write and run it.
  static func open(_ path: String) -> Result<WholeFile, SystemFailure> {
    guard let path = target(of: path) else {
      errno = ELOOP
      return .failure(SystemFailure())
    }
    var status = stat()
    let isThere = stat(path, &status) == 0
    if isThere, status.st_mode & S_IFMT != S_IFREG {
      return .failure(SystemFailure("it is no ordinary file"))
    }
    // Renaming needs leave to write the folder alone; a file that is not to be written stays.
    if isThere, access(path, W_OK) != 0 { return .failure(SystemFailure()) }
    let temporary = temporaryPath(for: path)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    var descriptor = Glibc.open(temporary, flags, 0o666)
    if descriptor < 0, errno == EEXIST, unlink(temporary) == 0 {
      descriptor = Glibc.open(temporary, flags, 0o666)
    }
    guard descriptor >= 0 else { return .failure(SystemFailure()) }
    if isThere { fchmod(descriptor, status.st_mode & 0o7777) }
    return .success(WholeFile(path: path, temporary: temporary, descriptor: descriptor))
  }

  /// A name beside the file's own that begins as it does, no longer than names may be.
  private static func temporaryPath(for path: String) -> String {
    let ending = ".\(getpid()).partial"
    var path = path
    while path.utf8.count - TypedPath.folder(of: path).utf8.count + ending.utf8.count > Int(NAME_MAX) {
      path.removeLast()
    }
    return path + ending
  }

  /// What a path leads to, links followed, whether it is there or not; nil where they lead nowhere.
  private static func target(of path: String) -> String? {
    var path = path
    // As many links as the kernel follows.
    for _ in 0..<40 {
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = readlink(path, &buffer, buffer.count)
      guard count > 0 else { return path }
      let link = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
      path = link.hasPrefix("/") ? link : folder + link
    }
    return nil
  }

  private init(path: String, temporary: String, descriptor: Int32) {
    self.path = path
    self.temporary = temporary
    self.descriptor = descriptor
  }

  /// Adds text. After a failure it drops what it is given; `close` tells.
  mutating func write(_ text: String) {
    guard failure == nil else { return }
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= 1 << 16 { flush() }
  }

  /// Adds bytes, as they are.
  mutating func write(_ bytes: UnsafeRawBufferPointer) {
    guard failure == nil else { return }
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 16 { flush() }
  }

  /// Whether something could not be written.
  var hasFailed: Bool { failure != nil }

  /// Puts bytes in the place of the first ones.
  mutating func overwriteStart(_ bytes: UnsafeRawBufferPointer) {
    flush()
    guard failure == nil, pwrite(descriptor, bytes.baseAddress, bytes.count, 0) != bytes.count else { return }
    failure = SystemFailure().reason
  }

  private mutating func flush() {
    var written = 0
    while failure == nil, written < buffer.count {
      let count = buffer.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count >= 0 { written += count } else if errno != EINTR { failure = SystemFailure().reason }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// What becomes of a file that stands there already.
  enum Existing: Hashable, Sendable {
    case replaced
    /// It stays, and the new one is given up.
    case kept
  }

  /// Puts the file in its place and says what stood there; on failure nothing is left, and what stood there stays.
  mutating func close(existing: Existing = .replaced) -> Result<Before, SystemFailure> {
    flush()
    if failure == nil, fsync(descriptor) != 0, errno != EINVAL { failure = SystemFailure().reason }
    Glibc.close(descriptor)
    let before: Before = access(path, F_OK) == 0 ? .file : .nothing
    if failure == nil { failure = place(existing) }
    guard let failure else { return .success(before) }
    unlink(temporary)
    return .failure(SystemFailure(failure))
  }

  /// Gives the finished file its name. Returns why it cannot have it.
  private func place(_ existing: Existing) -> String? {
    if existing == .kept {
      // A link, unlike a rename, never takes the place of a file that came meanwhile; not every file system has them.
      if link(temporary, path) == 0 {
        unlink(temporary)
        return nil
      }
      if errno == EEXIST || access(path, F_OK) == 0 { return "there is such a file already" }
    }
    guard rename(temporary, path) == 0 else { return SystemFailure().reason }
    syncFolder()
    return nil
  }

  /// Has the new name survive a loss of power, where the file system can.
  private func syncFolder() {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let descriptor = Glibc.open(folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    Glibc.close(descriptor)
  }

  /// Gives the file up: nothing is left of it.
  func abandon() {
    Glibc.close(descriptor)
    unlink(temporary)
  }
}

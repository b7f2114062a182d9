//! Paths as the system has them: bytes, which need not be UTF-8.

import Glibc

/// A path to be opened.
struct SystemPath: Hashable, Sendable {
  /// Without the zero that ends them.
  private let bytes: [UInt8]
  /// What it is called in messages and keys; bytes that are not UTF-8 are shown as U+FFFD.
  let text: String

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// What goes by this name in the folder.
  func appending(_ name: [UInt8]) -> SystemPath {
    SystemPath(bytes: bytes + (bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]) + name)
  }

  /// As C has it. A zero byte within, which no path has, ends it.
  private var characters: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

  /// What stands there, links followed.
  func status() throws(SystemFailure) -> stat {
    var status = stat()
    guard stat(characters, &status) == 0 else { throw SystemFailure() }
    return status
  }

  /// Opens it for reading.
  func open() throws(SystemFailure) -> Int32 {
    let descriptor = Glibc.open(characters, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemFailure() }
    return descriptor
  }

  /// The names in a folder, sorted by their bytes, without those that begin with a dot; and why there may be more.
  func names() throws(SystemFailure) -> (names: [[UInt8]], failure: SystemFailure?) {
    guard let folder = opendir(characters) else { throw SystemFailure() }
    defer { closedir(folder) }
    var names: [[UInt8]] = []
    errno = 0
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in Array(bytes.prefix { $0 != 0 }) }
      if name.first != UInt8(ascii: ".") { names.append(name) }
      errno = 0
    }
    let failure = errno == 0 ? nil : SystemFailure()
    return (names.sorted { $0.lexicographicallyPrecedes($1) }, failure)
  }
}

//! What a snapshot was made from, and whether that has changed since.

internal import Glibc
internal import QuothExtraction
internal import QuothModel

/// A file that articles or topics were read from, as it was then.
struct SourceState: Hashable {
  /// From the root.
  let path: String
  let size: Int
  /// Nanoseconds since 1970.
  let modified: Int
  /// Of its bytes; 0 for folders.
  let checksum: UInt64
}

/// How a snapshot came to be.
struct SnapshotOrigin: Hashable {
  /// What made it: `quoth 0.1.0`.
  var madeBy = "quoth \(QuothVersion.current)"
  /// `AnalysisRules.fingerprint`.
  var rules = AnalysisRules.fingerprint
  /// The files and folders that were named, from the root.
  var paths: [String] = []
  var files: [SourceState] = []
  /// The folders that the files lie in.
  var folders: [SourceState] = []

  static let section: SectionName = "origin"
  static let fileSection: SectionName = "origin.files"
  static let folderSection: SectionName = "origin.folders"

  init() {}

  /// The origin of a snapshot; at most `limit` of its files.
  init(_ snapshot: CorpusSnapshot, limit: Int = .max) throws(SnapshotProblem) {
    let records = Self.records(try snapshot.rows(Self.section), limit: .max)
    guard records.count >= 2, let rules = UInt64(records[1], radix: 16) else {
      throw .unsound(section: Self.section.description)
    }
    madeBy = records[0]
    self.rules = rules
    paths = Array(records[2...])
    files = Self.records(try snapshot.rows(Self.fileSection), limit: limit).compactMap {
      SourceState(record: $0)
    }
    folders = Self.records(try snapshot.rows(Self.folderSection), limit: limit).compactMap {
      SourceState(record: $0)
    }
  }

  var sections: [SectionContent] {
    [
      Self.section(Self.section, [madeBy, String(rules, radix: 16)] + paths),
      Self.section(Self.fileSection, files.map(\.record)),
      Self.section(Self.folderSection, folders.map(\.record)),
    ]
  }

  /// Adds what articles were read from now. Pipes leave no trace.
  mutating func add(paths: [String], files: [String], topics: [String]) {
    for path in paths.map(TypedPath.fromRoot) where !self.paths.contains(path) { self.paths.append(path) }
    var known = Dictionary(
      self.files.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    var folderPaths = Set(self.folders.map(\.path))
    for path in (files + topics).map(TypedPath.fromRoot) {
      guard let state = SourceState(file: path) else { continue }
      if let place = known[path] {
        self.files[place] = state
      } else {
        known[path] = self.files.count
        self.files.append(state)
      }
    }
    for path in files.map(TypedPath.fromRoot) {
      guard let slash = path.lastIndex(of: "/") else { continue }
      let folder = String(path[..<slash])
      if folderPaths.insert(folder).inserted, let state = SourceState(folder: folder) {
        folders.append(state)
      }
    }
  }

  // No path holds a zero byte.
  private static func section(_ name: SectionName, _ records: [String]) -> SectionContent {
    SectionContent(name, Array(records.joined(separator: "\0").utf8))
  }

  private static func records(_ bytes: TextBytes, limit: Int) -> [String] {
    bytes.withUnsafeBufferPointer { bytes in
      bytes.split(separator: 0, maxSplits: limit == .max ? .max : limit, omittingEmptySubsequences: true)
        .prefix(limit).map { String(decoding: $0, as: UTF8.self) }
    }
  }
}

extension SourceState {
  /// A file as it is now; nil where there is none, or a pipe.
  init?(file path: String) {
    guard let (size, modified) = Self.status(path, S_IFREG), let checksum = Self.checksum(of: path) else {
      return nil
    }
    self.init(path: path, size: size, modified: modified, checksum: checksum)
  }

  init?(folder path: String) {
    guard let (_, modified) = Self.status(path, S_IFDIR) else { return nil }
    self.init(path: path, size: 0, modified: modified, checksum: 0)
  }

  fileprivate init?(record: String) {
    let cells = record.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false)
    guard cells.count == 4, let size = Int(cells[0]), let modified = Int(cells[1]),
      let checksum = UInt64(cells[2], radix: 16)
    else { return nil }
    self.init(path: String(cells[3]), size: size, modified: modified, checksum: checksum)
  }

  fileprivate var record: String { "\(size)\t\(modified)\t\(String(checksum, radix: 16))\t\(path)" }

  /// Size in bytes and time of change of a file or folder.
  static func status(_ path: String, _ kind: mode_t) -> (size: Int, modified: Int)? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == kind else { return nil }
    return (
      Int(status.st_size), Int(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int(status.st_mtim.tv_nsec)
    )
  }

  /// The checksum of a file's checksums, a megabyte each.
  static func checksum(of path: String) -> UInt64? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let window = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
    defer { window.deallocate() }
    var sums: [UInt64] = []
    while true {
      var filled = 0
      while filled < window.count {
        let count = read(descriptor, window.baseAddress?.advanced(by: filled), window.count - filled)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { return nil }
        if count == 0 { break }
        filled += count
      }
      if filled == 0 { return sums.withUnsafeBytes(Checksum.of) }
      sums.append(Checksum.of(UnsafeRawBufferPointer(rebasing: window[..<filled])))
    }
  }
}

//! One writer of a snapshot at a time.

internal import Glibc

/// Keeps others from writing a snapshot for as long as it lives. The system ends it with the process, however that ends.
final class SnapshotLock: Sendable {
  /// Whether there is a file to be locked. A new one is given its name only where none has come meanwhile.
  let isThere: Bool
  private let descriptor: Int32

  private init(_ descriptor: Int32) {
    self.descriptor = descriptor
    isThere = descriptor >= 0
  }

  deinit {
    if isThere { close(descriptor) }
  }

  /// Takes the lock of the file at the path; fails at once where another process has it.
  static func take(of path: String) -> Result<SnapshotLock, SystemFailure> {
    while true {
      // What cannot be opened is told by whoever reads or writes it.
      let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      guard descriptor >= 0 else { return .success(SnapshotLock(-1)) }
      let lock = SnapshotLock(descriptor)
      var locked = flock(descriptor, LOCK_EX | LOCK_NB)
      while locked != 0, errno == EINTR { locked = flock(descriptor, LOCK_EX | LOCK_NB) }
      if locked != 0, errno == EWOULDBLOCK {
        return .failure(
          SystemFailure("another quoth is writing this file; run the command again when that one is done"))
      }
      // Some file systems know no locks. On others, a writer may have put a new file in place before we had the lock.
      if locked != 0 || lock.isAt(path) { return .success(lock) }
    }
  }

  private func isAt(_ path: String) -> Bool {
    var (ours, named) = (stat(), stat())
    guard fstat(descriptor, &ours) == 0, stat(path, &named) == 0 else { return true }
    return ours.st_ino == named.st_ino && ours.st_dev == named.st_dev
  }
}

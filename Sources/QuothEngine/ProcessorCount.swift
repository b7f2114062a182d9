//! How many cores there are to share work.

internal import Glibc

/// The cores of the machine.
public enum ProcessorCount {
  /// Those that are running; at least one.
  public static let available = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}

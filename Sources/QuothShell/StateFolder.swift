//! Where the shell keeps what is to be there the next time: `$XDG_STATE_HOME/quoth`.

internal import Glibc

/// The folder of state, by the XDG Base Directory Specification.
public enum StateFolder {
  /// `$XDG_STATE_HOME/quoth/NAME` or `~/.local/state/quoth/NAME`; nil without a home.
  public static func path(of name: String) -> String? {
    if let state = getenv("XDG_STATE_HOME"), state.pointee == UInt8(ascii: "/") {
      return String(cString: state) + "/quoth/" + name
    }
    guard let home = getenv("HOME"), home.pointee == UInt8(ascii: "/") else { return nil }
    return String(cString: home) + "/.local/state/quoth/" + name
  }

  /// Makes the folders of a path that are not there. Returns why one cannot be made, which matters only if the file
  /// cannot be.
  public static func create(for path: String) -> String? { TypedPath.makeFolders(of: path, 0o700) }
}

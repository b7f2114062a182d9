//! The three streams that every process is given, or should be.

import Glibc
import QuothShell

/// Standard input, output and error.
enum StandardStreams {
  /// Takes the place of those that are closed (`<&-`), before the next file that is opened does: answers would be written
  /// over it, or articles be read as statements. What takes it fails at the first use, but messages are dropped.
  static func occupy() {
    for (descriptor, flags) in [
      (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY),
    ] where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest number that is free is this one.
      _ = open("/dev/null", flags)
    }
  }

  /// Writes a text to standard output. A full disk is told, and makes the status; a pipe that is closed does not.
  static func write(_ text: String) -> ExitStatus {
    let output = DescriptorSink(STDOUT_FILENO)
    output.write(text)
    return finish(output)
  }

  /// Passes on what is left, and tells where that cannot be done.
  static func finish(_ output: DescriptorSink) -> ExitStatus {
    output.flush()
    guard case .failed(let reason)? = output.failure else { return .success }
    let messages = DescriptorSink(STDERR_FILENO)
    messages.write("quoth: standard output: \(reason)\n")
    messages.flush()
    return .data
  }
}

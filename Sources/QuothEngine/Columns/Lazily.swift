//! A value made once, on first use, by whichever thread asks first.

internal import Synchronization

/// A value that is made on first use and then kept. Threads that ask meanwhile wait for it.
///
/// The maker must not ask for its own value; lazies that need each other form a chain without circles.
final class Lazily<Value: Sendable>: Sendable {
  private let cell = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// The value, made now if nobody asked before.
  var value: Value {
    cell.withLock { cell in
      if let made = cell { return made }
      let made = make()
      cell = made
      return made
    }
  }
}

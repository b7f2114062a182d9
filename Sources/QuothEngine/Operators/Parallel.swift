//! Work on parts of something, each on a core of its own.

internal import Dispatch
internal import QuothQuery
internal import Synchronization

enum Parallel {
  /// What comes of each part, in order; the first failure where there is one. Every part has a watch of its own.
  static func map<Part: Sendable, Found: Sendable>(
    _ parts: [Part], limits: ExecutionLimits,
    _ body: @Sendable (Part, ExecutionWatch) throws(ExecutionError) -> Found
  ) throws(ExecutionError) -> [Found] {
    let found = Mutex<[Int: Result<Found, ExecutionError>]>([:])
    DispatchQueue.concurrentPerform(iterations: parts.count) { number in
      let watch = ExecutionWatch(limits)
      let result: Result<Found, ExecutionError>
      do throws(ExecutionError) {
        let made = try body(parts[number], watch)
        result = watch.failure.map { .failure($0) } ?? .success(made)
      } catch {
        result = .failure(error)
      }
      found.withLock { $0[number] = result }
    }
    let results = found.withLock { found in parts.indices.compactMap { found[$0] } }
    var made: [Found] = []
    for result in results { made.append(try result.get()) }
    return made
  }
}

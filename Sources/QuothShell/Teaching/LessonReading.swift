//! Files of lessons, read from the disk.

internal import QuothQuery
internal import QuothTeaching

/// Reads courses.
enum LessonReading {
  /// Why a file gives no course.
  enum Failure: Error {
    case unreadable(String)
    case faulty([LessonProblem])
  }

  /// The course of a file, which messages call by `name`.
  static func course(of path: String, as name: String) -> Result<Course, Failure> {
    switch Script.read(file: path) {
    case .failure(let failure): return .failure(.unreadable(failure.message))
    case .success(let script):
      let text = String(decoding: script.text.bytes, as: UTF8.self)
      let (lessons, problems) = LessonParser.parse(text)
      guard problems.isEmpty else { return .failure(.faulty(problems)) }
      return .success(Course(name: TypedPath.fromRoot(path), lessons: lessons))
    }
  }
}

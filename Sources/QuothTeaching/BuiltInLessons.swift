//! The lessons that come with quoth: files of `Sources/CLessons/lessons`, linked into the binary byte for byte.

internal import CLessons

/// A lesson file that comes with quoth.
public struct LessonFile: Hashable, Sendable {
  /// The file's name, without its folder.
  public let name: String
  /// All of the file.
  public let text: String
}

/// The files of the tour, and the course that they make.
public enum BuiltInLessons {
  /// The files, in the order of the tour.
  public static let files: [LessonFile] = {
    guard let start = clessons_start(), let end = clessons_end() else { return [] }
    let bytes = UnsafeBufferPointer(start: start, count: end - start)
    // Name, text, name, text, each ended by a zero byte.
    let fields = bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    return stride(from: 0, to: fields.count - 1, by: 2).map {
      LessonFile(name: fields[$0], text: fields[$0 + 1])
    }
  }()

  /// What the course is known by.
  public static let name = "built-in"

  /// All built-in lessons, in the order of the tour.
  public static let course = Course(
    name: name, lessons: files.flatMap { LessonParser.parse($0.text).lessons })
}

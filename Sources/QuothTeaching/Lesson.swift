//! A lesson as its file says it: one idea, an example, an exercise and what answers it.

public import QuothQuery

/// A part of a lesson that its file names: `answer: quotes by {speaker}`.
public enum LessonPart: String, CaseIterable, Hashable, Sendable {
  case needs, lacking, example, exercise, answer, hint

  /// What it holds is a query.
  public var isQuery: Bool {
    switch self {
    case .needs, .example, .answer: true
    case .lacking, .exercise, .hint: false
    }
  }
}

/// One lesson. Its texts may hold placeholders, which a corpus fills in.
public struct Lesson: Hashable, Sendable {
  /// The name of the lesson; a tour is taken up again by it.
  public let title: LessonText
  /// What the lesson has to say.
  public let paragraphs: [LessonText]
  /// A query without whose rows the lesson is passed over.
  public let needs: LessonText?
  /// Why it then is.
  public let lacking: LessonText?
  /// A query whose answer is shown.
  public let example: LessonText?
  /// What is to be asked, in words.
  public let exercise: LessonText
  /// A query whose result the exercise is to have.
  public let answer: LessonText
  /// From the vaguest to the most direct.
  public let hints: [LessonText]

  /// All its texts, in the order of the file.
  public var texts: [LessonText] {
    let optional = [needs, lacking, example].compactMap { $0 }
    return ([title] + paragraphs + optional + [exercise, answer] + hints).sorted { $0.line < $1.line }
  }
}

/// Lessons that belong together, in order.
public struct Course: Hashable, Sendable {
  /// What it is known by when it is taken up again: a file, or `built-in`.
  public let name: String
  /// In the order in which they are given.
  public let lessons: [Lesson]

  public init(name: String, lessons: [Lesson]) {
    self.name = name
    self.lessons = lessons
  }
}

/// What is wrong with a file of lessons, and where.
public struct LessonProblem: Hashable, Sendable, Error {
  /// What can be wrong with a file of lessons.
  public enum Kind: Hashable, Sendable {
    /// The file has no `# Title`.
    case noLesson
    /// Something stands before the first `# Title`.
    case beforeTitle
    case emptyTitle
    case emptyPart(LessonPart)
    /// A lesson without this part, which each must have.
    case missingPart(LessonPart, lesson: String)
    /// A part that a lesson has once, again; it stood at this line first.
    case repeatedPart(LessonPart, firstLine: Int)
    /// A word before a colon that is nearly a part's name.
    case misspelledPart(String, LessonPart)
    case unknownPlaceholder(String, near: Placeholder?)
    /// `{speaker` without the brace that closes it.
    case unclosedPlaceholder(String)
    /// Two lessons of one name: a tour could not be taken up again.
    case repeatedTitle(String, firstLine: Int)
  }

  /// What is wrong.
  public let kind: Kind
  /// The line of the file, from 1.
  public let line: Int

  public init(_ kind: Kind, line: Int) {
    self.kind = kind
    self.line = line
  }
}

//! Reads files of lessons: Markdown, in which a few lines are named parts.

internal import QuothBasics
internal import QuothQuery

/// The form of a file, line by line:
///
///     # Title                      begins a lesson; a file may hold several
///     A paragraph, or several.     what the lesson says
///     needs: QUERY                 without rows of it, the lesson is passed over
///     lacking: WORDS               and this is why
///     example: QUERY               is shown with its answer
///     exercise: WORDS              what is to be asked
///     answer: QUERY                whose result the exercise has to have
///     hint: WORDS                  any number of them, the vaguest first
///     <!-- … -->                   is left out
///
/// A part goes on over the lines below it, up to an empty line or the next part. Title, exercise and answer must be
/// there. `{speaker}` and the like are `Placeholder`s.
public enum LessonParser {
  /// The lessons of a file, as far as they are whole, and all that is wrong with it.
  public static func parse(_ text: String) -> (lessons: [Lesson], problems: [LessonProblem]) {
    var reader = LessonReader()
    var isComment = false
    // Some editors put a mark before the first line.
    let text = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    // To Swift, a carriage return and the line feed behind it are one character.
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (index, line) in lines.enumerated() {
      let trimmed = line.drop(while: \.isWhitespace)
      if trimmed.hasPrefix("<!--") { isComment = true }
      if isComment {
        isComment = !line.contains("-->")
        continue
      }
      reader.read(String(line), number: index + 1)
    }
    return reader.finish()
  }
}

/// Gathers lessons line by line.
private struct LessonReader {
  /// One lesson as far as it was read.
  private struct Draft {
    let title: LessonText
    var paragraphs: [LessonText] = []
    var parts: [LessonPart: LessonText] = [:]
    var hints: [LessonText] = []
  }

  /// What the lines at hand belong to.
  private enum Piece {
    case paragraph
    case part(LessonPart)
  }

  private var lessons: [Lesson] = []
  private var problems: [LessonProblem] = []
  private var draft: Draft?
  private var piece: (kind: Piece, text: LessonText)?
  private var titles: [String: Int] = [:]
  /// What stands before the first title is told once.
  private var hasTitle = false
  private var lastLine = 1

  mutating func read(_ line: String, number: Int) {
    lastLine = number
    if line.allSatisfy(\.isWhitespace) { return endPiece() }
    if line.hasPrefix("# ") || line == "#" { return begin(line, number) }
    guard draft != nil else {
      if !hasTitle { problems.append(LessonProblem(.beforeTitle, line: number)) }
      hasTitle = true
      return
    }
    if let (part, column) = Self.part(of: line) {
      endPiece()
      let text = String(line.dropFirst(column - 1))
      piece = (.part(part), LessonText([text], line: number, column: column))
      return
    }
    if piece == nil, let (word, part) = Self.misspelledPart(of: line) {
      problems.append(LessonProblem(.misspelledPart(word, part), line: number))
    }
    let before = piece ?? (.paragraph, LessonText([], line: number))
    piece = (
      before.kind,
      LessonText(before.text.lines + [line], line: before.text.line, column: before.text.column)
    )
  }

  mutating func finish() -> ([Lesson], [LessonProblem]) {
    endLesson()
    if titles.isEmpty, !hasTitle { problems.append(LessonProblem(.noLesson, line: lastLine)) }
    return (lessons, problems.sorted { $0.line < $1.line })
  }

  // MARK: Lines

  private mutating func begin(_ line: String, _ number: Int) {
    endLesson()
    hasTitle = true
    let title = String(line.dropFirst(2).drop(while: \.isWhitespace))
    if title.isEmpty { problems.append(LessonProblem(.emptyTitle, line: number)) }
    if let first = titles[title], !title.isEmpty {
      problems.append(LessonProblem(.repeatedTitle(title, firstLine: first), line: number))
    } else {
      titles[title] = number
    }
    draft = Draft(title: LessonText([title], line: number, column: 3))
  }

  /// The part that a line begins, and the column of what it says.
  private static func part(of line: String) -> (LessonPart, column: Int)? {
    guard let colon = line.firstIndex(of: ":"), let part = LessonPart(rawValue: line[..<colon].lowercased())
    else { return nil }
    let text = line[line.index(after: colon)...]
    let start = text.firstIndex { !$0.isWhitespace } ?? text.endIndex
    return (part, line.distance(from: line.startIndex, to: start) + 1)
  }

  /// `anwser: …` would otherwise be a paragraph.
  private static func misspelledPart(of line: String) -> (String, LessonPart)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let word = String(line[..<colon])
    guard word.count > 2, word.allSatisfy(\.isLetter) else { return nil }
    let lowered = word.lowercased()
    return LessonPart.allCases.first { part in
      EditDistance.between(lowered, part.rawValue, limit: part.rawValue.count > 4 ? 2 : 1) != nil
    }.map { (word, $0) }
  }

  private mutating func endPiece() {
    guard let (kind, text) = piece else { return }
    piece = nil
    switch kind {
    case .paragraph: draft?.paragraphs.append(text)
    case .part(let part): add(text, as: part)
    }
  }

  private mutating func add(_ text: LessonText, as part: LessonPart) {
    guard text.lines.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else {
      problems.append(LessonProblem(.emptyPart(part), line: text.line))
      // It is there, and told already.
      if draft?.parts[part] == nil { draft?.parts[part] = text }
      return
    }
    if part == .hint {
      draft?.hints.append(text)
    } else if let first = draft?.parts[part] {
      problems.append(LessonProblem(.repeatedPart(part, firstLine: first.line), line: text.line))
    } else {
      draft?.parts[part] = text
    }
  }

  private mutating func endLesson() {
    endPiece()
    guard let draft else { return }
    self.draft = nil
    let title = draft.title.lines.joined()
    for part in [LessonPart.exercise, .answer] where draft.parts[part] == nil {
      problems.append(LessonProblem(.missingPart(part, lesson: title), line: draft.title.line))
    }
    guard let exercise = draft.parts[.exercise], let answer = draft.parts[.answer] else { return }
    let lesson = Lesson(
      title: draft.title, paragraphs: draft.paragraphs, needs: draft.parts[.needs],
      lacking: draft.parts[.lacking], example: draft.parts[.example], exercise: exercise, answer: answer,
      hints: draft.hints)
    checkPlaceholders(of: lesson)
    lessons.append(lesson)
  }

  private mutating func checkPlaceholders(of lesson: Lesson) {
    for (name, line) in lesson.texts.flatMap(\.placeholders) where Placeholder(rawValue: name) == nil {
      let near = Placeholder.allCases.first {
        EditDistance.between(name.lowercased(), $0.rawValue, limit: 2) != nil
      }
      problems.append(LessonProblem(.unknownPlaceholder(name, near: near), line: line))
    }
    for (name, line) in lesson.texts.flatMap(\.unclosedPlaceholders) where Placeholder(rawValue: name) != nil
    {
      problems.append(LessonProblem(.unclosedPlaceholder(name), line: line))
    }
  }
}

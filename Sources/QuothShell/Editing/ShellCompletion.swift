//! Completion at a prompt: the language's candidates, as a line editor takes them.

internal import QuothQuery

/// Completes statements.
enum ShellCompletion {
  static func list(before text: String, vocabulary: any Vocabulary) -> CompletionList { .none }
}

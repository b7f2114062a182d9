//! The keys of the prompt, for `help keys`, and what help says of names that the articles hold.

extension HelpRenderer {
  /// Those that the line editor has unless ~/.editrc says otherwise.
  static let keys: [(String, String)] = [
    ("TAB", "complete the word; again, list what could stand there"),
    ("Up, Down", "past statements"),
    ("Ctrl-R", "look for a past statement by a part of it"),
    ("!N, !!", "run statement N of history again, or the last one"),
    ("Left, Right", "move in the line; with Ctrl, by words"),
    ("Ctrl-A, Ctrl-E", "go to the beginning or the end of the line"),
    ("Ctrl-K, Ctrl-U", "delete to the end of the line, or all of it"),
    ("Enter", "run the statement, or go on with it where something is open; on an empty line, end it"),
    ("Ctrl-C", "give up the line, or stop a query that runs"),
    ("Ctrl-D", "on an empty line, leave the shell, or the tour when there is one"),
    ("Ctrl-Z", "leave the shell for a while; fg comes back"),
    ("q", "come back from the pager"),
  ]

  /// What the articles mean by a word that is none of the language, and what asks for it.
  public func page(ofName name: String, meanings: [String], queries: [String]) -> String {
    heading("\(name): a name of these articles") + meanings.map { paragraph($0) }.joined()
      + lines(of: queries)
  }
}

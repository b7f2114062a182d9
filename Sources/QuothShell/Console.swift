//! Where a session writes, and how: the terminal's traits without a terminal.

/// The streams of a session and what they can show.
public struct Console {
  /// Results alone.
  public let results: any TextSink
  /// Errors, warnings and notes.
  public let messages: any TextSink
  /// Someone types and reads: footers stand under their tables.
  public let isInteractive: Bool
  /// Results have colours.
  public let usesColour: Bool
  /// Messages have colours.
  public let coloursMessages: Bool
  /// Columns that results must fit in; nil when they may be as wide as they are.
  public let columns: @Sendable () -> Int?
  /// Lines of the screen; nil when there is none.
  public let rows: @Sendable () -> Int?
  /// What shows answers that are longer; nil where they are shown as they are.
  public let pager: (any Pager)?

  public init(
    results: any TextSink, messages: any TextSink, isInteractive: Bool, usesColour: Bool,
    coloursMessages: Bool, columns: @escaping @Sendable () -> Int?,
    rows: @escaping @Sendable () -> Int? = { nil }, pager: (any Pager)? = nil
  ) {
    self.results = results
    self.messages = messages
    self.isInteractive = isInteractive
    self.usesColour = usesColour
    self.coloursMessages = coloursMessages
    self.columns = columns
    self.rows = rows
    self.pager = pager
  }
}

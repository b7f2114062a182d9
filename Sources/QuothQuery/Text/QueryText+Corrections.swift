//! Carrying out suggestions: the corrected query that is offered.

extension QueryText {
  /// The text with the first suggestion of each error carried out, or nil when an error has none.
  public func corrected(by diagnostics: [Diagnostic]) -> String? {
    let errors = diagnostics.filter { $0.severity == .error }
    let fixes = errors.compactMap(\.suggestions.first).sorted { $0.range.start < $1.range.start }
    guard !fixes.isEmpty, fixes.count == errors.count else { return nil }
    var corrected = ""
    var end = 0
    for fix in fixes {
      guard fix.range.start >= end else { return nil }
      corrected += string(in: SourceRange(end, fix.range.start)) + fix.replacement
      end = fix.range.end
    }
    return corrected + string(in: SourceRange(end, bytes.count))
  }
}

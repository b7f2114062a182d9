//! What `expect` claims, bound: it has to fit the answer it is about.

extension Binder {
  /// The query that an expectation looks at, and what it has to be.
  static func bind(_ expectation: ExpectSyntax, in context: BindingContext) -> Bound {
    let bound = bind(expectation.query, in: context)
    var binder = Binder(context: context)
    let claim = binder.claim(expectation, of: bound.query)
    let diagnostics = bound.diagnostics + binder.diagnostics
    guard let query = bound.query, let claim, binder.diagnostics.isEmpty else {
      return Bound(query: nil, diagnostics: diagnostics)
    }
    return Bound(query: query, claim: claim, diagnostics: diagnostics)
  }

  private mutating func claim(_ expectation: ExpectSyntax, of query: BoundQuery?) -> BoundClaim? {
    switch expectation.claim {
    case .noRows: return .noRows
    case .file(let file): return .file(file.text)
    case .number(let claim):
      if let query, !query.isOneNumber {
        let start = SourceRange(expectation.pipeline.range.start, expectation.pipeline.range.start)
        report(
          .notOneNumber, at: expectation.pipeline.range,
          suggestions: [Suggestion("expect count", replacement: "count ", range: start)])
      }
      guard let value = resolved(claim.value) else { return nil }
      guard let number = ExpectedNumber(value.text) else {
        report(.badNumber(value.text), at: claim.value.range)
        return nil
      }
      return .number(claim.comparison, number)
    }
  }
}

extension BoundQuery {
  /// Whether its answer is one number: a count, or one figure over all rows.
  fileprivate var isOneNumber: Bool {
    switch shape {
    case .count: return true
    case .rows: return false
    case .table(let table):
      guard table.keys.isEmpty, columns.count == 1,
        let column = table.columns.first(where: { $0.name == columns[0].name })
      else { return false }
      return column.type == .integer || column.type == .decimal
    }
  }
}

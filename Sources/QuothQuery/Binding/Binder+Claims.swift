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
      if let query, query.figure == nil {
        let start = SourceRange(expectation.pipeline.range.start, expectation.pipeline.range.start)
        report(
          .notOneNumber, at: expectation.pipeline.range,
          suggestions: query.isCountable
            ? [Suggestion("expect count", replacement: "count ", range: start)] : [])
      }
      guard let value = resolved(claim.value) else { return nil }
      if query?.figure == .date {
        if let date = ExpectedDate(value.text) { return .date(claim.comparison, date) }
        report(.badDate(value.text), at: claim.value.range)
        return nil
      }
      guard let number = ExpectedNumber(value.text) else {
        report(.badNumber(value.text), at: claim.value.range)
        return nil
      }
      return .number(claim.comparison, number)
    }
  }
}

extension BoundQuery {
  /// What one figure its answer is: a count, or a number or day over all rows. Nil for anything else.
  fileprivate var figure: ValueType? {
    switch shape {
    case .count: return .integer
    case .rows: return nil
    case .table(let table):
      guard table.keys.isEmpty, columns.count == 1,
        let column = table.columns.first(where: { $0.name == columns[0].name })
      else { return nil }
      return [.integer, .decimal, .date].contains(column.type) ? column.type : nil
    }
  }

  /// Whether ‘count’ before it could be meant: to count one row of figures is another question.
  fileprivate var isCountable: Bool {
    switch shape {
    case .rows: true
    case .table(let table): !table.keys.isEmpty
    case .count: false
    }
  }
}

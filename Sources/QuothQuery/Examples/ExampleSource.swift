//! Where examples get the names from that they leave to the corpus.

/// A corpus as far as examples need it.
public protocol ExampleSource {
  /// The query with names of the corpus; nil where it has nothing for a placeholder.
  func filled(_ template: Template) -> String?
  /// The commonest value of a field that a query can compare with; nil where there is none.
  func commonValue(of field: Field, in collection: QueryCollection) -> String?
}

/// No corpus: only examples without placeholders are left.
public struct NoExamples: ExampleSource {
  /// Knows no names.
  public init() {}

  /// The query, where it leaves nothing to a corpus.
  public func filled(_ template: Template) -> String? {
    template.placeholders.isEmpty ? template.filled([:]) : nil
  }

  /// None.
  public func commonValue(of field: Field, in collection: QueryCollection) -> String? { nil }
}

extension ExampleSource {
  /// Those of several examples that this corpus has something for.
  public func filled(_ templates: [Template]) -> [String] { templates.compactMap { filled($0) } }

  /// Why none of several examples can be shown: what the corpus lacks for the first of them.
  public func lack(for templates: [Template]) -> String? {
    templates.first?.placeholders.first { filled(Template("{\($0.rawValue)}")) == nil }?.lacking
  }
}

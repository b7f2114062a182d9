//! The kinds of pictures that `chart` draws.

/// A kind of picture.
public enum ChartKind: String, CaseIterable, Hashable, Sendable {
  /// A bar a row, from nought to its figure.
  case bar
  /// A line over time.
  case line
  /// A strip a row, with a mark at each place where words stand.
  case dispersion
}

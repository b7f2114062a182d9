//! How far the loading of a corpus has come.

internal import QuothRender

/// A moment of loading.
public struct LoadingProgress: Hashable, Sendable {
  /// Articles analysed so far.
  public let articles: Int
  /// Bytes read from files, packed ones as they are.
  public let bytes: Int
  /// Bytes of all files; nil where a pipe is among them.
  public let totalBytes: Int?
  /// The time since loading began.
  public let elapsed: Duration

  public init(articles: Int, bytes: Int, totalBytes: Int?, elapsed: Duration) {
    self.articles = articles
    self.bytes = bytes
    self.totalBytes = totalBytes
    self.elapsed = elapsed
  }

  /// One line: `12,400 articles, 48 MB of 118 MB, 2,100 articles/s, 8.2 MB/s, 9 s left`.
  public var line: String {
    let seconds = max(
      Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18, 0.001)
    let rate = Double(bytes) / seconds
    var parts = ["\(GroupedDigits.of(articles)) \(articles == 1 ? "article" : "articles")"]
    parts.append(
      totalBytes.map { "\(Self.megabytes(Double(bytes))) of \(Self.megabytes(Double($0)))" }
        ?? Self.megabytes(Double(bytes)))
    parts.append("\(GroupedDigits.of(Int((Double(articles) / seconds).rounded()))) articles/s")
    parts.append("\(Self.megabytes(rate))/s")
    if let totalBytes, rate > 0 {
      parts.append("\(Self.time(Double(max(totalBytes - bytes, 0)) / rate)) left")
    }
    return parts.joined(separator: ", ")
  }

  private static func megabytes(_ bytes: Double) -> String {
    let tenths = Int((bytes / 100_000).rounded())
    return tenths < 100 ? "\(tenths / 10).\(tenths % 10) MB" : "\(GroupedDigits.of((tenths + 5) / 10)) MB"
  }

  private static func time(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    if whole < 120 { return "\(whole) s" }
    return whole < 7200 ? "\((whole + 30) / 60) min" : "\((whole + 1800) / 3600) h"
  }
}

/// Somebody who shows how far loading has come; called on the thread that loads.
public protocol ProgressObserver {
  /// Shows how far it is. Called often: it is for the observer to leave moments out.
  func show(_ progress: LoadingProgress)
  /// Loading is over, or given up.
  func end()
}

/// Counts what has been read and tells the observer.
struct LoadingMeter {
  private let observer: (any ProgressObserver)?
  private let totalBytes: Int?
  private let clock = ContinuousClock()
  private let start = ContinuousClock.now
  var articles = 0
  var bytes = 0

  init(_ observer: (any ProgressObserver)?, totalBytes: Int?) {
    self.observer = observer
    self.totalBytes = totalBytes
  }

  func show() {
    observer?.show(
      LoadingProgress(
        articles: articles, bytes: bytes, totalBytes: totalBytes, elapsed: clock.now - start))
  }

  func end() { observer?.end() }
}

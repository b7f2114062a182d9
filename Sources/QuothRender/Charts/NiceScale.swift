//! Round numbers for axes: 1, 2, 2.5 and 5 times a power of ten.

/// A range of numbers and the round ones in it.
struct NiceScale: Hashable {
  let low: Double
  let high: Double
  /// The distance between two ticks.
  let step: Double

  /// How the ends of the range relate to the ticks.
  enum Ends {
    /// Those of the numbers.
    case exact
    /// The next ticks outside.
    case round
  }

  /// Nought is always part of the range. About `count` ticks; whole numbers have no ticks between them.
  init(_ numbers: some Sequence<Double>, count: Int, isWhole: Bool, ends: Ends) {
    var low = 0.0
    var high = 0.0
    for number in numbers where number.isFinite { (low, high) = (min(low, number), max(high, number)) }
    if low == high { high = 1 }
    var step = NiceScale.step((high - low) / Double(max(1, count)))
    if isWhole { step = max(1, step.rounded(.up)) }
    self.step = step
    switch ends {
    case .exact: (self.low, self.high) = (low, high)
    case .round:
      (self.low, self.high) = ((low / step).rounded(.down) * step, (high / step).rounded(.up) * step)
    }
  }

  /// The least round number that is no less.
  static func step(_ rough: Double) -> Double {
    guard rough.isFinite, rough > 0 else { return 1 }
    var power = 1.0
    while power * 10 <= rough { power *= 10 }
    while power > rough, power > .leastNormalMagnitude { power /= 10 }
    let digits = rough / power
    // A little is forgiven to what is round but for the last bit.
    let round = [1, 2, 2.5, 5, 10].first { digits <= $0 * (1 + 1e-9) } ?? 10
    return round * power
  }

  /// The round numbers, upwards.
  var ticks: [Double] {
    let first = (low / step - 1e-9).rounded(.up)
    let last = (high / step + 1e-9).rounded(.down)
    guard first <= last, last - first < 1_000 else { return [0] }
    return stride(from: first, through: last, by: 1).map { $0 == 0 ? 0 : $0 * step }
  }

  /// Where a number lies between the ends, 0 to 1.
  func place(of number: Double) -> Double { min(1, max(0, (number - low) / (high - low))) }

  /// A tick as text, with the decimals that its neighbours need.
  func text(of tick: Double) -> String {
    var decimals = 0
    var power = 1.0
    while decimals < 12, abs((step * power).remainder(dividingBy: 1)) > 1e-6 {
      decimals += 1
      power *= 10
    }
    if abs(tick) >= 1e15 { return ValueText.decimal(tick) ?? "" }
    let scaled = Int((abs(tick) * power).rounded())
    var digits = String(scaled)
    while digits.count <= decimals { digits = "0" + digits }
    let whole = GroupedDigits.of(Int(digits.dropLast(decimals)) ?? 0)
    let sign = tick < 0 && scaled != 0 ? "−" : ""
    return sign + whole + (decimals > 0 ? "." + digits.suffix(decimals) : "")
  }
}

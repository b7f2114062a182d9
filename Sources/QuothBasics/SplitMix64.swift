//! The one way in which numbers are mixed: random draws that repeat, and places in tables.

/// The generator SplitMix64 (Steele, Lea and Flood 2014), in its two steps.
public enum SplitMix64 {
  /// What the state grows by before each number.
  @inlinable public static var increment: UInt64 { 0x9E37_79B9_7F4A_7C15 }

  /// The number that a state gives. No two states give the same.
  @inlinable public static func mixed(_ state: UInt64) -> UInt64 {
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

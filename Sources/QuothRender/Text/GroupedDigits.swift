//! Whole numbers as people read them: `230,512`.

/// Writes whole numbers with their digits in groups of three.
public enum GroupedDigits {
  /// The digits of a number, in threes from the right.
  public static func of(_ number: Int) -> String {
    var text = ""
    let digits = String(number.magnitude)
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return number < 0 ? "-" + text : text
  }
}

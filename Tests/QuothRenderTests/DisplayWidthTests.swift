//! Columns of what is neither a plain letter nor one scalar.

import QuothBasics
import Testing

@Test(arguments: [
  ("abc", 3), ("漢字", 4), ("e\u{301}", 1), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("👍🏽", 2),
  ("👨‍👩‍👧", 2), ("🇮🇷", 2), ("1️⃣", 2), ("❤️", 2), ("❤", 1), ("नमस्ते", 4), ("हिन्दी", 5), ("العقوبات", 8),
  ("عَ", 1), ("שלום", 4), ("\u{200B}", 0), ("ｆｕｌｌ", 8), ("…", 1),
])
func widthIsThatOfTerminals(_ text: String, _ columns: Int) {
  #expect(DisplayWidth.of(text) == columns)
}

@Test func truncationNeverCutsACharacter() {
  #expect(DisplayWidth.truncate("a👨‍👩‍👧b🇮🇷c", to: 5) == "a👨‍👩‍👧b…")
  #expect(DisplayWidth.truncate("漢字漢字", to: 4) == "漢…")
}

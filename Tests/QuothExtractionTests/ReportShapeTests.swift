//! Shapes of reports that news uses less often: passives, gaps, nouns for words, single marks.

import QuothModel
import Testing

/// A text, and `speakers: words` of each quotation in marks, in order.
private let shapes: [(text: String, expected: [String])] = [
  ("Bo Ek was asked by Ann Lee: “Is the lock shut?”", ["Ann Lee: Is the lock shut?"]),
  ("The lock was described by Ann Lee as “a wreck”.", ["Ann Lee: a wreck"]),
  (
    "Bo Ek, called “a fine pilot” by Ann Lee, said: “I thank her.”",
    ["Ann Lee: a fine pilot", "Bo Ek: I thank her."]
  ),
  ("Bo Ek called the lock “a wreck”; Ann Lee, “a pity”.", ["Bo Ek: a wreck", "Ann Lee: a pity"]),
  ("Bo Ek called it “a wreck” and Ann Lee “a gem”.", ["Bo Ek: a wreck", "Ann Lee: a gem"]),
  (
    "Bo Ek called the lock “a wreck”, while Ann Lee called it “a gem”.", ["Bo Ek: a wreck", "Ann Lee: a gem"]
  ),
  (
    "After Bo Ek said the lock was “a wreck”, Ann Lee replied that it was “a gem”.",
    ["Bo Ek: a wreck", "Ann Lee: a gem"]
  ),
  ("In the words of Ann Lee, “no barge is late”.", ["Ann Lee: no barge is late"]),
  ("“No barge is late,” was Ann Lee's answer.", ["Ann Lee: No barge is late,"]),
  ("A statement from Ann Lee read: “No barge is late.”", ["Ann Lee: No barge is late."]),
  ("Ann Lee, pilot: “The lock is shut in spring.”", ["Ann Lee: The lock is shut in spring."]),
  ("Ann Lee (pilot): “The lock is shut in spring.”", ["Ann Lee: The lock is shut in spring."]),
  ("Ann Lee met the crew. To Bo Ek she said: “Go home.”", ["Ann Lee: Go home."]),
  ("“Wir warten,” or “We wait,” Ann Lee said.", ["Ann Lee: Wir warten,", "Ann Lee: We wait,"]),
  ("“We wait,” beams Ann Lee of the lock crew.", ["Ann Lee: We wait,"]),
  ("“It was slow,” Ann Lee, head of the crew told reporters.", ["Ann Lee: It was slow,"]),
  ("They waited, although Ann Lee, a pilot, said: “It was slow.”", ["Ann Lee: It was slow."]),
  (
    "Ann Lee would not say whether the office is aware of it and only added: “Ask them.”",
    ["Ann Lee: Ask them."]
  ),
  ("‘No comment,’ Ann Lee said.", ["Ann Lee: No comment,"]),
  (
    "Ann Lee said: 'The lock is old and slow.\n\n'We looked at each of its bolts.'\n\nIt opens in May.",
    ["Ann Lee: The lock is old and slow.", "Ann Lee: We looked at each of its bolts."]
  ),
  (
    "“It was slow,’’ Ann Lee told the crew. “And it was late.”",
    ["Ann Lee: It was slow,", "Ann Lee: And it was late."]
  ),
  ("Hanna May told reporters on Monday. “We wait,” Mrs May said.", ["Hanna May: We wait,"]),
  // What stays nobody's.
  ("The 'slow' lock has a 'gate', Ann Lee said.", []),
]

@Suite struct ReportShapeTests {
  @Test(arguments: shapes) func shapesLeadToTheirSpeakers(_ shape: (text: String, expected: [String])) {
    let corpus = corpus(
      "The lock of the town was shut on Monday after a gate broke in the night.\n\n" + shape.text)
    let found = corpus.quotations.filter { $0.kind != .indirect }.map { quotation in
      let speakers = quotation.attribution.speakers.map { corpus[$0].name }.joined(separator: ", ")
      return "\(speakers): \(corpus.string(quotation.content, of: quotation.article))"
    }
    #expect(found == shape.expected)
  }
}

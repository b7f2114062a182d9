//! Records as interfaces, data frames and spreadsheets give them.

import QuothBasics
import QuothExtraction
import Testing

/// The articles as `title | date | outlet | text`, and the problems.
private func read(_ text: String, _ file: String, mapping: [ArticleField.NamedField] = []) -> [String] {
  let contents = ArticleReader.read(text.utf8, file: file, fields: FieldNames(mapping: mapping))
  let articles = contents.articles.map { article in
    [
      article.title ?? "-", article.date?.description ?? "-", article.outlet ?? "-",
      String(decoding: article.text, as: UTF8.self),
    ]
    .joined(separator: " | ")
  }
  return articles + contents.issues.map { "\($0.problem)" }
}

@Suite struct RecordShapeTests {
  @Test(arguments: [
    // An interface within an interface; by outlet; Mongo; WordPress; the Guardian's HTML.
    (
      #"{"articles": {"page": 1, "results": [{"title": "A", "body": "The pier is shut.", "date": "2024-03-02"}]}}"#,
      ["A | 2024-03-02 | - | The pier is shut."]
    ),
    (
      #"{"Herald": [{"title": "A", "text": "One pier."}], "Post": [{"title": "B", "text": "Two piers."}]}"#,
      ["A | - | - | One pier.", "B | - | - | Two piers."]
    ),
    (
      #"[{"_id": {"$oid": "5f"}, "title": "A", "text": "The pier.", "date": {"$date": "2024-03-02T10:00:00Z"}}]"#,
      ["A | 2024-03-02 | - | The pier."]
    ),
    (
      #"[{"title": {"rendered": "A &#8211; B"}, "content": {"rendered": "<p>One.</p><p>Two.</p>"}, "date": "2024-03-02"}]"#,
      ["A – B | 2024-03-02 | - | One.\n\nTwo."]
    ),
    (
      #"{"response": {"results": [{"webTitle": "A", "fields": {"body": "<p>&ldquo;We wait,&rdquo; <b>Ann Lee</b> said.</p>"}}]}}"#,
      ["A | - | - | “We wait,” Ann Lee said."]
    ),
    // pandas: by column, by row, split.
    (
      #"{"title": {"0": "A", "1": "B"}, "text": {"0": "One pier.", "1": "Two piers."}}"#,
      ["A | - | - | One pier.", "B | - | - | Two piers."]
    ),
    (
      #"{"0": {"title": "A", "text": "One pier."}, "1": {"title": "B", "text": "Two piers."}}"#,
      ["A | - | - | One pier.", "B | - | - | Two piers."]
    ),
    (
      #"{"columns": ["title", "text"], "index": [0], "data": [["A", "One pier."]]}"#,
      ["A | - | - | One pier."]
    ),
    // Escapes that mean nothing.
    (
      #"{"title": "A \ud83d", "text": "The pier \udc00 is \q shut."}"#,
      ["A \u{FFFD} | - | - | The pier \u{FFFD} is q shut.", "repairedEscapes(3)"]
    ),
    (
      #"{"title": "A", "text": "The pier is … [+1812 chars]"}"#,
      ["A | - | - | The pier is … [+1812 chars]", "cutOff"]
    ),
    // The text is the longer of two, and an address is none.
    (#"{"title": "A", "text": "en", "body": "The pier is shut."}"#, ["A | - | - | The pier is shut."]),
    (#"{"title": "A", "content": "https://l.example/7"}"#, [#"addressesForTexts("https://l.example/7")"#]),
    (#"{"title": "A", "text": "a < b and c > d"}"#, ["A | - | - | a < b and c > d"]),
    (#"{"title": "A", "text": "The pier.", "date": "2026-12"}"#, ["A | 2026-12-01 | - | The pier."]),
  ])
  func shapesOfJSONAreRead(_ json: String, _ expected: [String]) { #expect(read(json, "a.json") == expected) }

  @Test func recordsOfOneLineHaveKeysOfTheirOwn() {
    let json = #"[{"text": "One."}, {"text": "Two."}, {"text": "Three."}]"#
    let contents = ArticleReader.read(json.utf8, file: "a.json")
    #expect(contents.articles.map(\.key) == ["a.json:1", "a.json:1/2", "a.json:1/3"])
    #expect(contents.issues == [])
  }

  @Test(arguments: [
    // 31 proves that the day comes first; 13 in the second place the opposite; nothing proves anything.
    (
      "text,date\nOne pier.,02/03/2024\nTwo piers.,31/10/2024\n",
      ["- | 2024-03-02 | - | One pier.", "- | 2024-10-31 | - | Two piers."]
    ),
    (
      "text,date\nOne pier.,02/03/2024\nTwo piers.,10/31/2024\n",
      ["- | 2024-02-03 | - | One pier.", "- | 2024-10-31 | - | Two piers."]
    ),
    ("text,date\nOne pier.,02/03/2024\n", ["- | - | - | One pier.", #"ambiguousDate("02/03/2024")"#]),
    ("sep=;\ntext;date\nOne pier.;2024-03-02\n", ["- | 2024-03-02 | - | One pier."]),
    (
      "1,Pier,The pier was shut on Monday after a plank broke and two boats were lost in the night.\n",
      ["noHeader"]
    ),
    ("title,description\nPier,The pier is shut.\n", ["Pier | - | - | The pier is shut."]),
    ("id,text\n1,\"<p>One.</p><p>Two.</p>\"\n", ["- | - | - | One.\n\nTwo."]),
  ])
  func tablesAreRead(_ csv: String, _ expected: [String]) { #expect(read(csv, "a.csv") == expected) }

  @Test func theUserDecidesTheOrderOfADate() throws {
    let mapping = try ArticleField.mapping("date=day-first").get()
    #expect(
      read("text,date\nOne pier.,02/03/2024\n", "a.csv", mapping: mapping) == [
        "- | 2024-03-02 | - | One pier."
      ])
  }

  @Test(arguments: [
    (
      "---\ntitle: \"Pier shut\"\ndate: 2024-03-02\n---\n\n# Pier shut\n\nThe pier is shut.\n",
      "Pier shut | 2024-03-02 | - | \n# Pier shut"
    ),
    (
      "Title: Pier shut\nPublication: Larkmoor Herald\nDate: March 2, 2024\n\nThe pier is shut.\n",
      "Pier shut | 2024-03-02 | Larkmoor Herald | The pier is shut.\n"
    ),
    ("Question: Who waits?\n\nThe boats do.\n", "- | - | - | Question: Who waits?\n\nThe boats do.\n"),
  ])
  func headsOfTextsAreDetails(_ text: String, _ expected: String) {
    let found = read(text, "a.txt").first ?? ""
    #expect(found.replacing("# ", with: "").hasPrefix(expected.replacing("# ", with: "")))
  }
}

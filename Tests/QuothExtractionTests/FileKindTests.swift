//! Files under a name that says nothing of what they are: known by content, and named with the way out.

import QuothExtraction
import Testing

/// Beginnings of files, the name that they bear, and the kind that they are.
private let beginnings: [(name: String, text: String, kind: FileKind)] = [
  ("a.txt", "%PDF-1.4\n", .pdf), ("a.csv", "PK\u{3}\u{4}rest", .archive),
  ("a.txt", "{\\rtf1\\ansi The pier}", .rtf),
  ("a.txt", "WARC/1.0\r\nWARC-Type: response\r\n", .webArchive),
  ("a.txt", "                    3 of 24 DOCUMENTS\n\nLarkmoor Herald\n\nThe pier is shut.\n", .nexis),
  ("a.html", "<html><body><p>1 of 9 DOCUMENTS</p><p>The pier is shut.</p></body></html>", .nexis),
  (
    "a.html", "<html><head><title>Factiva</title></head><body><p>The pier is shut.</p></body></html>",
    .factiva
  ),
  (
    "a.txt",
    "Document 1 of 2\n\nPier shut\n\nPublication info: Larkmoor Herald\n\nFull text: The pier is shut.\n",
    .proQuest
  ),
  (
    "a.html",
    "<!DOCTYPE html><html><body><img src='https://nouveau.eureka.cc/x'><p>Le port</p></body></html>",
    .europresse
  ),
  ("a.txt", "From: Ann <a@l.example>\nTo: b@l.example\nSubject: Pier\n\nIt is shut.\n", .mail),
  (
    "a.txt",
    "From a@l.example Sat Mar  2 10:00:00 2024\nFrom: Ann <a@l.example>\nSubject: Pier\nTo: b@l.example\n\nShut.\n",
    .mailbox
  ),
  ("a.txt", "1\n00:00:01,000 --> 00:00:03,000\nThe pier is shut.\n", .subtitles),
  ("a.txt", "WEBVTT\n\n", .subtitles),
  ("a.html", "<?xml version=\"1.0\"?><nitf><body>The pier</body></nitf>", .nitf),
  ("a.txt", "<?xml version=\"1.0\"?>\n<newsItem><p>The pier</p></newsItem>", .newsML),
  ("a.txt", "<TEI xmlns='x'><text>The pier</text></TEI>", .tei),
  ("a.txt", "<rss version='2.0'><channel/></rss>", .feed),
  ("a.txt", "<?xml version=\"1.0\"?><pier>shut</pier>", .xml),
  ("a.txt", "<REUTERS NEWID=\"1\"><BODY>Pier</BODY></REUTERS>", .reuters),
  ("a.txt", "\u{1}dpa 001\nThe pier is shut.", .wire),
  ("a.txt", "1\tThe\tthe\tDET\n2\tpier\tpier\tNOUN\n3\tshut\tshut\tVERB\n", .coNLL),
  ("a.txt", "\u{1B}$B$3$l\u{1B}(B", .iso2022),
]

@Suite struct FileKindTests {
  @Test(arguments: beginnings) func kindsAreKnownByContent(
    _ file: (name: String, text: String, kind: FileKind)
  ) {
    let read = ArticleReader.read(file.text.utf8, file: file.name)
    #expect(read.articles == [])
    #expect(read.issues.map(\.problem) == [.otherKind(file.kind)])
  }

  @Test func everyKindIsTried() { #expect(Set(beginnings.map(\.kind)) == Set(FileKind.allCases)) }

  /// Texts of news that have something of those kinds stay texts.
  @Test(arguments: [
    "One of 24 documents was lost, the clerk said.", "From the pier: a report.\n\nSubject: boats.",
    "1\nThe pier is shut.\n2\nBoats wait.", "Factiva and LexisNexis are archives that reporters use.",
    "Title of the report\n\nThe pier is shut.", "At 10:00 --> the pier shut.",
  ])
  func proseStaysProse(_ text: String) {
    #expect(ArticleReader.read(text.utf8, file: "a.txt").articles.count == 1)
  }

  @Test(arguments: [
    (
      "<!doctype html><html><body><p>The pier was shut on Monday after a plank broke, the harbour office said to all.</p></body></html>",
      "The pier was shut"
    ),
    (
      "{\"title\": \"Pier\", \"text\": \"The pier is shut.\"}\n{\"title\": \"Boat\", \"text\": \"Boats wait.\"}\n",
      "The pier is shut."
    ),
  ])
  func pagesAndRecordsAreReadAsWhatTheyAre(_ text: String, _ opening: String) {
    let read = ArticleReader.read(text.utf8, file: "a.txt")
    #expect(read.issues == [])
    #expect(read.articles.first.map { String(decoding: $0.text, as: UTF8.self).hasPrefix(opening) } == true)
  }

  @Test func utf16WithoutItsMarkIsRead() {
    let bytes = "The pier is shut, the clerk said.".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let read = ArticleReader.read(bytes, file: "a.txt")
    #expect(
      read.articles.map { String(decoding: $0.text, as: UTF8.self) } == ["The pier is shut, the clerk said."])
  }

  @Test func zerosAreNoEmptyFile() {
    let read = ArticleReader.read([UInt8](repeating: 0, count: 4000), file: "a.txt")
    #expect(read.issues.map(\.problem) == [.binary])
  }
}

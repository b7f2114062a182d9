//! Snapshots hold all that was analysed, tell when they are damaged, and grow as if all articles had come at once.

import Foundation
import QuothExtraction
import QuothModel
import QuothTestSupport
import Testing

@Suite struct SnapshotTests {
  @Test func everyFieldComesBack() throws {
    for corpus in [try seedCorpus(), TinyCorpus.visit, Corpus.empty] + randomArticles.map({ corpus(of: $0) })
    {
      let copy = try SnapshotInMemory.copy(of: corpus)
      #expect(CorpusText.lines(copy) == CorpusText.lines(corpus))
      #expect(copy.violations() == [])
    }
  }

  /// A snapshot of a snapshot is the same file, and so is one of another run: no byte is left to chance.
  @Test func theSameCorpusGivesTheSameBytes() throws {
    let bytes = SnapshotInMemory.bytes(of: try seedCorpus().sections)
    #expect(SnapshotInMemory.bytes(of: try seedCorpus().sections) == bytes)
  }

  @Test func addedArticlesJoinAsIfAllHadComeAtOnce() throws {
    for articles in randomArticles {
      let whole = corpus(of: articles)
      for parts in [2, 3, articles.count] {
        let size = (articles.count + parts - 1) / parts
        var grown: Corpus?
        var state: [SectionContent] = []
        for start in stride(from: 0, to: articles.count, by: size) {
          var assembler = CorpusAssembler()
          if let grown {
            let bytes = SnapshotInMemory.bytes(of: grown.sections + state)
            assembler = try CorpusAssembler(continuing: try SnapshotInMemory.open(bytes))
          }
          for article in articles[start..<min(start + size, articles.count)] {
            assembler.add(ArticleAnalyzer().analyze(article))
          }
          state = assembler.sections
          grown = assembler.finish()
        }
        #expect(grown.map(CorpusText.lines) == CorpusText.lines(whole))
      }
    }
  }

  @Test func damageIsFoundWhereverItIs() throws {
    let bytes = SnapshotInMemory.bytes(of: TinyCorpus.visit.sections)
    var random = SeededRandom(seed: 5)
    let tail = bytes.count - 4096..<bytes.count
    let others = (0..<500).map { _ in Int.random(in: 0..<bytes.count, using: &random) }
    for place in Array(0..<4096) + Array(tail) + others {
      var damaged = bytes
      damaged[place] ^= UInt8.random(in: 1...255, using: &random)
      #expect(throws: SnapshotProblem.self, "byte \(place)") {
        let snapshot = try SnapshotInMemory.open(damaged)
        try snapshot.verify()
      }
    }
    for count in Array(0..<100) + others + [bytes.count - 1] {
      #expect(throws: SnapshotProblem.self, "\(count) bytes") {
        try SnapshotInMemory.open(Array(bytes[..<count]))
      }
    }
    #expect(throws: SnapshotProblem.length(found: bytes.count + 1, expected: bytes.count)) {
      try SnapshotInMemory.open(bytes + [0])
    }
  }

  /// Tables of sections that lead outside of the file, with checksums that fit.
  @Test func unsoundTablesAreRefused() throws {
    let bytes = SnapshotInMemory.bytes(of: TinyCorpus.visit.sections)
    let dataEnd = bytes.withUnsafeBytes { Int($0.loadUnaligned(fromByteOffset: 24, as: Int64.self)) }
    var random = SeededRandom(seed: 6)
    for place in dataEnd..<bytes.count - 16 {
      var damaged = bytes
      damaged[place] ^= UInt8.random(in: 1...255, using: &random)
      // Whatever opens leads nowhere outside of its bytes.
      _ = (try? SnapshotInMemory.open(SnapshotInMemory.sealed(damaged)))?.sizes
    }
  }

  /// The digests that the reference implementation of XXH64 gives.
  @Test(
    arguments: [
      ("", 0xEF46_DB37_51D8_E999), ("abc", 0x44BC_2CF5_AD77_0999),
      ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
    ] as [(String, UInt64)])
  func checksumsAreThoseOfTheStandard(text: String, sum: UInt64) {
    #expect(Array(text.utf8).withUnsafeBytes(Checksum.of) == sum)
  }

  /// Rows are written as they lie in memory: whoever changes one raises the version of the format.
  @Test func theFormatIsThatOfItsVersion() throws {
    let sizes = try SnapshotInMemory.open(SnapshotInMemory.bytes(of: try seedCorpus().sections)).sizes
    let strides = sizes.map { "\($0.name) \($0.stride)" }.joined(separator: "\n")
    let codes = [
      ParagraphKind.allCases.map(\.rawValue), QuotationKind.allCases.map(\.rawValue),
      AttributionRule.allCases.map(\.rawValue), UnattributedStretch.Reason.allCases.map(\.rawValue),
      EntityKind.allCases.map(\.rawValue), MentionForm.allCases.map(\.rawValue),
      Resolution.allCases.map(\.rawValue), EpithetForm.allCases.map(\.rawValue),
    ].map { $0.joined(separator: ", ") }.joined(separator: "\n")
    let text = "version \(CorpusSnapshot.version)\n\(strides)\n\(codes)\n"
    let file = Snapshot.folder("Expected", besides: #filePath).appending(path: "snapshot-format.txt")
    let difference = Snapshot.difference(of: text, from: file)
    #expect(difference == nil, "\(difference ?? "")")
  }

  /// Sets of articles of names that come alone, in full, and with others of the same surname.
  private var randomArticles: [[RawArticle]] {
    var random = SeededRandom(seed: 11)
    let names = [
      "Ann Berg", "Berg", "Carl Berg", "Ebrahim Raisi", "Raisi", "Raisí", "Miguel Díaz-Canel",
      "Miguel Díaz-Canel Bermúdez", "Díaz-Canel", "President Lee", "Lee", "Ann Lee", "Mary Ann Lee",
      "the United Nations", "Oslo", "Iran",
    ]
    return (0..<12).map { set in
      (0..<Int.random(in: 2...9, using: &random)).map { number in
        var text = "TEHRAN (Agency \(Int.random(in: 0...2, using: &random))) – "
        for _ in 0..<Int.random(in: 1...8, using: &random) {
          let (first, second) = (names.randomElement(using: &random)!, names.randomElement(using: &random)!)
          text += "“We met \(second) about sanctions,” \(first) said. \(second) and \(first) agreed. "
          if Bool.random(using: &random) { text += "\n\nThe two leaders “will trade” more, they said. " }
        }
        let outlet = ["Tasnim", "TASNIM", "14ymedio", nil][Int.random(in: 0..<4, using: &random)]
        return RawArticle(
          key: "a\(set)-\(number)", file: "a.jsonl:\(number + 1)", text: Array(text.utf8), outlet: outlet)
      }
    }
  }
}

//! Which quotations of the seeds render one utterance, against a list written by reading them.

import QuothModel
import QuothTestSupport
import Testing

@testable import QuothEngine
@testable import QuothShell

/// The utterances that two articles of the seeds print, as found by reading all quotations of all five: each by the
/// beginning of its words, with the start of its article's key. Nothing else may be found.
///
/// What reads like a pair and is none:
/// - "your visit to Cuba will be a turning point" (Díaz-Canel in June) and Raisi on the visit in December;
/// - "effective ways to deal with sanctions" and "To deal with these sanctions" (two speeches of Raisi);
/// - "ready “to cooperate with Cuba" (an economic forum) and "ready to cooperate with all countries";
/// - "hegemonic powers" and "despair in hegemons": two sentences of one speech;
/// - Khamenei's coalition of countries and Raisi's.
///
/// "genocide" is a single word, but both articles print it of what Díaz-Canel said in Tehran on one day.
///
/// Pairs that a reader may see and that are missed: "aggressive imperial policy" (Raisi, 004) beside "the aggressive
/// policies of the empire" (Díaz-Canel, 003) and "aggressive policy" (003), too short to hold against other speakers;
/// "coalition of like-minded countries" (002) beside "a coalition must be created with the participation of allied
/// countries" (000), which shares little besides.
private let quotesByReading = [
  ["000 economy of resistance", "002 resistance economy"],
  ["000 genocide", "002 genocide"],
  ["000 the unjust sanctions", "002 unjust sanctions and"],
  ["001 Iran considers", "004 effective ways"],
  ["001 Iran is ready", "004 Iran is willing"],
  ["001 Our cooperation in", "004 Our cooperation on"],
  ["001 The three countries", "004 You have visited"],
  ["003 The conditions", "004 The conditions"],
  ["003 must heroically", "004 These nations"],
]

/// The same of statements, where a quotation within an indirect statement is compared as part of it.
private let statementsByReading = [
  ["000 that Tehran and Havana have", "002 resistance economy", "002 unjust sanctions and"],
  ["000 the creation of", "002 the creation of"],
  ["001 Iran considers", "004 that to Iran"],
  ["001 Iran is ready", "004 Iran is willing"],
  ["001 Our cooperation in", "004 Our cooperation on"],
  ["001 The three countries", "004 You have visited"],
  ["001 that Iran and Cuba have", "004 that both countries"],
  ["001 that the US", "004 that Washington"],
  ["003 Iran and Cuba “must", "004 These nations"],
  ["003 The conditions", "004 The conditions"],
]

@Suite struct SeedVariantTests {
  @Test func allPairsOfQuotesAreFoundAndNoOthers() throws {
    let found = try clusters { $0.repeats == nil && $0.kind != .indirect }
    expect(found, quotesByReading)
  }

  @Test func allPairsOfStatementsAreFoundAndNoOthers() throws {
    let found = try clusters { $0.repeats == nil }
    expect(found, statementsByReading)
  }

  @Test func oneSpeakerGivesThoseOfAll() throws {
    let corpus = try #require(Seeds.loaded.corpus)
    let raisi = try #require(corpus.entities.first { $0.key == "person/ebrahim-raisi" }).id
    let found = try clusters {
      $0.repeats == nil && $0.kind != .indirect && $0.attribution.speakers.contains(raisi)
    }
    expect(
      found,
      ["001 Iran c", "001 Iran is", "001 Our", "003 The"].map { start in
        quotesByReading.first { $0[0].hasPrefix(start) } ?? []
      })
  }

  /// The clusters of quotations that are chosen, each quotation as `article words`.
  private func clusters(_ isChosen: (Quotation) -> Bool) throws -> [[String]] {
    let corpus = try #require(Seeds.loaded.corpus)
    let rows = corpus.quotations.filter(isChosen).map(\.id.number)
    let store = try #require(VariantReader(corpus).store(of: rows))
    let clusters = try #require(VariantSearch.findings(of: store, threshold: 0.3)).clusters
    return clusters.map { cluster in
      cluster.members.map { member in
        let quotation = corpus.quotations[Int(member.id)]
        let article = corpus[quotation.article]
        return "\(article.key.prefix(3)) \(article.string(quotation.content))"
      }.sorted()
    }.sorted { $0[0] < $1[0] }
  }

  private func expect(_ found: [[String]], _ expected: [[String]]) {
    #expect(found.count == expected.count, "\(found)")
    for (cluster, beginnings) in zip(found, expected) {
      let isMet =
        cluster.count == beginnings.count && zip(cluster, beginnings).allSatisfy { $0.hasPrefix($1) }
      #expect(isMet, "\(cluster) for \(beginnings)")
    }
  }
}

//! How articles describe persons.

/// Where a description of a person stands.
public enum EpithetForm: String, BitwiseCopyable, CaseIterable, Sendable {
  /// Before the name: "Cuban President Miguel Díaz-Canel".
  case title
  /// Beside the name, set off by commas: "Ali Khamenei, the supreme leader of Iran,".
  case apposition
  /// In place of the name: "the dictator of Cuba".
  case nominal
  /// In quotation marks, as what somebody calls the person: described him as a "dear friend".
  case calling
}

/// A description of one person, without the article before it.
public struct Epithet: CorpusItem {
  private let number: Int
  private let tables: CorpusTables

  public init(_ number: Int, in tables: CorpusTables) {
    self.number = number
    self.tables = tables
  }

  private var row: EpithetRow { tables.epithets[number] }

  public var range: TextRange { row.range }
  public var person: EntityID { row.person }
  public var form: EpithetForm { row.form }
  public var sentence: SentenceID { row.sentence }
  public var article: ArticleID { tables.article(of: sentence) }
  /// Who says it, where it stands in quotation marks; nobody where the article itself does.
  public var speakers: EntityList { row.speakers.list(in: tables.entityLists) }
}

/// An epithet as stored.
struct EpithetRow: BitwiseCopyable, Sendable {
  let range: TextRange
  let sentence: SentenceID
  var person: EntityID
  var speakers: EntityListCode
  let form: EpithetForm
}

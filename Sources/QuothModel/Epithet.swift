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

  /// Its bytes in the article's text.
  public var range: TextRange { tables.sound(row.range) }
  /// Whom it describes.
  public var person: EntityID { tables.entity(row.person) }
  /// Where it stands, seen from the name.
  public var form: EpithetForm { row.form.value }
  /// The sentence that it starts in.
  public var sentence: SentenceID { tables.sound(row.sentence, in: tables.sentences) }
  /// The article that it stands in.
  public var article: ArticleID { tables.article(of: sentence) }
  /// Who says it, where it stands in quotation marks; nobody where the article itself does.
  public var speakers: EntityList { tables.entities(row.speakers) }
}

/// An epithet as stored.
struct EpithetRow: BitwiseCopyable, Sendable {
  let range: TextRange
  let sentence: SentenceID
  var person: EntityID
  var speakers: EntityListCode
  let form: Stored<EpithetForm>
  private let padding: (UInt8, UInt8, UInt8) = (0, 0, 0)

  init(
    range: TextRange, sentence: SentenceID, person: EntityID, speakers: EntityListCode, form: EpithetForm
  ) {
    self.range = range
    self.sentence = sentence
    self.person = person
    self.speakers = speakers
    self.form = Stored(form)
  }
}

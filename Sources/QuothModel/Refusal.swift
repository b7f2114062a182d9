//! Who was asked and said nothing.

/// How somebody gave no answer.
public enum RefusalForm: String, BitwiseCopyable, CaseIterable, Sendable {
  /// Said no: "declined to comment", "had no comment".
  case declined
  /// Gave no answer: "did not respond to a request for comment".
  case silent
  /// Was not found: "could not be reached".
  case unreachable
}

/// Words that say that somebody gave no answer.
public struct Refusal: CorpusItem {
  private let number: Int
  private let tables: CorpusTables

  public init(_ number: Int, in tables: CorpusTables) {
    self.number = number
    self.tables = tables
  }

  private var row: RefusalRow { tables.refusals[number] }

  /// The words that say so, in bytes of the article's text.
  public var range: TextRange { tables.sound(row.range) }
  /// Who gave no answer, as printed.
  public var source: TextRange? { row.source.value }
  /// How.
  public var form: RefusalForm { row.form.value }
  /// The sentence that it stands in.
  public var sentence: SentenceID { tables.sound(row.sentence, in: tables.sentences) }
  /// The article that it stands in.
  public var article: ArticleID { tables.article(of: sentence) }
  /// Who gave no answer, where the source is a name or stands for one.
  public var entities: EntityList {
    let mention: MentionID? = tables.sound(row.mention, in: tables.mentions)
    return mention.map { Mention($0.index, in: tables).entities } ?? []
  }
}

/// A refusal as stored.
struct RefusalRow: BitwiseCopyable, Sendable {
  let range: TextRange
  let source: OptionalRange
  let sentence: SentenceID
  let mention: OptionalNumber
  let form: Stored<RefusalForm>
  private let padding: (UInt8, UInt8, UInt8) = (0, 0, 0)

  init(
    range: TextRange, source: TextRange?, sentence: SentenceID, mention: MentionID?, form: RefusalForm
  ) {
    self.range = range
    self.source = OptionalRange(source)
    self.sentence = sentence
    self.mention = OptionalNumber(mention?.number)
    self.form = Stored(form)
  }
}

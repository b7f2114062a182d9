//! What the first lines of a session say of a corpus.

public import QuothBasics
public import QuothModel
internal import QuothQuery

/// Counts over a whole corpus. Repeats and indirect speech do not count.
public struct CorpusOverview: BitwiseCopyable, Sendable {
  private let quotations: Int32
  private let people: Int32
  private let first: Int32
  private let last: Int32
  private let speaker: Int32

  /// Quotations in quotation marks, each utterance counted once.
  public var quotationCount: Int { Int(quotations) }
  /// Persons who are named in the articles.
  public var personCount: Int { Int(people) }
  /// The days of the first and the last article that has one.
  public var days: DayRange? {
    first == DayNumber.missing
      ? nil : DayRange(first: CalendarDay(dayNumber: first), last: CalendarDay(dayNumber: last))
  }

  /// Whoever is quoted most.
  public func commonestSpeaker(in corpus: Corpus) -> Entity? {
    corpus.entities.indices.contains(Int(speaker)) ? corpus.entities[Int(speaker)] : nil
  }

  /// Counts; `speakers` are all speakers, the most frequent first.
  init(_ corpus: Corpus, speakers: [VocabularyEntry]) {
    quotations = Int32(corpus.quotations.count { $0.kind != .indirect && $0.repeats == nil })
    people = Int32(corpus.entities.count { $0.kind == .person })
    let days = corpus.articles.compactMap(\.date?.dayNumber)
    first = days.min() ?? DayNumber.missing
    last = days.max() ?? DayNumber.missing
    speaker =
      speakers.first.flatMap { top in
        corpus.entities.firstIndex { $0.key == top.key }.map { Int32($0) }
      } ?? -1
  }
}

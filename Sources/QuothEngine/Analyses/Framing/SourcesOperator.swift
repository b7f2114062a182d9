//! Whom outlets quote, how unevenly, and how soon.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery
internal import QuothStatistics

extension Execution {
  /// One row a value of the field, the one with most quotations first.
  mutating func sources(
    _ set: RowSet, by field: Field, _ columns: [AnalysisColumn]
  ) throws(ExecutionError) -> [TableRow] {
    let groups = try grouped(set.ascending, by: field, set.collection)
    analysisNotes.append(.concentration)
    var audits = groups.keys.map { SourceAudit(name: $0.first ?? .missing) }
    for (row, group) in zip(groups.rows, groups.groups) {
      audits[Int(group)].add(corpus.quotations[Int(row)])
    }
    let names = self.columns.entityNames
    let corpus = corpus
    try watch.look()
    return try groupOrder(keys: groups.keys, counts: audits.map(\.count)).map { place in
      let audit = audits[place]
      let concentration = audit.concentration
      return TableRow(
        columns.map { column in
          switch column {
          case .value: audit.name
          case .articles: .integer(audit.firstQuotations.count)
          case .count: .integer(audit.count)
          case .voices: .integer(audit.voices.count)
          case .hhi: Self.figure(concentration.hhi)
          case .hhiNorm: Self.figure(concentration.hhiNorm)
          case .leading: audit.leading(names).map(Value.text) ?? .missing
          case .firstAt: Self.figure(audit.firstAt(corpus))
          case .known: .integer(audit.known)
          case .unknown: .integer(audit.count - audit.known)
          default: .missing
          }
        })
    }
  }

  private static func figure(_ number: Double) -> Value { number.isFinite ? .decimal(number) : .missing }
}

/// What is counted of the sources of one outlet.
private struct SourceAudit {
  let name: Value
  private(set) var count = 0
  /// Quotations whose speaker is known by name.
  private(set) var known = 0
  /// What each known speaker says, in quotations; one of several speakers counts in equal parts.
  private(set) var voices: [Int32: Double] = [:]
  /// Where the first quotation of each article starts, in bytes.
  private(set) var firstQuotations: [ArticleID: Int] = [:]

  init(name: Value) { self.name = name }

  mutating func add(_ quotation: Quotation) {
    count += 1
    let speakers = quotation.attribution.speakers
    if !speakers.isEmpty { known += 1 }
    for speaker in speakers { voices[speaker.number, default: 0] += 1 / Double(speakers.count) }
    let start = quotation.content.start
    firstQuotations[quotation.article] = min(firstQuotations[quotation.article] ?? start, start)
  }

  /// In an order of its own, so that sums are the same every time.
  var concentration: Concentration { Concentration(voices.sorted { $0.key < $1.key }.map(\.value)) }

  /// The voice quoted most, with its share: `Ebrahim Raisi 55%`.
  func leading(_ names: NameTable) -> String? {
    let ranked = voices.map { (name: names.name($0.key), amount: $0.value) }
      .sorted { $0.amount != $1.amount ? $0.amount > $1.amount : $0.name < $1.name }
    guard let first = ranked.first else { return nil }
    let percent = Int((100 * first.amount / Double(known)).rounded())
    return "\(first.name) \(percent)%"
  }

  /// The median, over articles, of the share of the article's words before its first quotation.
  func firstAt(_ corpus: Corpus) -> Double {
    middle(
      firstQuotations.map { article, start in
        Self.wordsBefore(start, in: corpus[article])
      }.filter(\.isFinite)) ?? .nan
  }

  /// The share of the words of the running text before a place.
  private static func wordsBefore(_ place: Int, in article: Article) -> Double {
    var words = 0
    var all = 0
    for paragraph in article.paragraphs where paragraph.kind.isRunningText {
      for sentence in paragraph.sentences {
        all += sentence.wordCount
        if sentence.range.end <= place {
          words += sentence.wordCount
        } else if sentence.range.start < place {
          words += article.bytes(TextRange(sentence.range.start, place)).withUnsafeBufferPointer {
            WordScanner.count(in: $0, 0..<$0.count)
          }
        }
      }
    }
    return all == 0 ? .nan : min(1, Double(words) / Double(all))
  }
}

//! What a file says of its making: the query, the articles, the program and the day.

public import QuothBasics

/// Where figures come from, so that someone else can get them again.
public struct Provenance: Hashable, Sendable {
  /// How many corrections were made, and their fingerprint: 8 hexadecimal digits.
  public struct Corrections: Hashable, Sendable {
    /// How many corrections were applied.
    public let count: Int
    /// 8 hexadecimal digits, the same for the same corrections.
    public let fingerprint: String

    public init(count: Int, fingerprint: String) {
      self.count = count
      self.fingerprint = fingerprint
    }

    var text: String { "\(count) \(count == 1 ? "correction" : "corrections") (\(fingerprint))" }
  }

  /// Statements that give the answer when they are typed one after the other.
  public let query: String
  /// How much there is, what was left out, and what the figures mean.
  public let answer: String
  /// How many articles were asked.
  public let articles: Int
  /// How many quotations they hold, repeats left out.
  public let quotations: Int
  /// Of the articles: 16 hexadecimal digits.
  public let fingerprint: String
  /// What was corrected in them.
  public let corrections: Corrections?
  /// Name and version.
  public let program: String
  /// The day on which the answer was made.
  public let date: CalendarDay

  public init(
    query: String, answer: String, articles: Int, quotations: Int, fingerprint: String,
    corrections: Corrections? = nil, program: String, date: CalendarDay
  ) {
    self.corrections = corrections
    self.query = query
    self.answer = answer
    self.articles = articles
    self.quotations = quotations
    self.fingerprint = fingerprint
    self.program = program
    self.date = date
  }

  /// `5 articles, 55 quotations; fingerprint 0f3a…`.
  var corpus: String {
    "\(articles) \(articles == 1 ? "article" : "articles"), "
      + "\(quotations) \(quotations == 1 ? "quotation" : "quotations"); fingerprint \(fingerprint)"
      + (corrections.map { "; \($0.text)" } ?? "")
  }

  /// Facts for people, each on a line: four, so that programs can be told to skip them.
  public var facts: [(name: String, value: String)] {
    let facts = [
      ("query", query), ("answer", answer), ("corpus", corpus), ("made by", "\(program) on \(date)"),
    ]
    return facts.map { ($0, TerminalText.sanitise($1, lineBreaks: .blank)) }
  }

  /// A line for the foot of a figure, whose query stands above it.
  public var line: String { "Source: \(corpus) · \(program) · \(date)" }

  /// Comment lines as CSV, TSV and plain text have them, each begun by `#`.
  func comments(lineEnd: String) -> String {
    facts.map { "# \($0.name): \($0.value)\(lineEnd)" }.joined()
  }

  /// Stands before plain text.
  public var textHeader: String { comments(lineEnd: "\n") + "\n" }

  /// A comment that Markdown passes on to nobody.
  var markdownComment: String {
    let lines = facts.map { "\($0.name): \($0.value)\n" }.joined()
    // What would end the comment early.
    return "<!--\n" + lines.replacing("-->", with: "-- >").replacing("--!>", with: "--! >") + "-->\n\n"
  }

  /// An object with the same facts, each under its own name.
  var object: String {
    let fields: [(String, String?)] = [
      ("query", JSONRenderer.string(query)), ("answer", JSONRenderer.string(answer)),
      ("articles", String(articles)), ("quotations", String(quotations)),
      ("fingerprint", JSONRenderer.string(fingerprint)),
      ("corrections", corrections.map { JSONRenderer.string($0.text) }),
      ("program", JSONRenderer.string(program)), ("date", JSONRenderer.string(date.description)),
    ]
    let known = fields.compactMap { name, value in value.map { (name, $0) } }
    return "{" + known.map { "\(JSONRenderer.string($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
  }

  /// The text of a file without what it says of its making.
  public static func taken(from text: String, _ format: OutputFormat) -> String {
    // Lines may end in two signs, which are one character.
    let lines = text.utf8.split(separator: 0x0A, maxSplits: 12, omittingEmptySubsequences: false)
    func begins(_ line: Int, _ words: String) -> Bool {
      lines.indices.contains(line) && lines[line].starts(with: words.utf8)
    }
    func after(_ count: Int) -> String {
      lines.indices.contains(count) ? String(text[lines[count].startIndex...]) : ""
    }
    switch format {
    case .csv, .tsv, .table:
      guard begins(0, "# query: ") else { return text }
      var count = 1
      while begins(count, "# "), count < 12 { count += 1 }
      return after(count + (format == .table ? 1 : 0))
    case .markdown:
      guard begins(0, "<!--"), let end = lines.indices.first(where: { begins($0, "-->") }) else {
        return text
      }
      return after(end + 2)
    case .json, .jsonl:
      // Within the query, quotation marks have a backslash before them.
      guard let start = text.firstRange(of: "{\"_source\": "),
        let date = text[start.upperBound...].firstRange(of: ", \"date\": \""),
        let end = text[date.upperBound...].firstRange(of: "\"}, ")
      else { return text }
      return text[..<start.lowerBound] + "{" + text[end.upperBound...]
    }
  }
}

//! A citation of words in an article: for a text, for BibTeX, for programs that read CSL.

public import QuothBasics

/// A form of citation.
public enum CitationForm: String, CaseIterable, Hashable, Sendable {
  case text, bibtex, csl
}

/// Words in an article, and all that leads back to them.
public struct Citation: Hashable, Sendable {
  /// The words as printed; nil where the whole article is cited.
  public let words: String?
  /// Who says them; nil where nobody does.
  public let speaker: String?
  /// Who was found to say them, where somebody said otherwise since.
  public let correctedFrom: String?
  /// The headline; nil where the text gives none.
  public let title: String?
  /// The publisher.
  public let outlet: String?
  /// The byline.
  public let author: String?
  /// The day of publication.
  public let date: CalendarDay?
  /// The key of the article.
  public let article: String
  /// Code points of the article's text, from 0, the end not included; nil with the words.
  public let characters: Range<Int>?
  /// Bytes of the same.
  public let bytes: Range<Int>?
  /// The file that the article was read from.
  public let file: String
  /// The address that the article was published at.
  public let url: String?
  /// Of the articles it was found in.
  public let fingerprint: String
  /// Name and version.
  public let program: String
  /// The day on which it was found.
  public let found: CalendarDay

  public init(
    words: String?, speaker: String?, correctedFrom: String? = nil, title: String?, outlet: String?,
    author: String?, date: CalendarDay?, article: String, characters: Range<Int>?, bytes: Range<Int>?,
    file: String, url: String?,
    fingerprint: String, program: String, found: CalendarDay
  ) {
    self.words = words
    self.speaker = speaker
    self.correctedFrom = correctedFrom
    self.title = title
    self.outlet = outlet
    self.author = author
    self.date = date
    self.article = article
    self.characters = characters
    self.bytes = bytes
    self.file = file
    self.url = url
    self.fingerprint = fingerprint
    self.program = program
    self.found = found
  }

  /// The citation, its lines ended by line breaks. For a terminal it has still to be made safe.
  public func render(_ form: CitationForm) -> String {
    switch form {
    case .text: text
    case .bibtex: bibtex
    case .csl: csl
    }
  }

  // MARK: Text

  private var text: String {
    var parts: [String] = []
    if let words { parts.append(speaker.map { "\($0): \(words)" } ?? words) }
    var article = [author, title.map { "“\($0)”" } ?? "an article without a title", outlet].compactMap(\.self)
    article.append(date?.description ?? "undated")
    parts.append((words == nil ? "" : "In: ") + article.joined(separator: ", ") + ".")
    if let url { parts.append("\(url), read \(found).") }
    if let correction { parts.append(correction) }
    parts.append(place)
    return parts.joined(separator: "\n") + "\n"
  }

  /// That the speaker is not who was found.
  private var correction: String? {
    correctedFrom.map { "Speaker corrected by hand; found was \($0)." }
  }

  /// `Article a1, characters 12–40 (bytes 14–44), file a1.txt; corpus 0f…, quoth 0.1.0.`
  private var place: String {
    var place = "Article \(article)"
    if let characters { place += ", characters \(characters.lowerBound)–\(characters.upperBound)" }
    if let bytes { place += " (bytes \(bytes.lowerBound)–\(bytes.upperBound))" }
    return place + ", file \(file); corpus \(fingerprint), found with \(program) on \(found)."
  }

  /// The words and where they stand, on one line.
  private var note: String {
    let said = words.map { (speaker.map { "\($0): " } ?? "") + $0 }
    return [said, correction, place].compactMap(\.self).joined(separator: " ")
  }

  // MARK: BibTeX

  private var bibtex: String {
    let year = date.map { String($0.components.year) }
    let fields: [(String, String?)] = [
      ("author", author ?? outlet), ("title", title ?? article), ("howpublished", outlet), ("year", year),
      ("date", date?.description), ("url", url), ("urldate", url == nil ? nil : found.description),
      ("note", note),
    ]
    let lines = fields.compactMap { name, value -> String? in
      guard let value else { return nil }
      // Addresses are taken as they stand; names of outlets and people are not to be taken apart.
      if name == "url" { return "  url = {\(Self.address(value))},\n" }
      let text = Self.tex(value)
      return "  \(name) = {\(name == "author" || name == "title" ? "{\(text)}" : text)},\n"
    }
    return "@misc{\(id),\n\(lines.joined())}\n"
  }

  /// A key without signs that end one.
  private var id: String {
    let place = characters.map { ":\($0.lowerBound)" } ?? ""
    let letters = article.unicodeScalars.filter {
      $0.isASCII && ($0.properties.isAlphabetic || "0123456789_-.".unicodeScalars.contains($0))
    }
    return "quoth:" + String(String.UnicodeScalarView(letters)) + place
  }

  /// An address whose braces are written as addresses may have them, and without white space, which they may not.
  private static func address(_ url: String) -> String {
    var address = ""
    for character in url {
      switch character {
      case "{": address += "%7B"
      case "}": address += "%7D"
      case _ where character.isWhitespace: address += "%20"
      default: address.append(character)
      }
    }
    return address
  }

  private static func tex(_ text: String) -> String {
    var tex = ""
    for character in text {
      switch character {
      // BibTeX counts braces before TeX sees a backslash: `\}` would end the field.
      case "{": tex += "{\\textbraceleft}"
      case "}": tex += "{\\textbraceright}"
      case "\\": tex += "\\textbackslash{}"
      case "~": tex += "\\textasciitilde{}"
      case "^": tex += "\\textasciicircum{}"
      case "%", "&", "#", "$", "_": tex += "\\" + String(character)
      case "\n", "\r\n": tex += " "
      default: tex.append(character)
      }
    }
    return tex
  }

  // MARK: CSL

  /// An item of CSL-JSON (citationstyles.org), in a list of one.
  private var csl: String {
    func day(_ day: CalendarDay) -> String {
      let (year, month, day) = day.components
      return "{\"date-parts\": [[\(year), \(month), \(day)]]}"
    }
    var fields: [(String, String)] = [
      ("id", JSONRenderer.string(id)), ("type", "\"article-newspaper\""),
      ("title", JSONRenderer.string(title ?? article)),
    ]
    if let author { fields.append(("author", "[{\"literal\": \(JSONRenderer.string(author))}]")) }
    if let outlet { fields.append(("container-title", JSONRenderer.string(outlet))) }
    if let date { fields.append(("issued", day(date))) }
    if let url { fields += [("URL", JSONRenderer.string(url)), ("accessed", day(found))] }
    fields.append(("note", JSONRenderer.string(note)))
    let lines = fields.map { "  \(JSONRenderer.string($0.0)): \($0.1)" }
    return "[{\n" + lines.joined(separator: ",\n") + "\n}]\n"
  }
}

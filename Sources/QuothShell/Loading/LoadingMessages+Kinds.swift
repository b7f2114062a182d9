//! Kinds of files that are known and not read, in words.

internal import QuothExtraction

extension LoadingMessages {
  /// What a file is, and how its articles can be had.
  static func wayOut(of kind: FileKind) -> String {
    switch kind {
    case .pdf: "a PDF file; `pdftotext FILE` makes a text of it"
    case .archive: "a packed file (ZIP, or a document of an office program); unpack it, or save it as text"
    case .rtf: "a rich text file (RTF); save it as plain text"
    case .webArchive: "a web archive (WARC); extract its pages as .html files"
    case .nexis: export("Nexis")
    case .factiva: export("Factiva")
    case .proQuest: export("ProQuest")
    case .europresse: export("Europresse")
    case .mail: "an e-mail; save its text as .txt"
    case .mailbox: "a mailbox of several e-mails; save each text as .txt"
    case .subtitles: "subtitles; save the spoken text as .txt, or as CSV with a column ‘text’"
    case .nitf: xml("an article in NITF")
    case .newsML: xml("articles in NewsML")
    case .tei: xml("a text in TEI")
    case .feed: xml("a news feed (RSS or Atom)")
    case .xml: xml("an XML file")
    case .reuters: "articles in the SGML of Reuters; convert them to JSON Lines with a field ‘text’"
    case .wire: "a message of a news wire (IPTC 7901 or ANPA); save its text as .txt"
    case .coNLL: "annotated words in columns (CoNLL); the plain text is needed"
    case .iso2022: "not UTF-8 but ISO-2022-JP; `iconv -f ISO-2022-JP -t UTF-8` converts it"
    }
  }

  private static func export(_ source: String) -> String {
    "an export of \(source) with several articles; convert it to CSV or JSON Lines with a field ‘text’, one article a record"
  }

  private static func xml(_ name: String) -> String {
    "\(name); convert it to JSON Lines with a field ‘text’, or to .txt"
  }
}

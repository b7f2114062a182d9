//! An element of a page and what its tag and attributes say of its place.

internal import QuothModel

/// What the words of an element's class, id, role and itemprop say of it. `entry-comments` is "entry" and "comments".
struct ElementNames: OptionSet {
  let rawValue: UInt16

  /// Comments, lists of other articles, consent.
  static let aside = ElementNames(rawValue: 1 << 0)
  /// What wrappers of whole articles are called as well.
  static let maybeAside = ElementNames(rawValue: 1 << 1)
  /// What an article is called, and what its text is called.
  static let story = ElementNames(rawValue: 1 << 2)
  static let body = ElementNames(rawValue: 1 << 3)
  static let articleBody = ElementNames(rawValue: 1 << 4)
  static let caption = ElementNames(rawValue: 1 << 5)
  static let pull = ElementNames(rawValue: 1 << 6)
  static let quote = ElementNames(rawValue: 1 << 7)
  static let byline = ElementNames(rawValue: 1 << 8)
  static let author = ElementNames(rawValue: 1 << 9)
  static let biography = ElementNames(rawValue: 1 << 10)
  static let embedded = ElementNames(rawValue: 1 << 11)
  static let main = ElementNames(rawValue: 1 << 12)

  private static let words: [String: ElementNames] = {
    var words: [String: ElementNames] = [:]
    func add(_ names: ElementNames, _ list: String) {
      for word in list.split(separator: " ") { words[String(word), default: []].insert(names) }
    }
    add(
      .aside,
      """
      breadcrumb breadcrumbs comment comments consent cookie cookies disqus gdpr modal navbar navigation outbrain \
      overlay popup recirc recommended related respond taboola trending
      """)
    add(
      .maybeAside,
      """
      ad ads advert advertisement banner bio copyright correction disclaimer footer hidden login masthead menu more nav \
      newsletter pager pagination paywall popular print promo rail readmore recommendations register rss share \
      sharedaddy shares sharing sidebar signup skip social sponsor sponsored subscribe subscription tag tags teaser \
      toolbar tools utility widget
      """)
    add(.story, "article entry post story")
    add(.body, "body content copy inner intro lead standfirst summary text")
    add(.articleBody, "articlebody")
    add(.caption, "caption captions credit credits")
    add([.pull, .quote], "pullquote")
    add(.pull, "pull")
    add(.quote, "quote")
    add(.byline, "byline bylines")
    add(.author, "author")
    add(.biography, "bio")
    add(.embedded, "embed tweet")
    add(.main, "main")
    return words
  }()

  /// Takes in the words of one attribute, and mixes them into a sum by which elements of the same names are told.
  mutating func insert(_ attribute: String, sum: inout UInt64) {
    var word: [UInt8] = []
    var wasLower = false
    func flush(_ names: inout ElementNames) {
      guard !word.isEmpty else { return }
      let text = String(decoding: word, as: UTF8.self)
      if let found = Self.words[text] { names.formUnion(found) }
      for byte in word { sum = (sum ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      word.removeAll(keepingCapacity: true)
    }
    for byte in attribute.utf8 {
      let isUpper = byte &- 0x41 < 26
      let isPart = isUpper || byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80
      if !isPart || wasLower && isUpper { flush(&self) }
      if isPart { word.append(isUpper ? byte | 0x20 : byte) }
      wasLower = byte &- 0x61 < 26
    }
    flush(&self)
  }
}

/// An element that holds blocks, with what is within it counted up.
struct PageElement {
  let tag: String
  /// Number among the page's elements; nil for the first.
  let parent: Int?
  let names: ElementNames
  /// The same for elements of the same names.
  let namesSum: UInt64
  /// Hidden from readers by an attribute.
  let isHidden: Bool

  /// Bytes of text in running blocks, all of those within counted.
  var running = 0
  /// Bytes of all text within, and of those that are links.
  var bytes = 0
  var links = 0
}

extension PageElement {
  /// How surely its names and its tag tell that it stands beside the article.
  enum SideMatter: Int {
    /// Nothing does.
    case no
    /// A word that wrappers of whole articles have as well: left out unless it holds much of the running text.
    case likely
    /// Comments, lists of other articles, consent: left out unless it holds nearly all of it.
    case sure
  }

  /// What the element is beside an article, by its tag, its names and whether it is hidden.
  var sideMatter: SideMatter {
    if ["html", "body", "article", "main"].contains(tag) || names.contains(.embedded) { return .no }
    if isHidden || names.contains(.aside) || tag == "nav" || tag == "menu" || tag == "dialog" { return .sure }
    let isAside = tag == "footer" || tag == "aside" || tag == "form" || tag == "label"
    return isAside || names.contains(.maybeAside) ? .likely : .no
  }

  /// The share of the running text that lets an element be the article for all its names, in hundredths.
  static func share(of side: SideMatter) -> Int { side == .sure ? 80 : 30 }

  /// Whether its names say that it holds the words of the article: `entry-content`, `ArticleBody`, `story__text`.
  var isNamedBody: Bool {
    guard ["article", "div", "section", "td"].contains(tag) else { return false }
    return names.contains(.articleBody) || names.isSuperset(of: [.story, .body])
  }

  /// What its paragraphs are, where the element itself tells, and is not too long for it. Counts have to be known.
  var kind: ParagraphKind? {
    if tag == "h1" { return .headline }
    if tag == "figcaption" { return .caption }
    if names.isSuperset(of: [.pull, .quote]), bytes <= 800,
      ["aside", "blockquote", "div", "figure", "q", "p", "section"].contains(tag)
    {
      return .pullquote
    }
    if names.contains(.caption), bytes <= 500, tag != "table" { return .caption }
    return isByline && bytes <= 200 ? .boilerplate : nil
  }

  /// A line that names the author.
  var isByline: Bool {
    names.contains(.byline) || tag == "address" || names.contains(.author) && !names.contains(.biography)
  }
}

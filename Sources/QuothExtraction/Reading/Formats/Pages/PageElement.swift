//! An element of a page and what its tag and attributes say of its place.

internal import QuothModel

/// An element that holds blocks, with what is within it counted up.
struct PageElement {
  let tag: String
  /// Number among the page's elements; nil for the first.
  let parent: Int?
  /// The words of class, id, role and itemprop in lower case: `entry-comments` is "entry" and "comments".
  let words: [Substring]
  /// Hidden from readers by an attribute.
  let isHidden: Bool

  /// Bytes of text in running blocks, all of those within counted.
  var running = 0
  /// Bytes of all text within, and of those that are links.
  var bytes = 0
  var links = 0

  /// Whether a word of its names is one of these.
  func isCalled(_ names: Set<String>) -> Bool { words.contains { names.contains(String($0)) } }
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
    if ["html", "body", "article", "main"].contains(tag) || isCalled(["embed", "tweet"]) { return .no }
    if isHidden || isCalled(Self.sureWords) || tag == "nav" || tag == "menu" || tag == "dialog" {
      return .sure
    }
    if tag == "footer" || tag == "aside" || tag == "form" || tag == "label" || isCalled(Self.likelyWords) {
      return .likely
    }
    return .no
  }

  /// The share of the running text that lets an element be the article for all its names, in hundredths.
  static func share(of side: SideMatter) -> Int { side == .sure ? 80 : 30 }

  private static let sureWords: Set<String> = [
    "breadcrumb", "breadcrumbs", "comment", "comments", "consent", "cookie", "cookies", "disqus", "gdpr",
    "modal",
    "navbar", "navigation", "outbrain", "overlay", "popup", "recirc", "recommended", "related", "respond",
    "taboola",
    "trending",
  ]
  private static let likelyWords: Set<String> = [
    "ad", "ads", "advert", "advertisement", "banner", "bio", "copyright", "correction", "disclaimer",
    "footer",
    "hidden", "login", "masthead", "menu", "more", "nav", "newsletter", "pager", "pagination", "paywall",
    "popular",
    "print", "promo", "rail", "readmore", "recommendations", "register", "rss", "share", "sharedaddy",
    "shares", "sharing",
    "sidebar", "signup", "skip", "social", "sponsor", "sponsored", "subscribe", "subscription", "tag", "tags",
    "teaser",
    "toolbar", "tools", "utility", "widget",
  ]

  /// Whether its names say that it holds the words of the article: `entry-content`, `ArticleBody`, `story__text`.
  var isNamedBody: Bool {
    guard ["article", "div", "section", "td"].contains(tag) else { return false }
    if words.contains("articlebody") { return true }
    return isCalled(["article", "entry", "post", "story"])
      && isCalled(["body", "content", "copy", "inner", "intro", "lead", "standfirst", "summary", "text"])
  }

  /// What its paragraphs are, where the element itself tells, and is not too long for it. Counts have to be known.
  var kind: ParagraphKind? {
    if tag == "h1" { return .headline }
    if tag == "figcaption" { return .caption }
    let isPull = isCalled(["pullquote"]) || words.contains("pull") && words.contains("quote")
    if isPull, bytes <= 800, ["aside", "blockquote", "div", "figure", "q", "p", "section"].contains(tag) {
      return .pullquote
    }
    if isCalled(["caption", "captions", "credit", "credits"]), bytes <= 500, tag != "table" {
      return .caption
    }
    return isByline && bytes <= 200 ? .boilerplate : nil
  }

  /// A line that names the author.
  var isByline: Bool {
    isCalled(["byline", "bylines"]) || tag == "address" || words.contains("author") && !words.contains("bio")
  }
}

//! One JSON object, its known fields taken from under whatever name they go by.

internal import FoundationEssentials

/// A key of any name.
struct AnyKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

/// What an object says of an article, or of several within it.
struct JSONRecord: DecodableWithConfiguration {
  var values = FieldValues()
  /// The objects of a list within, such as the `articles` that an interface answers with.
  private(set) var inner: [JSONRecord] = []
  private(set) var quotebank: QuotebankRecord?

  /// How deep articles may lie in what an interface answers with.
  private static let deepest = 6

  init(from decoder: any Decoder, configuration fields: FieldNames) throws {
    let container = try decoder.container(keyedBy: AnyKey.self)
    if container.contains(AnyKey(stringValue: "quoteID"))
      || container.contains(AnyKey(stringValue: "articleID"))
    {
      quotebank = try QuotebankRecord(from: decoder)
    }
    // In the order of their letters: a decoder gives them in another each time.
    let keys = container.allKeys.sorted { $0.stringValue < $1.stringValue }
    for key in keys { take(key, in: container, prefix: "", fields) }
    guard values[.text] == nil, quotebank == nil, decoder.codingPath.count < 2 * Self.deepest else { return }
    if let frame = JSONFrame(container, fields) {
      inner = frame.records(fields).map(JSONRecord.init)
      return
    }
    // An article without a text is told; what only wraps articles is looked into.
    guard values[.title] == nil else { return }
    for key in keys {
      if let list = try? container.decode([JSONRecord].self, forKey: key, configuration: fields) {
        inner += list.flatMap(\.articles)
      } else if let record = try? container.decode(JSONRecord.self, forKey: key, configuration: fields) {
        inner += record.articles
      }
    }
  }

  private init(_ values: FieldValues) { self.values = values }

  /// The record itself where it may be an article, else those within.
  private var articles: [JSONRecord] {
    if quotebank != nil || values[.text] != nil || inner.isEmpty && values[.title] != nil { return [self] }
    return inner
  }

  private mutating func take(
    _ key: AnyKey, in container: KeyedDecodingContainer<AnyKey>, prefix: String, _ fields: FieldNames
  ) {
    let name = prefix + key.stringValue
    values.names.append(name)
    if let meaning = fields.meaning(of: name) {
      if let value = Self.value(of: key, in: container, meaning.field) { return values.take(value, meaning) }
    }
    guard prefix.isEmpty, fields.outerNames.contains(FieldNames.normalised(name)),
      let inside = try? container.nestedContainer(keyedBy: AnyKey.self, forKey: key)
    else { return }
    values.names.removeLast()
    for inner in inside.allKeys.sorted(by: { $0.stringValue < $1.stringValue }) {
      take(inner, in: inside, prefix: name + ".", fields)
    }
  }

  /// A string, a number, a list of strings, or what names an object; nil where there is none of them.
  private static func value(
    of key: AnyKey, in container: KeyedDecodingContainer<AnyKey>, _ field: ArticleField
  ) -> String? {
    // A failure that is caught takes longer than this look.
    if (try? container.decodeNil(forKey: key)) == true { return nil }
    if let text = try? container.decode(String.self, forKey: key) { return text }
    // A number, however long, is no text.
    guard field != .text else {
      return (try? container.decode([String].self, forKey: key))?.joined(separator: "\n\n")
    }
    if let number = try? container.decode(Int.self, forKey: key) { return String(number) }
    if let number = try? container.decode(Double.self, forKey: key) { return String(number) }
    if let list = try? container.decode([NamedValue].self, forKey: key) {
      let names = list.compactMap(\.name)
      return field == .url ? names.first : names.joined(separator: ", ")
    }
    return (try? container.decode(NamedValue.self, forKey: key))?.name
  }
}

/// A string or a number, or an object that has a name.
struct NamedValue: Decodable {
  /// Nil for all else.
  let name: String?

  init(from decoder: any Decoder) throws {
    let single = try decoder.singleValueContainer()
    if let text = try? single.decode(String.self) {
      name = text
      return
    }
    if let number = try? single.decode(Int.self) {
      name = String(number)
      return
    }
    if let list = try? single.decode([NamedValue].self) {
      name = list.compactMap(\.name).joined(separator: ", ")
      return
    }
    guard let container = try? decoder.container(keyedBy: AnyKey.self) else {
      name = nil
      return
    }
    // `$date`, `$oid`: Mongo's; `rendered`: WordPress'; `main`: the New York Times'.
    let keys = ["name", "title", "value", "rendered", "main", "original", "$date", "$oid", "$numberLong"]
    name =
      keys.lazy.compactMap {
        (try? container.decode(NamedValue.self, forKey: AnyKey(stringValue: $0)))?.name
      }.first
  }
}

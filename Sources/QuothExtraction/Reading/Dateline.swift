//! Datelines: `TEHRAN (Tasnim) –`, `EFE (via 14ymedio), Tehran, December 4, 2023 —`.

internal import QuothBasics

/// What stands before the dash that opens a news text.
struct Dateline: Sendable, Equatable {
  var place: String?
  var date: CalendarDay?
  var agency: String?
  var outlet: String?
  /// Bytes of the dateline with its dash and the white space after it.
  var length = 0

  /// Reads the dateline that opens `text`, or nil when there is none.
  ///
  /// Each part before the dash has to be one of a dateline's: a place, a date, an agency, an outlet in brackets. The
  /// place stands in capitals, or the lexicon knows it and an agency or a date stands with it, or an agency in
  /// brackets follows it. Behind the dash a sentence begins. All else is running text, of which no word is dropped.
  static func read(_ text: String, _ lexicon: Lexicon) -> Dateline? {
    guard let (head, length) = prefixBeforeDash(text), opensSentence(text, after: length) else { return nil }
    var line = Dateline()
    line.length = length
    var places: [String] = []
    for part in parts(of: head) {
      if part.isBracketed {
        guard line.readCredit(part.text, lexicon) else { return nil }
      } else if isDate(part.text, lexicon) {
        line.date = line.date ?? DateReader.day(in: part.text)
        line.isDated = true
      } else if let agency = agency(in: part.text, lexicon) {
        line.agency = line.agency ?? agency
      } else if isPlaceShaped(part.text), places.count < 2, places.isEmpty || !isLongCapitals(part.text) {
        places.append(part.text)
      } else {
        return nil
      }
    }
    guard let place = places.first else { return line.agency != nil || line.date != nil ? line : nil }
    guard line.confirms(place, lexicon) else { return nil }
    line.place = isCapitals(place) ? titleCased(place) : place
    return line
  }

  /// A place in capitals, or an agency in brackets: forms that running text does not have.
  var isCertain: Bool { isInCapitals || hasBracketedAgency }

  private var isDated = false
  private var isInCapitals = false
  private var hasBracketedAgency = false

  /// Whether what stands with a place makes it a dateline's.
  private mutating func confirms(_ place: String, _ lexicon: Lexicon) -> Bool {
    isInCapitals = Self.isCapitals(place) && !Self.labels.contains(place) && !Self.isLongCapitals(place)
    if isInCapitals { return true }
    if Self.isKnownPlace(place, lexicon) { return agency != nil || isDated }
    return hasBracketedAgency && !Self.isPerson(place, lexicon)
  }

  /// More words in capitals than a place has: a headline within the text.
  private static func isLongCapitals(_ text: String) -> Bool {
    isCapitals(text) && text.split(separator: " ").count > 3
  }

  /// Words in capitals before a dash that are no place.
  private static let labels: Set<String> = [
    "ANALYSIS", "BREAKING", "CORRECTION", "EDITORIAL", "EXCLUSIVE", "EXPLAINER", "FACTBOX", "INTERVIEW",
    "LIVE",
    "OPINION", "PHOTOS", "REVIEW", "UPDATE", "UPDATED", "VIDEO", "WATCH",
  ]

  /// A given name and more.
  private static func isPerson(_ text: String, _ lexicon: Lexicon) -> Bool {
    let words = text.split(separator: " ")
    guard words.count > 1, var first = words.first.map(String.init) else { return false }
    return first.withUTF8 { lexicon.entry(of: $0).classes.has(.givenName) }
  }

  /// Reads what stands in brackets. False where that is no name.
  private mutating func readCredit(_ text: String, _ lexicon: Lexicon) -> Bool {
    var name = text
    for word in ["via ", "Via ", "With ", "with "] where name.hasPrefix(word) { name.removeFirst(word.count) }
    let isName = name.count <= 40 && name.contains(where: \.isLetter) && name.split(separator: " ").count <= 4
    guard isName, name != text || name.first?.isUppercase == true else { return false }
    if let known = lexicon.agencies[TextFolding.fold(name)], name == text {
      agency = agency ?? known
      hasBracketedAgency = true
    } else {
      outlet = outlet ?? name
    }
    return true
  }

  /// Behind a dateline a sentence begins: a capital, a number, a mark.
  private static func opensSentence(_ text: String, after length: Int) -> Bool {
    guard let first = text.utf8.dropFirst(length).first else { return true }
    let isLower = first >= UInt8(ascii: "a") && first <= UInt8(ascii: "z")
    return !isLower
  }

  /// Nothing but the words of a date: "December 4, 2023", "May 3", "Monday".
  private static func isDate(_ text: String, _ lexicon: Lexicon) -> Bool {
    let words = text.split { $0 == " " || $0 == "," || $0 == "." }
    let isDated = words.contains { word in
      var word = String(word)
      return word.withUTF8 { lexicon.entry(of: $0).classes.has([.month, .weekday]) }
    }
    if !isDated { return DateReader.day(in: text) != nil && words.count == 1 }
    return words.count <= 4
      && words.allSatisfy { word in
        if word.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return word.count <= 4 }
        var word = String(word)
        return word.withUTF8 { lexicon.entry(of: $0).classes.has([.month, .weekday]) }
          || word.first?.isNumber == true && word.count <= 4
      }
  }

  private static func prefixBeforeDash(_ text: String) -> (head: String, length: Int)? {
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    var previous: Unicode.Scalar = " "
    while index < scalars.endIndex, text.utf8.distance(from: text.startIndex, to: index) < 120 {
      let scalar = scalars[index]
      if scalar == "\n", previous != "\r" { return nil }
      let next = scalars.index(after: index)
      let isDash =
        scalar == "–" || scalar == "—" || scalar == "―"
        || (scalar == "-" && previous == " " && next < scalars.endIndex
          && (scalars[next] == " " || scalars[next] == "-"))
      if isDash {
        var end = next
        while end < scalars.endIndex, scalars[end] == " " || scalars[end] == "-" || scalars[end] == "\u{A0}" {
          end = scalars.index(after: end)
        }
        let head = String(scalars[..<index])
        return head.isEmpty ? nil : (head, text.utf8.distance(from: text.startIndex, to: end))
      }
      previous = scalar
      index = next
    }
    return nil
  }

  private static func parts(of head: String) -> [(text: String, isBracketed: Bool)] {
    var parts: [(String, Bool)] = []
    var current = ""
    func flush(_ isBracketed: Bool) {
      let trimmed = current.split(separator: " ").joined(separator: " ")
      if !trimmed.isEmpty { parts.append((trimmed, isBracketed)) }
      current = ""
    }
    for character in head {
      switch character {
      case "(", "[": flush(false)
      case ")", "]": flush(true)
      case ",":
        // "December 4, 2023" stays one part.
        if current.contains(where: \.isNumber) && !current.contains(where: { $0 == "/" }) {
          current.append(" ")
        } else {
          flush(false)
        }
      case "\u{A0}": current.append(" ")
      default: current.append(character)
      }
    }
    flush(false)
    return parts
  }

  /// The agency that a part names, alone or glued to the end of another word ("biggerEFE").
  private static func agency(in text: String, _ lexicon: Lexicon) -> String? {
    if let known = lexicon.agencies[TextFolding.fold(text)] { return known }
    guard let word = text.split(separator: " ").last else { return nil }
    guard text.split(separator: " ").count <= 2 else { return nil }
    let capitals = String(word.reversed().prefix { $0.isUppercase }.reversed())
    guard capitals.count >= 2, capitals.count < word.count || text.contains(" ") else { return nil }
    return lexicon.agencies[TextFolding.fold(capitals)]
  }

  private static func isPlaceShaped(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return words.count <= 4 && words.first?.first?.isUppercase == true
      && text.allSatisfy { $0.isLetter || " .-'’".contains($0) }
      && words.allSatisfy { $0.first?.isUppercase == true || $0.count <= 3 }
  }

  private static func isCapitals(_ text: String) -> Bool {
    text.contains(where: \.isUppercase) && !text.contains(where: \.isLowercase) && text.count >= 3
  }

  private static func isKnownPlace(_ text: String, _ lexicon: Lexicon) -> Bool {
    var text = text
    return text.withUTF8 {
      lexicon.countryPhrase($0) != nil || lexicon.entry(of: $0).classes.has([.country, .capital])
    }
  }

  private static func titleCased(_ text: String) -> String {
    text.split(separator: " ").map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined(separator: " ")
  }
}

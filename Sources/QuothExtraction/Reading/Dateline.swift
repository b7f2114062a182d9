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
  /// A prefix before a dash is a dateline when it names an agency or an outlet in brackets, a date, or a place in
  /// capitals or of the countries lexicon; anything else before a dash is running text.
  static func read(_ text: String, _ lexicon: Lexicon) -> Dateline? {
    guard let (head, length) = prefixBeforeDash(text) else { return nil }
    var line = Dateline()
    line.length = length
    var places: [String] = []
    for part in parts(of: head) {
      if part.isBracketed {
        line.readCredit(part.text, lexicon)
      } else if let day = DateReader.day(in: part.text) {
        line.date = day
      } else if let agency = agency(in: part.text, lexicon) {
        line.agency = line.agency ?? agency
      } else if !isPartOfDate(part.text) {
        places.append(part.text)
      }
    }
    guard let place = places.first else { return line.isCredited ? line : nil }
    guard isPlaceShaped(place), line.isCredited || isCapitals(place) || isKnownPlace(place, lexicon) else {
      return nil
    }
    line.place = isCapitals(place) ? titleCased(place) : place
    return line
  }

  /// Whether something beyond a bare place makes it a dateline.
  private var isCredited: Bool { agency != nil || outlet != nil || date != nil }

  private mutating func readCredit(_ text: String, _ lexicon: Lexicon) {
    var name = text
    for word in ["via ", "Via ", "With ", "with "] where name.hasPrefix(word) { name.removeFirst(word.count) }
    if let known = lexicon.agencies[TextFolding.fold(name)], name == text {
      agency = agency ?? known
    } else if name.count <= 40 {
      outlet = outlet ?? name
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
    let capitals = String(word.reversed().prefix { $0.isUppercase }.reversed())
    guard capitals.count >= 2, capitals.count < word.count || text.contains(" ") else { return nil }
    return lexicon.agencies[TextFolding.fold(capitals)]
  }

  private static func isPartOfDate(_ text: String) -> Bool {
    text.contains { $0.isNumber }
  }

  private static func isPlaceShaped(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return words.count <= 4 && words.allSatisfy { $0.first?.isUppercase == true || $0.count <= 3 }
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

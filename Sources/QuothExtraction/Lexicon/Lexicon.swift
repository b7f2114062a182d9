//! Every word form the readers know, in one table: one look-up per token.

internal import QuothBasics

/// A country of the countries lexicon.
struct Country: Sendable {
  let name: String
}

/// A reporting form: its lemma and how often it is a cue on annotated news.
struct Cue: Sendable {
  let lemma: String
  /// Share of its occurrences that were cues, 0 to 1.
  let probability: Float
  /// A verb of plain saying: what is denied with it is held not to have been said.
  let isPlain: Bool

  fileprivate static let plainVerbs: Set<String> = [
    "add", "announce", "call", "claim", "declare", "mention", "say", "state", "tell", "write",
  ]
}

/// What the lexicon knows of a word form.
struct WordEntry: Sendable {
  var classes: WordClass = []
  /// Index into `Lexicon.cues`, or -1.
  var verbCue: Int16 = -1
  /// Index into `Lexicon.countries`, or -1.
  var country: Int16 = -1

  static let unknown = WordEntry()
}

/// Word forms by their folded spelling. Immutable; built once.
struct Lexicon: Sendable {
  private(set) var cues: [Cue] = []
  private(set) var countries: [Country] = []
  /// News agencies by folded name, with their spelling.
  private(set) var agencies: [String: String] = [:]

  private var slots = [Int32](repeating: -1, count: 1 << 15)
  private var hashes: [UInt64] = []
  private var spellings: [UInt8] = []
  private var spellingStarts: [Int32] = [0]
  private var entries: [WordEntry] = []

  static let shared = Lexicon()

  init() {
    spellings.reserveCapacity(1 << 17)
    spellingStarts.reserveCapacity(1 << 13)
    hashes.reserveCapacity(1 << 13)
    entries.reserveCapacity(1 << 13)
    readWords()
    readCues()
    readFirstNames()
    readCountries()
    LexiconFile.agencies.forEachLine { cells in
      let name = String(decoding: cells[0], as: UTF8.self)
      agencies[TextFolding.fold(name)] = name
    }
  }

  /// What is known of a word, given as UTF-8 in any case.
  func entry(of bytes: UnsafeBufferPointer<UInt8>) -> WordEntry {
    bytes.count <= Lexicon.longestWord ? lookUp(bytes, isPhrase: false) : .unknown
  }

  /// The country whose name or adjective of several words this is.
  func countryPhrase(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let country = phrase(bytes).country
    return country >= 0 ? Int(country) : nil
  }

  /// Whether this is the name of a place, of several words.
  func isPlacePhrase(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { phrase(bytes).classes.has(.placeName) }

  private func phrase(_ bytes: UnsafeBufferPointer<UInt8>) -> WordEntry {
    bytes.count <= Lexicon.longestPhrase ? lookUp(bytes, isPhrase: true) : .unknown
  }

  /// Longer words and phrases, in bytes, are in no lexicon.
  private static let longestWord = 24
  private static let longestPhrase = 96

  /// Phrases stand in the table of words, and are told apart by their blanks.
  private func lookUp(_ bytes: UnsafeBufferPointer<UInt8>, isPhrase: Bool) -> WordEntry {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * Lexicon.longestPhrase) { buffer in
      let (count, hash) = Lexicon.fold(bytes, into: buffer)
      let folded = UnsafeBufferPointer(start: buffer.baseAddress, count: count)
      guard !isPhrase || folded.contains(0x20) else { return .unknown }
      let number = find(folded, hash: hash)
      return number >= 0 ? entries[number] : .unknown
    }
  }

  /// Folds a word into a buffer. Gives its folded length, and its hash (`FNV1a`, mixed).
  private static func fold(
    _ bytes: UnsafeBufferPointer<UInt8>, into buffer: UnsafeMutableBufferPointer<UInt8>
  ) -> (count: Int, hash: UInt64) {
    var hash = FNV1a()
    func add(_ byte: UInt8, at index: Int) {
      buffer[index] = byte
      hash.add(byte)
    }
    var count = 0
    while count < bytes.count, bytes[count] < 0x80 {
      let byte = bytes[count]
      add(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte, at: count)
      count += 1
    }
    if count < bytes.count {
      for byte in TextFolding.fold(UnsafeBufferPointer(rebasing: bytes[count...])).prefix(
        buffer.count - count)
      {
        add(byte, at: count)
        count += 1
      }
    }
    return (count, FNV1a.mixed(hash.value))
  }

  private func find(_ folded: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isSpelling(number, folded) { return number }
      slot = (slot + 1) & mask
    }
    return -1
  }

  private func isSpelling(_ number: Int, _ folded: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(spellingStarts[number])
    guard Int(spellingStarts[number + 1]) - start == folded.count else { return false }
    for offset in 0..<folded.count where spellings[start + offset] != folded[offset] { return false }
    return true
  }

  /// Changes the entry of a word, adding it first where it is new.
  private mutating func update(_ bytes: UnsafeBufferPointer<UInt8>, _ change: (inout WordEntry) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * bytes.count + 8) { buffer in
      let (count, hash) = Lexicon.fold(bytes, into: buffer)
      let folded = UnsafeBufferPointer(start: buffer.baseAddress, count: count)
      var number = find(folded, hash: hash)
      if number < 0 {
        number = entries.count
        entries.append(WordEntry())
        hashes.append(hash)
        spellings.append(contentsOf: folded)
        spellingStarts.append(Int32(spellings.count))
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] >= 0 { slot = (slot + 1) & mask }
        slots[slot] = Int32(number)
      }
      change(&entries[number])
    }
  }
}

extension Lexicon {
  private mutating func readWords() {
    LexiconFile.words.forEachLine { cells in
      let line = cells[0]
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
        let wordClass = WordClass.named[String(decoding: line[..<colon], as: UTF8.self)]
      else { return }
      for word in LexiconFile.split(line, colon + 1..<line.count, at: UInt8(ascii: " ")) where !word.isEmpty {
        if wordClass == .placeName, word.contains(UInt8(ascii: "_")) {
          let phrase = word.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
          phrase.withUnsafeBufferPointer { update($0) { $0.classes.formUnion(.placeName) } }
          continue
        }
        update(word) { $0.classes.formUnion(wordClass) }
      }
    }
  }

  private mutating func readCues() {
    LexiconFile.cues.forEachLine { cells in
      guard cells.count == 5, let probability = Float(String(decoding: cells[3], as: UTF8.self)) else {
        return
      }
      let number = Int16(cues.count)
      let lemma = String(decoding: cells[2], as: UTF8.self)
      cues.append(Cue(lemma: lemma, probability: probability, isPlain: Cue.plainVerbs.contains(lemma)))
      var classes: WordClass =
        switch cells[1].first {
        case UInt8(ascii: "g"): .cueGerund
        case UInt8(ascii: "n"): .cueNoun
        case UInt8(ascii: "b"): .cueBase
        default: .cueFinite
        }
      if cells[4].first == UInt8(ascii: "s") { classes.insert(.strongCue) }
      let isNoun = classes.contains(.cueNoun)
      update(cells[0]) {
        $0.classes.formUnion(classes)
        if !isNoun { $0.verbCue = number }
      }
    }
  }

  private mutating func readFirstNames() {
    LexiconFile.firstNames.forEachLine { cells in
      guard cells.count == 2 else { return }
      let wordClass: WordClass =
        switch cells[1].first {
        case UInt8(ascii: "m"): .givenMale
        case UInt8(ascii: "f"): .givenFemale
        default: .givenEither
        }
      update(cells[0]) { $0.classes.formUnion(wordClass) }
    }
  }

  private mutating func readCountries() {
    LexiconFile.countries.forEachLine { cells in
      let number = countries.count
      countries.append(Country(name: String(decoding: cells[0], as: UTF8.self)))
      add(country: number, cells[0], .country)
      if cells.count > 1 {
        for word in LexiconFile.split(cells[1], 0..<cells[1].count, at: UInt8(ascii: ",")) {
          add(country: number, word, .demonym)
        }
      }
      if cells.count > 2 { add(country: number, cells[2], .capital) }
    }
  }

  private mutating func add(country: Int, _ spelling: UnsafeBufferPointer<UInt8>, _ wordClass: WordClass) {
    let isPhrase = spelling.contains(UInt8(ascii: " "))
    update(spelling) {
      if !isPhrase { $0.classes.formUnion(wordClass) }
      if $0.country < 0 { $0.country = Int16(country) }
    }
  }
}

//! The corrections of a session and of its files, and the engine over the corpus that has them.

internal import QuothBasics
internal import QuothEngine
internal import QuothModel
internal import QuothQuery

/// A corpus as found and as corrected. Files are read again before each change: somebody may have changed them since.
final class AmendedCorpus {
  /// Over the articles as the analysis left them.
  let found: InMemoryEngine
  /// The files that were read; the first takes what is kept.
  let files: [AmendmentFile]
  private let isCancelled: @Sendable () -> Bool
  /// What holds.
  private(set) var state: AmendmentState
  /// Files that cannot be read, and why.
  private(set) var failures: [(file: AmendmentFile, reason: SystemFailure)] = []
  /// What the files held when `state` was made.
  private var texts: [(AmendmentFile, AmendmentText)] = []

  init(
    _ corpus: Corpus, files: [AmendmentFile], isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    found = InMemoryEngine(corpus)
    self.files = files
    self.isCancelled = isCancelled
    state = AmendmentState(found, isCancelled)
    readAgain()
  }

  /// Over the articles with all corrections.
  var engine: InMemoryEngine { state.engine }
  /// The corrections in force.
  var entries: [AmendmentEntry] { state.entries }

  /// A fingerprint of all corrections: 8 hexadecimal digits.
  var fingerprint: String {
    let digits = String(
      FNV1a.mixed(FNV1a(entries.map(\.text).joined(separator: "\n").utf8).value) & 0xFFFF_FFFF, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  // MARK: Adding

  /// Whether a correction goes on holding in later sessions.
  enum Keeping: Hashable {
    case inFile, inSession
  }

  /// What came of a new correction.
  struct Addition {
    let entry: AmendmentEntry
    /// Why it ends with the session though it was to be kept.
    var failure: SystemFailure?
  }

  /// Makes one more correction.
  func add(_ syntax: AmendmentSyntax, _ keeping: Keeping, _ bindings: Bindings, on day: CalendarDay)
    -> (result: Result<Addition, AmendmentRefusal>, news: AmendmentNews)
  {
    guard keeping == .inFile, let file = files.first else {
      return (addToSession(syntax, bindings, failure: nil), AmendmentNews())
    }
    return file.locked { isOurs in
      guard isOurs else { return (addToSession(syntax, bindings, failure: Self.isBusy), AmendmentNews()) }
      let news = readAgain()
      return (keep(syntax, in: file, bindings, on: day), news)
    }
  }

  private func addToSession(_ syntax: AmendmentSyntax, _ bindings: Bindings, failure: SystemFailure?)
    -> Result<Addition, AmendmentRefusal>
  {
    AmendmentBinding.bind(syntax, in: state.names, bindings).flatMap { bound in
      do throws(AmendmentFault) {
        let (next, entry) = try state.adding(bound)
        state = next
        return .success(Addition(entry: entry, failure: entry.applied.isIdle ? nil : failure))
      } catch {
        return .failure(AmendmentRefusal(error, at: syntax.range))
      }
    }
  }

  private func keep(
    _ syntax: AmendmentSyntax, in file: AmendmentFile, _ bindings: Bindings, on day: CalendarDay
  ) -> Result<Addition, AmendmentRefusal> {
    // Whoever is known to this session alone cannot be told in the file.
    guard case .success(let bound) = AmendmentBinding.bind(syntax, in: state.keptNames, bindings),
      AmendmentBinding.holds(bound, in: state.keptNames)
    else {
      let reason = "its names would be read otherwise in another session"
      return addToSession(syntax, bindings, failure: SystemFailure(reason))
    }
    do throws(AmendmentFault) {
      let before = self.text(of: file)
      let text = before ?? AmendmentText(bytes: [])
      let line = SyntaxPrinter.print(bound.canonical)
      let longer = text.adding("\(line)  # \(day)", about: file.articles)
      let last = QueryText(bytes: longer.bytes).lineStarts.count - 1
      // A name may hold a line break.
      let first = last - line.utf8.count { $0 == UInt8(ascii: "\n") }
      guard let (next, entry) = try state.keeping(bound, at: .file(file, lines: first...last)) else {
        return addToSession(
          syntax, bindings, failure: SystemFailure("a correction of this session alone needs it otherwise"))
      }
      guard !entry.applied.isIdle else { return .success(Addition(entry: entry)) }
      if let failure = refusal(ofWriting: line, to: file, text, longer) ?? file.write(longer, over: before) {
        return addToSession(syntax, bindings, failure: failure)
      }
      state = next
      texts.removeAll { $0.0 == file }
      texts.insert((file, longer), at: 0)
      return .success(Addition(entry: entry))
    } catch {
      return .failure(AmendmentRefusal(error, at: syntax.range))
    }
  }

  /// Why a line must not be added: what is there would swallow it, or is nothing of ours.
  private func refusal(
    ofWriting line: String, to file: AmendmentFile, _ text: AmendmentText, _ longer: AmendmentText
  ) -> SystemFailure? {
    if let failure = failures.first(where: { $0.file == file }) { return failure.reason }
    guard longer.isText else { return SystemFailure("it is not UTF-8 text") }
    let statements = Statement.all(of: QueryLanguage.parse(text.script(named: file.path).text))
    let holdsOurs = statements.contains { if case .amendment = $0.syntax { true } else { false } }
    guard statements.isEmpty || holdsOurs else {
      return SystemFailure("it holds something else than corrections")
    }
    let last = Statement.all(of: QueryLanguage.parse(longer.script(named: file.path).text)).last
    guard case .amendment(let syntax) = last?.syntax, SyntaxPrinter.print(syntax) == line,
      last?.diagnostics.allSatisfy({ $0.severity != .error }) == true
    else { return SystemFailure("its last line is not finished; finish it or take it away") }
    return nil
  }

  // MARK: Taking back

  /// Why a correction is not taken back.
  enum UndoRefusal: Error {
    /// There is none of that number.
    case none
    /// The file was changed meanwhile, and no number says which is meant.
    case changed
    /// It is kept, and a script takes back only what it corrected itself.
    case kept(AmendmentEntry)
    /// Somebody took it out of the file meanwhile.
    case gone(AmendmentEntry)
    /// Other statements stand on its lines.
    case shared(AmendmentEntry)
    /// Others would not hold without it.
    case needed(AmendmentEntry, by: [AmendmentEntry])
    case failed(AmendmentFile, SystemFailure)
    case interrupted
  }

  /// Takes back the correction of a number, from 1, or the last that may be.
  func undo(_ number: Int?, _ keeping: Keeping, on day: CalendarDay)
    -> (result: Result<AmendmentEntry, UndoRefusal>, news: AmendmentNews)
  {
    // Numbers are those that were listed, whatever the file says by now.
    let listed = entries
    let meant = number.map { listed.indices.contains($0 - 1) ? listed[$0 - 1] : nil } ?? listed.last
    guard keeping == .inFile, let file = meant?.file ?? files.first else {
      let own = number == nil ? listed.last { $0.file == nil } : meant
      return (own.map(takeBackOfSession) ?? .failure(.none), AmendmentNews())
    }
    return file.locked { isOurs in
      let news = readAgain()
      if number == nil, !news.isEmpty { return (.failure(.changed), news) }
      guard let meant else { return (.failure(.none), news) }
      guard meant.file != nil else { return (takeBackOfSession(meant), news) }
      return (isOurs ? takeBack(meant, from: file, on: day) : .failure(.failed(file, Self.isBusy)), news)
    }
  }

  private static let isBusy = SystemFailure("another session is changing it")

  private func takeBackOfSession(_ entry: AmendmentEntry) -> Result<AmendmentEntry, UndoRefusal> {
    guard entry.file == nil else { return .failure(.kept(entry)) }
    let others = state.session.filter { !$0.isSame(as: entry) || $0.origin != entry.origin }
    return takeBack(entry, AmendmentState(found, files: texts, session: others, isCancelled)) { nil }
  }

  private func takeBack(_ entry: AmendmentEntry, from file: AmendmentFile, on day: CalendarDay)
    -> Result<AmendmentEntry, UndoRefusal>
  {
    if let failure = failures.first(where: { $0.file == file }) {
      return .failure(.failed(file, failure.reason))
    }
    // Its line may have moved. Of equal ones the nearest is meant, and it makes no difference.
    let there = entries.first { $0.isSame(as: entry) && $0.origin == entry.origin }
    guard let now = there ?? entries.last(where: { $0.isSame(as: entry) }), let text = text(of: file),
      case .file(_, let lines) = now.origin
    else { return .failure(.gone(entry)) }
    let neighbours = entries.filter { other in
      guard case .file(file, let others) = other.origin else { return false }
      return others.overlaps(lines)
    }
    guard neighbours.count == 1 else { return .failure(.shared(now)) }
    let shorter = text.takingBack(lines, "taken back on \(day)")
    let remaining = texts.map { $0.0 == file ? ($0.0, shorter) : $0 }
    let next = AmendmentState(found, files: remaining, session: state.session, isCancelled)
    return takeBack(now, next) { [self] in
      if let failure = file.write(shorter, over: text) { return .failed(file, failure) }
      texts = remaining
      return nil
    }
  }

  /// Goes over to a state without an entry, unless others would be lost with it.
  private func takeBack(
    _ entry: AmendmentEntry, _ next: AmendmentState, write: () -> UndoRefusal?
  ) -> Result<AmendmentEntry, UndoRefusal> {
    guard !isCancelled() else { return .failure(.interrupted) }
    let others = entries.filter { !($0.isSame(as: entry) && $0.origin == entry.origin) }
    let lost = AmendmentNews.difference(others, next.entries)
    guard lost.isEmpty else { return .failure(.needed(entry, by: lost)) }
    if let refusal = write() { return .failure(refusal) }
    state = next
    return .success(entry)
  }

  // MARK: Reading

  private func text(of file: AmendmentFile) -> AmendmentText? { texts.first { $0.0 == file }?.1 }

  /// Reads the files, and where one is not as it was, applies all anew. What cannot be read stays as it was read last.
  @discardableResult func readAgain() -> AmendmentNews {
    var found: [(AmendmentFile, AmendmentText)] = []
    failures = []
    for file in files {
      switch file.read() {
      case .success(let text?): found.append((file, text))
      case .success(nil): break
      case .failure(let reason):
        failures.append((file, reason))
        if let text = text(of: file) { found.append((file, text)) }
      }
    }
    guard !found.elementsEqual(texts, by: { $0.0 == $1.0 && $0.1 == $1.1 }) else { return AmendmentNews() }
    let before = state
    let next = AmendmentState(self.found, files: found, session: before.session, isCancelled)
    // What was given up half way is no state: the old one goes on, and the next look tries again.
    guard !isCancelled() else {
      failures += found.map { ($0.0, SystemFailure("interrupted")) }
      return AmendmentNews()
    }
    (texts, state) = (found, next)
    return AmendmentNews(from: before, to: state)
  }
}

/// What others did to the files of corrections meanwhile.
struct AmendmentNews {
  /// Corrections that hold now and did not.
  var come: [AmendmentEntry] = []
  /// Corrections that held and do not any more.
  var gone: [AmendmentEntry] = []

  var isEmpty: Bool { come.isEmpty && gone.isEmpty }

  init() {}

  init(from before: AmendmentState, to now: AmendmentState) {
    come = Self.difference(now.entries, before.entries)
    gone = Self.difference(before.entries, now.entries)
  }

  /// Those of the first that the second has not.
  static func difference(_ entries: [AmendmentEntry], _ others: [AmendmentEntry]) -> [AmendmentEntry] {
    var rest = others.map(\.text)
    return entries.filter { entry in
      guard let place = rest.firstIndex(of: entry.text) else { return true }
      rest.remove(at: place)
      return false
    }
  }
}

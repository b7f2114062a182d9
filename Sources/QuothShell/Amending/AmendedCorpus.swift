//! A corpus with what was corrected in it: as found, and as it is now.

internal import QuothBasics
internal import QuothEngine
internal import QuothModel
internal import QuothQuery

/// The corrections of a session and of its file, and the engine over the corpus that has them.
final class AmendedCorpus {
  /// Over the articles as the analysis left them.
  let found: InMemoryEngine
  /// Over the articles with all corrections.
  private(set) var engine: InMemoryEngine
  /// The corrections in force, those of the file first.
  private(set) var entries: [AmendmentEntry] = []
  /// What is wrong with those that are kept.
  private(set) var problems: [AmendmentProblem] = []
  /// Why the file cannot be read.
  private(set) var failure: String?
  let file: AmendmentFile?
  private let checkRegex: RegexChecker = RegexCheck.problem(in:)

  init(_ corpus: Corpus, file: AmendmentFile?) {
    found = InMemoryEngine(corpus)
    engine = found
    self.file = file
    if file?.exists == true { replay([]) }
  }

  /// Whether a correction goes on holding in later sessions.
  enum Keeping: Hashable {
    case inFile, inSession
  }

  /// What came of a new correction.
  struct Addition {
    let entry: AmendmentEntry
    /// Why it could not be kept.
    let failure: SystemFailure?
  }

  /// Makes one more correction. Names are looked up in `context`, which has those of earlier corrections.
  func add(
    _ syntax: AmendmentSyntax, _ keeping: Keeping, in context: BindingContext, on day: CalendarDay
  ) -> Result<Addition, AmendmentRefusal> {
    let session = entries.filter { $0.origin == .session }
    // Somebody may have changed the file since.
    var amender = keeping == .inFile && file?.exists == true ? replay(session) : amender(of: entries)
    let bound = QueryLanguage.bind(syntax, in: context)
    guard let bound = bound.bound else { return .failure(AmendmentRefusal(diagnostics: bound.diagnostics)) }
    let applied: AppliedAmendment
    do throws(AmendmentFault) {
      applied = try amender.apply(bound.amendment)
    } catch {
      return .failure(AmendmentRefusal(diagnostics: [Diagnostic(.amendment(error), at: syntax.range)]))
    }
    var entry = AmendmentEntry(syntax: bound.canonical, applied: applied, origin: .session)
    guard !applied.isIdle else { return .success(Addition(entry: entry, failure: nil)) }
    var failure: SystemFailure?
    if keeping == .inFile, let file {
      let articles =
        file.path.split(separator: "/").last.map { String($0.dropLast(".corrections".count)) } ?? ""
      switch file.append("\(entry.text)  # \(day)", about: articles) {
      case .success(let line): entry.origin = .file(file.path, lines: line...line)
      case .failure(let found): failure = found
      }
    }
    entries.append(entry)
    engine = amender.finish()
    return .success(Addition(entry: entry, failure: failure))
  }

  /// Takes back the correction of a number, from 1, or the last. Nil where there is none.
  func undo(_ number: Int?, on day: CalendarDay) -> Result<AmendmentEntry, SystemFailure>? {
    let index = number.map { $0 - 1 } ?? entries.count - 1
    guard entries.indices.contains(index) else { return nil }
    let entry = entries[index]
    if case .file(_, let lines) = entry.origin, let file {
      if case .failure(let failure) = file.takeBack(lines, "taken back on \(day)") {
        return .failure(failure)
      }
    }
    entries.remove(at: index)
    replay(entries.filter { $0.origin == .session })
    return .success(entry)
  }

  /// A fingerprint of all corrections: 8 hexadecimal digits.
  var fingerprint: String {
    let digits = String(
      FNV1a.mixed(FNV1a(entries.map(\.text).joined(separator: "\n").utf8).value) & 0xFFFF_FFFF, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  // MARK: Replaying

  private func amender(of entries: [AmendmentEntry]) -> CorpusAmender {
    var amender = CorpusAmender(found)
    for entry in entries { _ = try? amender.apply(entry.applied.amendment) }
    return amender
  }

  /// Applies the corrections of the file, then these.
  @discardableResult private func replay(_ session: [AmendmentEntry]) -> CorpusAmender {
    var amender = CorpusAmender(found)
    entries = []
    problems = []
    failure = nil
    switch file?.read() {
    case .success(let script?): replay(script, &amender)
    case .failure(let found): failure = found.message
    case .success(nil), nil: break
    }
    for entry in session where (try? amender.apply(entry.applied.amendment)) != nil { entries.append(entry) }
    engine = entries.isEmpty ? found : amender.finish()
    return amender
  }

  private func replay(_ script: Script, _ amender: inout CorpusAmender) {
    for statement in Statement.all(of: QueryLanguage.parse(script.text)) {
      var diagnostics = statement.diagnostics
      defer {
        if diagnostics.contains(where: { $0.severity == .error }) {
          problems.append(AmendmentProblem(diagnostics: diagnostics, script: script))
        }
      }
      guard diagnostics.allSatisfy({ $0.severity != .error }) else { continue }
      guard case .amendment(let syntax) = statement.syntax else {
        diagnostics = [Diagnostic(.amendment(.noAmendment), at: statement.range)]
        continue
      }
      let context = BindingContext(vocabulary: amender.vocabulary, checkRegex: checkRegex)
      let bound = QueryLanguage.bind(syntax, in: context)
      guard let bound = bound.bound else {
        diagnostics = bound.diagnostics
        continue
      }
      do throws(AmendmentFault) {
        let applied = try amender.apply(bound.amendment)
        let lines =
          script.text.position(at: syntax.range.start).line...script.text.position(at: syntax.range.end).line
        entries.append(
          AmendmentEntry(
            syntax: bound.canonical, applied: applied, origin: .file(script.name ?? "", lines: lines)))
      } catch {
        diagnostics = [Diagnostic(.amendment(error), at: syntax.range)]
      }
    }
  }
}

/// Why a correction is not made.
struct AmendmentRefusal: Error {
  var diagnostics: [Diagnostic] = []
  /// What has no place in its text.
  var message: String?
}

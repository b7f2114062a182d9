//! Regular expressions with bounded work, by PCRE2.

internal import CPCRE2
internal import QuothBasics
public import QuothQuery

/// Checks regular expressions without running them.
public enum RegexCheck {
  /// What is wrong with an expression, or nil when the engine can run it.
  public static func problem(in pattern: String) -> RegexProblem? {
    switch RegexMatcher.compile(pattern) {
    case .success(let code):
      pcre2_code_free_8(code)
      return nil
    case .failure(let failure): return failure.problem
    }
  }
}

/// Finds one regular expression in any number of texts, case folded. Not for use by several threads.
final class RegexMatcher {
  /// Steps allowed from each place of a text where a match may start.
  static let stepLimit: UInt32 = 100_000
  /// Places tried in one call of the library, so that cancelling a long text does not wait for its end.
  static let placesPerCall = 4096
  private static let jitStackBytes = (first: 32 * 1024, most: 512 * 1024)

  private let pattern: String
  private let watch: ExecutionWatch
  private let code: OpaquePointer
  private let matchData: OpaquePointer?
  private let context: OpaquePointer?
  private let jitStack: OpaquePointer?

  init(_ pattern: String, watch: ExecutionWatch) throws(ExecutionError) {
    switch RegexMatcher.compile(pattern) {
    case .failure(let failure):
      throw .badRegex(
        pattern: pattern, reason: failure.problem.reason, offset: failure.problem.offset)
    case .success(let code): self.code = code
    }
    self.pattern = pattern
    self.watch = watch
    matchData = pcre2_match_data_create_from_pattern_8(code, nil)
    context = pcre2_match_context_create_8(nil)
    jitStack = pcre2_jit_stack_create_8(
      RegexMatcher.jitStackBytes.first, RegexMatcher.jitStackBytes.most, nil)
    pcre2_set_match_limit_8(context, RegexMatcher.stepLimit)
    pcre2_jit_stack_assign_8(context, nil, jitStack.map { UnsafeMutableRawPointer($0) })
  }

  deinit {
    pcre2_jit_stack_free_8(jitStack)
    pcre2_match_context_free_8(context)
    pcre2_match_data_free_8(matchData)
    pcre2_code_free_8(code)
  }

  /// Whether there is a match that starts in one of these parts of the text, or at its end. The text must be valid UTF-8;
  /// letters and their accents match in one form, whichever they are printed in.
  func holds(_ text: UnsafeBufferPointer<UInt8>, startingIn parts: [Range<Int>]) -> Bool {
    guard let composed = ComposedText(text) else {
      return parts.contains { firstMatch(inComposed: text, from: $0.lowerBound, to: $0.upperBound) != nil }
    }
    return composed.bytes.withUnsafeBufferPointer { bytes in
      parts.contains { part in
        let end = part.upperBound >= text.count ? bytes.count : composed.place(ofPrinted: part.upperBound)
        return firstMatch(inComposed: bytes, from: composed.place(ofPrinted: part.lowerBound), to: end) != nil
      }
    }
  }

  /// The first match that starts at or after `start`, and at or before `end`; nil when there is none, and when the
  /// query has to end. The text must be valid UTF-8, in composed form (`ComposedText`).
  func firstMatch(
    inComposed text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int = .max
  ) -> Range<Int>? {
    guard watch.failure == nil else { return nil }
    let end = min(end, text.count)
    var start = start
    while true {
      let last = RegexMatcher.boundary(in: text, atOrBefore: min(end, start + RegexMatcher.placesPerCall))
      let result = match(text, from: start, lastStart: last)
      if result >= 0 { return foundRange }
      guard result == PCRE2_ERROR_NOMATCH else {
        watch.report(.regexTooCostly(pattern: pattern))
        return nil
      }
      guard last < end, !watch.mustEnd() else { return nil }
      start = last
    }
  }

  /// The ranges of matches that are not empty, from left to right, at most `limit`.
  func matches(in text: UnsafeBufferPointer<UInt8>, limit: Int) -> [Range<Int>] {
    guard let composed = ComposedText(text) else { return composedMatches(in: text, limit: limit) }
    return composed.bytes.withUnsafeBufferPointer { bytes in
      composedMatches(in: bytes, limit: limit).map {
        composed.printed($0.lowerBound)..<composed.printed($0.upperBound)
      }
    }
  }

  private func composedMatches(in text: UnsafeBufferPointer<UInt8>, limit: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while found.count < limit, start <= text.count, let match = firstMatch(inComposed: text, from: start) {
      if !match.isEmpty { found.append(match) }
      start = max(match.upperBound, start)
      if match.isEmpty { start = RegexMatcher.nextBoundary(in: text, after: start) }
    }
    return found
  }

  private var foundRange: Range<Int>? {
    guard let offsets = pcre2_get_ovector_pointer_8(matchData) else { return nil }
    // `\K` in a lookahead can put the start behind the end.
    return min(offsets[0], offsets[1])..<max(offsets[0], offsets[1])
  }

  private func match(_ text: UnsafeBufferPointer<UInt8>, from start: Int, lastStart: Int) -> Int32 {
    pcre2_set_offset_limit_8(context, lastStart)
    guard let base = text.baseAddress else {
      return pcre2_match_8(code, [0], 0, 0, UInt32(PCRE2_NO_UTF_CHECK), matchData, context)
    }
    return pcre2_match_8(code, base, text.count, start, UInt32(PCRE2_NO_UTF_CHECK), matchData, context)
  }

  private static func boundary(in text: UnsafeBufferPointer<UInt8>, atOrBefore place: Int) -> Int {
    if place >= text.count { return text.count }
    var place = place
    while place > 0, text[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }

  private static func nextBoundary(in text: UnsafeBufferPointer<UInt8>, after place: Int) -> Int {
    var place = place + 1
    while place < text.count, text[place] & 0xC0 == 0x80 { place += 1 }
    return place
  }
}

// MARK: - Compiling

/// Carries a problem through `Result`.
struct RegexFailure: Error {
  let problem: RegexProblem
}

extension RegexMatcher {
  /// Longest expression taken, in bytes; compiling is not interruptible, so it has to stay short.
  private static let longestPattern = 10_000

  /// Compiles an expression to native code where the machine allows it. The caller frees the result.
  static func compile(_ pattern: String) -> Result<OpaquePointer, RegexFailure> {
    // \C could split a character, after which ranges would not be text.
    let options =
      UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP) | UInt32(PCRE2_CASELESS) | UInt32(PCRE2_NEVER_BACKSLASH_C)
      | UInt32(PCRE2_USE_OFFSET_LIMIT)
    let context = pcre2_compile_context_create_8(nil)
    defer { pcre2_compile_context_free_8(context) }
    pcre2_set_max_pattern_length_8(context, longestPattern)
    var errorNumber: Int32 = 0
    var offset = 0
    let bytes = Array(ComposedText.composed(pattern).utf8) + [0]
    let code = pcre2_compile_8(bytes, bytes.count - 1, options, &errorNumber, &offset, context)
    guard let code else {
      return .failure(
        RegexFailure(
          problem: RegexProblem(reason: reason(of: errorNumber), offset: min(offset, bytes.count - 1))))
    }
    // Where memory may not be made executable this fails, and matching is interpreted.
    _ = pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE))
    return .success(code)
  }

  private static func reason(of errorNumber: Int32) -> String {
    var message = [UInt8](repeating: 0, count: 256)
    let length = pcre2_get_error_message_8(errorNumber, &message, message.count)
    return length > 0 ? String(decoding: message[..<Int(length)], as: UTF8.self) : "it does not compile"
  }
}

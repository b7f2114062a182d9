//! The entry for libFuzzer: bytes go to the target that QUOTH_FUZZ names. Built by Scripts/fuzz alone.

import Glibc

/// What can be fuzzed. `check` stops the process where something that has to hold does not.
enum FuzzTarget: String, CaseIterable {
  case queries, articles

  /// That of this process.
  static let chosen = getenv("QUOTH_FUZZ").flatMap { FuzzTarget(rawValue: String(cString: $0)) } ?? .queries

  func check(_ bytes: [UInt8]) {
    switch self {
    case .queries: QueryFuzz.check(bytes)
    case .articles: ArticleFuzz.check(bytes)
    }
  }
}

@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ callback: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  FuzzTarget.chosen.check(Array(UnsafeBufferPointer(start: data, count: count)))
  return 0
}

@main enum Fuzz {
  static func main() {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exit(runFuzzer(&count, &arguments, testOneInput))
  }
}

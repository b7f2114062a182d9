//! How one script is tested: what it says of that itself, and what its folder says.

internal import QuothRender

/// What stands after `# test:` at the head of a script, or in the file `test.options` of its folder.
struct TestOptions {
  /// The file of a folder that says how its scripts are tested.
  static let fileName = "test.options"
  /// How a line of a script begins that says how it is tested.
  private static let mark = "# test:"

  /// Paths of articles, as seen from the folder of the script; none for those that quoth finds by itself.
  private(set) var corpus: [String] = []
  private(set) var parameters: [String] = []
  private(set) var format = OutputFormat.table
  /// The exit code that the script is to end with.
  private(set) var status: Int32 = 0
  private(set) var mode = ScriptMode.runs

  /// What a line says that is none.
  struct Fault: Error {
    let line: Int
    let message: String
  }

  /// Reads the options of a folder: words on any number of lines, with comments.
  mutating func read(folderOptions text: String) throws(Fault) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where line.drop(while: \.isWhitespace).first != "#" {
      try read(line, at: index + 1)
    }
  }

  /// Reads the options of a script: those of the comments that it begins with.
  mutating func read(headOf script: String) throws(Fault) {
    for (index, line) in script.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard line.first == "#" || line.allSatisfy(\.isWhitespace) else { return }
      if line.hasPrefix(Self.mark) { try read(line.dropFirst(Self.mark.count), at: index + 1) }
    }
  }

  private mutating func read(_ line: Substring, at number: Int) throws(Fault) {
    func fault(_ message: String) -> Fault { Fault(line: number, message: message) }
    var words: [String]
    switch CommandText(String(line)).words {
    case .success(let found): words = found.reversed()
    case .failure(let refusal): throw fault(refusal.message)
    }
    while let option = words.popLast() {
      if option == "--keep-going" {
        mode = .runsOn
        continue
      }
      guard ["--corpus", "--param", "--format", "--status"].contains(option) else {
        throw fault(
          "‘\(option)’ is no option here; there are --corpus PATH, --param name=value, --format FORMAT, --status CODE "
            + "and --keep-going")
      }
      guard let value = words.popLast() else { throw fault("a value is missing after \(option)") }
      switch option {
      case "--corpus": corpus.append(value)
      case "--param": parameters.append(value)
      case "--format":
        guard let known = OutputFormat(rawValue: value) else {
          throw fault(
            "there is no format ‘\(value)’; there are \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", "))"
          )
        }
        format = known
      default:
        guard let code = Int32(value), ExitStatus(rawValue: code) != nil else {
          throw fault("‘\(value)’ is no exit code of quoth")
        }
        status = code
      }
    }
  }
}

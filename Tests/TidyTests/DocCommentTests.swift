//! Whatever is public says what its name does not: units, order, when it is nil, what it throws.

import Testing

/// The libraries whose public declarations are for others to read.
let documentedLibraries = [
  "QuothBasics", "QuothModel", "QuothQuery", "QuothExtraction", "QuothStatistics", "QuothEngine",
  "QuothTeaching", "QuothRender", "QuothShell",
]

@Test func publicDeclarationsHaveDocComments() throws {
  for file in try SourceFile.all(in: "Sources") where documentedLibraries.contains(file.target) {
    var owner = Substring()
    for (index, line) in file.lines.enumerated() {
      if line.hasPrefix("public ") || line.hasPrefix("extension ") { owner = line }
      guard let declaration = Declaration(line), !hasComment(file.lines, above: index) else { continue }
      let isExcused =
        declaration.isRequirement || isPart(declaration, ofSyntax: owner)
        || declaration.kind == "init" && isMemberwise(file.lines, at: index)
      if !isExcused { Issue.record("\(file.path):\(index + 1): \(line) needs a doc comment") }
    }
  }
}

/// The first line of a public declaration.
private struct Declaration {
  let kind: Substring
  let rest: Substring

  init?(_ line: Substring) {
    var words = line.split(separator: " ")[...]
    guard let place = words.firstIndex(of: "public"),
      words[..<place].allSatisfy({ $0.hasPrefix("@") || Self.modifiers.contains(String($0)) })
    else { return nil }
    words = words[(place + 1)...].drop { Self.modifiers.contains(String($0)) }
    guard let word = words.first else { return nil }
    kind = word.prefix { $0.isLetter }
    guard Self.kinds.contains(String(kind)) else { return nil }
    rest = line[word.startIndex...].dropFirst(kind.count)
  }

  private static let modifiers: Set<String> = [
    "static", "final", "mutating", "indirect", "convenience", "internal(set)", "private(set)",
    "nonisolated", "override",
  ]
  private static let kinds: Set<String> = [
    "struct", "enum", "class", "actor", "protocol", "func", "init", "var", "let", "typealias",
  ]

  /// What protocols ask for: their own comments say what it is.
  var isRequirement: Bool {
    let word = rest.split(separator: " ").first ?? ""
    // An operator has no letters.
    let name = word.first?.isLetter == true ? word.prefix { $0.isLetter } : word
    let requirements = [
      "==", "<", "hash", "description", "startIndex", "endIndex", "indices", "wrappedValue",
      "withContiguousStorageIfAvailable",
    ]
    return requirements.contains(String(name))
      || ["(arrayLiteral ", "(stringLiteral ", "(wrappedValue:", "(_ number: Int, in tables: CorpusTables)"]
        .contains { rest.hasPrefix($0) }
  }
}

/// The comment of a syntax node shows the form that is written, whose parts its properties are.
private func isPart(_ declaration: Declaration, ofSyntax owner: Substring) -> Bool {
  let type = owner.prefix { $0 != ":" && $0 != "{" }.split(separator: " ").last ?? ""
  return type.hasSuffix("Syntax")
    && (declaration.kind == "let" || declaration.kind == "var" && declaration.rest.contains(": SourceRange"))
}

/// Whether a doc comment stands above a line, attributes aside.
private func hasComment(_ lines: [Substring], above index: Int) -> Bool {
  let above = lines[..<index].last {
    let text = $0.drop { $0 == " " }
    return !text.hasPrefix("@") || text.contains(" ")
  }
  return above?.drop { $0 == " " }.hasPrefix("///") ?? false
}

/// Whether an initialiser does nothing but give properties their values.
private func isMemberwise(_ lines: [Substring], at index: Int) -> Bool {
  let line = lines[index]
  if line.hasSuffix(" }") || line.hasSuffix("{}") {
    guard let brace = line.lastIndex(of: "{") else { return false }
    let body = line[line.index(after: brace)...].dropLast()
    return isAssignment(body) || body.allSatisfy { $0 == " " }
  }
  let indent = line.prefix { $0 == " " }
  let body = lines[index...].drop { !$0.hasSuffix("{") }.dropFirst().prefix { $0 != indent + "}" }
  return body.allSatisfy(isAssignment)
}

/// `self.count = count`, `count = other`.
private func isAssignment(_ line: Substring) -> Bool {
  let words = line.split(separator: " ")
  return words.count == 3 && words[1] == "=" && words[2].allSatisfy { $0.isLetter || $0.isNumber }
}

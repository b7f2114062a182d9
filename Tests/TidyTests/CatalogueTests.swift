//! The catalogues of the documentation name what there is, all of it: checked without building them.

import Foundation
import Testing

/// The pages of one library and the declarations that they may name.
private struct Catalogue {
  let target: String
  /// By name without ending.
  let pages: [String: String]
  let declarations: Declarations

  init(_ target: String, _ declarations: Declarations) throws {
    self.target = target
    self.declarations = declarations
    let folder = project.appending(path: "Sources/\(target)/\(target).docc")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    pages = Dictionary(
      uniqueKeysWithValues: try files.filter { $0.pathExtension == "md" }.map {
        ($0.deletingPathExtension().lastPathComponent, try String(contentsOf: $0, encoding: .utf8))
      })
  }
}

/// What the sources of one library declare, by name alone.
private struct Declarations {
  /// Public types that stand in no other.
  private(set) var types: Set<String> = []
  /// Types that are extended.
  private(set) var extended: Set<String> = []
  /// Everything with a name.
  private(set) var names: Set<String> = ["init"]

  init(_ files: [SourceFile]) {
    // What stands deeper is within a body, which no link leads to.
    for line in files.flatMap(\.lines) where !line.hasPrefix("      ") {
      let words = line.split { " :({<,=".contains($0) }
      guard
        let place = words.firstIndex(where: { Declarations.introducers.contains(String($0)) }),
        place + 1 < words.count
      else { continue }
      let name = words[place + 1].filter { $0 != "`" }
      names.insert(name)
      if words[place] == "case" { names.formUnion(words.map { $0.filter { $0 != "`" } }) }
      if words[place] == "extension" { extended.insert(name) }
      let isType = Declarations.types.contains(String(words[place]))
      if isType, line.hasPrefix("public ") { types.insert(name) }
    }
  }

  private static let types: Set<String> = ["struct", "enum", "class", "protocol", "typealias"]
  private static let introducers = types.union(["func", "var", "let", "case", "extension"])

  /// Whether the parts of a link, but for a module in front, are declared here.
  func hold(_ path: [Substring]) -> Bool {
    guard let first = path.first, types.contains(String(first)) else { return false }
    return path.allSatisfy { part in names.contains(String(part.prefix { $0 != "(" && $0 != "-" })) }
  }
}

@Test func cataloguesNameWhatThereIs() throws {
  let files = Dictionary(grouping: try SourceFile.all(in: "Sources"), by: \.target)
  let declarations = files.mapValues(Declarations.init)
  for target in documentedLibraries {
    let catalogue = try Catalogue(target, try #require(declarations[target]))
    let landing = try #require(catalogue.pages[target], "\(target) has no landing page")
    #expect(landing.hasPrefix("# ``\(target)``\n"))
    let topics = try #require(landing.range(of: "\n## Topics\n"), "\(target) has no topics")
    let curated = Set(landing[topics.upperBound...].matches(of: /``(\w+)``/).map { String($0.1) })
    for type in catalogue.declarations.types.subtracting(curated).sorted() {
      Issue.record("\(target): \(type) is in no group of topics")
    }
    for (page, text) in catalogue.pages {
      for link in text.matches(of: /``([^`\n]+)``/).map(\.1) where link != target {
        if !leads(link, from: catalogue.declarations, declarations) {
          Issue.record("\(target)/\(page).md: ``\(link)`` names nothing")
        }
      }
      for link in text.matches(of: /<doc:(\w+)>/).map(\.1) where catalogue.pages[String(link)] == nil {
        Issue.record("\(target)/\(page).md: there is no page \(link)")
      }
    }
  }
}

/// `Corpus/articles` is of the library, `/QuothModel/Corpus` of another, `QuothModel/Corpus` what the library adds to it.
private func leads(
  _ link: Substring, from here: Declarations, _ all: [String: Declarations]
) -> Bool {
  let parts = link.split(separator: "/")
  if link.hasPrefix("/") { return all[String(parts[0])]?.hold(Array(parts.dropFirst())) ?? false }
  if parts[0] == "Swift" || all[String(parts[0])] != nil {
    return parts.count == 2 && here.extended.contains(String(parts[1]))
  }
  return here.hold(parts)
}

//! The gallery of errors: a page for each, made from the catalogue and from what the shell says.

import Foundation
import QuothQuery
import Testing

@testable import QuothShell

@Suite struct ErrorGalleryTests {
  /// The example of a page, with names of the seeds.
  private static func example(of page: DiagnosticPage) throws -> String {
    try #require(Seeds.examples.filled(page.example), "\(page.id.rawValue)")
  }

  /// What the shell says to a text that has the problem; of many messages, the one in question.
  static func said(to page: DiagnosticPage) throws -> String {
    let (session, buffer) = try Seeds.session(columns: 78)
    let mode: ScriptMode = page.id == .unquotedFile ? .checks : .runs
    _ = session.run(Script(name: nil, text: try example(of: page)), mode.atPrompt)
    let lines = buffer.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let place = lines.firstIndex(where: { $0.contains("[\(page.id.rawValue)]") }) else {
      return buffer.text
    }
    let isNote = lines[place].hasPrefix("note")
    // The snippet before, the hints after it.
    let after = lines[(place + 1)...].prefix { $0.hasPrefix("  ") }
    return lines[(isNote ? place : max(0, place - 2))..<after.endIndex].joined(separator: "\n")
  }

  @Test func everyErrorHasAPageAndIsProvoked() throws {
    #expect(DiagnosticCatalog.all.map(\.id.rawValue) == DiagnosticID.allCases.map(\.rawValue).sorted())
    for page in DiagnosticCatalog.all {
      let said = try Self.said(to: page)
      #expect(said.contains("[\(page.id.rawValue)]"), "\(page.id.rawValue): \(page.example.text)\n\(said)")
    }
  }

  @Test func theGalleryIsUpToDate() throws {
    var text = """
      # What can be wrong with a query

      One entry for each error, warning and note, by the name in its brackets: `error[unknown-name]`. In the shell,
      `help unknown-name` says the same. Made from `DiagnosticCatalog`, on the seed articles; `QUOTH_UPDATE=1 swift
      test` rewrites it.

      """
    for page in DiagnosticCatalog.all {
      let whole = try Self.example(of: page)
      let example = whole.utf8.count > 300 ? String(whole.prefix(60)) + "…" : whole
      let said = try Self.said(to: page)
      let shown = said.hasPrefix(example + "\n") ? said : "\(example)\n\n\(said)"
      text += """

        ## \(page.id.rawValue)

        **\(page.title).** \(page.explanation)

        ```text
        \(shown)
        ```

        \(page.remedy)

        """
    }
    let file = URL(filePath: Program.project).appending(path: "Sources/QuothQuery/Diagnostics/README.md")
    let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    try Expected.check(text, equals: expected, at: file)
  }
}

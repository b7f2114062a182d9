//! What is linked into the binary is what lies in the folder.

import Foundation
import QuothTeaching
import Testing

@Test func theLessonsInTheBinaryAreThoseOfTheFolder() throws {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/CLessons/lessons")
  let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  #expect(BuiltInLessons.files.map(\.name) == names, "each file stands in Sources/CLessons/lessons.S")
  for file in BuiltInLessons.files {
    let text = try String(contentsOf: folder.appending(path: file.name), encoding: .utf8)
    #expect(file.text == text, "\(file.name) changed: touch Sources/CLessons/lessons.S and build again")
  }
}

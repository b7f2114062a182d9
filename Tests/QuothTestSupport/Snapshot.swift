//! Expected text in files, rewritten by QUOTH_UPDATE=1.

public import Foundation

/// Compares text with files beside the tests.
public enum Snapshot {
  public static var isUpdating: Bool { ProcessInfo.processInfo.environment["QUOTH_UPDATE"] == "1" }

  /// Nil when the file holds exactly this text (or is being rewritten); else what differs.
  public static func difference(of text: String, from file: URL) -> String? {
    let text = text.utf8.last == 0x0A ? text : text + "\n"
    if isUpdating {
      try? FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      do { try text.write(to: file, atomically: true, encoding: .utf8) } catch {
        return "cannot write \(file.path)"
      }
      return nil
    }
    guard let data = try? Data(contentsOf: file) else { return "no file \(file.lastPathComponent):\n\(text)" }
    let expected = String(decoding: data, as: UTF8.self)
    return expected == text ? nil : "\(file.lastPathComponent)\nexpected:\n\(expected)\nfound:\n\(text)"
  }

  /// The folder beside a source file.
  public static func folder(_ name: String, besides sourceFile: String) -> URL {
    URL(fileURLWithPath: sourceFile).deletingLastPathComponent().appendingPathComponent(name)
  }

  /// The files of a folder with an ending, by name.
  public static func files(in folder: URL, ending: String) -> [URL] {
    let all =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return all.filter { $0.pathExtension == ending }.sorted { $0.lastPathComponent < $1.lastPathComponent }
  }
}

//! Folders of articles in every format, made for a test and packed as archives are.

import CZlib
import CZstd
import Foundation
import QuothBasics
import QuothModel
import QuothShell

/// A folder of files, made for one test.
struct CorpusFolder {
  let path: String

  init(_ files: KeyValuePairs<String, Data> = [:]) throws {
    path = try TemporaryFolder.shared.makeFolder()
    for (name, content) in files { try add(name, content) }
  }

  func add(_ name: String, _ content: Data) throws {
    let file = URL(filePath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try content.write(to: file)
  }

  /// What loading gives: the articles as `key | title | outlet | date`, and the report with the folder's own path
  /// left out.
  func load(
    _ names: [String] = [""], _ options: LoadingOptions = LoadingOptions()
  ) -> (articles: [String], report: [String], corpus: Corpus?) {
    let paths = names.map { $0.isEmpty ? path : path + "/" + $0 }
    let loaded = CorpusLoader.load(paths, options, isCancelled: { false })
    let articles = (loaded.corpus.map { Array($0.articles) } ?? []).map { article in
      let outlet = article.outlet.flatMap { loaded.corpus?[$0].name }
      return [article.key.replacing(path + "/", with: ""), article.title, outlet, article.date?.description]
        .map { $0 ?? "-" }.joined(separator: " | ")
    }
    return (
      articles, loaded.report.map { $0.replacing(path + "/", with: "").replacing(path, with: ".") },
      loaded.corpus
    )
  }
}

/// Archives, as small as they come.
enum Packed {
  /// One gzip member whose content is stored as it is (RFC 1952, RFC 1951).
  static func gzip(_ data: Data) -> Data {
    var packed = Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3])
    var rest = data[...]
    repeat {
      let block = rest.prefix(0xFFFF)
      rest = rest.dropFirst(block.count)
      let size = UInt16(block.count)
      packed += [rest.isEmpty ? 1 : 0] + bytes(size) + bytes(~size) + block
    } while !rest.isEmpty
    let check = data.withUnsafeBytes { crc32(0, $0.bindMemory(to: UInt8.self).baseAddress, UInt32($0.count)) }
    return packed + bytes(UInt32(check)) + bytes(UInt32(data.count))
  }

  static func zstd(_ data: Data) -> Data {
    var packed = Data(count: ZSTD_compressBound(data.count))
    let size = packed.withUnsafeMutableBytes { target in
      data.withUnsafeBytes { ZSTD_compress(target.baseAddress, target.count, $0.baseAddress, $0.count, 3) }
    }
    return packed.prefix(size)
  }

  private static func bytes(_ number: some FixedWidthInteger) -> Data {
    withUnsafeBytes(of: number.littleEndian) { Data($0) }
  }
}

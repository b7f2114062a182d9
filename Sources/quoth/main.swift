import Foundation
import QuothBasics
import QuothExtraction
import QuothModel

var assembler = CorpusAssembler()
let analyzer = ArticleAnalyzer()
var jsonl = false
for path in CommandLine.arguments.dropFirst().sorted() {
  let data = try! Data(contentsOf: URL(fileURLWithPath: path))
  if path.hasSuffix(".jsonl") {
    jsonl = true
    let t0 = DispatchTime.now()
    var n = 0
    for (i, line) in data.split(separator: 10).enumerated() {
      if let a = ArticleReader.jsonLine(Data(line), number: i + 1, file: path).article {
        n += a.text.count
        assembler.add(analyzer.analyze(a))
      }
    }
    let dt = Double(DispatchTime.now().uptimeNanoseconds - t0.uptimeNanoseconds) / 1e9
    FileHandle.standardError.write("analyzed \(n) bytes in \(dt) s\n".data(using: .utf8)!)
  } else if case .success(let a) = ArticleReader.plainText(
    Array(data), key: URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent, file: path)
  {
    assembler.add(analyzer.analyze(a))
  }
}
let c = assembler.finish()
if jsonl {
  struct Q: Encodable {
    var start: Int
    var end: Int
    var kind: String
    var source_start: Int?
    var source_end: Int?
    var speaker: String?
    var rule: String
  }
  struct A: Encodable {
    var article_id: String
    var quotes: [Q]
  }
  let enc = JSONEncoder()
  enc.outputFormatting = [.withoutEscapingSlashes]
  for a in c.articles {
    var qs: [Q] = []
    for q in c.quotations[a.quotations] where q.repeats == nil {
      let at = q.attribution
      qs.append(
        Q(
          start: q.content.start, end: q.content.end, kind: q.kind.rawValue, source_start: at.source?.start,
          source_end: at.source?.end,
          speaker: at.speakers.first.map { c[$0].name }, rule: at.rule.rawValue))
    }
    print(String(data: try! enc.encode(A(article_id: a.key, quotes: qs)), encoding: .utf8)!)
  }
} else {
  for a in c.articles {
    print(
      "=====", a.key, "title:", a.title ?? "-", "outlet:", a.outlet.map { c[$0].name } ?? "-", "agency:",
      a.agency ?? "-", "place:", a.place ?? "-", "date:", a.date?.description ?? "-", "tr:",
      a.translator ?? "-", "words", a.wordCount)
    for p in c.paragraphs[a.paragraphs] where p.kind != .body {
      print("  [\(p.kind)]", c.string(p.range, of: a.id).prefix(70))
    }
    for q in c.quotations[a.quotations] {
      let at = q.attribution
      print(
        "  \(q.kind.rawValue)\(q.repeats.map { " REP \(c.key(of: $0))" } ?? "") | \(at.speakers.map { c[$0].name }.joined(separator: " + ")) | src=\(at.source.map { c.string($0, of: a.id) } ?? "-") | cue=\(at.cue.map { c.string($0, of: a.id) } ?? "-") | \(at.rule.rawValue) | \(c.string(q.content, of: a.id).prefix(60)) | \(q.topics.map { c[$0].name })"
      )
    }
    for u in c.unattributed where u.article == a.id {
      print("  nobody \(u.reason): \(c.string(u.content, of: a.id))")
    }
  }
  for e in c.entities {
    print(
      "\(e.kind) \(e.key) | \(e.name) | \(e.aliases) | \(e.roles) | \(e.country ?? "") | \(e.mentions.count)")
  }
}

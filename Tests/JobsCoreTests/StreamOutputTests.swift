import JobsCore
import Testing

@Suite("A stream as a tool writes it")
struct StreamOutputTests {
  /// The golden stream: every record of v1, one of an unknown type with odd spelling, and an end.
  private static func golden() throws -> [UInt8] {
    let here = #filePath
    let folder = here.split(separator: "/").dropLast(2).joined(separator: "/")
    return try FileBytes.read("/\(folder)/Fixtures/golden.ndjson", limit: 1 << 20)
  }

  private func passed(_ stream: [UInt8], tool: String = "jobs-test") throws -> (text: [String], input: StreamInput) {
    let pipe = PipePair()
    let output = StreamOutput(Output(pipe.writeEnd, name: "a pipe"))
    var input = StreamInput(RecordReader(bytes: stream, name: "standard input"))
    var record = Record()
    while try input.next(into: &record) { output.pass(record) }
    try output.seal(EndRecord(tool: tool, ok: input.isOK, upstream: input.seals))
    let lines = String(decoding: pipe.drain(), as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    return (lines.map(String.init), input)
  }

  @Test("The golden stream passes byte for byte, and its end comes back under upstream")
  func golden() throws {
    let stream = try Self.golden()
    let lines = String(decoding: stream, as: UTF8.self).split(separator: "\n").map(String.init)
    let (passed, input) = try passed(stream)
    #expect(Array(passed.dropLast(2)) == Array(lines.dropLast()))
    #expect(passed.last == "")
    #expect(input.count == lines.count - 1)
    let counts = [
      "job", "diagnostic", "execution", "log", "fire", "estimate", "cost", "advice", "finding", "change", "weather",
      "simulation", "load", "explanation", "dead-letter", "row", "count", "run", "delivery", "lease", "status",
      "hidden", "secret", "secret-version", "estimate-total", "budget", "price", "price-change", "estimate-change",
      "estimate-change-total", "cost-total", "cost-trend", "cost-anomaly", "variance", "variance-total", "forecast",
      "check", "coverage", "data", "aws-action", "google-permission", "access-need", "new-grant", "data-change",
      "what-if", "rule",
      "audit-chain",
      "audit", "suppressed-finding", "policy",
      "policy-suppression", "policy-test", "control", "compliance", "review", "review-item", "review-assignment",
      "review-decisions", "review-result",
    ]
    let end =
      "{\"type\":\"end\",\"v\":1,\"tool\":\"jobs-test\",\"version\":\"\(version)\",\"ok\":true,\"counts\":{"
      + counts.map { "\"\($0)\":1" }.joined(separator: ",") + "},\"upstream\":[\(lines.last ?? "")]}"
    #expect(passed.dropLast().last == end)
  }

  @Test("A stream that runs through three tools keeps every end, nested, and can still be read")
  func nesting() throws {
    let ends = ["{\"type\":\"end\",\"ok\":true,\"n\":1.0e+3}\n", "{\"type\":\"end\",\"ok\":true}\r\n"]
    var stream = Array("\(ends[0]){\"type\":\"x\"}\n\(ends[1])".utf8)
    for tool in ["a", "b", "c"] { stream = Array(try passed(stream, tool: tool).text.joined(separator: "\n").utf8) }
    let (lines, input) = try passed(stream, tool: "d")
    #expect(input.isOK)
    #expect(input.seals.count == 1)
    let end = try #require(lines.dropLast().last)
    #expect(end.contains("\"upstream\":[{\"type\":\"end\",\"ok\":true,\"n\":1.0e+3},{\"type\":\"end\",\"ok\":true}\r]"))
    #expect(end.components(of: "\"tool\":") == 4)
  }

  @Test("A failure upstream is handed down")
  func failed() throws {
    let (lines, _) = try passed(Array("{\"type\":\"end\",\"ok\":false}\n".utf8))
    #expect(lines.first?.contains("\"ok\":false,\"counts\":{},\"upstream\":[{\"type\":\"end\",\"ok\":false}]") == true)
  }

  @Test("Records of the tool's own and lines made elsewhere are counted by type")
  func counts() throws {
    let pipe = PipePair()
    let output = StreamOutput(Output(pipe.writeEnd, name: "a pipe"))
    for number in 0..<2 {
      output.emit("fire") {
        $0.beginObject()
        $0.key("type")
        $0.value("fire")
        $0.key("n")
        $0.value(number)
        $0.endObject()
      }
    }
    output.write(lines: Array("{\"type\":\"job\"}\n{\"type\":\"job\"}\n".utf8), type: "job", count: 2)
    output.write(lines: [], type: "diagnostic", count: 0)
    try output.seal(EndRecord(tool: "t", ok: true))
    let lines = String(decoding: pipe.drain(), as: UTF8.self).split(separator: "\n")
    #expect(lines.first == "{\"type\":\"fire\",\"n\":0}")
    #expect(lines.last?.contains("\"counts\":{\"fire\":2,\"job\":2}") == true)
    #expect(!output.isClosed)
  }
}

extension String {
  /// How often a part appears.
  fileprivate func components(of part: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: part) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}

import JobsCore
import JobsReport
import Testing

@Suite("Records as one array")
struct JSONReportTests {
  @Test(
    "Lines become members, byte for byte, however they are handed over",
    arguments: [
      ([], "[]\n"), (["{\"a\":1.0e+3}\n"], "[\n{\"a\":1.0e+3}\n]\n"), (["{}", "\n", "{}\n"], "[\n{},\n{}\n]\n"),
      (["\n\r\n{ }\r\n\n [1] \n"], "[\n{ }\r,\n[1] \n]\n"), (["{\"a\"", ":1}\n{", "}"], "[\n{\"a\":1},\n{}\n]\n"),
    ] as [([String], String)])
  func members(_ parts: [String], _ expected: String) throws {
    var report = JSONReport()
    var all: [UInt8] = []
    for part in parts {
      report.add(lines: part.utf8)
      all += report.take()
      #expect(report.bytes.isEmpty)
    }
    report.finish()
    all += report.take()
    #expect(String(decoding: all, as: UTF8.self) == expected)
    var tree = Tree(source: all)
    try JSONReader.parse(&tree, in: 0..<all.count)
    #expect(tree.kind(Tree.root) == .sequence)
  }
}

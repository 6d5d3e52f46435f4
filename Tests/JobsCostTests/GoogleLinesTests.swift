import JobsCore
import Testing

@testable import JobsCost

@Suite("Lines of Google's export")
struct GoogleLinesTests {
  /// The row as it is read on the quick way.
  private func quick(_ line: String) throws(BillFault) -> [BillGroup] {
    let question = Self.question
    var tally = BillTally(question)
    var row = BillRow(question, .googleLines)
    var reader = GoogleLines(question)
    let padded = Array(line.utf8) + Array(repeating: 0, count: BillChunks.padding)
    try padded.withUnsafeBufferPointer { bytes throws(BillFault) in
      try reader.add(bytes.part(0, bytes.count - BillChunks.padding), to: &tally, &row)
    }
    return try tally.lines()
  }

  private func slow(_ line: String) throws(BillFault) -> [BillGroup] {
    let question = Self.question
    var tally = BillTally(question)
    var row = BillRow(question, .googleLines)
    try Array(line.utf8).withUnsafeBufferPointer { bytes throws(BillFault) in
      try GoogleTree(question).add(bytes, to: &tally, &row)
    }
    return try tally.lines()
  }

  private static let question = BillQuestion(
    [.job, .team, .service, .sku, .project, .region, .day], jobLabels: ["job"])

  @Test(
    "a line is the same on the quick way and as a tree, however it is written",
    arguments: [
      #"{"cost":1,"currency":"USD","usage_start_time":"2026-10-05","service":{"description":"a"},"labels":[{"key":"job","value":"x"}]}"#,
      #"{ "labels": [ {"value": "x", "key": "job"}, {"key":"team","value":null} ], "cost": "1.50", "currency": "USD", "usage_start_time": "2026-10-05" }"#,
      #"{"labels" : [{"key" : "job","value" : "x"}],"cost" : 1e-3 ,"currency":"USD","usage_start_time":"2026-10-05"}"#,
      #"{"service":{"description":"a \"b\" \\"},"cost":1,"currency":"USD","usage_start_time":"2026-10-05"}"#,
      #"{"note":"\\\\\"cost\":9,{[","cost":1,"currency":"USD","usage_start_time":"2026-10-05","labels":[{"key":"job","value":"t\u0065am"}]}"#,
      #"{"deep":[[[{"cost":5,"labels":[{"key":"job","value":"no"}]}]]],"cost":1,"currency":"USD","usage_start_time":"2026-10-05","credits":[{"amount":-0.25,"x":[{"amount":7}]},{"amount":-0.5}]}"#,
      #"{"resource":{"name":"projects/p/locations/r/jobs/n","global_name":null},"cost":-1,"currency":"USD","usage_start_time":"2026-10-05","sku":{"id":"s","description":"CPU"},"project":{"id":"p","labels":[{"key":"job","value":"no"}]},"location":{"region":"r"}}"#,
      #"{"usage":{"cost":3},"my_cost":4,"recost":5,"cost":1,"ccurrency":"EUR","currency":"USD","usage_start_time":"2026-10-05","labels":[]}"#,
      #"{"cost":1,"currency":"USD","usage_start_time":"2026-10-05","labels":null,"credits":null,"service":null}"#,
    ])
  func same(line: String) throws {
    let slow = try slow(line)
    #expect(try quick(line) == slow && slow.count == 1)
  }

  @Test("lines that are cut anywhere are refused, and never counted as something else")
  func cut() throws {
    let line =
      #"{"cost":12.5,"currency":"USD","usage_start_time":"2026-10-05","labels":[{"key":"job","value":"a\"x"}],"end":[1,{"a":"b"}]}"#
    for end in 1..<line.utf8.count {
      let part = String(decoding: Array(line.utf8)[..<end], as: UTF8.self)
      #expect(throws: BillFault.self, "\(part)") { try quick(part) }
    }
  }

  @Test("backslashes at the edges of what is looked at at once are seen")
  func edges() throws {
    for count in 40...140 {
      let note = String(repeating: "x", count: count)
      for escape in [#"\\"#, #"\""#, #"\\\""#, #"\\\\"#] {
        let line =
          #"{"note":"\#(note)\#(escape)","cost":1,"currency":"USD","usage_start_time":"2026-10-05","labels":[{"key":"job","value":"y"}]}"#
        let slow = try slow(line)
        #expect(try quick(line) == slow && slow.first?.keys.first == "y", "\(count) \(escape)")
      }
    }
  }
}

import JobsCore
import Testing

@testable import JobsGCP

@Suite struct LoggingServiceTests {
  @Test func `a filter holds nothing that is not quoted`() {
    var query = LoggingService.Query(region: "r", job: #"a" OR "b\"#, execution: "e", from: Instant(seconds: 0))
    query.to = Instant(seconds: 60)
    #expect(
      query.filter == #"""
        resource.type="cloud_run_job"
        resource.labels.job_name="a\" OR \"b\\"
        resource.labels.location="r"
        NOT logName:"varlog"
        NOT logName:"cloudaudit.googleapis.com"
        labels."run.googleapis.com/execution_name"="e"
        timestamp>="1970-01-01T00:00:00Z"
        timestamp<"1970-01-01T00:01:00Z"
        """#)
  }

  @Test(
    "an entry is a line as it was written, or a structured one as JSON",
    arguments: [
      (#""textPayload":"a\n""#, "a"), (#""textPayload":"a\nb""#, "a\nb"), (#""jsonPayload":{"n":1}"#, #"{"n":1}"#),
      (#""protoPayload":{}"#, nil),
    ] as [(String, String?)])
  func payloads(_ payload: String, _ text: String?) throws {
    let bytes = Array(
      #"{"timestamp":"2026-11-21T02:30:00.5Z","insertId":"i","logName":"projects/p/logs/run.googleapis.com%2Fstderr",\#(payload)}"#
        .utf8)
    var tree = Tree(source: bytes)
    try JSONReader.parse(&tree, in: 0..<bytes.count)
    let entry = LogEntry(tree, Tree.root)
    #expect(entry?.text == text)
    if let entry { #expect(entry.isError && entry.key.insertID == "i") }
  }
}

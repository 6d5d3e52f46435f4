import JobsCore
import Testing

@testable import GoogleDouble

@Suite struct LogFilterTests {
  private let entry: JSONValue = [
    "severity": "ERROR", "timestamp": "2026-11-21T20:00:00Z", "textPayload": "disk full",
    "labels": ["run.googleapis.com/execution_name": "a-b"], "resource": ["type": "cloud_run_job"],
    "jsonPayload": ["n": 5],
  ]

  @Test(arguments: [
    ("", true), ("severity=ERROR", true), ("severity!=ERROR", false), ("severity>=WARNING", true),
    ("severity>ERROR", false),
    ("severity<=\"NOTICE\"", false), ("textPayload:\"FULL\"", true), ("textPayload:empty", false),
    ("NOT textPayload:empty", true), ("resource.type = \"cloud_run_job\" AND severity=ERROR", true),
    ("resource.type=cloud_run_job severity=INFO", false),
    ("labels.\"run.googleapis.com/execution_name\"=\"a-b\"", true),
    ("labels.\"run.googleapis.com/execution_name\"=\"a-c\"", false), ("jsonPayload.n>4", true),
    ("jsonPayload.n<4.5", false),
    ("timestamp>=\"2026-11-21T19:59:59Z\" timestamp<\"2026-11-21T20:00:00.5Z\"", true), ("missing=\"x\"", false),
    ("missing!=\"x\"", true), ("labels:*", true),
    // OR binds closer than AND, which may be left out.
    ("severity=INFO OR severity=ERROR", true), ("severity=INFO OR severity=DEBUG textPayload:disk", false),
    ("severity=ERROR OR a=b AND textPayload:none", false), ("(severity=ERROR AND a=b) OR textPayload:disk", true),
    ("NOT (severity=INFO OR severity=ERROR)", false), ("-severity=INFO", true), ("-textPayload:disk", false),
    ("severity=(\"INFO\" OR \"ERROR\")", true), ("severity=(INFO OR DEBUG)", false),
    ("textPayload:(disk AND full)", true), ("textPayload:(disk AND empty)", false),
    ("textPayload=~\"^disk\\s+f\"", true), ("textPayload=~\"^full\"", false), ("textPayload!~\"^full\"", true),
    ("\"Disk Full\"", true), ("disk", true), ("tape", false), ("-- a word\nseverity=ERROR -- another", true),
  ])
  func `comparisons hold together`(filter: String, matches: Bool) throws {
    #expect(try LogFilter(filter).matches(entry) == matches)
  }

  @Test(arguments: [
    "severity>=", "= x", "a=b OR", "(a=b", "a=b)", "textPayload:\"open", "NOT", "AND a=b", "a=(b c)", "a=~\"[\"",
    "sample(insertId, 0.5)", String(repeating: "(", count: 100),
  ])
  func `what is not understood is refused`(filter: String) {
    #expect(throws: APIError.self) { try LogFilter(filter) }
  }
}

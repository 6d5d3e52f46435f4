import JobsCore
import JobsDeploy
import Testing

@Suite struct AppliedResourcesTests {
  @Test func `what is written is read again, in one order`() throws {
    var applied = AppliedResources()
    applied["k/p/b"] = [.init("schedule", "@daily"), .init("command", "say \"hi\"")]
    applied["k/p/a"] = [.init("retries", .init(3)), .init("args", .init(["--day", "1"])), .init("text", "3")]
    #expect(try AppliedResources(applied.bytes, name: "it") == applied)
    let lines = String(decoding: applied.bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.map { $0.contains("k/p/a") } == [true, false])
    applied["k/p/b"] = nil
    #expect(applied["k/p/b"] == nil && applied.fields.count == 1)
  }

  @Test(arguments: [
    "no json", #"{"type":"job","v":1,"id":"a","fields":{}}"#, #"{"type":"applied","v":1,"fields":{}}"#,
    #"{"type":"applied","v":1,"id":"a"}"#, #"{"type":"applied","v":1,"id":"a","fields":{"b":null}}"#,
    #"{"type":"applied","v":1,"id":"a","fields":[]}"#,
    "{\"type\":\"applied\",\"v\":1,\"id\":\"a\",\"fields\":{}}\n{\"type\":\"applied\",\"v\":1,\"id\":\"a\",\"fields\":{}}",
  ])
  func `anything else is refused`(_ text: String) {
    #expect(throws: Failure.self) { try AppliedResources(Array(text.utf8), name: "it") }
  }
}

import JobsCore
import JobsManifest
import Testing

@Suite("selectors") struct SelectorTests {
  @Test(arguments: [
    ("team=data", true), ("team=ops", false), ("team!=ops", true), ("name=report,target=local", true),
    ("tenant=acme", true),
    ("tenant=acme,team=ops", false), ("none=x", false), ("none!=x", true), ("id=acme/-/report", true),
  ])
  func matches(text: String, isMatch: Bool) throws {
    var job = Job(name: "report")
    job.tenant = "acme"
    job.labels = [Pair("team", "data")]
    #expect(try Selector(parsing: text).matches(job) == isMatch)
  }

  @Test("what is no KEY=VALUE is refused", arguments: ["", "team", "=x", "a=b,"])
  func malformed(text: String) { #expect(throws: Failure.self) { try Selector(parsing: text) } }
}

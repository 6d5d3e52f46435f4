import TestSupport
import Testing

@testable import GoogleDouble

/// Policies of a job, as of every other resource.
@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)"))
struct PolicyTests {
  private let double: Fixture
  private static let shared = Fixture([.run])

  init() throws { double = try #require(Self.shared) }

  private func made(_ name: String) -> String {
    let place = Fixture.place("policy-\(name)")
    _ = double.run("POST", "\(place)/jobs?jobId=a", Fixture.job())
    return "\(place)/jobs/a"
  }

  private func binding(_ member: String, _ role: String = "roles/run.invoker", _ more: String = "") -> String {
    "{\"role\":\"\(role)\",\"members\":[\"\(member)\"]\(more)}"
  }

  @Test func `a policy is changed with the etag that was read`() throws {
    let job = made("etag")
    let empty = try #require(double.run("GET", "\(job):getIamPolicy").text("etag"))
    let body = "{\"policy\":{\"etag\":\"\(empty)\",\"bindings\":[\(binding("user:a@b.c")),\(binding("user:d@b.c"))]}}"
    let kept = double.run("POST", "\(job):setIamPolicy", body)
    #expect(kept.text("bindings.0.members") == #"["user:a@b.c","user:d@b.c"]"#)
    #expect(kept.text("bindings.1") == nil)
    let stale = double.run("POST", "\(job):setIamPolicy", body)
    #expect(stale.status == 409)
    #expect(stale.text("error.status") == "ABORTED")
    // Without an etag whatever is there is overwritten.
    #expect(double.run("POST", "\(job):setIamPolicy", #"{"policy":{}}"#).status == 200)
    #expect(double.run("GET", "\(job):getIamPolicy").text("bindings") == nil)
  }

  private static let condition = #","condition":{"title":"t","expression":"true"}"#

  @Test(arguments: [
    ("nobody", "roles/run.invoker", "", 1), ("user:nobody", "roles/run.invoker", "", 1),
    ("user:a@b.c", "run.invoker", "", 1),
    ("user:a@b.c", "roles/", "", 1), ("user:a@b.c", "roles/run.invoker", condition, 1),
    ("user:a@b.c", "roles/owner", condition, 3), ("allUsers", "roles/run.invoker", condition, 3),
    ("user:a@b.c", "roles/run.invoker", #","condition":{"title":"t"}"#, 3), ("user:a@b.c", "roles/run.invoker", "", 2),
  ])
  func `a policy that cannot be is refused`(member: String, role: String, more: String, version: Int) {
    let job = made("refused")
    let body = "{\"policy\":{\"version\":\(version),\"bindings\":[\(binding(member, role, more))]}}"
    #expect(double.run("POST", "\(job):setIamPolicy", body).status == 400)
  }

  @Test func `who does not ask for version 3 sees no conditions`() {
    let job = made("conditions")
    let body =
      "{\"policy\":{\"version\":3,\"bindings\":[\(binding("user:a@b.c", "roles/run.invoker", Self.condition))]}}"
    #expect(double.run("POST", "\(job):setIamPolicy", body).text("version") == "3")
    let old = double.run("GET", "\(job):getIamPolicy")
    #expect(old.text("version") == "1")
    #expect(old.text("bindings.0.role")?.hasPrefix("roles/run.invoker_withcond_") ?? false)
    let new = double.run("GET", "\(job):getIamPolicy?options.requestedPolicyVersion=3")
    #expect(new.text("bindings.0.condition.title") == "t")
    #expect(double.run("GET", "\(job):getIamPolicy?options.requestedPolicyVersion=2").status == 400)
  }

  @Test func `a resource that is not there has no policy`() {
    #expect(double.run("GET", "\(Fixture.place("policy"))/jobs/none:getIamPolicy").status == 404)
    #expect(double.run("POST", "\(Fixture.place("policy"))/jobs/none:setIamPolicy", #"{"policy":{}}"#).status == 404)
  }
}

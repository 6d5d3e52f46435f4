import JobsCore
import Testing

@testable import JobsAudit

/// Which grants are new, and how many are gone.
struct GrantIndexTests {
  private static func policy(_ bindings: [(role: String, members: [String], condition: String?)]) -> AllowPolicy {
    AllowPolicy(
      resource: "projects/acme",
      bindings: bindings.map { one in
        GoogleBinding(
          role: one.role, members: one.members.map { GoogleMember($0) },
          condition: one.condition.map { GoogleCondition(title: "t", expression: $0, description: nil) },
          location: .start(of: "policy.json"))
      }, location: .start(of: "policy.json"))
  }

  private static func index(_ policies: [AllowPolicy], since before: GrantIndex? = nil) -> GrantIndex {
    var index = GrantIndex(since: before)
    for policy in policies { index.add(policy) }
    return index
  }

  @Test func `a member, a role, a condition or a resource that is another one is new, and the one before gone`() {
    let old = Self.policy([("roles/viewer", ["user:a@x.example", "user:b@x.example"], nil)])
    let before = Self.index([old])
    var elsewhere = old
    elsewhere.resource = "projects/other"
    let cases: [(policy: AllowPolicy, new: [String], gone: Int)] = [
      (old, [], 0),
      (Self.policy([("roles/viewer", ["user:b@x.example"], nil)]), [], 1),
      (
        Self.policy([("roles/viewer", ["user:b@x.example", "user:c@x.example", "user:a@x.example"], nil)]),
        ["user:c@x.example roles/viewer projects/acme "], 0
      ),
      (
        Self.policy([("roles/viewer", ["user:a@x.example"], "true"), ("roles/viewer", ["user:b@x.example"], nil)]),
        ["user:a@x.example roles/viewer projects/acme if true"], 1
      ),
      (
        elsewhere,
        ["user:a@x.example roles/viewer projects/other ", "user:b@x.example roles/viewer projects/other "], 2
      ),
    ]
    for (policy, new, gone) in cases {
      // What is told twice is one.
      let after = Self.index([policy, policy], since: before)
      #expect(after.new.map { "\($0.principal ?? "-") \($0.grant) \($0.resource) \($0.limit)" } == new)
      #expect(after.goneCount == gone)
    }
    #expect(before.new.isEmpty && before.goneCount == 0)
  }
}

import JobsCore
import Testing

@testable import JobsGCP

@Suite struct AccessPolicyTests {
  private static let role = "roles/run.invoker"
  private static let ann = "user:ann@acme.example"
  private static let job = "serviceAccount:job@acme.iam.gserviceaccount.com"

  private static func policy(_ json: String) throws -> AccessPolicy {
    let bytes = Array(json.utf8)
    var tree = Tree(source: bytes)
    try JSONReader.parse(&tree, in: 0..<bytes.count)
    return AccessPolicy(tree)
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private static let conditional =
    #"{"role":"roles/run.invoker","members":["\#(job)"],"condition":{"title":"t","expression":"e"}}"#

  @Test(arguments: [
    ("{}", false), (#"{"bindings":[]}"#, false),
    (#"{"bindings":[{"role":"roles/run.invoker","members":["\#(job)"]}]}"#, true),
    (#"{"bindings":[{"role":"roles/run.invoker","members":["\#(job)"],"condition":null}]}"#, true),
    (#"{"bindings":[{"role":"roles/run.viewer","members":["\#(job)"]}]}"#, false),
    (#"{"bindings":[{"role":"roles/run.invoker","members":["\#(ann)"]}]}"#, false),
    (#"{"bindings":[\#(conditional)]}"#, false),
    (
      #"{"bindings":[{"role":"roles/run.invoker","members":["serviceAccount:Job@acme.iam.gserviceaccount.com"]}]}"#,
      true
    ),
  ])
  func `a grant is a member of a binding without a condition`(_ json: String, _ isGranted: Bool) throws {
    #expect(try Self.policy(json).grants([Self.role], to: Self.job) == isGranted)
  }

  @Test func `a member is added beside others, and all else is written back as it was`() throws {
    let policy = try Self.policy(
      #"{"version":1,"etag":"BwX","auditConfigs":[{"service":"s"}],"bindings":[{"role":"roles/run.invoker","members":["\#(Self.ann)"]},\#(Self.conditional)]}"#
    )
    #expect(policy.etag == "BwX")
    #expect(
      Self.text(policy.adding(Self.role, to: Self.job))
        == #"{"policy":{"etag":"BwX","auditConfigs":[{"service":"s"}],"version":3,"bindings":[\#(Self.conditional),{"role":"roles/run.invoker","members":["\#(Self.ann)","\#(Self.job)"]}]}}"#
    )
  }

  @Test func `a binding is made where there is none, and goes with its last member`() throws {
    let empty = try Self.policy(#"{"etag":"ACAB"}"#)
    let added = #"{"role":"roles/run.invoker","members":["\#(Self.job)"]}"#
    #expect(
      Self.text(empty.adding(Self.role, to: Self.job))
        == #"{"policy":{"etag":"ACAB","version":3,"bindings":[\#(added)]}}"#)
    let both = try Self.policy(#"{"etag":"BwY","bindings":[\#(Self.conditional),\#(added)]}"#)
    #expect(
      Self.text(both.removing(Self.role, from: Self.job))
        == #"{"policy":{"etag":"BwY","version":3,"bindings":[\#(Self.conditional)]}}"#)
  }

  @Test func `a policy without an etag is known as one`() throws {
    #expect(try Self.policy("{}").etag == nil && Self.policy(#"{"etag":""}"#).etag == nil)
  }
}

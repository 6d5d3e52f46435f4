import JobsCore
import JobsManifest
import Testing

@testable import JobsAudit

@Suite("Rules of Google that see through groups")
struct GroupRulesTests {
  private static let now = Instant(rfc3339: "2026-11-23T00:00:00Z") ?? Instant(seconds: 0)
  private static let project = "//cloudresourcemanager.googleapis.com/projects/p"

  private static func context(_ memberships: [(String, String)], until end: String? = nil) -> PolicyContext {
    var estate = GoogleEstate()
    for (group, member) in memberships {
      estate.add(
        .membership(
          GoogleMembership(
            group: GoogleMember("group:\(group)@b.example"), member: GoogleMember(member),
            end: end.flatMap { Instant(rfc3339: $0) })))
    }
    let policy = try? PolicySource(
      Array(
        "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: a}\npolicy:\n  audit:\n    duties: [{name: d, roles: [roles/run.admin], with: [roles/iam.securityReviewer]}]\n"
          .utf8), path: "jobs.yaml")
    var context = PolicyContext(
      roles: RoleCatalog(), now: .exactly(now), domains: ["b.example"], organisation: policy.map { AuditPolicy($0) })
    context.know(estate)
    return context
  }

  private static func policy(_ grants: [(String, [String])]) -> AllowPolicy {
    AllowPolicy(
      resource: project, ancestors: ["projects/11"], version: 3,
      bindings: grants.map { role, members in
        GoogleBinding(role: role, members: members.map { GoogleMember($0) }, location: .start(of: "test"))
      }, location: .start(of: "test"))
  }

  /// The findings whose message speaks of a group that brings somebody in, as codes and messages.
  private static func within(_ policy: AllowPolicy, _ context: PolicyContext) -> [String] {
    PolicyRules.check(policy, context).filter { $0.message.contains(" by 'group:") }.map {
      "\($0.rule.code) \($0.message)"
    }
  }

  @Test(
    "whom a group brings in is found as if they stood in the binding, and the group is named",
    arguments: [
      ("roles/logging.viewer", "user:a@gmail.com", "GI103 'user:a@gmail.com' has 'roles/logging.viewer' on"),
      ("roles/logging.viewer", "user:a@c.example", "GI104 'user:a@c.example' of another domain has"),
      ("roles/logging.viewer", "group:x@c.example", "GI104 'group:x@c.example' of another domain has"),
      (
        "roles/run.admin", "serviceAccount:a@p.iam.gserviceaccount.com",
        "GI106 'serviceAccount:a@p.iam.gserviceaccount.com' has 'roles/run.admin' on"
      ),
      (
        "roles/editor", "serviceAccount:1-compute@developer.gserviceaccount.com",
        "GI111 'serviceAccount:1-compute@developer.gserviceaccount.com' has 'roles/editor' on"
      ),
      (
        "roles/iam.serviceAccountTokenCreator", "serviceAccount:a@q.iam.gserviceaccount.com",
        "GI112 'serviceAccount:a@q.iam.gserviceaccount.com' of another project has"
      ),
      (
        "roles/logging.viewer", "user:\u{430}nn@b.example", "GI118 'user:\u{430}nn@b.example' with letters beyond ASCII"
      ),
    ])
  func members(role: String, member: String, words: String) throws {
    let policy = Self.policy([(role, ["group:dev@b.example"])])
    // Directly, by a group of a group, and by groups that are in each other.
    for memberships in [
      [("dev", member)], [("dev", "group:ops@b.example"), ("ops", member)],
      [("dev", "group:ops@b.example"), ("ops", "group:dev@b.example"), ("ops", member)],
    ] {
      let found = Self.within(policy, Self.context(memberships))
      #expect(found.count == 1 && found[0].hasPrefix(words), "\(found)")
      #expect(found[0].hasSuffix("on 'projects/p' by 'group:dev@b.example'"), "\(found)")
    }
    #expect(Self.within(policy, Self.context([("other", member)])).isEmpty)
    #expect(Self.within(policy, Self.context([("dev", member)], until: "2026-11-22T00:00:00Z")).isEmpty)
    #expect(Self.within(policy, Self.context([("dev", "user:ann@b.example")])).isEmpty)
    // Who stands in the binding too is found once, and can be taken out of it.
    let both = Self.policy([(role, ["group:dev@b.example", member])])
    let code = String(words.prefix(5))
    let found = PolicyRules.check(both, Self.context([("dev", member)])).filter { $0.rule.code == code }
    #expect(found.count == 1 && !found[0].message.contains("by 'group"), "\(found.map(\.message))")
    #expect(!found[0].remedies.isEmpty)
  }

  @Test("whom a group brings in is taken out of the group, by hand")
  func mending() throws {
    let finding = try #require(
      PolicyRules.check(
        Self.policy([("roles/logging.viewer", ["group:dev@b.example"])]), Self.context([("dev", "user:a@gmail.com")])
      ).first { $0.rule.code == "GI103" })
    #expect(finding.remedies.isEmpty && finding.noCommand?.contains("whom a group brings in") == true)
    #expect(finding.hint?.hasPrefix("take it out of 'group:dev@b.example', or ") == true)
    #expect(finding.principal == "user:a@gmail.com" && finding.controls.map(\.id) == ["1.2"])
  }

  @Test(
    "two duties of one are found where groups bring one or both of them, and a group that has both is found itself",
    arguments: [
      (["user:a@b.example"], ["group:dev@b.example"], ["'user:a@b.example' X 'projects/p' by 'group:dev@b.example'"]),
      (["group:dev@b.example"], ["user:a@b.example"], ["'user:a@b.example' X 'projects/p' by 'group:dev@b.example'"]),
      (
        ["group:dev@b.example"], ["group:ops@b.example"],
        ["'user:a@b.example' X 'projects/p' by 'group:dev@b.example' and 'group:ops@b.example'"]
      ),
      (["group:dev@b.example"], ["group:dev@b.example"], ["'group:dev@b.example' X 'projects/p'"]),
      (
        ["group:all@b.example"], ["group:dev@b.example"],
        ["'group:dev@b.example' X 'projects/p' by 'group:all@b.example'"]
      ),
      (
        ["group:dev@b.example"], ["group:all@b.example"],
        ["'user:a@b.example' X 'projects/p' by 'group:dev@b.example' and 'group:all@b.example'"]
      ),
      (["user:c@b.example"], ["group:dev@b.example"], []),
    ] as [([String], [String], [String])])
  func duties(first: [String], second: [String], expected: [String]) {
    let context = Self.context([
      ("dev", "user:a@b.example"), ("ops", "user:a@b.example"), ("all", "group:dev@b.example"),
      ("ops", "user:b@b.example"),
    ])
    for (code, words, roles) in [
      (
        "GI108", "both manages and uses service accounts of",
        ("roles/iam.serviceAccountAdmin", "roles/iam.serviceAccountUser")
      ),
      ("GI109", "both manages and uses keys of", ("roles/cloudkms.admin", "roles/cloudkms.cryptoKeyDecrypter")),
      ("GI132", "has both sides of 'd' on", ("roles/run.admin", "roles/iam.securityReviewer")),
    ] {
      let found = PolicyRules.check(Self.policy([(roles.0, first), (roles.1, second)]), context)
        .filter { $0.rule.code == code }.map(\.message)
      #expect(found == expected.map { $0.replacing("X", with: words) }, "\(found)")
    }
  }

  @Test("a deny policy on a group takes from those who are in it, and leaves others of the binding's group")
  func denied() {
    var context = Self.context([
      ("dev", "serviceAccount:a@p.iam.gserviceaccount.com"), ("dev", "serviceAccount:b@p.iam.gserviceaccount.com"),
      ("blocked", "group:inner@b.example"), ("inner", "serviceAccount:a@p.iam.gserviceaccount.com"),
    ])
    let policy = Self.policy([("roles/editor", ["group:dev@b.example"])])
    #expect(Self.within(policy, context).first?.contains("b@p.iam") == true)
    context.denials.add(
      DenyPolicy(
        id: "d", attachment: "projects/p",
        rules: [
          DenyRule(
            principals: [DenyPrincipal("principalSet://goog/group/blocked@b.example")], exceptPrincipals: [],
            permissions: [Glob("*")], exceptPermissions: [], location: .start(of: "test"))
        ]))
    let left = PolicyRules.check(policy, context).filter { $0.rule.code == "GI106" }
    // Nobody knows who else is in the group that is denied.
    #expect(left.map(\.principal) == ["serviceAccount:b@p.iam.gserviceaccount.com"], "\(left.map(\.message))")
    #expect(left.first?.verdict == .possible && left.first?.missing.isEmpty == false)
  }

  @Test("groups in a long circle are followed once, whoever asks")
  func circle() {
    let count = 3_000
    var memberships = (0..<count).map { ("g\($0)", "group:g\(($0 + 1) % count)@b.example") }
    memberships.append(("g7", "user:a@gmail.com"))
    let context = Self.context(memberships)
    let policy = Self.policy((0..<20).map { ("roles/logging.viewer", ["group:g\($0 * 100)@b.example"]) })
    for _ in 0..<50 { #expect(Self.within(policy, context).count == 20) }
  }
}

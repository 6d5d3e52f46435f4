import JobsCore
import Testing

@testable import JobsAudit

@Suite("Rules over policies of Google")
struct PolicyRulesTests {
  private static let project = "//cloudresourcemanager.googleapis.com/projects/p"
  private static let job = "//run.googleapis.com/projects/p/locations/europe-west1/jobs/a"
  private static let now = Instant(rfc3339: "2026-11-22T00:00:00Z") ?? Instant(seconds: 0)

  private static func findings(
    _ bindings: [(role: String, members: [String], condition: String?)], on resource: String = project,
    version: Int? = 3, domains: Set<String> = []
  ) -> [Finding] {
    let policy = AllowPolicy(
      resource: resource, version: version,
      bindings: bindings.map { binding in
        GoogleBinding(
          role: binding.role, members: binding.members.map(GoogleMember.init),
          condition: binding.condition.map { GoogleCondition(title: "t", expression: $0) },
          location: .start(of: "test"))
      }, location: .start(of: "test"))
    return PolicyRules.check(policy, PolicyContext(roles: RoleCatalog(), now: .exactly(now), domains: domains))
  }

  private static func codes(
    _ role: String, _ member: String, _ condition: String? = nil, on resource: String = project
  ) -> [String] {
    findings([(role, [member], condition)], on: resource).map { "\($0.rule.code) \($0.severity.rawValue)" }
  }

  private static let account = "serviceAccount:a@p.iam.gserviceaccount.com"

  @Test(
    "one member with one role on a project",
    arguments: [
      ("roles/logging.viewer", "user:a@b.example", []), ("roles/owner", "user:a@b.example", ["GI101 medium"]),
      ("roles/viewer", "group:a@b.example", ["GI101 low"]), ("roles/logging.viewer", "allUsers", ["GI102 critical"]),
      ("roles/logging.viewer", "user:a@gmail.com", ["GI103 high"]),
      ("roles/logging.viewer", "user:a@notgmail.com", []),
      ("roles/logging.viewer", "user:a@googlemail.com", ["GI103 high"]),
      ("roles/run.jobsExecutor", "user:a@b.example", ["GI110 low"]),
      ("roles/logging.viewer", "deleted:user:a@b.example?uid=1", ["GI105 low"]),
      ("roles/owner", account, ["GI106 high"]), ("roles/iam.serviceAccountUser", "user:a@b.example", ["GI107 high"]),
      ("roles/iam.serviceAccountTokenCreator", account, ["GI107 medium"]),
      ("roles/iam.serviceAccountTokenCreator", "serviceAccount:s@gcp-sa-pubsub.iam.gserviceaccount.com", []),
      ("roles/editor", "serviceAccount:1@cloudservices.gserviceaccount.com", []),
      ("roles/run.invoker", "user:a@b.example", ["GI110 low"]),
      ("roles/editor", "serviceAccount:1-compute@developer.gserviceaccount.com", ["GI111 high"]),
      (
        "roles/iam.serviceAccountKeyAdmin", "serviceAccount:a@other.iam.gserviceaccount.com",
        ["GI106 high", "GI112 medium"]
      ),
      (
        "roles/iam.workloadIdentityUser",
        "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/gh/*",
        ["GI107 high", "GI116 high"]
      ),
      ("roles/logging.viewer", "user:\u{430}@b.example", ["GI118 high"]),
      ("roles/logging.viewer", "user:\u{E9}@b.example", ["GI118 high"]),
    ])
  func members(role: String, member: String, expected: [String]) {
    #expect(Self.codes(role, member) == expected)
  }

  @Test(
    "what a deny policy takes away is not found, and what it may is possible",
    arguments: [
      ("projects/p", "principalSet://goog/public:all", "iam.googleapis.com/serviceAccounts.*", "none"),
      ("organizations/1", "principal://goog/subject/a@b.example", "iam.googleapis.com/serviceAccounts.actAs", "none"),
      ("projects/q", "principalSet://goog/public:all", "iam.googleapis.com/serviceAccounts.*", "proven"),
      ("projects/p", "principal://goog/subject/c@b.example", "iam.googleapis.com/serviceAccounts.*", "proven"),
      ("projects/p", "principalSet://goog/public:all", "run.googleapis.com/*", "proven"),
      ("projects/p", "principalSet://goog/group/g@b.example", "iam.googleapis.com/serviceAccounts.*", "possible"),
    ])
  func denied(attachment: String, principal: String, permission: String, verdict: String) {
    var context = PolicyContext(roles: RoleCatalog(), now: .exactly(Self.now))
    context.denials.add(
      DenyPolicy(
        id: "d", attachment: attachment,
        rules: [
          DenyRule(
            principals: [DenyPrincipal(principal)], exceptPrincipals: [], permissions: [Glob(permission)],
            exceptPermissions: [], condition: nil, location: .start(of: "test"))
        ]))
    let policy = AllowPolicy(
      resource: Self.project, ancestors: ["projects/11", "organizations/1"], version: 3,
      bindings: [
        GoogleBinding(
          role: "roles/iam.serviceAccountUser", members: [GoogleMember("user:a@b.example")],
          location: .start(of: "test"))
      ], location: .start(of: "test"))
    let found = PolicyRules.check(policy, context)
    #expect(found.map(\.rule.code) == (verdict == "none" ? [] : ["GI107"]))
    #expect(found.allSatisfy { $0.verdict.rawValue == verdict && $0.missing.isEmpty == (verdict == "proven") })
  }

  @Test(
    "a deny policy of a project holds for what is in it, and takes a role where it takes all that the role is about")
  func deniedWithin() {
    let rule = DenyRule(
      principals: [.everybody], exceptPrincipals: [], permissions: [Glob("run.googleapis.com/*")],
      exceptPermissions: [], condition: nil, location: .start(of: "test"))
    var denials = Denials()
    denials.add(DenyPolicy(id: "d", attachment: "projects/p", rules: [rule]))
    let policy = AllowPolicy(resource: Self.job, version: 3, bindings: [], location: .start(of: "test"))
    let member = GoogleMember("user:a@b.example")
    #expect(denials.take(["run.jobs.run"], from: [member], on: policy).truth == .yes)
    #expect(denials.take(["run.jobs.run", "iam.serviceAccounts.actAs"], from: [member], on: policy).truth == .no)
  }

  @Test("a condition that cannot be read is neither true nor false")
  func unreadable() {
    let condition = BindingCondition(GoogleCondition(title: "t", expression: "this is no condition"))
    let found = condition.truth(at: .exactly(Self.now), type: nil, names: [])
    #expect(found.truth == .unknown && found.missing != nil)
  }

  @Test("on a resource itself a grant is as narrow as it ought to be")
  func narrow() {
    #expect(Self.codes("roles/run.invoker", "user:a@b.example", on: Self.job).isEmpty)
    #expect(
      Self.codes(
        "roles/iam.serviceAccountUser", "user:a@b.example", on: "//iam.googleapis.com/projects/p/serviceAccounts/1"
      ).isEmpty)
    #expect(Self.codes("roles/run.invoker", "allUsers", on: Self.job) == ["GI102 critical"])
  }

  @Test(
    "conditions on time",
    arguments: [
      ("request.time < timestamp('2026-01-01T00:00:00Z')", ["GI113 low"]),
      ("request.time < timestamp('2026-12-01T00:00:00Z')", ["GI103 high", "GI113 info"]),
      ("request.time < timestamp('2027-12-01T00:00:00Z')", ["GI103 high"]),
      ("resource.type == 'x' && request.time < timestamp('2026-01-01T00:00:00Z')", ["GI113 low"]),
      ("request.time < timestamp('2026-11-22T00:00:00Z')", ["GI113 low"]),
      (
        "request.time < timestamp('2027-12-01T00:00:00Z') && request.time < timestamp('2026-12-01T00:00:00Z')",
        ["GI103 high", "GI113 info"]
      ),
      ("resource.name.startsWith('x')", ["GI103 high"]), ("this is no condition", ["GI103 high", "GI117 info"]),
    ])
  func conditions(expression: String, expected: [String]) {
    #expect(Self.codes("roles/logging.viewer", "user:a@gmail.com", expression) == expected)
  }

  @Test("conditions where IAM takes none, and policies that would lose theirs")
  func misplaced() {
    #expect(Self.codes("roles/owner", Self.account, "resource.name == 'x'") == ["GI106 high", "GI114 medium"])
    #expect(
      Self.codes("roles/logging.viewer", "allUsers", "resource.name == 'x'") == ["GI102 critical", "GI114 medium"])
    let found = Self.findings([("roles/logging.viewer", ["user:a@b.example"], "resource.name == 'x'")], version: 1)
    #expect(found.map(\.rule.code) == ["GI115"])
  }

  @Test("two duties in one hand, whichever bindings they are in")
  func duties() {
    let found = Self.findings([
      ("roles/iam.serviceAccountAdmin", ["user:a@b.example", "user:b@b.example"], nil),
      ("roles/iam.serviceAccountUser", ["user:a@b.example", "user:c@b.example"], nil),
    ])
    #expect(found.filter { $0.rule.code == "GI108" }.map(\.principal) == ["user:a@b.example"])
    let gone = "deleted:user:d@b.example?uid=1"
    let deleted = Self.findings([
      ("roles/iam.serviceAccountAdmin", [gone], nil), ("roles/iam.serviceAccountUser", [gone], nil),
    ])
    #expect(deleted.map(\.rule.code) == ["GI105"])
    let keys = Self.findings([
      ("roles/cloudkms.admin", ["user:a@b.example"], nil),
      ("roles/cloudkms.cryptoKeyDecrypter", ["user:a@b.example"], nil),
    ])
    #expect(keys.map(\.rule.code) == ["GI109"])
  }

  @Test("members of other domains are found once it is said which are ours")
  func domains() {
    let found = Self.findings(
      [("roles/logging.viewer", ["user:a@B.example", "group:g@c.example", "domain:d.example"], nil)],
      domains: ["b.example"])
    #expect(found.map(\.rule.code) == ["GI104"])
    #expect(found.first?.message.contains("'group:g@c.example', 'domain:d.example'") == true)
    let consumer = Self.findings([("roles/logging.viewer", ["user:a@gmail.com"], nil)], domains: ["b.example"])
    #expect(consumer.map(\.rule.code) == ["GI103"], "it is one finding, not two")
  }

  @Test("controls stand where the benchmark speaks of what was found, and nowhere else")
  func controls() {
    func controls(_ code: String, _ role: String, _ member: String, on resource: String = Self.project) -> [String] {
      Self.findings([(role, [member], nil)], on: resource).filter { $0.rule.code == code }.flatMap(\.controls).map(\.id)
    }
    let key = "//cloudkms.googleapis.com/projects/p/locations/l/keyRings/r/cryptoKeys/k"
    #expect(controls("GI102", "roles/cloudkms.viewer", "allUsers", on: key) == ["1.10"])
    #expect(controls("GI102", "roles/run.invoker", "allUsers", on: Self.job).isEmpty)
    let machine = "serviceAccount:1-compute@developer.gserviceaccount.com"
    #expect(controls("GI111", "roles/editor", machine) == ["1.6"])
    #expect(controls("GI111", "roles/iam.serviceAccountUser", machine).isEmpty)
    #expect(controls("GI107", "roles/iam.serviceAccountUser", "user:a@b.example") == ["1.7"])
    #expect(controls("GI107", "roles/iam.serviceAccountUser", Self.account).isEmpty)
  }

  @Test("by its number a project is not told from that of an account")
  func numbers() {
    let stranger = "serviceAccount:a@other.iam.gserviceaccount.com"
    let name = "//cloudresourcemanager.googleapis.com/projects/11"
    #expect(Self.codes("roles/iam.serviceAccountKeyAdmin", stranger, on: name) == ["GI106 high"])
  }

  @Test("100,000 members of a binding are one finding")
  func many() {
    let found = Self.findings([("roles/owner", (0..<100_000).map { "user:u\($0)@b.example" }, nil)])
    #expect(found.map(\.rule.code) == ["GI101"])
    #expect(found.first?.message.contains("and 99997 more") == true)
  }

  @Test("remedies name the resource, keep the condition and have an inverse")
  func remedies() throws {
    let found = Self.findings([("roles/run.invoker", ["allUsers"], nil)], on: Self.job)
    let remedy = try #require(found.first?.remedies.first)
    #expect(
      remedy.run
        == "gcloud run jobs remove-iam-policy-binding a --region=europe-west1 --project=p --member=allUsers --role=roles/run.invoker"
    )
    #expect(remedy.undo == remedy.run.replacing("remove-iam", with: "add-iam"))
    let conditional = Self.findings([("roles/logging.viewer", ["user:a@gmail.com"], "resource.name == 'x'")])
    #expect(
      conditional.first?.remedies.first?.run.contains(#"--condition='expression=resource.name == '\''x'\'',title=t'"#)
        == true)
  }

  @Test("the fingerprint is of what a finding is about, not of where it was read")
  func fingerprints() {
    var a = Self.findings([("roles/logging.viewer", ["allUsers"], nil)])[0]
    let b = a
    a.location = Location(file: "other", line: 7, column: 7, endLine: 7, endColumn: 7)
    #expect(a.fingerprint == b.fingerprint)
    let other = Self.findings([("roles/logging.admin", ["allUsers"], nil)])[0]
    #expect(other.fingerprint != b.fingerprint)
  }
}

@Suite("Rules as a whole")
struct RuleCatalogTests {
  @Test("each code is there once, and each rule has its words")
  func codes() {
    let rules = RuleCatalog.all
    #expect(Set(rules.map(\.code)).count == rules.count)
    #expect(Set(rules.map(\.name)).count == rules.count)
    for rule in rules {
      #expect(rule.summary.hasSuffix(".") && rule.page.hasSuffix("."), "\(rule.code)")
      // What an organisation asks of itself has its own policy for a source, and everything else a page and a day.
      #expect(rule.source.contains("2026") || rule.source.contains("policy"), "\(rule.code)")
    }
  }

  @Test("the shipped roles know what they have to")
  func roles() {
    let catalog = RoleCatalog()
    #expect(catalog.holds("roles/iam.serviceAccountUser", "iam.serviceAccounts.actAs"))
    #expect(catalog.holds("roles/iam.workloadIdentityUser", "iam.serviceAccounts.getAccessToken"))
    #expect(catalog.holds("roles/run.developer", "run.jobs.runWithOverrides"))
    #expect(!catalog.holds("roles/run.invoker", "run.jobs.runWithOverrides"))
    #expect(!catalog.isKnown("roles/logging.viewer"))
  }
}

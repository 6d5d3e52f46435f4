import JobsCore
import JobsManifest
import Testing

@testable import JobsAudit

@Suite struct AuditPolicyTests {
  private static let now = Instant(rfc3339: "2026-11-22T10:00:00Z") ?? Instant(seconds: 0)
  private static let project = "//cloudresourcemanager.googleapis.com/projects/acme-prod"

  private static func policy(_ body: String) throws -> AuditPolicy {
    let head = "apiVersion: jobs/v1\nkind: Policy\nmetadata: {name: acme}\npolicy:\n"
    return AuditPolicy(try PolicySource(Array((head + body).utf8), path: "audit.yaml"))
  }

  private static func findings(
    _ role: String, _ member: String, under policy: AuditPolicy, on resource: String = project
  ) -> [Finding] {
    let allow = AllowPolicy(
      resource: resource, version: 3,
      bindings: [GoogleBinding(role: role, members: [GoogleMember(member)], location: .start(of: "test"))],
      location: .start(of: "test"))
    return PolicyRules.check(
      allow, PolicyContext(roles: RoleCatalog(), now: .exactly(now), domains: policy.domains, organisation: policy))
  }

  private static func verdict(_ body: String, _ role: String = "roles/owner") throws -> [String] {
    let policy = try policy(body)
    #expect(policy.faults.isEmpty, "\(policy.faults)")
    let gate = PolicyGate(policy, now: now)
    return findings(role, "user:ada@acme.example", under: policy).map { finding in
      switch gate.judge(finding) {
      case .off: "\(finding.rule.code) off"
      case .stands(let finding): "\(finding.rule.code) \(finding.severity.rawValue)"
      case .accepted(let finding, let suppression): "\(finding.rule.code) until \(suppression.lastDay)"
      }
    }
  }

  @Test func `rules are turned off, or given a severity`() throws {
    #expect(try Self.verdict("  audit: {}\n") == ["GI101 medium"])
    #expect(try Self.verdict("  audit: {rules: {GI101: off}}\n") == ["GI101 off"])
    #expect(try Self.verdict("  audit: {rules: {gi101: critical, GI102: off}}\n") == ["GI101 critical"])
  }

  @Test(arguments: [
    ("", true), (", principal: 'user:ada@*'", true), (", principal: 'user:eve@*'", false),
    (", resource: projects/acme-prod", true), (", resource: 'projects/acme-*'", true),
    (", resource: projects/acme", false), (", job: 'a/*'", false), (", fingerprint: '0000000000000000'", false),
    (", principal: '*', resource: '*'", true), (", principal: '*', resource: projects/other", false),
  ])
  func `a suppression accepts what all of it fits`(choice: String, isAccepted: Bool) throws {
    let found = try Self.verdict(
      "  suppressions: [{rule: GI101, reason: moving, expires: \"2026-12-31\"\(choice)}]\n")
    #expect(found == [isAccepted ? "GI101 until 2026-12-31" : "GI101 medium"])
  }

  @Test(arguments: [("2026-11-21", true), ("2026-11-22", false), ("2026-11-23", false)])
  func `a suppression holds through its last day, and is one more finding after it`(day: String, isOver: Bool) throws {
    let body = "  suppressions: [{rule: GI101, reason: moving, owner: ada, expires: \"\(day)\"}]\n"
    #expect(try Self.verdict(body) == [isOver ? "GI101 medium" : "GI101 until \(day)"])
    let expired = PolicyGate(try Self.policy(body), now: Self.now).expired
    #expect(expired.map(\.rule.code) == (isOver ? ["PO101"] : []))
    #expect(expired.allSatisfy { $0.location.file == "audit.yaml" && $0.location.line == 5 })
  }

  @Test(arguments: [
    ("  suppressions: [{rule: GI101, reason: x}]\n", "expires"),
    ("  suppressions: [{rule: GI101, expires: \"2027-01-01\"}]\n", "reason"),
    ("  suppressions: [{rule: GI101, reason: x, expires: \"2027-02-30\"}]\n", "'2027-02-30' is no day"),
    ("  suppressions: [{rule: GI101, reason: x, expires: \"soon\"}]\n", "'soon' is no day"),
    ("  audit: {rules: {GI999: off}}\n", "there is no rule 'GI999'"),
    ("  audit: {rules: {GI101: maybe}}\n", "one of"), ("  audit: {rule: {}}\n", "unknown key 'rule'"),
    ("  audit: {tests: [{name: a, given: {}, expect: []}]}\n", "given nothing to judge"),
    ("  audit: {tests: [{name: a, given: {input: {}, asOf: later}, expect: []}]}\n", "'later' is no time"),
    ("  audit: {tests: [{name: a, given: {input: {}}, expect: [XX1]}]}\n", "there is no rule 'XX1'"),
    ("  audit: {tests: [{name: a, given: {input: {}}, expect: [], only: [XX1]}]}\n", "there is no rule 'XX1'"),
    ("  audit: {tests: [{name: a, given: {input: {}}, expect: [GI101], only: [GI102]}]}\n", "not among 'only'"),
    ("  audit: {tests: [&t {name: a, given: {input: {}}, expect: []}, *t]}\n", "'a' stands twice"),
    (
      "  audit: {environments: {prod: {}}, tests: [{name: a, given: {env: dev, jobs: [{}]}, expect: []}]}\n",
      "no environment 'dev'"
    ),
    ("  audit: {rules: {GI101: high, gi101: low}}\n", "rule 'GI101' stands twice"),
    ("  suppressions: [{rule: GI101, reason: \" \", expires: \"2027-01-01\"}]\n", "has no reason"),
    ("  audit: {domains: [\"@acme.example\"]}\n", "'@acme.example' is no domain"),
    ("  audit: {domains: [\"*.acme.example\"]}\n", "is no domain"), ("  audit: {domains: [acme]}\n", "is no domain"),
    ("  audit: {duties: [{name: a, roles: [], with: [roles/x]}]}\n", "nothing in 'roles'"),
    ("  audit: {environments: {prod: {accounts: [\"12\"]}}}\n", "'12' is no account"),
    ("  audit: {environments: {a: {projects: [p]}, b: {projects: [p]}}}\n", "'p' is in 'a' already"),
  ])
  func `what cannot be meant is a fault with its place`(body: String, words: String) throws {
    let policy = try Self.policy(body)
    #expect(policy.faults.contains { $0.message.contains(words) && $0.location.line == 5 }, "\(policy.faults)")
  }

  @Test(arguments: [
    "", "kind: Policy\n", "- a\n", "apiVersion: jobs/v1\nkind: Job\n", "\u{0}", "a: [\n", "a: &a [*a]\n",
    "apiVersion: jobs/v1\nkind: Policy\nmetadata: {name: a}\npolicy: {}\n---\napiVersion: jobs/v1\nkind: Policy\nmetadata: {name: b}\npolicy: {}\n",
  ])
  func `what is no policy is refused`(text: String) {
    #expect(throws: Failure.self) { try PolicySource(Array(text.utf8), path: "x.yaml") }
  }

  @Test func `a project file tells the environments, and its policy more of them`() throws {
    let text = """
      apiVersion: jobs/v1
      kind: Project
      metadata: {name: acme}
      environments:
        prod: {protected: true, gcp: {project: acme-prod}, aws: {account: "111122223333"}}
        dev: {gcp: {project: acme-dev}}
      policy: {audit: {environments: {prod: {roles: [roles/run.*], regions: [europe-*]}}}}
      """
    let policy = AuditPolicy(try PolicySource(Array(text.utf8), path: "jobs.yaml"))
    #expect(policy.faults.isEmpty && policy.protected == ["prod"])
    #expect(policy.environment(ofProject: "acme-prod")?.name == "prod")
    #expect(policy.environment(ofAccount: "111122223333")?.roles.map(\.text) == ["roles/run.*"])
    let ada = "user:ada@acme.example"
    #expect(Self.findings("roles/storage.admin", ada, under: policy).map(\.rule.code) == ["GI131"])
    #expect(Self.findings("roles/run.viewer", ada, under: policy).isEmpty)
    for other in [
      "serviceAccount:service-1@gcp-sa-pubsub.iam.gserviceaccount.com", "deleted:user:o@acme.example?uid=1",
    ] {
      let found = Self.findings("roles/storage.admin", other, under: policy).map(\.rule.code)
      #expect(!found.contains("GI131"), "\(other)")
    }
    let elsewhere = "//cloudresourcemanager.googleapis.com/projects/acme-dev"
    #expect(Self.findings("roles/storage.admin", ada, under: policy, on: elsewhere).isEmpty)
  }

  @Test func `managed policies are held to what an environment allows`() throws {
    let policy = try Self.policy(
      "  audit: {environments: {prod: {accounts: [\"111122223333\"], roles: [\"arn:aws:iam::aws:policy/ReadOnly*\"]}}}\n"
    )
    var account = AWSAccount(number: "111122223333")
    let arn = try #require(ARN("arn:aws:iam::111122223333:role/a"))
    var role = AWSIdentity(kind: .role, name: "a", arn: arn, uniqueID: "", location: .start(of: "test"))
    role.attached = ["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::aws:policy/AdministratorAccess"]
    account.add(role)
    let found = ForbiddenPolicy.check(account, policy)
    #expect(found.map(\.rule.code) == ["AI131"])
    #expect(
      found.first?.remedies.first?.undo
        == "aws iam attach-role-policy --role-name a --policy-arn arn:aws:iam::aws:policy/AdministratorAccess")
    #expect(ForbiddenPolicy.check(account, nil).isEmpty)
  }

  @Test func `duties that are kept apart are found with their name and severity`() throws {
    let policy = try Self.policy(
      "  audit: {duties: [{name: deploy and approve, roles: [roles/run.*], with: [roles/iam.securityReviewer], severity: high}]}\n"
    )
    func binding(_ role: String, _ members: String...) -> GoogleBinding {
      GoogleBinding(role: role, members: members.map(GoogleMember.init), location: .start(of: "test"))
    }
    let allow = AllowPolicy(
      resource: Self.project, version: 3,
      bindings: [
        binding("roles/run.viewer", "user:a@b.example", "user:c@b.example"),
        binding("roles/iam.securityReviewer", "user:c@b.example", "user:d@b.example"),
      ], location: .start(of: "test"))
    let found = PolicyRules.check(
      allow, PolicyContext(roles: RoleCatalog(), now: .exactly(Self.now), organisation: policy))
    #expect(
      found.map { "\($0.rule.code) \($0.severity.rawValue) \($0.principal ?? "")" } == ["GI132 high user:c@b.example"])
    #expect(found.first?.message.contains("both sides of 'deploy and approve'") == true)
    let again = try Self.policy(
      "  audit: {duties: [{name: a, roles: [roles/run.*], with: [roles/iam.securityReviewer]}, {name: b, roles: [roles/run.viewer], with: [roles/iam.*]}]}\n"
    )
    let both = PolicyRules.check(
      allow, PolicyContext(roles: RoleCatalog(), now: .exactly(Self.now), organisation: again))
    #expect(both.count == 2 && Set(both.map(\.fingerprint)).count == 2 && both.allSatisfy { $0.severity == .medium })
  }

  // MARK: Jobs

  private static func codes(_ body: String, _ change: (inout Job) -> Void = { _ in }) throws -> [String] {
    let policy = try policy(body)
    #expect(policy.faults.isEmpty)
    var job = Job(name: "a")
    job.env = "prod"
    job.target = Target(kind: .cloudRun, project: "acme-prod", region: "europe-west1")
    job.identity = "report@acme-prod.iam.gserviceaccount.com"
    job.run.image = "europe-docker.pkg.dev/acme/jobs/report:1"
    change(&job)
    return ManifestRules.check([job], ManifestContext([job], protected: [], organisation: policy)).map(\.rule.code)
  }

  @Test(arguments: [
    ("regions: [europe-*]", []), ("regions: [us-*]", ["JA131"]), ("registries: ['europe-docker.pkg.dev/acme']", []),
    ("registries: ['ghcr.io/acme']", ["JA132"]), ("cmek: true", ["JA133"]), ("cmek: false", []),
  ])
  func `an environment's regions, registries and keys are asked of its jobs`(asked: String, codes: [String]) throws {
    let body = "  audit: {environments: {prod: {\(asked)}}}\n"
    #expect(try Self.codes(body) == codes)
    #expect(try Self.codes(body) { $0.env = "dev" }.isEmpty)
  }

  @Test func `a registry has to be allowed by the organisation and by the environment`() throws {
    #expect(try Self.codes("  registries: [ghcr.io]\n") == ["JA132"])
    #expect(try Self.codes("  registries: ['*-docker.pkg.dev/acme']\n").isEmpty)
    #expect(try Self.codes("  registries: [docker.io/library]\n") { $0.run.image = "alpine" }.isEmpty)
    #expect(
      try Self.codes("  registries: ['*']\n  audit: {environments: {prod: {registries: [ghcr.io]}}}\n") == ["JA132"])
    #expect(
      try Self.codes("  audit: {environments: {prod: {cmek: true}}}\n") {
        $0.annotations = [Pair("run.googleapis.com/encryption-key", "")]
      } == ["JA133"])
    #expect(
      try Self.codes("  audit: {environments: {prod: {cmek: true}}}\n") {
        $0.annotations = [
          Pair("run.googleapis.com/encryption-key", "projects/p/locations/l/keyRings/r/cryptoKeys/k")
        ]
      }.isEmpty)
  }

  @Test(arguments: [
    ("LD_PRELOAD", "/x.so", true), ("GOOGLE_APPLICATION_CREDENTIALS", "/key.json", true),
    ("NODE_TLS_REJECT_UNAUTHORIZED", "0", true), ("NODE_TLS_REJECT_UNAUTHORIZED", "1", false),
    ("LOG_LEVEL", "x", false),
  ])
  func `variables that load code, change the identity or trust everybody are found`(
    name: String, value: String, isFound: Bool
  ) throws {
    #expect(try Self.codes("  audit: {}\n") { $0.run.env = [Pair(name, value)] } == (isFound ? ["JA134"] : []))
  }

  @Test func `what is wrong with suppressions themselves is found`() throws {
    let policy = try Self.policy(
      """
        suppressions:
          - {rule: GI101, reason: a, owner: ada, principal: x, expires: "2027-06-01"}
          - {rule: GI101, reason: b, owner: ada, principal: x, expires: "2026-12-01"}
          - {rule: GI101, reason: c, owner: ada, principal: x, expires: "2026-11-01"}
          - {rule: GI101, reason: d, expires: "2027-06-01"}
          - {rule: ZZ1, reason: e, owner: ada, expires: "2027-06-01"}
          - {rule: GI101, reason: f, owner: ada, fingerprint: abc, expires: "2027-06-01"}
          - {rule: GI101, reason: g, owner: ada, principal: x, expires: "2026-12-22"}
          - {rule: GI101, reason: h, owner: ada, principal: x, expires: "2026-12-23"}
          - {rule: GI101, reason: i, owner: " ", principal: x, expires: "2027-06-01"}

      """)
    let found = SuppressionFinding.check(policy, now: Self.now)
    #expect(
      found.map { "\($0.location.line) \($0.rule.code)" } == [
        "7 PO102", "8 PO101", "9 PO103", "9 PO104", "10 PO105", "12 PO102", "14 PO103",
      ])
    #expect(Set(found.map(\.fingerprint)).count == found.count)
  }

  // MARK: Tests in the policy

  private static func outcome(_ test: String, _ more: String = "") throws -> [String] {
    let policy = try policy("\(more)  audit:\n    tests:\n      - \(test)\n")
    #expect(policy.faults.isEmpty, "\(policy.faults)")
    let test = try #require(policy.tests.first)
    return try test.run(under: policy, now: now) { name throws(Failure) in throw .usage("no file '\(name)'") }.faults
  }

  private static let given =
    "given: {resource: projects/p, input: {version: 3, bindings: [{role: roles/owner, members: ['user:ada@acme.example']}]}}"

  @Test func `a test holds where just what it expects is found`() throws {
    #expect(try Self.outcome("{name: a, \(Self.given), expect: [GI101]}").isEmpty)
    #expect(
      try Self.outcome(
        "{name: a, \(Self.given), expect: [{rule: GI101, severity: medium, principal: 'user:ada@acme.example', resource: projects/p}]}"
      ).isEmpty)
    let missing = try Self.outcome("{name: a, \(Self.given), expect: [GI101, GI102]}")
    #expect(missing == ["not found: GI102"])
    let unexpected = try Self.outcome("{name: a, \(Self.given), expect: []}")
    #expect(unexpected.count == 1 && unexpected[0].hasPrefix("not expected: GI101 of severity medium: "))
    #expect(try Self.outcome("{name: a, \(Self.given), expect: [], only: [GI102]}").isEmpty)
    for said in ["severity: high", "principal: 'user:eve@acme.example'", "resource: projects/q"] {
      #expect(try Self.outcome("{name: a, \(Self.given), expect: [{rule: GI101, \(said)}]}").count == 2, "\(said)")
    }
  }

  @Test func `a test tells what a suppression accepts`() throws {
    let more = "  suppressions: [{rule: GI101, reason: r, expires: \"2026-12-31\"}]\n"
    #expect(try Self.outcome("{name: a, \(Self.given), expect: [{rule: GI101, suppressed: true}]}", more).isEmpty)
    #expect(try Self.outcome("{name: a, \(Self.given), expect: []}", more).isEmpty)
    #expect(try Self.outcome("{name: a, \(Self.given), expect: [GI101]}", more) == ["not found: GI101"])
    let later = Self.given.replacing("given: {", with: "given: {asOf: 2027-01-01, ")
    #expect(try Self.outcome("{name: a, \(later), expect: [GI101]}", more).isEmpty)
  }

  @Test func `a test judges manifests, and says which cannot be read`() throws {
    let job =
      "{apiVersion: jobs/v1, kind: Job, metadata: {name: a}, spec: {target: host, command: /usr/bin/true, schedule: '5 4 * * *', user: root}}"
    let found = try Self.outcome("{name: a, given: {env: prod, jobs: [\(job)]}, expect: [JA106]}")
    #expect(found.isEmpty, "\(found)")
    // A region is that of jobs in a cloud.
    let regions = try Self.policy(
      "  audit:\n    environments: {prod: {regions: ['europe-*']}}\n    tests:\n"
        + "      - {name: a, given: {env: prod, region: us-east1, jobs: [\(job)]}, expect: [JA106]}\n")
    let host = try #require(regions.tests.first).run(under: regions, now: Self.now) { name throws(Failure) in
      throw .usage("no file '\(name)'")
    }
    #expect(host.faults.isEmpty, "\(host.faults)")
    #expect(throws: Failure.self) {
      try Self.outcome("{name: a, given: {jobs: [{apiVersion: jobs/v1, kind: Job}]}, expect: []}")
    }
    #expect(throws: Failure.self) { try Self.outcome("{name: a, given: {files: [x]}, expect: []}") }
  }
}

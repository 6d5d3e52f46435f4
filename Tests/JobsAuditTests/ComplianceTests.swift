import JobsCore
import Testing

@testable import JobsAudit

@Suite struct ComplianceTests {
  private static func report(
    _ id: String, _ kinds: [String], _ standing: [Finding] = [], accepted: [Finding] = [], off: Set<String> = [],
    facts: Set<String> = [], failedInputs: Int = 0
  ) throws -> ComplianceReport {
    let framework = try #require(Framework.shipped.first { $0.id == id })
    var counts = RecordCounts()
    for kind in kinds { counts.add(kind) }
    return ComplianceReport(
      framework, counts: counts, facts: facts, failedInputs: failedInputs, standing: standing, accepted: accepted,
      off: off)
  }

  private static func finding(_ code: String, on resource: String = "//x") throws -> Finding {
    Finding(try #require(RuleCatalog.rule(code)), "m", resource: resource, at: .start(of: "a"))
  }

  private static func status(_ report: ComplianceReport, _ id: String) -> ComplianceReport.Status? {
    report.lines.first { $0.requirement.id == id }?.status
  }

  @Test func `every control that a rule names is in the table of its benchmark`() {
    for rule in RuleCatalog.all {
      for control in rule.controls {
        let framework = Framework.shipped.first { $0.name == control.benchmark && $0.version == control.version }
        #expect(
          framework?.requirements.contains { $0.id == control.id && $0.rules.contains(rule.code) && !$0.needs.isEmpty }
            == true, "\(rule.code) \(control)")
      }
    }
    for framework in Framework.shipped {
      #expect(
        framework.requirements.allSatisfy { !$0.needs.isEmpty || $0.remark != nil }, "what is not assessed says why")
      #expect(Set(framework.requirements.map(\.id)).count == framework.requirements.count)
    }
  }

  @Test func `rules name the controls of their benchmark's version, and no others`() {
    let named = Dictionary(
      uniqueKeysWithValues: RuleCatalog.all.filter { !$0.controls.isEmpty }.map { rule in
        (rule.code, rule.controls.map { "\($0.benchmark) \($0.version) \($0.id)" })
      })
    let google = { (id: String) in ["cis-gcp 5.0 \(id)"] }
    let aws = { (id: String) in ["cis-aws 7.0 \(id)"] }
    #expect(
      named == [
        // Root's keys, second factor and use; second factors, unused, old; by groups; all on all; CloudShell; named principals.
        "AI201": aws("2.4"), "AI202": aws("2.5"), "AI203": aws("2.7"), "LG102": aws("2.7"), "AI204": aws("2.10"),
        "LG103": aws("2.10"), "AI205": aws("2.11"), "AI206": aws("2.12"), "AI110": aws("2.13"), "AI101": aws("2.14"),
        "AI111": aws("2.20"), "AI106": aws("2.21"), "AI121": aws("2.21"),
        // Accounts of the organisation; keys of users; administrators; account users; their age; duties; KMS; secrets.
        "GI103": google("1.2"), "GI104": google("1.2"), "GI201": google("1.5"), "GI106": google("1.6"),
        "GI111": google("1.6"), "GI107": google("1.7"), "GI202": google("1.8"), "GI108": google("1.9"),
        "GI102": google("1.10"), "GI109": google("1.12"), "JA108": google("1.18"),
      ])
  }

  @Test(
    "a finding that a control is not about is not against it, in its record neither",
    arguments: [
      ("roles/iam.serviceAccountUser", "user:a@b.example", "1.7", true),
      ("roles/iam.serviceAccountUser", "serviceAccount:a@p.iam.gserviceaccount.com", "1.7", false),
      ("roles/iam.workloadIdentityUser", "user:a@b.example", "1.7", false),
      ("roles/editor", "serviceAccount:1-compute@developer.gserviceaccount.com", "1.6", true),
      ("roles/iam.serviceAccountTokenCreator", "serviceAccount:1-compute@developer.gserviceaccount.com", "1.6", false),
      ("roles/logging.viewer", "allUsers", "1.10", false),
    ] as [(String, String, String, Bool)])
  func narrower(_ role: String, _ member: String, _ id: String, _ isAgainst: Bool) throws {
    let binding = GoogleBinding(role: role, members: [GoogleMember(member)], location: .start(of: "a"))
    let policy = AllowPolicy(
      resource: "//cloudresourcemanager.googleapis.com/projects/p", bindings: [binding], location: .start(of: "a"))
    let found = PolicyRules.check(
      policy, PolicyContext(roles: RoleCatalog(), now: .exactly(Instant(seconds: 1_795_305_600))))
    let report = try Self.report("cis-gcp-5.0", ["google-policy"], found)
    #expect(!found.isEmpty && (Self.status(report, id) == .fails) == isAgainst)
    var json = JSONWriter()
    for finding in found { finding.write(to: &json) }
    #expect(String(decoding: json.bytes, as: UTF8.self).contains("[\"cis-gcp\",\"5.0\",\"\(id)\"]") == isAgainst)
  }

  @Test func `without input nothing holds`() throws {
    for framework in Framework.shipped {
      let report = try Self.report(framework.id, [])
      #expect(report.assessed == 0 && report.score.hasPrefix("no control was assessed: "))
      #expect(report.lines.allSatisfy { $0.status == .notAssessed && $0.remark != nil })
    }
  }

  @Test func `a control fails by its findings, holds without, and is accepted by suppressions alone`() throws {
    let found = try Self.finding("GI106")
    let none = try Self.report("cis-gcp-5.0", ["google-policy"], facts: Self.projects)
    #expect(Self.status(none, "1.6") == .holds && Self.status(none, "1.5") == .notAssessed)
    let failed = try Self.report("cis-gcp-5.0", ["google-policy"], [found], accepted: [found])
    #expect(Self.status(failed, "1.6") == .fails)
    #expect(failed.lines.first { $0.requirement.id == "1.6" }?.evidence.map(\.fingerprint) == [found.fingerprint])
    let accepted = try Self.report("cis-gcp-5.0", ["google-policy"], accepted: [found], facts: Self.projects)
    #expect(Self.status(accepted, "1.6") == .accepted)
    #expect(accepted.score.contains("1 more with accepted findings"))
    let off = try Self.report("cis-gcp-5.0", ["google-policy"], off: ["GI106"])
    #expect(Self.status(off, "1.6") == .notAssessed)
    // What is in an input that nobody could read may be against it; what was found is.
    let unread = try Self.report("cis-gcp-5.0", ["google-policy"], facts: Self.projects, failedInputs: 1)
    #expect(unread.assessed == 0 && unread.lines.contains { $0.remark == "1 input could not be used" })
    let both = try Self.report("cis-gcp-5.0", ["google-policy"], [found], facts: Self.projects, failedInputs: 1)
    #expect(Self.status(both, "1.6") == .fails && both.assessed == 1)
  }

  private static let projects: Set = ["google-policy:cloudresourcemanager.googleapis.com"]

  @Test func `a finding outside of a control's scope is not against it`() throws {
    let bucket = try Self.finding("GI102", on: "//storage.googleapis.com/b")
    let key = try Self.finding("GI102", on: "//cloudkms.googleapis.com/projects/p/locations/l/keyRings/r/cryptoKeys/k")
    func status(_ findings: [Finding], _ services: [String]) throws -> ComplianceReport.Status? {
      let facts = Set(services.map { "google-policy:\($0)" })
      return Self.status(try Self.report("cis-gcp-5.0", ["google-policy"], findings, facts: facts), "1.10")
    }
    #expect(try status([bucket], ["storage.googleapis.com"]) == .notAssessed)
    #expect(try status([bucket], ["storage.googleapis.com", "cloudkms.googleapis.com"]) == .holds)
    #expect(Self.status(try Self.report("cis-gcp-5.0", ["google-policy"], [key]), "1.10") == .fails)
  }

  @Test func `a framework of one's own is read, and a rule that there is not is refused`() throws {
    func framework(_ rule: String) throws -> Framework {
      let text = """
        apiVersion: jobs/v1
        kind: Framework
        metadata: {name: soc2}
        version: "2017"
        controls:
          - {id: CC6.1, title: no public access, rules: [\(rule)], needs: [google-policy]}
          - {id: CC6.2, title: people are known, remark: a person judges it}
        """
      return try Framework(Array(text.utf8), path: "soc2.yaml")
    }
    let own = try framework("gi102")
    #expect(own.id == "soc2-2017" && own.requirements.map(\.rules) == [["GI102"], []])
    // Of two controls with one rule each has the finding, and the evidence has it once; the share is of what was assessed.
    var twice = own
    twice.requirements.append(own.requirements[0])
    twice.requirements[2].id = "CC6.3"
    var counts = RecordCounts()
    counts.add("google-policy")
    func report(_ framework: Framework, _ standing: [Finding]) -> ComplianceReport {
      ComplianceReport(framework, counts: counts, standing: standing, accepted: [])
    }
    let fails = report(twice, [try Self.finding("GI102")])
    #expect(fails.count(.fails) == 2 && fails.evidence.count == 1)
    #expect(fails.lines[1].remark == "a person judges it")
    #expect(report(own, []).score == "1 of 1 assessed controls hold (100 %); 1 of 2 were not assessed")
    #expect(throws: Failure.self) { try framework("GI999") }
    for controls in ["[]", "[{id: a, title: t, rules: [GI102]}]", "[{id: a, title: t}, {id: a, title: u}]"] {
      let text = "apiVersion: jobs/v1\nkind: Framework\nmetadata: {name: a}\nversion: 1\ncontrols: \(controls)\n"
      #expect(throws: Failure.self, "\(controls)") { try Framework(Array(text.utf8), path: "a.yaml") }
    }
    #expect(throws: Failure.self) { try Framework(Array("kind: Policy\n".utf8), path: "x") }
  }
}

import TestSupport
import Testing

private let audit = Tool("jobs-audit")

@Suite struct JobsAuditPolicyTests {
  private let folder = ToolFolder()

  private static let grants =
    #"{"bindings":[{"role":"roles/owner","members":["user:ada@acme.example"]},{"role":"roles/run.invoker","members":["user:eve@other.example"]}],"etag":"x","version":3}"#

  private static func policy(_ body: String) -> String {
    "apiVersion: jobs/v1\nkind: Policy\nmetadata: {name: acme}\npolicy:\n\(body)"
  }

  private func iam(_ arguments: String...) -> ToolRun {
    folder.write(Self.grants, to: "p.json")
    return audit.run(["iam", "p.json", "--resource", "projects/p", "--fail-on", "low"] + arguments, in: folder)
  }

  private static func codes(_ found: ToolRun, _ type: String = "finding") -> [String] {
    found.records(type).compactMap { record in
      record.firstRange(of: #""code":""#).map { String(record[$0.upperBound...].prefix(5)) }
    }
  }

  @Test func `a policy turns rules off, names domains, accepts until a day, and says so`() {
    folder.write(
      Self.policy(
        """
          suppressions:
            - {rule: GI101, principal: "user:ada@*", reason: moving, owner: ada, ticket: T-1, expires: "2999-12-31"}
          audit:
            rules: {GI110: off}
            domains: [acme.example]

        """), to: "audit.yaml")
    let found = iam("--policy", "audit.yaml")
    #expect(found.status == 1, "\(found.stderr)")
    #expect(Self.codes(found) == ["GI104"], "\(found.stdout)")
    #expect(Self.codes(found, "suppressed-finding") == ["GI101"])
    #expect(
      found.records("suppressed-finding").first?.contains(
        #""suppression":{"reason":"moving","owner":"ada","expires":"2999-12-31","ticket":"T-1","file":"audit.yaml","line":6}"#
      ) == true)
    let coverage = found.records("coverage").first ?? ""
    #expect(coverage.contains("rules that the policy turns off: GI110"))
    #expect(coverage.contains("1 finding of GI101, accepted until 2999-12-31: moving, ada, T-1"))
    let sarif = iam("--policy", "audit.yaml", "-o", "sarif").stdout
    #expect(
      sarif.contains(#""suppressions":[{"kind":"external","status":"accepted","justification":"until 2999-12-31"#))
    #expect(Self.codes(iam("--policy", "audit.yaml", "--no-policy")).isEmpty)
  }

  @Test func `a suppression that is over gives its finding back, and is one more`() {
    folder.write(
      Self.policy("  suppressions: [{rule: GI101, reason: moving, owner: ada, expires: \"2020-01-01\"}]\n"),
      to: "audit.yaml")
    let found = iam("--policy", "audit.yaml")
    #expect(Set(Self.codes(found)) == ["GI101", "GI110", "PO101"], "\(found.stdout)")
    #expect(found.stdout.contains("ended on 2020-01-01: moving"))
    #expect(Self.codes(found, "suppressed-finding").isEmpty)
  }

  @Test func `the policy of jobs.yaml holds without being named`() {
    folder.write(
      "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: acme}\npolicy: {audit: {rules: {GI101: off, GI110: off}}}\n",
      to: "jobs.yaml")
    #expect(iam().status == 0)
    #expect(Set(Self.codes(iam("--no-policy"))) == ["GI101", "GI110"])
    folder.write(Self.policy("  audit: {rules: {GI101: critical}}\n"), to: "own.yaml")
    let named = audit.run(
      ["iam", "p.json", "--resource", "projects/p"], in: folder, environment: ["JOBS_POLICY": "own.yaml"])
    #expect(named.records("finding").first?.contains(#""severity":"critical""#) == true, "\(named.stderr)")
  }

  @Test(arguments: [
    ("  audit: {rules: {GI999: off}}\n", "audit.yaml:5:19: there is no rule 'GI999'"),
    ("  suppressions: [{rule: GI101, reason: x}]\n", "audit.yaml:5:18: key 'expires' is missing"),
    ("  audit: [\n", "cannot read audit.yaml:"),
  ])
  func `a policy that cannot be used is 2 with its place, and nothing is judged`(body: String, words: String) {
    folder.write(Self.policy(body), to: "audit.yaml")
    let found = iam("--policy", "audit.yaml")
    #expect(found.status == 2 && found.stdout.isEmpty)
    #expect(found.stderr.contains(words), "\(found.stderr)")
    let checked = audit.run(["policy", "check", "--policy", "audit.yaml"], in: folder)
    #expect(checked.status == 2, "\(checked.stderr)")
    #expect(iam("--policy", "missing.yaml").status == 2)
  }

  @Test func `a policy's own tests run, and one that fails is 1 and says what was found`() {
    let given = "given: {resource: projects/p, files: [p.json]}"
    folder.write(Self.grants, to: "rules/p.json")
    folder.write(
      Self.policy("  audit:\n    tests:\n      - {name: owners are found, \(given), expect: [GI101, GI110]}\n"),
      to: "rules/audit.yaml")
    let held = audit.run(["policy", "test", "--policy", "rules/audit.yaml", "-o", "human"], in: folder)
    #expect(
      held.status == 0 && held.stdout == "holds owners are found\n1 test, all hold\n", "\(held.stdout)\(held.stderr)")
    folder.write(
      Self.policy("  audit:\n    tests:\n      - {name: nothing, \(given), expect: [GI102]}\n"), to: "rules/audit.yaml")
    let failed = audit.run(["policy", "test", "--policy", "rules/audit.yaml"], in: folder)
    #expect(failed.status == 1)
    let record = failed.records("policy-test").first ?? ""
    #expect(record.contains(#""holds":false,"faults":["not found: GI102","not expected: GI101 "#), "\(record)")
    folder.write(Self.policy("  audit: {}\n"), to: "rules/audit.yaml")
    #expect(audit.run(["policy", "test", "--policy", "rules/audit.yaml"], in: folder).status == 2)
    #expect(audit.run(["policy", "test"], in: folder).status == 2)
  }

  @Test func `a test of which something cannot be judged fails with the place, and the others are run`() {
    let tests = [
      "{name: shape, given: {input: {foo: 1}}, expect: []}", "{name: file, given: {files: [nope.json]}, expect: []}",
      "{name: job, given: {jobs: [{apiVersion: jobs/v1, kind: Job, metadata: {name: x}, spec: {}}]}, expect: []}",
      "{name: holds, given: {resource: projects/p, input: {version: 1, bindings: []}}, expect: []}",
    ]
    folder.write(
      Self.policy("  audit:\n    tests:\n" + tests.map { "      - \($0)\n" }.joined()), to: "audit.yaml")
    let ran = audit.run(["policy", "test", "--policy", "audit.yaml", "-o", "human"], in: folder)
    #expect(ran.status == 1 && ran.stdout.contains("holds holds\n4 tests, 3 failed"), "\(ran.stdout)\(ran.stderr)")
    for words in [
      "FAILS shape\n      audit.yaml:7:9\n      cannot be judged: cannot use 'audit.yaml:7:9'", "an object with 'foo'",
      "audit.yaml:8:9\n      cannot be judged: cannot read 'nope.json'", "cannot use a manifest: ",
    ] { #expect(ran.stdout.contains(words), "\(ran.stdout)") }
  }

  @Test func `a policy is shown and checked`() {
    folder.write(
      Self.policy(
        """
          registries: [ghcr.io/acme]
          suppressions: [{rule: GI101, reason: moving, expires: "2999-12-31"}]
          audit: {domains: [acme.example], environments: {prod: {protected: true, regions: [europe-*]}}}

        """), to: "audit.yaml")
    let shown = audit.run(["policy", "show", "--policy", "audit.yaml", "-o", "human"], in: folder)
    #expect(shown.status == 0)
    for words in ["domains: acme.example", "environment 'prod', protected", "regions: europe-*", "GI101  2999-12-31"] {
      #expect(shown.stdout.contains(words), "\(shown.stdout)")
    }
    let records = audit.run(["policy", "show", "--policy", "audit.yaml"], in: folder)
    #expect(records.records("policy-suppression").first?.contains(#""state":"standing""#) == true)
    let checked = audit.run(["policy", "check", "--policy", "audit.yaml", "--fail-on", "low"], in: folder)
    #expect(checked.status == 1 && Set(Self.codes(checked)) == ["PO103", "PO104"], "\(checked.stdout)")
    let later = audit.run(
      ["policy", "check", "--policy", "audit.yaml", "--as-of", "3000-01-01T00:00:00Z"], in: folder)
    #expect(Self.codes(later).contains("PO101"))
  }

  @Test func `jobs are held to the environment's registries and regions`() {
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Project
      metadata: {name: acme}
      environments: {live: {protected: true, gcp: {project: acme-live, regions: [us-central1]}}}
      policy: {audit: {environments: {live: {regions: [europe-*], cmek: true}}}}
      """, to: "jobs.yaml")
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: report}
      spec: {target: gcp.run, image: "europe-docker.pkg.dev/acme/jobs/report:1", identity: report@acme-live.iam.gserviceaccount.com}
      """, to: "report.yaml")
    let found = audit.run(["manifests", ".", "-e", "live", "--fail-on", "low"], in: folder)
    #expect(found.status == 1, "\(found.stderr)")
    #expect(Set(Self.codes(found)) == ["JA104", "JA105", "JA131", "JA133"], "\(found.stdout)")
  }

  @Test func `compliance says what holds, fails and was not assessed, and a control that fails is 1`() {
    folder.write(Self.grants, to: "p.json")
    func run(_ arguments: String...) -> ToolRun {
      audit.run(["compliance", "p.json", "--resource", "projects/p"] + arguments, in: folder)
    }
    let whole = run("--framework", "cis-gcp-5.0")
    #expect(whole.status == 0, "\(whole.stderr)")
    #expect(whole.records("control").contains { $0.contains(#""id":"1.6","#) && $0.contains(#""status":"holds""#) })
    #expect(
      whole.records("control").contains { $0.contains(#""id":"1.3","#) && $0.contains(#""status":"not-assessed""#) })
    #expect(whole.records("compliance").first?.contains("were not assessed") == true)
    let strict = run("--framework", "cis-gcp-5.0", "--domain", "acme.example")
    #expect(strict.status == 1, "\(strict.stdout)")
    #expect(strict.records("control").contains { $0.contains(#""id":"1.2","#) && $0.contains(#""status":"fails""#) })
    #expect(run("--framework", "cis-gcp-5.0", "--domain", "acme.example", "--fail-on", "never").status == 0)
    let aws = run("--framework", "cis-aws-7.0", "-o", "human")
    #expect(aws.stdout.contains("no control was assessed: "), "\(aws.stdout)")
    #expect(run("--framework", "cis-gcp-9").status == 2)
    for (format, words) in [("markdown", "### cis-gcp-5.0"), ("csv", "framework,version,control,title,status")] {
      #expect(run("--framework", "cis-gcp-5.0", "-o", format).stdout.hasPrefix(words))
    }
  }

  private static let report = """
    user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated
    <root_account>,arn:aws:iam::111122223333:root,2020-01-01T00:00:00+00:00,not_supported,2026-11-01T00:00:00+00:00,not_supported,not_supported,true,true,2020-01-01T00:00:00+00:00,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A

    """

  @Test func `compliance judges credentials as iam does, and so do a policy's tests`() {
    folder.write(Self.report, to: "c.csv")
    let time = ["--as-of", "2026-11-22T12:00:00Z"]
    let found = audit.run(["compliance", "--framework", "cis-aws-7.0", "c.csv"] + time, in: folder)
    #expect(found.status == 1, "\(found.stdout)")
    for (id, status) in [("2.4", "fails"), ("2.5", "holds"), ("2.7", "fails")] {
      #expect(
        found.records("control").contains { $0.contains(#""id":"\#(id)","#) && $0.contains(#""status":"\#(status)""#) },
        "\(id): \(found.stdout)")
    }
    let codes = Self.codes(audit.run(["iam", "c.csv"] + time, in: folder))
    #expect(codes.contains("AI201") && codes.contains("AI203"))
    folder.write(
      Self.policy(
        "  audit:\n    tests: [{name: root, given: {files: [c.csv], asOf: \"2026-11-22\"}, expect: [AI201, AI203]}]\n"),
      to: "policy.yaml")
    let tested = audit.run(["policy", "test", "--policy", "policy.yaml"], in: folder)
    #expect(tested.status == 0, "\(tested.stdout)\(tested.stderr)")
  }

  @Test func `what a policy turns off is found in no log`() {
    folder.write(
      #"{"eventVersion":"1.11","eventTime":"2026-11-22T09:58:00Z","eventSource":"s3.amazonaws.com","eventName":"GetObject","awsRegion":"eu-west-1","sourceIPAddress":"203.0.113.9","errorCode":"AccessDenied","errorMessage":"Access Denied","eventID":"a1","recipientAccountId":"111122223333","userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/eve","accountId":"111122223333","userName":"eve"}}"#,
      to: "e.json")
    #expect(Self.codes(audit.run(["access", "e.json"], in: folder)).contains("LG101"))
    folder.write(Self.policy("  audit: {rules: {LG101: off}}\n"), to: "policy.yaml")
    let found = audit.run(["access", "e.json", "--policy", "policy.yaml"], in: folder)
    #expect(found.status == 0 && !Self.codes(found).contains("LG101"), "\(found.stdout)\(found.stderr)")
  }

  // MARK: Compliance

  private static let head =
    "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated\n"

  private static func root(mfa: Bool, key: Bool, used: String) -> String {
    "<root_account>,arn:aws:iam::111122223333:root,2020-01-01T00:00:00+00:00,not_supported,\(used),not_supported,not_supported,\(mfa),\(key),2020-01-01T00:00:00+00:00,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A\n"
  }

  private static func user(mfa: Bool, key: String, used: String) -> String {
    "ada,arn:aws:iam::111122223333:user/ada,2020-01-01T00:00:00+00:00,true,\(used),2026-11-01T00:00:00+00:00,N/A,\(mfa),true,\(key),\(used),eu-west-1,s3,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A\n"
  }

  private static func account(_ details: String) -> String {
    #"{"UserDetailList":[],"GroupDetailList":[],"RoleDetailList":[],"Policies":[],"IsTruncated":false,"#
      + details + "}"
  }

  private static func asset(_ name: String, _ type: String, _ bindings: String) -> String {
    #"{"name":"//\#(name)","assetType":"\#(type)","iamPolicy":{"bindings":[\#(bindings)]}}"# + "\n"
  }

  private static let people =
    #"{"role":"roles/run.viewer","members":["user:ada@acme.example"]},{"role":"roles/run.admin","members":["user:bob@acme.example"]}"#
  private static let project = "cloudresourcemanager.googleapis.com/projects/p"
  private static let projectType = "cloudresourcemanager.googleapis.com/Project"
  private static let key = "cloudkms.googleapis.com/projects/p/locations/l/keyRings/r/cryptoKeys/k"

  /// What is read, and each control of which something is said then: `holds` where nothing is against it.
  private static let inputs: [(framework: String, text: String, said: String)] = [
    (
      "cis-aws-7.0",
      head + root(mfa: true, key: false, used: "no_information")
        + user(mfa: true, key: "2026-11-01T00:00:00+00:00", used: "2026-11-20T00:00:00+00:00"),
      "2.4 holds, 2.5 holds, 2.7 holds, 2.10 holds, 2.11 holds, 2.12 holds"
    ),
    (
      "cis-aws-7.0",
      head + root(mfa: false, key: true, used: "2026-11-20T00:00:00+00:00")
        + user(mfa: false, key: "2020-01-01T00:00:00+00:00", used: "2026-01-01T00:00:00+00:00"),
      "2.4 fails, 2.5 fails, 2.7 fails, 2.10 fails, 2.11 fails, 2.12 fails"
    ),
    // Without root's row nothing is known of root.
    (
      "cis-aws-7.0", head + user(mfa: true, key: "2026-11-01T00:00:00+00:00", used: "2026-11-20T00:00:00+00:00"),
      "2.10 holds, 2.11 holds, 2.12 holds"
    ),
    // One document is not an account.
    (
      "cis-aws-7.0",
      #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}"#,
      ""
    ),
    (
      "cis-aws-7.0", #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#,
      "2.14 fails"
    ),
    ("cis-gcp-5.0", asset(project, projectType, people), "1.2 holds, 1.6 holds, 1.7 holds, 1.9 holds, 1.12 holds"),
    (
      "cis-gcp-5.0",
      asset(
        project, projectType,
        #"{"role":"roles/editor","members":["serviceAccount:a@p.iam.gserviceaccount.com","user:x@gmail.com"]},{"role":"roles/iam.serviceAccountUser","members":["user:eve@acme.example"]},{"role":"roles/iam.serviceAccountAdmin","members":["user:eve@acme.example"]},{"role":"roles/cloudkms.admin","members":["user:eve@acme.example"]},{"role":"roles/cloudkms.cryptoKeyEncrypterDecrypter","members":["user:eve@acme.example"]}"#
      ), "1.2 fails, 1.6 fails, 1.7 fails, 1.9 fails, 1.12 fails"
    ),
    // What is granted in a project is in its policy, and not in that of a bucket.
    ("cis-gcp-5.0", asset("storage.googleapis.com/b", "storage.googleapis.com/Bucket", people), ""),
    ("cis-gcp-5.0", asset(key, "cloudkms.googleapis.com/CryptoKey", people), "1.10 holds"),
    (
      "cis-gcp-5.0",
      asset(
        key, "cloudkms.googleapis.com/CryptoKey",
        #"{"role":"roles/cloudkms.cryptoKeyEncrypterDecrypter","members":["allUsers"]}"#), "1.10 fails"
    ),
  ]

  @Test func `a control holds where it was judged and nothing is against it, and nowhere else`() {
    for (framework, text, said) in Self.inputs {
      folder.write(text, to: "input")
      let ran = audit.run(
        [
          "compliance", "--framework", framework, "input", "--as-of", "2026-11-22T00:00:00Z", "--domain",
          "acme.example", "-q",
        ],
        in: folder)
      let controls = ran.records("control").filter { !$0.contains(#""status":"not-assessed""#) }
      func member(_ record: String, _ name: String) -> String {
        record.firstRange(of: "\"\(name)\":\"").map { String(record[$0.upperBound...].prefix { $0 != "\"" }) } ?? ""
      }
      let found = controls.map { "\(member($0, "id")) \(member($0, "status"))" }.joined(separator: ", ")
      #expect(found == said, "\(text.prefix(2000))\n\(ran.stderr)")
      // Each fingerprint is that of a finding beside it.
      let known = Set(ran.records("finding").map { member($0, "fingerprint") })
      #expect(known.isEmpty != said.contains("fails"))
      for control in controls where control.contains(#""status":"fails""#) {
        let list = control.firstRange(of: #""evidence":["#).map { control[$0.upperBound...].prefix { $0 != "]" } } ?? ""
        #expect(
          !list.isEmpty && list.split(separator: ",").allSatisfy { known.contains(String($0.dropFirst().dropLast())) })
      }
    }
  }

  @Test func `nothing holds where an input could not be used`() {
    folder.write(Self.asset(Self.project, Self.projectType, Self.people), to: "assets.ndjson")
    folder.write("{\"foo\":1}", to: "bad.json")
    let ran = audit.run(
      ["compliance", "--framework", "cis-gcp-5.0", "assets.ndjson", "bad.json", "-o", "human"], in: folder)
    #expect(
      ran.status == 4 && ran.stdout.contains("no control was assessed: 21 of 21 were not assessed"), "\(ran.stdout)")
    #expect(ran.stdout.contains("1 input could not be used"))
  }
}

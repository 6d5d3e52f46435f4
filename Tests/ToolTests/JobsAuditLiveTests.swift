import Glibc
import TestSupport
import Testing

private let audit = Tool("jobs-audit")

/// What `jobs-audit` reads of clouds where it is told to, and what it keeps of that.
@Suite("jobs-audit --live")
struct JobsAuditLiveTests {
  private let folder = ToolFolder()

  /// Both runs say the same, but for when each began.
  private func same(_ a: ToolRun, _ b: ToolRun) -> Bool { a.status == b.status && a.stdout == b.stdout }

  // MARK: Google

  private static let apis = [
    "cloudasset", "cloudresourcemanager", "iam", "recommender", "run", "secretmanager", "pubsub",
  ]

  private func double() throws -> RunningDouble {
    let double = try #require(RunningDouble(apis: Self.apis))
    #expect(double.set(#"{"pageLimit":2,"emptyPages":true}"#))
    let account = "projects/acme/serviceAccounts/ci@acme.iam.gserviceaccount.com"
    #expect(
      double.putState(
        "iam", account,
        #"{"name":"\#(account)","email":"ci@acme.iam.gserviceaccount.com","projectId":"acme","uniqueId":"1"}"#))
    #expect(
      double.putState(
        "iam", "\(account)/keys/abc",
        #"{"name":"\#(account)/keys/abc","keyType":"USER_MANAGED","validAfterTime":"2024-01-01T00:00:00Z"}"#))
    #expect(
      double.putState(
        "iam", "projects/acme/roles/mine",
        #"{"name":"projects/acme/roles/mine","title":"Mine","includedPermissions":["iam.serviceAccounts.actAs"]}"#))
    #expect(
      double.putState(
        "run", "projects/acme/locations/europe-west1/jobs/report",
        #"{"name":"projects/acme/locations/europe-west1/jobs/report","template":{"template":{"serviceAccount":"#
          + #""ci@acme.iam.gserviceaccount.com","containers":[{"image":"x/y:1","env":[{"name":"KEY","value":"hunter2"}]}]}}}"#
      ))
    for name in ["a", "b", "c"] {
      #expect(
        double.putState("secretmanager", "projects/acme/secrets/\(name)", #"{"replication":{"automatic":{}}}"#))
    }
    for (api, resource, binding) in [
      ("secretmanager", "v1/projects/acme/secrets/a", #"{"role":"projects/acme/roles/mine","members":["allUsers"]}"#),
      ("iam", "v1/\(account)", #"{"role":"roles/iam.serviceAccountTokenCreator","members":["user:eve@gmail.com"]}"#),
    ] {
      let reply = LoopbackClient(double.port(api)).send(
        "POST", "/\(resource):setIamPolicy",
        ["Authorization: Bearer \(double.token())", "Content-Type: application/json"],
        body: #"{"policy":{"version":3,"bindings":[\#(binding)]}}"#)
      #expect(reply.status == 200)
    }
    #expect(
      double.putState(
        "recommender", "projects/acme/locations/global/insightTypes/google.iam.policy.Insight/insights/1",
        #"{"stateInfo":{"state":"ACTIVE"},"targetResources":["//cloudresourcemanager.googleapis.com/projects/acme"],"#
          + #""content":{"role":"roles/editor","member":"user:ann@acme.example","exercisedPermissions":[]}}"#))
    let denials = "policies/cloudresourcemanager.googleapis.com/projects/acme/denypolicies/d"
    #expect(
      double.putState(
        "iam", denials,
        #"{"name":"policies/cloudresourcemanager.googleapis.com%2Fprojects%2Facme/denypolicies/d","kind":"DenyPolicy","#
          + #""rules":[{"denyRule":{"deniedPrincipals":["principal://goog/subject/bob@acme.example"],"#
          + #""deniedPermissions":["iam.googleapis.com/roles.update"]}}]}"#))
    return double
  }

  /// What was asked of Google that is neither a GET nor a method that only reads, although it is sent as a POST.
  ///
  /// Source: the discovery documents of Resource Manager v3, and OAuth's token, 2026-11.
  private static func writing(_ double: RunningDouble) throws -> [String] {
    let reading: Set<String> = [
      "cloudresourcemanager.projects.getIamPolicy", "cloudresourcemanager.folders.getIamPolicy",
      "cloudresourcemanager.organizations.getIamPolicy", "iam.projects.serviceAccounts.getIamPolicy",
    ]
    let reply = double.requests()
    let count = try #require(reply.int("count"))
    #expect(count > 0)
    return (0..<count).compactMap { at in
      let (method, verb) = (reply.text("requests.\(at).method") ?? "", reply.text("requests.\(at).verb") ?? "")
      let isToken = reply.text("requests.\(at).api") == "oauth2"
      return verb == "GET" || isToken || reading.contains(method) ? nil : "\(verb) \(method)"
    }
  }

  private func codes(_ run: ToolRun) -> Set<String> {
    Set(
      run.records("finding").compactMap { record in
        record.split(separator: #""code":""#).dropFirst().first.map { String($0.prefix(5)) }
      })
  }

  @Test(
    "a project of Google is read, kept, and judged alike from what was kept",
    .enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)"))
  func google() throws {
    let double = try double()
    double.forgetRequests()
    let live = audit.run(
      ["iam", "--live", "gcp:acme", "--save", "s.ndjson", "-o", "ndjson", "--no-policy"], in: folder,
      environment: double.environment)
    // Whoever may all, an account's user from elsewhere, its key, and a grant that nobody uses.
    #expect(codes(live).isSuperset(of: ["GI102", "GI103", "GI201", "GI202", "GI203"]), "\(live.stdout)\(live.stderr)")
    #expect(live.stdout.contains(#""google-deny-policy":1"#), "\(live.stdout)")
    let kept = audit.run(["iam", "s.ndjson", "-o", "ndjson", "--no-policy"], in: folder)
    #expect(same(live, kept), "\(live.stdout)\n\(kept.stdout)")
    var status = stat()
    #expect(stat(folder.file("s.ndjson"), &status) == 0 && status.st_mode & 0o777 == 0o600)
    let file = (folder.text(of: "s.ndjson") ?? "")
    #expect(!file.contains("hunter2") && !(file + live.stdout + live.stderr).contains(double.token()))
    #expect(file.contains(#""serviceAccount":"ci@acme.iam.gserviceaccount.com""#) && file.contains("actAs"))
    #expect(try Self.writing(double) == [])
    // Nothing stands beside what was kept, and another verb reads it too.
    #expect(folder.names() == ["s.ndjson"])
    let paths = audit.run(["paths", "s.ndjson", "--to", "ci@acme.iam.gserviceaccount.com", "--no-policy"], in: folder)
    #expect(paths.records("finding").contains { $0.contains("eve@gmail.com") }, "\(paths.stderr)")
  }

  @Test(
    "without the inventory each service is asked, and what is not read is said",
    .enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)"))
  func withoutInventory() throws {
    let double = try double()
    #expect(double.set(#"{"disabled":["cloudasset.googleapis.com@acme"],"denied":["iam.serviceAccountKeys.list"]}"#))
    let live = audit.run(
      ["iam", "--live", "gcp:acme", "--save", "s.ndjson", "-o", "ndjson", "--no-policy", "--fail-on", "never"],
      in: folder, environment: double.environment)
    #expect(live.status == 4, "\(live.stderr)")
    #expect(codes(live).isSuperset(of: ["GI102", "GI103", "GI203"]), "\(live.stdout)")
    #expect(try Self.writing(double).filter { !$0.contains("setIamPolicy") } == [])
    // What made the grants is met here, so that a call that writes would be.
    #expect(try Self.writing(double).contains { $0.contains("setIamPolicy") })
    #expect(live.stdout.contains("the service 'cloudasset.googleapis.com' is not enabled"), "\(live.stdout)")
    #expect(live.stdout.contains("permission 'iam.serviceAccountKeys.list' is missing"))
    #expect((folder.text(of: "s.ndjson") ?? "").contains(#""serviceAccountName":"ci@acme.iam.gserviceaccount.com""#))
    let kept = audit.run(["iam", "s.ndjson", "-o", "ndjson", "--no-policy", "--fail-on", "never"], in: folder)
    #expect(same(live, kept), "\(live.stdout)\n\(kept.stdout)")
  }

  @Test("a snapshot that is cut off, or lacks a part, is not judged", .timeLimit(.minutes(1)))
  func damaged() {
    let head = #"{"snapshot":{"v":1,"of":"gcp:projects/acme","readAt":"2027-01-01T00:00:00Z"}}"#
    let policy = #"{"bindings":[{"role":"roles/owner","members":["allUsers"]}],"etag":"x"}"#
    let end = { (count: Int) in #"{"snapshotEnd":{"values":\#(count),"missed":[]}}"# }
    for (name, text, words) in [
      ("cut", "\(head)\n\(policy)\n", "has no end"), ("short", "\(head)\n\(policy)\n\(end(2))\n", "parts are missing"),
      ("end", "\(policy)\n\(end(1))\n", "did not begin"), ("twice", "\(head)\n\(head)\n", "begins within another"),
      ("newer", head.replacing("\"v\":1", with: "\"v\":2"), "of this version are not known"),
    ] {
      folder.write(text, to: name)
      let found = audit.run(["iam", name, "--resource", "projects/acme"], in: folder)
      #expect(found.status == 2 && found.stdout.isEmpty && found.stderr.contains(words), "\(name): \(found.stderr)")
    }
    folder.write("\(head)\n\(policy)\n\(end(1))\n", to: "whole")
    let found = audit.run(["iam", "whole", "--resource", "projects/acme", "-o", "ndjson"], in: folder)
    #expect(found.status == 1 && found.stdout.contains("was read, at 2027-01-01T00:00:00Z"), "\(found.stderr)")
  }

  @Test("what cannot be read of at all saves nothing, and wrong words are told before anything is asked")
  func refused() {
    let offline = ["AWS_EC2_METADATA_DISABLED": "true", "HOME": folder.path]
    for (words, status, message) in [
      (["iam", "--live", "azure:x"], 2, "azure:x"), (["iam", "--live", "gcp:"], 2, "gcp:"),
      (["iam", "--live", "gcp:Pro ject"], 2, "gcp:Pro ject"), (["iam", "--live", "aws:"], 2, "aws:"),
      (["iam", "x", "--save", "f"], 2, "say what to read"), (["iam", "x", "--impersonate", "a@b"], 2, "--live gcp"),
      (["diff", "a", "b", "--live", "aws"], 2, "given twice"), (["diff", "a"], 2, "only one state is given"),
      (["iam", "--live", "aws", "--save", "no/such/f"], 3, "cannot write beside"),
      (["iam", "--live", "aws", "--save", "."], 2, "no regular file"),
      (["iam", "--live", "aws", "--save", "f"], 3, "credentials"),
      (["recommend", "--live", "gcp:"], 2, "gcp:"), (["recommend", "x", "--save", "f"], 2, "say what to read"),
    ] as [([String], Int32, String)] {
      let found = audit.run(words, in: folder, environment: offline)
      #expect(found.status == status && found.stderr.contains(message), "\(words): \(found.status) \(found.stderr)")
      #expect(found.stdout.isEmpty)
    }
    #expect(folder.names().isEmpty, "\(folder.names())")
  }

  @Test("files that gzip packed are read as they are, and those that are cut off are named")
  func packed() {
    folder.write(#"{"bindings":[{"role":"roles/owner","members":["allUsers"]}],"etag":"x"}"#, to: "p.json")
    let plain = audit.run(["iam", "p.json", "--resource", "projects/a", "-o", "ndjson"], in: folder)
    let made = Tool.shell(
      "gzip -c p.json > p && head -c 40 p > cut && printf '\\037\\213xxxxxxxxxxxx' > broken", in: folder)
    #expect(made.status == 0)
    let found = audit.run(["iam", "p", "--resource", "projects/a", "-o", "ndjson"], in: folder)
    #expect(found.status == 1 && found.stdout == plain.stdout.replacing("p.json", with: "p"), "\(found.stderr)")
    for (name, words) in [("cut", "is gzip that is cut off"), ("broken", "is broken gzip")] {
      for verb in ["iam", "access"] {
        let bad = audit.run([verb, name], in: folder)
        #expect(bad.status == 2 && bad.stderr.contains(words) && bad.stdout.isEmpty, "\(verb) \(bad.stderr)")
      }
    }
  }

  @Test(
    "what a job needs is set against what a project has, and against what was kept of it",
    .enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)"))
  func recommended() throws {
    let double = try double()
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Project
      metadata: {name: acme}
      environments: {prod: {gcp: {project: acme, regions: [europe-west1]}}}

      """, to: "jobs.yaml")
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: report}
      spec:
        target: gcp.run
        image: europe-west1-docker.pkg.dev/acme/jobs/report:1
        secrets: {DB_PASSWORD: "db-password:latest"}
        identity: report@acme.iam.gserviceaccount.com

      """, to: "jobs/report.yaml")
    let words = ["recommend", "jobs", "-e", "prod", "-o", "ndjson"]
    double.forgetRequests()
    let wrong = audit.run(
      words + ["--job", "nobody", "--live", "gcp:acme"], in: folder, environment: double.environment)
    #expect(wrong.status == 2 && double.count() == 0, "nothing is read for what is asked for wrongly")
    let live = audit.run(
      words + ["--live", "gcp:acme", "--save", "s.ndjson"], in: folder, environment: double.environment)
    #expect(live.records("access-need").first?.contains(#""state":"missing""#) == true, "\(live.stdout)\(live.stderr)")
    #expect(live.records("finding").contains { $0.contains(#""code":"RC101""#) }, "\(live.stdout)")
    #expect(!live.stderr.contains("give what 'iam' reads"))
    let kept = audit.run(words + ["--iam", "s.ndjson"], in: folder)
    #expect(same(live, kept), "\(live.stdout)\n\(kept.stdout)")
  }

  // MARK: AWS

  @Test(
    "an account of AWS is read, kept, and judged alike from what was kept", .enabled(if: Emulator.areThere),
    arguments: Emulator.all)
  func aws(_ emulator: Emulator) async throws {
    let world = try await AWSRunWorld(emulator)
    let name = "open-\(UInt32.random(in: 0 ... .max))"
    try world.makeOpenRole(name)
    // moto takes no function whose role is not there.
    if emulator == .ministack { try world.deployFunction("good") }
    try world.deployTask()
    try world.deployBatch()
    let words = ["iam", "--live", "aws", "--save", "s.ndjson", "-o", "ndjson", "--no-policy"]
    let live = await audit.start(
      words, in: folder, environment: world.environment.merging(["AWS_REGION": "eu-west-1"]) { $1 }
    ).end()
    #expect(live.status == 1, "\(live.stderr)")
    #expect(live.records("finding").contains { $0.contains("AI106") && $0.contains(name) }, "\(live.stderr)")
    #expect(live.records("coverage").first?.contains("aws-credentials") == true, "\(live.stdout)")
    let kept = audit.run(["iam", "s.ndjson", "-o", "ndjson", "--no-policy"], in: folder)
    #expect(same(live, kept))
    let file = (folder.text(of: "s.ndjson") ?? "")
    for word in (emulator == .ministack ? ["function:\(world.env)-good"] : [])
      + ["task-definition/\(world.env)-task:", "job-definition/"]
    {
      #expect(file.contains(word), "\(word) \(live.stderr)")
    }
    #expect(!live.stdout.contains("that cannot be read") && !live.stdout.contains("the key '"), "\(live.stdout)")
    for (key, value) in world.environment where key == "AWS_SECRET_ACCESS_KEY" { #expect(!file.contains(value)) }
  }
}

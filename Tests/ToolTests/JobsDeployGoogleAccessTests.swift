import Glibc
import TestSupport
import Testing

/// What `jobs-deploy` makes of accounts and rights beside a Cloud Run job, as users run it, with the double as Google.
@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)")) struct JobsDeployGoogleAccessTests {
  private let folder = ToolFolder()
  private static let member = "serviceAccount:report@acme-prod.iam.gserviceaccount.com"
  private static let account = "projects/acme-prod/serviceAccounts/report@acme-prod.iam.gserviceaccount.com"
  private static let jobPath = "/v2/projects/acme-prod/locations/europe-west1/jobs/report"
  private static let secretPath = "/v1/projects/acme-prod/secrets/db-password"

  private func job(_ name: String) {
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: \(name)}
      spec:
        target: gcp.run
        schedule: "30 4 * * *"
        image: europe-docker.pkg.dev/acme-prod/jobs/report:1
        identity: \(name)@acme-prod.iam.gserviceaccount.com
        secrets: {PASSWORD: "db-password:1"}

      """, to: "jobs/\(name).yaml")
  }

  private func double(_ arguments: [String] = []) throws -> RunningDouble {
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Project
      metadata: {name: acme}
      environments:
        prod: {gcp: {project: acme-prod, regions: [europe-west1]}}

      """, to: "jobs.yaml")
    job("report")
    let double = try #require(
      RunningDouble(apis: RunningDouble.deployed, arguments))
    #expect(
      double.putState(
        "secretmanager", "projects/acme-prod/secrets/db-password", #"{"replication":{"automatic":{}}}"#))
    return double
  }

  private func variables(_ double: RunningDouble) -> [String: String] {
    double.environment
  }

  private func run(_ words: [String], _ double: RunningDouble) -> ToolRun {
    Tool("jobs-deploy").run(
      words + (words.contains("jobs") ? ["-e", "prod"] : []), in: folder, environment: variables(double))
  }

  private func policy(_ double: RunningDouble, _ api: String, _ path: String) -> String {
    LoopbackClient(double.port(api)).send(
      "GET", "\(path):getIamPolicy?options.requestedPolicyVersion=3", ["Authorization: Bearer \(double.token())"]
    ).body
  }

  private func empty(_ double: RunningDouble, _ api: String, _ path: String) -> Bool {
    LoopbackClient(double.port(api)).send(
      "POST", "\(path):setIamPolicy",
      ["Authorization: Bearer \(double.token())", "Content-Type: application/json"], body: #"{"policy":{}}"#
    ).status == 200
  }

  @Test func `rights that somebody took away are drift, and put back alone`() throws {
    let double = try double()
    #expect(run(["apply", "jobs", "--yes", "--offline"], double).records("change").count == 5)
    #expect(empty(double, "run", Self.jobPath) && empty(double, "secretmanager", Self.secretPath))
    let drift = run(["drift", "jobs"], double)
    #expect(drift.status == 1 && drift.records("change").count == 2, "\(drift.stdout)\(drift.stderr)")
    let status = run(["status", "jobs"], double).records("status")
    #expect(status.count == 2 && status.allSatisfy { $0.contains(#""drifted":1"#) }, "\(status)")
    #expect(run(["apply", "jobs", "--yes", "--only-drift", "--offline"], double).status == 0)
    #expect(run(["drift", "jobs"], double).status == 0)
    #expect(policy(double, "run", Self.jobPath).contains(Self.member))
    #expect(policy(double, "secretmanager", Self.secretPath).contains(Self.member))
  }

  @Test func `a rollback takes back what was made, and no more`() throws {
    let double = try double()
    #expect(run(["apply", "jobs", "--yes", "--offline"], double).status == 0)
    let back = run(["rollback", "--yes", "--offline"], double)
    #expect(back.status == 0, "\(back.stderr)")
    for api in ["run", "cloudscheduler", "iam"] { #expect(double.stateCount(api) == 0, "\(api)") }
    #expect(!policy(double, "secretmanager", Self.secretPath).contains(Self.member))
    #expect(!(folder.text(of: "state/applied.ndjson") ?? "").contains("report"))
  }

  @Test func `what no job needs any more loses its rights at once, and its account is disabled`() throws {
    let double = try double()
    job("weekly")
    #expect(run(["apply", "jobs", "--yes", "--offline"], double).status == 0)
    #expect(unlink(folder.file("jobs/report.yaml")) == 0)
    let prune = run(["prune", "jobs", "--yes", "--max", "5", "--offline"], double)
    #expect(prune.status == 0 && prune.records("change").count == 5, "\(prune.stderr)")
    #expect(!policy(double, "run", Self.jobPath).contains(Self.member))
    let secret = policy(double, "secretmanager", Self.secretPath)
    #expect(!secret.contains(Self.member) && secret.contains("weekly@"))
    #expect(double.state("iam", Self.account).text("disabled") == "true")
    #expect(run(["plan", "jobs", "--exit-code"], double).status == 0)
    // Brought back with its job.
    job("report")
    #expect(run(["apply", "jobs", "--yes", "--offline"], double).status == 0)
    #expect(double.state("iam", Self.account).text("disabled") != "true")
    #expect(policy(double, "run", Self.jobPath).contains(Self.member))
    #expect(run(["plan", "jobs", "--exit-code"], double).status == 0)
  }

  @Test func `a grant whose run was killed is known as ours once it is resumed`() throws {
    let double = try double()
    // The grant is made, and its answer comes too late.
    #expect(double.fault(#"{"slow":"60s","times":1,"match":"secretmanager.*.setIamPolicy"}"#))
    let apply = Tool("jobs-deploy").start(
      ["apply", "jobs", "--yes", "--offline", "-e", "prod"], in: folder, environment: variables(double))
    for _ in 0..<3000 where !policy(double, "secretmanager", Self.secretPath).contains(Self.member) { usleep(10_000) }
    apply.signal(SIGKILL)
    _ = apply.wait()
    #expect(policy(double, "secretmanager", Self.secretPath).contains(Self.member))
    let resume = run(["apply", "--resume", "--yes", "--offline"], double)
    #expect(resume.status == 0, "\(resume.stderr)")
    #expect(double.count("secretmanager.*.setIamPolicy") == 1)
    #expect((folder.text(of: "state/applied.ndjson") ?? "").contains("gcp.secret.accessor"))
    #expect(run(["plan", "jobs", "--exit-code"], double).status == 0)
  }

  @Test func `what may not be looked at is a warning, and the rest is deployed`() throws {
    let double = try double([
      "--deny", "iam.serviceAccounts.list", "--deny", "run.jobs.getIamPolicy", "--deny",
      "secretmanager.secrets.getIamPolicy",
    ])
    // The right to start a job that is not there yet is granted without a look.
    #expect(run(["apply", "jobs", "--yes", "--offline"], double).status == 4)
    let plan = run(["plan", "jobs"], double)
    #expect(plan.status == 0, "\(plan.stderr)")
    for permission in ["iam.serviceAccounts.list", "run.jobs.getIamPolicy", "secretmanager.secrets.getIamPolicy"] {
      #expect(plan.stderr.contains("permission '\(permission)' is missing"), "\(permission): \(plan.stderr)")
    }
    let again = run(["apply", "jobs", "--yes", "--offline"], double)
    #expect(again.status == 0 && double.stateCount("cloudscheduler") == 1, "\(again.stderr)")
  }
}

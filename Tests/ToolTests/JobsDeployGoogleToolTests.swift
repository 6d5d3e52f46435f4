import TestSupport
import Testing

/// `jobs-deploy` on Cloud Run and Cloud Scheduler, as users run it, with the double as Google.
@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)")) struct JobsDeployGoogleToolTests {
  private let folder = ToolFolder()

  private static let project = """
    apiVersion: jobs/v1
    kind: Project
    metadata: {name: acme}
    environments:
      prod: {gcp: {project: acme-prod, regions: [europe-west1, us-central1]}}

    """

  private static func job(_ more: String = "") -> String {
    """
    apiVersion: jobs/v1
    kind: Job
    metadata: {name: report}
    spec:
      target: gcp.run
      schedule: "30 4 * * *"
      image: europe-docker.pkg.dev/acme-prod/jobs/report:1
      identity: report@acme-prod.iam.gserviceaccount.com
    \(more)
    """
  }

  private func run(_ words: [String], _ double: RunningDouble, _ more: [String: String] = [:]) -> ToolRun {
    Tool("jobs-deploy").run(
      words + (words.contains("jobs") ? ["-e", "prod"] : []), in: folder,
      environment: double.environment
        .merging(more) { $1 })
  }

  /// The services that a job with an identity and a schedule needs.
  private static let apis = RunningDouble.deployed

  private func double() throws -> RunningDouble {
    folder.write(Self.project, to: "jobs.yaml")
    folder.write(Self.job(), to: "jobs/report.yaml")
    return try #require(RunningDouble(apis: Self.apis))
  }

  /// Parts of Cloud Run's format: what stands beside the container, what in it, and annotations of executions.
  private static let parts: [(name: String, beside: String, within: String, annotation: String)] = [
    ("sidecar", "- {image: a/b/c:1, name: side}", "", ""),
    ("volume", "volumes: [{name: v, emptyDir: {medium: Memory}}]", "volumeMounts: [{name: v, mountPath: /v}]", ""),
    ("probe", "", "startupProbe: {tcpSocket: {port: 80}}", ""), ("port", "", "ports: [{containerPort: 80}]", ""),
    ("boost", "", "resources: {startupCpuBoost: true}", ""),
    ("secrets", "", "", "run.googleapis.com/secrets: 'a:projects/1/secrets/b'"),
    ("newer", "", "", "run.googleapis.com/of-next-year: 'yes'"),
    ("plain", "", "workingDir: /app", "run.googleapis.com/execution-environment: gen2"),
    ("built", "", "", "run.googleapis.com/build-id: '1'"),
    (
      "connected", "", "",
      "run.googleapis.com/vpc-access-connector: projects/acme-prod/locations/europe-west1/connectors/vpc"
    ),
  ]

  @Test func `what plan refuses of a Cloud Run manifest, jobs-validate says of it, and of nothing else`() throws {
    let double = try double()
    for part in Self.parts {
      let isContainer = part.beside.hasPrefix("-")
      folder.write(
        """
        apiVersion: run.googleapis.com/v1
        kind: Job
        metadata: {name: \(part.name)}
        spec:
          template:
            metadata: {annotations: {\(part.annotation)}}
            spec:
              template:
                spec:
                  \(isContainer ? "" : part.beside)
                  containers:
                  - image: europe-docker.pkg.dev/acme-prod/jobs/report:1
                    \(part.within)
                  \(isContainer ? part.beside : "")

        """, to: "jobs/\(part.name).yaml")
    }
    let plan = run(["plan", "jobs"], double)
    let check = Tool("jobs-validate").run(["-e", "prod", "jobs"], in: folder)
    #expect(check.status == 0, "\(check.stdout)")
    let said = check.records("diagnostic").filter { $0.contains(#""code":"CR284","severity":"warning""#) }
    for part in Self.parts {
      let isRefused = plan.stderr.contains("cannot deploy job '-/prod/\(part.name)'")
      let isSaid = said.contains { $0.contains(#""file":"jobs/\#(part.name).yaml""#) }
      #expect(isRefused == isSaid, "\(part.name): \(plan.stderr)\(check.stdout)")
      #expect(isSaid == !["plain", "connected"].contains(part.name), "\(part.name): \(check.stdout)")
    }
  }

  @Test func `status shows the places that can be read, names the others, and ends with 4`() throws {
    let double = try double()
    #expect(run(["apply", "jobs", "--yes", "--offline"], double).status == 0)
    folder.write(
      Self.job().replacing("name: report", with: "name: function").replacing("gcp.run", with: "aws.lambda").replacing(
        "europe-docker.pkg.dev/acme-prod/jobs/report:1",
        with: "111122223333.dkr.ecr.eu-west-1.amazonaws.com/report:1"
      ).split(separator: "\n").filter { !$0.contains("identity") }.joined(separator: "\n") + "\n",
      to: "jobs/function.yaml")
    folder.write(
      Self.project.replacing(
        "us-central1]}", with: #"us-central1]}, aws: {account: "111122223333", region: eu-west-1}"#),
      to: "jobs.yaml")
    #expect(double.set(#"{"denied":["run.jobs.list@projects/acme-prod/locations/us-central1"]}"#))
    let dead = [
      "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "none", "AWS_ENDPOINT_URL": "http://127.0.0.1:1",
      "AWS_MAX_ATTEMPTS": "1",
    ]
    let status = run(["status", "jobs"], double, dead)
    #expect(status.status == 4, "\(status.stdout) \(status.stderr)")
    let rows = status.records("status")
    #expect(rows.count == 2 && rows.contains { $0.contains(#""key":"europe-west1""#) }, "\(rows)")
    #expect(rows.allSatisfy { $0.contains(#""pending":0"#) && $0.contains(#""drifted":0"#) }, "\(rows)")
    let faults = status.records("diagnostic").filter { $0.contains("PL101") }
    #expect(faults.count == 2 && faults.first?.contains("'aws.lambda' could not be read") == true, "\(faults)")
    #expect(faults.last?.contains("'gcp/acme-prod/us-central1' could not be read") == true, "\(faults)")
    #expect(faults.last?.contains(#""file":"jobs/report.yaml""#) == true, "\(faults)")
    #expect(status.records("end").first?.contains(#""ok":false"#) == true)
    #expect(run(["status", "jobs", "-o", "human"], double, dead).stdout.contains("europe-west1"))
    // What changes something, or says that nothing is to be changed, needs all of them.
    for words in [["plan"], ["drift"], ["apply", "--yes"]] {
      #expect(run(words + ["jobs"], double, dead).status == 3, "\(words)")
    }
  }

  @Test func `jobs are planned, applied in every region, left alone, changed and found to have drifted`() throws {
    let double = try double()
    let plan = run(["plan", "jobs", "--exit-code"], double)
    #expect(plan.status == 1 && plan.records("change").count == 7, "\(plan.stderr)")
    #expect(run(["plan", "jobs", "-o", "human"], double).stdout.hasPrefix("acme-prod as "))
    #expect(double.stateCount("run") == 0)
    let apply = run(["apply", "jobs", "--yes", "--offline"], double)
    #expect(apply.status == 0 && double.stateCount("run") == 2 && double.stateCount("cloudscheduler") == 2)
    double.forgetRequests()
    #expect(run(["plan", "jobs", "--exit-code"], double).status == 0)
    #expect(
      double.count("*.list") == 7 && double.count("*.getIamPolicy") == 2
        && double.count("*") == 9 + double.count("oauth2.token"),
      "more than a list a region and service, one of accounts, alerts and metrics, and a policy for each right")
    let name = "projects/acme-prod/locations/us-central1/jobs/report"
    #expect(double.patchState("run", name, #"{"template":{"template":{"maxRetries":9}}}"#))
    let drift = run(["drift", "jobs"], double)
    #expect(
      drift.status == 1
        && drift.records("change").first?.contains(
          #""fields":[{"path":"template.template.maxRetries","applied":3,"live":9,"desired":3,"kind":"drift"}]"#)
          == true,
      "\(drift.stdout)")
    #expect(run(["apply", "jobs", "--yes", "--only-drift"], double).status == 0)
    #expect(run(["drift", "jobs"], double).status == 0)
    #expect(run(["rollback", "--yes", "--offline"], double).status == 0)
    // What was taken back was applied: the manifest is what differs now.
    #expect(run(["plan", "jobs", "--exit-code"], double).status == 1)
  }

  @Test func `a plan's file is carried out by somebody else, and refused when the world has moved`() throws {
    let double = try double()
    #expect(run(["plan", "jobs", "--out", "prod.plan"], double).status == 0)
    let token = double.token(for: "deployer@acme-prod.iam.gserviceaccount.com")
    func apply() -> ToolRun {
      Tool("jobs-deploy").run(
        ["apply", "prod.plan", "--yes", "--offline"], in: folder,
        environment: double.environment.merging(["CLOUDSDK_AUTH_ACCESS_TOKEN": token]) { $1 })
    }
    let name = "projects/acme-prod/locations/us-central1/jobs/report"
    #expect(double.putState("run", name, #"{"annotations":{"jobs/id":"-/prod/report"}}"#))
    let refused = apply()
    #expect(refused.status == 2 && refused.stderr.contains("changed since"), "\(refused.stderr)")
    #expect(double.deleteState("run", name))
    let done = apply()
    #expect(done.status == 0 && double.stateCount("run") == 2, "\(done.stderr)")
    #expect(!(refused.stdout + refused.stderr + done.stdout + done.stderr).contains(token))
  }

  @Test func `what is missing is named before the first change, and nothing is made`() throws {
    let double = try double()
    let whole = try #require(RunningDouble(["--deny", "cloudscheduler.jobs.create"]))
    let apply = run(["apply", "jobs", "--yes"], whole)
    #expect(apply.status == 3 && whole.stateCount("run") == 0)
    #expect(apply.stderr.contains("permission 'cloudscheduler.jobs.create' is missing on project 'acme-prod'"))
    #expect(apply.stderr.contains("there is no image 'europe-docker.pkg.dev/acme-prod/jobs/report:1'"))
    // With two regions it is said once.
    #expect(apply.stderr.components(of: "is missing on project").count == 2)
    #expect(double.stateCount("run") == 0)
  }

  @Test func `a permission that is lost half-way fails what needs it, and the rest goes on`() throws {
    let double = try double()
    #expect(
      double.fault(
        #"{"code":403,"status":"PERMISSION_DENIED","match":"run.projects.locations.jobs.create","target":"*us-central1*"}"#
      ))
    let apply = run(["apply", "jobs", "--yes", "--offline"], double)
    #expect(apply.status == 4, "\(apply.stderr)")
    #expect(double.stateCount("run") == 1 && double.stateCount("cloudscheduler") == 1)
    #expect(apply.stderr.contains("was skipped: what it depends on failed"))
  }

  @Test func `tokens that expire in the middle are renewed`() throws {
    let double = try double()
    #expect(double.fault(#"{"unauthorised":true,"times":1,"match":"run.projects.locations.jobs.create"}"#))
    #expect(run(["apply", "jobs", "--yes", "--offline"], double).status == 0)
    #expect(double.stateCount("run") == 2)
  }

  @Test func `no key, token or signed proof is ever written`() throws {
    let double = try double()
    let runs = [
      run(["plan", "jobs"], double), run(["apply", "jobs", "--yes", "--offline"], double), run(["history"], double),
      run(["plan", "jobs", "-o", "human"], double),
    ]
    let kept = folder.names(in: "state").map { folder.text(of: "state/\($0)") ?? "" }
    for text in runs.map(\.stdout) + runs.map(\.stderr) + kept {
      #expect(!text.contains("PRIVATE KEY") && !text.contains("Bearer ") && !text.contains("eyJ"))
    }
  }

  @Test func `without credentials nothing is begun, and it is said how to get some`() throws {
    let double = try double()
    let none = run(
      ["plan", "jobs"], double,
      ["GOOGLE_APPLICATION_CREDENTIALS": "", "NO_GCE_CHECK": "true", "CLOUDSDK_CONFIG": folder.path])
    #expect(none.status == 3 && none.stdout.isEmpty)
    #expect(none.stderr.contains("gcloud auth application-default login"), "\(none.stderr)")
  }

  @Test func `a job without a project is refused`() {
    folder.write(Self.job(), to: "jobs/report.yaml")
    let run = Tool("jobs-deploy").run(["plan", "jobs"], in: folder)
    #expect(run.status == 2 && run.stderr.contains("it has no project of Google Cloud"), "\(run.stderr)")
  }
}

extension String {
  fileprivate func components(of part: String) -> [Substring] {
    self.split(separator: part, omittingEmptySubsequences: false)
  }
}

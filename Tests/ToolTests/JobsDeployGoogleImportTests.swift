import TestSupport
import Testing

/// `import` of Cloud Run jobs that somebody made by hand, with the double as Google.
@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)")) struct JobsDeployGoogleImportTests {
  private let folder = ToolFolder()
  private static let region = "projects/acme-prod/locations/europe-west1/jobs"

  private static let project = """
    apiVersion: jobs/v1
    kind: Project
    metadata: {name: acme}
    environments:
      prod: {gcp: {project: acme-prod, regions: [europe-west1]}}

    """

  /// As the console and gcloud make them.
  private static let job = """
    {"labels": {"team": "data"}, "client": "gcloud", "clientVersion": "500.0.0", "template": {"taskCount": 3, "template": {
      "maxRetries": 1, "timeout": "900s", "serviceAccount": "report@acme-prod.iam.gserviceaccount.com",
      "containers": [{"image": "europe-docker.pkg.dev/acme-prod/jobs/report:1", "command": ["/app/report"],
        "args": ["--day", "yesterday"], "resources": {"limits": {"cpu": "2000m", "memory": "1Gi"}},
        "env": [{"name": "LEVEL", "value": "info"},
          {"name": "DB", "valueSource": {"secretKeyRef": {"secret": "db", "version": "3"}}}]}]}}}
    """
  private static let schedule = """
    {"name": "\(region)/report-trigger", "schedule": "30 4 * * *", "timeZone": "Europe/Berlin", "description": "every morning", "httpTarget": {
      "uri": "https://europe-west1-run.googleapis.com/apis/run.googleapis.com/v1/namespaces/acme-prod/jobs/report:run",
      "httpMethod": "POST", "oauthToken": {"serviceAccountEmail": "starter@acme-prod.iam.gserviceaccount.com",
        "scope": "https://www.googleapis.com/auth/cloud-platform"}}}
    """

  private func double() throws -> RunningDouble {
    folder.write(Self.project, to: "jobs.yaml")
    let double = try #require(
      RunningDouble(apis: RunningDouble.deployed))
    let head = ["Authorization: Bearer \(double.token())", "Content-Type: application/json"]
    for (api, target, body) in [
      ("run", "/v2/\(Self.region)?jobId=report", Self.job), ("cloudscheduler", "/v1/\(Self.region)", Self.schedule),
    ] {
      let made = LoopbackClient(double.port(api)).send("POST", target, head, body: body)
      #expect(made.status == 200, "\(made.body)")
    }
    // Whoever made it made what it needs.
    for name in ["report", "starter"] {
      let email = "\(name)@acme-prod.iam.gserviceaccount.com"
      #expect(
        double.putState(
          "iam", "projects/acme-prod/serviceAccounts/\(email)", #"{"email":"\#(email)","projectId":"acme-prod"}"#))
    }
    #expect(
      double.putState("secretmanager", "projects/acme-prod/secrets/db", #"{"replication":{"automatic":{}}}"#))
    for (api, target, role, name) in [
      ("run", "/v2/\(Self.region)/report", "roles/run.invoker", "starter"),
      ("secretmanager", "/v1/projects/acme-prod/secrets/db", "roles/secretmanager.secretAccessor", "report"),
    ] {
      let member = "serviceAccount:\(name)@acme-prod.iam.gserviceaccount.com"
      let granted = LoopbackClient(double.port(api)).send(
        "POST", "\(target):setIamPolicy", head,
        body: #"{"policy":{"bindings":[{"role":"\#(role)","members":["\#(member)"]}]}}"#)
      #expect(granted.status == 200, "\(granted.body)")
    }
    return double
  }

  private func run(_ words: [String], _ double: RunningDouble) -> ToolRun {
    Tool("jobs-deploy").run(
      words, in: folder,
      environment: double.environment)
  }

  private static let place = ["-e", "prod", "--project", "acme-prod"]

  @Test func `a job made by hand becomes a manifest with its schedule, which jobs-validate takes`() throws {
    let double = try double()
    let found = run(["import"] + Self.place, double)
    #expect(found.status == 0, "\(found.stderr)")
    for line in [
      "  target: gcp.run", "  schedule: \"30 4 * * *\"", "  timezone: Europe/Berlin", "  name: report",
      "    team: data",
      "    jobs/schedules: report-trigger", "    jobs/invoker: starter@acme-prod.iam.gserviceaccount.com",
      "    DB: \"db:3\"", "    LEVEL: info", "    cpu: 2", "    memory: 1Gi", "    tasks: 3", "  timeout: 15m",
    ] {
      let isThere = found.lines.contains { $0.replacing("\"", with: "") == line.replacing("\"", with: "") }
      #expect(isThere, "\(line) in \(found.stdout)")
    }
    folder.write(found.stdout, to: "jobs/report.yaml")
    let check = Tool("jobs-validate").run(["-e", "prod", "jobs"], in: folder)
    #expect(check.records("job").count == 1, "\(check.stdout)")
    #expect(double.count("run.*.patch") == 0 && double.count("cloudscheduler.*.patch") == 0)
    // By itself it is still somebody else's.
    let plan = run(["plan", "jobs", "-e", "prod"], double)
    #expect(plan.status == 2 && plan.stderr.contains("stands already"), "\(plan.stderr)")
  }

  @Test func `it is taken over with its schedule, nothing of it changes but the mark, and it is given back`() throws {
    let double = try double()
    let before = double.state("run", "\(Self.region)/report")
    let adopt = run(["import", "--adopt", "--out", "jobs", "--yes", "--offline", "report"] + Self.place, double)
    #expect(adopt.status == 0 && adopt.records("change").count == 2, "\(adopt.stderr)")
    let job = double.state("run", "\(Self.region)/report")
    #expect(job.body.contains(#""jobs/id":"-/prod/report""#) && job.body.contains(#""jobs-digest":"#), "\(job.body)")
    let template = try #require(before.text("template"))
    #expect(job.text("template") == template)
    let schedule = double.state("cloudscheduler", "\(Self.region)/report-trigger").body
    #expect(schedule.contains(#""description":"jobs: -/prod/report "#), "\(schedule)")
    #expect(schedule.contains("/namespaces/acme-prod/jobs/report:run"))

    let plan = run(["plan", "jobs", "-e", "prod", "--exit-code"], double)
    #expect(plan.status == 0 && plan.records("change").isEmpty, "\(plan.stdout)\(plan.stderr)")
    #expect(run(["drift", "jobs", "-e", "prod"], double).status == 0)

    let back = run(["rollback", "--yes", "--offline"], double)
    #expect(back.status == 0 && back.records("change").count == 2, "\(back.stderr)")
    let free = double.state("run", "\(Self.region)/report").body
    #expect(!free.contains("jobs/id") && !free.contains("jobs-digest") && free.contains(#""team":"data""#), "\(free)")
    #expect(
      double.state("cloudscheduler", "\(Self.region)/report-trigger").body.contains(#""description":"every morning""#))
  }

  @Test func `what no manifest says is a loss, and is not taken over`() throws {
    let double = try double()
    #expect(
      double.patchState(
        "run", "\(Self.region)/report",
        #"{"template":{"template":{"containers":[{"image":"i","resources":{"limits":{"cpu":"1","memory":"512Mi"}},"ports":[{"containerPort":80}]}]}}}"#
      ))
    let found = run(["import", "--out", "jobs"] + Self.place, double)
    #expect(found.status == 0 && found.stderr.contains("would change"), "\(found.stderr)")
    let adopt = run(["import", "--adopt", "--out", "jobs", "--yes", "--offline", "report"] + Self.place, double)
    #expect(adopt.status == 2 && adopt.stderr.contains("containers[0].ports"), "\(adopt.stderr)")
    #expect(!double.state("run", "\(Self.region)/report").body.contains("jobs/id"))
  }

  @Test func `further containers, probes and volumes are named, with an environment and without, whoever made the job`()
    throws
  {
    let double = try double()
    #expect(
      double.patchState(
        "run", "\(Self.region)/report",
        """
        {"template":{"template":{"volumes":[{"name":"v","emptyDir":{"medium":"MEMORY"}}],"containers":[
        {"name":"main","image":"europe-docker.pkg.dev/acme-prod/jobs/report:1","startupProbe":{"tcpSocket":{"port":80}},
        "volumeMounts":[{"name":"v","mountPath":"/v"}]},{"name":"side","image":"europe-docker.pkg.dev/acme-prod/jobs/side:1"}]}}}
        """))
    let parts = [
      "template.template.containers[1].image", "template.template.volumes[v].emptyDir.medium",
      "template.template.containers[0].startupProbe.tcpSocket.port",
    ]
    func check(_ run: ToolRun) {
      for part in parts { #expect(run.stderr.contains("'\(part)'"), "\(part) in \(run.stderr)") }
    }
    check(run(["import"] + Self.place, double))
    let adopt = run(["import", "--adopt", "--out", "jobs", "--yes", "--offline", "report"] + Self.place, double)
    #expect(adopt.status == 2, "\(adopt.stderr)")
    check(adopt)
    // Where no project file is, nobody knows which place is the job's.
    func importApart() -> ToolRun {
      Tool("jobs-deploy").run(
        ["import", "--project", "acme-prod", "--region", "europe-west1"], in: ToolFolder(),
        environment: double.environment)
    }
    check(importApart())
    // What bears the mark was changed by hand.
    #expect(
      double.patchState(
        "run", "\(Self.region)/report", #"{"annotations":{"jobs/id":"-/prod/report","jobs/applied":"x"}}"#))
    check(importApart())
  }

  @Test func `nobody else adopts what others made`() throws {
    let double = try double()
    folder.write(run(["import"] + Self.place, double).stdout, to: "jobs/report.yaml")
    let prune = ["prune", "--max", "9", "--after", "0", "--max-percent", "100"]
    for verb in [["apply"], ["apply", "--only-drift"], prune] {
      _ = run(verb + ["jobs", "-e", "prod", "--yes", "--offline"], double)
      #expect(!double.state("run", "\(Self.region)/report").body.contains("jobs/id"), "\(verb)")
    }
  }
}

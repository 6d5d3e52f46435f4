import JobsCore
import JobsCron
import Testing

@testable import JobsManifest

/// Jobs read from text as the tool reads them.
enum ConvertReading {
  static func options(environment: String? = nil) -> CheckOptions {
    var options = CheckOptions(zones: .system, now: 1_795_219_200)
    if let environment {
      options.views = (try? EnvironmentView.views(for: environment, of: nil, given: ["TAG": "1.2"])) ?? []
    }
    return options
  }

  static func report(_ text: some Collection<UInt8>, _ path: String, environment: String? = nil) -> FileReport {
    FileCheck.run(FileInput(path: path, bytes: Array(text), isNamed: true), options(environment: environment))
  }

  /// The jobs of a text's records; rules that judge what a job means are left out, so that it may say everything at once.
  static func jobs(_ text: some Collection<UInt8>, _ path: String, environment: String? = nil) -> [Job] {
    var options = options(environment: environment)
    options.selection = RuleSelection(selected: ["RD", "ST"])
    let report = FileCheck.run(FileInput(path: path, bytes: Array(text), isNamed: true), options)
    var reader = RecordReader(bytes: report.records, name: path)
    var record = Record()
    var jobs: [Job] = []
    while (try? reader.next(into: &record)) == true { if let job = try? Job(record) { jobs.append(job) } }
    return jobs
  }

  static func path(_ target: ConversionTarget) -> String { "job.\(target.suffix)" }

  static func text(_ conversion: Conversion) -> [UInt8] {
    switch conversion.body {
    case .document(let bytes): bytes
    case .crontab(let entries): (try? CrontabText.text(entries)) ?? []
    }
  }

  /// The job without what tells where it was read.
  static func core(_ job: Job) -> Job {
    var job = job
    job.origin = nil
    job.digest = ""
    return job
  }
}

@Suite("Round trips of conversions")
struct ConvertRoundTripTests {
  /// Everything that our own format can say, but for what only an environment gives.
  private static let full = """
    apiVersion: jobs/v1
    kind: Job
    metadata:
      name: nightly-report
      tenant: acme
      labels: {team: data}
      annotations: {owner: "data@acme.example", note: "yes"}
    spec:
      target: gcp.run
      schedule:
        - "30 2 * * *"
        - {cron: "0 0 3 * * 1", dialect: seconds, timezone: Europe/Paris, dst: {gap: run-after, repeat: second}}
      timezone: Europe/Berlin
      dst: {gap: skip, repeat: both}
      image: "europe-docker.pkg.dev/acme/jobs/report:1.2"
      command: [/app/report]
      args: ["--day", yesterday, "", " x ", "1", "null", "a: b", "# c", "$${X}"]
      workingDir: /srv/report
      env: {LOG_LEVEL: info, PORT: "0644", EMPTY: "", "ODD KEY": "x"}
      envFile: /etc/report.env
      secrets: {DB_PASSWORD: "db-password:latest"}
      mounts: [{secret: "tls-key:3", path: /etc/tls/key}]
      user: report
      resources: {cpu: 2, memory: 2Gi, tasks: 3, parallelism: 2}
      timeout: 1h30m
      retry: {attempts: 5, backoff: fixed, delay: 10s, maxDelay: 5m, classes: [timeout, network], perClass: {resource: {attempts: 1, backoff: fixed, delay: 1m}}}
      concurrency: {queue: 3}
      missed: {policy: {all: 4}, within: 6h, splay: 5m}
      identity: "report@acme.iam.gserviceaccount.com"
      network: {connector: vpc-prod, egress: private-ranges-only}
      events: [{pubsub: orders}]
      expect: {duration: 4m, p90: 9m}
      checkin: {enabled: true, url: "https://checkin.example/x", secret: "secret:checkin", timeout: 3600}
      alerts: [{when: failed, route: oncall}, {when: late, route: chat}]
      agent: {selector: {role: backup}}
      verify: {run: {args: ["--check", "1"], env: {DRY: "1"}, tasks: 2, timeout: 5m}, http: [{url: "https://report.example/health"}, {url: "http://10.0.0.7/", status: 204, timeout: 3s, attempts: 2, delay: 1m}]}
      enabled: false
      priority: 10
      locks: [ledger, "yes"]
      pools: {database: 2, tape: 1}
      jitter: 30s
      grace: 10s
      breaker: {failures: 5, cooldown: 15m}
      deadLetter: true
      quietHours: {from: "22:00", to: "06:30", timezone: Europe/Berlin, weekends: true}
      fallback: {command: [/bin/tell], args: [oncall]}
      group: batch
      nice: -5
      umask: "0027"
      ulimits: {nofile: 1024, core: unlimited}
      cgroup: /sys/fs/cgroup/batch.slice

    """

  @Test("a job of our own format with everything in it comes back as it was")
  func everything() throws {
    let jobs = ConvertReading.jobs(Self.full.utf8, "job.yaml", environment: "prod")
    let job = try #require(
      jobs.first, "\(ConvertReading.report(Self.full.utf8, "job.yaml", environment: "prod").diagnostics)")
    let conversion = try Conversion(job, to: .jobs, isResolved: true)
    #expect(conversion.losses.isEmpty)
    let text = ConvertReading.text(conversion)
    let again = try #require(
      ConvertReading.jobs(text, "job.yaml", environment: "prod").first, "\(String(decoding: text, as: UTF8.self))")
    #expect(ConvertReading.core(again) == ConvertReading.core(job))
    #expect(ConvertReading.text(try Conversion(again, to: .jobs, isResolved: true)) == text)
  }

  @Test("the examples of all formats become our own format, and come back as they were")
  func examples() throws {
    for format in [Format.jobs, .cloudrun, .crontab, .jobfile] {
      let job = try #require(ConvertReading.jobs(format.example.utf8, format.exampleFile).first)
      let ours = ConvertReading.text(try Conversion(job, to: .jobs, isResolved: true))
      #expect(ConvertReading.report(ours, "job.yaml").diagnostics.filter { $0.severity == .error }.isEmpty, "\(format)")
      let between = try #require(ConvertReading.jobs(ours, "job.yaml").first)
      guard let target = ConversionTarget(rawValue: format.rawValue) else { continue }
      let back = ConvertReading.text(try Conversion(between, to: target, isResolved: true))
      var again = try #require(ConvertReading.jobs(back, ConvertReading.path(target)).first)
      // A zone that was the host's is written out as UTC.
      for at in again.schedules.indices where job.schedules[at].timezone == nil { again.schedules[at].timezone = nil }
      #expect(ConvertReading.core(again) == ConvertReading.core(job), "\(format)")
    }
  }

  @Test("what Cloud Run has words for survives it, and the rest is named")
  func cloudRun() throws {
    let text = Self.full.replacing("enabled: false", with: "enabled: true")
    let job = try #require(ConvertReading.jobs(text.utf8, "job.yaml", environment: "prod").first)
    let conversion = try Conversion(job, to: .cloudrun, isResolved: true)
    #expect(
      Set(conversion.losses.map(\.field)) == [
        "concurrency", "missed", "events", "checkin", "dst", "agent", "user", "envFile", "expect.p90", "retry.classes",
        "retry.backoff", "alerts", "schedule", "retry.perClass", "priority", "locks", "pools", "jitter", "grace",
        "breaker", "deadLetter", "quietHours", "fallback", "group", "nice", "umask", "ulimits", "cgroup", "verify",
      ])
    let again = try #require(
      ConvertReading.jobs(ConvertReading.text(conversion), "job.yaml", environment: "prod").first)
    #expect(again.run.image == job.run.image && again.run.command == job.run.command && again.run.args == job.run.args)
    #expect(again.run.env == job.run.env && again.run.secrets == job.run.secrets)
    #expect(again.run.workingDirectory == job.run.workingDirectory)
    #expect(again.resources == job.resources)
    #expect(again.limits.timeoutSeconds == 5400 && again.limits.retry?.attempts == 5)
    #expect(again.identity == job.identity && again.network == job.network && again.labels == job.labels)
    #expect(again.annotations == job.annotations && again.tenant == "acme")
    #expect(again.schedules.map(\.cron) == ["30 2 * * *"] && again.schedules[0].timezone == "Europe/Berlin")
    #expect(again.expect?.durationSeconds == 240 && again.alerts == [Alert(when: "failed", route: "oncall")])
  }

  @Test("a reference that is resolved is text, and one that is open stays a reference")
  func references() throws {
    let text = "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: a}\nspec: {command: 'echo $${A} ${TAG}'}\n"
    let resolved = try #require(ConvertReading.jobs(text.utf8, "job.yaml", environment: "prod").first)
    let document = String(
      decoding: ConvertReading.text(try Conversion(resolved, to: .jobs, isResolved: true)), as: UTF8.self)
    #expect(document.contains("command: \"echo $${A} 1.2\"\n"))
    var open = resolved
    open.run.setShell("echo ${TAG}")
    #expect(
      String(decoding: ConvertReading.text(try Conversion(open, to: .jobs, isResolved: false)), as: UTF8.self).contains(
        "echo ${TAG}"))
    open.schedules = [Schedule(cron: "1 2 * * *")]
    #expect(throws: ConversionRefusal.self) { try Conversion(open, to: .crontab, isResolved: false) }
    #expect(
      String(decoding: ConvertReading.text(try Conversion(open, to: .crontab, isResolved: true)), as: UTF8.self)
        .contains("echo ${TAG}"))
  }

  @Test("arguments behind a shell's text mean the same on Cloud Run and here")
  func shellArguments() throws {
    var job = Job(name: "a")
    job.run.image = "europe-docker.pkg.dev/p/r/i:1.2.3"
    job.run.setShell("echo $1")
    job.run.args = ["x"]
    job.target.kind = .cloudRun
    let argv = ["/bin/sh", "-c", "echo $1", "sh", "x"]
    #expect(job.run.argv == argv)
    let cloud = try #require(
      ConvertReading.jobs(ConvertReading.text(try Conversion(job, to: .cloudrun, isResolved: true)), "job.yaml").first)
    #expect(cloud.run.command + cloud.run.args == argv)
    let ours = try #require(
      ConvertReading.jobs(ConvertReading.text(try Conversion(cloud, to: .jobs, isResolved: true)), "job.yaml").first)
    #expect(ours.run.argv == argv)
  }

  @Test("a masked secret is never written", arguments: ConversionTarget.allCases)
  func masked(target: ConversionTarget) {
    var job = Job(name: "a")
    job.run.image = "europe-docker.pkg.dev/p/r/i:1.2.3"
    job.run.setShell("true")
    job.schedules = [Schedule(cron: "1 2 * * *")]
    job.run.env = [Pair("TOKEN", "***")]
    #expect(
      throws: ConversionRefusal(
        "'spec.env.TOKEN' holds a secret in clear, which is masked",
        hint: "put the secret under 'secrets', or write the value by hand afterwards")
    ) {
      try Conversion(job, to: target, isResolved: true)
    }
  }
}

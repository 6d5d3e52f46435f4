import JobsCore
import JobsCron
import JobsManifest

/// A job with any of its keys.
enum RandomJob {
  static func make(_ random: inout some RandomNumberGenerator) -> Job {
    func maybe<T>(_ value: T) -> T? { Int.random(in: 0..<3, using: &random) == 0 ? value : nil }
    func number() -> Int { Int.random(in: 1...9999, using: &random) }
    func text() -> String {
      let all = ["a", "päng", "two words", "\"quoted\"", "line\nbreak", "***", "${OPEN}", "0", "true", ""]
      return all.randomElement(using: &random) ?? ""
    }
    func texts() -> [String] { (0..<Int.random(in: 0...2, using: &random)).map { _ in text() } }
    func pairs() -> [Pair] { texts().map { Pair("name \($0)", text()) } }

    var job = Job(name: "job-\(number())")
    job.tenant = maybe("acme")
    job.env = maybe("prod")
    job.labels = pairs()
    job.annotations = pairs()
    job.enabled = maybe(false) ?? true
    job.paused = maybe(true) ?? false
    job.target = Target(
      kind: Target.Kind.allCases.randomElement(using: &random) ?? .local, project: maybe(text()), region: maybe(text()),
      account: maybe("111122223333"))
    for cron in texts() {
      job.schedules.append(
        Schedule(
          cron: cron, dialect: maybe(.quartz), timezone: maybe("Europe/Berlin"),
          dst: DSTPolicy(gap: maybe(.skip) ?? .runAfter, repeat: maybe(.both) ?? .first)))
    }
    if let event = maybe(Event(json: #"{"pubsub":"orders"}"#)) { job.events = [event] }
    job.run.image = maybe(text())
    job.run.command = texts()
    job.run.args = texts()
    job.run.workingDirectory = maybe("/srv")
    job.run.user = maybe("batch")
    job.run.envFile = maybe("/etc/batch.env")
    job.run.env = pairs()
    job.run.secrets = pairs()
    if let mount = maybe(Mount(secret: "key:1", path: "/etc/key")) { job.run.mounts = [mount] }
    job.run.host.fallback = maybe(Fallback(command: texts(), args: texts()))
    job.run.host.group = maybe("batch")
    job.run.host.nice = maybe(number())
    job.run.host.umask = maybe(0o027)
    if let limit = maybe(ResourceLimit(.core, nil)) {
      job.run.host.ulimits = [limit, ResourceLimit(.nofile, number())]
    }
    job.run.host.cgroup = maybe(HostRun.ownCgroup)
    job.resources.cpuMillis = maybe(number())
    job.resources.memoryBytes = maybe(number())
    job.resources.gpu = maybe(1)
    job.resources.architecture = maybe("arm64")
    job.resources.tasks = maybe(number())
    job.resources.parallelism = maybe(number())
    job.limits = limits(maybe: { Int.random(in: 0..<3, using: &random) == 0 }, number: number())
    job.identity = maybe(text())
    if maybe(0) != nil {
      var network = Network()
      network.connector = maybe(text())
      network.tags = texts()
      network.egress = maybe("all-traffic")
      job.network = network
    }
    job.expect = maybe(Expectation(durationSeconds: maybe(number()), p90Seconds: maybe(number())))
    if maybe(0) != nil {
      var checkin = CheckIn()
      checkin.enabled = maybe(false) ?? true
      checkin.url = maybe("https://check.example/1")
      checkin.timeoutSeconds = maybe(number())
      job.checkin = checkin
    }
    if let alert = maybe(Alert(when: "failed", route: text())) { job.alerts = [alert] }
    if maybe(0) != nil {
      var run = Verification.Run()
      run.args = texts()
      run.env = pairs()
      run.timeoutSeconds = maybe(number())
      job.verify.value.run = maybe(run)
      var check = Verification.HTTP(url: "https://report.example/\(text())")
      check.status = maybe(204) ?? check.status
      check.delaySeconds = maybe(number()) ?? check.delaySeconds
      job.verify.value.http = [check]
    }
    if maybe(0) != nil {
      job.run.code.value.path = text()
      job.run.code.value.runtime = maybe("python3.13")
      job.run.code.value.handler = maybe("main.handler")
    }
    job.agent = pairs()
    job.digest = maybe("sha256:\(number())") ?? ""
    job.origin = maybe(
      Origin(
        file: "jobs/\(text())", line: number(), column: number(),
        format: Format.allCases.randomElement(using: &random)?.rawValue ?? "", commit: maybe("4f2a9c1")))
    return job
  }

  private static func limits(maybe: () -> Bool, number: Int) -> Limits {
    var limits = Limits()
    if maybe() { limits.timeoutSeconds = number }
    if maybe() {
      var retry = Retry()
      if maybe() { retry.attempts = number % 3 }
      if maybe() { retry.backoff = "fixed" }
      if maybe() { retry.delaySeconds = number }
      if maybe() { retry.classes = maybe() ? [] : ["timeout"] }
      if maybe() { retry.perClass = [ClassRetry(.network)] }
      limits.retry = retry
    }
    if maybe() { limits.concurrency = maybe() ? .queue(number) : .forbid }
    if maybe() { limits.missed = Missed(policy: maybe() ? .all(nil) : .all(number), withinSeconds: number) }
    if maybe() { limits.host.priority = -number }
    if maybe() { limits.host.locks = ["ledger"] }
    if maybe() { limits.host.pools = [PoolShare(name: "tape", slots: 2, size: maybe() ? number : nil)] }
    if maybe() { limits.host.jitterSeconds = number }
    if maybe() { limits.host.graceSeconds = number }
    if maybe() { limits.host.breaker = Breaker(failures: number, cooldownSeconds: maybe() ? number : nil) }
    if maybe() { limits.host.deadLetter = maybe() }
    if maybe() { limits.host.quietHours = QuietHours(from: number % 1440, to: 0, timezone: nil, weekends: maybe()) }
    if maybe() {
      limits.host.failures = [FailureRule(.network, .contains("reset")), FailureRule(.timeout, .exitCode(9))]
    }
    return limits
  }
}

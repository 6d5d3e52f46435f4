import JobsCore
import JobsCron
import Testing

@testable import JobsManifest

@Suite("Crontabs that are written")
struct ConvertCrontabTests {
  private static func job(
    _ name: String, _ shell: String, cron: String = "1 2 * * *", zone: String? = nil, env: [Pair] = []
  ) -> Job {
    var job = Job(name: name)
    job.target.kind = .host
    job.run.setShell(shell)
    job.run.env = env
    job.schedules = [Schedule(cron: cron, timezone: zone)]
    return job
  }

  private static func text(_ jobs: [Job]) throws -> String {
    var entries: [CrontabEntry] = []
    for job in jobs {
      guard case .crontab(let own) = try Conversion(job, to: .crontab, isResolved: true).body else { continue }
      entries += own
    }
    return String(decoding: try CrontabText.text(entries), as: UTF8.self)
  }

  private static func refusal(_ job: Job) -> String? {
    do throws(ConversionRefusal) {
      _ = try Conversion(job, to: .crontab, isResolved: true)
      return nil
    } catch {
      return error.message
    }
  }

  @Test(
    "a command comes back as it was, signs of per cent and standard input too",
    arguments: [
      "true", "date +%Y-%m-%d", "echo '%' \"%%\"", "a \\\\% b", "cat<<'JOBS_STDIN'\none\ntwo %\nJOBS_STDIN\n",
      "echo \\a $X # c",
    ])
  func command(shell: String) throws {
    let text = try Self.text([Self.job("a", shell)])
    let read = ConvertReading.jobs(text.utf8, "a.crontab")
    #expect(read.map(\.run.shellText) == [shell], "\(text)")
    #expect(read.map(\.name) == ["a"])
  }

  @Test("shared variables have lines of their own, others stand in their command, and the host's zone comes first")
  func variables() throws {
    let shared = Pair("PATH", "/bin"), blank = Pair("B", " x")
    let text = try Self.text([
      Self.job("berlin", "b", zone: "Europe/Berlin", env: [shared, blank]),
      Self.job("host", "h", env: [shared, blank, Pair("OWN", "it's")]),
      Self.job("paris", "p", zone: "Europe/Paris", env: [shared, blank]),
    ])
    #expect(
      text == """
        PATH=/bin
        B=" x"
        # job: host
        1 2 * * * export OWN='it'\\''s'; h
        CRON_TZ=Europe/Berlin
        # job: berlin
        1 2 * * * b
        CRON_TZ=Europe/Paris
        # job: paris
        1 2 * * * p

        """)
    let read = ConvertReading.jobs(text.utf8, "a.crontab")
    #expect(read.map(\.name) == ["host", "berlin", "paris"])
    #expect(read.map { $0.schedules[0].timezone } == [nil, "Europe/Berlin", "Europe/Paris"])
    #expect(read.allSatisfy { $0.run.env == [shared, blank] })
  }

  @Test("lists become words of a shell, and the folder a cd")
  func words() throws {
    var job = Self.job("a", "")
    job.run.command = ["/bin/report", "a b", "", "$X"]
    job.run.args = ["--at=1"]
    job.run.workingDirectory = "/srv/x y"
    #expect(try Self.text([job]).hasSuffix("cd '/srv/x y' || exit; /bin/report 'a b' '' '$X' '--at=1'\n"))
  }

  @Test("schedules of other dialects are said in five fields, and several are several lines")
  func schedules() throws {
    var job = Self.job("a", "x", cron: "cron(0 3 ? * MON *)")
    job.schedules[0].dialect = .eventbridge
    job.schedules.append(Schedule(cron: "@daily"))
    #expect(try Self.text([job]) == "# job: a\n0 3 * * 1 x\n# job: a-2\n@daily x\n")
  }

  @Test("what a crontab cannot say at all is refused, with the reason")
  func refusals() {
    #expect(Self.refusal(Self.job("a", "one\ntwo")) == "the command has several lines, and a crontab's has one")
    #expect(Self.refusal(Self.job("a", "printf '\\%'")) == "the command has '\\%', which no crontab can say")
    #expect(
      Self.refusal(Self.job("a", String(repeating: "x", count: 1000)))
        == "the command has 1000 bytes, and cron takes 1000")
    #expect(
      Self.refusal(Self.job("a", "x", env: [Pair("A", "1\n2")]))
        == "the variable 'A' cannot stand in a line of a crontab")
    #expect(
      Self.refusal(Self.job("a", "x", env: [Pair("A B", "1")]))
        == "the variable 'A B' cannot stand in a line of a crontab")
    var none = Self.job("a", "x")
    none.schedules = []
    #expect(Self.refusal(none) == "a line of a crontab begins with a schedule, and the job has none")
    var off = Self.job("a", "x")
    off.enabled = false
    #expect(Self.refusal(off) == "the job is disabled, and cron would run it")
    var image = Self.job("a", "x")
    image.run.command = []
    #expect(Self.refusal(image) == "a crontab runs commands, and the job has none")
    #expect(
      Self.refusal(Self.job("a", "x", cron: "rate(5 minutes)"))?.contains("cannot be said in five fields") == true)
  }

  @Test("every field that has no place is named")
  func losses() throws {
    var job = Self.job("a", "x")
    job.tenant = "t"
    job.labels = [Pair("a", "b")]
    job.run.secrets = [Pair("A", "b:1")]
    job.limits.timeoutSeconds = 5
    job.limits.concurrency = .forbid
    job.limits.missed = Missed(policy: .last)
    job.schedules[0].dst.gap = .skip
    job.checkin = CheckIn()
    let losses = try Conversion(job, to: .crontab, isResolved: true).losses
    #expect(
      Set(losses.map(\.field)) == ["tenant", "labels", "secrets", "timeout", "concurrency", "missed", "dst", "checkin"])
    #expect(losses.allSatisfy { $0.reason == "has no place in a crontab" })
  }
}

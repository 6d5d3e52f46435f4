import Glibc
import TestSupport
import Testing

/// `jobs-deploy` with units of systemd, as users run it.
@Suite struct JobsDeploySystemdTests {
  private let folder = ToolFolder()

  private static func job(_ more: String = "", schedule: String = "30 2 * * *") -> String {
    """
    apiVersion: jobs/v1
    kind: Job
    metadata: {name: backup}
    spec:
      target: host
      schedule: "\(schedule)"
      command: [/srv/backup, "--share", "50%"]
      env: {LEVEL: "very high"}
    \(more)
    """
  }

  private func run(_ words: [String]) -> ToolRun {
    Tool("jobs-deploy").run(words + ["--units", "units"], in: folder)
  }

  @Test func `a job is planned, made, left alone, found to have drifted, mended and taken back`() throws {
    folder.write(Self.job(), to: "jobs/backup.yaml")
    let plan = run(["plan", "jobs", "--exit-code"])
    #expect(plan.status == 1 && plan.records("change").count == 2 && !folder.exists("units"), "\(plan.stderr)")
    let apply = run(["apply", "jobs", "--yes"])
    #expect(apply.status == 0, "\(apply.stderr)")
    let service = try #require(folder.text(of: "units/jobs-backup.service"))
    #expect(service.hasPrefix("# jobs: -/-/backup "))
    #expect(service.contains("\nExecStart=:/srv/backup --share \"50%%\"\n"))
    #expect(service.contains("\nEnvironment=\"LEVEL=very high\"\n"))
    let timer = try #require(folder.text(of: "units/jobs-backup.timer"))
    #expect(timer.contains("\nOnCalendar=*-*-* 02:30:00 UTC\nAccuracySec=1s\nPersistent=false\n"))
    #expect(folder.exists("units/timers.target.wants/jobs-backup.timer"))
    #expect(run(["plan", "jobs", "--exit-code"]).status == 0)
    folder.write(service.replacing("/srv/backup", with: "/srv/theirs"), to: "units/jobs-backup.service")
    #expect(run(["drift", "jobs"]).status == 1)
    #expect(run(["apply", "jobs", "--yes", "--only-drift"]).status == 0)
    #expect(folder.text(of: "units/jobs-backup.service") == service)

    folder.write(Self.job(schedule: "0 5 * * *"), to: "jobs/backup.yaml")
    #expect(run(["apply", "jobs", "--yes"]).status == 0)
    #expect(folder.text(of: "units/jobs-backup.timer")?.contains("05:00:00") == true)
    #expect(run(["rollback", "--yes"]).status == 0)
    #expect(folder.text(of: "units/jobs-backup.timer") == timer)
    #expect(run(["prune", "jobs", "--yes", "--max", "9", "--after", "0"]).records("change").isEmpty)
  }

  @Test func `what no timer keeps is refused before anything is written`() {
    folder.write(Self.job("  timezone: Europe/Berlin\n"), to: "jobs/backup.yaml")
    let refused = run(["apply", "jobs", "--yes"])
    #expect(refused.status == 2 && refused.stderr.contains("passes over times that do not exist"), "\(refused.stderr)")
    #expect(refused.stderr.contains("hint: ") && !folder.exists("units"))
    folder.write(Self.job("  timezone: Europe/Berlin\n  dst: {gap: skip}\n"), to: "jobs/backup.yaml")
    #expect(run(["apply", "jobs", "--yes"]).status == 0)
    #expect(folder.text(of: "units/jobs-backup.timer")?.contains("02:30:00 Europe/Berlin") == true)
  }

  @Test func `units made by hand are never touched`() {
    folder.write(Self.job(), to: "jobs/backup.yaml")
    folder.write("[Service]\nExecStart=/bin/true\n", to: "units/jobs-backup.service")
    folder.write("[Service]\nExecStart=/bin/true\n", to: "units/mine.service")
    let refused = run(["apply", "jobs", "--yes"])
    #expect(refused.status == 2 && refused.stderr.contains("stands already"), "\(refused.stderr)")
    #expect(folder.names(in: "units") == ["jobs-backup.service", "mine.service"])
    #expect(folder.text(of: "units/jobs-backup.service") == "[Service]\nExecStart=/bin/true\n")
  }

  @Test func `a job is for one of the two, a crontab or systemd`() {
    folder.write(Self.job(), to: "jobs/backup.yaml")
    let both = run(["plan", "jobs", "--crontab", "table"])
    #expect(both.status == 2 && both.stderr.contains("exclude each other"), "\(both.stderr)")
  }
}

import Glibc
import TestSupport
import Testing

/// `import` and `import --adopt` of timers and services of systemd, as users run them.
@Suite struct JobsDeployUnitImportTests {
  private let folder = ToolFolder()

  private static let service = """
    # Since 2021.
    [Unit]
    Description=Nightly backup
    After=network-online.target

    [Service]
    Type=oneshot
    User=backup
    Environment="LEVEL=very high" MODE=full
    ExecStart=/usr/local/bin/backup --all \\
        --share "50%%"
    TimeoutStartSec=1h 30min
    IOSchedulingClass=idle

    """

  private static let timer = """
    [Timer]
    OnCalendar=Mon..Fri 02:30
    OnCalendar=Sun *-*-1..7 4:00 UTC
    RandomizedDelaySec=5min
    Persistent=yes

    [Install]
    WantedBy=timers.target
    """

  private func write(_ service: String = Self.service, _ timer: String = Self.timer, isEnabled: Bool = true) {
    folder.write(service, to: "units/backup.service")
    folder.write(timer, to: "units/backup.timer")
    guard isEnabled else { return }
    mkdir(folder.file("units/timers.target.wants"), 0o755)
    symlink("../backup.timer", folder.file("units/timers.target.wants/backup.timer"))
  }

  private func run(_ words: [String]) -> ToolRun { Tool("jobs-deploy").run(words + ["--units", "units"], in: folder) }

  private func adopt(_ names: String...) -> ToolRun { run(["import", "--adopt", "--out", "jobs", "--yes"] + names) }

  private var texts: [String?] { ["backup.service", "backup.timer"].map { folder.text(of: "units/\($0)") } }

  @Test func `a timer and its service become a manifest, and what it cannot say is named`() throws {
    write()
    let found = run(["import"])
    #expect(found.status == 0, "\(found.stderr)")
    for line in [
      "  name: backup", "    jobs/unit: backup", "    description: Nightly backup", "    - \"30 2 * * 1-5\"",
      "    - \"0 0 4 ? * 1#1\"", "    - \"50%\"", "    LEVEL: very high", "  user: backup", "  timeout: \"1h30m\"",
      "    policy: last", "  jitter: \"5m\"",
    ] { #expect(found.stdout.contains("\(line)\n"), "\(line) in \(found.stdout)") }
    #expect(found.stderr.contains("'After' and 'IOSchedulingClass' of 'backup.service' have no word in a manifest"))
    #expect(texts == [Self.service, Self.timer] && !folder.exists("state"))
    folder.write(found.stdout, to: "jobs/all.yaml")
    #expect(Tool("jobs-validate").run(["jobs"], in: folder).status == 0)
  }

  @Test func `units are taken over by the mark alone, planned as settled, and given back`() {
    write()
    chmod(folder.file("units/backup.service"), 0o600)
    let adopted = adopt("backup")
    #expect(adopted.status == 0 && adopted.records("change").count == 2, "\(adopted.stderr)")
    for (text, before) in zip(texts, [Self.service, Self.timer]) {
      let lines = (text ?? "").split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      #expect(lines.first?.hasPrefix("# jobs: -/-/backup ") == true && lines.last ?? "" == before)
    }
    var status = stat()
    stat(folder.file("units/backup.service"), &status)
    #expect(status.st_mode & 0o777 == 0o600)
    let plan = run(["plan", "jobs", "--exit-code"])
    #expect(plan.status == 0 && plan.records("change").isEmpty, "\(plan.stdout)")
    #expect(run(["drift", "jobs"]).status == 0)
    #expect(adopt("backup").stderr.contains("is ours already"))
    let why = run(["plan", "jobs", "--why", "Unit.After"])
    #expect(why.stdout.contains("others wrote it"), "\(why.stdout)")

    let back = run(["rollback", "--yes"])
    #expect(back.status == 0 && back.records("change").allSatisfy { $0.contains(#""action":"release""#) })
    #expect(texts == [Self.service, Self.timer])
    // What was given back is somebody else's again.
    let again = run(["apply", "jobs", "--yes"])
    #expect(again.status == 2 && again.stderr.contains("stands already"), "\(again.stderr)")
    #expect(texts == [Self.service, Self.timer])
  }

  @Test func `a change of what was taken over leaves the rest as it stands, and drift is mended`() throws {
    write()
    #expect(adopt("backup").status == 0)
    let manifest = try #require(folder.text(of: "jobs/backup.yaml"))
    folder.write(
      manifest.replacing("1h30m", with: "2h").replacing("30 2 * *", with: "45 3 * *"), to: "jobs/backup.yaml")
    #expect(run(["apply", "jobs", "--yes"]).status == 0)
    func unmarked(_ text: String?) -> String { text.map { String($0.drop { $0 != "\n" }.dropFirst()) } ?? "" }
    #expect(unmarked(texts[0]) == Self.service.replacing("1h 30min", with: "7200s"))
    #expect(
      unmarked(texts[1]).contains("[Timer]\nOnCalendar=Mon,Tue,Wed,Thu,Fri *-*-* 03:45:00 ")
        && unmarked(texts[1]).contains(" UTC\nRandomizedDelaySec=5min\nPersistent=yes\n\n[Install]\n"))
    #expect(run(["plan", "jobs", "--exit-code"]).status == 0)

    let ours = try #require(texts[0])
    folder.write(
      ours.replacing("very high", with: "low").replacing("idle", with: "best-effort"), to: "units/backup.service")
    let drift = run(["drift", "jobs"])
    #expect(drift.status == 1 && drift.records("change").first?.contains("Service.Environment") == true)
    #expect(run(["apply", "jobs", "--yes", "--only-drift"]).status == 0)
    // What no manifest has a word for is no drift, and is theirs.
    #expect(texts[0]?.contains("\nEnvironment=\"LEVEL=very high\"\nEnvironment=MODE=full\nExecStart=") == true)
    #expect(texts[0]?.contains("best-effort") == true)

    folder.write(manifest + "  paused: true\n", to: "jobs/backup.yaml")
    #expect(run(["apply", "jobs", "--yes"]).status == 0)
    #expect(folder.exists("units/backup.timer") && folder.names(in: "units/timers.target.wants").isEmpty)
    folder.write(manifest, to: "jobs/backup.yaml")
    #expect(run(["apply", "jobs", "--yes"]).status == 0)
    #expect(folder.names(in: "units/timers.target.wants") == ["backup.timer"])
  }

  @Test func `a timer that is not enabled is a job that rests`() {
    write(isEnabled: false)
    let adopted = adopt("backup")
    #expect(adopted.status == 0, "\(adopted.stderr)")
    #expect(folder.text(of: "jobs/backup.yaml")?.contains("  paused: true\n") == true)
    #expect(run(["plan", "jobs", "--exit-code"]).status == 0)
  }

  @Test func `a service may have another name, and is in no two jobs`() {
    write(Self.service, Self.timer)
    folder.write(Self.service, to: "units/dump-all.service")
    folder.write(Self.timer + "\n[Timer]\nUnit=dump-all.service\n", to: "units/Dump_1.timer")
    let found = run(["import", "dump-1"])
    #expect(
      found.stdout.contains("    jobs/unit: Dump_1\n    jobs/service: dump-all\n"), "\(found.stdout)\(found.stderr)")
    folder.write(Self.timer + "\n[Timer]\nUnit=dump-all.service\n", to: "units/weekly.timer")
    let refused = adopt("dump-1")
    #expect(refused.status == 2 && refused.stderr.contains("is started by 'weekly.timer' too"), "\(refused.stderr)")
    #expect(folder.text(of: "units/dump-all.service") == Self.service && !folder.exists("jobs"))
  }

  @Test(arguments: [
    ("OnCalendar=daily\nOnBootSec=5min", "", "'OnBootSec' of its timer counts from an event"),
    ("OnCalendar=Fri *-*-13", "", "its date and its weekday"), ("OnCalendar=Blursday", "", "no days of the week"),
    ("Persistent=true", "", "has no 'OnCalendar'"), ("Unit=x.target\nOnCalendar=daily", "", "no service"),
    ("Unit=gone.service\nOnCalendar=daily", "", "is no file"),
    ("OnCalendar=daily", "ExecStart=/bin/true\nExecStart=/bin/false", "2 commands"),
    ("OnCalendar=daily", "ExecStart=/bin/true ; /bin/false", "several commands"),
    ("OnCalendar=daily", "ExecStartPre=/bin/mount /x\nExecStart=/bin/true", "'ExecStartPre'"),
    ("OnCalendar=daily", "ExecStart=-/bin/true", "takes a failure for a success"),
    ("OnCalendar=daily", "ExecStart=/bin/echo ${HOME}", "in which systemd puts a variable"),
    ("OnCalendar=daily", "ExecStart=/bin/echo %t", "in which systemd puts"),
    ("OnCalendar=daily", "ExecStart=/bin/echo \"open", "open quote"),
    ("OnCalendar=daily", "Type=notify\nExecStart=/bin/true", "type 'notify'"),
    ("OnCalendar=daily", "RemainAfterExit=yes\nExecStart=/bin/true", "'RemainAfterExit'"),
    ("OnCalendar=daily", "EnvironmentFile=/a\nEnvironmentFile=/b\nExecStart=/bin/true", "2 files"),
    ("OnCalendar=daily", "Environment=x\nExecStart=/bin/true", "NAME=VALUE"), ("OnCalendar=daily", "", "no command"),
  ])
  func `what no manifest can say has none, and it is said why`(_ timer: String, _ service: String, _ words: String) {
    write("[Service]\n\(service)\n", "[Timer]\n\(timer)\n[Install]\nWantedBy=timers.target\n")
    let refused = run(["import"])
    #expect(
      refused.status == 2 && refused.stderr.contains(words) && refused.stderr.contains("hint: "), "\(refused.stderr)")
    #expect(refused.stdout.isEmpty)
  }

  @Test(arguments: [
    ("WorkingDirectory=~", "Service.WorkingDirectory"), ("EnvironmentFile=-/etc/x", "Service.EnvironmentFile"),
    ("MemoryMax=10%", "Service.MemoryMax"), ("LimitNOFILE=1024:2048", "Service.LimitNOFILE"),
    ("TimeoutStopSec=500ms", "Service.TimeoutStopSec"),
  ])
  func `what the next apply would change is refused`(_ line: String, _ field: String) {
    write("[Service]\nExecStart=/bin/true\n\(line)\n")
    let found = run(["import"])
    #expect(
      found.status == 0 && found.stderr.contains("'\(field.drop { $0 != "." }.dropFirst())' is"), "\(found.stderr)")
    let refused = adopt("backup")
    #expect(refused.status == 2 && refused.stderr.contains("would change '\(field)'"), "\(refused.stderr)")
    #expect(texts[1] == Self.timer && !folder.exists("jobs"))
  }

  @Test func `a drop-in is read, and stands against taking over`() {
    write()
    folder.write("[Timer]\nOnCalendar=\nOnCalendar=weekly\n", to: "units/backup.timer.d/local.conf")
    let found = run(["import"])
    #expect(found.stdout.contains("  schedule: \"0 0 * * 1\"\n"), "\(found.stdout)")
    let refused = adopt("backup")
    #expect(refused.status == 2 && refused.stderr.contains("drop-in local.conf"), "\(refused.stderr)")
  }

  @Test func `a secret in clear is never written`() {
    let secret = "ghp_" + String(repeating: "a1B2", count: 9)
    write("[Service]\nEnvironment=GITHUB_TOKEN=\(secret)\nExecStart=/bin/true\nExecStopPost=/bin/x --token \(secret)\n")
    for words in [
      ["import"], ["import", "--adopt", "--out", "jobs", "--yes", "backup"], ["plan", "--why", "Service.ExecStopPost"],
    ] {
      let found = run(words)
      #expect(!(found.stdout + found.stderr).contains(secret), "\(words)")
    }
    #expect(!folder.exists("jobs"))
  }
}

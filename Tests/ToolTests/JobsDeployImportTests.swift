import TestSupport
import Testing

/// `import` and `import --adopt` of crontabs, as users run them.
@Suite struct JobsDeployImportTests {
  private let folder = ToolFolder()

  private static let table = """
    MAILTO=me
    PATH=/opt/bin:/usr/bin
    # job: backup
    0 1 * * * /by/hand --all 50\\%
    # polls
    */5 * * * * cd /srv && ./poll > /dev/null

    """

  private func run(_ words: [String], _ more: [String] = []) -> ToolRun {
    Tool("jobs-deploy").run(words + ["--crontab", "table"] + more, in: folder)
  }

  private var table: String { folder.text(of: "table") ?? "" }

  @Test func `lines become manifests, which hold, and are the same jobs again`() {
    folder.write(Self.table, to: "table")
    let found = run(["import"])
    #expect(found.status == 0, "\(found.stderr)")
    #expect(found.stdout.contains("  name: backup\n") && found.stdout.contains("  target: host\n"))
    #expect(found.stdout.contains("  schedule: \"0 1 * * *\"\n  timezone: UTC\n  command: \"/by/hand --all 50%\"\n"))
    #expect(found.stdout.contains("    PATH: /opt/bin:/usr/bin\n"))
    #expect(table == Self.table && !folder.exists("state"))
    folder.write(found.stdout, to: "jobs/all.yaml")
    let check = Tool("jobs-validate").run(["jobs"], in: folder)
    #expect(check.status == 0 && check.records("job").count == 2, "\(check.stdout)")

    // Deployed elsewhere and read back from there, they are still the same.
    let apply = Tool("jobs-deploy").run(["apply", "jobs", "--yes", "--crontab", "other"], in: folder)
    #expect(apply.status == 0, "\(apply.stderr)")
    let own = Tool("jobs-deploy").run(["import", "--crontab", "other", "--out", "again"], in: folder)
    #expect(own.status == 0 && folder.names(in: "again").count == 2, "\(own.stderr)")
    let plan = Tool("jobs-deploy").run(["plan", "again", "--exit-code", "--crontab", "other"], in: folder)
    #expect(plan.status == 0, "\(plan.stdout)")
  }

  @Test func `a line that was imported and not taken over is named as what would run twice`() {
    folder.write(Self.table, to: "table")
    #expect(run(["import", "--out", "jobs", "backup"]).status == 0)
    let plan = run(["plan", "jobs"])
    #expect(plan.status == 0 && plan.stderr.contains("line 4 of"), "\(plan.stderr)")
    #expect(plan.stderr.contains("runs the same command as '-/-/backup'"), "\(plan.stderr)")
  }

  @Test func `several schedules of a job of ours are one job again`() {
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: a, tenant: acme}
      spec: {target: host, schedule: ["30 2 * * *", "0 9 * * 1"], command: /srv/x}

      """, to: "jobs/a.yaml")
    #expect(run(["apply", "jobs", "--yes"]).status == 0)
    let found = run(["import", "-o", "ndjson"])
    #expect(found.status == 0 && found.records("job").count == 1 && found.records("end").count == 1, "\(found.stderr)")
    #expect(found.records("job").first?.contains(#""id":"acme/-/a","tenant":"acme","name":"a""#) == true)
    #expect(found.records("job").first?.contains(#""cron":"0 9 * * 1""#) == true)
  }

  @Test func `what is there is never written over unless that is said`() {
    folder.write(Self.table, to: "table")
    folder.write("mine\n", to: "jobs/backup.yaml")
    let refused = run(["import", "--out", "jobs"])
    #expect(refused.status == 2 && refused.stderr.contains("'jobs/backup.yaml' is there already"))
    #expect(folder.text(of: "jobs/backup.yaml") == "mine\n" && folder.names(in: "jobs") == ["backup.yaml"])
    #expect(run(["import", "--out", "jobs", "--force"]).status == 0)
    #expect(folder.names(in: "jobs").count == 2 && folder.text(of: "jobs/backup.yaml") != "mine\n")
    // The same again is no overwriting.
    #expect(run(["import", "--out", "jobs"]).status == 0)
    #expect(run(["import", "nobody"]).status == 2)
  }

  @Test func `a secret in clear is never written, and the other jobs are`() {
    let secret = "ghp_" + String(repeating: "a1B2", count: 9)
    folder.write("0 1 * * * /srv/push --token \(secret)\n" + Self.table, to: "table")
    let found = run(["import"])
    #expect(found.status == 4, "\(found.stderr)")
    #expect(found.stdout.contains("name: backup"))
    #expect(!(found.stdout + found.stderr).contains(secret))
  }

  @Test func `a line is taken over as it stands, planned as settled, and given back`() {
    folder.write(Self.table, to: "table")
    let adopted = run(["import", "--adopt", "--out", "jobs", "--yes", "backup"])
    #expect(adopted.status == 0 && adopted.records("change").count == 1, "\(adopted.stderr)")
    #expect(adopted.records("change").first?.contains(#""action":"adopt""#) == true)
    let lines = table.split(separator: "\n").map(String.init)
    let before = Self.table.split(separator: "\n").map(String.init)
    #expect(lines.count == before.count + 1 && lines[3].hasPrefix("# jobs: -/-/backup "))
    #expect(lines.enumerated().filter { $0.offset != 3 }.map(\.element) == before)
    #expect(folder.text(of: "state/audit.log")?.contains(#""action":"import""#) == true)

    let plan = run(["plan", "jobs", "--exit-code"])
    #expect(plan.status == 0 && plan.records("change").isEmpty, "\(plan.stdout)")
    #expect(run(["drift", "jobs"]).status == 0)
    let again = run(["import", "--adopt", "--out", "jobs", "--yes", "backup"])
    #expect(again.status == 2 && again.stderr.contains("is ours already"), "\(again.stderr)")

    let back = run(["rollback", "--yes"])
    #expect(back.status == 0, "\(back.stderr)")
    #expect(back.records("change").first?.contains(#""action":"release""#) == true)
    #expect(table == Self.table)
    let history = Tool("jobs-deploy").run(["history"], in: folder).records("run")
    #expect(history.map { $0.contains(#""verb":"import""#) } == [true, false])
    // What was given back is somebody else's again, and is not taken over by an 'apply'.
    #expect(run(["plan", "jobs", "--exit-code"]).status == 1)
  }

  @Test func `what was taken over is a job of ours in all things`() {
    folder.write(Self.table, to: "table")
    #expect(run(["import", "--adopt", "--out", "jobs", "--yes", "backup"]).status == 0)
    folder.write(table.replacing("--all", with: "--some"), to: "table")
    #expect(run(["drift", "jobs"]).status == 1)
    #expect(run(["apply", "jobs", "--only-drift", "--yes"]).status == 0)
    // It came to stand above what held for it, and sets that itself.
    #expect(table.hasPrefix("# jobs: -/-/backup "))
    #expect(table.contains("\n0 1 * * * export PATH=/opt/bin:/usr/bin; /by/hand --all 50\\%\nMAILTO=me\n"))
    #expect(run(["plan", "jobs", "--exit-code"]).status == 0)
    // An adoption that was changed since is not taken back over the heads of those who changed it.
    folder.write(table.replacing("0 1 * * *", with: "0 2 * * *"), to: "table")
    let back = run(["rollback", "--before", "01", "--yes"])
    #expect(back.status != 0 && table.contains("0 2 * * *"), "\(back.stderr)")
  }

  @Test(arguments: [
    ("0 1 * * * /by/hand\n0 1 * * * /by/hand\n", "it stands there twice"),
    ("CRON_TZ=Asia/Tokyo\n0 1 * * * /by/hand\n", "Asia/Tokyo"),
    ("0 1 * * * /by/hand  \n", "would change 'command'"),
  ])
  func `a line whose plan would not be empty is refused, and it is said why`(_ text: String, _ words: String) throws {
    folder.write(text, to: "table")
    let name = try #require(run(["import", "-o", "ndjson"]).records("job").first.map(Self.name))
    let refused = run(["import", "--adopt", "--out", "jobs", "--yes", name])
    #expect(refused.status == 2 && refused.stderr.contains(words), "\(refused.stderr)")
    #expect(table == text && !folder.exists("jobs") && !folder.exists("state/audit.log"))
  }

  private static func name(_ record: String) -> String {
    let head = record.split(separator: #""name":""#, maxSplits: 1).last ?? ""
    return String(head.prefix { $0 != "\"" })
  }

  @Test(arguments: [
    ["import", "--adopt", "backup"], ["import", "--adopt", "--out", "jobs"], ["import", "--region", "x"],
    ["import", "--force"], ["import", "--project", "acme"],
  ])
  func `options that do not go together are refused`(_ words: [String]) {
    folder.write(Self.table, to: "table")
    #expect(run(words).status == 2)
    #expect(table == Self.table && !folder.exists("jobs"))
  }

  @Test func `without a terminal and without --yes nothing is taken over`() {
    folder.write(Self.table, to: "table")
    let adopt = Tool.shell(
      "setsid -fw jobs-deploy import --adopt --out jobs --crontab table backup < /dev/null", in: folder)
    #expect(adopt.status == 2 && adopt.stderr.contains("there is no terminal"), "\(adopt.stderr)")
    #expect(adopt.stderr.contains("= -/-/backup") && table == Self.table && !folder.exists("jobs"))
  }
}

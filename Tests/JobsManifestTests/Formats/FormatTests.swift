import JobsCore
@testable import JobsManifest
import Testing

@Suite("formats") struct FormatTests {
  @Test("a Cloud Run job's settings are found at their three levels")
  func cloudRun() throws {
    let job = try Job(#require(Checked(Format.cloudrun.example).jobs.first))
    #expect(job.target.kind == .cloudRun)
    #expect(job.limits.retry?.attempts == 3)
    #expect(job.limits.timeoutSeconds == 3600)
    #expect(job.resources.cpuMillis == 1000 && job.resources.memoryBytes == 2 << 30)
    #expect(job.schedules.map(\.cron) == ["30 4 * * *"])
    #expect(job.run.env == [Pair("LOG_LEVEL", "info")])
  }

  @Test("what nobody chose has the service's own value, and in our format ours")
  func defaults() throws {
    let theirs = try Job(#require(Checked(ExampleText.cloudRun()).jobs.first))
    #expect(
      theirs.limits.timeoutSeconds == 600 && theirs.resources.memoryBytes == 512 << 20
        && theirs.limits.retry?.attempts == 3)
    let text = ExampleText.job("  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report:1.4.2\n")
    let ours = try Job(#require(Checked(text).jobs.first))
    #expect(ours.limits.timeoutSeconds == 3600 && ours.resources.memoryBytes == 2 << 30)
  }

  @Test("a Crontopus job's environment is its namespace, or the first folder")
  func crontopus() throws {
    let job = try Job(#require(Checked(Format.crontopus.example, folder: "prod").jobs.first))
    #expect(job.id == "acme/prod/backup")
    #expect(job.target.kind == .host)
    #expect(job.run.shellText == "/usr/local/bin/backup" && job.run.args == ["--full"])
    #expect(job.run.argv == ["/bin/sh", "-c", "/usr/local/bin/backup", "sh", "--full"])
  }

  @Test("a job file without a name has the file's, and no zone of its own")
  func jobFile() throws {
    let checked = Checked(
      "{\"command\":\"/bin/true\",\"schedule\":\"5 4 * * *\",\"enabled\":true}", file: "jobs.d/cleanup.json")
    let job = try Job(#require(checked.jobs.first))
    #expect(job.name == "cleanup" && job.schedules[0].timezone == nil)
  }

  @Test("a crontab gives a job a line, with its variables, users and standard input")
  func crontab() throws {
    let text =
      "# job: nightly\nPATH=/usr/bin:/bin\nMAILTO=\"ops@example.org\"\n15 4 * * * /bin/date +\\%F > /tmp/x\n@daily mail ops%hello%world\n\nbroken line\n"
    let checked = Checked(text, file: "x.crontab")
    #expect(checked.codes.contains("RD211"))
    let jobs = try checked.jobs.map { try Job($0) }
    #expect(jobs.count == 2)
    #expect(jobs[0].name == "nightly")
    #expect(jobs[0].run.shellText == "/bin/date +%F > /tmp/x")
    #expect(jobs[0].run.env == [Pair("PATH", "/usr/bin:/bin")])
    #expect(jobs[1].run.shellText?.hasPrefix("mail ops<<") == true)
    let system = Checked("5 4 * * * root /bin/true\n", file: "etc/cron.d/x")
    #expect(try system.jobs.map { try Job($0).run.user } == ["root"])
  }

  @Test(
    "documents are known by their content",
    arguments: [
      ("apiVersion: v1\nkind: ConfigMap\n", [], 1), ("apiVersion: apps/v1\nkind: Deployment\n", [], 1),
      ("a: 1\n", [], 1),
      ("- 1\n", [], 1), ("apiVersion: batch/v1\nkind: CronJob\n", ["ST113"], 0),
      ("apiVersion: jobs/v2\nkind: Job\nspec: {command: x}\n", ["ST111"], 0),
      ("kind: Job\nspec: {command: x}\n", ["ST111"], 0), ("apiVersion: jobs/v1\nkind: Jobs\n", ["ST112"], 0),
      ("apiVersion: run.googleapis.com/v1\nkind: Execution\n", [], 1),
      ("apiVersion: v1\nkind: job\n", ["ST112"], 0),
      ("apiVersion: jobs/v1\n", ["ST112"], 0),
    ])
  func recognition(text: String, codes: [String], others: Int) {
    let checked = Checked(text, named: false)
    #expect(checked.codes == codes)
    #expect(checked.report.otherCount == others)
  }

  @Test("IAM bindings of Config Connector are counted for jobs-audit")
  func bindings() {
    let checked = Checked("apiVersion: iam.cnrm.cloud.google.com/v1beta1\nkind: IAMPolicyMember\n", named: false)
    #expect(checked.report.bindingCount == 1 && checked.codes.isEmpty)
  }

  @Test("a named file without a job is a fault; one that was only met is counted")
  func named() {
    #expect(Checked("a: 1\n").codes == ["RD109"])
    #expect(Checked("").codes == ["RD107"])
    #expect(Checked("a: 1\n", named: false).codes.isEmpty)
    #expect(Checked("", named: false).codes.isEmpty)
  }
}

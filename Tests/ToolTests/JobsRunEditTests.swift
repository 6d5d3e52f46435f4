import Glibc
import TestSupport
import Testing

/// `set`, `rm`, `enable` and `disable`, as users run them.
@Suite struct JobsRunEditTests {
  private let run = Tool("jobs-run")
  private let folder = ToolFolder()

  private static func job(_ name: String, _ rest: String = "") -> String {
    """
    # about \(name)
    apiVersion: jobs/v1
    kind: Job
    metadata:
      name: \(name)
      labels: {team: data}
    spec:
      schedule: '30 2 * * *'  # at night
      command: [ls, -l]
    \(rest)
    """
  }

  private var audit: [String] {
    folder.text(of: "state/audit.log")?.split(separator: "\n").map(String.init) ?? []
  }

  // MARK: enable and disable

  @Test func `disabling changes one line, twice changes nothing, and enabling brings the file back`() {
    let text = Self.job("a") + "---\n" + Self.job("b")
    folder.write(text, to: "jobs/x.yaml")
    let off = run.run(["disable", "b", "-o", "human"], in: folder)
    #expect(off.status == 0 && off.stdout == "disabled '-/-/b' in 'jobs/x.yaml'\n", "\(off.stderr)")
    #expect(
      folder.text(of: "jobs/x.yaml")
        == Self.job("a") + "---\n" + Self.job("b", "  enabled: false  # jobs-run disable\n"))
    let again = run.run(["disable", "b", "-o", "human"], in: folder)
    #expect(again.status == 0 && again.stdout == "'-/-/b' is disabled already; nothing to do\n")
    let on = run.run(["enable", "-/-/b", "jobs"], in: folder)
    #expect(on.status == 2, "an id that looks like an option stands behind '--'")
    #expect(run.run(["enable", "jobs", "--", "-/-/b"], in: folder).status == 0)
    #expect(folder.text(of: "jobs/x.yaml") == text)
    #expect(audit.count == 2)
    #expect(audit[0].contains(#""tool":"jobs-run","action":"disable","subject":"-/-/b","#))
    #expect(audit[0].contains(#""parameters":{"file":"jobs/x.yaml"},"outcome":"done""#))
  }

  @Test func `jobs with errors are named where all were meant, and the rest is done`() {
    folder.write(Self.job("a"), to: "a.yaml")
    folder.write(Self.job("B"), to: "b.yaml")
    for words in [["--all"], ["-l", "team=data"]] {
      let off = run.run(["set", "paused=\(words.count == 1)"] + words, in: folder)
      #expect(off.status == 4)
      #expect(off.stderr.contains("error: 'b.yaml' has errors, so jobs in it are left out\nhint: 'jobs-validate b"))
      #expect(off.records("change").count == 1)
      #expect(off.records("end").allSatisfy { $0.contains(#""ok":false"#) })
    }
    #expect(folder.text(of: "b.yaml") == Self.job("B"))
    #expect(run.run(["disable", "a"], in: folder).status == 0)
    #expect(run.run(["disable", "--all", "a.yaml"], in: folder).status == 0)
  }

  @Test func `in a pipe each change is a record`() {
    folder.write(Self.job("a"), to: "a.yaml")
    folder.write(Self.job("b", "  enabled: false\n"), to: "b.yaml")
    let off = run.run(["disable", "--all"], in: folder)
    #expect(off.status == 0)
    #expect(
      off.records("change") == [
        #"{"type":"change","v":1,"id":"manifest/a.yaml","job":"-/-/a","action":"update","state":"done"}"#,
        #"{"type":"change","v":1,"id":"manifest/b.yaml","job":"-/-/b","action":"none","state":"done"}"#,
      ])
    #expect(off.records("end").count == 1)
  }

  @Test func `several jobs of one file are changed one by one`() {
    folder.write((1...4).map { Self.job("job-\($0)") }.joined(separator: "---\n"), to: "all.yaml")
    #expect(run.run(["disable", "--all"], in: folder).status == 0)
    #expect(audit.count == 4)
    let listed = run.run(["list", "-o", "ndjson"], in: folder)
    #expect(listed.records("job").count == 4)
    #expect(listed.records("job").allSatisfy { $0.contains(#""enabled":false"#) })
  }

  @Test func `a format that has no word for it refuses, and nothing is written`() {
    let text = """
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata: {name: a}
      spec: {template: {spec: {template: {spec: {containers: [{image: "europe-docker.pkg.dev/p/r/i:1"}]}}}}}

      """
    folder.write(text, to: "run.yaml")
    let off = run.run(["disable", "a"], in: folder)
    #expect(off.status == 2 && off.stderr.contains("a Cloud Run job has no word for being disabled"))
    #expect(folder.text(of: "run.yaml") == text && audit.isEmpty)
  }

  @Test func `what an environment says otherwise is said`() {
    folder.write(
      "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: p}\nenvironments: {dev: {}, prod: {}}\n", to: "jobs.yaml")
    folder.write(Self.job("a", "  environments:\n    dev: {schedule: null}\n"), to: "a.yaml")
    let set = run.run(["set", "a", "schedule=0 4 * * *"], in: folder)
    #expect(set.status == 0, "\(set.stderr)")
    #expect(set.stderr.contains("warning: 'spec.schedule' of '-/-/a' is set otherwise for dev"))
    let other = run.run(["set", "-e", "prod", "prod/a", "environments.dev.schedule=0 5 * * *"], in: folder)
    #expect(other.status == 0, "\(other.stderr)")
    #expect(folder.text(of: "a.yaml")?.contains("dev: {schedule: \"0 5 * * *\"}") == true)
    #expect(audit.last?.contains(#""subject":"-/prod/a""#) == true)
  }

  // MARK: set

  @Test func `a patch of a dry run is what would be written`() {
    folder.write(Self.job("a"), to: "a.yaml")
    folder.write(Self.job("a"), to: "copy/a.yaml")
    let words = ["schedule=0 4 * * *", "retry.attempts=2", "labels.tier=gold"]
    let dry = run.run(["set", "a", "a.yaml", "--dry-run"] + words, in: folder)
    #expect(dry.status == 0 && dry.stderr.contains("nothing was written"))
    #expect(folder.text(of: "a.yaml") == Self.job("a") && audit.isEmpty)
    folder.write(dry.stdout, to: "p.diff")
    #expect(Tool.shell("cd copy && patch -p1 < ../p.diff", in: folder).status == 0)
    #expect(run.run(["set", "a", "a.yaml"] + words, in: folder).status == 0)
    #expect(folder.text(of: "a.yaml") == folder.text(of: "copy/a.yaml"))
    #expect(folder.text(of: "a.yaml")?.contains("schedule: '0 4 * * *'  # at night") == true)
    #expect(audit.count == 1 && audit[0].contains(#""retry.attempts":"2""#))
  }

  @Test(arguments: [
    (["set", "a", "shedule=x"], "did you mean 'schedule'?"),
    (["set", "a", "schedule=61 * * * *"], "would bring an error"),
    (["set", "a", "timezone=Europe/Berlim"], "would bring an error"),
    (["set", "a"], "no KEY=VALUE"),
    (["set", "timeout=1h"], "which jobs?"),
    (["set", "ab", "timeout=1h"], "no job 'ab'"),
    (["set", "a", "timeout=1h", "timeout=2h"], "set twice"),
    (["set", "a", "timeout=1h", "-"], "'-' is none"),
    (["set", "a", "name=b"], "would bring an error"),
    (["set", "a", "timeout=1h", "missing/folder.yaml"], "cannot read"),
    (["disable"], "which jobs?"),
    (["rm", "a"], "no terminal"),
  ])
  func `wrong input changes nothing and says why`(_ words: [String], _ reason: String) {
    let (a, b) = (Self.job("a"), Self.job("b"))
    folder.write(a, to: "a.yaml")
    folder.write(b, to: "b.yaml")
    let tried = Tool.shell(
      "setsid -fw jobs-run " + words.map { "'\($0)'" }.joined(separator: " ") + " < /dev/null", in: folder)
    #expect(tried.status == 2, "\(tried.stderr)")
    #expect(tried.stderr.contains(reason), "\(tried.stderr)")
    #expect(folder.text(of: "a.yaml") == a && folder.text(of: "b.yaml") == b)
    #expect(folder.names() == ["a.yaml", "b.yaml"] || folder.names() == ["a.yaml", "b.yaml", "state"])
    #expect(audit.isEmpty)
  }

  @Test func `errors that were there before stop no change of another job`() {
    folder.write(Self.job("a"), to: "a.yaml")
    folder.write(Self.job("b", "  timeout: never\n"), to: "b.yaml")
    #expect(run.run(["set", "a", "timeout=1h"], in: folder).status == 0)
    let broken = run.run(["set", "b", "timeout=1h"], in: folder)
    #expect(broken.status == 2 && broken.stderr.contains("jobs with errors"))
  }

  @Test func `a secret is shown and kept nowhere`() {
    folder.write(Self.job("a"), to: "a.yaml")
    let secret = "AKIA" + "IOSFODNN7EXAMPLQ"
    let set = run.run(["set", "a", "env.AWS_KEY=\(secret)"], in: folder)
    let dry = run.run(["set", "a", "env.AWS_KEY=\(secret)", "--dry-run"], in: folder)
    for text in [set.stdout, set.stderr, dry.stdout, dry.stderr, audit.joined()] { #expect(!text.contains(secret)) }
    #expect(set.status == 2 && folder.text(of: "a.yaml") == Self.job("a"))
  }

  // MARK: Files

  @Test func `a link stays a link, and its mode the file's`() {
    folder.write(Self.job("a"), to: "real/a.txt", mode: 0o640)
    #expect(symlink("real/a.txt", folder.file("a.yaml")) == 0)
    #expect(run.run(["set", "a", "timeout=1h"], in: folder).status == 0)
    var status = stat()
    #expect(lstat(folder.file("a.yaml"), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(stat(folder.file("real/a.txt"), &status) == 0 && status.st_mode & 0o777 == 0o640)
    #expect(folder.text(of: "real/a.txt")?.contains("timeout: 1h") == true)
    let removed = run.run(["rm", "--yes", "a"], in: folder)
    #expect(removed.status == 3 && removed.stderr.contains("it is a link"))
    #expect(folder.exists("real/a.txt"))
    #expect(audit.last?.contains(#""outcome":"failed""#) == true)
  }

  @Test func `a read-only file is left alone, and the attempt is kept`() {
    folder.write(Self.job("a"), to: "a.yaml", mode: 0o444)
    let set = run.run(["set", "a", "timeout=1h"], in: folder)
    #expect(set.status == 3 && set.stderr.contains("read-only"))
    #expect(folder.text(of: "a.yaml") == Self.job("a"))
    #expect(audit.count == 1 && audit[0].contains(#""outcome":"failed","error":"cannot mend"#))
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
  func `a read-only folder is left alone`() {
    folder.write(Self.job("a"), to: "ro/a.yaml")
    chmod(folder.file("ro"), 0o555)
    #expect(run.run(["set", "a", "timeout=1h"], in: folder).status == 3)
    chmod(folder.file("ro"), 0o755)
    #expect(folder.names(in: "ro") == ["a.yaml"] && folder.text(of: "ro/a.yaml") == Self.job("a"))
  }

  @Test func `where nothing can be recorded nothing is done`() {
    folder.write(Self.job("a"), to: "a.yaml")
    folder.write("", to: "state")
    let set = run.run(["set", "a", "timeout=1h"], in: folder)
    #expect(set.status == 3 && set.stderr.contains("state"))
    #expect(folder.text(of: "a.yaml") == Self.job("a"))
  }

  @Test func `CRLF and a missing line break at the end stay`() {
    let text = Self.job("a").split(separator: "\n").joined(separator: "\r\n")
    folder.write(text, to: "a.yaml")
    #expect(run.run(["set", "a", "timeout=1h"], in: folder).status == 0)
    #expect(folder.text(of: "a.yaml") == text + "\r\n  timeout: 1h")
    #expect(run.run(["disable", "a"], in: folder).status == 0)
    #expect(run.run(["enable", "a"], in: folder).status == 0)
    #expect(folder.text(of: "a.yaml") == text + "\r\n  timeout: 1h")
  }

  @Test func `a crontab's line is disabled, listed so, and enabled`() {
    let text = "MAILTO=ops\n# job: backup\n30 2 * * * /srv/backup\n@daily /srv/other\n"
    folder.write(text, to: "x.crontab")
    #expect(run.run(["disable", "backup"], in: folder).status == 0)
    #expect(folder.text(of: "x.crontab")?.contains("# jobs-run disabled: 30 2 * * * /srv/backup\n") == true)
    let listed = run.run(["list", "-o", "ndjson", "-l", "name=backup"], in: folder)
    #expect(listed.records("job").count == 1 && listed.stdout.contains(#""enabled":false"#))
    #expect(run.run(["enable", "backup"], in: folder).status == 0)
    #expect(folder.text(of: "x.crontab") == text)
  }

  // MARK: rm

  @Test func `a removed job takes its document, and the last one its file`() {
    folder.write(Self.job("a") + "---\n" + Self.job("b"), to: "x.yaml")
    folder.write(Self.job("c"), to: "y.yaml")
    let removed = run.run(["rm", "-y", "a", "c", "-o", "human"], in: folder)
    #expect(removed.status == 0, "\(removed.stderr)")
    #expect(removed.stdout == "removed '-/-/a' in 'x.yaml'\nremoved '-/-/c' with its file 'y.yaml'\n")
    #expect(folder.text(of: "x.yaml") == "---\n" + Self.job("b") && !folder.exists("y.yaml"))
    #expect(audit.count == 2)
  }
}

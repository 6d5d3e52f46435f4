import Glibc
import TestSupport
import Testing

/// `plan`, `apply` and `drift` on crontabs, as users run them.
@Suite struct JobsDeployToolTests {
  private let deploy = Tool("jobs-deploy")
  private let folder = ToolFolder()

  private static func job(_ name: String, _ rest: String = "", command: String = "/srv/x") -> String {
    """
    apiVersion: jobs/v1
    kind: Job
    metadata: {name: \(name)}
    spec:
      target: host
      schedule: "30 2 * * *"
      command: [\(command)]
    \(rest)

    """
  }

  private static let byHand = "MAILTO=me\n0 1 * * * /by/hand\n"

  private func run(_ verb: String, _ rest: [String] = [], input: String? = nil) -> ToolRun {
    deploy.run([verb, "--crontab", "table"] + rest, in: folder, input: input)
  }

  private var table: String { folder.text(of: "table") ?? "" }

  private var audit: [String] {
    folder.text(of: "state/audit.log")?.split(separator: "\n").map(String.init) ?? []
  }

  // MARK: The way through

  @Test func `a plan is applied, stays applied, drifts, and is mended`() throws {
    folder.write(Self.job("a") + "---\n" + Self.job("b"), to: "jobs/x.yaml")
    folder.write(Self.byHand, to: "table")
    let plan = run("plan", ["jobs", "--exit-code"])
    #expect(plan.status == 1 && plan.records("change").count == 2, "\(plan.stderr)")
    #expect(
      plan.records("change").first == #"{"type":"change","v":1,"id":"host.crontab\#(folder.path)/table/-/-/a","#
        + #""job":"-/-/a","action":"create","fields":[{"path":"schedule","desired":"30 2 * * *","kind":"change"},"#
        + #"{"path":"command","desired":"/srv/x","kind":"change"}],"after":[],"precondition":"absent","state":"planned"}"#
    )
    #expect(table == Self.byHand && audit.isEmpty && !folder.exists("state"))

    let apply = run("apply", ["jobs", "--yes"])
    #expect(apply.status == 0, "\(apply.stderr)")
    #expect(apply.records("change").allSatisfy { $0.contains(#""state":"done","durationSeconds":"#) })
    #expect(table.hasSuffix("30 2 * * * /srv/x\n" + Self.byHand) && table.hasPrefix("# jobs: -/-/a "))
    #expect(audit.count == 2 && audit[0].contains(#""tool":"jobs-deploy","action":"apply","subject":"-/-/a","#))
    #expect(audit.allSatisfy { $0.contains(#""outcome":"done""#) })

    let applied = table
    let again = run("apply", ["jobs", "--yes"])
    #expect(again.status == 0 && again.records("change").isEmpty && table == applied && audit.count == 2)
    #expect(run("plan", ["jobs", "--exit-code"]).status == 0)
    #expect(run("drift", ["jobs"]).status == 0)

    folder.write(applied.replacing("/srv/x\n# jobs", with: "/srv/y\n# jobs"), to: "table")
    folder.write(Self.job("a") + "---\n" + Self.job("b", command: "/srv/new"), to: "jobs/x.yaml")
    let drift = run("drift", ["jobs"])
    #expect(drift.status == 1 && drift.records("change").count == 1, "\(drift.stdout)")
    #expect(drift.records("end").first?.contains(#""ok":false,"pending":"#) == true)
    let mended = run("apply", ["jobs", "--yes", "--only-drift"])
    #expect(mended.status == 0 && table == applied, "\(mended.stdout)\(mended.stderr)")
    #expect(run("drift", ["jobs"]).status == 0)
    #expect(run("apply", ["jobs", "--yes"]).status == 0 && table.contains("/srv/new"))
  }

  @Test func `a stream is passed on, and the plan stands behind it`() {
    folder.write(Self.job("a"), to: "jobs/x.yaml")
    let run = Tool.shell("jobs-validate jobs | jobs-deploy plan --crontab table", in: folder)
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.lines.map { String($0.prefix(14)) } == [#"{"type":"job","#, #"{"type":"chang"#, #"{"type":"end","#])
    #expect(run.records("end").first?.contains(#""upstream":[{"type":"end","v":1,"tool":"jobs-validate""#) == true)
    let apply = Tool.shell("jobs-validate jobs | jobs-deploy apply --yes --crontab table", in: folder)
    #expect(apply.status == 0 && table.contains("30 2 * * * /srv/x\n"))
  }

  @Test(arguments: [
    ("jobs-validate jobs | head -n 1", "no 'end' record"),
    ("jobs-validate jobs | sed 's/\"ok\":true/\"ok\":false/'", "'end' is not ok"),
    ("true", "nothing came by standard input"),
    ("echo '{\"type\":\"job\",'", "no record stream"),
  ])
  func `apply refuses a stream on which nobody should act`(_ upstream: String, _ words: String) {
    folder.write(Self.job("a"), to: "jobs/x.yaml")
    let apply = Tool.shell("\(upstream) | jobs-deploy apply --yes --crontab table", in: folder)
    #expect(apply.status == 2 && apply.stderr.contains(words), "\(apply.stderr)")
    #expect(!folder.exists("table") && audit.isEmpty)
  }

  @Test func `a person sees where, as whom, and each field`() {
    folder.write(Self.job("a"), to: "jobs/x.yaml")
    let plan = run("plan", ["jobs", "-o", "human"])
    #expect(
      plan.lines.first?.hasSuffix(": '\(folder.path)/table'") == true && plan.lines.first?.contains(" as ") == true)
    #expect(plan.lines.dropFirst().first?.hasPrefix("+ -/-/a  host.crontab/") == true)
    #expect(plan.stdout.contains("    schedule  30 2 * * *\n    command   /srv/x\n1 to create, 0 as they should be\n"))
    #expect(run("apply", ["jobs", "--yes"]).status == 0)
    folder.write(table.replacing("/srv/x", with: "/srv/y"), to: "table")
    let drift = run("drift", ["jobs", "-o", "human", "--color", "always"])
    #expect(drift.stdout.contains("\u{1B}[1;31m/srv/y\u{1B}[0m"))
    #expect(drift.stdout.contains("(drift: changed by hand)"))
  }

  @Test func `without a terminal and without --yes nothing is changed`() {
    folder.write(Self.job("a"), to: "jobs/x.yaml")
    let apply = Tool.shell("setsid -fw jobs-deploy apply --crontab table jobs < /dev/null", in: folder)
    #expect(apply.status == 2 && apply.stderr.contains("there is no terminal"), "\(apply.stderr)")
    #expect(apply.stderr.contains("+ -/-/a"))
    #expect(!folder.exists("table"))
  }

  @Test func `lines made by hand are counted, and one that would run twice is named`() {
    folder.write(Self.job("a"), to: "jobs/x.yaml")
    folder.write("# mine\n5 5 * * * /srv/x\n", to: "table")
    let apply = run("apply", ["jobs", "--yes"])
    #expect(apply.status == 0)
    #expect(apply.stderr.contains("line 2 of '\(folder.path)/table' runs the same command as '-/-/a'"))
    #expect(table.hasSuffix("# mine\n5 5 * * * /srv/x\n"))
  }

  @Test func `jobs that were not read keep their lines, and a disabled one goes`() {
    folder.write(Self.job("a"), to: "jobs/a.yaml")
    folder.write(Self.job("b"), to: "jobs/b.yaml")
    #expect(run("apply", ["jobs", "--yes"]).status == 0)
    let whole = table
    let one = run("apply", ["jobs/a.yaml", "--yes"])
    #expect(one.status == 0 && table == whole)
    #expect(run("plan", ["jobs", "-l", "name=a", "-o", "human"]).stdout.contains("1 of other jobs stay"))
    folder.write(Self.job("b", "  enabled: false"), to: "jobs/b.yaml")
    let off = run("apply", ["jobs", "--yes"])
    #expect(off.status == 0 && off.records("change").first?.contains(#""action":"delete""#) == true)
    #expect(table.contains("-/-/a ") && !table.contains("-/-/b "))
  }

  // MARK: A plan's file

  private func planned() -> String {
    folder.write(Self.job("a"), to: "jobs/x.yaml")
    folder.write(Self.byHand, to: "table")
    let plan = run("plan", ["jobs", "--out", "p.plan"])
    #expect(plan.status == 0, "\(plan.stderr)")
    return folder.text(of: "p.plan") ?? ""
  }

  @Test func `a plan's file is carried out once`() {
    #expect(planned().contains(#""file":"jobs/x.yaml","digest":"sha256:"#))
    let apply = run("apply", ["p.plan", "--yes"])
    #expect(apply.status == 0 && table.contains("30 2 * * * /srv/x\n"), "\(apply.stderr)")
    let whole = table
    let again = run("apply", ["p.plan", "--yes"])
    #expect(again.status == 2 && again.stderr.contains("changed since the plan 'p.plan' was made"))
    #expect(table == whole)
    #expect(run("drift", ["jobs"]).status == 0)
  }

  @Test func `a plan is refused when the manifests or the world moved, and elsewhere`() {
    let plan = planned()
    folder.write(Self.job("a", command: "/srv/new"), to: "jobs/x.yaml")
    let manifests = run("apply", ["p.plan", "--yes"])
    #expect(manifests.status == 2 && manifests.stderr.contains("'jobs/x.yaml' changed since"), "\(manifests.stderr)")
    folder.write(Self.job("a"), to: "jobs/x.yaml")
    folder.write("# jobs: -/-/a 0123456789abcdef\n@daily x\n", to: "table")
    let world = run("apply", ["p.plan", "--yes"])
    #expect(world.status == 2 && world.stderr.contains("changed since the plan"), "\(world.stderr)")
    folder.write(Self.byHand, to: "table")
    let elsewhere = deploy.run(["apply", "p.plan", "--yes", "--crontab", "other"], in: folder)
    #expect(elsewhere.status == 2 && elsewhere.stderr.contains("run it there"), "\(elsewhere.stderr)")
    folder.write(plan.replacing("/srv/x\"", with: "/srv/z\""), to: "p.plan")
    let tampered = run("apply", ["p.plan", "--yes"])
    #expect(tampered.status == 2 && tampered.stderr.contains("its digest does not hold"), "\(tampered.stderr)")
    folder.write(plan.split(separator: "\n").dropLast().joined(separator: "\n") + "\n", to: "p.plan")
    #expect(run("apply", ["p.plan", "--yes"]).status == 2)
    folder.write(plan, to: "p.plan")
    #expect(run("apply", ["p.plan", "jobs", "--yes"]).status == 2)
    #expect(run("apply", ["p.plan", "--only-drift", "--yes"]).status == 2)
    #expect(table == Self.byHand && audit.isEmpty && !folder.exists("other"))
    #expect(run("apply", ["p.plan", "--yes"]).status == 0)
  }

  // MARK: Bad input

  @Test func `a job that cron cannot have is named, and nothing is applied`() {
    folder.write(Self.job("a"), to: "jobs/a.yaml")
    folder.write(Self.job("b", "  secrets: {TOKEN: \"t:1\"}"), to: "jobs/b.yaml")
    let plan = run("plan", ["jobs", "--out", "p.plan"])
    #expect(plan.status == 2 && !folder.exists("p.plan"))
    let shown = run("plan", ["jobs"])
    #expect(shown.status == 2 && shown.records("change").count == 1)
    #expect(shown.stderr.contains("cannot deploy job '-/-/b': cron gives a job no 'secrets'"))
    #expect(shown.records("end").first?.contains(#""ok":false"#) == true)
    #expect(run("apply", ["jobs", "--yes"]).status == 2 && !folder.exists("table"))
    #expect(run("apply", ["jobs", "--yes", "-l", "name=a"]).status == 0)
  }

  @Test func `manifests with errors are refused, and an environment is asked for`() {
    folder.write(Self.job("a") + "---\n" + Self.job("B"), to: "jobs/a.yaml")
    #expect(run("apply", ["jobs", "--yes"]).status == 2 && !folder.exists("table"))
    #expect(run("plan", ["jobs"]).status == 1)
    folder.write(Self.job("a"), to: "jobs/a.yaml")
    folder.write(
      "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: p}\nenvironments: {dev: {}, prod: {}}\n", to: "jobs.yaml")
    for verb in ["plan", "drift", "apply"] {
      let open = run(verb, ["jobs"])
      #expect(open.status == 2 && open.stderr.contains("add --env with one of dev, prod"), "\(open.stderr)")
    }
    #expect(run("apply", ["jobs", "--yes", "-e", "prod"]).status == 0 && table.contains("# jobs: -/prod/a "))
  }

  @Test func `a crontab is not deployed to itself`() {
    folder.write(Self.job("a"), to: "a.yaml")
    folder.write("0 1 * * * /by/hand\n", to: "my.crontab")
    let apply = deploy.run(["apply", "--yes", "--crontab", "./my.crontab", "."], in: folder)
    #expect(apply.status == 2 && apply.stderr.contains("would be deployed to itself"), "\(apply.stderr)")
    #expect(folder.text(of: "my.crontab") == "0 1 * * * /by/hand\n")
  }

  @Test func `a job that a stream has twice is deployed once, and two of one id are refused`() {
    folder.write(Self.job("a"), to: "a/x.yaml")
    folder.write(Self.job("b"), to: "b/x.yaml")
    folder.write(Self.job("a", command: "/srv/other"), to: "c/x.yaml")
    let twice = Tool.shell(
      "{ jobs-validate a; jobs-validate b; jobs-validate a; } | jobs-deploy plan --crontab table", in: folder)
    #expect(twice.status == 0 && twice.records("change").count == 2, "\(twice.stderr)")
    let clash = Tool.shell("{ jobs-validate a; jobs-validate c; } | jobs-deploy plan --crontab table", in: folder)
    #expect(clash.status == 2 && clash.stderr.contains("want the same resource"), "\(clash.stderr)")
  }

  @Test func `jobs of other targets are counted`() {
    folder.write(Self.job("a").replacing("  target: host\n", with: ""), to: "jobs/a.yaml")
    let plan = run("plan", ["jobs"])
    #expect(plan.status == 0 && plan.records("change").isEmpty)
    #expect(plan.stderr.contains("1 job has a target that is not deployed\nhint: write 'target: host'"))
  }

  // MARK: A broken world

  @Test func `a table that cannot be read or written is left alone`() {
    folder.write(Self.job("a"), to: "jobs/a.yaml")
    mkdir(folder.file("table"), 0o755)
    let isFolder = run("apply", ["jobs", "--yes"])
    #expect(isFolder.status == 2 && isFolder.stderr.contains("is a folder"), "\(isFolder.stderr)")
    let missing = deploy.run(["apply", "jobs", "--yes", "--crontab", "no/such/table"], in: folder)
    #expect(missing.status == 3 && missing.stderr.contains("cannot create 'host.crontab"), "\(missing.stderr)")
    #expect(missing.records("change").first?.contains(#""state":"failed""#) == true)
    #expect(audit.last?.contains(#""outcome":"failed""#) == true)
  }

  @Test func `where nothing can be recorded nothing is done`() {
    folder.write(Self.job("a"), to: "jobs/a.yaml")
    folder.write("", to: "state")
    let apply = run("apply", ["jobs", "--yes"])
    #expect(apply.status == 3 && !folder.exists("table"), "\(apply.stderr)")
  }

  @Test(arguments: [SIGKILL, SIGTERM])
  func `after a signal at any time the table is whole, and the next plan shows the rest`(_ signal: Int32) {
    let jobs = (1...40).map { Self.job("job-\($0)") }.joined(separator: "---\n")
    folder.write(jobs, to: "jobs/all.yaml")
    folder.write(Self.byHand, to: "table")
    var ended = 0
    for round in 1...6 {
      let running = deploy.start(["apply", "jobs", "--yes", "--crontab", "table", "-q"], in: folder)
      // As many lines of the audit log as tell that it is in the middle.
      var waits = 0
      while running.poll() == nil, audit.count < round * 4, waits < 50_000 {
        usleep(200)
        waits += 1
      }
      running.signal(signal)
      if running.wait().signal == signal { ended += 1 }
      let lines = table.split(separator: "\n")
      #expect(table.hasSuffix(Self.byHand) && lines.count % 2 == 0)
      #expect(lines.count { $0.hasPrefix("# jobs: ") } == lines.count { $0.hasSuffix("/srv/x") })
    }
    #expect(ended > 0)
    let rest = run("plan", ["jobs"]).records("change").count
    #expect(rest == 40 - table.split(separator: "\n").count { $0.hasSuffix("/srv/x") })
    let last = run("apply", ["jobs", "--yes"])
    #expect(last.status == 0 && last.records("change").count == rest, "\(last.stderr)")
    #expect(run("plan", ["jobs", "--exit-code"]).status == 0)
    guard signal == SIGTERM else { return }
    // A signal that can be held waits for the change that was begun.
    #expect(!folder.names().contains { $0.hasPrefix(".jobs-") })
    #expect(audit.count == 40 && audit.allSatisfy { $0.contains(#""outcome":"done""#) })
  }

  @Test func `a mode stays, and a link stays a link`() {
    folder.write(Self.job("a"), to: "jobs/a.yaml")
    folder.write(Self.byHand, to: "real", mode: 0o640)
    #expect(symlink("real", folder.file("table")) == 0)
    #expect(run("apply", ["jobs", "--yes"]).status == 0)
    var status = stat()
    #expect(lstat(folder.file("table"), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(stat(folder.file("real"), &status) == 0 && status.st_mode & 0o777 == 0o640)
    #expect(folder.text(of: "real")?.contains("/srv/x") == true)
  }

  @Test func `a secret that somebody wrote into the table is shown and kept nowhere`() {
    folder.write(Self.job("a"), to: "jobs/a.yaml")
    #expect(run("apply", ["jobs", "--yes"]).status == 0)
    let secret = "AKIA" + "IOSFODNN7EXAMPLQ"
    folder.write(table.replacing("/srv/x", with: "/srv/x --key=\(secret)"), to: "table")
    let runs = [
      run("drift", ["jobs"]), run("drift", ["jobs", "-o", "human"]), run("plan", ["jobs", "--out", "p.plan"]),
      run("apply", ["jobs", "--yes"]),
    ]
    #expect(runs.map(\.status) == [1, 1, 0, 0])
    for text in runs.flatMap({ [$0.stdout, $0.stderr] }) + audit + [folder.text(of: "p.plan") ?? ""] {
      #expect(!text.contains(secret))
    }
    #expect(runs[0].stdout.contains(#""live":"***""#))
  }

  // MARK: crontab(1)

  @Test func `without a file the user's table is read and written by crontab(1)`() {
    folder.write(Self.job("a"), to: "jobs/a.yaml")
    folder.write(
      """
      #!/bin/sh
      case $1 in
        -l) cat "$HOME/spool" 2>/dev/null || { echo "no crontab for me" >&2; exit 1; } ;;
        *) grep -q refused "$1" && { echo "errors in crontab file" >&2; exit 1; }; cp "$1" "$HOME/spool" ;;
      esac

      """, to: "bin/crontab", mode: 0o755)
    let path = ["PATH": "\(folder.file("bin")):/usr/bin:/bin"]
    func run(_ words: [String]) -> ToolRun { deploy.run(words, in: folder, environment: path) }
    #expect(run(["apply", "jobs", "--yes"]).status == 0)
    #expect(folder.text(of: "spool")?.hasSuffix("30 2 * * * /srv/x\n") == true)
    #expect(run(["plan", "jobs", "--exit-code"]).status == 0)
    let whole = folder.text(of: "spool")
    folder.write(Self.job("b", command: "/refused"), to: "jobs/b.yaml")
    let refused = run(["apply", "jobs", "--yes"])
    #expect(refused.status == 3 && refused.stderr.contains("crontab(1) did not take the table: errors in crontab file"))
    #expect(folder.text(of: "spool") == whole)
    folder.write("#!/bin/sh\necho 'you may not' >&2\nexit 1\n", to: "bin/crontab", mode: 0o755)
    let denied = run(["drift", "jobs"])
    #expect(denied.status == 3 && denied.stderr.contains("'crontab -l' ended with 1: you may not"), "\(denied.stderr)")
    unlink(folder.file("bin/crontab"))
    let missing = deploy.run(["plan", "jobs"], in: folder, environment: ["PATH": folder.file("bin")])
    #expect(missing.status == 3 && missing.stderr.contains("cannot run 'crontab': not found"), "\(missing.stderr)")
  }
}

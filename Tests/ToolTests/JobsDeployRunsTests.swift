import Glibc
import TestSupport
import Testing

/// What is known of runs of `jobs-deploy`: `apply --resume`, `history`, `rollback` and `force-unlock`, as users run them.
@Suite struct JobsDeployRunsTests {
  private let deploy = Tool("jobs-deploy")
  private let folder = ToolFolder()

  private func write(_ jobs: [(name: String, command: String)]) {
    let text = jobs.map { name, command in
      "---\napiVersion: jobs/v1\nkind: Job\nmetadata: {name: \(name)}\n"
        + "spec: {target: host, schedule: \"30 2 * * *\", command: [\(command)]}\n"
    }
    folder.write(text.joined(), to: "jobs/all.yaml")
  }

  private func run(_ verb: String, _ rest: [String] = []) -> ToolRun {
    deploy.run([verb, "--crontab", "table"] + rest, in: folder)
  }

  private func apply(_ rest: [String] = []) -> ToolRun { run("apply", ["jobs", "--yes"] + rest) }

  private func history(_ rest: [String] = []) -> ToolRun { deploy.run(["history"] + rest, in: folder) }

  private var table: String { folder.text(of: "table") ?? "" }

  /// The values of a key in records, as they stand.
  private func values(_ key: String, _ records: [String]) -> [String] {
    records.compactMap { record in
      record.range(of: "\"\(key)\":").map { start in String(record[start...].prefix { $0 != "," && $0 != "}" }) }
    }
  }

  // MARK: history and rollback

  @Test func `runs are listed, and taken back one or several at once`() throws {
    folder.write("0 1 * * * /by/hand\n", to: "table")
    var tables = [table]
    for jobs in [[("a", "/srv/1")], [("a", "/srv/2"), ("b", "/srv/2")], [("a", "/srv/3"), ("b", "/srv/2")]] {
      write(jobs)
      #expect(apply().status == 0)
      tables.append(table)
    }
    #expect(apply().status == 0)
    let runs = history().records("run")
    #expect(values("result", runs) == [#""done""#, #""done""#, #""done""#], "a run without a change is none")
    let ids = values("id", runs).map { $0.replacing("\"", with: "") }
    try #require(ids.count == 3)
    #expect(runs[1].contains(#""verb":"apply""#) && runs[1].contains(#""changes":{"done":2,"failed":0,"#))
    #expect(history(["--last", "1"]).records("run").count == 1)
    #expect(history().records("delivery").first?.contains(#""deploys":3,"rollbacks":0,"failures":0,"#) == true)
    let shown = history(["-o", "human"])
    #expect(shown.lines.first?.hasPrefix("RUN ") == true && shown.lines.dropFirst().first?.hasPrefix(ids[2]) == true)
    #expect(shown.lines.last == "3 deployments in 90 days, 0 % failed")

    let back = run("rollback", ["--yes"])
    #expect(back.status == 0 && table == tables[2], "\(back.stderr)")
    #expect(back.records("change").count == 1)
    // The manifests still say otherwise.
    #expect(run("plan", ["jobs"]).records("change").count == 1 && run("drift", ["jobs"]).status == 0)
    // Taking that back too brings the run again.
    #expect(run("rollback", ["--yes"]).status == 0 && table == tables[3])
    #expect(run("rollback", ["--yes", "--to", ids[0]]).status == 0 && table == tables[1])
    #expect(run("rollback", ["--yes", "--before", ids[0]]).status == 0 && table == tables[0])
    let figures = history().records("delivery").first
    #expect(figures?.contains(#""deploys":3,"rollbacks":4,"failures":3,"#) == true, "\(figures ?? "")")
  }

  @Test func `a rollback is shown first, and names what there is not`() {
    let none = run("rollback", ["--yes"])
    #expect(none.status == 2 && none.stderr.contains("there is nothing to take back"))
    write([("a", "/srv/1")])
    #expect(apply().status == 0)
    let whole = table
    let asked = Tool.shell("setsid -fw jobs-deploy rollback --crontab table < /dev/null", in: folder)
    #expect(asked.status == 2 && asked.stderr.contains("- -/-/a") && table == whole, "\(asked.stderr)")
    #expect(asked.stderr.contains("1 change takes back the run "))
    let unknown = run("rollback", ["--yes", "--to", "01ZZZ"])
    #expect(unknown.status == 2 && unknown.stderr.contains("there was no run '01ZZZ'"))
    #expect(run("rollback", ["--yes", "--to", "01", "--before", "01"]).status == 2)
    let elsewhere = deploy.run(["rollback", "--yes", "--crontab", "other"], in: folder)
    #expect(elsewhere.status == 2 && elsewhere.stderr.contains("run it there") && table == whole)
  }

  @Test func `a secret that stood there is not brought back, and the rest is`() {
    write([("a", "/srv/1"), ("b", "/srv/1")])
    #expect(apply().status == 0)
    let secret = "AKIA" + "IOSFODNN7EXAMPLQ"
    let whole = table
    folder.write(whole.replacing("/srv/1\n# jobs", with: "/srv/1 --key=\(secret)\n# jobs"), to: "table")
    write([("a", "/srv/1"), ("b", "/srv/2")])
    #expect(apply().status == 0)
    let back = run("rollback", ["--yes"])
    #expect(back.status == 4 && back.stderr.contains("cannot be taken back: a value that it had looks like a secret"))
    #expect(table == whole, "\(back.stderr)")
    for name in folder.names(in: "state/deploys") {
      #expect(folder.text(of: "state/deploys/\(name)")?.contains(secret) == false)
    }
  }

  @Test func `the commit is known where the manifests are as Git has them`() {
    write([("a", "/srv/1")])
    let git = "git -c user.name=a -c user.email=a@b -c init.defaultBranch=main"
    let commit = Tool.shell(
      "\(git) init -q . && \(git) add jobs && GIT_COMMITTER_DATE='2026-11-20T00:00:00Z' \(git) commit -qm x && git rev-parse HEAD",
      in: folder)
    #expect(commit.status == 0, "\(commit.stderr)")
    #expect(apply().status == 0)
    let id = commit.lines.first ?? "none"
    #expect(history().records("run").last?.contains(#""commit":"\#(id)","committedAt":"2026-11-20T00:00:00Z""#) == true)
    #expect(history().records("delivery").first?.contains(#""leadSeconds":"#) == true)
    #expect(folder.text(of: "state/audit.log")?.contains("\"commit\":\"\(id)\"") == true)
    write([("a", "/srv/2")])
    #expect(apply().status == 0)
    #expect(history().records("run").last?.contains("commit") == false)
  }

  // MARK: After a crash

  /// More lines than are written to a crontab at once.
  private static let many = 300

  /// Begins an apply and kills it in its middle, or later.
  private func kill(jobs count: Int = many, _ more: [String] = []) {
    write((1...count).map { ("job-\($0)", "/srv/x") })
    let running = deploy.start(["apply", "jobs", "--yes", "--crontab", "table", "-q"] + more, in: folder)
    var waits = 0
    while running.poll() == nil, table.split(separator: "\n").count < 8, waits < 50_000 {
      usleep(200)
      waits += 1
    }
    running.signal(SIGKILL)
    #expect(running.wait().signal == SIGKILL)
  }

  @Test func `a run that was killed is finished as it was planned`() {
    kill()
    #expect(values("result", history().records("run")) == [#""interrupted""#])
    let plan = run("plan", ["jobs"])
    #expect(plan.stderr.contains("was interrupted\nhint: 'jobs-deploy apply --resume'"))
    write([("other", "/srv/y")])
    #expect(deploy.run(["apply", "--resume", "--yes", "jobs"], in: folder).status == 2)
    #expect(deploy.run(["apply", "--resume", "--yes"], in: folder).stderr.contains("run it there"))
    let resumed = run("apply", ["--resume", "--yes"])
    #expect(resumed.status == 0, "\(resumed.stderr)")
    #expect(table.split(separator: "\n").count { $0.hasSuffix("/srv/x") } == Self.many && !table.contains("/srv/y"))
    #expect(history().records("run").count == 1)
    #expect(history().records("run").first?.contains(#""result":"done""#) == true)
    #expect(history().records("run").first?.contains(#""changes":{"done":\#(Self.many),"failed":0,"#) == true)
    let again = run("apply", ["--resume", "--yes"])
    #expect(again.status == 2 && again.stderr.contains("no run was interrupted"))
    // The note is whole, as if nothing had happened.
    write((1...Self.many).map { ("job-\($0)", "/srv/x") })
    #expect(run("plan", ["jobs", "--exit-code"]).status == 0)
    folder.write("", to: "table")
    #expect(run("drift", ["jobs"]).records("change").count == Self.many)
  }

  @Test func `a run of a protected environment is finished by who has an approval, and by nobody else`() {
    folder.write(
      "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: p}\n"
        + "environments: {prod: {protected: true, approvers: [ann, bob]}}\n", to: "jobs.yaml")
    kill(["-e", "prod", "--approve-by", "ann", "--ticket", "T-1"])
    let before = table
    for words in [[], ["--approve-by", "eve", "--ticket", "T-2"]] {
      let refused = run("apply", ["--resume", "--yes"] + words)
      #expect(refused.status == 2 && table == before, "\(refused.stderr)")
    }
    let resumed = run("apply", ["--resume", "--yes", "--approve-by", "bob", "--ticket", "T-3"])
    #expect(resumed.status == 0, "\(resumed.stderr)")
    #expect(table.split(separator: "\n").count { $0.hasSuffix("/srv/x") } == Self.many)
    #expect(history().records("run").last?.contains(#""approvedBy":"bob","ticket":"T-3""#) == true)
  }

  @Test func `what was applied before a crash is not forgotten`() {
    kill()
    // Somebody takes away what was written: known as drift by the journal alone.
    let there = table.split(separator: "\n").count { $0.hasSuffix("/srv/x") }
    #expect(!folder.exists("state/applied.ndjson") && there > 0)
    folder.write(table.replacing("/srv/x", with: "/srv/z"), to: "table")
    let drift = run("drift", ["jobs"])
    #expect(drift.records("change").count == there, "\(drift.stdout)")
    #expect(drift.records("change").allSatisfy { $0.contains(#""applied":"/srv/x","live":"/srv/z""#) })
  }

  @Test func `what somebody changed meanwhile is named, and the rest is done`() {
    kill()
    let lost = table.split(separator: "\n").first { $0.hasPrefix("# jobs: ") }.map(String.init) ?? ""
    // One line that the run had not come to yet.
    let name = (1...Self.many).map { "-/-/job-\($0)" }.first { !table.contains("\($0) ") } ?? ""
    #expect(!lost.isEmpty && !name.isEmpty)
    folder.write("# jobs: \(name) 0123456789abcdef\n@daily /mine\n" + table, to: "table")
    let resumed = run("apply", ["--resume", "--yes"])
    #expect(resumed.status == 4 && resumed.stderr.contains("it is neither as it was when the run began"))
    #expect(resumed.stderr.contains("table/\(name)'"), "\(resumed.stderr)")
    let ours = table.split(separator: "\n").count { $0.hasSuffix("/srv/x") }
    #expect(table.contains("@daily /mine\n") && ours == Self.many - 1)
    #expect(history().records("run").first?.contains(#""result":"partly""#) == true)
  }

  @Test func `an apply without --resume plans anew, and the history says what became of the old run`() {
    kill()
    let apply = apply()
    #expect(apply.status == 0 && apply.stderr.contains("was interrupted"))
    let runs = history().records("run")
    #expect(values("result", runs) == [#""interrupted""#, #""done""#])
    #expect(apply.records("change").count + (Int(values("done", runs).first ?? "") ?? 0) == Self.many)
    #expect(run("apply", ["--resume", "--yes"]).status == 2)
  }

  // MARK: Two at once

  /// A crontab(1) that hangs in a write for as long as a file is there.
  private var hanging: [String: String] {
    folder.write(
      """
      #!/bin/sh
      case $1 in
        -l) cat "$HOME/spool" 2>/dev/null || { echo "no crontab for me" >&2; exit 1; } ;;
        *) touch "$HOME/begun"; while [ -e "$HOME/hang" ]; do sleep 0.02; done; cp "$1" "$HOME/spool" ;;
      esac

      """, to: "bin/crontab", mode: 0o755)
    folder.write("", to: "hang")
    return ["PATH": "\(folder.file("bin")):/usr/bin:/bin"]
  }

  @Test func `a second run leaves and says whom it met, or waits`() {
    write([("a", "/srv/1")])
    let path = hanging
    let first = deploy.start(["apply", "jobs", "--yes"], in: folder, environment: path)
    #expect(folder.wait(for: "begun"))
    let second = deploy.run(["apply", "jobs", "--yes"], in: folder, environment: path)
    #expect(second.status == 3 && second.stderr.contains("process \(first.pid), since "), "\(second.stderr)")
    #expect(values("result", history().records("run")) == [#""running""#])
    #expect(deploy.run(["plan", "jobs"], in: folder, environment: path).status == 0)
    let waiting = deploy.start(["apply", "jobs", "--yes", "--wait", "1m"], in: folder, environment: path)
    var waits = 0
    while !waiting.words.contains("waiting for"), waits < 5000 {
      usleep(2000)
      waits += 1
    }
    #expect(waiting.poll() == nil && waiting.words.contains("process \(first.pid)"))
    unlink(folder.file("hang"))
    #expect(first.wait().status == 0)
    let waited = waiting.wait()
    #expect(waited.status == 0 && waited.records("change").isEmpty, "\(waited.stderr)")
    #expect(deploy.run(["apply", "--yes", "--wait", "soon", "jobs"], in: folder).status == 2)
  }

  @Test func `a run that hangs is unlocked, and begins nothing more`() {
    write((1...Self.many).map { ("job-\($0)", "/srv/1") })
    let path = hanging
    let first = deploy.start(["apply", "jobs", "--yes"], in: folder, environment: path)
    #expect(folder.wait(for: "begun"))
    let asked = Tool.shell("setsid -fw jobs-deploy force-unlock < /dev/null", in: folder)
    #expect(asked.status == 2 && asked.stderr.contains("process \(first.pid)"), "\(asked.stderr)")
    let wrong = deploy.run(["force-unlock", "--yes", "x/y/z"], in: folder)
    #expect(wrong.status == 2 && wrong.stderr.contains("nobody holds 'x/y/z'"))
    let unlocked = deploy.run(["force-unlock", "--yes"], in: folder)
    #expect(unlocked.status == 0 && unlocked.records("lease").count == 1, "\(unlocked.stderr)")
    #expect(folder.text(of: "state/audit.log")?.contains(#""action":"force-unlock""#) == true)
    unlink(folder.file("hang"))
    let ended = first.wait()
    #expect(ended.status == 4 && ended.stderr.contains("somebody took the lease away"), "\(ended.stderr)")
    #expect(ended.stderr.contains("256 of 300 changes done, 44 not begun"), "\(ended.stderr)")
    #expect(deploy.run(["force-unlock", "--yes"], in: folder).stderr.contains("nothing is held"))
    #expect(deploy.run(["apply", "jobs", "--yes"], in: folder, environment: path).status == 0)
  }

  @Test func `what a plan does not show is said when asked for`() {
    write([("a", "/srv/1")])
    #expect(apply().status == 0)
    let why = run("plan", ["jobs", "--why", "mark"])
    #expect(why.records("hidden").first?.contains(##""path":"mark","value":"# jobs: -/-/a "##) == true, "\(why.stdout)")
    #expect(run("plan", ["jobs", "--why", "mark", "-o", "human"]).stdout.contains("'mark' of host.crontab/"))
    #expect(run("plan", ["jobs", "--why", "x"]).stderr.contains("nothing hides a field 'x'\nhint: hidden are mark"))
  }
}

extension String {
  /// Behind the first place of a text.
  fileprivate func range(of text: String) -> Index? {
    var at = startIndex
    while at < endIndex {
      if self[at...].hasPrefix(text) { return index(at, offsetBy: text.count) }
      at = index(after: at)
    }
    return nil
  }
}

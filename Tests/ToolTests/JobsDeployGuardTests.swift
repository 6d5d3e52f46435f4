import Glibc
import TestSupport
import Testing

/// `prune` and `status`, and what a project asks before anything is changed, as users meet them.
@Suite struct JobsDeployGuardTests {
  private let deploy = Tool("jobs-deploy")
  private let folder = ToolFolder()

  private func write(_ names: [String], to file: String = "jobs/all.yaml") {
    let text = names.map { name in
      "---\napiVersion: jobs/v1\nkind: Job\nmetadata: {name: \(name)}\n"
        + "spec: {target: host, schedule: \"30 2 * * *\", command: [/srv/\(name)]}\n"
    }
    folder.write(text.joined(), to: file)
  }

  private func run(_ verb: String, _ rest: [String] = []) -> ToolRun {
    deploy.run([verb, "--crontab", "table", "jobs"] + rest, in: folder)
  }

  private var table: String { folder.text(of: "table") ?? "" }

  private func project(_ keys: String) {
    folder.write("apiVersion: jobs/v1\nkind: Project\nmetadata: {name: p}\n\(keys)\n", to: "jobs.yaml")
  }

  // MARK: prune

  @Test func `lines of jobs that are gone go out of use, come back, and go for good`() {
    folder.write("0 1 * * * /by/hand\n", to: "table")
    write(["a", "b", "c"])
    #expect(run("apply", ["--yes"]).status == 0)
    let whole = table
    write(["a", "b"])
    #expect(run("apply", ["--yes"]).status == 0 && table == whole)
    let pruned = run("prune", ["--yes", "--max", "1"])
    #expect(pruned.status == 0 && pruned.records("change").count == 1, "\(pruned.stderr)")
    #expect(pruned.records("change").first?.contains(#""action":"quarantine""#) == true)
    #expect(table.contains("\n#30 2 * * * /srv/c\n") && table.hasSuffix("0 1 * * * /by/hand\n"))
    #expect(folder.text(of: "state/audit.log")?.contains(#""action":"prune","subject":"-/-/c""#) == true)
    let out = table

    // Not before its days are over, and not by a look.
    let early = run("prune", ["--yes", "--max", "1"])
    #expect(early.status == 0 && early.stderr.contains("it is out of use, and goes in 14 days") && table == out)
    #expect(run("drift").status == 0 && run("plan").records("change").isEmpty)

    // With its job it comes back, and that is no drift.
    write(["a", "b", "c"])
    #expect(run("drift").status == 0 && run("plan").records("change").count == 1)
    #expect(run("apply", ["--yes"]).status == 0 && table == whole)
    // And by a rollback of the prune.
    write(["a", "b"])
    #expect(run("prune", ["--yes", "--max", "1"]).status == 0)
    #expect(deploy.run(["rollback", "--yes", "--crontab", "table"], in: folder).status == 0 && table == whole)

    #expect(run("prune", ["--yes", "--max", "1"]).status == 0)
    let gone = run("prune", ["--yes", "--max", "1", "--after", "0"])
    #expect(gone.status == 0 && gone.records("change").first?.contains(#""action":"delete""#) == true)
    #expect(!table.contains("/srv/c") && table.hasSuffix("0 1 * * * /by/hand\n"), "\(gone.stderr)")
  }

  @Test func `limits hold before anything is changed`() {
    write(["a", "b", "c", "d"])
    #expect(run("apply", ["--yes"]).status == 0)
    let whole = table
    write(["a"])
    let percent = run("prune", ["--yes", "--max", "9"])
    #expect(
      percent.status == 2 && percent.stderr.contains("3 of 4 would be pruned, more than 50 %"), "\(percent.stderr)")
    let count = run("prune", ["--yes", "--max", "2", "--max-percent", "100"])
    #expect(count.status == 2 && count.stderr.contains("3 would be pruned, and --max is 2"))
    #expect(run("prune", ["--yes"]).status == 2)
    #expect(run("prune", ["--yes", "--max", "9", "-l", "name=a"]).status == 2)
    let asked = Tool.shell("setsid -fw jobs-deploy prune --crontab table --max-percent 90 jobs < /dev/null", in: folder)
    #expect(
      asked.status == 2 && asked.stderr.contains("there is no terminal on which to ask 'type 'prune 3' to go on'"))
    #expect(asked.stderr.contains("# -/-/b"))
    #expect(table == whole)
    #expect(run("prune", ["--yes", "--max", "3", "--max-percent", "75", "--after", "0"]).status == 0)
    #expect(table.contains("/srv/a") && !table.contains("/srv/b"))
  }

  @Test func `what is not read for certain is not taken for gone`() {
    project("environments: {dev: {}, prod: {}}")
    write(["a", "b"])
    for environment in ["dev", "prod"] { #expect(run("apply", ["--yes", "-e", environment]).status == 0) }
    let whole = table
    write(["a"])
    let pruned = run("prune", ["--yes", "--max", "9", "-e", "prod"])
    #expect(pruned.status == 0 && pruned.stderr.contains("2 of tenants or environments of which nothing was read stay"))
    #expect(pruned.records("change").count == 1 && table.contains("#30 2 * * * /srv/b"), "\(pruned.stderr)")
    #expect(table.contains("\n30 2 * * * /srv/b"))
    folder.write(whole, to: "table")
    folder.write("apiVersion: jobs/v1\nkind: Job\nmetadata: {name: B}\nspec: {}\n", to: "jobs/b.yaml")
    #expect(run("prune", ["--yes", "--max", "9", "-e", "prod"]).status == 2)
    let broken = Tool.shell(
      "jobs-validate -e prod jobs/all.yaml | head -n 1 | jobs-deploy prune --yes --max 9 --crontab table", in: folder)
    #expect(broken.status == 2 && broken.stderr.contains("no 'end' record"))
    #expect(table == whole)
  }

  // MARK: What a project asks

  @Test func `a protected environment needs an approval, which is kept`() {
    project("environments: {dev: {}, prod: {protected: true, approvers: [ann, bob]}}")
    write(["a"])
    #expect(run("apply", ["--yes", "-e", "dev"]).status == 0)
    let before = table
    let refused = run("apply", ["--yes", "-e", "prod"])
    #expect(refused.status == 2 && refused.stderr.contains("the environment 'prod' is protected"), "\(refused.stderr)")
    #expect(refused.stderr.contains("--approve-by NAME --ticket ID; approvers are ann, bob"))
    let other = run("apply", ["--yes", "-e", "prod", "--approve-by", "eve", "--ticket", "T-1"])
    #expect(other.status == 2 && other.stderr.contains("'eve' is no approver of 'prod'"))
    #expect(run("apply", ["--yes", "-e", "prod", "--approve-by", "ann"]).status == 2)
    let piped = Tool.shell("jobs-validate -e prod jobs | jobs-deploy apply --yes --crontab table", in: folder)
    #expect(piped.status == 2 && piped.stderr.contains("is protected"), "\(piped.stderr)")
    #expect(run("plan", ["-e", "prod", "--out", "p.plan"]).status == 0)
    let planned = deploy.run(["apply", "p.plan", "--yes", "--crontab", "table"], in: folder)
    #expect(planned.status == 2 && planned.stderr.contains("is protected"), "\(planned.stderr)")
    #expect(table == before)

    #expect(run("apply", ["--yes", "-e", "prod", "--approve-by", "ann", "--ticket", "T-1"]).status == 0)
    let history = deploy.run(["history"], in: folder)
    #expect(history.records("run").last?.contains(#""approvedBy":"ann","ticket":"T-1""#) == true)
    #expect(folder.text(of: "state/audit.log")?.contains(#""approvedBy":"ann","ticket":"T-1""#) == true)
    // What there is nothing to do for needs nobody.
    #expect(run("apply", ["--yes", "-e", "prod"]).status == 0)
    // The way back is guarded as the way there, from wherever.
    folder.write("", to: "elsewhere/x")
    let words = ["rollback", "--yes", "--crontab", folder.file("table")]
    let back = Tool.shell("cd elsewhere && jobs-deploy \(words.joined(separator: " "))", in: folder)
    #expect(back.status == 2 && back.stderr.contains("is protected"), "\(back.stderr)")
    #expect(deploy.run(words + ["--approve-by", "bob", "--ticket", "T-2"], in: folder).status == 0 && table == before)
  }

  @Test func `nothing is deployed while it is frozen, unless somebody says why`() {
    project("freeze: [{from: 2020-01-01, to: 2099-12-31, reason: for good}]")
    write(["a"])
    #expect(run("plan").status == 0)
    let frozen = run("apply", ["--yes"])
    #expect(frozen.status == 2 && !folder.exists("table"), "\(frozen.stderr)")
    #expect(
      frozen.stderr.contains("deployments are frozen from 2020-01-01 00:00 to 2100-01-01 00:00 UTC (for good)"))
    let forced = run("apply", ["--yes", "--override-freeze", "the site is down"])
    #expect(forced.status == 0 && table.contains("/srv/a"), "\(forced.stderr)")
    #expect(folder.text(of: "state/audit.log")?.contains(#""override":"the site is down""#) == true)
    project("environments: {dev: {}, prod: {}}\nfreeze: [{from: 2020-01-01, to: 2099-12-31, environments: [prod]}]")
    #expect(run("apply", ["--yes", "-e", "dev"]).status == 0)
    #expect(run("apply", ["--yes", "-e", "prod"]).status == 2)
    project("freeze: [{from: 2020-01-01, to: 2020-12-31}]")
    write(["a", "b"])
    #expect(run("apply", ["--yes"]).status == 0)
  }

  // MARK: status

  @Test func `a place is one row`() {
    write(["a", "b", "c"])
    let empty = run("status")
    #expect(
      empty.records("status").first?.contains(#""owned":0,"settled":0,"drifted":0,"pending":3,"strays":0}"#) == true)
    #expect(run("apply", ["--yes"]).status == 0)
    folder.write(table.replacing("/srv/a\n", with: "/srv/x\n"), to: "table")
    write(["a", "b", "d"])
    let status = run("status")
    #expect(
      status.records("status").first?.contains(#""owned":3,"settled":1,"drifted":1,"pending":1,"strays":1,"run":"#)
        == true,
      "\(status.stdout)\(status.stderr)")
    #expect(status.records("status").first?.hasSuffix(#""result":"done"}"#) == true)
    let shown = run("status", ["-o", "human"])
    #expect(shown.lines.count == 2 && shown.lines[0].hasPrefix("PLACE ") && shown.lines[1].hasSuffix("done"))
    let watch = run("status", ["--watch"])
    #expect(watch.status == 2 && watch.stderr.contains("--watch draws on a terminal"))
  }

  @Test func `status goes on looking after a look that failed, and says so`() {
    write(["a"])
    // A folder where the note should be, until somebody takes it away.
    let watched = Tool.shell(
      "mkdir -p state/applied.ndjson; script -qc 'timeout -s INT 8 jobs-deploy status --watch --crontab table jobs' /dev/null "
        + "| tee seen | { grep -m1 -o 'looked in vain; again in 2 seconds'; rmdir state/applied.ndjson; grep -m1 -o 'PLACE.*OURS'; }",
      in: folder)
    #expect(watched.stdout.contains("looked in vain; again in 2 seconds"), "\(watched.stdout)\(watched.stderr)")
    #expect(watched.stdout.contains("PLACE"), "\(folder.text(of: "seen") ?? "")")
  }
}

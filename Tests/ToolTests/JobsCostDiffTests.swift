import JobsCore
import JobsStore
import TestSupport
import Testing

private let cost = Tool("jobs-cost")

@Suite("jobs-cost diff")
struct JobsCostDiffTests {
  private let folder = ToolFolder()

  private static func job(_ name: String, every minutes: Int, memory: String) -> String {
    """
    apiVersion: jobs/v1
    kind: Job
    metadata: {name: \(name)}
    spec:
      target: gcp.run
      image: europe-docker.pkg.dev/acme/jobs/a:1
      schedule: "*/\(minutes) * * * *"
      resources: {cpu: 1, memory: \(memory)}
      expect: {duration: 1m}

    """
  }

  private static let project = """
    apiVersion: jobs/v1
    kind: Project
    metadata: {name: acme}
    environments: {dev: {gcp: {project: acme-dev, regions: [europe-west1]}, budget: {monthly: "10 USD"}}}

    """

  /// Two commits, of which the second makes a job rarer and larger, adds one and removes one.
  private func commit() {
    folder.write(Self.project, to: "jobs.yaml")
    folder.write(Self.job("a", every: 5, memory: "2Gi"), to: "jobs/a.yaml")
    folder.write(Self.job("gone", every: 30, memory: "1Gi"), to: "jobs/gone.yaml")
    let git = "git -c user.name=a -c user.email=a@example.com -c commit.gpgsign=false"
    _ = Tool.shell("git init -q -b main . && git add -A && \(git) commit -qm one && git tag before", in: folder)
    folder.write(Self.job("a", every: 10, memory: "4Gi"), to: "jobs/a.yaml")
    folder.write(Self.job("new", every: 30, memory: "1Gi"), to: "jobs/new.yaml")
    _ = Tool.shell("git rm -q jobs/gone.yaml && git add -A && \(git) commit -qm two", in: folder)
  }

  private static let arguments = ["-e", "dev", "--month", "2027-03"]

  @Test("two revisions differ by job, with what makes it")
  func revisions() {
    commit()
    let found = cost.run(["diff", "before", "HEAD"] + Self.arguments, in: folder)
    #expect(found.status == 0, "\(found.stderr)")
    let changes = found.records("estimate-change")
    #expect(changes.count == 3, "\(found.stdout)\(found.stderr)")
    #expect(
      changes.first?.hasPrefix(
        #"{"type":"estimate-change","v":1,"job":"-/dev/a","region":"europe-west1","month":"2027-03","action":"changed","currency":"USD","before":{"runs":8928,"#
      ) == true, "\(changes)")
    #expect(
      changes.first?.hasSuffix(
        #""causes":["'*/5 * * * *' is now '*/10 * * * *': 4464 runs fewer","memory 2Gi is now 4Gi"]}"#) == true)
    #expect(changes.dropFirst().first?.contains(#""action":"removed""#) == true)
    #expect(changes.last?.contains(#""causes":["new: 1488 runs"]"#) == true)
    #expect(found.records("estimate-change-total").count == 1 && found.records("budget").count == 1)
    let words = cost.run(["diff", "before", "HEAD", "-o", "human"] + Self.arguments, in: folder)
    #expect(
      words.lines.first?.hasPrefix("JOB         REGION        BEFORE  AFTER  CHANGE       CAUSE") == true,
      "\(words.stdout)")
    #expect(words.lines.contains { $0.hasPrefix("total ") })
  }

  @Test("a revision, a folder, and a file of records are the same where they hold the same")
  func sides() {
    commit()
    let made = Tool.shell(
      """
      export JOBS_ENV=dev
      jobs-validate jobs > head.ndjson
      git worktree add -q ../$(basename "$PWD").base before
      jobs-validate ../$(basename "$PWD").base/jobs > base.ndjson
      for sides in "before HEAD" "before jobs" "before head.ndjson" "base.ndjson head.ndjson"; do
        jobs-cost diff $sides --month 2027-03 > "out.$sides" || exit
        grep -v '"type":"end"' "out.$sides" | md5sum
      done | sort | uniq -c
      git worktree remove --force ../$(basename "$PWD").base
      """, in: folder)
    #expect(made.status == 0 && made.lines.count == 1, "\(made.stdout)\(made.stderr)")
  }

  @Test("what is the same is said to be so")
  func same() {
    commit()
    let found = cost.run(["diff", "HEAD", "HEAD", "-o", "human"] + Self.arguments, in: folder)
    #expect(
      found.status == 0 && found.stdout.hasPrefix("no job costs more or less\n"), "\(found.stdout)\(found.stderr)")
  }

  @Test("Markdown is a comment, and annotations stand beside the jobs")
  func reports() {
    commit()
    let markdown = cost.run(["diff", "before", "HEAD", "-o", "markdown"] + Self.arguments, in: folder)
    #expect(markdown.stdout.hasPrefix("### Cost of jobs: "), "\(markdown.stdout)\(markdown.stderr)")
    #expect(markdown.stdout.contains("| \\-/dev/a |") || markdown.stdout.contains("| -/dev/a | europe-west1 |"))
    #expect(markdown.stdout.contains("memory 2Gi is now 4Gi"))
    let github = cost.run(["diff", "before", "HEAD", "-o", "github"] + Self.arguments, in: folder)
    #expect(
      github.lines.first?.hasPrefix("::notice file=jobs/a.yaml,line=1,title=cost of -/dev/a::") == true,
      "\(github.stdout)")
  }

  @Test("budgets and limits of the increase end with 1")
  func gates() {
    commit()
    let increase = cost.run(["diff", "HEAD", "before", "--max-increase", "0 USD"] + Self.arguments, in: folder)
    #expect(increase.status == 1 && increase.stderr.contains("the increase is above its limit"), "\(increase.stderr)")
    #expect(increase.records("end").first?.contains(#""ok":false"#) == true)
    let budget = cost.run(["diff", "HEAD", "before", "--budget", "1 USD", "-o", "github"] + Self.arguments, in: folder)
    #expect(
      budget.status == 1 && budget.stdout.contains("::error title=budget::the budget is exceeded"), "\(budget.stdout)")
    #expect(cost.run(["diff", "HEAD", "before", "--max-increase", "9 USD"] + Self.arguments, in: folder).status == 0)
    // The limit itself is held.
    let total = increase.records("estimate-change-total").first ?? ""
    let net = String(total.split(separator: "\"net\":\"").last?.prefix { $0 != "\"" } ?? "")
    let equal = cost.run(["diff", "HEAD", "before", "--max-increase", "\(net) USD"] + Self.arguments, in: folder)
    #expect(equal.status == 0 && !net.isEmpty, "\(net) \(equal.stderr)")
  }

  @Test("what is neither a path nor a revision is refused")
  func unknown() {
    commit()
    let found = cost.run(["diff", "nothing", "HEAD"] + Self.arguments, in: folder)
    #expect(found.status == 2 && found.stderr.contains("'nothing' is not a revision"), "\(found.stderr)")
    #expect(cost.run(["diff", "HEAD"], in: folder).status == 2)
    let nowhere = cost.run(["diff", "before", "HEAD", "elsewhere"] + Self.arguments, in: folder)
    #expect(nowhere.status == 2 && nowhere.stderr.contains("there is no job in either"), "\(nowhere.stderr)")
  }
}

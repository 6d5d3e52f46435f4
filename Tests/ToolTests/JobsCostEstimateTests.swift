import JobsCore
import JobsStore
import TestSupport
import Testing

private let cost = Tool("jobs-cost")

@Suite("jobs-cost estimate")
struct JobsCostEstimateTests {
  private let folder = ToolFolder()

  private static let project = """
    apiVersion: jobs/v1
    kind: Project
    metadata: {name: acme}
    environments:
      dev: {gcp: {project: acme-dev, regions: [europe-west1]}}
      prod:
        gcp: {project: acme-prod, regions: [europe-west3]}
        budget: {monthly: "2 USD", warn: 80%}
    hosts: {backup-01: {hourly: "0.04 EUR", labels: {role: backup}}}

    """

  private static func job(_ name: String, _ spec: String) -> String {
    "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: \(name)}\nspec:\n\(spec)"
  }

  /// An hourly job of Cloud Run in Berlin; 743 runs of 403.8 s are 300,023.4 vCPU-seconds in March.
  private static let hourly = job(
    "hourly",
    """
      target: gcp.run
      image: europe-docker.pkg.dev/acme/jobs/a:1
      schedule: "0 * * * *"
      timezone: Europe/Berlin
      resources: {cpu: 1, memory: 512Mi}
      retry: {attempts: 0}
      expect: {duration: 400s, p90: 500s}

    """)

  private func write() {
    folder.write(Self.project, to: "jobs.yaml")
    folder.write(Self.hourly, to: "jobs/hourly.yaml")
  }

  @Test(
    "an hourly job of Berlin runs by its own clock", arguments: [("2027-02", 672), ("2027-03", 743), ("2027-10", 745)])
  func hours(month: String, runs: Int) {
    write()
    let found = cost.run(["estimate", "-e", "dev", "--month", month, "jobs"], in: folder)
    #expect(found.status == 0, "\(found.stderr)")
    #expect(
      found.records("estimate").first?.contains(#""month":"\#(month)","runs":\#(runs),"#) == true, "\(found.stdout)")
  }

  @Test("each line says what is used, what a unit costs, where that is from, of when, and how old it is")
  func lines() {
    write()
    let found = cost.run(["estimate", "-e", "dev", "--month", "2027-03", "jobs"], in: folder)
    let record = found.records("estimate").first ?? ""
    #expect(
      record.contains(
        #"{"provider":"gcp","service":"cloud-run-jobs","sku":"cpu","region":"europe-west1","unit":"vCPU-second","quantity":"297200","unitPrice":"0.000018","list":"5.3496","net":"1.0296","marginal":"1.0296","low":"1.0296","high":"2.367","priceSource":"cloud.google.com/run/pricing","priceDate":"2026-09-24","priceAgeDays":"#
      ), "\(record)")
    #expect(record.contains(#""length":{"source":"manifest","lowSeconds":400,"typicalSeconds":400,"highSeconds":500}"#))
    #expect(found.records("estimate-total").first?.contains(#""jobs":1,"runs":743,"currency":"USD""#) == true)
    #expect(found.records("end").first?.contains(#""tool":"jobs-cost","version":"#) == true)
  }

  @Test("a stream is passed on byte for byte, and grows richer")
  func stream() {
    write()
    let found = Tool.shell(
      "jobs-validate -e dev jobs | tee in.ndjson | jobs-cost estimate --month 2027-03 > out.ndjson", in: folder)
    #expect(found.status == 0, "\(found.stderr)")
    let given = (folder.text(of: "in.ndjson") ?? "").split(separator: "\n")
    let written = (folder.text(of: "out.ndjson") ?? "").split(separator: "\n")
    #expect(given.dropLast() == written.prefix(given.count - 1) && given.count > 1)
    #expect(
      written.dropFirst(given.count - 1).map { $0.prefix { $0 != "," } }
        == [#"{"type":"estimate""#, #"{"type":"estimate-total""#, #"{"type":"end""#])
    #expect(written.last?.contains(#""ok":true"#) == true && written.last?.contains(given.last ?? "?") == true)
    let direct = cost.run(["estimate", "-e", "dev", "--month", "2027-03", "jobs"], in: folder)
    #expect(
      direct.records("estimate").first == written.first { $0.hasPrefix(#"{"type":"estimate","#) }.map(String.init))
  }

  @Test("the golden stream passes unchanged before the estimates, and its end comes back under upstream")
  func golden() {
    let golden = ToolFolder.fixture("golden.ndjson")
    let lines = golden.split(separator: "\n").map(String.init)
    let found = cost.run(["estimate", "--month", "2027-03", "-"], in: folder, input: golden)
    #expect(found.status == 0 && lines.count > 5, "\(found.stderr)")
    #expect(Array(found.lines.prefix(lines.count - 1)) == Array(lines.dropLast()))
    #expect(
      found.lines.dropFirst(lines.count - 1).first?.hasPrefix(#"{"type":"estimate","v":1,"job":"acme/prod/"#) == true)
    #expect(found.lines.last?.hasSuffix(#""upstream":[\#(lines.last ?? "")]}"#) == true)
  }

  @Test("a budget of the project that is exceeded ends with 1, and stops the pipe")
  func budget() {
    write()
    let found = cost.run(["estimate", "-e", "prod", "--month", "2027-03", "jobs"], in: folder)
    #expect(found.status == 1)
    #expect(
      found.records("budget").first?.contains(
        #""env":"prod","month":"2027-03","currency":"USD","amount":"2","warnPercent":80"#) == true)
    #expect(found.records("budget").first?.hasSuffix(#""state":"exceeded","basis":"estimate"}"#) == true)
    #expect(found.records("end").first?.contains(#""ok":false"#) == true)
    #expect(
      found.stderr.contains("jobs-cost: error: the budget of 'prod' is exceeded: 2.10 USD of 2.00 USD"),
      "\(found.stderr)")
    let stopped = Tool.shell(
      "jobs-validate -e prod jobs | jobs-cost estimate --month 2027-03 -q | jobs-run now --all", in: folder)
    #expect(stopped.status != 0 && stopped.stderr.contains("'end' is not ok"), "\(stopped.stderr)")
    let held = cost.run(["estimate", "-e", "prod", "--month", "2027-03", "--budget", "9 USD", "jobs"], in: folder)
    #expect(held.status == 0 && held.records("budget").first?.hasSuffix(#""state":"held","basis":"estimate"}"#) == true)
    let warned = cost.run(
      ["estimate", "-e", "prod", "--month", "2027-03", "--budget", "2.2 USD", "--warn", "90%", "jobs"], in: folder)
    #expect(
      warned.status == 0 && warned.stderr.contains("warning: the budget is nearly spent: 2.10 USD of 2.20 USD"),
      "\(warned.stderr)")
  }

  @Test("what has no price is said, is never zero, and is an error where that is asked for")
  func unpriced() {
    write()
    folder.write(
      Self.job(
        "odd", "  target: gcp.run\n  image: a/b:1\n  schedule: \"0 4 * * *\"\n  resources: {cpu: 1, memory: 1Gi}\n"),
      to: "odd/odd.yaml")
    let found = cost.run(["estimate", "-e", "dev", "--month", "2027-03", "odd"], in: folder)
    #expect(found.status == 0)
    #expect(found.records("estimate").first?.contains(#""unpriced":2"#) == true)
    #expect(
      found.records("estimate").first?.contains(
        #"{"provider":"gcp","service":"cloud-run-jobs","sku":"cpu","region":"europe-west1","unit":"vCPU-second","unitPrice":"0.000018","priceSource"#
      )
        == true, "\(found.stdout)")
    #expect(
      found.stderr.contains("2 lines without a price are in no sum: how long runs take is not known"), "\(found.stderr)"
    )
    let strict = cost.run(["estimate", "-e", "dev", "--month", "2027-03", "--strict-prices", "odd"], in: folder)
    #expect(strict.status == 1 && strict.records("end").first?.contains(#""ok":false"#) == true)
    let assumed = cost.run(
      ["estimate", "-e", "dev", "--month", "2027-03", "--strict-prices", "--assume", "1m,5m,20m", "odd"], in: folder)
    #expect(assumed.status == 0, "\(assumed.stderr)")
    #expect(
      assumed.records("estimate").first?.contains(
        #""length":{"source":"assumed","lowSeconds":60,"typicalSeconds":300,"highSeconds":1200}"#) == true)
  }

  @Test("a job of an unknown region has no price, and the region is named")
  func region() {
    folder.write(Self.project.replacing("europe-west1", with: "europe-north2"), to: "jobs.yaml")
    folder.write(Self.hourly, to: "jobs/hourly.yaml")
    let found = cost.run(["estimate", "-e", "dev", "jobs"], in: folder)
    #expect(
      found.stderr.contains("the price book has no price of cloud-run-jobs 'cpu' in 'europe-north2'"), "\(found.stderr)"
    )
    #expect(found.records("estimate").first?.contains(#""unpriced":2"#) == true)
  }

  @Test("a record of a stream that says what no job can have is refused by name, and no sum is told")
  func odd() {
    write()
    let stream = Tool.shell("jobs-validate -q -e dev jobs", in: folder).stdout
    for (old, new, words) in [
      (#""memoryBytes":536870912"#, #""memoryBytes":-5"#, "'memoryBytes' is -5"),
      (#""memoryBytes":536870912"#, #""memoryBytes":9223372036854775807"#, "'memoryBytes' is 9223372036854775807"),
      (#""tasks":1"#, #""tasks":9223372036854775807"#, "'tasks' is 9223372036854775807"),
      (#""durationSeconds":400"#, #""durationSeconds":-60"#, "'durationSeconds' is -60"),
      (#""p90Seconds":500"#, #""p90Seconds":9223372036854775807"#, "'p90Seconds' is 9223372036854775807"),
      (#""attempts":0"#, #""attempts":-1"#, "'attempts' is -1"),
      (#""cron":"0 * * * *""#, #""cron":"soon""#, "its schedule 'soon' in 'Europe/Berlin' cannot be read here"),
      ("Europe/Berlin", "Mars/Phobos", "its schedule '0 * * * *' in 'Mars/Phobos' cannot be read here"),
    ] {
      let changed = stream.replacing(old, with: new)
      #expect(changed != stream, "\(old)")
      let found = cost.run(["estimate", "--month", "2027-03", "-"], in: folder, input: changed)
      #expect(found.status == 2 && found.stdout.isEmpty && found.stderr.contains(words), "\(words): \(found.stderr)")
    }
  }

  @Test("the containers of a Cloud Run job count together")
  func containers() {
    folder.write(Self.project, to: "jobs.yaml")
    let container = { (name: String, cpu: String, memory: String) in
      "{name: \(name), image: 'europe-docker.pkg.dev/acme/jobs/\(name):1', resources: {limits: {cpu: \(cpu), memory: \(memory)}}}"
    }
    folder.write(
      """
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: two
        annotations: {jobs/schedule: "0 * * * *", jobs/timezone: Europe/Berlin, jobs/expect-duration: 100s}
      spec: {template: {spec: {taskCount: 1, template: {spec: {maxRetries: 0, timeoutSeconds: 600, containers: [\(container("main", "'1'", "512Mi")), \(container("proxy", "500m", "512Mi"))]}}}}}

      """, to: "jobs/two.yaml")
    let found = cost.run(["estimate", "-q", "-e", "dev", "--month", "2027-03", "jobs"], in: folder)
    // 743 runs of 100 s, with one core and a half, and one GiB.
    #expect(found.stdout.contains(#""unit":"vCPU-second","quantity":"111450""#), "\(found.stdout)\(found.stderr)")
    #expect(found.stdout.contains(#""unit":"GiB-second","quantity":"74300""#), "\(found.stdout)")
  }

  @Test("a job on a host costs what the project says an hour of it costs")
  func host() {
    folder.write(Self.project, to: "jobs.yaml")
    folder.write(
      Self.job(
        "backup",
        "  target: host\n  command: [/bin/true]\n  schedule: \"0 4 * * *\"\n  expect: {duration: 30m}\n  agent: {selector: {role: backup}}\n"
      ),
      to: "jobs/backup.yaml")
    let found = cost.run(["estimate", "-e", "dev", "--month", "2027-03", "jobs"], in: folder)
    // 15.5 hours.
    #expect(
      found.records("estimate").first?.contains(#""currency":"EUR","list":"0.62","net":"0.62""#) == true,
      "\(found.stdout)")
  }

  @Test("history tells how long runs take, and how often they fail")
  func history() {
    folder.write(#"{"name": "quick", "schedule": "0 9 * * *", "command": "true"}"#, to: "quick.json")
    folder.write(#"{"name": "broken", "schedule": "0 9 * * *", "command": "false"}"#, to: "broken.json")
    _ = Tool.shell(
      "jobs-run now --all quick.json -q; jobs-run now --all quick.json -q; jobs-run now --all broken.json -q",
      in: folder)
    let found = cost.run(["estimate", "--month", "2027-03", "quick.json", "broken.json"], in: folder)
    #expect(found.status == 0, "\(found.stderr)")
    #expect(
      found.records("estimate").contains {
        $0.contains(#""job":"-/-/quick""#) && $0.contains(#""length":{"source":"history","samples":2,"#)
      }, "\(found.stdout)")
    // No run that succeeded says how long one takes.
    #expect(found.records("estimate").contains { $0.contains(#""job":"-/-/broken""#) && !$0.contains("length") })
    #expect(!cost.run(["estimate", "--no-history", "quick.json"], in: folder).stdout.contains("history"))
    let none = cost.run(["estimate", "--state", folder.file("none"), "quick.json"], in: folder)
    #expect(none.status == 2 && none.stderr.contains("there is no history in"))
  }

  @Test("runs of the history give the 10th, 50th and 90th percentile")
  func percentiles() throws {
    write()
    let history = try RunHistory(writing: StateDirectory(path: folder.file("state")))
    let owner = ProcessIdentity(pid: 1, startTicks: 1, boot: "boot")
    for second in 1...10 {
      var execution = Execution(
        id: ULID(value: UInt128(second)), job: "-/dev/hourly", state: .succeeded, created: Int64(second), owner: owner)
      execution.duration = Int64(second) * 1000
      try history.insert([execution])
    }
    let found = cost.run(["estimate", "-q", "-e", "dev", "--state", folder.file("state"), "jobs"], in: folder)
    #expect(
      found.stdout.contains(
        #""length":{"source":"history","samples":10,"lowSeconds":1,"typicalSeconds":5,"highSeconds":9}"#),
      "\(found.stdout)\(found.stderr)")
  }

  @Test("runs that are assumed of a month are those of any month, and as many a day of other days")
  func assumedRuns() {
    folder.write(Self.project, to: "jobs.yaml")
    folder.write(
      Self.hourly.replacing("schedule: \"0 * * * *\"", with: "events: [{pubsub: orders}]"), to: "jobs/hourly.yaml")
    for (period, runs) in [(["--month", "2027-03"], 1000), (["--month", "2027-02"], 1000), ([], 1000)] {
      let found = cost.run(["estimate", "-q", "-e", "dev", "--assume", "runs=1000", "jobs"] + period, in: folder)
      #expect(found.records("estimate").first?.contains(#""runs":\#(runs),"#) == true, "\(found.stdout)\(found.stderr)")
    }
  }

  @Test("people see a table with its totals in the same columns")
  func human() {
    write()
    let found = cost.run(["estimate", "-e", "dev", "--month", "2027-03", "-o", "human", "--lines", "jobs"], in: folder)
    #expect(found.status == 0)
    #expect(
      found.lines.prefix(3) == [
        "JOB             REGION        RUNS  A RUN  LIST   NET   LOW  HIGH  MARGINAL       REMARK",
        "-/dev/hourly    europe-west1   743  6m40s  5.75  1.03  1.03  2.37      1.03  USD",
        "total of 1 job                 743         5.75  1.03  1.03  2.37            USD",
      ], "\(found.stdout)")
    #expect(
      found.stdout.contains(
        "-/dev/hourly  europe-west1  cloud-run-jobs cpu       297200  vCPU-second           0.000018  5.3496  1.0296  USD  2026-09-24"
      ), "\(found.stdout)")
    #expect(found.stdout.contains("free: gcp cloud-run-jobs cpu: 5.35 of 4.32 USD\n"))
    #expect(found.stdout.contains("not counted unless assumed: traffic, logs, images and other storage"))
  }

  @Test("CSV and Markdown show what users named as text")
  func reports() {
    folder.write(Self.project, to: "jobs.yaml")
    folder.write(
      Self.hourly.replacing("name: hourly", with: "name: hourly, tenant: \"=cmd|x\""), to: "jobs/hourly.yaml")
    let csv = cost.run(["estimate", "-e", "dev", "--month", "2027-03", "-o", "csv", "jobs"], in: folder)
    #expect(csv.stdout.hasPrefix("period,job,tenant,env,region,runs,provider,service,sku,unit,quantity,unit_price,"))
    #expect(
      csv.stdout.contains(
        "2027-03,'=cmd|x/dev/hourly,'=cmd|x,dev,europe-west1,743,gcp,cloud-run-jobs,cpu,vCPU-second,297200,0.000018,USD,5.3496,1.0296,"
      ), "\(csv.stdout)\(csv.stderr)")
    let markdown = cost.run(["estimate", "-e", "dev", "--month", "2027-03", "-o", "markdown", "jobs"], in: folder)
    #expect(markdown.stdout.hasPrefix("### Cost of jobs in 2027-03\n\n| JOB | REGION |"))
    #expect(markdown.stdout.contains("| =cmd\\|x/dev/hourly | europe-west1 | 743 |"), "\(markdown.stdout)")
    let sarif = cost.run(["estimate", "-o", "sarif", "jobs"], in: folder)
    #expect(sarif.status == 2 && sarif.stderr.contains("take one of human, ndjson, json, csv, markdown"))
  }

  @Test(
    "wrong usage is named",
    arguments: [
      ["--month", "2027-13"], ["--assume", "soon"], ["--assume", "5m,1m,9m"], ["--failure-rate", "101%"],
      ["--budget", "$200"], ["--budget", "0 USD"], ["--warn", "0%"], ["--prices", "none.csv"], ["--prices", "."],
    ])
  func usage(arguments: [String]) {
    write()
    let found = cost.run(["estimate", "-e", "dev", "jobs"] + arguments, in: folder)
    #expect(
      found.status == 2 && found.stdout.isEmpty && found.stderr.hasPrefix("jobs-cost: error: "), "\(found.stderr)")
  }

  @Test("a broken manifest is shown, its job is missing, and the status tells")
  func broken() {
    write()
    folder.write(Self.job("bad", "  comand: ls\n"), to: "jobs/bad.yaml")
    let found = cost.run(["estimate", "-e", "dev", "--month", "2027-03", "jobs"], in: folder)
    #expect(found.status == 1 && found.stderr.contains("comand") && found.records("estimate").count == 1)
    #expect(found.records("end").first?.contains(#""ok":false"#) == true)
  }
}

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

  @Test("a budget of the project that is exceeded ends with 1, and stops the pipe")
  func budget() {
    write()
    let found = cost.run(["estimate", "-e", "prod", "--month", "2027-03", "jobs"], in: folder)
    #expect(found.status == 1)
    #expect(
      found.records("budget").first?.contains(
        #""env":"prod","month":"2027-03","currency":"USD","amount":"2","warnPercent":80"#) == true)
    #expect(found.records("budget").first?.hasSuffix(#""state":"exceeded"}"#) == true)
    #expect(found.records("end").first?.contains(#""ok":false"#) == true)
    #expect(
      found.stderr.contains("jobs-cost: error: the budget of 'prod' is exceeded: 2.10 USD of 2.00 USD"),
      "\(found.stderr)")
    let stopped = Tool.shell(
      "jobs-validate -e prod jobs | jobs-cost estimate --month 2027-03 -q | jobs-run now --all", in: folder)
    #expect(stopped.status != 0 && stopped.stderr.contains("'end' is not ok"), "\(stopped.stderr)")
    let held = cost.run(["estimate", "-e", "prod", "--month", "2027-03", "--budget", "9 USD", "jobs"], in: folder)
    #expect(held.status == 0 && held.records("budget").first?.hasSuffix(#""state":"held"}"#) == true)
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
        "-/dev/hourly  cloud-run-jobs cpu         297200  vCPU-second           0.000018  5.3496  1.0296  USD  2026-09-24"
      ), "\(found.stdout)")
    #expect(found.stdout.contains("free: gcp cloud-run-jobs cpu: 5.35 of 4.32 USD\n"))
    #expect(found.stdout.contains("not counted: traffic, logs, images and other storage"))
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

@Suite("jobs-cost prices")
struct JobsCostPricesTests {
  private let folder = ToolFolder()

  @Test("the shipped table is a file that can be taken in its place")
  func table() {
    let made = Tool.shell(
      "jobs-cost prices show -o csv > prices.csv && jobs-cost prices diff prices.csv -o human", in: folder)
    #expect(made.status == 0 && made.stdout == "no difference\n", "\(made.stdout)\(made.stderr)")
    let changed = Tool.shell(
      "sed -i 's/,0.000018,/,0.000027,/' prices.csv && jobs-cost prices diff prices.csv -o human", in: folder)
    #expect(
      changed.lines.count == 2 && changed.lines.last?.contains("price 'cpu' of gcp cloud-run-jobs in 'tier1'") == true)
    #expect(changed.lines.last?.contains("0.000018  0.000027  +50 %") == true, "\(changed.stdout)")
    let shown = cost.run(["prices", "show", "cloud-run-jobs", "cpu", "tier1", "--prices", "prices.csv"], in: folder)
    #expect(
      shown.records("price").count == 2 && shown.records("price").contains { $0.contains(#""amount":"0.000027""#) })
    #expect(cost.run(["prices", "show", "nothing"], in: folder).status == 2)
  }

  @Test("prices that are older than they may be end with 1")
  func age() {
    let stale = cost.run(["prices", "check", "--max-age", "365"], in: folder)
    #expect(stale.status == 1 && stale.records("price").count > 0)
    #expect(stale.records("price").allSatisfy { !$0.contains(#""date":"2026-11"#) })
    let fresh = cost.run(["prices", "check", "--max-age", "36500", "-o", "human"], in: folder)
    #expect(fresh.status == 0 && fresh.stdout.hasPrefix("none of "), "\(fresh.stdout)")
  }

  @Test("a price book that is not understood is refused with its line")
  func broken() {
    _ = Tool.shell("jobs-cost prices show -o csv | sed '3s/,high,/,sure,/' > prices.csv", in: folder)
    let found = cost.run(["prices", "show", "--prices", "prices.csv"], in: folder)
    #expect(found.status == 2)
    #expect(found.stderr.contains("'prices.csv' is no price book: line 3: 'confidence' is 'sure'"), "\(found.stderr)")
  }
}

import TestSupport
import Testing

private let cost = Tool("jobs-cost")

@Suite("jobs-cost budget and recommend")
struct JobsCostAdviceTests {
  private let folder = ToolFolder()

  private static func job(_ name: String, _ spec: String) -> String {
    "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: \(name)}\nspec:\n  timezone: UTC\n  timeout: 15m\n" + spec
  }

  private static let image = "  image: \"europe-west1-docker.pkg.dev/acme/jobs/report:4f2a9c1\"\n"
  private static let ecr = "  image: \"111122223333.dkr.ecr.eu-central-1.amazonaws.com/fn:4f2a9c1\"\n"

  private func project(_ budget: String = "") {
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Project
      metadata: {name: p}
      environments:
        dev:
          gcp: {project: acme-dev, regions: [europe-west3]}
          aws: {account: "111122223333", region: eu-central-1}
          quietHours: {from: "20:00", to: "07:00", timezone: UTC, weekends: true}
          \(budget)
        prod: {gcp: {project: acme-prod, regions: [europe-west1]}}

      """, to: "jobs.yaml")
  }

  // MARK: Budget

  private func bill() {
    var text =
      "line_item_usage_start_date,line_item_product_code,line_item_unblended_cost,line_item_currency_code,resource_tags_user_job,resource_tags_user_env\n"
    for day in 1...10 {
      let time = "2026-10-\(day < 10 ? "0" : "")\(day)T00:00:00Z"
      text += "\(time),AWSLambda,1,USD,nightly,dev\n\(time),AmazonS3,0.5,USD,,\n"
    }
    folder.write(text, to: "bill.csv")
    folder.write(
      Self.job("nightly", "  target: aws.lambda\n  schedule: \"0 3 * * 1-5\"\n\(Self.ecr)"), to: "jobs/nightly.yaml")
    folder.write(
      Self.job("new", "  target: gcp.run\n  schedule: \"0 3 * * *\"\n  expect: {duration: 1h}\n\(Self.image)"),
      to: "jobs/new.yaml")
  }

  @Test("what is left is told by runs, by days, and by the estimate for what is not billed yet")
  func forecast() {
    project()
    bill()
    let arguments = ["budget", "-q", "-e", "dev", "--jobs", "jobs", "--no-free-tier", "bill.csv"]
    let found = cost.run(arguments + ["--budget", "100 USD"], in: folder)
    #expect(found.status == 0, "\(found.stderr)")
    // October 2026 begins on a Thursday: 7 runs up to the 10th and 15 after it.
    #expect(
      found.records("forecast").contains {
        $0.hasPrefix(
          #"{"type":"forecast","v":1,"job":"-/dev/nightly","env":"dev","month":"2026-10","currency":"USD","billed":"10","runsToDate":7,"runsLeft":15,"aRun":"1.42857142857142857142857"#
        ) && $0.contains(#""method":"runs","rest":"21.42857"#)
      }, "\(found.stdout)")
    #expect(
      found.records("forecast").contains(
        #"{"type":"forecast","v":1,"month":"2026-10","currency":"USD","billed":"5","runsToDate":0,"runsLeft":0,"method":"days","rest":"10.5","total":"15.5"}"#
      ), "\(found.stdout)")
    let new = found.records("forecast").first { $0.contains("-/dev/new") } ?? ""
    #expect(new.contains(#""billed":"0","runsToDate":10,"runsLeft":21,"method":"estimate","rest":"#), "\(new)")
    let csv = cost.run(arguments + ["-o", "csv"], in: folder)
    #expect(csv.stdout.contains("2026-10,'-/dev/nightly,dev,USD,10,7,15,"), "\(csv.stdout)")
    #expect(cost.run(arguments + ["-o", "markdown"], in: folder).stdout.hasPrefix("### What jobs will have cost"))
  }

  @Test("a forecast above a budget ends with 1 and an end that is not ok, so that a pipe stops")
  func exceeded() {
    project("budget: {monthly: \"30 USD\", warn: 80%}")
    bill()
    let arguments = ["budget", "-e", "dev", "--jobs", "jobs", "bill.csv"]
    let found = cost.run(arguments, in: folder)
    #expect(found.status == 1 && found.stderr.contains("the budget of 'dev' will be exceeded: "), "\(found.stderr)")
    #expect(found.records("end").first?.contains(#""ok":false"#) == true)
    #expect(found.records("budget").first?.contains(#""state":"exceeded","basis":"forecast","billed":"10""#) == true)
    let warned = cost.run(arguments + ["--budget", "80 USD", "--warn", "50%"], in: folder)
    #expect(
      warned.status == 0 && warned.stderr.contains("warning: the budget will nearly be spent"), "\(warned.stderr)")
    let other = cost.run(arguments + ["--budget", "80 EUR"], in: folder)
    #expect(other.status == 2 && other.stderr.contains("cannot be compared with a bill in USD"), "\(other.stderr)")
    let human = cost.run(arguments + ["--budget", "1 USD", "-o", "human"], in: folder)
    #expect(human.status == 1 && human.stdout.contains("(unattributed)") && human.stdout.contains("of it billed"))
  }

  @Test("days behind the last that is whole do not count")
  func through() {
    project()
    bill()
    let found = cost.run(
      ["budget", "-q", "-e", "dev", "--jobs", "jobs", "--through", "2026-10-05", "bill.csv"], in: folder)
    #expect(
      found.records("forecast").contains { $0.contains(#""billed":"5","runsToDate":3,"runsLeft":19"#) },
      "\(found.stdout)")
    for arguments in [
      ["--through", "2026-10-40"], ["--through", "x"], ["--through", "2026-10-05", "--month", "2026-11"],
      ["--month", "2026-12"],
    ] {
      let wrong = cost.run(["budget", "-e", "dev", "--jobs", "jobs", "bill.csv"] + arguments, in: folder)
      #expect(wrong.status == 2 && wrong.stdout.isEmpty, "\(arguments) \(wrong.stderr)")
    }
  }

  // MARK: Advice

  private func advised(_ arguments: [String] = []) -> ToolRun {
    cost.run(["recommend", "-q", "-e", "dev", "jobs"] + arguments, in: folder)
  }

  private func codes(_ run: ToolRun) -> [String] {
    run.records("advice").map { record in
      String(record.components(after: "\"code\":\"").prefix(5)) + " "
        + String(record.components(after: "\"job\":\"").prefix { $0 != "\"" })
    }.sorted()
  }

  @Test("each advice has a saving and a patch that the rules take and that saves what it says")
  func advice() throws {
    project()
    let run = "  target: gcp.run\n  resources: {cpu: 4, memory: 8Gi}\n  expect: {duration: 20m}\n\(Self.image)"
    folder.write(Self.job("big", "  schedule: \"0 * * * *\"\n\(run)"), to: "jobs/big.yaml")
    folder.write(Self.job("twin", "  schedule: \"0 * * * *\"\n\(run)"), to: "jobs/twin.yaml")
    folder.write(
      Self.job(
        "fn",
        "  target: aws.lambda\n  schedule: \"*/5 1 * * *\"\n  resources: {memory: 8Gi}\n  expect: {duration: 10m}\n\(Self.ecr)"
      ),
      to: "jobs/fn.yaml")
    folder.write(
      Self.job(
        "task",
        "  target: aws.ecs\n  schedule: \"*/2 * * * *\"\n  resources: {cpu: 1, memory: 2Gi}\n  expect: {duration: 3s}\n\(Self.ecr)"
      ),
      to: "jobs/task.yaml")
    for number in 1...4 {
      folder.write(
        Self.job(
          "paused\(number)", "  target: gcp.run\n  schedule: \"\(number) 3 * * *\"\n  paused: true\n\(Self.image)"),
        to: "jobs/paused\(number).yaml")
    }
    folder.write("job,cpu_millis,memory_bytes\n-/dev/big,300,100\n-/dev/big,600,900000000\n", to: "peaks.csv")
    let found = advised(["--usage", "peaks.csv"])
    #expect(found.status == 0, "\(found.stderr)")
    let codes = codes(found)
    for code in [
      "CO210 -/dev/big", "CO220 -/dev/big", "CO240 -/dev/fn", "CO250 -/dev/task", "CO260 -/dev/paused1",
      "CO270 -/dev/twin",
      "CO280 -/dev/big",
    ] {
      #expect(codes.contains(code), "\(code) of \(codes)")
    }
    #expect(
      found.stdout.contains("memory 8Gi is used to 10 %, and 1152Mi is enough; cpu 4 is used to 15 %, and 1 is enough"))
    // The sizes of big, for dev alone.
    let patched = Tool.shell(
      """
      jobs-cost estimate -q -e dev -o csv jobs | awk -F, 'NR>1 {s += $15} END {printf "%.4f\\n", s}'
      jobs-cost recommend -q -e dev --usage peaks.csv --code CO210 --patch jobs | patch -sp1
      jobs-validate -q -e all -o human jobs/big.yaml >&2; echo $?
      jobs-validate -q -e dev jobs/big.yaml | grep -c '"cpuMillis":1000,"memoryBytes":1207959552'
      jobs-validate -q -e prod jobs/big.yaml | grep -c '"cpuMillis":4000,"memoryBytes":8589934592'
      jobs-cost estimate -q -e dev -o csv jobs | awk -F, 'NR>1 {s += $15} END {printf "%.4f\\n", s}'
      """, in: folder)
    let lines = patched.stdout.split(separator: "\n").map(String.init)
    #expect(lines.count == 5 && Array(lines[1...3]) == ["0", "1", "1"], "\(patched.stdout)\(patched.stderr)")
    let saving = found.records("advice").first { $0.contains("CO210") }?.components(after: "\"saving\":\"") ?? ""
    let told = Double(saving.prefix { $0 != "\"" }) ?? 0
    let before = Double(lines[0]) ?? 0
    let after = Double(lines[4]) ?? 0
    #expect(told > 1 && abs(before - after - told) < 0.01, "\(before) \(after) \(told)")
  }

  @Test("what a rule would find fault with, and what saves nothing, is not advised")
  func refused() {
    project()
    // An hour at most is a Lambda's image of one architecture; quiet hours in another zone are not ours to shift.
    folder.write(
      Self.job(
        "fn",
        "  target: aws.lambda\n  schedule: \"*/5 * * * *\"\n  resources: {memory: 128Mi}\n  expect: {duration: 1s}\n\(Self.ecr)"
      ),
      to: "jobs/fn.yaml")
    folder.write("job,memory_bytes\n-/dev/fn,1000\n", to: "peaks.csv")
    // All of it is within the free tier.
    #expect(codes(advised(["--usage", "peaks.csv"])).isEmpty)
    let none = advised(["-o", "human"])
    #expect(none.status == 0 && none.stdout == "nothing was found that saves 0.01 USD or more\n", "\(none.stdout)")
  }

  private static let images = """
    [
      {"package": "europe-west1-docker.pkg.dev/acme/jobs/report", "version": "sha256:01", "tags": "4f2a9c1, old",
       "createTime": "2020-01-01T00:00:00Z", "metadata": {"imageSizeBytes": "1073741824000"}},
      {"package": "europe-west1-docker.pkg.dev/acme/jobs/other", "version": "sha256:02", "tags": [],
       "createTime": "2020-01-01T00:00:00Z", "metadata": {"imageSizeBytes": "1073741824000"}}
      NEWER
    ]
    """

  @Test("images that nothing runs are told with what they cost, but not where another environment may run them")
  func images() {
    project()
    folder.write(Self.job("a", "  target: gcp.run\n\(Self.image)"), to: "jobs/a.yaml")
    let newer = (10...30).map { day in
      #",{"package": "europe-west1-docker.pkg.dev/acme/jobs/report", "version": "sha256:\#(day)", "tags": ["v\#(day)"],"#
        + #""uploadTime": "2024-01-\#(day)T00:00:00Z", "metadata": {"imageSizeBytes": "1073741824"}}"#
    }
    folder.write(Self.images.replacing("NEWER", with: newer.joined(separator: "\n")), to: "images.json")
    let found = cost.run(["recommend", "-q", "--code", "CO290", "--images", "images.json", "jobs"], in: folder)
    #expect(found.status == 0, "\(found.stderr)")
    // 21 newer ones, of which ten stay; the one that the job names stays, and so does a repository that is not ours.
    #expect(found.records("advice").count == 1, "\(found.stdout)")
    let advice = found.records("advice").first ?? ""
    #expect(advice.contains(#""code":"CO290","message":"11 images of 'europe-west1-docker.pkg.dev/acme/jobs/report'"#))
    // 11 GB at 0.10, above what is free.
    #expect(advice.contains(#""saving":"1.1","currency":"USD","edits":[]"#), "\(advice)")
    let dev = cost.run(["recommend", "-e", "dev", "--code", "CO290", "--images", "images.json", "jobs"], in: folder)
    #expect(dev.records("advice").isEmpty && dev.stderr.contains("images are not judged"), "\(dev.stderr)")
    for (text, words) in [
      ("{}", "'images.json' is JSON, but no list of images that is known"), ("[", "'images.json' is no JSON"),
      (#"[{"package": "a"}]"#, "'images.json': image 1 has no name, no size or no time"),
      (#"{"imageDetails": [{"registryId": "1"}]}"#, "'images.json': image 1 has no name"),
    ] {
      folder.write(text, to: "images.json")
      let wrong = cost.run(["recommend", "--images", "images.json", "jobs"], in: folder)
      #expect(wrong.status == 2 && wrong.stdout.isEmpty && wrong.stderr.contains(words), "\(wrong.stderr)")
    }
  }

  @Test("what runs of the history used is known from five of them on, and --usage goes before it")
  func history() throws {
    project()
    let head = Self.job("copy", "  resources: {cpu: 4, memory: 8Gi}\n")
    // A process that holds 100 MB for a while, as the job did on a host before it moved.
    folder.write(
      head + "  command: \"head -c 100000000 /dev/zero | tail -c 100000000 | (sleep 0.2; wc -c)\"\n",
      to: "old/copy.yaml")
    folder.write(
      head + "  target: gcp.run\n  schedule: \"0 * * * *\"\n  expect: {duration: 20m}\n\(Self.image)",
      to: "jobs/copy.yaml")
    let arguments = ["--state", "state", "--code", "CO210", "--assume", "20m", "--no-free-tier"]
    let runs = { (count: Int) in
      Tool.shell(
        "for n in $(seq \(count)); do jobs-run now -q -e dev --state state copy old || exit; done", in: folder)
    }
    #expect(runs(4).status == 0)
    #expect(codes(advised(arguments)).isEmpty)
    let last = runs(1)
    #expect(last.status == 0, "\(last.stderr)")
    let found = advised(arguments)
    #expect(codes(found) == ["CO210 -/dev/copy"], "\(found.stdout)\(found.stderr)")
    #expect(found.stdout.contains("and 512Mi is enough; cpu 4 is used to "), "\(found.stdout)")
    #expect(found.stdout.contains(", by 5 runs of the history\""), "\(found.stdout)")
    #expect(codes(advised(arguments + ["--no-history"])).isEmpty)
    // A monitoring system that says that all of it is needed.
    folder.write("job,cpu_millis,memory_bytes\n-/dev/copy,4000,8589934592\n", to: "peaks.csv")
    #expect(codes(advised(arguments + ["--usage", "peaks.csv"])).isEmpty)
    let page = Tool.shell("jobs-run show --state state -o human copy | grep '^memory:'", in: folder)
    let shown = page.stdout.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    #expect((95..<400).contains(shown), "\(page.stdout)\(page.stderr)")
  }

  @Test("a file of what runs used that is not understood is refused with its line")
  func usage() {
    project()
    folder.write(Self.job("a", "  target: gcp.run\n\(Self.image)"), to: "jobs/a.yaml")
    for (text, words) in [
      ("", "there is no column 'job'"), ("job\na\n", "neither a column 'cpu_millis' nor 'memory_bytes'"),
      ("job,cpu_millis\na,x\n", "line 2: 'x' is no whole number"),
      ("job,cpu_millis\na\n", "line 2: the row has 1 fields"),
      ("job,cpu_millis\na,-1\n", "line 2: '-1' is no whole number"),
    ] {
      folder.write(text, to: "peaks.csv")
      let found = advised(["--usage", "peaks.csv"])
      #expect(found.status == 2 && found.stdout.isEmpty && found.stderr.contains(words), "\(found.stderr)")
    }
    for arguments in [["--code", "CO999"], ["--least", "-1"], ["-"], ["--usage", "nowhere"]] {
      #expect(advised(arguments).status == 2, "\(arguments)")
    }
  }
}

extension String {
  /// What stands behind the first occurrence of a text; nothing where it does not occur.
  fileprivate func components(after text: String) -> Substring {
    var rest = self[...]
    while !rest.isEmpty, !rest.hasPrefix(text) { rest = rest.dropFirst() }
    return rest.dropFirst(text.count)
  }
}

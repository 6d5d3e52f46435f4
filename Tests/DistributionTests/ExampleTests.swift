import JobsCore
import Testing

/// Every file of `examples/` is run or checked.
@Suite struct ExampleTests {
  private static func validate(_ arguments: String, in folder: String) async throws -> Shell.Outcome {
    try await Shell.run(
      "\"$TOOLS/jobs-validate\" check --output human \(arguments)", in: "\(Shell.repository)/examples/\(folder)")
  }

  @Test func `each format has an example without a fault, and it is the one that the tool prints`() async throws {
    let checked = try await Self.validate("--fail-on info .", in: "formats")
    #expect(checked.status == 0, "\(checked.all)")
    let files = [
      "jobs": "jobs.yaml", "crontopus": "prod/crontopus.yaml", "cloudrun": "cloudrun.yaml", "jobfile": "jobfile.json",
      "crontab": "host.crontab",
    ]
    for (format, file) in files {
      let same = try await Shell.run("\"$TOOLS/jobs-validate\" example \(format) | cmp - examples/formats/\(file)")
      #expect(same.status == 0, "\(same.all)")
    }
    let found = try await Shell.run("find examples/formats -type f | wc -l")
    #expect(found.output == "\(files.count)\n")
  }

  @Test(arguments: ["dev", "prod", "all"])
  func `the project has no fault in any environment`(environment: String) async throws {
    let checked = try await Self.validate("--fail-on warning --env \(environment)", in: "project")
    #expect(checked.status == 0, "\(checked.all)")
  }

  @Test func `the jobs of a daemon have no fault, show every key of the engine, and run`() async throws {
    let checked = try await Self.validate("--fail-on info .", in: "daemon")
    #expect(checked.status == 0, "\(checked.all)")
    let text = try await Shell.run("cat examples/daemon/jobs.yaml examples/daemon/jobs/*.yaml").output
    for key in [
      "concurrency: forbid", "concurrency: {queue:", "concurrency: replace", "locks:", "pools:", "priority:", "jitter:",
      "grace:", "missed:", "splay:", "retry:", "perClass:", "breaker:", "fallback:", "deadLetter:", "quietHours:",
      "nice:",
      "limits:", "failures:",
    ] { #expect(text.contains(key), "'\(key)' is missing") }
    let state = ScratchFolder()
    let ran = try await Shell.run(
      """
      jobs=$(grep -c '^kind: Job$' examples/daemon/jobs/*.yaml | awk -F : '{ count += $2 } END { print count }')
      test "$("$TOOLS/jobs-run" daemon --dry-run examples/daemon | grep -c '"type":"fire"')" -eq "$jobs"
      "$TOOLS/jobs-run" daemon --once examples/daemon
      "$TOOLS/jobs-run" now --all examples/daemon --output human
      """, environment: ["JOBS_STATE_DIR": state.path(of: "state")])
    #expect(ran.status == 0, "\(ran.all)")
    #expect(ran.output.contains("fetched in attempt 2") && ran.output.contains("jobs: "), "\(ran.all)")
  }

  @Test func `the jobs of a host have no fault, and are deployed to a crontab as often as one likes`() async throws {
    let checked = try await Self.validate("--fail-on info .", in: "host")
    #expect(checked.status == 0, "\(checked.all)")
    let folder = ScratchFolder()
    let applied = try await Shell.run(
      """
      deploy() { "$TOOLS/jobs-deploy" "$@" --crontab \(folder.path)/table examples/host; }
      deploy apply --yes && deploy plan --exit-code && deploy drift && grep -c '^# jobs: ' \(folder.path)/table
      """, environment: ["JOBS_STATE_DIR": folder.path(of: "state"), "TZ": "Europe/Berlin"])
    #expect(applied.status == 0 && applied.lines.last == "3", "\(applied.all)")
  }

  @Test(arguments: ["alerts", "cloud-run", "containers", "cost", "events", "lambda"], ["dev", "prod"])
  func `the jobs of a cloud have no fault in any environment`(folder: String, environment: String) async throws {
    let checked = try await Self.validate("--fail-on warning --env \(environment)", in: folder)
    #expect(checked.status == 0, "\(checked.all)")
  }

  @Test func `the demonstration runs, and ends well though one job fails at first`() async throws {
    let state = ScratchFolder()
    let ran = try await Shell.run(
      "examples/demo/run", environment: ["JOBS_BIN": Shell.tools, "JOBS_STATE_DIR": state.path(of: "state")])
    #expect(ran.status == 0, "\(ran.all)")
    for words in ["packed 2 files", "imported in attempt 2", "good morning from job"] {
      #expect((ran.output + ran.errors).contains(words), "'\(words)' is missing\n\(ran.all)")
    }
    let runs = try await Shell.run(
      "\"$TOOLS/jobs-run\" runs --output ndjson", environment: ["JOBS_STATE_DIR": state.path(of: "state")])
    #expect(
      runs.lines.contains {
        $0.contains("/flaky-import\"") && $0.contains("\"state\":\"succeeded\"") && $0.contains("\"attempt\":2")
      }, "\(runs.all)")
  }

  @Test func `one bill comes to the same by job in every shape that is read`() async throws {
    let bills = try await Shell.run("cd examples/bills && ls").lines.map(String.init)
    #expect(bills.count == 6)
    for bill in bills {
      let found = try await Shell.run(
        "\"$TOOLS/jobs-cost\" actual -q --output csv examples/bills/\(bill) | cut -d , -f 1,5")
      // Cost Explorer's groups and tables without resources leave it to nobody.
      let isNamed = !["aws-cost-explorer.json", "google-standard.csv"].contains(bill)
      let named = ["job,amount", ",1.25", "nightly-report,0.9361", "hourly-sync,0.0873", "import,0.0033"]
      let unnamed = ["job,amount", ",1.3373", "nightly-report,0.9361", "import,0.0033"]
      #expect(
        found.lines.map(String.init) == (isNamed ? named : unnamed),
        "\(bill): \(found.all)")
    }
  }

  /// A pipeline, its arguments, how it ends, and words it prints.
  static let pipelines: [(script: String, arguments: String, status: Int32, words: [String])] = [
    ("gate.sh", "examples/project/jobs REPORT", 0, ["the jobs in 'examples/project/jobs' may be deployed"]),
    ("gate.sh", "examples/demo REPORT", 1, []),
    (
      "cost-gate.sh", "examples/cloud-run examples/cloud-run REPORT 0", 0,
      ["the jobs may cost 0.00 USD, to 0.30 USD in 2027-03"]
    ),
    ("cost-gate.sh", "examples/host examples/cloud-run REPORT 0", 1, []),
    ("run-team.sh", "examples/demo data", 0, ["flaky-import"]),
    ("schedule-overview.sh", "examples/formats", 0, ["nightly-report\tlocal\t30 4 * * * UTC", "report\tgcp.run"]),
    ("failed-runs.sh", "examples/demo", 0, []),
    ("failed-runs.sh", "JOBS", 1, ["-/-/broken: application"]),
  ]

  @Test(.enabled(if: Shell.has("jq"), "'jq' is not installed"), arguments: pipelines.indices)
  func `a pipeline does what it says`(index: Int) async throws {
    let pipeline = Self.pipelines[index]
    let folder = ScratchFolder()
    try folder.write(#"{"name": "broken", "schedule": "0 9 * * *", "command": "exit 7"}"#, to: "broken.json")
    let arguments = pipeline.arguments.split(separator: " ").map { word in
      word == "REPORT"
        ? folder.path(of: "report.sarif") : word == "JOBS" ? folder.path(of: "broken.json") : String(word)
    }
    let ran = try await Shell.run(
      "examples/pipelines/\(pipeline.script) \(arguments.joined(separator: " "))",
      environment: ["PATH": "\(Shell.tools):\(Shell.searchPath)", "JOBS_STATE_DIR": folder.path(of: "state")])
    #expect(ran.status == pipeline.status, "\(ran.all)")
    for words in pipeline.words { #expect(ran.output.contains(words), "\(ran.all)") }
    if pipeline.script == "gate.sh", pipeline.status == 0 {
      #expect(folder.text(of: "report.sarif").contains("\"2.1.0\""))
    }
  }

  @Test func `every pipeline is in the table, and every script is a shell's`() async throws {
    let scripts = try await Shell.run("cd examples/pipelines && ls").lines.map(String.init)
    #expect(Set(scripts) == Set(Self.pipelines.map(\.script)))
    let read = try await Shell.run(
      "for script in examples/pipelines/*.sh examples/demo/run; do sh -n $script && test -x $script; done")
    #expect(read.status == 0, "\(read.all)")
  }

  @Test func `the paths of an audit's organisation end where a deny policy stands`() async throws {
    func principals(_ files: String) async throws -> [String] {
      let found = try await Shell.run(
        "cd examples/audit && \"$TOOLS/jobs-audit\" paths \(files) --privileged -o csv | cut -d, -f5 | sed 1d")
      return found.lines.map(String.init)
    }
    #expect(try await principals("organization.ndjson") == ["group:data@acme.example"])
    #expect(try await principals("organization.ndjson deny.json") == [])
  }

  @Test func `the log of an audit's account shows who was denied, and what came of that`() async throws {
    let found = try await Shell.run(
      "\"$TOOLS/jobs-audit\" access examples/audit/events.ndjson -o csv | cut -d, -f2 | sed 1d")
    #expect(found.lines.map(String.init) == ["LG108", "LG111", "LG101"], "\(found.all)")
  }

  @Test(arguments: [
    ("account.json", ["AI104", "AI108", "AI207"]), ("workloads.json", ["AI145", "AI143"]),
    ("assets.ndjson", ["GI102", "GI107", "GI101", "GI113"]),
    ("credentials.csv --as-of 2026-11-22T12:00:00Z", ["AI201", "AI202", "AI204", "AI203", "AI205", "AI206"]),
  ])
  func `the inputs of an audit have what they are there to show`(file: String, codes: [String]) async throws {
    let found = try await Shell.run("\"$TOOLS/jobs-audit\" iam examples/audit/\(file) -o csv | cut -d, -f2 | sed 1d")
    #expect(found.lines.map(String.init) == codes, "\(found.all)")
  }
}

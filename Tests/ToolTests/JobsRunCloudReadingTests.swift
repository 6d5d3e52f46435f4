import TestSupport
import Testing

/// `runs`, `show`, `logs`, `cancel` and `list` of what ran in Cloud Run, as users run them, with the double as Google.
@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)")) struct JobsRunCloudReadingTests {
  private let world: CloudRunWorld

  init() throws {
    world = try #require(CloudRunWorld())
    world.write(regions: "[europe-west1, us-central1]")
    world.deploy(Self.other)
  }

  private static let other = "projects/acme-prod/locations/us-central1/jobs/report"

  /// Starts a job as somebody else would.
  private func startElsewhere(_ job: String = CloudRunWorld.job) -> String {
    let client = LoopbackClient(world.double.port("run"))
    let reply = client.send(
      "POST", "/v2/\(job):run", ["Authorization: Bearer \(world.double.token())", "Content-Type: application/json"],
      body: "{}")
    return reply.text("metadata.name").flatMap { $0.split(separator: "/").last.map(String.init) } ?? "-"
  }

  /// Looks at an execution, so that its time goes by.
  private func pass(_ id: String, _ job: String = CloudRunWorld.job) {
    let client = LoopbackClient(world.double.port("run"))
    for _ in 0..<4 {
      _ = client.send(
        "GET", "/v2/\(job)/executions/\(id)", ["Authorization: Bearer \(world.double.token())"])
    }
  }

  @Test func `runs of every region are listed beside those of this host, each once, and sorted and paged`() throws {
    #expect(world.run(["now", "report", "jobs", "-e", "prod", "--region", "europe-west1"]).status == 0)
    let first = startElsewhere()
    let second = startElsewhere(Self.other)
    pass(first)
    pass(second, Self.other)
    #expect(world.run(["runs"]).records("execution").count == 1)
    let all = world.run(["runs", "-e", "prod"])
    #expect(all.status == 0, "\(all.stderr)")
    try #require(all.records("execution").count == 3, "\(all.stdout)")
    let page = world.run(["runs", "-e", "prod", "--limit", "1", "--offset", "1"])
    #expect(page.records("execution") == [all.records("execution")[1]] && page.stderr.contains("--offset 2 goes on"))
    #expect(
      world.run(["runs", "-e", "prod", "--region", "us-central1"]).records("execution").contains { $0.contains(second) }
    )
    #expect(world.run(["runs", "report", "-e", "prod", "-l", "team=data"]).records("execution").count == 3)
    #expect(world.run(["runs", "-e", "prod", "-l", "team=ops"]).records("execution").isEmpty)
    #expect(world.run(["runs", "-e", "prod", "--status", "failed"]).records("execution").isEmpty)
    #expect(world.run(["runs", "-e", "prod", "--count", "state"]).stdout.contains(#""state":"succeeded","runs":3"#))
    // The same each time it is read.
    #expect(world.run(["runs", "-e", "prod"]).records("execution") == all.records("execution"))
  }

  @Test func `an execution is shown and its logs are read by the cloud's own id`() {
    #expect(world.double.outcome(#"{"result":"failed","exitCode":7,"lines":["one","two"],"errors":["oh"]}"#))
    let id = startElsewhere()
    pass(id)
    let show = world.run(["show", id, "-e", "prod"])
    #expect(show.status == 0 && show.stdout.contains(#""state":"failed""#), "\(show.stderr)")
    #expect(show.stdout.contains(#""exitCode":7"#) && show.stdout.contains(#""class":"application""#), "\(show.stdout)")
    let logs = world.run(["logs", id, "-e", "prod", "-o", "human", "--stream", "stdout"])
    #expect(logs.stdout == "one\ntwo\n", "\(logs.stderr)")
    #expect(
      world.run(["logs", "report", "-e", "prod", "--tail", "1", "--stream", "stdout", "-o", "human"]).stdout == "two\n")
    #expect(world.run(["logs", id, "-e", "prod", "--grep", "oh"]).records("log").count == 1)
    #expect(world.run(["logs", id, "-e", "prod", "--follow", "-o", "human"]).stdout.contains("oh"))
    let unknown = world.run(["show", "report-nowhere", "-e", "prod"])
    #expect(unknown.status == 2, "\(unknown.stderr)")
  }

  @Test func `a run that was left to the cloud is asked for there, and settled`() {
    #expect(world.double.outcome(#"{"result":"succeeded","lines":["one"]}"#))
    #expect(world.run(["now", "report", "jobs", "-e", "prod", "--region", "europe-west1", "--detach"]).status == 0)
    #expect(world.run(["runs"]).stdout.contains(#""state":"running""#))
    #expect(world.waits { world.run(["show", "report"]).stdout.contains(#""state":"succeeded","exitCode":0"#) })
    // From then on the history knows it.
    #expect(world.run(["runs"]).stdout.contains(#""state":"succeeded""#))
    #expect(world.run(["logs", "report", "-o", "human"]).stdout == "one\n")
  }

  @Test func `what runs in a cloud is cancelled there, whoever began it`() {
    #expect(world.double.outcome(#"{"result":"running"}"#))
    let id = startElsewhere()
    let cancel = world.run(["cancel", id, "-e", "prod"])
    #expect(cancel.status == 0 && cancel.stdout.contains(#""state":"cancelled""#), "\(cancel.stdout) \(cancel.stderr)")
    #expect(world.run(["now", "report", "jobs", "-e", "prod", "--region", "europe-west1", "--detach"]).status == 0)
    let own = world.run(["cancel", "report"])
    #expect(own.status == 0 && own.stdout.contains(#""state":"cancelled""#), "\(own.stdout) \(own.stderr)")
    #expect(world.double.count("run.projects.locations.jobs.executions.cancel") == 2)
    #expect(world.run(["cancel", id, "-e", "prod"]).status == 2)
    #expect(world.folder.text(of: "state/audit.ndjson")?.contains("cancel") ?? true)
  }

  @Test func `jobs are listed with their last runs in clouds where that is asked for, with a call a region`() {
    let id = startElsewhere()
    pass(id)
    world.double.forgetRequests()
    let plain = world.run(["list", "-e", "prod", "jobs"])
    #expect(plain.status == 0 && world.double.count() == 0, "a list without --live asked a cloud")
    let shown = world.run(["list", "-e", "prod", "jobs", "-o", "human"]).stdout
    #expect(shown.contains(" gcp.run europe-west1 ") && shown.contains(" gcp.run us-central1 "), "\(shown)")
    let live = world.run(["list", "--live", "-e", "prod", "jobs"])
    #expect(live.status == 0 && live.stdout.contains(id), "\(live.stdout) \(live.stderr)")
    #expect(world.double.count("run.*") == 2)
  }

  @Test func `a job of two regions has a last run in each, of this host and of others`() throws {
    #expect(world.run(["now", "report", "jobs", "-e", "prod", "--region", "europe-west1"]).status == 0)
    let elsewhere = startElsewhere(Self.other)
    pass(elsewhere, Self.other)
    func rows(_ words: [String]) -> [[Substring]] {
      let shown = world.run(["list", "-e", "prod", "jobs", "-o", "human"] + words).stdout
      return shown.split(separator: "\n").dropFirst().map { $0.split(separator: " ") }
    }
    // What this host began is told of the region where it ran, and of no other.
    let own = rows([])
    #expect(own.count == 2 && own[0].contains("succeeded") && !own[1].contains("succeeded"), "\(own)")
    #expect(rows(["--live"]).allSatisfy { $0.contains("succeeded") })
    let live = world.run(["list", "--live", "-e", "prod", "jobs"]).records("execution")
    try #require(live.count == 2, "\(live)")
    #expect(!live[0].contains(elsewhere) && live[1].contains(elsewhere), "\(live)")
  }

  @Test func `several environments are asked at once, or all, and each run is told of its own`() throws {
    let dev = "projects/acme-dev/locations/europe-west1/jobs/report"
    world.folder.write(
      """
      apiVersion: jobs/v1
      kind: Project
      metadata: {name: acme}
      environments:
        dev: {gcp: {project: acme-dev, regions: [europe-west1]}}
        prod: {gcp: {project: acme-prod, regions: [europe-west1]}}
        test: {gcp: {project: acme-test, regions: [europe-west1]}}

      """, to: "jobs.yaml")
    for name in [dev, dev.replacing("acme-dev", with: "acme-test")] { world.deploy(name) }
    let first = startElsewhere(dev)
    let second = startElsewhere()
    let third = startElsewhere(dev.replacing("acme-dev", with: "acme-test"))
    func seen(_ words: [String]) -> [String] {
      let runs = world.run(["runs"] + words)
      #expect(runs.status == 0, "\(runs.stderr)")
      return [("dev", first), ("prod", second), ("test", third)].filter { environment, id in
        runs.records("execution").contains { $0.contains(id) && $0.contains(#""job":"-/\#(environment)/report""#) }
      }.map(\.0)
    }
    #expect(seen(["-e", "dev,prod"]) == ["dev", "prod"])
    #expect(seen(["-e", "test", "-e", "dev"]) == ["dev", "test"])
    #expect(seen(["-e", "all"]) == ["dev", "prod", "test"])
    #expect(seen(["-e", "all", "-l", "env=prod"]) == ["prod"])
    let page = world.run(["runs", "-e", "all", "--sort", "job", "--limit", "2", "--offset", "1"]).records("execution")
    #expect(page.count == 2 && page[0].contains("-/prod/") && page[1].contains("-/test/"), "\(page)")
    #expect(world.run(["show", second, "-e", "dev,prod"]).stdout.contains(second))
    #expect(world.run(["runs", "-e", "dev,nowhere"]).stderr.contains("nowhere"))
    for words in [["-e", "all,dev"], ["-e", ""], ["-e", "dev,"]] { #expect(world.run(["runs"] + words).status == 2) }
    // A run of this host is of its environment too.
    #expect(world.run(["now", "report", "jobs", "-e", "dev"]).status == 0)
    #expect(world.run(["runs", "-e", "prod,test"]).records("execution").count == 2)
    #expect(world.run(["runs", "-e", "dev,prod"]).records("execution").count == 3)
  }

  @Test func `nothing is asked of a cloud that was not named`() {
    world.double.forgetRequests()
    for words in [
      ["runs"], ["show", "report"], ["logs", "report"], ["cancel", "report"], ["list", "jobs", "-e", "prod"],
    ] {
      _ = world.run(words)
    }
    #expect(world.double.count() == 0)
    #expect(world.run(["runs", "--from", "jobs"]).status == 2)
  }

  /// An environment beside 'prod' in a project whose executions nobody may list, and one in AWS where nothing listens.
  private func writeUnreadable() {
    world.folder.write(
      """
      apiVersion: jobs/v1
      kind: Project
      metadata: {name: acme}
      environments:
        dev: {gcp: {project: acme-dev, regions: [europe-west1]}}
        prod: {gcp: {project: acme-prod, regions: [europe-west1]}}
        test: {aws: {account: "111122223333", region: eu-west-1}}

      """, to: "jobs.yaml")
    world.folder.write(
      CloudRunWorld.manifest + """
          environments: {test: {target: local, image: null, args: null, command: [/bin/true]}}

        """, to: "jobs/report.yaml")
    world.folder.write(
      CloudRunWorld.manifest.replacing("name: report", with: "name: task, annotations: {jobs/cluster: c}").replacing(
        "gcp.run", with: "aws.ecs"
      ).replacing(
        "image: europe-docker.pkg.dev/acme-prod/jobs/report:1",
        with: "image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/task:1"), to: "jobs/task.yaml")
    #expect(world.double.set(#"{"denied":["run.executions.*@projects/acme-dev","run.jobs.list@projects/acme-dev"]}"#))
  }

  private func runBesideDead(_ words: [String]) -> ToolRun {
    Tool("jobs-run").run(
      words, in: world.folder,
      environment: world.environment.merging([
        "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "none", "AWS_REGION": "eu-west-1",
        "AWS_ENDPOINT_URL": "http://127.0.0.1:1", "AWS_MAX_ATTEMPTS": "1", "AWS_EC2_METADATA_DISABLED": "true",
      ]) { $1 })
  }

  @Test func `places that cannot be read are named, the others are shown, and the status is 4`() throws {
    writeUnreadable()
    let id = startElsewhere()
    pass(id)
    let runs = runBesideDead(["runs", "-e", "all"])
    #expect(runs.status == 4 && runs.records("execution").count == 1, "\(runs.stdout) \(runs.stderr)")
    #expect(runs.records("execution").first?.contains(id) == true)
    let faults = runs.records("diagnostic")
    try #require(faults.count == 2, "\(runs.stdout)")
    #expect(faults.allSatisfy { $0.contains(#""code":"PL101","severity":"error""#) }, "\(faults)")
    #expect(faults[0].contains("'aws.ecs/111122223333/eu-west-1/c' could not be read"), "\(faults)")
    #expect(faults[1].contains("'gcp.run/acme-dev/europe-west1' could not be read"), "\(faults)")
    #expect(faults[1].contains(#""file":"jobs/report.yaml""#) && faults[1].contains(#""envs":["dev"]"#), "\(faults)")
    #expect(faults[1].contains("roles/run.viewer"), "\(faults)")
    #expect(runs.records("end").first?.contains(#""ok":false"#) == true, "\(runs.stdout)")
    #expect(
      runs.stderr.contains("error: 'aws.ecs/111122223333/eu-west-1/c' could not be read: cannot ")
        && runs.stderr.contains("permission 'run.executions.list' is missing"), "\(runs.stderr)")
    let quiet = runBesideDead(["runs", "-e", "all", "-q", "-o", "ndjson"])
    #expect(quiet.status == 4 && quiet.stderr.isEmpty && quiet.records("diagnostic").count == 2)
    let table = runBesideDead(["runs", "-e", "all", "-q", "-o", "human"])
    #expect(table.status == 4 && table.stdout.contains(id) && table.stderr.contains("acme-dev"), "\(table.stderr)")
    let list = runBesideDead(["list", "--live", "-e", "all", "jobs"])
    #expect(list.status == 4 && list.stdout.contains(id) && list.records("diagnostic").count == 2, "\(list.stderr)")
  }

  @Test func `what is asked of one run fails only where the answer may be in a place that cannot be read`() {
    writeUnreadable()
    #expect(world.double.outcome(#"{"result":"running"}"#))
    let id = startElsewhere()
    for word in [id, "prod/report"] {
      let show = runBesideDead(["show", word, "-e", "all"])
      #expect(show.status == 0 && show.stdout.contains(id) && show.records("diagnostic").isEmpty, "\(show.stderr)")
    }
    for words in [["show", "report-other"], ["logs", "report-other"], ["cancel", "report-other"]] {
      let run = runBesideDead(words + ["-e", "all"])
      #expect(run.status == 4 && run.stdout.isEmpty, "\(run.stdout) \(run.stderr)")
      #expect(
        run.stderr.contains("'gcp.run/acme-dev/europe-west1' could not be read")
          && run.stderr.contains("known"), "\(run.stderr)")
    }
    // Where none of the places that a job is in can be read, nothing is known.
    for words in [["show", "dev/report"], ["logs", "dev/report"], ["cancel", "dev/report"]] {
      let run = runBesideDead(words + ["-e", "all"])
      #expect(run.status == 3 && run.stderr.contains("run.executions.list"), "\(run.stderr)")
    }
    let cancel = runBesideDead(["cancel", "prod/report", "-e", "all"])
    #expect(cancel.status == 0 && cancel.stdout.contains(#""state":"cancelled""#), "\(cancel.stdout) \(cancel.stderr)")
  }

  @Test func `a job of several regions is shown by those that can be read, and not as if they were all`() {
    let id = startElsewhere()
    pass(id)
    #expect(
      world.double.set(#"{"denied":["run.executions.list@projects/acme-prod/locations/us-central1"]}"#))
    for words in [["show", "report"], ["logs", "report"], ["logs", "report", "--since", "1d"]] {
      let run = world.run(words + ["-e", "prod"])
      #expect(run.status == 4 && run.records("diagnostic").count == 1, "\(run.stdout) \(run.stderr)")
      #expect(run.records("end").first?.contains(#""ok":false"#) == true)
    }
    #expect(world.run(["show", "report", "-e", "prod"]).stdout.contains(id))
    #expect(world.run(["show", id, "-e", "prod"]).status == 0)
    #expect(world.run(["show", "report", "-e", "prod", "--region", "europe-west1"]).status == 0)
  }

  @Test func `a permission that is missing is named with the role that has it`() {
    #expect(world.double.set(#"{"denied":["run.executions.list"]}"#))
    let run = world.run(["runs", "-e", "prod"])
    #expect(run.status == 3 && run.stderr.contains("run.executions.list"), "\(run.stderr)")
  }
}

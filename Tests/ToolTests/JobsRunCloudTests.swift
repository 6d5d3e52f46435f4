import Glibc
import TestSupport
import Testing

/// `jobs-run now` of jobs in Cloud Run, as users run it, with the double as Google.
@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)")) struct JobsRunCloudTests {
  private let world: CloudRunWorld

  init() throws { world = try #require(CloudRunWorld()) }

  @Test func `a job runs in the cloud, its logs are shown and kept, and its record is that of a run`() throws {
    #expect(world.double.outcome(#"{"result":"succeeded","lines":["one","two"],"errors":["oh"],"late":["late"]}"#))
    let run = world.run(["now", "report", "jobs", "-e", "prod"])
    #expect(run.status == 0, "\(run.stderr)")
    // Each line once, however often the logs are read, and what comes late too.
    for line in ["one", "two", "oh", "late"] {
      #expect(run.stderr.split(separator: "\n").count { $0 == line } == 1, "\(line): \(run.stderr)")
    }
    let record = try #require(run.records("execution").first)
    for part in [
      #""job":"-/prod/report""#, #""backend":"gcp.run""#, #""trigger":"manual""#, #""state":"succeeded","exitCode":0"#,
      #""remote":"projects/acme-prod/locations/europe-west1/jobs/report/executions/report-"#,
      #""logsURL":"https://console.cloud.google.com/"#,
    ] { #expect(record.contains(part), "\(record)") }
    let logs = world.run(["logs", "report", "--stream", "stdout", "-o", "human"])
    #expect(logs.stdout == "one\ntwo\nlate\n", "\(logs.stderr)")
    #expect(world.run(["runs", "-o", "human"]).stdout.contains("succeeded"))
  }

  @Test(
    "the status is the container's own, 124 for a timeout, and 143 where somebody cancelled it",
    arguments: [
      (#"{"result":"failed","exitCode":3}"#, 3, #""state":"failed","reason":"the container exited"#),
      (#"{"result":"failed","cause":"timeout"}"#, 124, #""class":"timeout""#),
      (#"{"result":"failed","cause":"memory"}"#, 137, #""class":"resource""#),
    ] as [(String, Int32, String)])
  func statuses(_ outcome: String, _ status: Int32, _ part: String) {
    #expect(world.double.outcome(outcome))
    let run = world.run(["now", "report", "jobs", "-e", "prod"])
    #expect(run.status == status && run.stdout.contains(part), "\(run.stdout) \(run.stderr)")
    #expect(run.stdout.contains(#""exitCode":\#(status)"#))
  }

  @Test func `options change one execution, and what the job has stays`() throws {
    let run = world.run([
      "now", "report", "jobs", "-e", "prod", "--tasks", "3", "--timeout", "90s", "--arg", "--day", "--arg", "x",
      "--set-env", "LEVEL=full", "--set-env", "API_TOKEN=s3cr3t-s3cr3t-s3cr3t",
    ])
    #expect(run.status == 0, "\(run.stderr)")
    let sent = world.double.requests("run.projects.locations.jobs.run").body
    for part in [#""taskCount":3"#, #""timeout":"90s""#, #""args":["run","--day","x"]"#, #""LEVEL""#, #""JOBS_EXECUTION""#] {
      #expect(sent.contains(part), "\(part) \(sent)")
    }
    let record = try #require(run.records("execution").first)
    #expect(record.contains(#""tasks":{"count":3,"#) && record.contains(#""LEVEL":"full""#), "\(record)")
    #expect(!(run.stdout + run.stderr).contains("s3cr3t"))
    #expect(world.double.state("run", CloudRunWorld.job).body.contains(#""taskCount":1"#))
  }

  @Test func `a start whose answer gets lost is found, and not asked for again`() {
    #expect(world.double.fault(#"{"reset":"after","match":"run.projects.locations.jobs.run","times":1}"#))
    let run = world.run(["now", "report", "jobs", "-e", "prod"])
    #expect(run.status == 0 && run.records("execution").count == 1, "\(run.stderr)")
    #expect(world.double.count("run.projects.locations.jobs.run") == 1)
    #expect(world.executions == 1)
  }

  @Test func `a start that never arrived is said to be in doubt, and not asked for again`() {
    #expect(world.double.fault(#"{"code":503,"match":"run.projects.locations.jobs.run","times":9}"#))
    let run = world.run(["now", "report", "jobs", "-e", "prod"])
    #expect(run.status == 125 && run.stdout.contains(#""state":"lost""#), "\(run.stdout) \(run.stderr)")
    #expect(run.stderr.contains("look before you try again"), "\(run.stderr)")
    #expect(world.double.count("run.projects.locations.jobs.run") == 1 && world.executions == 0)
  }

  @Test func `who may run jobs, and not change how they run, runs them as they are`() {
    #expect(world.double.set(#"{"denied":["run.jobs.runWithOverrides"]}"#))
    let plain = world.run(["now", "report", "jobs", "-e", "prod"])
    #expect(plain.status == 0 && world.executions == 1, "\(plain.stderr)")
    let changed = world.run(["now", "report", "jobs", "-e", "prod", "--tasks", "2"])
    #expect(changed.status == 125 && world.executions == 1)
    #expect(changed.stderr.contains("run.jobs.runWithOverrides"), "\(changed.stderr)")
  }

  @Test func `an interrupt asks the execution to end, once, and waits for that`() throws {
    #expect(world.double.outcome(#"{"result":"running","lines":["begun"]}"#))
    let run = world.start(["now", "report", "jobs", "-e", "prod"])
    #expect(world.waits { run.words.contains("begun") }, "\(run.words)")
    run.signal(SIGINT)
    let end = run.wait()
    #expect(end.status == 128 + SIGINT && end.signal == SIGINT, "\(end.stderr)")
    #expect(end.stderr.contains("the execution was asked to end"))
    #expect(end.stdout.contains(#""state":"cancelled","reason":"this process was ended by SIGINT""#), "\(end.stdout)")
    #expect(world.double.count("run.projects.locations.jobs.executions.cancel") == 1)
    #expect(world.run(["runs", "--status", "cancelled"]).records("execution").count == 1)
  }

  @Test func `a second interrupt leaves at once, and the run is still known`() throws {
    #expect(world.double.outcome(#"{"result":"running","lines":["begun"]}"#))
    let run = world.start(["now", "report", "jobs", "-e", "prod"])
    #expect(world.waits { run.words.contains("begun") }, "\(run.words)")
    #expect(
      world.double.fault(#"{"slow":"30s","match":"run.projects.locations.jobs.executions.cancel","times":1}"#))
    run.signal(SIGINT)
    #expect(world.waits { world.double.count("run.projects.locations.jobs.executions.cancel") > 0 || run.poll() != nil })
    run.signal(SIGINT)
    #expect(run.wait().signal == SIGINT)
    let kept = world.run(["runs"]).records("execution")
    #expect(kept.count == 1 && kept[0].contains(#""state":"running""#), "\(kept)")
  }

  @Test func `further executions follow one that failed, where that is asked for`() throws {
    #expect(world.double.outcome(#"{"result":"failed","exitCode":5,"times":1}"#))
    world.write(retry: "retry: {attempts: 1, backoff: fixed, delay: 1s}")
    let run = world.run(["now", "report", "jobs", "-e", "prod", "--retries", "1"])
    let records = run.records("execution")
    #expect(run.status == 0 && records.count == 2 && world.executions == 2, "\(run.stderr)")
    #expect(records.last?.contains(#""attempt":2,"attempts":2"#) == true, "\(records)")
  }

  @Test func `a job that nobody deployed, and one without a project, are refused with what to do`() {
    world.folder.write(CloudRunWorld.manifest.replacing("name: report", with: "name: other"), to: "jobs/other.yaml")
    let run = world.run(["now", "other", "jobs", "-e", "prod"])
    #expect(run.status == 125 && run.stderr.contains("'jobs-deploy apply' deploys it"), "\(run.stderr)")
    world.folder.write("apiVersion: jobs/v1\nkind: Project\nmetadata: {name: acme}\n", to: "jobs.yaml")
    let none = world.run(["now", "report", "jobs"])
    #expect(none.status == 125 && none.stderr.contains("it has no project of Google Cloud"), "\(none.stderr)")
  }

  @Test func `a job in several regions wants one to be chosen`() {
    world.write(regions: "[europe-west1, us-central1]")
    let both = world.run(["now", "report", "jobs", "-e", "prod"])
    #expect(both.status == 2 && both.stderr.contains("choose one with --region"), "\(both.stderr)")
    #expect(world.executions == 0)
    #expect(world.run(["now", "report", "jobs", "-e", "prod", "--region", "europe-west1"]).status == 0)
    #expect(world.run(["now", "report", "jobs", "-e", "prod", "--region", "mars"]).status == 2)
  }

  @Test func `a dry run asks nobody`() {
    world.double.forgetRequests()
    let run = world.run(["now", "report", "jobs", "-e", "prod", "--dry-run", "--tasks", "2"])
    #expect(run.status == 0 && run.stderr.contains("Cloud Run of 'acme-prod' in 'europe-west1'"), "\(run.stderr)")
    #expect(world.double.count() == 0)
  }

  @Test func `with --detach the cloud goes on alone`() throws {
    let run = world.run(["now", "report", "jobs", "-e", "prod", "--detach"])
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.records("execution").first?.contains(#""state":"running""#) == true, "\(run.stdout)")
    #expect(world.executions == 1)
    // Nobody answers for it here, and it is not lost for that.
    #expect(world.run(["runs"]).records("execution").first?.contains(#""state":"running""#) == true)
  }

  @Test func `no token is ever written, and jobs of this host need no credentials`() {
    let run = world.run(["now", "report", "jobs", "-e", "prod"])
    for text in [run.stdout, run.stderr] {
      #expect(!text.contains("Bearer ") && !text.contains("eyJ") && !text.contains("PRIVATE KEY"))
    }
    world.folder.write(
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: here}\nspec: {command: [/bin/true]}\n", to: "local/here.yaml")
    let here = Tool("jobs-run").run(
      ["now", "here", "local", "-e", "prod"], in: world.folder,
      environment: ["GOOGLE_APPLICATION_CREDENTIALS": "/nonexistent", "CLOUDSDK_API_ENDPOINT_OVERRIDES_RUN": "no address"])
    #expect(here.status == 0, "\(here.stderr)")
  }
}

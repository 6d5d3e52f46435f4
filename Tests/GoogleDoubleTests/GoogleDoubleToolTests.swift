import Glibc
import TestSupport
import Testing

/// The double as a program: how it is started, what it says, and how it ends.
@Suite struct GoogleDoubleToolTests {
  private let folder = ToolFolder()
  private let tool = Tool("google-double")

  @Test(arguments: [
    (["--api", "walk"], 2, "there is no API 'walk'"),
    (["--documents", "none"], 3, "cannot read the discovery document"),
    (["--base-port", "x"], 2, "base-port"), (["--bogus"], 2, "--bogus"),
  ])
  func `what cannot be is said, with a hint`(arguments: [String], status: Int32, words: String) {
    let run = tool.run(arguments, in: folder)
    #expect(run.status == status)
    #expect(run.stderr.contains(words), "\(run.stderr)")
    #expect(run.stderr.contains("hint: "))
    #expect(run.stdout == "")
  }

  @Test func `a document that is none is refused`() {
    folder.write("{\"name\":\"run\"}", to: "documents/run.v2.json")
    let run = tool.run(["--documents", "documents", "--api", "run"], in: folder)
    #expect(run.status == 3)
    #expect(run.stderr.contains("no discovery document"))
  }

  @Test func `the help teaches faults and control`() {
    let run = tool.run(["--help"], in: folder)
    #expect(run.status == 0)
    for word in [
      "_fault", "_requests", "_state", "_settings", "_outcome", "_token", "_reset", "retryInfo", "loseOperation",
    ] {
      #expect(run.stdout.contains(word))
    }
  }

  @Test(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)"), arguments: [SIGTERM, SIGINT])
  func `it says where everything is and ends when it is told to`(signal: Int32) throws {
    let running = tool.start(
      [
        "--documents", RunningDouble.documents, "--api", "run", "--exports", "--credentials", "key.json", "--port-file",
        "ports",
      ],
      in: folder)
    #expect(folder.wait(for: "ports"))
    var status = stat()
    #expect(lstat(folder.file("key.json"), &status) == 0 && status.st_mode & 0o077 == 0)
    #expect(folder.text(of: "ports")?.contains("{\"type\":\"ready\",\"pid\":\(running.pid)}") ?? false)
    running.signal(signal)
    let end = running.wait()
    #expect(end.status == 0)
    #expect(end.stderr == "")
    #expect(end.stdout.contains("export CLOUDSDK_API_ENDPOINT_OVERRIDES_RUN='http://127.0.0.1:"))
    #expect(end.stdout.contains("export GOOGLE_APPLICATION_CREDENTIALS='key.json'"))
    #expect(!end.stdout.contains("PRIVATE KEY"))
  }

  @Test(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)"))
  func `tests get tokens, faults, counts and drift`() throws {
    let double = try #require(RunningDouble(apis: ["run"]))
    let run = LoopbackClient(double.port("run"), keepsConnection: true)
    let jobs = "/v2/projects/acme/locations/europe-west1/jobs"
    let token = ["Authorization: Bearer \(double.token())"]
    #expect(run.send("GET", jobs).status == 401)
    #expect(run.send("POST", "\(jobs)?jobId=a", token, body: Fixture.job()).status == 200)
    #expect(double.fault(#"{"code":503,"match":"run.*"}"#))
    #expect(run.send("GET", jobs, token).status == 503)
    #expect(double.count("run.projects.locations.jobs.list") == 2)
    let name = "projects/acme/locations/europe-west1/jobs/a"
    #expect(double.patchState("run", name, #"{"labels":{"by":"hand"}}"#))
    #expect(double.state("run", name).text("labels.by") == "hand")
    #expect(double.stateCount("run") == 1)
    double.expireTokens()
    #expect(run.send("GET", jobs, token).status == 401)
    #expect(double.deleteState("run", name))
    double.reset()
    #expect(double.count() == 0)
    #expect(double.environment["GOOGLE_APPLICATION_CREDENTIALS"] == double.credentials)
  }
}

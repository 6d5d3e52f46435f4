import TestSupport
import Testing

/// `jobs-run event`, as users run it.
@Suite struct JobsRunEventTests {
  private let folder = ToolFolder()

  private static let job = """
    apiVersion: jobs/v1
    kind: Job
    metadata: {name: import}
    spec:
      command: 'printenv | grep ^JOBS_EVENT | sort; cat "$JOBS_EVENT_DATA_FILE"; echo; test ! -e fail'
      events: [{pubsub: orders}]

    """

  private static func envelope(_ id: String = "7", data: String = "aGVsbG8=") -> String {
    #"{"message":{"data":"\#(data)","attributes":{"kind":"order"},"messageId":"\#(id)","publishTime":"2026-11-21T02:30:00Z"},"#
      + #""subscription":"projects/acme/subscriptions/orders"}"#
  }

  private static func cloudEvent(_ id: String, topic: String = "orders") -> String {
    #"{"specversion":"1.0","id":"\#(id)","source":"//pubsub.googleapis.com/projects/acme/topics/\#(topic)","#
      + #""type":"google.cloud.pubsub.topic.v1.messagePublished","data":{"n":1}}"#
  }

  init() { folder.write(Self.job, to: "jobs/import.yaml") }

  private func run(_ words: [String], _ input: String) -> ToolRun {
    Tool("jobs-run").run(["event"] + words, in: folder, input: input)
  }

  @Test func `a job finds the event among its variables and in a file, and the history says where it came from`() throws {
    let run = run(["-", "import", "jobs"], Self.envelope())
    #expect(run.status == 0, "\(run.stderr)")
    for line in [
      "JOBS_EVENT_ATTRIBUTES={\"kind\":\"order\"}", "JOBS_EVENT_DATA=hello", "JOBS_EVENT_ID=7",
      "JOBS_EVENT_SOURCE=//pubsub.googleapis.com/projects/acme/subscriptions/orders",
      "JOBS_EVENT_TIME=2026-11-21T02:30:00Z", "hello",
    ] { #expect(run.stderr.split(separator: "\n").contains { $0 == line }, "\(line): \(run.stderr)") }
    let record = try #require(run.records("execution").first)
    #expect(record.contains(#""trigger":"event""#) && record.contains(#""JOBS_EVENT_ID":"7""#), "\(record)")
    #expect(!record.contains("hello") && !record.contains("order\""), "data of an event is in a record: \(record)")
    #expect(folder.names(in: "state/events").isEmpty, "the file of the data is still there")
  }

  @Test func `an event that comes again runs nothing once its run succeeded, and again where it failed`() {
    folder.write("", to: "fail")
    #expect(run(["-", "import", "jobs"], Self.envelope()).status == 1)
    #expect(Tool("jobs-run").run(["now", "import", "jobs"], in: folder).status == 1)
    let again = run(["-", "import", "jobs"], Self.envelope())
    #expect(again.status == 1 && again.records("execution").count == 1, "\(again.stderr)")
    #expect(Tool.shell("rm fail", in: folder).status == 0)
    #expect(run(["-", "import", "jobs"], Self.envelope()).records("execution").count == 1)
    let duplicate = run(["-", "import", "jobs"], Self.envelope())
    #expect(duplicate.status == 0 && duplicate.records("execution").isEmpty, "\(duplicate.stdout)")
    #expect(duplicate.stderr.contains("came before"), "\(duplicate.stderr)")
    // Another event is another run.
    #expect(run(["-", "import", "jobs"], Self.envelope("8")).records("execution").count == 1)
  }

  @Test func `while a run for an event goes on, another is not begun, and the event is to come again`() throws {
    folder.write(
      Self.job.replacing("printenv", with: "touch begun; while ! test -e go; do sleep 0.05; done; printenv"),
      to: "jobs/import.yaml")
    let first = Tool("jobs-run").start(["event", "-", "import", "jobs"], in: folder, input: Self.envelope())
    #expect(folder.wait(for: "begun"))
    let second = run(["-", "import", "jobs"], Self.envelope())
    #expect(second.status == 1 && second.stderr.contains("deliver it again later"), "\(second.stderr)")
    folder.write("", to: "go")
    #expect(first.wait().status == 0)
    #expect(run(["-", "import", "jobs"], Self.envelope()).status == 0)
  }

  @Test func `the job is the one that listens to the topic, and a batch is several events`() {
    let one = run(["-", "jobs"], Self.cloudEvent("1"))
    #expect(one.status == 0 && one.records("execution").count == 1, "\(one.stderr)")
    let batch = run(["-", "jobs"], "[\(Self.cloudEvent("1")),\(Self.cloudEvent("2")),\(Self.cloudEvent("3"))]")
    #expect(batch.status == 0 && batch.records("execution").count == 2, "\(batch.stdout)")
    let none = run(["-", "jobs"], Self.cloudEvent("4", topic: "others"))
    #expect(none.status == 2 && none.stderr.contains("no job has the topic 'others'"), "\(none.stderr)")
    let unnamed = run(["-", "jobs"], Self.envelope())
    #expect(unnamed.status == 2 && unnamed.stderr.contains("name the job"), "\(unnamed.stderr)")
  }

  @Test(
    "what is no event, and what names no job, is refused before anything runs",
    arguments: ["", "{}", "[]", "{\"message\":1}", #"{"specversion":"1.0"}"#, "not json"])
  func refused(_ input: String) {
    let run = run(["-", "import", "jobs"], input)
    #expect(run.status == 2 && run.stderr.contains("no event that is understood"), "\(run.stderr)")
    #expect(!folder.exists("state/history.sqlite"))
  }

  @Test func `data that no variable can hold is in the file alone`() {
    let large = String(repeating: "QUJD", count: 20_000)
    let run = run(["-", "import", "jobs"], Self.envelope(data: large))
    #expect(run.status == 0 && !run.stderr.contains("JOBS_EVENT_DATA="), "\(run.stderr.prefix(300))")
    #expect(run.stderr.contains(String(repeating: "ABC", count: 20_000)))
  }
}

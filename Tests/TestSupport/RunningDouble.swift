import Glibc
import JobsCore

/// `google-double` as a process of its own: where its APIs are, what it is told, and what it was asked.
package final class RunningDouble {
  /// Where `.ci/google` put what it installed for this user.
  private static let installed: String = {
    let variables = processEnvironment()
    return "\(variables["XDG_CACHE_HOME"] ?? "\(variables["HOME"] ?? "")/.cache")/jobs/google"
  }()

  /// The folder of Google's discovery documents.
  package static let documents = "\(installed)/documents"

  /// The APIs that a deployment of jobs looks at, whatever they want.
  package static let deployed = [
    "run", "cloudscheduler", "iam", "secretmanager", "cloudresourcemanager", "monitoring", "logging",
  ]

  /// Those that it calls beside them for jobs that messages start, and what runs then.
  package static let eventful = ["pubsub", "eventarc", "workflows", "workflowexecutions", "serviceusage"]

  /// A Python that has Google's clients.
  package static let python = "\(installed)/venv/bin/python"

  /// Whether there are documents and clients.
  package static let hasClients = isAvailable && access(python, X_OK) == 0

  /// Whether there are documents; a test without them is skipped.
  package static let isAvailable = access("\(documents)/run.v2.json", R_OK) == 0

  /// What a test that is skipped says.
  package static let absence = "no discovery documents of Google: '.ci/google' installs them"

  private let tool: RunningTool
  private let folder: ToolFolder
  private var ports: [String: UInt16] = [:]
  /// What clients are to have in their environment.
  package private(set) var environment: [String: String] = [:]

  /// Starts the double and waits until it answers.
  ///
  /// - Parameters:
  ///   - apis: the APIs that are wanted; fewer start faster.
  ///   - arguments: more options, such as `--no-tokens`.
  /// - Returns: nil if it did not start; what it said is recorded with the test's output.
  package init?(apis: [String] = [], _ arguments: [String] = []) {
    let folder = ToolFolder()
    self.folder = folder
    let words = apis.flatMap { ["--api", $0] } + arguments
    tool = Tool("google-double").start(
      [
        "--documents", Self.documents, "--port-file", "ports", "--credentials", folder.file("key.json"),
        "--end-with-parent",
      ] + words, in: folder)
    var isReady = false
    for _ in 0..<15000 where !isReady {
      isReady = folder.exists("ports")
      if !isReady, let end = tool.poll() {
        print("google-double did not start: \(end.stderr)")
        return nil
      }
      if !isReady { usleep(2000) }
    }
    guard isReady else {
      tool.signal(SIGKILL)
      _ = tool.wait()
      return nil
    }
    for line in (folder.text(of: "ports") ?? "").split(separator: "\n") { read(Array(line.utf8)) }
  }

  deinit {
    tool.signal(SIGTERM)
    _ = tool.wait()
  }

  private func read(_ line: [UInt8]) {
    var tree = Tree(source: line)
    guard (try? JSONReader.parse(&tree, in: 0..<line.count)) != nil else { return }
    func text(_ key: StaticString) -> String? { tree.value(Tree.root, key).map(tree.string) }
    if let name = text("name"), let port = tree.value(Tree.root, "port").flatMap(tree.int) {
      ports[name] = UInt16(port)
    }
    if let variable = text("variable") { environment[variable] = text("setting") }
  }

  /// The process, for what measures it.
  package var pid: Int32 { tool.pid }

  /// The address of an API, of `oauth2`, `metadata` or `control`, with a slash at its end.
  package func url(_ name: String) -> String { "http://127.0.0.1:\(ports[name] ?? 0)/" }

  package func port(_ name: String) -> UInt16 { ports[name] ?? 0 }

  /// A file with credentials of a service account whose tokens the double gives out.
  package var credentials: String { folder.file("key.json") }

  // MARK: Control

  /// Sends a request to the control port.
  @discardableResult
  package func control(_ method: String, _ target: String, _ body: String = "") -> LoopbackReply {
    LoopbackClient(port("control")).send(method, target, body: body)
  }

  /// Orders a fault: `{"code": 429, "match": "run.projects.locations.jobs.create", "times": 3}`.
  ///
  /// - Returns: whether it was understood.
  package func fault(_ json: String) -> Bool { control("POST", "/_fault", json).status == 200 }

  /// Changes settings: `{"operationPolls": 2}`.
  package func set(_ json: String) -> Bool { control("PUT", "/_settings", json).status == 200 }

  /// Says what executions come to: `{"job": "*", "result": "failed", "exitCode": 3}`.
  package func outcome(_ json: String) -> Bool { control("POST", "/_outcome", json).status == 200 }

  /// A token for an identity.
  package func token(for identity: String = "test@acme.iam.gserviceaccount.com", seconds: Int = 3600) -> String {
    let reply = control("POST", "/_token", "{\"identity\":\"\(identity)\",\"seconds\":\(seconds)}")
    return reply.text("token") ?? ""
  }

  /// How many calls there were of methods: `run.projects.locations.jobs.create`, `run.*`, `*`.
  package func count(_ match: String = "*") -> Int {
    control("GET", "/_requests?entries=false&match=\(match)").int("count") ?? -1
  }

  /// What was asked and answered, as JSON: `{"count":…,"counts":{…},"requests":[…]}`.
  package func requests(_ match: String = "*") -> LoopbackReply { control("GET", "/_requests?match=\(match)") }

  /// Counts from 0 again.
  package func forgetRequests() { control("DELETE", "/_requests") }

  /// A resource as the double keeps it; status 404 where there is none.
  package func state(_ api: String, _ name: String) -> LoopbackReply {
    control("GET", "/_state?api=\(api)&name=\(name)")
  }

  /// How many resources an API has.
  package func stateCount(_ api: String) -> Int { control("GET", "/_state?api=\(api)").int("count") ?? -1 }

  /// Changes fields of a resource as somebody else might; `put` puts it there whole.
  package func patchState(_ api: String, _ name: String, _ json: String) -> Bool {
    control("PATCH", "/_state?api=\(api)&name=\(name)", json).status == 200
  }

  package func putState(_ api: String, _ name: String, _ json: String) -> Bool {
    control("PUT", "/_state?api=\(api)&name=\(name)", json).status == 200
  }

  package func deleteState(_ api: String, _ name: String) -> Bool {
    control("DELETE", "/_state?api=\(api)&name=\(name)").status == 200
  }

  /// Forgets resources, operations, faults and requests.
  package func reset() { control("POST", "/_reset") }

  /// Makes every token one that has expired.
  package func expireTokens() { control("POST", "/_expire") }
}

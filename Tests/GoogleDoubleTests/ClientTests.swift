import TestSupport
import Testing

/// The double driven by Google's own Python clients over REST: if they take it for Google, so may we.
@Suite(.enabled(if: RunningDouble.hasClients, "\(RunningDouble.absence)"))
struct ClientTests {
  /// Scripts of `Clients`, each with the APIs that it speaks to.
  private static let scripts: [(name: String, apis: [String])] = [
    ("run", ["run"]), ("scheduler", ["cloudscheduler"]), ("secrets", ["secretmanager"]),
    ("iam", ["iam", "iamcredentials", "sts", "cloudresourcemanager", "run"]), ("services", ["serviceusage", "run"]),
    ("pubsub", ["pubsub"]),
    ("messages", ["pubsub", "eventarc", "workflows", "workflowexecutions", "cloudresourcemanager", "run"]),
    ("images", ["artifactregistry"]), ("observe", ["logging", "monitoring"]),
    ("reads", ["cloudbilling", "cloudasset", "recommender", "secretmanager"]),
  ]

  private static let folder =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/") + "/Clients"

  @Test(arguments: scripts)
  func `the official client gets what it wants`(script: String, apis: [String]) async throws {
    let run = try await aside {
      guard let double = RunningDouble(apis: apis) else { throw DoubleIsGone() }
      let folder = ToolFolder()
      var environment = double.environment
      environment["DOUBLE_CONTROL"] = double.url("control")
      environment["PYTHONDONTWRITEBYTECODE"] = "1"
      return Tool.shell(
        "exec '\(RunningDouble.python)' -W ignore '\(Self.folder)/\(script).py'", in: folder, environment: environment)
    }
    expect(run, "\(script).py")
  }

  @Test(.enabled(if: PubSubEmulator.isThere, "\(PubSubEmulator.absence)"))
  func `Google's emulator of Pub/Sub does as the double does`() async throws {
    let host = try await PubSubEmulator.host()
    let run = try await aside {
      let folder = ToolFolder()
      return Tool.shell(
        "exec '\(RunningDouble.python)' -W ignore '\(Self.folder)/pubsub.py'", in: folder,
        environment: ["PUBSUB_EMULATOR_HOST": host, "PYTHONDONTWRITEBYTECODE": "1", "no_proxy": "127.0.0.1"])
    }
    expect(run, "pubsub.py against the emulator")
  }

  private func expect(_ run: ToolRun, _ script: String) {
    #expect(run.status == 0, "\(run.stdout)\(run.stderr)")
    let checks = run.stdout.split(separator: " ").first.flatMap { Int($0) } ?? 0
    #expect(checks > 10)
    print("\(script): \(checks) checks by Google's client")
  }
}

/// The double did not start; why is in the output.
struct DoubleIsGone: Error {}

import TestSupport
import Testing

/// The double driven by Google's own Python clients over REST: if they take it for Google, so may we.
@Suite(.enabled(if: RunningDouble.hasClients, "\(RunningDouble.absence)"))
struct ClientTests {
  /// Scripts of `Clients`, each with the APIs that it speaks to.
  private static let scripts: [(name: String, apis: [String])] = [
    ("run", ["run"]), ("scheduler", ["cloudscheduler"]), ("secrets", ["secretmanager"]),
    ("iam", ["iam", "iamcredentials", "sts", "cloudresourcemanager"]), ("services", ["serviceusage", "run"]),
    ("messages", ["pubsub", "eventarc", "workflows", "workflowexecutions", "cloudresourcemanager", "run"]), ("images", ["artifactregistry"]), ("observe", ["logging", "monitoring"]),
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
    #expect(run.status == 0, "\(run.stdout)\(run.stderr)")
    let checks = run.stdout.split(separator: " ").first.flatMap { Int($0) } ?? 0
    #expect(checks > 10)
    print("\(script).py: \(checks) checks by Google's client")
  }
}

/// The double did not start; why is in the output.
struct DoubleIsGone: Error {}

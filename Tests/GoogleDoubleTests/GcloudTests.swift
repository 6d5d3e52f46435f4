import Glibc
import GoogleDouble
import TestSupport
import Testing

/// The double driven by gcloud, which knows Google's APIs better than their documents do.
@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)"))
struct GcloudTests {
  private static let usual: [String] = ["/usr/bin/gcloud", "/usr/local/bin/gcloud", "/snap/bin/gcloud"]
  private static let program = usual.first { access($0, X_OK) == 0 }

  private static let folder =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/") + "/Clients"

  @Test(
    .enabled(if: program != nil, "no gcloud: 0 of its commands were tried"),
    arguments: ["run", "schedule", "events", "identity", "observe", "artifacts"])
  func `gcloud gets what it wants`(script: String) async throws {
    let run = try await aside {
      guard let double = RunningDouble(["--no-tokens"]) else { throw DoubleIsGone() }
      let folder = ToolFolder()
      folder.write("any token\n", to: "token")
      var environment = double.environment
      environment["CLOUDSDK_CONFIG"] = folder.file("gcloud")
      environment["CLOUDSDK_AUTH_ACCESS_TOKEN_FILE"] = folder.file("token")
      environment["CLOUDSDK_CORE_PROJECT"] = "acme"
      environment["CLOUDSDK_CORE_DISABLE_PROMPTS"] = "1"
      environment["CLOUDSDK_CORE_DISABLE_USAGE_REPORTING"] = "1"
      environment["CLOUDSDK_COMPONENT_MANAGER_DISABLE_UPDATE_CHECK"] = "1"
      // By the names of the hosts, before which gcloud puts regions, and so by the proxy.
      for service in Service.allCases {
        environment[service.variable] = "http://\(service.rawValue).googleapis.com/"
      }
      environment["DOUBLE_CONTROL"] = double.url("control")
      environment["CLOUDSDK_PROXY_TYPE"] = "http"
      environment["CLOUDSDK_PROXY_ADDRESS"] = "127.0.0.1"
      environment["CLOUDSDK_PROXY_PORT"] = String(double.port("proxy"))
      return Tool.shell("exec bash '\(Self.folder)/gcloud-\(script).sh'", in: folder, environment: environment)
    }
    #expect(run.status == 0, "\(run.stdout)\(run.stderr)")
    let commands = run.stdout.split(separator: " ").first.flatMap { Int($0) } ?? 0
    #expect(commands >= 10)
    print("gcloud-\(script).sh: \(commands) commands")
  }
}

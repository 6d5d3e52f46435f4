import Glibc
import TestSupport
import Testing

/// The commands of findings, run as a shell runs them, against what stands in for the clouds: they take away what was found,
/// and their inverse puts back what stood.
@Suite("commands that mend what jobs-audit finds")
struct JobsAuditRemedyTests {
  private let folder = ToolFolder()

  private static let programs =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/Remedies"

  /// AWS's own command line, which `.ci/setup-aws` fetches.
  private static let commandLine = "\(Emulator.cache)/aws-cli-1.45.11/bin"
  private static let hasCommandLine = Emulator.areThere && access("\(commandLine)/aws", X_OK) == 0

  /// Runs the commands of the first finding of each resource, each in a shell that stops where one fails, and their inverse in
  /// the opposite order.
  ///
  /// - Parameter read: writes what stands into the folder that is named behind it.
  private static func script(read: String) -> String {
    #"""
    judge() { # FOLDER
      jobs-audit iam --no-policy -q -o ndjson "$1"/*.json || [ $? = 1 ]
    }
    run() { # FILE
      sh -eu "$1" >log 2>&1 </dev/null || { cat "$1" log >&2; exit 1; }
    }
    \#(read) before
    judge before >before.ndjson
    jq -c 'select(.type == "finding")' before.ndjson | jq -sc 'unique_by(.resource)[]' >chosen
    count=0
    while read -r finding; do
      count=$((count + 1))
      printf '%s' "$finding" | jq -er '.commands[].do' >do.$count.sh || { printf 'no command: %s\n' "$finding" >&2; exit 1; }
      printf '%s' "$finding" | jq -er '.commands[].undo' >undo.$count.sh
      run do.$count.sh
    done <chosen
    \#(read) after
    judge after >after.ndjson
    for number in $(seq $count -1 1); do run undo.$number.sh; done
    \#(read) again
    judge again | sed 's/again/before/g' | diff before.ndjson - >&2 && diff -r before again >&2 || exit 1
    jq -r 'select(.type == "finding") | .code + " is left: " + .message' after.ndjson
    jq -r .code chosen | sort -u | tr '\n' ' '
    """#
  }

  @Test(
    "commands of AWS take away what was found, and put back byte for byte what stood",
    .enabled(if: hasCommandLine, "no command line of AWS, no emulators: 0 of the commands were run: .ci/setup-aws"),
    arguments: [
      // moto holds a revision of Lambda against a list, and so knows none; ministack has no default versions of policies.
      (Emulator.moto, "account", "AI101 AI102 AI103 AI104 AI105 AI106 AI107 AI108 AI109 AI112 AI113 AI114 AI115 "),
      (Emulator.ministack, "resources", "AI121 AI122 "),
    ])
  func aws(_ emulator: Emulator, _ part: String, _ codes: String) async throws {
    let address = try await emulator.address()
    let account = emulator == .moto ? "123456789012" : "111122223333"
    folder.write(
      "#!/bin/sh\nexec '\(Self.commandLine)/aws' --endpoint-url \"$WORLD\" \"$@\"\n", to: "bin/aws", mode: 0o755)
    let world = "'\(Self.commandLine)/python' '\(Self.programs)/aws.py'"
    let suffix = String(UInt32.random(in: 0 ... .max))
    let script =
      "\(world) make \(part) \(suffix) || exit\n" + Self.script(read: "\(world) read \(part) \(suffix)")
    let environment = [
      "WORLD": address, "WORLD_ACCOUNT": account, "AWS_ACCESS_KEY_ID": account, "AWS_SECRET_ACCESS_KEY": "x",
      "AWS_DEFAULT_REGION": "eu-west-1", "AWS_PAGER": "", "AWS_EC2_METADATA_DISABLED": "true",
      "PATH": "\(folder.file("bin")):\(folder.environment["PATH"] ?? "")",
    ]
    let run = await RunningTool("/bin/bash", ["-o", "pipefail", "-c", script], in: folder, environment).end()
    #expect(run.status == 0 && run.stdout == codes, "\(run.stdout)\(run.stderr)")
  }

  private static let usual: [String] = ["/usr/bin/gcloud", "/usr/local/bin/gcloud", "/snap/bin/gcloud"]
  private static let hasGcloud = usual.contains { access($0, X_OK) == 0 } && RunningDouble.hasClients

  @Test(
    "commands of Google take away what was found, and put back what stood, with etags, conditions and versions",
    .enabled(
      if: hasGcloud,
      "no gcloud, or no documents of Google: 0 of the commands were run: .ci/google"))
  func google() async throws {
    let double = try #require(
      RunningDouble(apis: Self.apis, ["--no-tokens"]))
    folder.write("any token\n", to: "token")
    var environment = [
      "CLOUDSDK_CONFIG": folder.file("gcloud"), "CLOUDSDK_AUTH_ACCESS_TOKEN_FILE": folder.file("token"),
      "CLOUDSDK_CORE_PROJECT": "acme", "CLOUDSDK_CORE_DISABLE_PROMPTS": "1",
      "CLOUDSDK_CORE_DISABLE_USAGE_REPORTING": "1", "CLOUDSDK_COMPONENT_MANAGER_DISABLE_UPDATE_CHECK": "1",
      "CLOUDSDK_PROXY_TYPE": "http", "CLOUDSDK_PROXY_ADDRESS": "127.0.0.1",
      "CLOUDSDK_PROXY_PORT": String(double.port("proxy")),
      "WORLD": (Self.apis + ["control"]).map { "\($0)=\(double.url($0))" }.joined(separator: "\n"),
    ]
    // By the names of the hosts, before which gcloud puts regions, and so by the proxy.
    for api in Self.apis {
      environment["CLOUDSDK_API_ENDPOINT_OVERRIDES_\(api.uppercased())"] = "http://\(api).googleapis.com/"
    }
    let world = "'\(RunningDouble.python)' '\(Self.programs)/google.py'"
    let script = "\(world) make || exit\n" + Self.script(read: "\(world) read")
    let run = await RunningTool("/bin/bash", ["-o", "pipefail", "-c", script], in: folder, environment).end()
    #expect(run.status == 0 && run.stdout == "GI101 GI102 GI103 GI105 GI118 GI201 ", "\(run.stdout)\(run.stderr)")
  }

  private static let apis = ["run", "secretmanager", "iam", "pubsub", "cloudresourcemanager"]
}

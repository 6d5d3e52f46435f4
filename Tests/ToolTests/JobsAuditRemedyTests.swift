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
  /// - Parameters:
  ///   - read: writes what stands into the folder that is named behind it.
  ///   - judge: finds what is at fault in the folder `$1`.
  ///   - chosen: a program of jq that chooses of the findings.
  private static func script(read: String, judge: String, chosen: String) -> String {
    #"""
    judge() { # FOLDER
      jobs-audit \#(judge) -q -o ndjson || [ $? = 1 ]
    }
    run() { # FILE
      sh -eu "$1" >log 2>&1 </dev/null || { cat "$1" log >&2; exit 1; }
    }
    \#(read) before
    judge before >before.ndjson
    choose() { # FILE
      jq -c 'select(.type == "finding")' "$1" | jq -sc '\#(chosen)'
    }
    choose before.ndjson >chosen
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
    choose after.ndjson | jq -r '.code + " is left"' | sort -u
    jq -r .code chosen | sort -u | tr '\n' ' '
    """#
  }

  @Test(
    "commands of AWS take away what was found, and put back byte for byte what stood",
    .enabled(if: hasCommandLine, "no command line of AWS, no emulators: 0 of the commands were run: .ci/setup-aws"),
    arguments: partsOfAWS)
  func aws(_ part: Part) async throws {
    let run = try await world(part).run(
      Self.script(read: "world read \(part.name)", judge: part.judge, chosen: part.chosen) + "\n\(part.last)")
    #expect(run.status == 0 && run.stdout == part.codes, "\(run.stdout)\(run.stderr)")
  }

  @Test(
    "commands of AWS leave alone what is another by now, in a shell that goes on where one fails too",
    .enabled(if: hasCommandLine, "no command line of AWS, no emulators: 0 of the commands were run: .ci/setup-aws"),
    arguments: partsOfAWS.filter { ["cuts", "border", "resources"].contains($0.name) })
  func changed(_ part: Part) async throws {
    let run = try await world(part).run(
      #"""
      world read \#(part.name) before
      jobs-audit \#(part.judge.replacing("$1", with: "before")) -q -o ndjson >found || [ $? = 1 ]
      jq -r 'select(.type == "finding") | .commands[].do' found >do.sh
      [ -s do.sh ] || exit 1
      world change \#(part.name)
      world read \#(part.name) changed
      sh do.sh >log 2>&1 </dev/null
      world read \#(part.name) after
      diff -rq before changed >/dev/null && exit 1
      diff -r changed after
      """#)
    #expect(run.status == 0 && run.stdout.isEmpty, "\(run.stdout)\(run.stderr)")
  }

  /// What a script runs in: `world VERB PART …` is what stands in for AWS.
  private struct World {
    var begin: String
    var folder: ToolFolder
    var environment: [String: String]

    func run(_ script: String) async -> ToolRun {
      // Some hundred runs of AWS's command line, which takes most of a second to start.
      await RunningTool("/bin/bash", ["-o", "pipefail", "-c", begin + script], in: folder, environment).end(
        patience: 900)
    }
  }

  /// A part of what stands in for AWS, which is made as a script begins.
  private func world(_ part: Part) async throws -> World {
    let account = part.emulator == .moto ? "123456789012" : "111122223333"
    folder.write(
      "#!/bin/sh\nexec '\(Self.commandLine)/aws' --endpoint-url \"$WORLD\" \"$@\"\n", to: "bin/aws", mode: 0o755)
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Project
      metadata: {name: a}
      policy:
        audit:
          environments:
            prod: {accounts: ["\(account)"], roles: ["arn:aws:iam::aws:policy/A*"]}

      """, to: "organisation.yaml")
    return World(
      begin: #"""
        world() { # VERB PART [FOLDER]
          '\#(Self.commandLine)/python' '\#(Self.programs)/aws.py' "$1" "$2" "$SUFFIX" ${3+"$3"}
        }
        world make \#(part.name) || exit

        """#, folder: folder,
      environment: [
        "WORLD": try await part.emulator.address(), "WORLD_ACCOUNT": account, "AWS_ACCESS_KEY_ID": account,
        "AWS_SECRET_ACCESS_KEY": "x", "AWS_DEFAULT_REGION": "eu-west-1", "AWS_PAGER": "",
        "SUFFIX": String(UInt32.random(in: 0 ... .max)), "AWS_EC2_METADATA_DISABLED": "true",
        "PATH": "\(folder.file("bin")):\(folder.environment["PATH"] ?? "")",
      ])
  }

  private static let partsOfAWS: [Part] = [
    // moto holds a revision of Lambda against a list, and so knows none; ministack has no default versions of policies.
    Part(name: "account", codes: "AI101 AI102 AI103 AI104 AI105 AI106 AI107 AI108 AI109 AI112 AI113 AI114 AI115 "),
    // Each permission of a function is removed by itself.
    Part(
      name: "resources", codes: "AI121 AI122 AI123 ", chosen: "unique_by([.resource, .message])[]", emulator: .ministack
    ),
    // moto knows no policies of AWS's own.
    Part(
      name: "attached", codes: "AI111 AI117 AI131 ", judge: #"iam --policy organisation.yaml "$1"/*"#,
      emulator: .ministack),
    // Nothing that is done now changes when a role or a service was used.
    Part(
      name: "credentials",
      codes: "AI207 is left\nAI208 is left\nAI110 AI205 AI206 AI207 AI208 \nexecute-api:* s3:* are denied\n",
      judge: #"iam --no-policy --as-of 2099-01-01T00:00:00Z "$1"/*"#,
      last: #"""
        echo
        jq -r '.GroupDetailList[].GroupPolicyList[].PolicyDocument.Statement[] | select(.Effect == "Deny")
          | (.Action | join(" ")) + " are denied"' after/account.json
        """#),
    Part(name: "cuts", codes: "AP101 ", judge: #"paths --no-policy --to "r-chief-$SUFFIX" "$1"/*"#, chosen: ".[]"),
    Part(
      name: "border", codes: "AP101 ",
      judge: #"paths --no-policy --to "$(jq -r .ARN "$1"/secret-one.json)" "$1"/*"#, chosen: ".[]"),
  ]

  private static let usual: [String] = ["/usr/bin/gcloud", "/usr/local/bin/gcloud", "/snap/bin/gcloud"]
  private static let hasGcloud = usual.contains { access($0, X_OK) == 0 } && RunningDouble.hasClients

  @Test(
    "commands of Google take away what was found, and put back what stood, with etags, conditions and versions",
    .enabled(
      if: hasGcloud,
      "no gcloud, or no documents of Google: 0 of the commands were run: .ci/google"), arguments: parts)
  func google(_ part: Part) async throws {
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
    if part.name == "needs" { writeJobs() }
    let script =
      "\(world) make \(part.name) || exit\n"
      + Self.script(read: "\(world) read \(part.name)", judge: part.judge, chosen: part.chosen)
    let run = await RunningTool("/bin/bash", ["-o", "pipefail", "-c", script], in: folder, environment).end(
      patience: 900)
    #expect(run.status == 0 && run.stdout == part.codes, "\(run.stdout)\(run.stderr)")
  }

  struct Part: CustomTestStringConvertible {
    var name: String
    /// Of the rules whose findings are mended, and of those that are found again.
    var codes: String
    var judge = #"iam --no-policy "$1"/*"#
    var chosen = "unique_by(.resource)[]"
    /// Of AWS.
    var emulator = Emulator.moto
    /// What is run at the end.
    var last = ""
    var testDescription: String { name }
  }

  private static let parts: [Part] = [
    Part(name: "policies", codes: "GI101 GI102 GI103 GI105 GI118 GI201 "),
    Part(name: "use", codes: "GI203 GI204 GI205 GI206 "),
    // Who can take the secret otherwise is cut off otherwise: each path has a cut of its own.
    Part(name: "paths", codes: "AP101 ", judge: #"paths --no-policy --to db "$1"/*"#, chosen: ".[]"),
    // Of who deploys only what is about images: the rest is the same command.
    Part(
      name: "needs", codes: "RC101 RC102 RC103 ",
      judge: #"recommend jobs --no-policy -e prod --deployer user:dep@acme.example --iam "$1/assets.json""#,
      chosen: #"map(select((.principal | contains("worker")) or (.resource | contains("artifact")))) "#
        + "| unique_by([.code, .resource])[]"),
  ]

  private func writeJobs() {
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Project
      metadata: {name: acme}
      environments: {prod: {gcp: {project: acme, regions: [europe-west1]}}}

      """, to: "jobs.yaml")
    for name in ["a", "b"] {
      folder.write(
        """
        apiVersion: jobs/v1
        kind: Job
        metadata: {name: \(name)}
        spec:
          target: gcp.run
          image: europe-west1-docker.pkg.dev/acme/images/report:1
          identity: worker-\(name)@acme.iam.gserviceaccount.com
          secrets: {PASSWORD: "db-\(name):latest"}

        """, to: "jobs/\(name).yaml")
    }
  }

  private static let apis = ["run", "secretmanager", "iam", "pubsub", "cloudresourcemanager", "artifactregistry"]
}

import Glibc
import TestSupport
import Testing

private let audit = Tool("jobs-audit")

/// Members of groups, as Cloud Identity lists them.
@Suite("jobs-audit and groups")
struct JobsAuditGroupTests {
  private let folder = ToolFolder()

  init() {
    folder.write(
      """
      {"name":"//cloudresourcemanager.googleapis.com/projects/acme",\
      "assetType":"cloudresourcemanager.googleapis.com/Project","ancestors":["projects/1","organizations/2"],\
      "iamPolicy":{"bindings":[{"role":"roles/resourcemanager.projectIamAdmin","members":["group:ops@acme.example"]},\
      {"role":"roles/run.developer","members":["group:dev@acme.example"]}]}}
      """, to: "assets.ndjson")
    // Each of the two is in the other.
    folder.write(
      """
      [{"name":"groups/a/memberships/1","preferredMemberKey":{"id":"dev@acme.example"},"type":"GROUP",
        "roles":[{"name":"MEMBER"}]}]
      """, to: "ops.json")
    folder.write(
      """
      [{"name":"groups/b/memberships/1","preferredMemberKey":{"id":"ada@acme.example"},"type":"USER",
        "roles":[{"name":"MEMBER","expiryDetail":{"expireTime":"2030-01-01T00:00:00Z"}}]},
       {"name":"groups/b/memberships/2","preferredMemberKey":{"id":"ops@acme.example"},"type":"GROUP"}]
      """, to: "dev.json")
    folder.write(
      """
      {"name":"groups/a","groupKey":{"id":"ops@acme.example"},"parent":"customers/C1"}
      {"name":"groups/b","groupKey":{"id":"dev@acme.example"},"parent":"customers/C1"}
      """, to: "groups.json")
  }

  @Test("who is in a group of a group can what that one can, until the membership ends") func paths() {
    let input = ["assets.ndjson", "ops.json", "dev.json", "groups.json"]
    let words = ["--to", "projects/acme", "--from", "user:ada@acme.example", "--as-of"]
    let before = audit.run(["paths"] + input + words + ["2029-12-31T23:59:59Z"], in: folder)
    #expect(before.records("finding").count == 1 && before.status == 1, "\(before.stdout)\(before.stderr)")
    #expect(before.stdout.contains(#""member":"group:ops@acme.example""#) || before.stdout.contains("for 'group:ops"))
    #expect(before.records("coverage").first?.contains(#""google-membership":3,"google-group":2"#) == true)
    #expect(before.stderr.contains("members of groups that the input does not tell"))
    let after = audit.run(["paths"] + input + words + ["2030-01-01T00:00:00Z"], in: folder)
    #expect(after.records("finding").isEmpty, "\(after.stdout)")
  }

  @Test("rules see who is in a group, wherever its list stands among the inputs, and by a pipe if it comes first")
  func rules() {
    folder.write(
      """
      [{"name":"groups/b/memberships/1","preferredMemberKey":{"id":"eve@gmail.com"},"type":"USER",
        "roles":[{"name":"MEMBER","expiryDetail":{"expireTime":"2030-01-01T00:00:00Z"}}]},
       {"name":"groups/b/memberships/2","preferredMemberKey":{"id":"ci@acme.iam.gserviceaccount.com"},
        "type":"SERVICE_ACCOUNT"}]
      """, to: "dev.json")
    let files = ["ops.json", "dev.json", "groups.json", "assets.ndjson"]
    func found(_ files: [String], at time: String = "2029-12-31T23:59:59Z", _ input: String? = nil) -> ToolRun {
      audit.run(["iam"] + files + ["--no-policy", "--fail-on", "never", "--as-of", time], in: folder, input: input)
    }
    let words = [
      "'user:eve@gmail.com' has 'roles/resourcemanager.projectIamAdmin' on 'projects/acme' by 'group:ops@acme.example'",
      "'serviceAccount:ci@acme.iam.gserviceaccount.com' has 'roles/resourcemanager.projectIamAdmin' on 'projects/acme' "
        + "by 'group:ops@acme.example'",
      "'user:eve@gmail.com' has 'roles/run.developer' on 'projects/acme' by 'group:dev@acme.example'",
    ]
    let all = files.map { folder.text(of: $0) ?? "" }.joined(separator: "\n")
    for run in [found(files), found(files.reversed()), found(["-"], all)] {
      #expect(words.allSatisfy(run.stdout.contains) && run.status == 0, "\(run.stdout)\(run.stderr)")
      #expect(!run.stderr.contains("came by a pipe"))
    }
    let behind = found(["-"], files.reversed().map { folder.text(of: $0) ?? "" }.joined(separator: "\n"))
    #expect(behind.stderr.contains("deny policies and groups that came by a pipe, for the policies before them"))
    #expect(!behind.stdout.contains("gmail"))
    #expect(!found(files, at: "2030-01-01T00:00:00Z").stdout.contains("gmail"))
    let nameless = found(["assets.ndjson", "dev.json"])
    #expect(nameless.status == 4 && nameless.stderr.contains("who is in which group by 'groups/b'"))
  }

  @Test("a review has who is in which group, and nobody judges what they have by one")
  func review() {
    func review(_ words: String...) -> ToolRun { audit.run(["review"] + words + ["--state", "state"], in: folder) }
    folder.write("ada@acme.example\nops@acme.example\n", to: "known.txt")
    let opened = review("open", "q4", "assets.ndjson", "ops.json", "dev.json", "groups.json", "--known", "known.txt")
    #expect(opened.status == 0 && opened.stderr.contains("5 grants"), "\(opened.stderr)")
    let population = folder.text(of: "q4/population.ndjson") ?? ""
    let places = ["dev@acme.example", "ops@acme.example"].map { "//cloudidentity.googleapis.com/\($0)" }
    for words in [
      #""kind":"membership","principal":"user:ada@acme.example","grant":"group:dev@acme.example","resource":"\#(places[0])","marks":[]"#,
      #""principal":"group:dev@acme.example","grant":"group:ops@acme.example","resource":"\#(places[1])","marks":["orphan"]"#,
    ] { #expect(population.contains(words), "\(population)") }
    // Ada is in both groups, by the one or the other, and so has all there is.
    #expect(
      review("assign", "q4", "ada@acme.example").stderr.contains("0 grants given to 'ada@acme.example'; 5 left out"))
    #expect(review("assign", "q4", "grace@acme.example").stderr.contains("5 grants given"))
    for words in [["assets.ndjson", "dev.json"], ["assets.ndjson", "odd.ndjson"]] {
      folder.write(
        #"{"memberships":[{"name":"groups/a/memberships/1","preferredMemberKey":{"id":"x@y.example"},"type":"USER"}],"nextPageToken":"more"}"#
          + (folder.text(of: "groups.json") ?? ""), to: "odd.ndjson")
      let refused = audit.run(["review", "open", "more"] + words + ["--state", "state"], in: folder)
      #expect(
        refused.status == 2 && refused.stderr.contains("a part of the input could not be read"), "\(refused.stderr)")
      #expect(folder.text(of: "more/population.ndjson") == nil)
    }
  }

  private static let usual = ["/usr/bin/gcloud", "/usr/local/bin/gcloud", "/snap/bin/gcloud"]
  private static let programs =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/Remedies"

  @Test(
    "who is taken out of a group comes back as what they were, by gcloud itself",
    .enabled(if: usual.contains { access($0, X_OK) == 0 }, "no gcloud: 0 of the commands about groups were run"))
  func mending() async {
    func review(_ words: String...) {
      #expect(audit.run(["review"] + words + ["--state", "state"], in: folder).status == 0)
    }
    review("open", "q4", "dev.json", "groups.json", "ops.json", "assets.ndjson")
    review("assign", "q4", "grace@acme.example")
    review("decide", "q4", "revoke", "--by", "grace@acme.example", "--grant", "group:*")
    review("decide", "q4", "keep", "--by", "grace@acme.example", "--grant", "roles/*")
    review("close", "q4", "--by", "zoe@acme.example")
    folder.write("any token\n", to: "token")
    let run = await RunningTool(
      "/bin/bash",
      [
        "-euo", "pipefail", "-c",
        """
        python3 '\(Self.programs)/groups.py' "$PWD/port" "$PWD/world.json" 2>server.log & server=$!
        trap 'kill $server' EXIT
        for _ in $(seq 300); do [ -s port ] && break; sleep 0.1; done
        export CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDIDENTITY="http://127.0.0.1:$(cat port)/"
        cp world.json before.json
        cd q4
        sh revoke.sh >../log 2>&1 </dev/null || { cat ../log ../server.log >&2; exit 1; }
        jq -c '[.[] | length]' ../world.json
        sh undo.sh >../log 2>&1 </dev/null || { cat ../log ../server.log >&2; exit 1; }
        cd ..
        # What is left of the time until an end is counted in seconds.
        for file in before world; do jq -S 'walk(if type == "string" then sub(":[0-9]{2}([.][0-9]+)?(Z|[+]00:00)$"; "") else . end)' $file.json >$file.plain; done
        diff before.plain world.plain
        """,
      ], in: folder,
      [
        "CLOUDSDK_CONFIG": folder.file("gcloud"), "CLOUDSDK_AUTH_ACCESS_TOKEN_FILE": folder.file("token"),
        "CLOUDSDK_CORE_PROJECT": "acme", "CLOUDSDK_CORE_DISABLE_PROMPTS": "1",
        "CLOUDSDK_CORE_DISABLE_USAGE_REPORTING": "1", "CLOUDSDK_COMPONENT_MANAGER_DISABLE_UPDATE_CHECK": "1",
      ]
    ).end()
    #expect(run.status == 0 && run.stdout == "[0,0]\n", "\(run.stdout)\(run.stderr)")
  }

  @Test("a group that nobody names is a gap, and a list without types is refused") func gaps() {
    let found = audit.run(
      ["paths", "assets.ndjson", "ops.json", "--to", "projects/acme", "--fail-on", "never"], in: folder)
    #expect(found.status == 4, "\(found.stderr)")
    #expect(found.stderr.contains("who is in which group by 'groups/a': add what 'gcloud identity groups describe'"))
    folder.write(#"[{"name":"groups/a/memberships/1","preferredMemberKey":{"id":"x@acme.example"}}]"#, to: "basic.json")
    let refused = audit.run(["paths", "basic.json", "--to", "projects/acme"], in: folder)
    #expect(refused.status == 2 && refused.stderr.contains("list them with --view=full"), "\(refused.stderr)")
  }

  @Test("what a group gives its members serves their needs") func needs() {
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Project
      metadata: {name: acme}
      environments: {prod: {gcp: {project: acme, regions: [europe-west1]}}}

      """, to: "jobs.yaml")
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: report}
      spec: {target: gcp.run, image: "europe-west1-docker.pkg.dev/acme/images/report:1", identity: report@acme.iam.gserviceaccount.com}

      """, to: "jobs/report.yaml")
    let words = [
      "recommend", "jobs", "-e", "prod", "--deployer", "user:ada@acme.example", "--iam", "assets.ndjson", "--iam",
      "groups.json",
    ]
    func state(_ more: [String]) -> String? {
      audit.run(words + more, in: folder).records("access-need").first { $0.contains("run.jobs.create") }
    }
    #expect(state(["--iam", "dev.json", "--as-of", "2029-12-31T00:00:00Z"])?.contains(#""state":"has""#) == true)
    #expect(state(["--iam", "dev.json", "--as-of", "2031-01-01T00:00:00Z"])?.contains(#""state":"possible""#) == true)
    #expect(state([])?.contains(#""state":"possible""#) == true)
  }
}

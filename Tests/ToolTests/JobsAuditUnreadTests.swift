import TestSupport
import Testing

private let audit = Tool("jobs-audit")

/// Parts of an input that cannot be read, beside others that can.
@Suite("jobs-audit and what cannot be read")
struct JobsAuditUnreadTests {
  private let folder = ToolFolder()

  private static let project =
    #"{"name":"//cloudresourcemanager.googleapis.com/projects/acme","ancestors":["projects/1","organizations/1"],"assetType":"cloudresourcemanager.googleapis.com/Project","iamPolicy":{"bindings":[{"role":"roles/iam.serviceAccountTokenCreator","members":["user:eve@acme.example"]}]}}"#
  private static let account =
    #"{"name":"//iam.googleapis.com/projects/acme/serviceAccounts/1","ancestors":["projects/1","organizations/1"],"assetType":"iam.googleapis.com/ServiceAccount","resource":{"data":{"email":"job@acme.iam.gserviceaccount.com","uniqueId":"1"}}}"#

  private static func deny(_ rules: String, _ attachment: String = "organizations%2F1") -> String {
    #"{"kind":"DenyPolicy","name":"policies/cloudresourcemanager.googleapis.com%2F\#(attachment)/denypolicies/no"\#(rules)}"#
  }

  private static let rule =
    #","rules":[{"denyRule":{"deniedPrincipals":["principal://goog/subject/eve@acme.example"],"deniedPermissions":["iam.googleapis.com/*"]}}]"#

  init() {
    folder.write("\(Self.project)\n\(Self.account)\n", to: "assets.ndjson")
    folder.write(Self.deny(Self.rule), to: "deny.json")
  }

  private func judge(_ verb: String, _ files: String...) -> (found: String?, run: ToolRun) {
    let goal = verb == "paths" ? ["--to", "job@acme.iam.gserviceaccount.com"] : []
    let run = audit.run([verb] + files + goal + ["--no-policy", "--fail-on", "never"], in: folder)
    return (run.records("finding").first { $0.contains("eve@acme.example") }, run)
  }

  @Test(
    "whatever a deny policy that cannot be read may be about is possible, among other values and in a file of its own",
    arguments: [
      (deny(#","rules":[{"denyRule":{"deniedPermissions":7}}]"#), "'deniedPermissions' of a deny rule is an integer"),
      (deny(#","rules":[{"allowRule":{}}]"#), "a rule of a deny policy has no 'denyRule'"),
      (deny(rule + #","more":1"#), "a deny policy has no key 'more'"),
      (
        deny(#","rules":[{"denyRule":{"denialCondition":{"expression":7}}}]"#),
        "'expression' of a condition is an integer"
      ),
      // What it is attached to nobody knows: it may be anything.
      (deny(rule, "buckets%2Fb"), "does not say what the deny policy is attached to"),
      (#"{"kind":"DenyPolicy","name":7}"#, "'name' of a deny policy is an integer"),
    ])
  func denials(_ text: String, _ words: String) {
    for verb in ["iam", "paths"] {
      #expect(judge(verb, "assets.ndjson").found?.contains(#""verdict":"proven""#) == true)
      folder.write("\(Self.project)\n\(text)\n\(Self.account)\n", to: "mixed.ndjson")
      let mixed = judge(verb, "mixed.ndjson")
      #expect(mixed.run.status == 4, "\(mixed.run.stderr)")
      #expect(mixed.found?.contains(#""verdict":"possible""#) == true, "\(mixed.run.stdout)")
      #expect(mixed.run.stderr.contains("a deny policy at mixed.ndjson:2:"), "\(mixed.run.stderr)")
      #expect(mixed.run.stderr.contains(words), "\(mixed.run.stderr)")
      folder.write(text, to: "odd.json")
      let beside = judge(verb, "assets.ndjson", "odd.json")
      #expect(beside.run.status == 4 && beside.run.stderr.contains("cannot use 'odd.json': line 1, column "))
      #expect(beside.found?.contains(#""verdict":"possible""#) == true, "\(beside.run.stdout)")
      #expect(judge(verb, "odd.json").run.status == 2)
    }
  }

  @Test("a deny policy that cannot be read is about what it is attached to alone")
  func elsewhere() {
    folder.write(Self.deny(#","rules":7"#, "projects%2Fother"), to: "odd.json")
    for verb in ["iam", "paths"] {
      let found = judge(verb, "assets.ndjson", "odd.json")
      #expect(found.run.status == 4 && found.found?.contains(#""verdict":"proven""#) == true, "\(found.run.stdout)")
    }
  }

  @Test("one whose name alone is known is as unknown, and one that gzip packed holds as another")
  func names() throws {
    folder.write(Self.deny(""), to: "names.json")
    for verb in ["iam", "paths"] {
      let found = judge(verb, "assets.ndjson", "names.json")
      #expect(found.run.status == 4 && found.found?.contains(#""verdict":"possible""#) == true, "\(found.run.stdout)")
      #expect(!found.run.stderr.contains("deny policies of Google: none"))
    }
    let packing = RunningTool("/bin/gzip", ["deny.json"], in: folder, [:]).wait()
    #expect(packing.status == 0, "\(packing.stderr)")
    for verb in ["iam", "paths"] { #expect(judge(verb, "assets.ndjson", "deny.json.gz").found == nil) }
  }

  @Test("a resource and an asset with a part that cannot be read are named with their place, and the rest is judged")
  func parts() {
    let job =
      #"{"name":"//run.googleapis.com/projects/acme/locations/r/jobs/j","ancestors":["projects/1"],"assetType":"run.googleapis.com/Job","resource":{"data":{"template":{"template":{"serviceAccount":7,"containers":"x"}}}}}"#
    let odd = Self.project.replacing(#"["projects/1","organizations/1"]"#, with: "7")
    folder.write("\(Self.project)\n\(Self.account)\n\(job)\n\(odd)\n", to: "assets.ndjson")
    for verb in ["iam", "paths"] {
      let found = judge(verb, "assets.ndjson")
      #expect(found.run.status == 4 && found.found?.contains(#""verdict":"proven""#) == true, "\(found.run.stderr)")
      for words in [
        "a part of '//run.googleapis.com/projects/acme/locations/r/jobs/j' at assets.ndjson:3:190: 'serviceAccount' is an integer",
        "at assets.ndjson:3:205: 'containers' is a string, not a list",
        "an asset at assets.ndjson:4:75: 'ancestors' of an asset is an integer, not a list",
      ] { #expect(found.run.stderr.contains(words), "\(found.run.stderr)") }
    }
  }
}

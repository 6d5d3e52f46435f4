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

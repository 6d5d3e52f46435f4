import JobsCore
import Testing

@testable import JobsAudit

@Suite("Grants that manifests ask for")
struct DesiredStateTests {
  private static func read(_ texts: String...) throws -> Estate {
    var estate = Estate()
    for text in texts {
      var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
      try EstateReader(.init(resource: "//cloudresourcemanager.googleapis.com/projects/p")) { _ in }.read(
        &values, file: "test", into: &estate)
    }
    return estate
  }

  private static func manifest(_ kind: String, _ spec: String) -> String {
    """
    apiVersion: iam.cnrm.cloud.google.com/v1beta1
    kind: \(kind)
    metadata: {name: a, namespace: p}
    spec: \(spec)

    """
  }

  private static func member(_ name: String, on resource: String = "{kind: Project, external: projects/p}") -> String {
    manifest("IAMPolicyMember", "{member: '\(name)', role: roles/run.invoker, resourceRef: \(resource)}")
  }

  private static func policy(_ members: String...) -> String {
    let list = members.map { "\"\($0)\"" }.joined(separator: ",")
    return #"{"bindings":[{"role":"roles/run.invoker","members":[\#(list)]}],"etag":"x","version":1}"#
  }

  @Test("a grant that is asked for and stands is nothing, and one that does not is found")
  func missing() throws {
    #expect(try Self.read(Self.member("user:a@b.example"), Self.policy("user:A@b.example")).desired.findings.isEmpty)
    let found = try Self.read(Self.member("user:a@b.example"), Self.policy("user:c@b.example")).desired.findings
    #expect(found.map(\.rule.code) == ["GI206"], "others are left alone")
    #expect(found.first?.location.line == 4)
    // With a condition it is another grant, and without one too.
    let sometimes = Self.member("user:a@b.example").replacing(
      "spec: {", with: "spec: {condition: {title: t, expression: 'true'}, ")
    #expect(try Self.read(sometimes, Self.policy("user:a@b.example")).desired.findings.map(\.rule.code) == ["GI206"])
    let conditional = Self.policy("user:a@b.example").replacing(
      #""members""#, with: #""condition":{"title":"t","expression":"true"},"members""#)
    #expect(try Self.read(sometimes, conditional).desired.findings.isEmpty)
    #expect(try Self.read(Self.member("user:a@b.example"), conditional).desired.findings.map(\.rule.code) == ["GI206"])
  }

  @Test("a whole policy allows no others, but for deleted members and Google's own agents")
  func whole() throws {
    let whole = Self.manifest(
      "IAMPolicy",
      "{resourceRef: {kind: Project, external: p}, bindings: [{role: roles/run.invoker, members: ['user:a@b.example']}]}"
    )
    let agent = "serviceAccount:service-1@gcp-sa-pubsub.iam.gserviceaccount.com"
    let fine = try Self.read(whole, Self.policy("user:a@b.example", agent, "deleted:user:x@b.example?uid=1"))
    #expect(fine.desired.findings.isEmpty && !fine.hasGaps)
    let found = try Self.read(whole, Self.policy("user:a@b.example", "user:eve@b.example")).desired.findings
    #expect(found.map(\.rule.code) == ["GI205"] && found.first?.principal == "user:eve@b.example")
    #expect(found.first?.remedies.isEmpty == false)
  }

  @Test("members are texts, objects, or accounts of the cluster")
  func references() throws {
    let account = "serviceAccount:job@p.iam.gserviceaccount.com"
    let partial = Self.manifest(
      "IAMPartialPolicy",
      "{resourceRef: {kind: Project, external: p}, bindings: [{role: roles/run.invoker, members: [{member: 'user:a@b.example'}, {memberFrom: {serviceAccountRef: {name: job}}}]}]}"
    )
    #expect(try Self.read(partial, Self.policy("user:a@b.example", account)).desired.findings.isEmpty)
    #expect(try Self.read(partial, Self.policy("user:a@b.example")).desired.findings.map(\.principal) == [account])
  }

  @Test("what cannot be compared is a gap: a policy that is not there, a kind that is not known, the wrong order")
  func gaps() throws {
    let unmet = try Self.read(Self.member("user:a@b.example"))
    #expect(
      unmet.hasGaps
        && unmet.notEvaluated.contains {
          $0.contains("no policy of '//cloudresourcemanager.googleapis.com/projects/p'")
        })
    #expect(try Self.read(Self.member("user:a@b.example", on: "{kind: KMSKeyRing, name: x}")).hasGaps)
    #expect(try Self.read(Self.policy("user:a@b.example"), Self.member("user:a@b.example")).hasGaps)
    for from in ["{logSinkRef: {name: x}}", "{serviceAccountRef: {}}"] {
      let partial = Self.manifest(
        "IAMPartialPolicy",
        "{resourceRef: {kind: Project, external: p}, bindings: [{role: roles/run.invoker, members: [{memberFrom: \(from)}]}]}"
      )
      let unknown = try Self.read(partial, Self.policy("user:a@b.example"))
      #expect(unknown.hasGaps && unknown.notEvaluated.contains { $0.contains("its 'memberFrom'") }, "\(from)")
    }
  }

  @Test(
    "a manifest that is not whole is refused with its place",
    arguments: [
      ("kind: [iam.cnrm.cloud.google.com/", "line 1"),
      ("apiVersion: iam.cnrm.cloud.google.com/v1\u{1}\nkind: IAMPolicy\n", "line 1"),
      ("apiVersion: iam.cnrm.cloud.google.com/v1\nkind: IAMPolicy\n", "no 'metadata'"),
      (manifest("IAMPolicy", "{resourceRef: {kind: Project, external: p}, bindings: {}}"), "line 4, column 61"),
      (manifest("IAMPolicyMember", "{member: 'user:a'}"), "no 'resourceRef'"),
      (manifest("IAMPartialPolicy", "{resourceRef: {kind: Project, external: p}, binding: []}"), "no key 'binding'"),
      (
        manifest("IAMPartialPolicy", "{resourceRef: {kind: Project, external: p}, Bindings: []}"),
        "'bindings' is written so"
      ),
      (manifest("IAMPolicy", "{resourceRef: {kind: Project, external: p}, bindings: [], bindings: []}"), "twice"),
      (
        manifest(
          "IAMPolicyMember",
          "{resourceRef: {kind: Project, external: p}, role: roles/viewer, member: 'user:a', memberFrom: {}}"),
        "by 'memberFrom'"
      ),
      (
        manifest(
          "IAMPolicyMember",
          "{resourceRef: {kind: Project, external: p}, role: roles/viewer, member: 'user:a', conditions: {}}"),
        "no key 'conditions'"
      ),
      ("# iam.cnrm.cloud.google.com/\n", "no manifest"),
    ])
  func refused(text: String, words: String) {
    let error = #expect(throws: Failure.self) { try Self.read(text) }
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
  }

  @Test("a manifest that is cut off anywhere, or holds a value of another kind, never asks for less unsaid")
  func broken() throws {
    let text = """
      {"apiVersion": "iam.cnrm.cloud.google.com/v1beta1", "kind": "IAMPartialPolicy", "metadata": {"namespace": "p"},
      "spec": {"resourceRef": {"kind": "Project", "external": "p"}, "bindings": [{"role": "roles/run.invoker",
      "members": [{"member": "user:a@b.example"}], "condition": {"title": "t", "expression": "true"}}]}}
      """
    /// Grants that are missing, or a gap that is said; nil where it is refused.
    func asks(_ bytes: [UInt8]) -> Bool? {
      var estate = Estate()
      guard let items = try? ConnectorReader.read(bytes, file: "test") else { return nil }
      for item in items { estate.add(item, file: "test") }
      return estate.hasGaps
    }
    #expect(asks(Array(text.utf8)) == true, "no policy is there to hold it against")
    for length in 0..<text.utf8.count { #expect(asks(Array(text.utf8.prefix(length))) ?? true, "\(length)") }
    var tree = Tree(source: Array(text.utf8))
    try JSONReader.parse(&tree, in: 0..<text.utf8.count)
    var open = [Tree.root]
    while let id = open.popLast() {
      if tree.kind(id) == .mapping { open += tree.entries(id).map(\.value) }
      if tree.kind(id) == .sequence { open += Array(tree.children(id)) }
      for word in ["7", "\"zz\"", "true", "[7]", "{\"a\": 1}"] {
        var bytes = Array(text.utf8)
        bytes.replaceSubrange(tree.range(id), with: Array(word.utf8))
        #expect(asks(bytes) ?? true, "\(word) at \(tree.range(id))")
      }
    }
    #expect(asks(Array(text.utf8) + [0xFF]) == nil)
  }

  @Test("full names of the kinds that are known")
  func names() {
    #expect(ConnectorKind.bucket.fullName(external: "b") == "//storage.googleapis.com/b")
    #expect(
      ConnectorKind.secret.fullName(name: "s", project: "p") == "//secretmanager.googleapis.com/projects/p/secrets/s")
    #expect(
      ConnectorKind.account.fullName(name: "a", project: "p")
        == "//iam.googleapis.com/projects/p/serviceAccounts/a@p.iam.gserviceaccount.com")
    #expect(ConnectorKind.folder.fullName(name: "f", project: "p") == nil)
    #expect(ConnectorKind.folder.fullName(external: "folders/1") == "//cloudresourcemanager.googleapis.com/folders/1")
  }
}

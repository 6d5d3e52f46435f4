import JobsCore
import Testing

@testable import JobsAudit

@Suite("Telling inputs apart")
struct EstateReaderTests {
  private static func read(_ text: String, resource: String? = nil) throws -> (Estate, [AllowPolicy]) {
    var estate = Estate()
    var policies: [AllowPolicy] = []
    var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
    try EstateReader(.init(resource: resource)) { if case .policy(let policy) = $0 { policies.append(policy) } }.read(
      &values, file: "test", into: &estate)
    return (estate, policies)
  }

  private static let role =
    #"{"Path":"/","RoleName":"a","RoleId":"AROA1","Arn":"arn:aws:iam::111122223333:role/a","AssumeRolePolicyDocument":DOC,"RolePolicyList":[]}"#

  private static func details(trust: String) -> String {
    #"{"RoleDetailList":["# + role.replacing("DOC", with: trust) + "]}"
  }

  private static let trust =
    #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#

  @Test("pages that follow each other, or stand in a list, are one account")
  func pages() throws {
    let first = Self.details(trust: Self.trust)
    let second = first.replacing("role/a", with: "role/b").replacing(#":"a""#, with: #":"b""#)
    for text in [first + second, first + "\n" + second + "\n", "[\(first), \(second)]"] {
      let (estate, _) = try Self.read(text)
      #expect(estate.accounts["111122223333"]?.identities.map(\.name) == ["a", "b"], "\(text)")
    }
  }

  @Test("a document is an object, a text, or a text as in a URL")
  func documents() throws {
    let quoted = Self.trust.replacing("\"", with: #"\""#)
    let encoded = Self.trust.utf8.map { "%" + String(Int($0) + 256, radix: 16).dropFirst() }.joined()
    for trust in [Self.trust, "\"\(quoted)\"", "\"\(encoded)\""] {
      let (estate, _) = try Self.read(Self.details(trust: trust))
      let principals = estate.accounts["111122223333"]?.identities.first?.trust?.statements.first?.principals
      #expect(principals?.items == [.service("ec2.amazonaws.com")])
    }
  }

  @Test("policies of Google come from get-iam-policy, from assets in both spellings, and from searches")
  func google() throws {
    let policy = #"{"bindings":[{"role":"roles/viewer","members":["user:a@b.example"]}],"etag":"x","version":1}"#
    let name = "//cloudresourcemanager.googleapis.com/projects/p"
    let type = "cloudresourcemanager.googleapis.com/Project"
    let texts = [
      policy, #"{"name":"\#(name)","assetType":"\#(type)","iamPolicy":\#(policy),"ancestors":["projects/1"]}"#,
      #"{"name":"\#(name)","asset_type":"\#(type)","iam_policy":\#(policy)}"#,
      #"[{"resource":"\#(name)","assetType":"\#(type)","policy":\#(policy),"project":"projects/1"}]"#,
    ]
    for text in texts {
      let (_, policies) = try Self.read(text, resource: name)
      #expect(policies.map(\.resource) == [name], "\(text)")
      #expect(policies.first?.level == .project)
      #expect(policies.first?.bindings.first?.members == [GoogleMember("user:a@b.example")])
    }
  }

  @Test(
    "what is not known is refused with its place",
    arguments: [
      ("{}", "line 1, column 1: this is nothing that is known: an empty object"),
      (#"{"a":1}"#, "an object with 'a'"), ("[1]", "column 2: this is an integer"), ("", "'test' is empty"),
      ("[]", "is empty"),
      (
        #"{"bindings":[{"role":"roles/r","members":["user:a"],"rank":1}]}"#,
        "line 1, column 53: a binding has no key 'rank'"
      ),
      (#"{"bindings":[{"members":[]}]}"#, "no 'role'"), (#"{"bindings":[],"version":7}"#, "version 7"),
      (#"{"bindings":{}}"#, "a mapping, not a list"), ("{\n \"RoleDetailList\": [\n  {}]}", "line 3, column 3"),
      (#"{"UserDetailList":[],"Unknown":1}"#, "no key 'Unknown'"), (#"{"RoleDetailList""#, "no JSON"),
      ("{\"bindings\":[]}\n{\"bindings\":", "line 2"), ("[{\"bindings\":[]}", "the list ends without"),
      ("[{\"bindings\":[]} {}]", "',' or ']' is missing"), ("true", "a boolean"),
    ])
  func refused(text: String, words: String) {
    let error = #expect(throws: Failure.self) { try Self.read(text) }
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    #expect(error?.kind == .usage)
  }

  @Test("what the input lacks is listed")
  func gaps() throws {
    let attached = Self.details(trust: Self.trust)
      .replacing(
        #""RolePolicyList":[]"#,
        with: #""AttachedManagedPolicies":[{"PolicyName":"x","PolicyArn":"arn:aws:iam::aws:policy/ReadOnlyAccess"}]"#)
    let (estate, _) = try Self.read(attached)
    #expect(estate.hasGaps)
    #expect(estate.notEvaluated.contains { $0.contains("ReadOnlyAccess") })
    let (custom, _) = try Self.read(
      #"{"bindings":[{"role":"projects/p/roles/mine","members":["user:a@b.example"]}]}"#, resource: "//x/y")
    #expect(custom.hasGaps)
    let (known, _) = try Self.read(
      #"{"name":"projects/p/roles/mine","includedPermissions":["run.jobs.run"]}{"bindings":[{"role":"projects/p/roles/mine","members":[]}]}"#,
      resource: "//x/y")
    #expect(!known.hasGaps)
    #expect(known.roles.holds("projects/p/roles/mine", "run.jobs.run"))
    let (truncated, _) = try Self.read(#"{"IsTruncated":true,"# + Self.details(trust: Self.trust).dropFirst())
    #expect(truncated.hasGaps)
  }

  @Test("places are right over line breaks, marks and letters of several bytes")
  func places() throws {
    let text =
      "\u{FEFF}\n  {\"bindings\":[{\"role\":\"roles/ä\",\"members\":[]},\n{\"role\":\"roles/b\",\"members\":[]}]}"
    let (_, policies) = try Self.read(text)
    #expect(policies[0].bindings.map { [$0.location.line, $0.location.column] } == [[2, 16], [3, 1]])
  }
}

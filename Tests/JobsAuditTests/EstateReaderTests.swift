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

  @Test(
    "a page of AWS's own policies alone is of every account, whether it comes before or behind",
    arguments: [true, false])
  func policiesOfAWS(isFirst: Bool) throws {
    let page =
      #"{"UserDetailList":[],"Policies":[{"PolicyName":"Wide","Arn":"arn:aws:iam::aws:policy/Wide","PolicyVersionList":[{"IsDefaultVersion":true,"Document":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:*","Resource":"*"}]}}]}]}"#
    let attached =
      #""RolePolicyList":[],"AttachedManagedPolicies":[{"PolicyName":"Wide","PolicyArn":"arn:aws:iam::aws:policy/Wide"}]"#
    let account = Self.details(trust: Self.trust).replacing(#""RolePolicyList":[]"#, with: attached)
    let (estate, _) = try Self.read(isFirst ? page + account : account + page)
    let graph = AccountGraph(try #require(estate.accounts["111122223333"]))
    let paths = try #require(AccessPaths(graph, to: .privileged)).findings(from: "a")
    #expect(paths.map(\.verdict) == [.proven])
    #expect(!estate.hasGaps && estate.counts.entries.contains { $0.type == "aws-policy" && $0.count == 1 })
  }

  @Test("policies of Google that nobody here judges are named", arguments: ["orgPolicy", "org_policy", "accessPolicy"])
  func unjudged(key: String) throws {
    let name = "//cloudresourcemanager.googleapis.com/projects/p"
    let (estate, _) = try Self.read(
      #"{"name":"\#(name)","assetType":"cloudresourcemanager.googleapis.com/Project","\#(key)":[{"constraint":"x"}]}"#)
    let words = key == "accessPolicy" ? "policies of VPC Service Controls" : "organisation policies of Google"
    #expect(estate.notEvaluated.contains(words), "\(estate.notEvaluated)")
  }

  private static let passing =
    #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:PassRole","Resource":"*"}]}"#
  private static let encoded = passing.utf8.map { "%" + String(Int($0) + 256, radix: 16).dropFirst() }.joined()

  @Test(
    "answers of IAM that hold one policy are judged, and are called by what it is of",
    arguments: [
      (
        #"{"PolicyVersion":{"Document":\#(passing),"VersionId":"v3","IsDefaultVersion":true}}"#,
        "arn:aws:iam::111122223333:policy/p", "AI104", "'arn:aws:iam::111122223333:policy/p'", "", true
      ),
      (
        #"{"PolicyVersion":{"Document":"\#(encoded)","VersionId":"v2","IsDefaultVersion":false}}"#, nil, "AI104",
        "'test'", "another version of the policy than the one that stands", false
      ),
      (
        #"{"RoleName":"r","PolicyName":"p","PolicyDocument":\#(passing)}"#, nil, "AI104", "'role/r p'", "", false
      ),
      (
        #"{"UserName":"u","PolicyName":"p","PolicyDocument":"\#(encoded)"}"#, nil, "AI104", "'user/u p'", "", false
      ),
      (
        passing, "arn:aws:iam::111122223333:role/r", "AI104", "'a policy of arn:aws:iam::111122223333:role/r'", "",
        false
      ),
      (
        #"{"Role":{"RoleName":"r","Arn":"arn:aws:iam::111122223333:role/x/r","AssumeRolePolicyDocument":\#(trust.replacing(#"{"Service":"ec2.amazonaws.com"}"#, with: #""*""#))}}"#,
        nil, "AI106", "'arn:aws:iam::111122223333:role/x/r'",
        "what 'arn:aws:iam::111122223333:role/x/r' may do: 'get-role' tells only who may become it", true
      ),
    ] as [(String, String?, String, String, String, Bool)])
  func answers(
    text: String, subject: String?, code: String, name: String, gap: String, hasCommands: Bool
  ) throws {
    var estate = Estate()
    var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
    try EstateReader(.init(subject: subject)) { _ in }.read(&values, file: "test", into: &estate)
    let found = EstateRules.check(estate)
    #expect(found.map(\.rule.code) == [code])
    #expect(found.first?.message.contains(name) == true, "\(found.map(\.message))")
    #expect(found.first?.remedies.isEmpty == !hasCommands)
    #expect(estate.notEvaluated == (gap.isEmpty ? [] : [gap]) && estate.hasGaps == !gap.isEmpty)
  }

  @Test("an answer without its policy, and a list of policies without their texts, are refused and say so")
  func withoutPolicies() throws {
    for (text, words) in [
      (#"{"PolicyVersion":{"VersionId":"v3"}}"#, "holds no policy document"),
      (#"{"Role":{"RoleName":"r"}}"#, "holds no policy document"),
      (#"{"AttachedPolicies":[]}"#, "this names what there is and holds no policy"),
      (#"{"Policy":{"PolicyName":"p"}}"#, "this names what there is and holds no policy"),
      (#"{"Policies":[{"PolicyName":"p","Arn":"arn:aws:iam::111122223333:policy/p"}]}"#, "leave their texts out"),
    ] {
      let failure = #expect(throws: Failure.self) { try Self.read(text) }
      #expect(failure?.message.contains(words) == true, "\(failure?.message ?? "")")
    }
  }

  @Test("UTF-16, as PowerShell writes it, is told with what to do", arguments: [[0xFF, 0xFE], [0xFE, 0xFF]])
  func wideText(mark: [UInt8]) throws {
    var values = ValueReader(bytes: mark + [0x7B, 0, 0x7D, 0], name: "'test'")
    var estate = Estate()
    let failure = #expect(throws: Failure.self) {
      try EstateReader { _ in }.read(&values, file: "test", into: &estate)
    }
    #expect(failure?.message == "'test' is UTF-16")
    #expect(failure?.hint?.contains("iconv") == true)
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

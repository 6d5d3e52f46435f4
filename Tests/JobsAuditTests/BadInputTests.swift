import JobsCore
import Testing

@testable import JobsAudit

@Suite("Bad input")
struct BadInputTests {
  /// What is found in a text, or nil where it is refused.
  private static func read(_ text: some StringProtocol) -> (estate: Estate, findings: [Finding])? {
    var estate = Estate()
    var findings: [Finding] = []
    let context = PolicyContext(roles: RoleCatalog(), now: .exactly(Instant(seconds: 1_795_305_600)))
    var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
    let reader = EstateReader(observe: { findings += UseRules.check($0, at: context.now.instant) }) { item in
      if case .policy(let policy) = item { findings += PolicyRules.check(policy, context) }
    }
    do throws(Failure) {
      try reader.read(&values, file: "test", into: &estate)
    } catch {
      return nil
    }
    for account in estate.accounts.values { findings += AccountRules.check(account) }
    for single in estate.singles { findings += AccountRules.check(single.account) }
    return (estate, findings)
  }

  private static let trust =
    #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}]}"#
  private static let samples = [
    trust,
    #"{"RoleDetailList":[{"RoleName":"a","RoleId":"AROA1","Arn":"arn:aws:iam::111122223333:role/a","AssumeRolePolicyDocument":\#(trust)}]}"#,
    #"{"bindings":[{"role":"roles/owner","members":["allUsers"]}],"etag":"x","version":1}"#,
    #"{"name":"//cloudresourcemanager.googleapis.com/projects/p","assetType":"cloudresourcemanager.googleapis.com/Project","iamPolicy":{"bindings":[{"role":"roles/owner","members":["allUsers"]}]}}"#,
    #"[{"name":"projects/p/serviceAccounts/a@p.iam.gserviceaccount.com/keys/1","keyType":"USER_MANAGED","validAfterTime":"2026-11-01T00:00:00Z"}]"#,
    #"{"AccessKeyMetadata":[{"UserName":"e","AccessKeyId":"A","Status":"Active","CreateDate":"2020-01-01T00:00:00Z"}]}"#,
  ]

  @Test("a file that is cut off anywhere is refused, and never without findings", arguments: samples)
  func truncated(text: String) throws {
    let whole = try #require(Self.read(text))
    #expect(!whole.findings.isEmpty)
    for length in 0..<text.count { #expect(Self.read(text.prefix(length)) == nil, "\(length)") }
  }

  @Test(
    "a value of another kind than it ought to be loses no finding: it is refused, or said",
    arguments: samples)
  func otherKinds(text: String) throws {
    let whole = try #require(Self.read(text)).findings.map(\.rule.code)
    var tree = Tree(source: Array(text.utf8))
    try JSONReader.parse(&tree, in: 0..<text.utf8.count)
    var values: [Tree.ID] = [Tree.root]
    while let id = values.popLast() {
      if tree.kind(id) == .mapping { values += tree.entries(id).map(\.value) }
      if tree.kind(id) == .sequence { values += Array(tree.children(id)) }
      let others: [Tree.Kind: String] = [
        .int: "7", .string: #""zz""#, .bool: "true", .sequence: "[7]", .mapping: #"{"a":1}"#,
      ]
      for (kind, word) in others where kind != tree.kind(id) {
        var bytes = Array(text.utf8)
        bytes.replaceSubrange(tree.range(id), with: Array(word.utf8))
        guard let read = Self.read(String(decoding: bytes, as: UTF8.self)) else { continue }
        let found = read.findings.map(\.rule.code)
        #expect(
          Set(whole).isSubset(of: found) || read.estate.hasGaps,
          "\(word) in place of \(tree.range(id)) leaves \(found)")
      }
    }
  }

  @Test(
    "what a cloud would not take or write is refused",
    arguments: [
      #"{"bindings":[],"bindings":[{"role":"roles/owner","members":["allUsers"]}],"etag":"x"}"#,
      #"{"bindings":[{"role":"roles/owner","members":["allUsers"],"members":[]}],"etag":"x"}"#,
      #"{"bindings":[{"role":"roles/owner"}],"etag":"x"}"#, #"{"bindings":[{"role":"owner","members":[]}],"etag":"x"}"#,
      #"{"name":"projects/p","assetType":"cloudresourcemanager.googleapis.com/Project","iamPolicy":{"bindings":[]}}"#,
      #"{"Version":"2012-10-17","Statement":[]}"#,
      #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[],"Resource":"*"}]}"#,
      #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":[]}]}"#,
      #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"bucket"}]}"#,
      #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*","Principal":{"AWS":[]}}]}"#,
      #"{"AccessKeyMetadata":[{"UserName":"e","AccessKeyId":"A","Status":"Active"}]}"#,
      #"{"Arn":"eve","JobStatus":"COMPLETED","ServicesLastAccessed":[]}"#,
      #"{"name":"projects/1/locations/global/insightTypes/google.iam.policy.Insight/insights/a","content":{}}"#,
      #"{"Policies":[{"PolicyName":"p","Arn":"p","PolicyVersionList":[{"IsDefaultVersion":true,"Document":\#(trust)}]}]}"#,
    ])
  func refused(text: String) throws { #expect(Self.read(text) == nil) }

  // MARK: One policy that cannot be read

  private static func user(_ name: String, _ document: String) -> String {
    #"{"UserName":"\#(name)","UserId":"AIDA\#(name)","Arn":"arn:aws:iam::111122223333:user/\#(name)","UserPolicyList":[{"PolicyName":"own","PolicyDocument":\#(document)}]}"#
  }

  @Test(
    "a policy of an account that cannot be read is named with its place, and the others are judged",
    arguments: [
      (
        #"{"Version":"2030-01-01","Statement":[]}"#,
        "policies of version '2030-01-01' are not known"
      ),
      (
        #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","When":1}]}"#,
        "a statement has no key 'When'"
      ),
      (
        #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringAlmost":{"a":"b"}}}]}"#,
        "'StringAlmost' is no operator of conditions"
      ),
      (#""%7Bno""#, "a policy as a text is no JSON"), ("7", "a policy is an integer, not a mapping"),
    ])
  func unread(document: String, words: String) throws {
    let all =
      #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#
    let text = "{\"UserDetailList\":[\(Self.user("ann", all)),\n\(Self.user("bob", document))]}"
    let read = try #require(Self.read(text))
    #expect(read.findings.map(\.resource).contains("arn:aws:iam::111122223333:user/ann"))
    #expect(read.estate.hasGaps)
    let said = read.estate.notEvaluated.filter { $0.contains(" at test:2:") }
    #expect(
      said.count == 1
        && said[0].hasPrefix("the policy 'arn:aws:iam::111122223333:user/bob own' at test:2:"))
    #expect(said[0].contains(words), "\(said)")
    // What nobody has read is taken away by nobody either.
    let direct = read.findings.filter { $0.rule.code == "AI110" }
    #expect(direct.map(\.remedies.isEmpty) == [false, true])
  }

  @Test(
    "what a policy that cannot be read denies or bounds is not known, so nothing that it holds for is proven"
  )
  func unreadDenies() throws {
    let all =
      #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#
    func decision(_ more: String) throws -> Decision {
      let user =
        #"{"UserName":"a","UserId":"AIDAA","Arn":"arn:aws:iam::111122223333:user/a","UserPolicyList":[{"PolicyName":"all","PolicyDocument":\#(all)}\#(more)}"#
      let policy =
        #"{"PolicyName":"b","Arn":"arn:aws:iam::111122223333:policy/b","PolicyVersionList":[{"IsDefaultVersion":true,"Document":{"Version":"?"}}]}"#
      let read = try #require(Self.read(#"{"UserDetailList":[\#(user)],"Policies":[\#(policy)]}"#))
      return AccountGraph(try #require(read.estate.accounts["111122223333"])).decide(
        0, "s3:GetObject", on: .init("*"))
    }
    #expect(try decision("]").outcome == .allowed)
    let odd = try decision(#",{"PolicyName":"odd","PolicyDocument":{}}]"#)
    #expect(
      odd.outcome == .possible
        && odd.missing == ["what 'arn:aws:iam::111122223333:user/a odd' says"])
    for arn in ["arn:aws:iam::111122223333:policy/b", "arn:aws:iam::111122223333:policy/none"] {
      let bound = try decision(#"],"PermissionsBoundary":{"PermissionsBoundaryArn":"\#(arn)"}"#)
      #expect(bound.outcome == .possible && bound.missing == ["what '\(arn)' says"])
    }
  }

  @Test("one policy among many values is named too, of both clouds; alone it is refused")
  func unreadValues() throws {
    let asset = Self.samples[3]
    for odd in [
      asset.replacing("roles/owner", with: "owner"),
      asset.replacing(#""members""#, with: #""people""#),
      #"{"ARN":"arn:aws:secretsmanager:e:1:secret:a-bcdefg","Name":"a","ResourcePolicy":"{}"}"#,
      Self.trust.replacing("2012", with: "2030"),
    ] {
      #expect(Self.read(odd) == nil, "\(odd)")
      let read = try #require(Self.read("\(odd)\n\(asset)\n\(odd)"), "\(odd)")
      #expect(!read.findings.isEmpty && read.estate.hasGaps)
      #expect(
        read.estate.notEvaluated.count {
          $0.hasPrefix("a policy at test:1:") || $0.hasPrefix("a policy at test:3:")
        }
          == 2, "\(read.estate.notEvaluated)")
    }
    let many = (0..<30).map { _ in Self.samples[3].replacing("roles/owner", with: "owner") }
    let read = try #require(Self.read((many + [asset]).joined(separator: "\n")))
    #expect(read.estate.notEvaluated.contains("10 more of the input that cannot be read"))
  }

  @Test("a policy of an organisation that cannot be read leaves unknown what it allows")
  func unreadLevel() throws {
    let all =
      #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#
    let levels =
      #"{"OrganizationPolicies":{"Account":"111122223333","Levels":[{"SERVICE_CONTROL_POLICY":[{"Name":"odd","Content":"{}"}]}]}}"#
    let read = try #require(Self.read("\(levels)\n{\"UserDetailList\":[\(Self.user("ann", all))]}"))
    let graph = AccountGraph(try #require(read.estate.accounts["111122223333"]))
    #expect(graph.decide(0, "s3:GetObject", on: .init("*")).outcome == .possible)
    #expect(read.estate.hasGaps)
    #expect(
      read.estate.notEvaluated.contains {
        $0.hasPrefix("the policy 'odd' of the AWS organisation at test:1:")
      })
  }

  @Test("a policy of a resource without a statement lets nobody in, and is read")
  func empty() throws {
    let secret = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf"
    let text = #"{\"Version\":\"2012-10-17\",\"Statement\":[]}"#
    let read = try #require(Self.read(#"{"ARN":"\#(secret)","Name":"db","ResourcePolicy":"\#(text)"}"#))
    #expect(read.estate.resourcePolicies.map(\.document.statements.count) == [0] && read.findings.isEmpty)
  }

  @Test("an object of many keys with one of them twice is refused too")
  func repeatedAmongMany() throws {
    let keys = (0..<40).map { #""k\#($0)":1"# } + [#""k3":2"#]
    #expect(
      Self.read(
        #"[{"name":"projects/p/serviceAccounts/a@p.iam.gserviceaccount.com/keys/1","validAfterTime":"2020-01-01T00:00:00Z","x":{\#(keys.dropLast().joined(separator: ","))}}]"#
      ) != nil)
    #expect(
      Self.read(
        #"[{"name":"projects/p/serviceAccounts/a@p.iam.gserviceaccount.com/keys/1","validAfterTime":"2020-01-01T00:00:00Z","x":{\#(keys.joined(separator: ","))}}]"#
      ) == nil)
  }

  @Test("a member whose form nobody knows, and an account that names nobody, are gaps that are said")
  func gaps() throws {
    let stranger = try #require(
      Self.read(#"{"bindings":[{"role":"roles/viewer","members":["robot:a@b.example","zz"]}],"etag":"x"}"#))
    #expect(stranger.estate.hasGaps)
    #expect(
      stranger.estate.notEvaluated.contains { $0.hasPrefix("who 'robot:a@b.example' at test:1:14 is, and 1 members") })
    let empty = try #require(
      Self.read(#"{"UserDetailList":[],"GroupDetailList":[],"RoleDetailList":[],"Policies":[]}"#))
    #expect(empty.estate.hasGaps && empty.estate.notEvaluated.contains { $0.hasPrefix("an account:") })
  }

  @Test("shapes may be mixed in a file, and one that is not known refuses it all")
  func mixed() throws {
    let all = try #require(Self.read(Self.samples.joined(separator: "\n")))
    #expect(
      all.estate.counts.entries.map(\.type) == [
        "aws-document", "aws-role", "google-policy", "google-key", "aws-access-key",
      ])
    for (place, _) in Self.samples.enumerated() {
      var texts = Self.samples
      texts.insert(#"{"findings":[]}"#, at: place)
      #expect(Self.read(texts.joined(separator: "\n")) == nil)
    }
  }

  @Test("policies of 6,144 characters and beyond are read, and those past all limits are refused")
  func long() throws {
    func policy(_ length: Int) -> String {
      let head = #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":["sts:AssumeRole""#
      let tail = #"]}]}"#
      var text = head
      while text.utf8.count + tail.utf8.count + 30 < length { text += #","sts:\#(text.utf8.count)""# }
      return text + tail + String(repeating: " ", count: max(0, length - text.utf8.count - tail.utf8.count))
    }
    for length in [6_144, 6_145, 10_240, 20_480, 1 << 20] {
      let text = policy(length)
      #expect(text.utf8.count == length)
      #expect(Self.read(text)?.findings.map(\.rule.code).contains("AI106") == true, "\(length)")
    }
    #expect(Self.read(policy((1 << 20) + 200)) == nil)
  }

  @Test("members that look like others are found, and those that nobody can read are not passed over")
  func homoglyphs() throws {
    // A Cyrillic letter, and a letter of full width.
    for member in ["user:ann@\u{0430}cme.example", "user:\u{FF41}nn@acme.example"] {
      let found = try #require(
        Self.read(#"{"bindings":[{"role":"roles/viewer","members":["\#(member)"]}],"etag":"x"}"#))
      #expect(found.findings.contains { $0.rule.name == "lookalike-member" }, "\(member)")
    }
  }

  @Test("a condition that does not parse is said, and is neither true nor false")
  func condition() throws {
    let found = try #require(
      Self.read(
        #"{"bindings":[{"role":"roles/owner","members":["user:a@gmail.com"],"condition":{"title":"t","expression":"request.time <"}}],"version":3}"#
      ))
    let codes = found.findings.map(\.rule.name)
    #expect(codes.contains("unreadable-condition") && codes.contains("basic-role"), "\(codes)")
  }
}

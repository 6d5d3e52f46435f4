import JobsCore
import Testing

@testable import JobsAudit

@Suite("Commands that mend statements of AWS")
struct StatementRemedyTests {
  private static let base = "arn:aws:iam::111122223333:"

  private static func findings(_ account: String) throws -> [Finding] {
    var estate = Estate()
    var values = ValueReader(bytes: Array(account.utf8), name: "'test'")
    try EstateReader { _ in }.read(&values, file: "test", into: &estate)
    return EstateRules.check(estate)
  }

  private static func policy(_ statements: String) -> String {
    #"{"Version":"2012-10-17","Statement":[\#(statements)]}"#
  }

  private static func user(_ statements: String) -> String {
    #"{"UserDetailList":[{"UserName":"eve","UserId":"AIDAEVE","Arn":"\#(base)user/eve","UserPolicyList":[{"PolicyName":"own","PolicyDocument":\#(policy(statements))}]}]}"#
  }

  private static func role(_ statements: String) -> String {
    #"{"RoleDetailList":[{"RoleName":"r","RoleId":"AROAR","Arn":"\#(base)role/r","AssumeRolePolicyDocument":\#(policy(statements))}]}"#
  }

  private static func trust(_ principal: String, _ more: String = "") -> String {
    #"{"Effect":"Allow","Principal":\#(principal),"Action":"sts:AssumeRole"\#(more)}"#
  }

  /// What each rule over statements finds; its commands take that away.
  private static let found: [(code: String, account: String)] = [
    ("AI101", user(#"{"Effect":"Allow","Action":"*","Resource":"*"}"#)),
    ("AI102", user(#"{"Effect":"Allow","Action":"iam:*","Resource":"*"}"#)),
    ("AI103", user(#"{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}"#)),
    ("AI104", user(#"{"Effect":"Allow","Action":"iam:PassRole","Resource":"*"}"#)),
    ("AI105", user(#"{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}"#)),
    ("AI106", role(trust(#""*""#))), ("AI107", role(trust(#"{"AWS":"999988887777"}"#))),
    (
      "AI108",
      role(
        #"{"Effect":"Allow","Principal":{"Federated":"\#(base)oidc-provider/token.actions.githubusercontent.com"},"Action":"sts:AssumeRoleWithWebIdentity"}"#
      )
    ),
    ("AI109", role(trust(#"{"AWS":["AIDAGONEGONEGONEGONE1","\#(base)user/ann"]}"#))),
    (
      "AI111",
      #"{"UserDetailList":[{"UserName":"eve","UserId":"AIDAEVE","Arn":"\#(base)user/eve","AttachedManagedPolicies":[{"PolicyName":"c","PolicyArn":"arn:aws:iam::aws:policy/AWSCloudShellFullAccess"}]}]}"#
    ),
  ]

  @Test("every rule over statements has commands and their inverse", arguments: found.map(\.code))
  func all(_ code: String) throws {
    let account = try #require(Self.found.first { $0.code == code }).account
    let finding = try #require(try Self.findings(account).first { $0.rule.code == code })
    let remedy = try #require(finding.remedies.first)
    #expect(!remedy.undo.isEmpty && remedy.run != remedy.undo)
    // What is put back is what was read before, under the same name.
    if remedy.undo.contains("file://") {
      #expect(remedy.run.contains("> \(finding.file).json\n") && remedy.undo.hasSuffix("file://\(finding.file).json"))
    }
    // What is changed or deleted is what was judged.
    #expect(remedy.run.contains("the statement is another by now") || remedy.run.contains("detach-user-policy"))
  }

  private static func remedy(_ account: String, _ code: String) throws -> Finding.Remedy {
    try #require(try findings(account).first { $0.rule.code == code }?.remedies.first)
  }

  @Test("a statement is changed only if it is the one that was judged, and the last one takes its policy with it")
  func alone() throws {
    let last = try Self.remedy(Self.found[0].account, "AI101")
    #expect(
      last.run.contains(
        #"if ([.Statement] | flatten | .[0]) == {"Effect":"Allow","Action":"*","Resource":"*"} then "own" else"#),
      "\(last.run)")
    #expect(last.run.contains("aws iam delete-user-policy --user-name eve --policy-name \"$(jq -r "))
    #expect(last.undo.hasPrefix("aws iam put-user-policy --user-name eve --policy-name own --policy-document "))
    let open = try Self.remedy(Self.found[5].account, "AI106")
    #expect(open.run.contains(#".[0].Effect = "Deny""#) && open.run.contains("update-assume-role-policy"))
  }

  @Test("of several principals that alone goes which is meant")
  func principals() throws {
    for (principal, code, gone) in [
      (#"{"AWS":["AIDAGONEGONEGONEGONE1","\#(Self.base)user/ann"]}"#, "AI109", #". == "AIDAGONEGONEGONEGONE1""#),
      (#"{"AWS":["*","\#(Self.base)user/ann"]}"#, "AI106", #". == "*""#),
      (
        #"{"AWS":["999988887777","\#(Self.base)user/ann"]}"#, "AI107",
        #". == "999988887777" or endswith(":iam::999988887777:root")"#
      ),
    ] {
      let remedy = try Self.remedy(Self.role(Self.trust(principal)), code)
      #expect(remedy.run.contains("map(select((\(gone)) | not))"), "\(remedy.run)")
    }
  }

  @Test("actions that do nothing go alone, and with their statement where it has no others")
  func actions() throws {
    let one = #"{"Effect":"Allow","Action":["s3:GetObjekt","s3:GetObject"],"Resource":"arn:aws:s3:::b/*"}"#
    #expect(
      try Self.remedy(Self.user(one), "AI112").run.contains(#".Action |= ([.] | flatten - ["s3:GetObjekt"] + [])"#))
    let alone = one.replacing(#","s3:GetObject""#, with: "")
    #expect(try Self.remedy(Self.user("\(alone),\(one)"), "AI112").run.contains("del(.[0])"))
    let wildcard = try Self.remedy(Self.user(one.replacing("s3:GetObjekt", with: "s3:PutObject*")), "AI113").run
    #expect(
      wildcard.contains(#"flatten - ["s3:PutObject*"] + ["s3:PutObject","#) && !wildcard.contains("s3:PutObjectAcl"))
    let every = #"{"Effect":"Allow","Action":"s3:PutObject","Resource":"*"}"#
    #expect(
      try Self.remedy(Self.user(every), "AI114").run.contains(
        #".Condition.StringEqualsIfExists["aws:ResourceAccount"] = "111122223333""#))
  }

  @Test("of a managed policy the version that was is the default again, and the one that was made is gone")
  func managed() throws {
    let arn = "\(Self.base)policy/p"
    let account =
      #"{"Policies":[{"PolicyName":"p","Arn":"\#(arn)","PolicyVersionList":[{"VersionId":"v1","IsDefaultVersion":true,"Document":\#(Self.policy(#"{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"iam:*","Resource":"*"}"#))}]}]}"#
    let finding = try #require(try Self.findings(account).first)
    let remedy = try #require(finding.remedies.first)
    #expect(remedy.run.contains("create-policy-version --policy-arn \(arn)") && remedy.run.contains("del(.[0])"))
    #expect(
      remedy.undo
        == #"""
        aws iam set-default-policy-version --policy-arn \#(arn) --version-id "$(cat \#(finding.file).version)"
        aws iam delete-policy-version --policy-arn \#(arn) --version-id "$(cat \#(finding.file).new.version)"
        """#)
  }

  @Test("a policy that stands alone in a file has no commands: nobody knows what has it")
  func unknown() throws {
    let found = try Self.findings(Self.policy(#"{"Effect":"Allow","Action":"*","Resource":"*"}"#))
    #expect(found.map(\.rule.code) == ["AI101"] && found[0].remedies.isEmpty)
  }

  @Test("a grant within an identity ends on a day, and sooner where it says so already")
  func limits() throws {
    let remedy = try #require(
      AWSRemedy.limiting(policy: "own", of: .role, name: "r", until: "2027-03-31", file: "r1"))
    #expect(remedy.run.contains(#""2027-03-31T00:00:00Z""#) && remedy.run.contains("min"))
    #expect(remedy.undo == "aws iam put-role-policy --role-name r --policy-name own --policy-document file://r1.json")
  }
}

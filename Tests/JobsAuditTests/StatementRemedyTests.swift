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
  }

  @Test("a statement is changed only if it is the one that was judged, and a policy keeps one that allows nothing more")
  func alone() throws {
    let remedy = try #require(try Self.findings(Self.found[0].account).first?.remedies.first)
    #expect(remedy.run.contains(#"if ([.Statement] | flatten | .[0] | [.Action] | flatten) == ["*"] then"#))
    #expect(remedy.run.contains(#"Action: "sts:GetCallerIdentity""#) && remedy.run.contains("put-user-policy"))
    let open = try #require(try Self.findings(Self.found[5].account).first?.remedies.first)
    #expect(open.run.contains(#".[0].Effect = "Deny""#) && open.run.contains("update-assume-role-policy"))
    let gone = try #require(try Self.findings(Self.found[8].account).first { $0.rule.code == "AI109" }?.remedies.first)
    #expect(gone.run.contains(#"flatten - ["AIDAGONEGONEGONEGONE1"]"#))
  }

  @Test("of a managed policy the version that was is the default again")
  func managed() throws {
    let arn = "\(Self.base)policy/p"
    let account =
      #"{"Policies":[{"PolicyName":"p","Arn":"\#(arn)","PolicyVersionList":[{"VersionId":"v1","IsDefaultVersion":true,"Document":\#(Self.policy(#"{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"iam:*","Resource":"*"}"#))}]}]}"#
    let finding = try #require(try Self.findings(account).first)
    let remedy = try #require(finding.remedies.first)
    #expect(remedy.run.contains("create-policy-version --policy-arn \(arn)") && remedy.run.contains("del(.[0])"))
    #expect(
      remedy.undo
        == #"aws iam set-default-policy-version --policy-arn \#(arn) --version-id "$(cat \#(finding.file).version)""#)
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

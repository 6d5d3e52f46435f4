import JobsCore
import Testing

@testable import JobsAudit

@Suite("Policies that may be attached where a condition says which")
struct AttachingTests {
  private static let iam = "arn:aws:iam::111122223333:"
  private static let administrator = "arn:aws:iam::aws:policy/AdministratorAccess"

  private static func policy(_ name: String, of owner: String = "111122223333", _ statement: String) -> String {
    #"{"PolicyName":"\#(name)","Arn":"arn:aws:iam::\#(owner):policy/\#(name)","PolicyVersionList":[{"IsDefaultVersion":true,"Document":{"Version":"2012-10-17","Statement":[\#(statement)]}}]}"#
  }

  private static func allow(_ action: String, on resource: String = "*", _ more: String = "") -> String {
    #"{"Effect":"Allow","Action":"\#(action)","Resource":"\#(resource)"\#(more)}"#
  }

  /// Eve, who may attach policies to herself where a condition holds, a worker whom all trust, and some policies.
  private static func path(
    _ condition: String, action: String = "iam:AttachUserPolicy", more: String = "", attached: String = "",
    policies: String? = nil
  ) throws -> Finding? {
    let statement = allow(action, on: "*", #","Condition":\#(condition)"#) + (more.isEmpty ? "" : ",\(more)")
    let all =
      policies
      ?? [
        policy("read", allow("s3:GetObject")), policy("team/write", allow("s3:PutObject")),
        policy("pass", allow("iam:PassRole")), policy("rule", allow("*")),
        policy("ViewOnlyAccess", of: "aws", allow("ec2:Describe*")),
      ].joined(separator: ",")
    let text =
      #"{"UserDetailList":[{"UserName":"eve","UserId":"AIDAEVE","Arn":"\#(iam)user/eve","AttachedManagedPolicies":[\#(attached)],"UserPolicyList":[{"PolicyName":"own","PolicyDocument":{"Version":"2012-10-17","Statement":[\#(statement)]}}]}],"RoleDetailList":[{"RoleName":"worker","RoleId":"AROAW","Arn":"\#(iam)role/worker","AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":"\#(iam)user/eve"}}}}],"Policies":[\#(all)]}"#
    var estate = Estate()
    var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
    try EstateReader { _ in }.read(&values, file: "test", into: &estate)
    let graph = AccountGraph(try #require(estate.accounts["111122223333"]))
    return AccessPaths(graph, to: .privileged)?.findings(from: "eve").first
  }

  private static func only(_ arns: String..., operation: String = "ArnEquals") -> String {
    let list = arns.map { "\"\($0)\"" }.joined(separator: ",")
    return #"{"\#(operation)":{"iam:PolicyARN":[\#(list)]}}"#
  }

  @Test("where all that may be attached is known, and none of it leads on, there is no path")
  func harmless() throws {
    for operation in ["ArnEquals", "ArnLike", "StringEquals", "StringLike"] {
      #expect(try Self.path(Self.only("\(Self.iam)policy/read", operation: operation)) == nil, "\(operation)")
      #expect(
        try Self.path(
          Self.only("\(Self.iam)policy/read", "arn:aws:iam::aws:policy/ViewOnlyAccess", operation: operation)) == nil)
    }
    // All policies of a path of the account are in its details.
    #expect(try Self.path(Self.only("\(Self.iam)policy/team/*", operation: "ArnLike")) == nil)
    // A part of a way alone is none.
    #expect(try Self.path(Self.only("\(Self.iam)policy/pass")) == nil)
    // By a role that she can become it is the same.
    let role = try Self.path(Self.only("\(Self.iam)policy/read"), action: "iam:AttachRolePolicy")
    #expect(role == nil)
    // What she has already gives her nothing.
    let own = #"{"PolicyName":"pass","PolicyArn":"\#(Self.iam)policy/pass"}"#
    #expect(
      try Self.path(Self.only("\(Self.iam)policy/pass"), more: Self.allow("lambda:CreateFunction"), attached: own)
        == nil)
  }

  @Test("a policy that rules and may be attached is a proven path, which names it")
  func ruling() throws {
    let named = try #require(try Self.path(Self.only("\(Self.iam)policy/read", "\(Self.iam)policy/rule")))
    #expect(
      named.verdict == .proven && named.path.map(\.by) == ["iam-008 iam:AttachUserPolicy of \(Self.iam)policy/rule"])
    let all = try #require(try Self.path(Self.only("arn:aws:iam::aws:policy/*", operation: "ArnLike")))
    #expect(all.verdict == .proven && all.path.first?.by.hasSuffix(Self.administrator) == true)
    let role = try #require(
      try Self.path(Self.only("\(Self.iam)policy/rule"), action: "iam:AttachRolePolicy"))
    #expect(role.verdict == .proven && role.path.first?.by.hasPrefix("iam-014 ") == true, "\(role.path)")
    // A second condition that nobody knows leaves it open.
    let asked = #"{"ArnEquals":{"iam:PolicyARN":"\#(Self.iam)policy/rule"},"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}"#
    let possible = try #require(try Self.path(asked))
    #expect(possible.verdict == .possible && possible.missing == ["aws:SourceIp"])
  }

  @Test("what is not known of what may be attached is named")
  func unknown() throws {
    func missing(_ condition: String, more: String = "", policies: String? = nil) throws -> [String]? {
      let found = try Self.path(condition, more: more, policies: policies)
      #expect(found == nil || found?.verdict == .possible)
      return found?.missing
    }
    let elsewhere = "arn:aws:iam::aws:policy/ReadOnlyAccess"
    #expect(try missing(Self.only(elsewhere)) == ["what '\(elsewhere)' says"])
    #expect(
      try missing(Self.only("arn:aws:iam::aws:policy/View*", operation: "ArnLike"))
        == ["what the other policies say that 'iam:PolicyARN' admits"])
    #expect(
      try missing(Self.only(Self.administrator, "\(Self.iam)policy/rule", operation: "ArnNotEquals"))
        == ["what the other policies say that 'iam:PolicyARN' admits"])
    // The rest of a way is hers.
    let rest = Self.allow("lambda:CreateFunction") + "," + Self.allow("lambda:InvokeFunction")
    #expect(
      try missing(Self.only("\(Self.iam)policy/pass"), more: rest)
        == ["whether what '\(Self.iam)policy/pass' allows leads on"])
    // Who makes policies, or another version of one, decides what they say.
    let team = Self.only("\(Self.iam)policy/team/*", operation: "ArnLike")
    #expect(
      try missing(team, more: Self.allow("iam:CreatePolicy"))
        == ["what the other policies say that 'iam:PolicyARN' admits"])
    #expect(
      try missing(Self.only("\(Self.iam)policy/read"), more: Self.allow("iam:CreatePolicyVersion"))
        == ["that '\(Self.iam)policy/read' is given another version first"])
    // Details without the account's own policies do not say that there is none.
    #expect(
      try missing(team, policies: Self.policy("ViewOnlyAccess", of: "aws", Self.allow("ec2:Describe*")))
        == ["what the other policies say that 'iam:PolicyARN' admits"])
    let odd =
      #"{"PolicyName":"odd","Arn":"\#(Self.iam)policy/odd","PolicyVersionList":[{"IsDefaultVersion":true,"Document":{}}]}"#
    #expect(
      try missing(Self.only("\(Self.iam)policy/odd"), policies: odd) == ["what '\(Self.iam)policy/odd' says"])
  }
}

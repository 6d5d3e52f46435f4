import JobsCore
import Testing

@testable import JobsAudit

@Suite("Paths across accounts and clouds")
struct EstateGraphTests {
  private static let home = "111122223333"
  private static let other = "444455556666"
  private static let provider = "arn:aws:iam::\(home):oidc-provider/token.actions.githubusercontent.com"
  private static let secret = "arn:aws:secretsmanager:eu-west-1:\(home):secret:db-AbCdEf"

  // MARK: Accounts

  private static func document(_ statements: String) -> String {
    #"{"Version":"2012-10-17","Statement":[\#(statements)]}"#
  }

  private static func trust(_ principal: String, _ action: String = "sts:AssumeRole", condition: String = "{}")
    -> String
  {
    #"{"Effect":"Allow","Principal":\#(principal),"Action":"\#(action)","Condition":\#(condition)}"#
  }

  private static func allow(_ action: String, on resource: String) -> String {
    #"{"Effect":"Allow","Action":"\#(action)","Resource":"\#(resource)"}"#
  }

  private static func identity(
    _ kind: String, _ name: String, of account: String, trust: String? = nil, _ statements: String? = nil
  ) -> String {
    let own = statements.map {
      #","\#(kind)PolicyList":[{"PolicyName":"own","PolicyDocument":\#(document($0))}]"#
    }
    let trusted = trust.map { #","AssumeRolePolicyDocument":\#(document($0))"# }
    return
      #"{"\#(kind)Name":"\#(name)","\#(kind)Id":"A\#(account)\#(name)","Arn":"arn:aws:iam::\#(account):\#(kind.lowercased())/\#(name)"\#(trusted ?? "")\#(own ?? "")}"#
  }

  private static func account(users: [String] = [], roles: [String]) -> String {
    #"{"UserDetailList":[\#(users.joined(separator: ","))],"RoleDetailList":[\#(roles.joined(separator: ","))]}"#
  }

  private static func graph(_ lines: [String]) throws -> EstateGraph {
    var estate = Estate()
    var google = GoogleEstate()
    var values = ValueReader(bytes: Array(lines.joined(separator: "\n").utf8), name: "'test'")
    try EstateReader { google.add($0) }.read(&values, file: "test", into: &estate)
    return EstateGraph(
      estate.accountOrder.compactMap { estate.accounts[$0] }.map { AccountGraph($0) },
      google.policies.isEmpty ? nil : GoogleGraph(google, roles: estate.roles, at: nil),
      policies: estate.resourcePolicies)
  }

  private static func found(_ graph: EstateGraph, to name: String, from: String? = nil) -> [Finding] {
    AccessPaths(graph, to: .named(name))?.findings(from: from) ?? []
  }

  // MARK: Accounts

  @Test("a role of another account is reached where both sides allow it, and onward")
  func across() throws {
    let target = "arn:aws:iam::\(Self.home):role/target"
    let home = Self.account(roles: [
      Self.identity("Role", "target", of: Self.home, trust: Self.trust(#"{"AWS":"\#(Self.other)"}"#))
    ])
    let there = Self.account(
      users: [
        Self.identity(
          "User", "eve", of: Self.other, Self.allow("sts:AssumeRole", on: "arn:aws:iam::\(Self.other):role/middle")),
        Self.identity("User", "ann", of: Self.other, Self.allow("s3:*", on: "*")),
        Self.identity(
          "User", "bob", of: Self.other, Self.allow("sts:AssumeRole", on: "arn:aws:iam::\(Self.home):role/else")),
      ],
      roles: [
        Self.identity(
          "Role", "middle", of: Self.other, trust: Self.trust(#"{"AWS":"\#(Self.other)"}"#),
          Self.allow("sts:AssumeRole", on: target))
      ])
    let graph = try Self.graph([home, there])
    let findings = Self.found(graph, to: target)
    #expect(
      findings.compactMap(\.principal) == [
        "arn:aws:iam::\(Self.other):user/eve", "arn:aws:iam::\(Self.other):role/middle",
      ])
    #expect(findings.first?.path.count == 2 && findings.allSatisfy { $0.verdict == .proven })
    let cut = try #require(SmallestCut(graph, to: .named(target)).statements(from: "eve"))
    #expect(cut.count == 1 && Self.found(graph.without(Set(cut)), to: target, from: "eve").isEmpty)
    // Named by its ARN, a principal of another account still needs a right at home.
    let named = Self.account(roles: [
      Self.identity(
        "Role", "target", of: Self.home, trust: Self.trust(#"{"AWS":"arn:aws:iam::\#(Self.other):user/ann"}"#))
    ])
    #expect(Self.found(try Self.graph([named, there]), to: target).isEmpty)
  }

  @Test("an organisation that denies its identities, or its resources, keeps them apart")
  func denied() throws {
    let target = "arn:aws:iam::\(Self.home):role/target"
    let home = Self.account(roles: [
      Self.identity("Role", "target", of: Self.home, trust: Self.trust(#"{"AWS":"\#(Self.other)"}"#))
    ])
    let there = Self.account(
      users: [Self.identity("User", "eve", of: Self.other, Self.allow("sts:*", on: "*"))], roles: [])
    func levels(_ account: String, _ kind: String, _ statement: String) -> String {
      let all = kind == "SERVICE_CONTROL_POLICY" ? Self.allow("*", on: "*") + "," : ""
      return
        #"{"OrganizationPolicies":{"Account":"\#(account)","Levels":[{"\#(kind)":[{"Name":"no","Content":\#(Self.document(all + statement))}]}]}}"#
    }
    let deny = #"{"Effect":"Deny","Action":"sts:AssumeRole","Resource":"*"}"#
    let service = levels(Self.other, "SERVICE_CONTROL_POLICY", deny)
    let resource = levels(
      Self.home, "RESOURCE_CONTROL_POLICY", deny.replacing(#""Effect""#, with: #""Principal":"*","Effect""#))
    let elsewhere = levels(Self.home, "SERVICE_CONTROL_POLICY", deny)
    #expect(Self.found(try Self.graph([home, there]), to: target).count == 1)
    #expect(Self.found(try Self.graph([home, there, service]), to: target).isEmpty)
    #expect(Self.found(try Self.graph([home, there, resource]), to: target).isEmpty)
    #expect(
      Self.found(try Self.graph([home, there, elsewhere]), to: target).count == 1, "it holds for its own identities")
  }

  // MARK: From outside

  private static func github(_ subject: String?, more: String = "") -> String {
    let sub = subject.map { #","StringLike":{"token.actions.githubusercontent.com:sub":\#($0)}"# } ?? ""
    return trust(
      #"{"Federated":"\#(provider)"}"#, "sts:AssumeRoleWithWebIdentity",
      condition: #"{"StringEquals":{"token.actions.githubusercontent.com:aud":"sts.amazonaws.com"}\#(sub)\#(more)}"#)
  }

  @Test("workflows of GitHub are identities, by the subjects that roles trust")
  func subjects() throws {
    let role = Self.identity(
      "Role", "deploy", of: Self.home, trust: Self.github(#"["repo:acme/app:*","repo:acme/lib:environment:prod"]"#))
    let graph = try Self.graph([Self.account(roles: [role])])
    let all = Self.found(graph, to: "deploy")
    #expect(all.map(\.principal) == ["repo:acme/app:*", "repo:acme/lib:environment:prod"])
    #expect(all.allSatisfy { $0.verdict == .proven && $0.path.map(\.by) == ["sts:AssumeRoleWithWebIdentity"] })
    #expect(all.first?.path.first?.policy == "trust policy of arn:aws:iam::\(Self.home):role/deploy")
    #expect(
      Self.found(graph, to: "deploy", from: "repo:acme/app:ref:refs/heads/main").map(\.principal) == ["repo:acme/app:*"]
    )
    #expect(graph.nodes(named: "repo:evil/app:ref:refs/heads/main").isEmpty)
    let open = try Self.graph([
      Self.account(roles: [Self.identity("Role", "deploy", of: Self.home, trust: Self.github(nil))])
    ])
    #expect(Self.found(open, to: "deploy").map(\.principal) == ["whoever '\(Self.provider)' vouches for"])
    let asked = Self.github(#""repo:acme/app:*""#, more: #","IpAddress":{"aws:SourceIp":"10.0.0.0/8"}"#)
    let narrow = try Self.graph([Self.account(roles: [Self.identity("Role", "deploy", of: Self.home, trust: asked)])])
    #expect(Self.found(narrow, to: "deploy").map(\.verdict) == [.possible])
    #expect(Self.found(narrow, to: "deploy").first?.missing == ["aws:SourceIp"])
  }

  @Test("a deny in a trust closes it for those whom it is about", arguments: [("repo:acme/*", 0), ("repo:evil/*", 1)])
  func deniedSubjects(subject: String, count: Int) throws {
    let deny = Self.github("\"\(subject)\"").replacing(#""Effect":"Allow""#, with: #""Effect":"Deny""#)
    let role = Self.identity(
      "Role", "deploy", of: Self.home, trust: Self.github(#""repo:acme/app:*""#) + "," + deny)
    #expect(Self.found(try Self.graph([Self.account(roles: [role])]), to: "deploy").count == count)
  }

  @Test("other accounts, identities of theirs, providers of SAML and everybody are told as well")
  func outsiders() throws {
    let external = #"{"StringEquals":{"sts:ExternalId":"x"}}"#
    let roles = [
      Self.identity(
        "Role", "a", of: Self.home,
        trust: Self.trust(#"{"AWS":"999999999999"}"#, condition: external) + ","
          + Self.trust(#"{"AWS":"arn:aws:iam::888888888888:user/z"}"#)),
      Self.identity("Role", "b", of: Self.home, trust: Self.trust(#""*""#)),
      Self.identity(
        "Role", "c", of: Self.home,
        trust: Self.trust(#"{"Federated":"arn:aws:iam::\#(Self.home):saml-provider/okta"}"#, "sts:AssumeRoleWithSAML")),
      Self.identity("Role", "d", of: Self.home, trust: Self.trust(#"{"Service":"lambda.amazonaws.com"}"#)),
    ]
    let graph = try Self.graph([Self.account(roles: roles)])
    let first = Self.found(graph, to: "a")
    #expect(first.map(\.principal) == ["account 999999999999", "arn:aws:iam::888888888888:user/z"])
    #expect(first.map(\.verdict) == [.possible, .proven] && first.first?.missing == ["sts:ExternalId"])
    #expect(Self.found(graph, to: "b", from: "everybody").count == 1)
    #expect(
      Self.found(graph, to: "c").map(\.principal) == [
        "whoever 'arn:aws:iam::\(Self.home):saml-provider/okta' vouches for"
      ])
    #expect(Self.found(graph, to: "d").isEmpty)
    #expect(Self.found(graph, to: "a", from: "999999999999").count == 1)
  }

  // MARK: Secrets and functions

  @Test("a secret is reached by those whom their own policies or its policy let, and a deny keeps them out")
  func things() throws {
    let reader = Self.identity(
      "User", "ann", of: Self.home, Self.allow("secretsmanager:GetSecretValue", on: "\(Self.secret.dropLast(6))??????"))
    let nobody = Self.identity("User", "bob", of: Self.home, Self.allow("secretsmanager:ListSecrets", on: "*"))
    let role = Self.identity(
      "Role", "r", of: Self.home, trust: Self.trust(#"{"AWS":"arn:aws:iam::\#(Self.home):user/bob"}"#),
      Self.allow("lambda:InvokeFunction", on: "*"))
    let account = Self.account(users: [reader, nobody], roles: [role])
    let plain = try Self.graph([account])
    #expect(Self.found(plain, to: Self.secret).compactMap(\.principal) == ["arn:aws:iam::\(Self.home):user/ann"])
    #expect(plain.nodes(named: "db").isEmpty, "its ARN alone is known")
    #expect(plain.nodes(named: Self.secret.replacing(Self.home, with: Self.other)).isEmpty)
    func policy(_ effect: String, _ principal: String) -> String {
      let text = Self.document(
        #"{"Effect":"\#(effect)","Principal":\#(principal),"Action":"secretsmanager:GetSecretValue","Resource":"*"}"#
      ).replacing("\"", with: "\\\"")
      return #"{"ARN":"\#(Self.secret)","Name":"db","ResourcePolicy":"\#(text)"}"#
    }
    let given = try Self.graph([account, policy("Allow", #"{"AWS":"arn:aws:iam::\#(Self.home):role/r"}"#)])
    #expect(
      Self.found(given, to: "db").compactMap(\.principal).map { $0.suffix(8) } == ["user/ann", "user/bob", "3:role/r"])
    let cut = try #require(SmallestCut(given, to: .named("db")).statements(from: "arn:aws:iam::\(Self.home):role/r"))
    #expect(cut.map(\.policy) == ["policy of \(Self.secret)"])
    #expect(given.holders(of: cut[0]).map(\.what) == ["secretsmanager:GetSecretValue"])
    #expect(Self.found(given.without(Set(cut)), to: Self.secret, from: "bob").isEmpty)
    let own = StatementReference(policy: "arn:aws:iam::\(Self.home):user/ann own", statement: "statement 1")
    let commands = given.remedies(without: cut + [own], file: "x").map(\.run)
    #expect(commands.count == 2 && commands.contains { $0.contains("aws secretsmanager delete-resource-policy") })
    let nowhere = StatementReference(policy: "policy of \(Self.secret)x", statement: "statement 1")
    #expect(given.remedies(without: cut + [nowhere], file: "x").isEmpty)
    #expect(Self.found(try Self.graph([account, policy("Deny", #""*""#)]), to: "db").isEmpty)
    #expect(
      Self.found(plain, to: "arn:aws:lambda:eu-west-1:\(Self.home):function:f").compactMap(\.principal).map {
        $0.suffix(8)
      }
        == ["user/bob", "3:role/r"])
  }

  private static func given(
    _ arn: String, _ principal: String, _ action: String, condition: String = "{}"
  ) -> String {
    let text = document(
      #"{"Effect":"Allow","Principal":\#(principal),"Action":"\#(action)","Resource":"*","Condition":\#(condition)}"#
    ).replacing("\"", with: "\\\"")
    return arn.contains("secretsmanager")
      ? #"{"ARN":"\#(arn)","Name":"db","ResourcePolicy":"\#(text)"}"#
      : #"{"Policy":"\#(text.replacing(#"\"Resource\":\"*\""#, with: #"\"Resource\":\"\#(arn)\""#))"}"#
  }

  @Test(
    "whom policies of secrets and functions let in from outside begins paths too",
    arguments: [
      (#"{"AWS":"999999999999"}"#, "{}", "account 999999999999", Finding.Verdict.proven),
      (
        #"{"AWS":"arn:aws:iam::888888888888:role/z"}"#, "{}", "arn:aws:iam::888888888888:role/z",
        .proven
      ),
      (#""*""#, "{}", "everybody", .proven),
      (#""*""#, #"{"StringEquals":{"aws:PrincipalOrgID":"o-1"}}"#, "everybody", .possible),
      (
        #"{"Service":"s3.amazonaws.com"}"#, "{}", "whoever has 's3.amazonaws.com' act for them",
        .proven
      ),
    ])
  func outside(principal: String, condition: String, name: String, verdict: Finding.Verdict) throws {
    let account = Self.account(users: [Self.identity("User", "ann", of: Self.home)], roles: [])
    let function = "arn:aws:lambda:eu-west-1:\(Self.home):function:f"
    for (arn, action) in [
      (Self.secret, "secretsmanager:GetSecretValue"), (function, "lambda:InvokeFunction"),
    ] {
      let graph = try Self.graph([
        account, Self.given(arn, principal, action, condition: condition),
      ])
      // Whom everybody includes of the account itself is told beside.
      let found = Self.found(graph, to: arn).filter { $0.principal?.hasSuffix("user/ann") == false }
      #expect(found.map(\.principal) == [name] && found.map(\.verdict) == [verdict], "\(found)")
      #expect(
        found.first?.path.map(\.policy) == ["policy of \(arn)"]
          && found.first?.path.map(\.by) == [action])
      #expect(Self.found(graph, to: arn, from: name).count == 1)
      let cut = try #require(SmallestCut(graph, to: .named(arn)).statements(from: name))
      #expect(Self.found(graph.without(Set(cut)), to: arn).isEmpty)
      // What the policy lets them do besides gives no hold of it.
      #expect(
        Self.found(try Self.graph([account, Self.given(arn, principal, "x:List")]), to: arn).isEmpty
      )
    }
  }

  @Test(
    "a service that says for whose resource it asks, and whom the organisation denies, begin no path"
  )
  func keptOut() throws {
    let account = Self.account(users: [Self.identity("User", "ann", of: Self.home)], roles: [])
    let read = "secretsmanager:GetSecretValue"
    let asked = Self.given(
      Self.secret, #"{"Service":"s3.amazonaws.com"}"#, read,
      condition: #"{"StringEquals":{"aws:SourceAccount":"\#(Self.home)"}}"#)
    #expect(Self.found(try Self.graph([account, asked]), to: Self.secret).isEmpty)
    let deny = #"{"Effect":"Deny","Principal":"*","Action":"secretsmanager:*","Resource":"*"}"#
    let levels =
      #"{"OrganizationPolicies":{"Account":"\#(Self.home)","Levels":[{"RESOURCE_CONTROL_POLICY":[{"Name":"no","Content":\#(Self.document(deny))}]}]}}"#
    let given = Self.given(Self.secret, #""*""#, read)
    #expect(Self.found(try Self.graph([account, given]), to: Self.secret, from: "everybody").count == 1)
    #expect(Self.found(try Self.graph([account, given, levels]), to: Self.secret).isEmpty)
    // An account that was read is no outsider: its own policies have a say.
    let there = Self.account(users: [Self.identity("User", "eve", of: Self.other)], roles: [])
    let known = try Self.graph([
      account, there, Self.given(Self.secret, #"{"AWS":"\#(Self.other)"}"#, read),
    ])
    #expect(Self.found(known, to: Self.secret).isEmpty)
  }

  @Test("who may write the code of a function from outside may come to a role that it might run as")
  func code() throws {
    let function = "arn:aws:lambda:eu-west-1:\(Self.home):function:f"
    let roles = ["lambda", "ec2"].map {
      Self.identity(
        "Role", $0, of: Self.home, trust: Self.trust(#"{"Service":"\#($0).amazonaws.com"}"#))
    }
    let account = Self.account(roles: roles)
    let policy = Self.given(function, #"{"AWS":"999999999999"}"#, "lambda:Update*")
    let graph = try Self.graph([account, policy])
    let found = Self.found(graph, to: "lambda")
    #expect(
      found.map(\.principal) == ["account 999999999999"] && found.map(\.verdict) == [.possible])
    #expect(found.first?.missing == ["whether '\(function)' runs as 'lambda'"])
    #expect(Self.found(graph, to: "ec2").isEmpty)
    let invoking = Self.given(function, #"{"AWS":"999999999999"}"#, "lambda:InvokeFunction")
    #expect(Self.found(try Self.graph([account, invoking]), to: "lambda").isEmpty)
  }

  // MARK: Clouds

  private static func serviceAccount(_ name: String, id: String?) -> String {
    let data = id.map { #","uniqueId":"\#($0)""# } ?? ""
    return
      #"{"name":"//iam.googleapis.com/projects/acme/serviceAccounts/\#(name)@acme.iam.gserviceaccount.com","assetType":"iam.googleapis.com/ServiceAccount","ancestors":["projects/11"],"iamPolicy":{"bindings":[{"role":"roles/iam.serviceAccountTokenCreator","members":["user:\#(name)@acme.example"]}]},"resource":{"data":{"email":"\#(name)@acme.iam.gserviceaccount.com"\#(data)}}}"#
  }

  @Test(
    "a role that takes tokens of Google is reached from the service account with that unique id",
    arguments: [
      (#"{"StringEquals":{"accounts.google.com:aud":"42"}}"#, "42", Finding.Verdict.proven),
      (
        #"{"StringEquals":{"accounts.google.com:sub":"42","accounts.google.com:oaud":"any"}}"#,
        "42", .proven
      ),
      (#"{"StringEquals":{"accounts.google.com:sub":"42"}}"#, "43", nil),
      // Its address is what a token may have in place of its id.
      (#"{"StringEquals":{"accounts.google.com:aud":"ci@acme.iam.gserviceaccount.com"}}"#, nil, .proven),
      (#"{"StringEquals":{"accounts.google.com:aud":"other@acme.iam.gserviceaccount.com"}}"#, "42", nil),
      (#"{"StringEquals":{"accounts.google.com:aud":"other@acme.iam.gserviceaccount.com"}}"#, nil, nil),
      (#"{"StringEquals":{"accounts.google.com:sub":"42"}}"#, nil, .possible),
      (#"{"StringLike":{"accounts.google.com:sub":"4*"}}"#, "42", .proven),
      (#"{"StringLike":{"accounts.google.com:sub":"4*"}}"#, nil, .possible),
      (#"{"StringNotEquals":{"accounts.google.com:sub":"42"}}"#, "42", nil),
      (#"{"StringNotEquals":{"accounts.google.com:sub":"42"}}"#, nil, .possible),
      (#"{"StringEquals":{"accounts.google.com:oaud":"any"}}"#, nil, .proven), ("{}", "1", .proven),
    ] as [(String, String?, Finding.Verdict?)])
  func tokens(condition: String, id: String?, verdict: Finding.Verdict?) throws {
    let role = Self.identity(
      "Role", "r", of: Self.home,
      trust: Self.trust(
        #"{"Federated":"accounts.google.com"}"#, "sts:AssumeRoleWithWebIdentity",
        condition: condition))
    let graph = try Self.graph([Self.account(roles: [role]), Self.serviceAccount("ci", id: id)])
    let found = Self.found(graph, to: "r", from: "ci@acme.iam.gserviceaccount.com")
    #expect(found.map(\.verdict) == [verdict].compactMap { $0 }, "\(found.map(\.missing))")
    guard verdict != nil else { return }
    #expect(found.first?.path.map(\.policy) == ["trust policy of arn:aws:iam::\(Self.home):role/r"])
    #expect(found.first?.missing.allSatisfy { $0.contains("unique id") } == true)
    // Who makes tokens of the account comes there as well.
    #expect(Self.found(graph, to: "r", from: "user:ci@acme.example").map(\.path.count) == [2])
  }

  @Test("an id that another account is known to have is not supposed of one whose id is not known")
  func takenID() throws {
    let role = Self.identity(
      "Role", "r", of: Self.home,
      trust: Self.trust(
        #"{"Federated":"accounts.google.com"}"#, "sts:AssumeRoleWithWebIdentity",
        condition: #"{"StringEquals":{"accounts.google.com:sub":"42"}}"#))
    let graph = try Self.graph([
      Self.account(roles: [role]), Self.serviceAccount("ci", id: "42"),
      Self.serviceAccount("other", id: nil),
    ])
    #expect(Self.found(graph, to: "r", from: "ci@acme.iam.gserviceaccount.com").count == 1)
    #expect(Self.found(graph, to: "r", from: "other@acme.iam.gserviceaccount.com").isEmpty)
  }

  @Test(
    "a role of AWS comes to a service account of Google by a workload identity pool, if that takes the account"
  )
  func clouds() throws {
    let pool =
      "principalSet://iam.googleapis.com/projects/11/locations/global/workloadIdentityPools/p/attribute.aws_role"
    let session = "arn:aws:sts::\(Self.home):assumed-role/worker"
    let policy =
      #"{"name":"//iam.googleapis.com/projects/acme/serviceAccounts/r@acme.iam.gserviceaccount.com","assetType":"iam.googleapis.com/ServiceAccount","ancestors":["projects/11"],"iamPolicy":{"bindings":[{"role":"roles/iam.workloadIdentityUser","members":["\#(pool)/\#(session)"]}]}}"#
    let roles = ["worker", "idler"].map {
      Self.identity("Role", $0, of: Self.home, trust: Self.trust(#"{"AWS":"arn:aws:iam::\#(Self.home):user/eve"}"#))
    }
    let account = Self.account(users: [Self.identity("User", "eve", of: Self.home)], roles: roles)
    let graph = try Self.graph([account, policy])
    let finding = try #require(Self.found(graph, to: "r@acme.iam.gserviceaccount.com", from: "eve").first)
    #expect(finding.path.map(\.to).last == "serviceAccount:r@acme.iam.gserviceaccount.com" && finding.path.count == 3)
    #expect(
      finding.verdict == .possible && finding.missing == ["that the pool has a provider for account \(Self.home)"])
    #expect(Self.found(graph, to: "r@acme.iam.gserviceaccount.com", from: "idler").isEmpty)
    let cut = try #require(SmallestCut(graph, to: .named("r@acme.iam.gserviceaccount.com")).statements(from: "worker"))
    #expect(cut.map(\.statement) == ["roles/iam.workloadIdentityUser"])
    let trust = StatementReference(
      policy: "trust policy of arn:aws:iam::\(Self.home):role/worker", statement: "statement 1")
    let commands = graph.remedies(without: cut + [trust], file: "x").map(\.run)
    #expect(commands.map { $0.contains("update-assume-role-policy") } == [true, false])
    #expect(commands.last?.contains("gcloud") == true, "\(commands)")
  }
}

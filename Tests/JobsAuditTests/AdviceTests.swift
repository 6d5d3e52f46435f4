import JobsCore
import Testing

@testable import JobsAudit

@Suite("What service accounts need, against what they have") struct GoogleAdviceTests {
  private static let account = "report@acme.iam.gserviceaccount.com"
  private static let secret = "//secretmanager.googleapis.com/projects/acme/secrets/db"
  private static let now = Instant(seconds: 1_795_305_600)

  private static let need = AccessNeed(
    jobs: ["acme/prod/report"], identity: account, purpose: .runtime,
    right: .role(
      "roles/secretmanager.secretAccessor",
      sufficient: ["roles/secretmanager.secretAccessor", "roles/secretmanager.admin", "roles/owner"],
      permissions: ["secretmanager.versions.access"]), resource: secret, why: "it reads the secret 'db'")

  private static let holders = [
    "storage.objects.get": ["roles/storage.objectViewer"],
    "cloudscheduler.jobs.create": ["roles/cloudscheduler.admin"],
    "cloudscheduler.jobs.list": ["roles/cloudscheduler.viewer", "roles/cloudscheduler.admin"],
  ]

  /// Policies by the short names of what they are on; what is denied; what was used.
  private static func judge(
    _ lines: [String], needs: [AccessNeed] = [need], used: [String] = [], roles: [GoogleRole] = [],
    of identity: String = account
  ) throws -> (needs: [JudgedNeed], findings: [Finding]) {
    var estate = Estate()
    var google = GoogleEstate()
    var values = ValueReader(bytes: Array(lines.joined(separator: "\n").utf8), name: "'test'")
    try EstateReader { google.add($0) }.read(&values, file: "test", into: &estate)
    roles.forEach { estate.add($0) }
    var access = UsedAccess()
    for permission in used {
      var event = AccessEvent(
        time: now, id: "e", principal: account, action: "m", resource: "", outcome: .done, location: .start(of: "log"))
      event.permissions = [permission]
      access.add(event)
    }
    let known = GoogleAdvice.KnownRoles(
      holding: { Self.holders[$0] ?? [] }, isWhole: { $0 == "roles/cloudscheduler.viewer" })
    var advice = GoogleAdvice(google, roles: estate.roles, used: access, at: .exactly(now), known: known)
    return advice.judge(needs, of: identity)
  }

  private static func policy(_ resource: String, _ bindings: String) -> String {
    let type =
      resource.hasPrefix("//secretmanager")
      ? "secretmanager.googleapis.com/Secret"
      : resource.contains("/folders/")
        ? "cloudresourcemanager.googleapis.com/Folder" : "cloudresourcemanager.googleapis.com/Project"
    let own = resource.contains("/folders/") ? "" : #""projects/7","#
    return
      #"{"name":"\#(resource)","assetType":"\#(type)","ancestors":[\#(own)"folders/2","organizations/1"],"iamPolicy":{"version":3,"bindings":[\#(bindings)]}}"#
  }

  private static func binding(_ role: String, _ member: String? = nil, condition: String? = nil) -> String {
    let words = condition.map { #","condition":{"title":"c","expression":"\#($0)"}"# } ?? ""
    return #"{"role":"\#(role)","members":["\#(member ?? "serviceAccount:\(account)")"]\#(words)}"#
  }

  private static let accessor = "roles/secretmanager.secretAccessor"
  private static let project = "//cloudresourcemanager.googleapis.com/projects/acme"
  /// A policy of the project that says what the project is within.
  private static let others = policy(project, binding("roles/viewer", "user:a@acme.example"))
  private static let folder = "//cloudresourcemanager.googleapis.com/folders/2"

  @Test func `what is granted just so is had, and is no finding`() throws {
    let found = try Self.judge([Self.policy(Self.secret, Self.binding(Self.accessor))])
    #expect(found.needs.map(\.state) == [.has])
    #expect(found.needs.first?.by.map(\.statement) == [Self.accessor])
    #expect(found.findings.isEmpty)
  }

  @Test func `what is missing is told with the command that grants it, and its inverse`() throws {
    let found = try Self.judge([Self.policy(Self.project, Self.binding("roles/viewer", "user:a@acme.example"))])
    #expect(found.needs.map(\.state) == [.missing])
    #expect(found.findings.map(\.rule.code) == ["RC101"])
    #expect(found.findings.first?.verdict == .possible)
    #expect(
      found.findings.first?.missing == ["policies of 'folders/2', 'organizations/1', which are inherited"])
    let words =
      "db --project=acme --member=serviceAccount:\(Self.account) --role=\(Self.accessor) --condition=None"
    #expect(
      found.findings.first?.remedies == [
        .init(
          do: "gcloud secrets add-iam-policy-binding \(words)",
          undo: "gcloud secrets remove-iam-policy-binding \(words)")
      ])
  }

  @Test(
    "what is inherited serves, and is more than is needed",
    arguments: [(Self.project, accessor), (Self.folder, accessor), (Self.secret, "roles/secretmanager.admin")])
  func wider(resource: String, role: String) throws {
    let found = try Self.judge([Self.policy(resource, Self.binding(role)), Self.others])
    #expect(found.needs.map(\.state) == [.has])
    #expect(found.findings.map(\.rule.code) == ["RC102"])
    let remedy = try #require(found.findings.first?.remedies.first)
    #expect(remedy.run.hasPrefix("gcloud secrets add-iam-policy-binding db "), "\(remedy.run)")
    #expect(remedy.run.contains(" && gcloud ") && remedy.run.contains("remove-iam-policy-binding"))
    #expect(remedy.undo.hasSuffix("--role=\(Self.accessor) --condition=None"), "\(remedy.undo)")
  }

  @Test func `where the narrow grant stands too, the wide one serves nothing more`() throws {
    let found = try Self.judge([
      Self.policy(Self.project, Self.binding("roles/owner")), Self.policy(Self.secret, Self.binding(Self.accessor)),
    ])
    #expect(found.needs.map(\.state) == [.has])
    #expect(found.findings.map { "\($0.rule.code) \($0.severity)" } == ["RC102 high"])
  }

  @Test func `what stands already is not granted again, and so not taken away by the inverse`() throws {
    let found = try Self.judge([
      Self.policy(Self.project, Self.binding("roles/owner")), Self.policy(Self.secret, Self.binding(Self.accessor)),
    ])
    let remedy = try #require(found.findings.first?.remedies.first)
    #expect(remedy.run.hasPrefix("gcloud projects remove-iam-policy-binding acme ") && !remedy.run.contains("&&"))
    #expect(remedy.undo.hasPrefix("gcloud projects add-iam-policy-binding acme ") && !remedy.undo.contains("&&"))
  }

  @Test func `what holds under a condition alone takes the place of nothing`() throws {
    let condition = "resource.name.startsWith(\\\"projects/7/secrets/db/\\\")"
    let found = try Self.judge([
      Self.policy(Self.project, Self.binding("roles/owner")),
      Self.policy(Self.secret, Self.binding(Self.accessor, condition: condition)),
    ])
    let wide = try #require(found.findings.first { $0.message.contains("roles/owner") })
    #expect(wide.remedies.first?.run.hasPrefix("gcloud secrets add-iam-policy-binding db ") == true, "\(wide.remedies)")
  }

  // MARK: Who deploys

  private static func deploying(_ permissions: [String], on resource: String = project) -> AccessNeed {
    AccessNeed(
      jobs: ["acme/prod/report"], identity: "group:ops@acme.example", purpose: .deployer,
      right: .role("roles/cloudscheduler.admin", sufficient: ["roles/owner"], permissions: permissions),
      resource: resource, why: "it makes and changes schedules")
  }

  private static let scheduling = ["cloudscheduler.jobs.create", "cloudscheduler.jobs.list"]

  @Test(
    "a need of several permissions is had where each of them is",
    arguments: [
      (["roles/cloudscheduler.admin"], JudgedNeed.State.has), (["roles/owner"], .has),
      (["roles/cloudscheduler.viewer"], .missing), (["roles/cloudscheduler.viewer", "projects/acme/roles/c"], .has),
      (["projects/acme/roles/c"], .missing), (["projects/acme/roles/unknown"], .possible),
      (["roles/cloudscheduler.jobRunner"], .missing), (["roles/editor"], .possible), (["roles/run.admin"], .missing),
    ])
  func several(roles: [String], state: JudgedNeed.State) throws {
    let custom = GoogleRole(name: "projects/acme/roles/c", permissions: ["cloudscheduler.jobs.create"])
    let member = "group:ops@acme.example"
    let found = try Self.judge(
      [Self.policy(Self.project, roles.map { Self.binding($0, member) }.joined(separator: ","))],
      needs: [Self.deploying(Self.scheduling)], roles: [custom], of: member)
    #expect(found.needs.map(\.state) == [state], "\(found.needs.map(\.missing))")
    let lacking = found.findings.filter { $0.rule.code == "RC101" }
    #expect(lacking.count == (state == .missing ? 1 : 0))
    if roles.contains("roles/cloudscheduler.viewer"), state == .missing {
      #expect(
        lacking.first?.message
          == "'group:ops@acme.example' lacks 'cloudscheduler.jobs.create' of 'roles/cloudscheduler.admin' on 'projects/acme': it makes and changes schedules"
      )
    }
    #expect(
      lacking.allSatisfy { $0.principal == member && $0.remedies[0].run.contains("--member=group:ops@acme.example ") })
  }

  @Test func `a custom role with what is needed and no more is just so`() throws {
    let member = "group:ops@acme.example"
    let lines = [Self.policy(Self.project, Self.binding("projects/acme/roles/c", member))]
    func judge(_ permissions: [String]) throws -> [Finding] {
      try Self.judge(
        lines, needs: [Self.deploying(Self.scheduling)],
        roles: [GoogleRole(name: "projects/acme/roles/c", permissions: Set(permissions))], of: member
      ).findings
    }
    #expect(try judge(Self.scheduling).isEmpty)
    #expect(try judge(Self.scheduling + ["run.jobs.create"]).map(\.rule.code) == ["RC102"])
  }

  @Test func `a deny policy takes what is granted`() throws {
    let denial =
      #"{"name":"policies/cloudresourcemanager.googleapis.com%2Fprojects%2Facme/denypolicies/d","kind":"DenyPolicy","rules":[{"denyRule":{"deniedPrincipals":["principal://iam.googleapis.com/projects/-/serviceAccounts/\#(Self.account)"],"deniedPermissions":["secretmanager.googleapis.com/versions.access"]}}]}"#
    let found = try Self.judge([Self.policy(Self.secret, Self.binding(Self.accessor)), denial])
    #expect(found.needs.map(\.state) == [.missing])
    #expect(found.findings.map(\.rule.code) == ["RC101"])
    #expect(found.findings.first?.message.contains("deny policy d") == true, "\(found.findings.map(\.message))")
    #expect(found.findings.first?.remedies == [], "a grant would not help")
  }

  @Test(
    "conditions hold, do not hold, or nobody knows",
    arguments: [
      ("request.time < timestamp(\\\"2099-01-01T00:00:00Z\\\")", JudgedNeed.State.has),
      ("request.time < timestamp(\\\"2020-01-01T00:00:00Z\\\")", .missing),
      ("resource.type == \\\"secretmanager.googleapis.com/Secret\\\"", .has),
      ("resource.name.startsWith(\\\"projects/7/secrets/db/\\\")", .possible),
      ("resource.name.startsWith(\\\"projects/7/secrets/other/\\\")", .missing),
      ("api.getAttribute(\\\"x\\\", \\\"\\\") == \\\"y\\\"", .possible),
    ])
  func conditions(expression: String, state: JudgedNeed.State) throws {
    let found = try Self.judge([Self.policy(Self.secret, Self.binding(Self.accessor, condition: expression))])
    #expect(found.needs.map(\.state) == [state], "\(found.needs)")
    #expect((found.needs.first?.missing.isEmpty == false) == (state != .has))
  }

  @Test func `who is in a group, and what an unknown role holds, nobody knows`() throws {
    let group = try Self.judge([
      Self.policy(Self.folder, Self.binding(Self.accessor, "group:jobs@acme.example")), Self.others,
    ])
    #expect(group.needs.map(\.state) == [.possible])
    #expect(group.needs.first?.missing == ["whether '\(Self.account)' is in 'group:jobs@acme.example'"])
    #expect(group.findings.isEmpty)
    let custom = "projects/acme/roles/reader"
    let lines = [Self.policy(Self.secret, Self.binding(custom))]
    #expect(try Self.judge(lines).needs.map(\.state) == [.possible])
    let holding = GoogleRole(name: custom, permissions: ["secretmanager.versions.access"])
    #expect(try Self.judge(lines, roles: [holding]).needs.map(\.state) == [.has])
    let other = GoogleRole(name: custom, permissions: ["secretmanager.versions.list"])
    #expect(try Self.judge(lines, roles: [other]).needs.map(\.state) == [.missing])
  }

  @Test func `what no manifest asks for is told, unless a log shows that it was used`() throws {
    let lines = [
      Self.policy(Self.secret, Self.binding(Self.accessor)),
      Self.policy(
        Self.project,
        [Self.binding("roles/storage.objectViewer"), Self.binding("roles/bigquery.user")].joined(
          separator: ",")),
    ]
    let found = try Self.judge(lines)
    #expect(found.findings.map(\.rule.code) == ["RC103", "RC103"])
    #expect(found.findings.allSatisfy { $0.verdict == .possible })
    #expect(found.findings.first?.missing == ["what the program calls: it is not in the manifest"])
    let used = try Self.judge(lines, used: ["storage.objects.get"])
    #expect(used.findings.map(\.detail) == ["roles/bigquery.user "])
    #expect(used.findings.first?.missing.first?.hasPrefix("what the program calls outside of 20") == true)
  }

  @Test func `a basic role is told with the small roles that what was used takes`() throws {
    let found = try Self.judge(
      [Self.policy(Self.project, Self.binding("roles/editor"))], needs: [], used: ["storage.objects.get"])
    #expect(found.findings.map { "\($0.rule.code) \($0.severity)" } == ["RC103 high"])
    #expect(found.findings.first?.hint == "'roles/storage.objectViewer' is enough for what is known")
  }

  @Test func `needs of several jobs are one, with all their jobs`() {
    var other = Self.need
    other.jobs = ["acme/prod/other"]
    #expect(AccessNeed.merged([Self.need, other, Self.need]).map(\.jobs) == [["acme/prod/report", "acme/prod/other"]])
  }
}

@Suite("What roles of AWS need, against what they have") struct AWSAdviceTests {
  private static let arn = "arn:aws:iam::111122223333:role/thumbs"
  private static let bucket = "arn:aws:s3:::pics/*"
  private static let need = AccessNeed(
    jobs: ["acme/prod/thumbs"], identity: arn, purpose: .runtime, right: .actions(["s3:GetObject"]), resource: bucket,
    why: "it reads pictures")

  private static func judge(
    inline: [String] = [], managed: [String] = [], boundary: String? = nil, used: [String] = [], textless: Bool = false,
    needs: [AccessNeed] = [need]
  ) throws -> (needs: [JudgedNeed], findings: [Finding]) {
    func document(_ statement: String) -> String { #"{"Version":"2012-10-17","Statement":[\#(statement)]}"# }
    func policy(_ name: String, _ statement: String) -> String {
      #"{"PolicyName":"\#(name)","Arn":"arn:aws:iam::111122223333:policy/\#(name)","DefaultVersionId":"v1","PolicyVersionList":[{"VersionId":"v1","IsDefaultVersion":true,"Document":\#(document(statement))}]}"#
    }
    let own = inline.enumerated().map {
      #"{"PolicyName":"own\#($0.offset)","PolicyDocument":\#(document($0.element))}"#
    }
    let names = managed.indices.map { "m\($0)" } + (textless ? ["gone"] : [])
    let attached = names.map { #"{"PolicyName":"\#($0)","PolicyArn":"arn:aws:iam::111122223333:policy/\#($0)"}"# }
    let bound =
      boundary == nil
      ? ""
      : #","PermissionsBoundary":{"PermissionsBoundaryType":"Policy","PermissionsBoundaryArn":"arn:aws:iam::111122223333:policy/edge"}"#
    let texts =
      managed.enumerated().map { policy("m\($0.offset)", $0.element) }
      + [boundary].compactMap { $0 }.map { policy("edge", $0) }
    let text =
      #"{"UserDetailList":[],"GroupDetailList":[],"RoleDetailList":[{"Path":"/","RoleName":"thumbs","RoleId":"AROAEXAMPLE1","Arn":"\#(arn)","AssumeRolePolicyDocument":\#(document(#"{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}"#)),"RolePolicyList":[\#(own.joined(separator: ","))],"AttachedManagedPolicies":[\#(attached.joined(separator: ","))],"InstanceProfileList":[]\#(bound)}],"Policies":[\#(texts.joined(separator: ","))]}"#
    var estate = Estate()
    var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
    try EstateReader { _ in }.read(&values, file: "test", into: &estate)
    var access = UsedAccess()
    for action in used {
      access.add(
        AccessEvent(
          time: Instant(seconds: 1_795_305_600), id: "e", principal: arn, action: action, resource: "", outcome: .done,
          location: .start(of: "log")))
    }
    let account = try #require(estate.accounts["111122223333"])
    return AWSAdvice(account, .shipped, used: access, at: Instant(seconds: 1_795_305_600)).judge(needs, of: arn)
  }

  @Test func `uses beyond what is kept are counted`() {
    var access = UsedAccess()
    for number in 0...10_000 {
      access.add(
        AccessEvent(
          time: Instant(seconds: 1_795_305_600), id: "e", principal: "arn", action: "s3:Get\(number)", resource: "",
          outcome: .done, location: .start(of: "log")))
    }
    #expect(access.skipped == 1 && access.uses(of: "arn").count == 10_000)
  }

  private static let just = #"{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::pics/*"}"#

  @Test func `what is allowed just so is had, and is no finding`() throws {
    let found = try Self.judge(inline: [Self.just])
    #expect(found.needs.map(\.state) == [.has])
    #expect(found.findings.isEmpty)
  }

  @Test(
    "what is denied, bounded, conditioned or elsewhere is not had",
    arguments: [
      ([Self.just, #"{"Effect":"Deny","Action":"s3:*","Resource":"*"}"#], nil, JudgedNeed.State.missing),
      ([Self.just], #"{"Effect":"Allow","Action":"sqs:*","Resource":"*"}"#, .missing),
      ([Self.just], Self.just, .has),
      ([#"{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::pics/a/*"}"#], nil, .missing),
      (
        [
          #"{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::pics/*","Condition":{"StringEquals":{"aws:SourceVpc":"vpc-1"}}}"#
        ], nil, .possible
      ),
      ([#"{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}"#], nil, .has), ([], nil, .missing),
    ] as [([String], String?, JudgedNeed.State)])
  func outcomes(inline: [String], boundary: String?, state: JudgedNeed.State) throws {
    let found = try Self.judge(inline: inline, boundary: boundary)
    #expect(found.needs.map(\.state) == [state])
    #expect(found.findings.contains { $0.rule.code == "RC101" } == (state == .missing))
  }

  @Test func `a policy whose text nobody has may allow it`() throws {
    let found = try Self.judge(textless: true)
    #expect(found.needs.map(\.state) == [.possible])
    #expect(found.needs.first?.missing == ["the text of 'arn:aws:iam::111122223333:policy/gone'"])
    #expect(found.findings.isEmpty)
  }

  @Test func `a wide policy is told with the statement that is enough, which is put before the wide one goes`() throws {
    let found = try Self.judge(managed: [#"{"Effect":"Allow","Action":"s3:*","Resource":"*"}"#])
    #expect(found.needs.map(\.state) == [.has])
    #expect(found.findings.map { "\($0.rule.code) \($0.severity)" } == ["RC102 medium"])
    let remedy = try #require(found.findings.first?.remedies.first)
    let least = #"{"Effect":"Allow","Action":["s3:GetObject"],"Resource":"arn:aws:s3:::pics/*"}"#
    #expect(
      remedy.run
        == "aws iam put-role-policy --role-name thumbs --policy-name needed-m0 --policy-document '{\"Version\":\"2012-10-17\",\"Statement\":[\(least)]}' && aws iam detach-role-policy --role-name thumbs --policy-arn arn:aws:iam::111122223333:policy/m0"
    )
    #expect(
      remedy.undo
        == "aws iam attach-role-policy --role-name thumbs --policy-arn arn:aws:iam::111122223333:policy/m0 && aws iam delete-role-policy --role-name thumbs --policy-name needed-m0"
    )
  }

  @Test func `what serves nothing is told, and what a log shows to be used counts as needed`() throws {
    let queue = #"{"Effect":"Allow","Action":["sqs:SendMessage","sqs:ReceiveMessage"],"Resource":"*"}"#
    let spare = try Self.judge(inline: [Self.just], managed: [queue])
    #expect(spare.findings.map(\.rule.code) == ["RC103"])
    #expect(spare.findings.first?.message.contains("'sqs:ReceiveMessage', 'sqs:SendMessage': write, read") == true)
    let half = try Self.judge(inline: [Self.just], managed: [queue], used: ["sqs:SendMessage"])
    #expect(half.findings.map(\.rule.code) == ["RC102"])
    #expect(half.findings.first?.message.contains("more than is known to be needed: 'sqs:ReceiveMessage': ") == true)
    #expect(half.findings.first?.hint?.contains(#""sqs:SendMessage""#) == true)
    let all = try Self.judge(inline: [Self.just], managed: [queue], used: ["sqs:SendMessage", "sqs:ReceiveMessage"])
    #expect(all.findings.isEmpty)
  }

  @Test(
    "what a request has to have is held against conditions, and is written into what is enough",
    arguments: [
      (#","Condition":{"StringEquals":{"iam:PassedToService":"lambda.amazonaws.com"}}"#, JudgedNeed.State.has, []),
      (#","Condition":{"StringEquals":{"iam:PassedToService":"ec2.amazonaws.com"}}"#, .missing, ["RC101"]),
      ("", .has, ["RC102"]),
    ] as [(String, JudgedNeed.State, [String])])
  func conditioned(condition: String, state: JudgedNeed.State, codes: [String]) throws {
    let role = "arn:aws:iam::111122223333:role/jobs/acme-prod-*"
    let need = AccessNeed(
      jobs: ["acme/prod/thumbs"], identity: Self.arn, purpose: .deployer, right: .actions(["iam:PassRole"]),
      resource: role, conditions: [.init("iam:PassedToService", "lambda.amazonaws.com")], why: "it hands over roles")
    let found = try Self.judge(
      inline: [#"{"Effect":"Allow","Action":"iam:PassRole","Resource":"\#(role)"\#(condition)}"#], needs: [need])
    #expect(found.needs.map(\.state) == [state])
    #expect(found.findings.map(\.rule.code) == codes)
    #expect(
      found.findings.allSatisfy {
        $0.hint?.contains(#""Condition":{"StringEquals":{"iam:PassedToService":"lambda.amazonaws.com"}}"#) == true
      }, "\(found.findings.map(\.hint))")
  }

  @Test func `all rights there are go beyond every need`() throws {
    let found = try Self.judge(managed: [#"{"Effect":"Allow","Action":"*","Resource":"*"}"#])
    #expect(found.findings.map { "\($0.rule.code) \($0.severity)" } == ["RC102 high"])
  }
}

import JobsCore
import Testing

@testable import JobsAudit

@Suite("Paths within an organisation of Google")
struct GoogleGraphTests {
  private static let report = "report@acme.iam.gserviceaccount.com"
  private static let chief = "chief@acme.iam.gserviceaccount.com"
  private static let job = "//run.googleapis.com/projects/acme/locations/europe-west1/jobs/nightly"
  private static let secret = "//secretmanager.googleapis.com/projects/acme/secrets/db"
  private static let now = Instant(rfc3339: "2026-11-22T00:00:00Z")

  // MARK: An organisation

  /// A binding of an export: `resource` is `projects/acme` or a full name.
  private static func policy(
    _ resource: String, _ bindings: [(role: String, member: String)], condition: String? = nil
  ) -> String {
    let isContainer = ResourceTree.isContainer(resource)
    let name = isContainer ? "//cloudresourcemanager.googleapis.com/\(resource)" : resource
    let ancestors =
      resource.hasPrefix("organizations/")
      ? #"["organizations/1"]"#
      : resource.hasPrefix("folders/")
        ? #"["folders/2","organizations/1"]"#
        : resource.contains("projects/other")
          ? #"["projects/22","organizations/1"]"# : #"["projects/11","folders/2","organizations/1"]"#
    let when = condition.map { #","condition":{"title":"t","expression":"\#($0)"}"# } ?? ""
    let list = bindings.map { #"{"role":"\#($0.role)","members":["\#($0.member)"]\#(when)}"# }.joined(separator: ",")
    return
      #"{"name":"\#(name)","ancestors":\#(ancestors),"assetType":"\#(type(of: name))","iamPolicy":{"bindings":[\#(list)],"version":3}}"#
  }

  private static func type(of name: String) -> String {
    for (part, type) in [
      ("/jobs/", "run.googleapis.com/Job"), ("/secrets/", "secretmanager.googleapis.com/Secret"),
      ("/serviceAccounts/", "iam.googleapis.com/ServiceAccount"),
      ("/repositories/", "artifactregistry.googleapis.com/Repository"),
      (".com/folders/", "cloudresourcemanager.googleapis.com/Folder"),
      (".com/organizations/", "cloudresourcemanager.googleapis.com/Organization"),
    ] where name.contains(part) { return type }
    return "cloudresourcemanager.googleapis.com/Project"
  }

  private static func account(_ address: String) -> String {
    "//iam.googleapis.com/projects/acme/serviceAccounts/\(address)"
  }

  private static func role(_ name: String, _ permissions: [String]) -> String {
    #"{"name":"\#(name)","includedPermissions":[\#(permissions.map { "\"\($0)\"" }.joined(separator: ","))]}"#
  }

  private static func thing(_ type: String, _ name: String, _ data: String) -> String {
    #"{"name":"\#(name)","assetType":"\#(type)","ancestors":["projects/11","folders/2","organizations/1"],"resource":{"version":"v1","data":\#(data)}}"#
  }

  private static let image = "europe-west1-docker.pkg.dev/acme/jobs/report:latest"

  /// Things that run as the account that reports.
  private static let things = [
    thing(
      "run.googleapis.com/Job", job,
      #"{"spec":{"template":{"spec":{"template":{"spec":{"serviceAccountName":"\#(report)","containers":[{"image":"\#(image)"}]}}}}}}"#
    ),
    thing(
      "cloudfunctions.googleapis.com/CloudFunction",
      "//cloudfunctions.googleapis.com/projects/acme/locations/europe-west1/functions/f",
      #"{"serviceAccountEmail":"\#(report)"}"#),
    thing(
      "cloudfunctions.googleapis.com/Function",
      "//cloudfunctions.googleapis.com/projects/acme/locations/europe-west1/functions/g",
      #"{"serviceConfig":{"serviceAccountEmail":"\#(report)"}}"#),
    thing(
      "compute.googleapis.com/Instance", "//compute.googleapis.com/projects/acme/zones/z/instances/i",
      #"{"serviceAccounts":[{"email":"\#(report)","scopes":[]}]}"#),
  ]

  private static func graph(_ lines: [String]) throws -> GoogleGraph {
    var estate = Estate()
    var google = GoogleEstate()
    var values = ValueReader(bytes: Array(lines.joined(separator: "\n").utf8), name: "'test'")
    try EstateReader { google.add($0) }.read(&values, file: "test", into: &estate)
    return GoogleGraph(google, roles: estate.roles, at: now.map { .exactly($0) })
  }

  private static func paths(_ lines: [String], to name: String, from: String? = "user:eve@acme.example") throws
    -> [Finding]
  {
    try #require(AccessPaths(try graph(lines), to: .named(name)), "nothing is called \(name)").findings(from: from)
  }

  // MARK: Every way

  /// What eve needs for a way, each permission where it is needed, and whom she reaches.
  private static func lines(
    _ way: GoogleWay, at place: String? = nil, condition: String? = nil
  ) -> (lines: [String], target: String) {
    let mine = "projects/acme/roles/mine"
    let target = way.reach == .agent ? "11@\(way.thing)" : report
    let given = policy(place ?? "projects/acme", [(mine, "user:eve@acme.example")], condition: condition)
    let known = policy(account(target), [("roles/viewer", "user:nobody@acme.example")])
    return ([role(mine, way.permissions.map(\.text)), given, known] + things, target)
  }

  /// Ways by their words and the type of their thing, which is unlike for each.
  static let ways = GoogleWay.all.map { "\($0.words) \($0.thing)" }

  private static func way(_ words: String) throws -> GoogleWay {
    try #require(GoogleWay.all.first { "\($0.words) \($0.thing)" == words })
  }

  @Test("each way asks about permissions that have a bit, and each permission has its own")
  func table() {
    #expect(GoogleWay.all.count == 24)
    #expect(Set(Self.ways).count == 24)
    #expect(GooglePermission.known.count <= 64)
    for way in GoogleWay.all {
      for permission in way.permissions { #expect(permission.bit != 0, "\(permission.text)") }
    }
  }

  @Test("each way leads to an account, from a grant on the project, its folder and its organisation", arguments: ways)
  func open(words: String) throws {
    let way = try Self.way(words)
    for place in ["projects/acme", "folders/2", "organizations/1"] {
      let (lines, target) = Self.lines(way, at: place)
      let finding = try #require(try Self.paths(lines, to: target).first, "\(words) leads nowhere from \(place)")
      #expect(finding.path.count == 1)
      #expect(finding.path.first?.by.hasPrefix(way.words) == true, "\(finding.path)")
      #expect(finding.path.first?.policy == place)
      #expect(finding.path.first?.statement == "projects/acme/roles/mine")
      #expect(finding.verdict == (way.supposing.isEmpty ? .proven : .possible), "\(finding.missing)")
      #expect(way.supposing.isEmpty || finding.missing == [way.supposing])
    }
  }

  @Test(
    "one permission fewer, another project, a condition that is over and a deny policy close each way", arguments: ways)
  func closed(words: String) throws {
    let way = try Self.way(words)
    let (elsewhere, target) = Self.lines(way, at: "projects/other")
    #expect(try Self.paths(elsewhere, to: target).isEmpty, "another project")
    let over = Self.lines(way, condition: "request.time < timestamp('2026-01-01T00:00:00Z')").lines
    #expect(try Self.paths(over, to: target).isEmpty, "a condition")
    let open = Self.lines(way).lines
    for permission in way.permissions {
      let rest = way.permissions.filter { $0 != permission }.map(\.text)
      let fewer = [Self.role("projects/acme/roles/mine", rest + ["x.y.z"])] + open.dropFirst()
      #expect(try Self.paths(fewer, to: target).isEmpty, "without \(permission.text)")
      let words = permission.denied.tokens.map { String(UnicodeScalar(UInt8($0))) }.joined()
      for attachment in ["projects%2Facme", "projects%2F11", "folders%2F2", "organizations%2F1"] {
        let deny = Self.denial(attachment, words, "principal://goog/subject/eve@acme.example")
        #expect(try Self.paths(open + [deny], to: target).isEmpty, "a deny of \(permission.text) on \(attachment)")
      }
      let spared = Self.denial(
        "organizations%2F1", words, "principalSet://goog/public:all",
        more: #","exceptionPrincipals":["principal://goog/subject/eve@acme.example"]"#)
      #expect(try Self.paths(open + [spared], to: target).count == 1, "an exception")
    }
  }

  @Test("a condition that nobody can tell, and a group that nobody knows, make each way possible", arguments: ways)
  func possible(words: String) throws {
    let way = try Self.way(words)
    let (lines, target) = Self.lines(way, condition: "resource.matchTag('acme/env', 'dev')")
    let finding = try #require(try Self.paths(lines, to: target).first)
    #expect(finding.verdict == .possible)
    let first = try #require(way.permissions.first?.denied.tokens.map { String(UnicodeScalar(UInt8($0))) }.joined())
    let deny = Self.denial("projects%2Facme", first, "principalSet://goog/group/blocked@acme.example")
    let grouped = try #require(try Self.paths(Self.lines(way).lines + [deny], to: target).first)
    #expect(grouped.verdict == .possible)
    #expect(grouped.missing.contains { $0.contains("is in 'group:blocked@acme.example'") }, "\(grouped.missing)")
  }

  private static func denial(
    _ attachment: String, _ permission: String, _ principal: String, more: String = ""
  ) -> String {
    #"{"kind":"DenyPolicy","name":"policies/cloudresourcemanager.googleapis.com%2F\#(attachment)/denypolicies/no","rules":[{"denyRule":{"deniedPermissions":["\#(permission)"],"deniedPrincipals":["\#(principal)"]\#(more)}}]}"#
  }

  @Test(
    "deny rules know wildcards, exceptions and conditions",
    arguments: [
      ("iam.googleapis.com/*", "", 0), ("iam.googleapis.com/serviceAccounts.*", "", 0), ("run.googleapis.com/*", "", 1),
      ("iam.googleapis.com/*", #","exceptionPermissions":["iam.googleapis.com/serviceAccounts.getAccessToken"]"#, 1),
      (
        "iam.googleapis.com/*",
        #","denialCondition":{"expression":"request.time < timestamp('2026-01-01T00:00:00Z')"}"#, 1
      ),
      ("iam.googleapis.com/*", #","denialCondition":{"expression":"!resource.matchTag('a/b', 'c')"}"#, 1),
    ])
  func denials(permission: String, more: String, count: Int) throws {
    let allow = Self.policy(
      Self.account(Self.report), [("projects/acme/roles/token", "user:eve@acme.example")])
    let token = Self.role("projects/acme/roles/token", ["iam.serviceAccounts.getAccessToken"])
    let deny = Self.denial("organizations%2F1", permission, "principalSet://goog/public:all", more: more)
    let project = Self.policy("projects/acme", [("roles/viewer", "user:nobody@acme.example")])
    #expect(try Self.paths([token, allow, project, deny], to: Self.report).count == count)
  }

  // MARK: Paths

  @Test("an image by its tag may be replaced, and one by its digest may not")
  func images() throws {
    let mine = "projects/acme/roles/mine"
    let lines = [
      Self.role(mine, ["artifactregistry.repositories.uploadArtifacts"]),
      Self.policy("projects/acme", [(mine, "user:eve@acme.example")]), Self.things[0],
    ]
    let tagged = try #require(try Self.paths(lines, to: Self.report).first)
    #expect(tagged.verdict == .possible && tagged.missing == ["that it is deployed again by its tag"])
    let pinned = lines.map { $0.replacing(":latest", with: "@sha256:\(String(repeating: "0a", count: 32))") }
    #expect(try Self.paths(pinned, to: Self.report).isEmpty)
  }

  @Test("who may write the policy of a project rules it, unless that is denied by its name of deny policies")
  func rulers() throws {
    let mine = "projects/acme/roles/mine"
    let lines = [
      Self.role(mine, ["resourcemanager.projects.setIamPolicy"]),
      Self.policy("projects/acme", [(mine, "user:eve@acme.example")]),
    ]
    func found(_ lines: [String]) throws -> [Finding] {
      AccessPaths(try Self.graph(lines), to: .privileged)?.findings(from: "user:eve@acme.example") ?? []
    }
    #expect(try found(lines).map(\.verdict) == [.proven])
    let deny = Self.denial(
      "projects%2Facme", "cloudresourcemanager.googleapis.com/projects.setIamPolicy", "principalSet://goog/public:all")
    #expect(try found(lines + [deny]).isEmpty)
    // Who comes to somebody in office has come to rule; where that hangs on a condition it is not sure.
    func office(_ condition: String?) throws -> [Finding.Verdict] {
      try found([
        Self.policy(Self.account(Self.chief), [("roles/iam.serviceAccountTokenCreator", "user:eve@acme.example")]),
        Self.policy("projects/acme", [("roles/owner", "serviceAccount:\(Self.chief)")], condition: condition),
      ]).map(\.verdict)
    }
    #expect(try office(nil) == [.proven])
    #expect(try office("resource.matchTag('acme/env', 'dev')") == [.possible])
  }

  @Test("a pair of roles on two levels is a way: act as the account here, create a job there")
  func pair() throws {
    let lines = [
      Self.policy(Self.account(Self.report), [("roles/iam.serviceAccountUser", "user:eve@acme.example")]),
      Self.policy("folders/2", [("roles/run.developer", "user:eve@acme.example")]),
    ]
    let finding = try #require(try Self.paths(lines, to: Self.report).first)
    #expect(finding.verdict == .proven)
    #expect(finding.path.first?.by == "iam.serviceAccounts.actAs + run.jobs.create + run.jobs.run")
    let abroad = [lines[0], Self.policy("projects/other", [("roles/run.developer", "user:eve@acme.example")])]
    let other = try #require(try Self.paths(abroad, to: Self.report).first)
    #expect(other.verdict == .possible)
    #expect(other.missing.first?.contains("iam.disableCrossProjectServiceAccountUsage") == true)
  }

  /// An answer of Policy Analyzer: a binding on the project, and who is in which group.
  private static func analysis(_ role: String, _ member: String, _ edges: [(String, String)]) -> String {
    let list = edges.map { #"{"sourceNode":"\#($0.0)","targetNode":"\#($0.1)"}"# }.joined(separator: ",")
    return
      #"{"mainAnalysis":{"analysisQuery":{},"analysisResults":[{"attachedResourceFullName":"//cloudresourcemanager.googleapis.com/projects/acme","iamBinding":{"role":"\#(role)","members":["\#(member)"]},"identityList":{"groupEdges":[\#(list)]}}]}}"#
  }

  @Test("who is in a group by Policy Analyzer has what the group has, by groups in groups and circles of them")
  func members() throws {
    let edges = [
      ("group:ops@acme.example", "group:night@acme.example"), ("group:night@acme.example", "user:eve@acme.example"),
      ("group:night@acme.example", "group:ops@acme.example"), ("group:other@acme.example", "user:ann@acme.example"),
    ]
    let lines = [
      Self.analysis("roles/iam.serviceAccountTokenCreator", "group:ops@acme.example", edges),
      Self.policy(Self.account(Self.report), [("roles/viewer", "user:nobody@acme.example")]),
    ]
    #expect(
      try Self.paths(lines, to: Self.report, from: nil).compactMap(\.principal) == [
        "group:ops@acme.example", "group:night@acme.example", "user:eve@acme.example",
      ])
    let finding = try #require(try Self.paths(lines, to: Self.report).first)
    #expect(finding.verdict == .proven && finding.path.count == 1)
    #expect(finding.path.first?.by.hasSuffix("as a member of group:ops@acme.example") == true)
    let cut = try #require(
      SmallestCut(try Self.graph(lines), to: .named(Self.report)).statements(from: "eve@acme.example"))
    #expect(cut.map(\.member) == ["group:ops@acme.example"])
    #expect(try Self.graph(lines).without(Set(cut)).nodes(named: "eve@acme.example").isEmpty)
    // Who is named beside their group has it by themselves.
    let both = lines.map {
      $0.replacing(
        #""members":["group:ops@acme.example"]"#, with: #""members":["group:ops@acme.example","\#(Self.eve)"]"#)
    }
    #expect(try Self.paths(both, to: Self.report).first?.path.first?.by.contains("as a member of") == false)
  }

  @Test(
    "a deny holds for who is in a group that it names, or spares",
    arguments: [
      ("principal://goog/subject/eve@acme.example", "", 0), ("principalSet://goog/group/night@acme.example", "", 0),
      ("principalSet://goog/group/ops@acme.example", "", 0), ("principal://goog/subject/ann@acme.example", "", 1),
      (
        "principalSet://goog/public:all", #","exceptionPrincipals":["principalSet://goog/group/night@acme.example"]"#, 1
      ),
      ("principalSet://goog/public:all", #","exceptionPrincipals":["principal://goog/subject/eve@acme.example"]"#, 1),
      ("principalSet://goog/public:all", "", 0),
    ])
  func membersDenied(principal: String, more: String, count: Int) throws {
    let edges = [
      ("group:ops@acme.example", "group:night@acme.example"), ("group:night@acme.example", "user:eve@acme.example"),
    ]
    let lines = [
      Self.analysis("roles/iam.serviceAccountTokenCreator", "group:ops@acme.example", edges),
      Self.policy(Self.account(Self.report), [("roles/viewer", "user:nobody@acme.example")]),
      Self.denial("organizations%2F1", "iam.googleapis.com/*", principal, more: more),
    ]
    #expect(try Self.paths(lines, to: Self.report).count == count)
  }

  @Test("an account leads on to what it may reach, hop by hop with its binding")
  func hops() throws {
    let lines = [
      Self.policy(Self.account(Self.report), [("roles/iam.serviceAccountTokenCreator", "group:dev@acme.example")]),
      Self.policy("folders/2", [("roles/resourcemanager.folderIamAdmin", "serviceAccount:\(Self.report)")]),
      Self.policy(Self.secret, [("roles/secretmanager.secretAccessor", "serviceAccount:\(Self.chief)")]),
    ]
    let graph = try Self.graph(lines)
    let rule = try #require(AccessPaths(graph, to: .privileged)?.findings(from: nil).first)
    #expect(rule.principal == "group:dev@acme.example" && rule.severity == .critical)
    #expect(
      rule.path.map(\.to) == ["serviceAccount:\(Self.report)"], "the account has the office already: \(rule.path)")
    // Who rules the folder rules its projects, and so every account and secret within them.
    let secret = try #require(AccessPaths(graph, to: .named("db"))?.findings(from: "dev@acme.example").first)
    #expect(
      secret.path.map(\.from) == [
        "group:dev@acme.example", "serviceAccount:\(Self.report)", "administrator of folders/2",
      ])
    #expect(secret.path.last?.to == Self.secret && secret.verdict == .proven)
    let cut = try #require(SmallestCut(graph, to: .named("db")).statements(from: "dev@acme.example"))
    #expect(cut.map(\.statement) == ["roles/iam.serviceAccountTokenCreator"])
    #expect(cut.first?.member == "group:dev@acme.example")
    var outcome = WhatIf(cut)
    outcome.add(graph, to: .named("db"))
    #expect(outcome.ended.map(\.principal) == ["group:dev@acme.example"])
    #expect(outcome.remaining.count == 2 && outcome.lost.count == 1)
  }

  @Test("who may delegate tokens to an account becomes those for whom it may ask")
  func delegation() throws {
    let lines = [
      Self.role("projects/acme/roles/delegate", ["iam.serviceAccounts.implicitDelegation"]),
      Self.policy(Self.account(Self.report), [("projects/acme/roles/delegate", "user:eve@acme.example")]),
      Self.policy(
        Self.account(Self.chief), [("roles/iam.serviceAccountTokenCreator", "serviceAccount:\(Self.report)")]),
    ]
    let finding = try #require(try Self.paths(lines, to: Self.chief).first)
    #expect(finding.path.map(\.by) == ["iam.serviceAccounts.implicitDelegation", "iam.serviceAccounts.getAccessToken"])
    #expect(finding.path.first?.to == "tokens that serviceAccount:\(Self.report) asks for")
    #expect(try Self.paths(lines, to: Self.report).isEmpty, "delegation alone gives no token of the account itself")
  }

  @Test("who edits a custom role that they have rules where they have it; one that nobody described may hold all")
  func roles() throws {
    let mine = "organizations/1/roles/mine"
    let given = Self.policy("folders/2", [(mine, "user:eve@acme.example")])
    let edit = Self.policy("organizations/1", [("roles/iam.organizationRoleAdmin", "user:eve@acme.example")])
    let described = Self.role(mine, ["logging.logs.list", "run.jobs.run"])
    let finding = try #require(try Self.paths([given, edit, described], to: "folders/2").first)
    #expect(finding.path.map(\.by) == ["iam.roles.update of \(mine), which it has"] && finding.verdict == .proven)
    #expect(try Self.paths([given, described], to: "folders/2").isEmpty)
    #expect(
      try Self.paths([edit, described, Self.policy("folders/2", [])], to: "folders/2").isEmpty,
      "which she does not have")
    let sometimes = Self.policy(
      "folders/2", [(mine, "user:eve@acme.example")], condition: "resource.matchTag('acme/env', 'dev')")
    #expect(try Self.paths([sometimes, edit, described], to: "folders/2").map(\.verdict) == [.possible])
    let unknown = try #require(try Self.paths([given], to: "folders/2").first)
    #expect(unknown.verdict == .possible && unknown.missing == ["what '\(mine)' holds"])
  }

  @Test("who writes a pool's providers becomes its identities, and through them their accounts")
  func pools() throws {
    let set =
      "principalSet://iam.googleapis.com/projects/11/locations/global/workloadIdentityPools/gh/attribute.repository/acme/app"
    let lines = [
      Self.policy(Self.account(Self.report), [("roles/iam.workloadIdentityUser", set)]),
      Self.policy("projects/acme", [("roles/iam.workloadIdentityPoolAdmin", "user:eve@acme.example")]),
    ]
    let finding = try #require(try Self.paths(lines, to: Self.report).first)
    #expect(finding.path.map(\.to) == [set, "serviceAccount:\(Self.report)"])
    let all = try Self.paths(lines, to: Self.report, from: nil)
    #expect(all.map(\.principal) == [set, "user:eve@acme.example"])
    // So does who rules the project of the pool.
    let ruling = Self.given(["resourcemanager.projects.setIamPolicy"], on: "projects/acme") + [lines[0]]
    #expect(try Self.paths(ruling, to: set).map(\.path.count) == [2])
  }

  @Test("a job is reached by those who start or change it, or push the image it is deployed from")
  func jobs() throws {
    let repository = "//artifactregistry.googleapis.com/projects/acme/locations/europe-west1/repositories/jobs"
    let lines =
      [
        Self.policy(Self.job, [("roles/run.invoker", "user:ann@acme.example")]),
        Self.policy("projects/acme", [("roles/run.developer", "user:dev@acme.example")]),
        Self.policy(repository, [("roles/artifactregistry.writer", "user:eve@acme.example")]),
      ] + Self.things
    let found = try Self.paths(lines, to: "nightly", from: nil)
    #expect(found.map(\.principal) == ["user:ann@acme.example", "user:dev@acme.example", "user:eve@acme.example"])
    #expect(found.map(\.verdict) == [.proven, .proven, .possible])
    let image = try #require(found.last)
    #expect(image.path.first?.by == "artifactregistry.repositories.uploadArtifacts of the image of \(Self.job)")
    #expect(image.missing == ["that it is deployed again by its tag"])
    // Who may change a job, of which nobody knows as whom it runs, may not be able to.
    let mine = "projects/acme/roles/mine"
    let changing = [
      Self.role(mine, ["run.jobs.update"]), Self.policy(Self.job, [(mine, "user:eve@acme.example")]),
    ]
    let unsure = try #require(try Self.paths(changing, to: "nightly").first)
    #expect(unsure.verdict == .possible && unsure.missing == ["as whom the job runs"])
    #expect(try Self.paths(changing + Self.things, to: "nightly").isEmpty, "who may not act as its account")
    // To start the job does not make anybody its account; to override its arguments may.
    #expect(
      try Self.paths(lines, to: Self.report, from: nil).map(\.principal) == [
        "user:dev@acme.example", "user:eve@acme.example",
      ])
  }

  @Test("members of a domain, of everybody and of all accounts of a project stand in their rights")
  func membership() throws {
    let lines = [
      Self.policy(
        Self.account(Self.report),
        [
          ("roles/iam.serviceAccountTokenCreator", "domain:acme.example"),
          ("roles/viewer", "user:eve@acme.example"),
          (
            "roles/iam.serviceAccountTokenCreator",
            "principalSet://cloudresourcemanager.googleapis.com/projects/acme/type/ServiceAccount"
          ),
        ]),
      Self.policy(
        "projects/acme",
        [
          ("roles/logging.admin", "user:eve@acme.example"), ("roles/run.invoker", "user:eve@acme.example"),
          ("roles/run.invoker", "serviceAccount:\(Self.chief)"),
        ]),
    ]
    let finding = try #require(try Self.paths(lines, to: Self.report).first)
    #expect(finding.path.map(\.by) == ["membership", "iam.serviceAccounts.getAccessToken"])
    #expect(try Self.paths(lines, to: Self.report, from: Self.chief).first?.path.first?.by == "membership")
  }

  @Test("a condition on a name holds where the project's id and number lead to the same")
  func names() throws {
    func verdict(_ expression: String) throws -> Finding.Verdict? {
      let secret = Self.policy(Self.secret, [("roles/viewer", "user:nobody@acme.example")])
      let given = Self.policy(
        "projects/acme", [("roles/secretmanager.secretAccessor", "user:eve@acme.example")], condition: expression)
      return try Self.paths([secret, given], to: "db").first?.verdict
    }
    #expect(try verdict("resource.name.endsWith('/secrets/other')") == nil)
    #expect(try verdict("resource.name.extract('/secrets/{name}/versions') == 'db'") == .proven)
    #expect(try verdict("resource.name.startsWith('projects/11/secrets/db')") == .possible)
    #expect(try verdict("resource.type == 'run.googleapis.com/Job'") == nil)
  }

  @Test("a circle of folders ends, and a project is the same by its id and its number")
  func circle() throws {
    let round =
      #"{"name":"//cloudresourcemanager.googleapis.com/folders/7","assetType":"cloudresourcemanager.googleapis.com/Folder","ancestors":["folders/7","folders/8","folders/7"],"iamPolicy":{"bindings":[{"role":"roles/owner","members":["user:eve@acme.example"]}]}}"#
    #expect(try Self.graph([round]).nodes(named: "folders/8").count == 1)
    let graph = try Self.graph([Self.policy("projects/acme", [("roles/run.invoker", "user:eve@acme.example")])])
    #expect(graph.nodes(named: "projects/acme") == graph.nodes(named: "projects/11"))
    #expect(
      graph.nodes(named: "nobody@acme.iam.gserviceaccount.com").count == 1, "each account of the project is a goal")
    #expect(graph.nodes(named: "nobody@elsewhere.iam.gserviceaccount.com").isEmpty)
  }

  // MARK: What comes close

  private static let mine = "projects/acme/roles/mine"
  private static let eve = "user:eve@acme.example"
  private static let pool =
    "principalSet://iam.googleapis.com/projects/11/locations/global/workloadIdentityPools/gh/attribute.repository/acme/app"
  private static let nobody = policy(account(report), [("roles/viewer", "user:nobody@acme.example")])

  /// A custom role on something, with what it holds.
  private static func given(_ permissions: [String], on resource: String, _ member: String = eve) -> [String] {
    [role(mine, permissions), policy(resource, [(mine, member)])]
  }

  /// Lines in which eve comes to the account, and how many steps she takes; none where she does not.
  private static let nearby: [(name: String, lines: [String], steps: Int?)] = {
    var cases: [(name: String, lines: [String], steps: Int?)] = []
    func add(_ name: String, _ parts: [String]..., steps: Int?) { cases.append((name, parts.flatMap { $0 }, steps)) }
    func token(_ member: String) -> [String] {
      [policy(account(report), [("roles/iam.serviceAccountTokenCreator", member)])]
    }
    let elsewhere = job.replacing("nightly", with: "hourly")
    add(
      "who may create jobs on a job alone makes none", given(["run.jobs.create", "run.jobs.run"], on: elsewhere),
      [policy(account(report), [("roles/iam.serviceAccountUser", eve)])], steps: nil)
    add(
      "an image beside Artifact Registry is in no repository of it",
      given(["artifactregistry.repositories.uploadArtifacts"], on: "projects/acme"),
      [things[0].replacing("europe-west1-docker.pkg.dev", with: "gcr.io"), nobody], steps: nil)
    let asked = given(["iam.serviceAccounts.implicitDelegation"], on: account(chief))
    add("who asks in an account's stead asks for tokens", asked, token("serviceAccount:\(chief)"), steps: 2)
    let keys = "projects/acme/roles/keys"
    add(
      "and makes no keys", asked,
      [
        role(keys, ["iam.serviceAccountKeys.create"]), policy(account(report), [(keys, "serviceAccount:\(chief)")]),
      ], steps: nil)
    let pooled = [policy(account(report), [("roles/iam.workloadIdentityUser", pool)])]
    let update = "iam.googleapis.com/workloadIdentityPoolProviders.update"
    add(
      "who creates providers of a pool joins it",
      given([update.replacing("update", with: "create")], on: "projects/acme"), pooled, steps: 2)
    add(
      "who changes them does too, by the other name of the permission",
      given(["iam.workloadIdentityPoolProviders.update"], on: "projects/acme"), pooled, steps: 2)
    add(
      "unless that is denied", given([update], on: "projects/acme"), pooled,
      [denial("projects%2Facme", update, "principalSet://goog/public:all")], steps: nil)
    let direct = given(["iam.serviceAccounts.getAccessToken"], on: "projects/acme")
    add("an account that no policy is of is in the project of its address", direct, [things[0]], steps: 1)
    let number = "//iam.googleapis.com/projects/acme/serviceAccounts/108"
    let known = thing("iam.googleapis.com/ServiceAccount", number, #"{"email":"\#(report)","uniqueId":"108"}"#)
    add(
      "an account may be named by its number", [known, things[0]],
      token(eve).map { $0.replacing(account(report), with: number) }, steps: 1)
    return cases
  }()

  @Test("what comes close to a way is none, and a way by another name is one", arguments: nearby.map(\.name))
  func close(name: String) throws {
    let (_, lines, steps) = try #require(Self.nearby.first { $0.name == name })
    let found = try Self.paths(lines, to: Self.report)
    #expect(found.map(\.path.count) == [steps].compactMap { $0 }, "\(found.map(\.path))")
  }

  @Test("each service of a project runs as its own account, and no other")
  func agents() throws {
    let lines = Self.given(["cloudbuild.builds.create"], on: "projects/acme")
    for (address, count) in [
      ("11@cloudbuild.gserviceaccount.com", 1), ("11@cloudservices.gserviceaccount.com", 0),
      ("22@cloudbuild.gserviceaccount.com", 0), ("11-compute@developer.gserviceaccount.com", 0),
    ] {
      let known = Self.policy(Self.account(address), [("roles/viewer", "user:nobody@acme.example")])
      #expect(try Self.paths(lines + [known], to: address).count == count, "\(address)")
      // What its address does not say, the export does.
      let token = Self.given(["iam.serviceAccounts.getAccessToken"], on: "projects/acme")
      #expect(try Self.paths(token + [known], to: address).count == 1, "\(address)")
    }
  }

  @Test("the default account of a project is within it, by its policy and by its address")
  func defaultAccount() throws {
    let compute = "11-compute@developer.gserviceaccount.com"
    let token = Self.given(["iam.serviceAccounts.getAccessToken"], on: "projects/acme")
    let known = Self.policy(Self.account(compute), [("roles/viewer", "user:nobody@acme.example")])
    #expect(try Self.paths(token + [known], to: compute).count == 1)
    #expect(try Self.paths(token + [Self.things[0].replacing(Self.report, with: compute)], to: compute).count == 1)
  }

  @Test("Google's own agents begin no path, and an owner of one thing rules nothing")
  func noStarts() throws {
    let agent = "serviceAccount:service-11@gcp-sa-pubsub.iam.gserviceaccount.com"
    let lines = [
      Self.policy(
        Self.account(Self.report),
        [("roles/iam.serviceAccountTokenCreator", agent), ("roles/iam.serviceAccountTokenCreator", Self.eve)])
    ]
    #expect(try Self.paths(lines, to: Self.report, from: nil).map(\.principal) == [Self.eve])
    func privileged(on resource: String) throws -> Int {
      let lines = [
        Self.policy(Self.account(Self.chief), [("roles/iam.serviceAccountTokenCreator", Self.eve)]),
        Self.policy(resource, [("roles/owner", "serviceAccount:\(Self.chief)")]),
      ]
      return AccessPaths(try Self.graph(lines), to: .privileged)?.findings(from: Self.eve).count ?? 0
    }
    #expect(try privileged(on: "projects/acme") == 1 && privileged(on: Self.secret) == 0)
  }

  @Test("who edits a role where it is not defined edits nothing")
  func rolesElsewhere() throws {
    let defined = "organizations/1/roles/mine"
    let lines = [
      Self.role(defined, ["run.jobs.run"]), Self.policy("folders/2", [(defined, Self.eve)]),
      Self.policy("organizations/1", [("roles/viewer", "user:nobody@acme.example")]),
    ]
    let there = Self.policy("folders/2", [("roles/iam.organizationRoleAdmin", Self.eve)])
    #expect(try Self.paths(lines + [there], to: "folders/2").isEmpty)
    let above = Self.policy("organizations/1", [("roles/iam.organizationRoleAdmin", Self.eve)])
    #expect(try Self.paths(lines + [above], to: "folders/2").count == 1)
  }

  @Test(
    "many are told by their kind, their pool or their project, and whoever is of them has what they have",
    arguments: [
      ("allUsers", eve, true), ("allAuthenticatedUsers", eve, true),
      ("allAuthenticatedUsers", "serviceAccount:\(chief)", true),
      (pool.replacing("attribute.repository/acme/app", with: "*"), identity, true),
      (pool.replacing("gh/attribute.repository/acme/app", with: "other/*"), identity, false),
      ("allAuthenticatedUsers", identity, false), ("domain:acme.example", eve, true), ("domain:b.example", eve, false),
    ])
  func many(whole: String, one: String, isOf: Bool) throws {
    let lines = [
      Self.policy(Self.account(Self.report), [("roles/iam.serviceAccountTokenCreator", whole)]),
      Self.policy("projects/acme", [("roles/run.invoker", one)]),
    ]
    let found = try Self.paths(lines, to: Self.report, from: one)
    #expect(found.map { $0.path.map(\.by) } == (isOf ? [["membership", "iam.serviceAccounts.getAccessToken"]] : []))
  }

  private static let identity =
    "principal://iam.googleapis.com/projects/11/locations/global/workloadIdentityPools/gh/subject/repo:acme/app:ref:x"

  @Test("a thing is named by the whole of its last part, and by its project's id as by its number")
  func named() throws {
    let other = Self.job.replacing("nightly", with: "fortnightly")
    let lines = [
      Self.policy(Self.job, [("roles/run.invoker", Self.eve)]),
      Self.policy(other, [("roles/run.invoker", "user:ann@acme.example")]),
    ]
    #expect(try Self.graph(lines).nodes(named: "nightly").count == 1)
    // The policy has the number, what runs has the id, and a resource of the project says that both are one.
    let byNumber = Self.policy(Self.job, [("roles/run.developer", Self.eve)]).replacing(
      "projects/acme/", with: "projects/11/")
    let both = [byNumber, Self.nobody] + Self.things
    #expect(try Self.paths(both, to: "nightly").count == 1 && Self.graph(both).nodes(named: "nightly").count == 1)
    #expect(try Self.paths(both, to: Self.report).map(\.path.count) == [1], "by its arguments")
    let project = Self.thing(
      "cloudresourcemanager.googleapis.com/Project", "//cloudresourcemanager.googleapis.com/projects/11",
      #"{"projectId":"acme"}"#)
    let graph = try Self.graph([project, Self.policy("projects/11", [("roles/run.invoker", Self.eve)])])
    #expect(graph.nodes(named: "projects/acme") == graph.nodes(named: "projects/11"))
    #expect(!graph.nodes(named: "projects/acme").isEmpty)
  }

  @Test("what the input lacks is told, and what it has is not")
  func gaps() throws {
    let project = Self.policy("projects/acme", [("roles/run.invoker", Self.eve)])
    let folder = Self.policy("folders/2", [("roles/run.invoker", Self.eve)])
    let organization = Self.policy("organizations/1", [("roles/run.invoker", Self.eve)])
    let alone = project.replacing(#","ancestors":["projects/11","folders/2","organizations/1"]"#, with: "")
    let running = "what runs as which account: no export of resources is in the input"
    let cases: [([String], [String])] = [
      ([project], ["policies of 'organizations/1', 'folders/2', which are inherited", running]),
      ([project, folder], ["policies of 'organizations/1', which are inherited", running]),
      ([project, folder, organization] + Self.things, []), ([organization], [running]),
      ([alone], ["what 'projects/acme' is within: the input names no ancestors", running]),
    ]
    for (lines, gaps) in cases { #expect(try Self.graph(lines).gaps == gaps) }
  }
}

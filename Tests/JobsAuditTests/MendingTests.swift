import JobsCore
import JobsManifest
import Testing

@testable import JobsAudit

@Suite("How what rules find is mended")
struct MendingTests {
  private static let now = Instant(rfc3339: "2027-01-01T00:00:00Z") ?? Instant(seconds: 0)
  private static let iam = "arn:aws:iam::111122223333:"
  private static let project = "//cloudresourcemanager.googleapis.com/projects/p"

  // MARK: What is judged

  /// What all rules find in some inputs, one after another.
  private static func read(_ texts: String..., subject: String? = nil, policy: AuditPolicy? = nil) throws -> [Finding] {
    var estate = Estate()
    var found: [Finding] = []
    for text in texts {
      var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
      let reader = EstateReader(
        .init(resource: project, subject: subject), observe: { found += UseRules.check($0, at: now) }, take: { _ in })
      try reader.read(&values, file: "test", into: &estate)
    }
    return found + EstateRules.check(estate, organisation: policy)
  }

  private static func document(_ statements: String) -> String {
    #"{"Version":"2012-10-17","Statement":[\#(statements)]}"#
  }

  private static func allow(_ action: String, _ resource: String = "*") -> String {
    #"{"Effect":"Allow","Action":"\#(action)","Resource":"\#(resource)"}"#
  }

  private static func user(_ statements: String, attached: String = "") -> String {
    #"{"UserDetailList":[{"UserName":"eve","UserId":"AIDAEVE","Arn":"\#(iam)user/eve","UserPolicyList":[{"PolicyName":"own","PolicyDocument":\#(document(statements))}],"AttachedManagedPolicies":[\#(attached)]}]}"#
  }

  private static func role(_ principal: String, action: String = "sts:AssumeRole") -> String {
    #"{"RoleDetailList":[{"RoleName":"r","RoleId":"AROAR","Arn":"\#(iam)role/r","AssumeRolePolicyDocument":\#(document(#"{"Effect":"Allow","Principal":\#(principal),"Action":"\#(action)"}"#))}]}"#
  }

  private static func secret(_ principal: String) -> String {
    let text = document(#"{"Effect":"Allow","Principal":\#(principal),"Action":"x:Do","Resource":"*"}"#)
    return
      #"{"ARN":"arn:aws:secretsmanager:eu-west-1:111122223333:secret:db","Name":"db","ResourcePolicy":"\#(text.replacing("\"", with: "\\\""))"}"#
  }

  private static func aws() throws -> [Finding] {
    let statements = [
      allow("*"), allow("iam:*"), #"{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}"#, allow("iam:PassRole"),
      allow("sts:AssumeRole"), allow("s3:GetObjekt"), allow("s3:PutObject*", "arn:aws:s3:::b/*"), allow("s3:PutObject"),
      allow("s3:GetObject", "arn:aws:s3:::b"),
    ]
    let attached = #"{"PolicyName":"c","PolicyArn":"arn:aws:iam::aws:policy/AWSCloudShellFullAccess"}"#
    let gitHub = #"{"Federated":"\#(iam)oidc-provider/token.actions.githubusercontent.com"}"#
    let organisation = AuditPolicy(
      try PolicySource(
        Array(
          "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: a}\npolicy:\n  audit: {environments: {prod: {accounts: [\"111122223333\"], roles: [\"arn:aws:iam::aws:policy/ReadOnly*\"]}}}\n"
            .utf8), path: "jobs.yaml"))
    return try statements.flatMap { try read(user($0)) }
      + read(user(statements[8], attached: attached), policy: organisation)
      + read(user(statements[8], attached: attached.replacing("AWSCloudShellFullAccess", with: "AdministratorAccess")))
      + [#""*""#, #"{"AWS":"999988887777"}"#, #"{"AWS":"AIDAGONEGONEGONEGONE1"}"#].flatMap { try read(role($0)) }
      + read(role(gitHub, action: "sts:AssumeRoleWithWebIdentity"))
      + [#""*""#, #"{"Service":"s3.amazonaws.com"}"#, #"{"AWS":"999988887777"}"#].flatMap { try read(secret($0)) }
  }

  private static func credentials() throws -> [Finding] {
    let head =
      "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date\n"
    let day = "2026-01-01T00:00:00+00:00"
    let used = "2026-12-30T00:00:00+00:00"
    let account = "projects/p/serviceAccounts/ci@p.iam.gserviceaccount.com"
    return try read(
      head
        + "<root_account>,\(iam)root,\(day),not_supported,\(used),not_supported,false,true,\(day),N/A,false,N/A,N/A\n"
        + "e v,\(iam)user/e v,\(day),true,\(used),\(day),false,true,\(day),\(day),false,N/A,N/A\n")
      + read(
        #"{"JobStatus":"COMPLETED","ServicesLastAccessed":[{"ServiceName":"S3","ServiceNamespace":"s3"}]}"#,
        subject: "\(iam)role/r")
      + read(
        #"{"RoleDetailList":[{"RoleName":"r","RoleId":"AROAR","Arn":"\#(iam)role/r","CreateDate":"2026-01-01T00:00:00Z","AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"x.amazonaws.com"}}},"RoleLastUsed":{}}]}"#
      )
      + read(
        #"[{"name":"\#(account)/keys/k","keyType":"USER_MANAGED","validAfterTime":"2026-01-01T00:00:00Z"}]"#)
      + read(
        #"{"name":"projects/p/locations/global/insightTypes/google.iam.policy.Insight/insights/1","insightSubtype":"PERMISSIONS_USAGE","targetResources":["\#(project)"],"content":{"role":"roles/editor","member":"user:a@b.example","exercisedPermissions":[]}}"#
      )
      + read(
        #"{"name":"x","activityType":"serviceAccountKeyLastAuthentication","fullResourceName":"//iam.googleapis.com/\#(account)/keys/k","activity":{"serviceAccountKey":{"fullResourceName":"//iam.googleapis.com/\#(account)/keys/k"}}}"#
      )
  }

  private static func google() throws -> [Finding] {
    let organisation = AuditPolicy(
      try PolicySource(
        Array(
          "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: a}\npolicy:\n  audit:\n    environments: {prod: {projects: [p], roles: [roles/none]}}\n    duties: [{name: d, roles: [roles/run.admin], with: [roles/iam.securityReviewer]}]\n"
            .utf8), path: "jobs.yaml"))
    let someone = "user:a@b.example"
    let other = "serviceAccount:a@other.iam.gserviceaccount.com"
    let grants: [(String, String, String?)] = [
      ("roles/owner", someone, nil), ("roles/logging.viewer", "allUsers", nil),
      ("roles/logging.viewer", "user:a@gmail.com", nil), ("roles/run.viewer", "deleted:\(someone)?uid=1", nil),
      ("roles/owner", "serviceAccount:a@p.iam.gserviceaccount.com", nil),
      ("roles/iam.serviceAccountUser", someone, nil),
      ("roles/iam.serviceAccountAdmin", someone, nil), ("roles/cloudkms.admin", someone, nil),
      ("roles/cloudkms.cryptoKeyDecrypter", someone, nil), ("roles/run.invoker", someone, nil),
      ("roles/editor", "serviceAccount:1-compute@developer.gserviceaccount.com", nil),
      ("roles/iam.serviceAccountKeyAdmin", other, nil),
      ("roles/run.viewer", someone, #"request.time < timestamp("2026-01-01T00:00:00Z")"#),
      ("roles/editor", someone, "true"), ("roles/run.viewer", "user:\u{430}nn@b.example", nil),
      (
        "roles/iam.workloadIdentityUser",
        "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/w/*", nil
      ),
      ("roles/run.developer", someone, "what?"), ("roles/run.admin", someone, nil),
      ("roles/iam.securityReviewer", someone, nil),
    ]
    let policy = AllowPolicy(
      resource: project, version: 1,
      bindings: grants.map { role, member, condition in
        GoogleBinding(
          role: role, members: [GoogleMember(member)],
          condition: condition.map { GoogleCondition(title: "t", expression: $0) }, location: .start(of: "test"))
      }, location: .start(of: "test"))
    let context = PolicyContext(
      roles: RoleCatalog(), now: .exactly(now), domains: ["own.example"], organisation: organisation)
    let manifest =
      "apiVersion: iam.cnrm.cloud.google.com/v1beta1\nkind: IAMPolicy\nmetadata: {name: a, namespace: p}\nspec: {resourceRef: {kind: Project, external: p}, bindings: [{role: roles/run.invoker, members: ['\(someone)']}]}\n"
    return try PolicyRules.check(policy, context)
      + read(
        manifest,
        #"{"bindings":[{"role":"roles/run.invoker","members":["user:eve@b.example"]}],"etag":"x","version":1}"#)
  }

  private static func logs() throws -> [Finding] {
    var watch = AccessWatch()
    func event(_ action: String, _ more: String) -> String {
      let parts = action.split(separator: ":")
      return
        #"{"eventVersion":"1.11","eventTime":"2026-11-22T10:00:00Z","eventSource":"\#(parts[0]).amazonaws.com","eventName":"\#(parts[1])","sourceIPAddress":"203.0.113.9","eventID":"e","recipientAccountId":"1","userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::1:user/eve","accountId":"1","accessKeyId":"AKIA1"}\#(more)}"#
    }
    let text = event(
      "cloudtrail:StopLogging", #","requestParameters":{"name":"arn:aws:cloudtrail:eu-west-1:1:trail/all"}"#)
    var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
    _ = try AccessLogReader.read(&values, file: "test") { watch.add($0) }
    return watch.findings
  }

  private static func needs() throws -> [Finding] {
    let need = AccessNeed(
      jobs: ["a"], identity: "\(iam)role/r", purpose: .runtime, right: .actions(["s3:GetObject"]),
      resource: "arn:aws:s3:::b/*", why: "it reads")
    func judge(_ statement: String) throws -> [Finding] {
      let text =
        #"{"RoleDetailList":[{"RoleName":"r","RoleId":"AROAR","Arn":"\#(iam)role/r","AssumeRolePolicyDocument":\#(document(#"{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}"#)),"RolePolicyList":[{"PolicyName":"own","PolicyDocument":\#(document(statement))}]}]}"#
      var estate = Estate()
      var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
      try EstateReader { _ in }.read(&values, file: "test", into: &estate)
      let account = try #require(estate.accounts["111122223333"])
      return AWSAdvice(account, .shipped, used: UsedAccess(), at: now).judge([need], of: need.identity).findings
    }
    return try judge(allow("sqs:SendMessage")) + judge(allow("s3:*"))
  }

  /// A user who can give themselves all rights by either of two statements of one policy, and one who can by a role that trusts
  /// the account.
  private static let climbing =
    #"{"UserDetailList":[{"UserName":"eve","UserId":"AIDAEVE","Arn":"\#(iam)user/eve","UserPolicyList":[{"PolicyName":"own","PolicyDocument":\#(document([allow("iam:PutUserPolicy"), allow("s3:ListBucket"), allow("iam:AttachUserPolicy")].joined(separator: ",")))}]}],"RoleDetailList":[{"RoleName":"chief","RoleId":"AROAC","Arn":"\#(iam)role/chief","AssumeRolePolicyDocument":\#(document(#"{"Effect":"Allow","Principal":{"AWS":"\#(iam)user/ann"},"Action":"sts:AssumeRole"}"#)),"AttachedManagedPolicies":[{"PolicyName":"a","PolicyArn":"arn:aws:iam::aws:policy/AdministratorAccess"}]}]}"#

  private static func paths() throws -> [Finding] {
    var estate = Estate()
    var values = ValueReader(bytes: Array(climbing.utf8), name: "'test'")
    try EstateReader { _ in }.read(&values, file: "test", into: &estate)
    let graph = AccountGraph(try #require(estate.accounts["111122223333"]))
    let cuts = SmallestCut(graph, to: .privileged)
    return try #require(AccessPaths(graph, to: .privileged)).findings(from: nil).map { finding in
      var finding = finding
      cuts.add(to: &finding)
      return finding
    }
  }

  // MARK: Rules

  @Test("every rule either has commands with their inverse, or says why nobody's command mends it")
  func all() throws {
    let found = try Dictionary(
      grouping: Self.aws() + Self.credentials() + Self.google() + Self.logs() + Self.needs() + Self.paths(),
      by: \.rule.code)
    for rule in JobsAudit.RuleCatalog.all {
      let remedies = (found[rule.code] ?? []).flatMap(\.remedies)
      switch rule.mending {
      case .commands:
        #expect(!remedies.isEmpty, "\(rule.code) has no commands")
        for remedy in remedies {
          #expect(!remedy.run.isEmpty && !remedy.undo.isEmpty && remedy.run != remedy.undo, "\(rule.code)")
        }
      case .byHand(let why):
        #expect(remedies.isEmpty, "\(rule.code) has commands, and says that it has none")
        #expect(why.count > 20 && !why.hasSuffix("."), "\(rule.code)")
      }
    }
  }

  @Test("what no command mends is said where the rule is shown")
  func words() throws {
    let root = try #require(JobsAudit.RuleCatalog.rule("AI201"))
    #expect(root.mending.words.hasPrefix("No command: root alone deletes its keys"))
    let finding = try #require(try Self.credentials().first { $0.rule.code == "AI201" })
    #expect(finding.noCommand == root.mending.reason)
    #expect(JobsAudit.RuleCatalog.rule("AI101")?.mending.words == "Findings have commands with their inverse.")
  }

  @Test("an inline policy that gives more than is needed is changed to what is, and goes where it serves nothing")
  func surplus() throws {
    let found = try Self.needs()
    let wider = try #require(found.first { $0.rule.code == "RC102" }?.remedies.first)
    #expect(wider.run.contains(#"+ [{"Effect":"Allow","Action":["s3:GetObject"],"Resource":"arn:aws:s3:::b/*"}]"#))
    #expect(
      wider.undo.hasPrefix("aws iam put-role-policy --role-name r --policy-name own --policy-document file://RC102-"))
    let spare = try #require(found.first { $0.rule.code == "RC103" }?.remedies.first)
    #expect(spare.run.contains("delete-role-policy --role-name r --policy-name \"$(jq -r "), "\(spare.run)")
    #expect(spare.run.contains("the statement is another by now") && spare.undo.contains("file://RC103-"))
  }

  @Test("the commands of a path make its cut whole, and change a policy once, so that there is one way back")
  func cuts() throws {
    let eve = try #require(try Self.paths().first { $0.principal?.hasSuffix("user/eve") == true })
    #expect(eve.cut.count == 2 && eve.remedies.count == 1)
    let run = try #require(eve.remedies.first?.run)
    #expect(run.contains("del(.[0], .[2])") && run.contains(".[0]) == ") && run.contains(".[2]) == "), "\(run)")
    var google = GoogleEstate()
    let binding = GoogleBinding(
      role: "roles/owner", members: [GoogleMember("user:a@b.example"), GoogleMember("user:c@b.example")],
      location: .start(of: "test"))
    google.add(.policy(AllowPolicy(resource: Self.project, bindings: [binding], location: .start(of: "test"))))
    func commands(_ statement: String, _ member: String?) -> Int {
      google.remedies(
        without: [StatementReference(policy: "projects/p", statement: statement, member: member)], file: "f"
      ).count
    }
    #expect(commands("roles/owner", nil) == 2 && commands("roles/owner", "user:a@b.example") == 1)
    #expect(commands("roles/editor", nil) == 0)
  }

  // MARK: Google

  private static func removal(
    _ members: [String], _ condition: GoogleCondition? = nil, on resource: String = project
  ) -> [Finding.Remedy] {
    let binding = GoogleBinding(
      role: "roles/x", members: members.map(GoogleMember.init), condition: condition, location: .start(of: "test"))
    let policy = AllowPolicy(resource: resource, bindings: [binding], location: .start(of: "test"))
    return GoogleRemedy.removing([(binding, binding.members)], from: policy, file: "f")
  }

  @Test("few members have a command each, more have one together, and more than a policy holds have none")
  func members() {
    let many = (1...4).map { "user:\($0)@b.example" }
    #expect(Self.removal(Array(many.prefix(3))).count == 3)
    let together = Self.removal(many)
    #expect(together.count == 1 && together[0].run.contains("gcloud projects set-iam-policy p f.new.json"))
    #expect(together[0].undo.contains("f.undo.json") && !together[0].undo.contains(".version = 3"))
    #expect(Self.removal((1...1501).map { "user:\($0)@b.example" }).isEmpty)
  }

  @Test(
    "a condition is named whole, by a mark that is not in it; without one, and where no option takes it, by the policy",
    arguments: [
      (GoogleCondition(title: "t", expression: "a"), "expression=a,title=t"),
      (GoogleCondition(title: "t", expression: "a", description: "why"), "expression=a,title=t,description=why"),
      (GoogleCondition(title: "t, u", expression: "a"), "'^;^expression=a;title=t, u'"),
      (GoogleCondition(title: "t,;", expression: "a"), "'^|^expression=a|title=t,;'"),
      (GoogleCondition(title: ",;|~#@", expression: "a"), nil),
    ] as [(GoogleCondition, String?)])
  func conditions(_ condition: GoogleCondition, _ words: String?) {
    let remedy = Self.removal(["user:a@b.example"], condition).first
    #expect(remedy?.run.contains("--condition=") == (words != nil))
    if let words { #expect(remedy?.run.hasSuffix(" --condition=\(words)") == true, "\(remedy?.run ?? "")") }
    // A policy with a condition is of version 3, whatever stands meanwhile.
    if words == nil { #expect(remedy?.undo.contains(".version = 3") == true) }
    let job = Self.removal(["user:a@b.example"], condition, on: "//run.googleapis.com/projects/p/locations/l/jobs/j")
    #expect(job.first?.run.contains("gcloud run jobs set-iam-policy j --region=l --project=p f.new.json") == true)
  }

  @Test(
    "resources are named as gcloud names them",
    arguments: [
      ("cloudresourcemanager.googleapis.com/folders/1", "resource-manager folders", "1"),
      ("cloudresourcemanager.googleapis.com/organizations/1", "organizations", "1"),
      (
        "cloudkms.googleapis.com/projects/p/locations/l/keyRings/r/cryptoKeys/k", "kms keys",
        "k --keyring=r --location=l --project=p"
      ),
      ("cloudkms.googleapis.com/projects/p/locations/l/keyRings/r", "kms keyrings", "r --location=l --project=p"),
      (
        "artifactregistry.googleapis.com/projects/p/locations/l/repositories/r", "artifacts repositories",
        "r --location=l --project=p"
      ),
      ("pubsub.googleapis.com/projects/p/subscriptions/s", "pubsub subscriptions", "s --project=p"),
      ("run.googleapis.com/projects/p/locations/l/services/s", "run services", "s --region=l --project=p"),
      ("storage.googleapis.com/b", "storage buckets", "gs://b"),
      ("bigquery.googleapis.com/projects/p/datasets/d", nil, ""),
    ] as [(String, String?, String)])
  func resources(_ resource: String, _ group: String?, _ words: String) {
    let run = Self.removal(["user:a@b.example"], on: "//\(resource)").first?.run
    #expect(
      run?.hasPrefix("gcloud \(group ?? "") remove-iam-policy-binding \(words) --member=")
        == (group == nil ? nil : true))
  }
}

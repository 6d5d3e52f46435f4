import JobsCore
import Testing

@testable import JobsAudit

@Suite("How credentials and grants are used")
struct UseRulesTests {
  /// 2027-01-01.
  private static let now = Instant(seconds: 1_798_761_600)

  private static func read(_ text: String, subject: String? = nil) throws -> (estate: Estate, findings: [Finding]) {
    var estate = Estate()
    var findings: [Finding] = []
    var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
    try EstateReader(.init(subject: subject), observe: { findings += UseRules.check($0, at: now) }) { _ in }.read(
      &values, file: "test", into: &estate)
    return (estate, findings)
  }

  private static func codes(_ text: String, subject: String? = nil) throws -> [String] {
    try read(text, subject: subject).findings.map(\.rule.code)
  }

  // MARK: Credential report

  private static let head =
    "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated\n"

  /// A row; times are days of 2026, and `-` is `N/A`.
  private static func row(
    _ user: String, password: (String, used: String, changed: String), mfa: Bool,
    key: (String, rotated: String, used: String)
  ) -> String {
    func time(_ day: String) -> String { day == "-" ? "N/A" : day.count > 5 ? day : "2026-\(day)T00:00:00+00:00" }
    let arn = "arn:aws:iam::111122223333:" + (user == "<root_account>" ? "root" : "user/x")
    let fields = [
      user, arn, "2025-01-01T00:00:00+00:00", password.0, time(password.used), time(password.changed), "N/A", "\(mfa)",
      key.0, time(key.rotated), time(key.used), "N/A", "N/A", "false", "N/A", "N/A", "N/A", "N/A", "false", "N/A",
      "false", "N/A",
    ]
    return fields.joined(separator: ",") + "\n"
  }

  private static let noKey = ("false", rotated: "-", used: "-")

  @Test("root's keys, missing second factor and use are found, and a root that is put away is not")
  func root() throws {
    let bad = Self.row(
      "<root_account>", password: ("not_supported", used: "12-01", changed: "not_supported"), mfa: false,
      key: ("true", rotated: "01-01", used: "-"))
    #expect(try Self.codes(Self.head + bad) == ["AI201", "AI202", "AI203"])
    let good = Self.row(
      "<root_account>", password: ("not_supported", used: "01-01", changed: "not_supported"), mfa: true, key: Self.noKey
    )
    #expect(try Self.codes(Self.head + good).isEmpty)
    let byKey = Self.row(
      "<root_account>", password: ("not_supported", used: "01-01", changed: "not_supported"), mfa: true,
      key: ("true", rotated: "01-01", used: "12-01"))
    #expect(try Self.codes(Self.head + byKey) == ["AI201", "AI203"], "it was used by its key")
    // An organisation has taken its password away.
    let gone = Self.row("<root_account>", password: ("false", used: "-", changed: "-"), mfa: false, key: Self.noKey)
    #expect(try Self.codes(Self.head + gone).isEmpty)
  }

  @Test("users: a password alone, what nobody uses, and old keys; to the day")
  func users() throws {
    func codes(
      _ password: (String, used: String, changed: String), mfa: Bool = true,
      key: (String, rotated: String, used: String) = Self.noKey
    )
      throws -> [String]
    {
      try Self.codes(Self.head + Self.row("x", password: password, mfa: mfa, key: key))
    }
    let used = ("true", used: "12-31", changed: "12-01")
    let none = ("false", used: "-", changed: "-")
    #expect(try codes(used).isEmpty)
    #expect(try codes(used, mfa: false) == ["AI204"])
    #expect(try codes(none, mfa: false).isEmpty)
    #expect(try codes(("true", used: "11-17", changed: "01-01")) == ["AI205"], "45 days")
    #expect(try codes(("true", used: "11-18", changed: "01-01")).isEmpty, "44 days")
    #expect(try codes(("true", used: "no_information", changed: "11-17")) == ["AI205"], "never used")
    #expect(try codes(("true", used: "no_information", changed: "12-20")).isEmpty, "too new to tell")
    #expect(try codes(none, key: ("true", rotated: "10-03", used: "12-31")).isEmpty, "90 days")
    #expect(try codes(none, key: ("true", rotated: "10-02", used: "12-31")) == ["AI206"], "91 days")
    #expect(try codes(none, key: ("false", rotated: "01-01", used: "-")).isEmpty, "a key that is off")
  }

  @Test("the answer of the API holds the same report; places are those of the rows")
  func answer() throws {
    let report =
      Self.head + Self.row("x", password: ("true", used: "12-31", changed: "12-01"), mfa: false, key: Self.noKey)
    let direct = try Self.read(report)
    #expect(direct.findings.map(\.location.line) == [2])
    #expect(direct.estate.counts.entries.map(\.type) == ["aws-credentials"])
    let wrapped = #"{"Content":"\#(Base64.encode(report.utf8))","ReportFormat":"text/csv"}"#
    #expect(try Self.codes(wrapped) == ["AI204"])
    #expect(try Self.read("\u{FEFF}" + report).findings.count == 1)
  }

  @Test(
    "a report that is not whole is refused with its line",
    arguments: [
      ("user,arn,user_creation_time,x\n", "line 1: the report has no column 'password_enabled'"),
      (head, "line 1: the report has no rows"), (head + "a,b\n", "line 2: a row has 2 fields, and the head has 22"),
      (
        head + row("x", password: ("maybe", used: "-", changed: "-"), mfa: true, key: noKey),
        "line 2: 'password_enabled' is 'maybe', neither true nor false"
      ),
      (
        head + row("x", password: ("true", used: "yesterday", changed: "-"), mfa: true, key: noKey),
        "line 2: 'password_last_used' is 'yesterday', not a time"
      ),
      (#"{"Content":"?","ReportFormat":"text/csv"}"#, "is no base64"),
      (#"{"Content":"YQ==","ReportFormat":"text/csv"}"#, "'Content', line 1: the report has no column"),
    ])
  func refused(text: String, words: String) {
    let error = #expect(throws: Failure.self) { try Self.read(text) }
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
  }

  // MARK: AWS

  @Test("access keys that are active and old are found, with commands both ways")
  func accessKeys() throws {
    func list(_ status: String, _ day: String) -> String {
      #"{"AccessKeyMetadata":[{"UserName":"e v","AccessKeyId":"AKIA1","Status":"\#(status)","CreateDate":"\#(day)T00:00:00Z"}]}"#
    }
    let found = try Self.read(list("Active", "2026-01-01")).findings
    #expect(found.map(\.rule.code) == ["AI206"])
    #expect(
      found.first?.remedies.first?.undo
        == "aws iam update-access-key --user-name 'e v' --access-key-id AKIA1 --status Active")
    #expect(try Self.codes(list("Inactive", "2026-01-01")).isEmpty)
    #expect(try Self.codes(list("Active", "2026-12-01")).isEmpty)
    #expect(throws: Failure.self) { try Self.read(list("Lost", "2026-12-01")) }
    #expect(throws: Failure.self) { try Self.read(#"{"AccessKeyMetadata":[{"UserName":"e"}]}"#) }
    let more = try Self.read(#"{"IsTruncated":true,"AccessKeyMetadata":[]}"#)
    #expect(more.estate.hasGaps)
  }

  @Test("services that somebody does not use are one finding, and whose they are has to be said")
  func services() throws {
    let text =
      #"{"JobStatus":"COMPLETED","ServicesLastAccessed":[{"ServiceName":"S3","ServiceNamespace":"s3","LastAuthenticated":"2026-12-30T00:00:00Z"},{"ServiceName":"EC2","ServiceNamespace":"ec2"},{"ServiceName":"SQS","ServiceNamespace":"sqs","LastAuthenticated":"2026-01-01T00:00:00Z"}]}"#
    let found = try Self.read(text, subject: "arn:aws:iam::1:role/a").findings
    #expect(
      found.map(\.message) == ["'arn:aws:iam::1:role/a' does not use 2 of 3 services that it may use: 'ec2', 'sqs'"])
    #expect(throws: Failure.self) { try Self.read(text) }
    #expect(throws: Failure.self) {
      try Self.read(#"{"JobStatus":"IN_PROGRESS","ServicesLastAccessed":[]}"#, subject: "a")
    }
  }

  @Test("a role that nobody became for 90 days is found; AWS's own are not")
  func roles() throws {
    func details(_ path: String, _ last: String) -> String {
      #"{"RoleDetailList":[{"RoleName":"a","RoleId":"AROA1","Arn":"arn:aws:iam::111122223333:role\#(path)/a","CreateDate":"2025-01-01T00:00:00Z","AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"x.amazonaws.com"}}},"RoleLastUsed":{\#(last)}}]}"#
    }
    #expect(try Self.codes(details("", "")) == ["AI207"])
    #expect(try Self.codes(details("", #""LastUsedDate":"2026-10-01T00:00:00Z""#)) == ["AI207"])
    #expect(try Self.codes(details("", #""LastUsedDate":"2026-12-01T00:00:00Z""#)).isEmpty)
    #expect(try Self.codes(details("/aws-service-role/x.amazonaws.com", "")).isEmpty)
  }

  // MARK: Google

  @Test("keys that somebody keeps, and old ones; not Google's own, and not those that are off")
  func accountKeys() throws {
    func key(_ type: String, _ day: String, _ more: String = "") -> String {
      #"[{"name":"projects/p/serviceAccounts/a@p.iam.gserviceaccount.com/keys/1","keyType":"\#(type)","validAfterTime":"\#(day)T00:00:00Z"\#(more)}]"#
    }
    #expect(try Self.codes(key("USER_MANAGED", "2026-12-01")) == ["GI201"])
    #expect(try Self.codes(key("USER_MANAGED", "2026-01-01")) == ["GI201", "GI202"])
    #expect(try Self.codes(key("SYSTEM_MANAGED", "2026-01-01")).isEmpty)
    #expect(try Self.codes(key("USER_MANAGED", "2026-01-01", #","disabled":true"#)).isEmpty)
  }

  @Test("insights and recommendations tell of grants, and of accounts that nobody uses")
  func insights() throws {
    func insight(_ content: String) -> String {
      #"[{"name":"projects/1/locations/global/insightTypes/google.iam.policy.Insight/insights/a","content":{\#(content)},"targetResources":["//cloudresourcemanager.googleapis.com/projects/1"]}]"#
    }
    let grant =
      #""role":"roles/editor","member":"user:a@b.example","currentTotalPermissionsCount":"100","exercisedPermissions":"#
    #expect(try Self.read(insight(grant + "[]")).findings.map(\.severity) == [.medium])
    #expect(try Self.read(insight(grant + #"[{"permission":"x"}]"#)).findings.map(\.severity) == [.low])
    let many = (1...20).map { #"{"permission":"p\#($0)"}"# }.joined(separator: ",")
    #expect(try Self.codes(insight(grant + "[\(many)]")).isEmpty)
    let tenth = (1...10).map { #"{"permission":"p\#($0)"}"# }.joined(separator: ",")
    #expect(try Self.codes(insight(grant + "[\(tenth)]")) == ["GI203"], "a tenth is little")
    for (day, codes) in [("2026-10-03", ["GI204"]), ("2026-10-04", [])] {
      let content = #""email":"a@p.iam.gserviceaccount.com","lastAuthenticatedTime":"\#(day)T00:00:00Z""#
      #expect(try Self.codes(insight(content)) == codes, "\(day)")
    }
    #expect(
      try Self.codes(insight(#""email":"a@p.iam.gserviceaccount.com","lastAuthenticatedTime":"2026-01-01T00:00:00Z""#))
        == ["GI204"])
    #expect(
      try Self.codes(insight(#""email":"a@p.iam.gserviceaccount.com","lastAuthenticatedTime":"2026-12-31T00:00:00Z""#))
        .isEmpty)
    #expect(throws: Failure.self) { try Self.read(insight(#""quota":1"#)) }
    let other = try Self.read(insight(#""quota":1"#).replacing("google.iam.policy.Insight", with: "google.x.Insight"))
    #expect(
      other.estate.notEvaluated.contains("insights and recommendations that are about neither grants nor accounts"))
    #expect(other.findings.isEmpty && other.estate.counts.entries.map(\.type) == ["google-insight-not-judged"])
    let recommendation =
      #"{"name":"projects/1/locations/global/recommenders/google.iam.policy.Recommender/recommendations/a","content":{"overview":{"member":"user:a@b.example","removedRole":"roles/editor","addedRoles":["roles/viewer"],"resource":"//x"}}}"#
    #expect(
      try Self.read(recommendation).findings.map(\.message) == [
        "'user:a@b.example' would have enough with 'roles/viewer' in place of 'roles/editor' on '//x'"
      ])
    let activity =
      #"[{"activityType":"serviceAccountLastAuthentication","fullResourceName":"//iam.googleapis.com/projects/p/serviceAccounts/a@p.iam.gserviceaccount.com","activity":{"lastAuthenticatedTime":"2026-01-01T00:00:00Z"}}]"#
    #expect(try Self.read(activity).findings.map(\.resource) == ["a@p.iam.gserviceaccount.com"])
  }

  @Test("what Policy Analyzer found is judged as policies, and what it left out is a gap")
  func analysis() throws {
    let result =
      #"{"attachedResourceFullName":"//cloudresourcemanager.googleapis.com/projects/p","iamBinding":{"role":"roles/owner","members":["user:a@gmail.com"]},"fullyExplored":true}"#
    var policies: [AllowPolicy] = []
    func read(_ text: String) throws -> Estate {
      var estate = Estate()
      var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
      try EstateReader { if case .policy(let policy) = $0 { policies.append(policy) } }.read(
        &values, file: "test", into: &estate)
      return estate
    }
    #expect(
      try !read(#"{"fullyExplored":true,"mainAnalysis":{"analysisQuery":{},"analysisResults":[\#(result)]}}"#).hasGaps)
    #expect(policies.map(\.shortName) == ["projects/p"] && policies[0].bindings.map(\.role) == ["roles/owner"])
    #expect(try read(#"{"fullyExplored":false,"mainAnalysis":{"analysisQuery":{}}}"#).hasGaps)
    #expect(throws: Failure.self) { try read(#"{"mainAnalysis":{}}"#) }
  }
}

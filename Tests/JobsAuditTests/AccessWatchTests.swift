import JobsCore
import Testing

@testable import JobsAudit

@Suite("Logs of the clouds")
struct AccessWatchTests {
  private static func findings(_ text: String) throws -> [Finding] {
    var watch = AccessWatch()
    var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
    _ = try AccessLogReader.read(&values, file: "test") { watch.add($0) }
    return watch.findings
  }

  private static func codes(_ text: String) throws -> [String] { try findings(text).map(\.rule.code) }

  // MARK: CloudTrail

  private static let eve = #"{"type":"IAMUser","arn":"arn:aws:iam::1:user/eve","accountId":"1","accessKeyId":"ASIA1"}"#

  private static func event(
    _ action: String, by identity: String = eve, minute: Int = 0, from source: String = "203.0.113.9",
    _ more: String = ""
  ) -> String {
    let parts = action.split(separator: ":")
    let time = "2026-11-22T10:\(minute < 10 ? "0" : "")\(minute):00Z"
    return
      #"{"eventVersion":"1.11","eventTime":"\#(time)","eventSource":"\#(parts[0]).amazonaws.com","eventName":"\#(parts[1])","sourceIPAddress":"\#(source)","eventID":"e\#(minute)","recipientAccountId":"1","userIdentity":\#(identity)\#(more)}"#
  }

  private static let denied = #","errorCode":"AccessDenied""#

  @Test("what was denied is one finding for each identity, and many different tries are worse")
  func denials() throws {
    let one = try Self.findings(Self.event("s3:GetObject", minute: 1, Self.denied))
    #expect(one.map(\.severity) == [.low])
    #expect(one.first?.message == "'arn:aws:iam::1:user/eve' was denied 's3:GetObject' once from 203.0.113.9")
    #expect(one.first?.evidence == ["2026-11-22T10:01:00Z s3:GetObject from 203.0.113.9, denied, event e1"])
    let many = (0..<6).map { Self.event("iam:Get\($0)", minute: $0, #","errorCode":"Client.UnauthorizedOperation""#) }
    let found = try Self.findings(many.joined(separator: "\n"))
    #expect(found.map(\.rule.code) == ["LG101"] && found.map(\.severity) == [.medium])
    #expect(found.first?.evidence.count == 3)
    #expect(try Self.codes(Self.event("s3:GetObject", minute: 1, #","errorCode":"NoSuchBucket""#)).isEmpty)
  }

  @Test("a file of the bucket, events one by one, and an answer of lookup-events hold the same")
  func shapes() throws {
    let event = Self.event("iam:CreateAccessKey", minute: 3, #","requestParameters":{"userName":"ann"}"#)
    let quoted = event.replacing("\"", with: #"\""#)
    for text in [
      event, "[\(event)]", #"{"Records":[\#(event)]}"#,
      #"{"Events":[{"EventId":"e3","CloudTrailEvent":"\#(quoted)"}]}"#,
    ] {
      let found = try Self.findings(text)
      #expect(found.map(\.rule.code) == ["LG107"], "\(text)")
      #expect(found.first?.resource == "ann")
    }
  }

  @Test("root, signing in, keys, secrets, rights and logs have their rules")
  func rules() throws {
    let root = #"{"type":"Root","arn":"arn:aws:iam::1:root","accountId":"1"}"#
    #expect(try Self.codes(Self.event("s3:ListBuckets", by: root)) == ["LG102"])
    // What a service does with root's rights is not root.
    #expect(
      try Self.codes(Self.event("s3:ListBuckets", by: root.replacing("}", with: #","invokedBy":"AWS Internal"}"#)))
        .isEmpty)
    let login = #","responseElements":{"ConsoleLogin":"Success"},"additionalEventData":{"MFAUsed":"No"}"#
    #expect(try Self.codes(Self.event("signin:ConsoleLogin", login)) == ["LG103"])
    #expect(try Self.codes(Self.event("signin:ConsoleLogin", login.replacing("No", with: "Yes"))).isEmpty)
    let failure = #","responseElements":{"ConsoleLogin":"Failure"}"#
    let failures = (0..<5).map { Self.event("signin:ConsoleLogin", minute: $0, failure) }
    #expect(try Self.codes(failures.joined()) == ["LG104"])
    #expect(try Self.codes(failures.dropLast().joined()).isEmpty)
    #expect(
      try Self.findings(Self.event("secretsmanager:GetSecretValue", #","requestParameters":{"secretId":"db"}"#)).map(
        \.message)
        == ["'arn:aws:iam::1:user/eve' read 'db' once from 203.0.113.9"])
    let lasting = Self.eve.replacing("ASIA1", with: "AKIA1")
    let used = (0..<3).map { Self.event("s3:ListBuckets", by: lasting, minute: $0, from: "203.0.113.\($0)") }
    #expect(try Self.findings(used[0]).map(\.severity) == [.low])
    #expect(try Self.findings(used.joined()).map(\.severity) == [.medium])
    let attach = #","requestParameters":{"userName":"eve","policyArn":"arn:aws:iam::aws:policy/AdministratorAccess"}"#
    #expect(try Self.findings(Self.event("iam:AttachUserPolicy", attach)).map(\.severity) == [.high])
    #expect(try Self.codes(Self.event("cloudtrail:StopLogging")) == ["LG109"])
    let foreign = Self.eve.replacing(#""accountId":"1""#, with: #""accountId":"2""#)
    #expect(
      try Self.codes(Self.event("sts:AssumeRole", by: foreign, #","requestParameters":{"roleArn":"r"}"#)) == ["LG110"])
    #expect(try Self.codes(Self.event("sts:AssumeRole")).isEmpty)
  }

  @Test("what was denied, what a service did and who came by federation is not taken for more than it is")
  func less() throws {
    let root = #"{"type":"Root","arn":"arn:aws:iam::1:root","accountId":"1"}"#
    #expect(try Self.codes(Self.event("s3:ListBuckets", by: root, Self.denied)) == ["LG101"])
    #expect(try Self.codes(Self.event("cloudtrail:StopLogging", Self.denied)) == ["LG101"])
    let foreign = Self.eve.replacing(#""accountId":"1""#, with: #""accountId":"2""#)
    #expect(try Self.codes(Self.event("sts:AssumeRole", by: foreign, Self.denied)) == ["LG101"])
    let service = foreign.replacing("}", with: #","invokedBy":"scheduler.amazonaws.com"}"#)
    #expect(try Self.codes(Self.event("sts:AssumeRole", by: service)).isEmpty)
    let session =
      #"{"type":"AssumedRole","arn":"arn:aws:sts::1:assumed-role/deploy/a","accountId":"1","sessionContext":{"sessionIssuer":{"arn":"arn:aws:iam::1:role/deploy"}}}"#
    let login = #","responseElements":{"ConsoleLogin":"Success"},"additionalEventData":{"MFAUsed":"No"}"#
    #expect(try Self.codes(Self.event("signin:ConsoleLogin", by: session, login)).isEmpty)
    #expect(try Self.codes(Self.entry("run.jobs.delete", code: 16)) == ["LG101"], "UNAUTHENTICATED")
    #expect(try Self.codes(Self.entry("google.logging.v2.ConfigServiceV2.DeleteSink", code: 5)).isEmpty)
    #expect(try Self.codes(Self.entry("storage.getIamPolicy")).isEmpty)
    let delta =
      #","serviceData":{"policyDelta":{"bindingDeltas":[{"action":"REMOVE","role":"roles/owner","member":"user:eve@gmail.com"}]}}"#
    #expect(try Self.findings(Self.entry("SetIamPolicy", delta)).map(\.severity) == [.medium])
  }

  @Test("what was denied, and done after rights were changed, is told with all three events")
  func regained() throws {
    let ann = #"{"type":"IAMUser","arn":"arn:aws:iam::1:user/ann","accountId":"1"}"#
    let tried = Self.event("s3:DeleteBucket", minute: 1, Self.denied)
    let changed = Self.event("iam:PutUserPolicy", by: ann, minute: 2)
    let done = Self.event("s3:DeleteBucket", minute: 3)
    let found = try Self.findings([tried, changed, done].joined(separator: "\n")).filter { $0.rule.code == "LG111" }
    #expect(found.map(\.evidence.count) == [3])
    #expect(try !Self.codes(tried + done).contains("LG111"), "nobody changed anything")
    let before = Self.event("iam:PutUserPolicy", by: ann, minute: 0)
    #expect(try !Self.codes(before + tried + done).contains("LG111"), "the change was before")
  }

  @Test("a session counts as its role")
  func sessions() throws {
    let session =
      #"{"type":"AssumedRole","arn":"arn:aws:sts::1:assumed-role/deploy/a","accountId":"1","sessionContext":{"sessionIssuer":{"arn":"arn:aws:iam::1:role/deploy"}}}"#
    #expect(
      try Self.findings(Self.event("s3:GetObject", by: session, Self.denied)).map(\.principal) == [
        "arn:aws:iam::1:role/deploy"
      ])
  }

  // MARK: Cloud Audit Logs

  private static func entry(_ method: String, code: Int = 0, _ more: String = "", caller: String = "") -> String {
    #"{"logName":"projects/p/logs/cloudaudit.googleapis.com%2Factivity","timestamp":"2026-11-22T10:00:00.5Z","insertId":"i1","protoPayload":{"@type":"type.googleapis.com/google.cloud.audit.AuditLog","methodName":"\#(method)","serviceName":"s","resourceName":"projects/p/x","status":{"code":\#(code)},"requestMetadata":{"callerIp":"198.51.100.7"},"authenticationInfo":{"principalEmail":"eve@acme.example"\#(caller)}\#(more)}}"#
  }

  @Test("entries of Google have the same rules")
  func google() throws {
    #expect(
      try Self.findings(Self.entry("run.jobs.delete", code: 7)).map(\.message) == [
        "'eve@acme.example' was denied 'run.jobs.delete' once from 198.51.100.7"
      ])
    #expect(
      try Self.codes(Self.entry("google.cloud.secretmanager.v1.SecretManagerService.AccessSecretVersion")) == ["LG105"])
    #expect(try Self.codes(Self.entry("google.iam.admin.v1.CreateServiceAccountKey")) == ["LG107"])
    #expect(try Self.codes(Self.entry("google.logging.v2.ConfigServiceV2.DeleteSink")) == ["LG109"])
    #expect(try Self.codes(Self.entry("google.iam.credentials.v1.IAMCredentials.GenerateAccessToken")) == ["LG110"])
    #expect(
      try Self.codes(Self.entry("storage.objects.get", caller: #","serviceAccountKeyName":"//iam/keys/1""#)) == [
        "LG106"
      ])
    #expect(try Self.codes(Self.entry("google.iam.v1.IAMPolicy.GetIamPolicy")).isEmpty)
    let delta =
      #","serviceData":{"policyDelta":{"bindingDeltas":[{"action":"ADD","role":"roles/owner","member":"user:eve@gmail.com"}]}}"#
    #expect(try Self.findings(Self.entry("SetIamPolicy", delta)).map(\.severity) == [.high])
    #expect(try Self.findings(Self.entry("SetIamPolicy")).map(\.severity) == [.medium])
    #expect(
      try Self.codes(#"{"logName":"projects/p/logs/x","timestamp":"2026-11-22T10:00:00Z","textPayload":"hello"}"#)
        .isEmpty)
  }

  @Test(
    "what is no log is refused with its place",
    arguments: [
      ("", "is empty"), ("{}", "line 1, column 1: this is neither"), ("[1]", "an integer"),
      (#"{"Records":{}}"#, "a mapping, not a list"),
      (#"{"Records":[{"eventName":"x"}]}"#, "line 1, column 13: a record has no 'eventTime'"),
      (#"{"Events":[{"CloudTrailEvent":"{"}]}"#, "is no JSON"),
      (#"{"logName":"l","timestamp":"t","protoPayload":{"methodName":"m"}}"#, "not a time"),
    ])
  func refused(text: String, words: String) {
    let error = #expect(throws: Failure.self) { try Self.findings(text) }
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    #expect(error?.kind == .usage)
  }
}

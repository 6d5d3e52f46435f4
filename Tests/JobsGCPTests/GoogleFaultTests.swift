import JobsCloud
import JobsCore
import Testing

@testable import JobsGCP

@Suite struct GoogleFaultTests {
  private static let info = #""@type": "type.googleapis.com/google.rpc.ErrorInfo""#
  private static let quota = #""@type": "type.googleapis.com/google.rpc.QuotaFailure""#

  private func verdict(_ status: Int, _ body: String, fields: [HTTPField] = []) throws -> CallVerdict {
    let call = CloudCall("read job 'x'", HTTPRequest(.get, try WebAddress("https://h")), secrets: [Secret("hunter2")])
    return GoogleFault.verdict(
      on: HTTPResponse(status: status, fields: fields, body: Array(body.utf8)), of: call, identity: "me@acme.example",
      now: Instant(seconds: 0))
  }

  private func error(_ code: Int, _ status: String, _ message: String = "Words.", _ details: String = "") -> String {
    #"{"error": {"code": \#(code), "message": "\#(message)", "status": "\#(status)", "details": [\#(details)]}}"#
  }

  @Test(
    arguments: [
      (404, "NOT_FOUND", .notFound), (409, "ALREADY_EXISTS", .alreadyExists), (409, "ABORTED", .changedMeanwhile),
      (412, "FAILED_PRECONDITION", .changedMeanwhile), (400, "FAILED_PRECONDITION", .precondition),
      (400, "INVALID_ARGUMENT", .invalid([])), (400, "OUT_OF_RANGE", .invalid([])), (499, "CANCELLED", .cancelled),
      (501, "UNIMPLEMENTED", .other), (500, "DATA_LOSS", .other), (403, "PERMISSION_DENIED", .missingPermission(nil)),
    ] as [(Int, String, CloudFault.Cause)])
  func `what would be the same again is refused, by its status and not by that of HTTP`(
    code: Int, status: String, cause: CloudFault.Cause
  ) throws {
    guard case .refused(let fault) = try verdict(code, error(code, status)) else {
      Issue.record("\(try verdict(code, error(code, status)))")
      return
    }
    #expect(fault.cause == cause && fault.status == code && fault.code == status && fault.why == "words")
  }

  @Test(
    arguments: [
      (500, "INTERNAL", .unavailable), (500, "UNKNOWN", .unavailable), (503, "UNAVAILABLE", .unavailable),
      (504, "DEADLINE_EXCEEDED", .deadline),
    ] as [(Int, String, CloudFault.Cause)])
  func `what may pass is for later, and may have been done`(code: Int, status: String, cause: CloudFault.Cause) throws {
    guard case .later(let fault, let delay) = try verdict(code, error(code, status)) else {
      Issue.record("\(try verdict(code, error(code, status)))")
      return
    }
    #expect(fault.cause == cause && delay == CallDelay())
  }

  @Test(
    arguments: [(408, .unavailable), (502, .unavailable), (503, .unavailable), (500, .unavailable), (504, .deadline)]
      as [(Int, CloudFault.Cause)])
  func `an answer of a front end without words is read by its status`(status: Int, cause: CloudFault.Cause) throws {
    for body in ["", "<html>502</html>", "[]", #"{"error": "text"}"#, #"{"error": {}}"#] {
      guard case .later(let fault, _) = try verdict(status, body) else {
        Issue.record("\(body): \(try verdict(status, body))")
        continue
      }
      #expect(fault.cause == cause && fault.why == "the service answers with status \(status)", "\(body)")
    }
  }

  @Test func `401 asks for other credentials`() throws {
    guard case .unauthenticated(let fault) = try verdict(401, error(401, "UNAUTHENTICATED")) else {
      Issue.record("\(try verdict(401, error(401, "UNAUTHENTICATED")))")
      return
    }
    #expect(fault.cause == .credentials && fault.hint?.contains("gcloud auth") == true)
    guard case .unauthenticated = try verdict(401, "") else {
      Issue.record("\(try verdict(401, ""))")
      return
    }
  }

  @Test func `a service that is not enabled is named, with the command that enables it`() throws {
    let body = error(
      403, "PERMISSION_DENIED", "Cloud Run Admin API has not been used in project 12 before or it is disabled.",
      #"{\#(Self.info), "reason": "SERVICE_DISABLED", "metadata": {"service": "run.googleapis.com", "consumer": "projects/12"}}"#
    )
    guard case .refused(let fault) = try verdict(403, body) else {
      Issue.record("\(try verdict(403, body))")
      return
    }
    #expect(fault.cause == .disabledService("run.googleapis.com"))
    #expect(fault.why == "the service 'run.googleapis.com' is not enabled in project '12'")
    #expect(fault.hint == "run 'gcloud services enable run.googleapis.com --project 12', and wait a minute")
  }

  @Test(
    arguments: [
      ("Permission 'run.jobs.get' denied on resource 'x'", "run.jobs.get"),
      ("Permission run.jobs.list denied.", "run.jobs.list"),
      (
        "The principal lacks IAM permission \\\"cloudscheduler.jobs.create\\\" for the resource",
        "cloudscheduler.jobs.create"
      ),
      (
        "a@b.iam.gserviceaccount.com does not have storage.objects.get access to run.googleapis.com",
        "storage.objects.get"
      ),
      ("Not allowed for run.googleapis.com", nil), ("No.", nil),
    ] as [(String, String?)])
  func `the permission that is missing is found in words`(message: String, permission: String?) throws {
    guard case .refused(let fault) = try verdict(403, error(403, "PERMISSION_DENIED", message)) else {
      Issue.record("\(try verdict(403, error(403, "PERMISSION_DENIED", message)))")
      return
    }
    #expect(fault.cause == .missingPermission(permission))
  }

  @Test func `the permission that details name comes first, and one without a known role has a hint too`() throws {
    let body = error(
      403, "PERMISSION_DENIED", "Permission 'a.b.c' denied",
      #"{\#(Self.info), "reason": "IAM_PERMISSION_DENIED", "metadata": {"permission": "odd.things.do", "resource": "r"}}"#
    )
    guard case .refused(let fault) = try verdict(403, body) else {
      Issue.record("\(try verdict(403, body))")
      return
    }
    #expect(fault.cause == .missingPermission("odd.things.do"))
    #expect(fault.hint == "grant a role with 'odd.things.do' to 'me@acme.example'")
  }

  @Test(
    arguments: [
      // Too many in a minute, by details, by delay, by nothing at all, and in the older form.
      (
        429, "RESOURCE_EXHAUSTED",
        #"{INFO, "reason": "RATE_LIMIT_EXCEEDED", "metadata": {"quota_metric": "m", "quota_limit": "WritesPerMinute"}}, {QUOTA, "violations": [{"subject": "s"}]}"#,
        true
      ),
      (
        429, "RESOURCE_EXHAUSTED",
        #"{QUOTA, "violations": [{"subject": "s"}]}, {"@type": "x/google.rpc.RetryInfo", "retryDelay": "1s"}"#, true
      ),
      (429, "RESOURCE_EXHAUSTED", "", true),
      (403, "PERMISSION_DENIED", #"{INFO, "reason": "rateLimitExceeded"}"#, true),
      // Too many things, and too many in a day.
      (429, "RESOURCE_EXHAUSTED", #"{QUOTA, "violations": [{"subject": "jobs"}]}"#, false),
      (
        429, "RESOURCE_EXHAUSTED",
        #"{INFO, "reason": "RATE_LIMIT_EXCEEDED", "metadata": {"quota_limit": "CallsPerDayPerProject"}}"#, false
      ),
      (403, "PERMISSION_DENIED", #"{INFO, "reason": "quotaExceeded"}"#, false),
    ]) func `quotas by the minute pass, and others do not`(code: Int, status: String, details: String, passes: Bool)
    throws
  {
    let details = details.replacing("INFO", with: Self.info).replacing("QUOTA", with: Self.quota)
    switch try verdict(code, error(code, status, "Words.", details)) {
    case .later(let fault, let delay):
      #expect(passes && fault.cause == .throttled && delay.isThrottled && delay.isUndone, "\(details)")
    case .refused(let fault):
      guard case .quota = fault.cause else {
        Issue.record("\(fault)")
        return
      }
      #expect(!passes, "\(details)")
    case let other: Issue.record("\(other)")
    }
  }

  @Test func `the longer of what head and details ask for is waited`() throws {
    let retry = { (text: String) in #"{"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "\#(text)"}"#
    }
    for (head, details, ask) in [
      (nil, "3.5s", .milliseconds(3500)), ("7", "3s", .seconds(7)), ("2", "3s", .seconds(3)),
      ("2", "soon", .seconds(2)),
      (nil, "soon", nil),
    ] as [(String?, String, Duration?)] {
      let body = error(503, "UNAVAILABLE", "Words.", retry(details))
      guard
        case .later(_, let delay) = try verdict(503, body, fields: head.map { [HTTPField("Retry-After", $0)] } ?? [])
      else {
        Issue.record("\(body)")
        continue
      }
      #expect(delay.ask == ask && delay.isUndone == (ask != nil), "\(details)")
    }
  }

  @Test func `wrong fields are named, a few of them`() throws {
    let violations = (1...5).map { #"{"field": "template.f\#($0)", "description": "Bad value \#($0)."}"# }
    let body = error(
      400, "INVALID_ARGUMENT", "Request contains an invalid argument.",
      #"{"@type": "type.googleapis.com/google.rpc.BadRequest", "fieldViolations": [\#(violations.joined(separator: ","))]}"#
    )
    guard case .refused(let fault) = try verdict(400, body) else {
      Issue.record("\(try verdict(400, body))")
      return
    }
    #expect(
      fault.why
        == "'template.f1': bad value 1; 'template.f2': bad value 2; 'template.f3': bad value 3; and 2 more")
    #expect(fault.cause == .invalid((1...5).map { .init(field: "template.f\($0)", why: "bad value \($0)") }))
  }

  @Test func `what is secret is in no words, wherever the service says it`() throws {
    let details =
      #"{"@type": "x/google.rpc.BadRequest", "fieldViolations": [{"field": "hunter2", "description": "hunter2"}]}, {\#(Self.info), "reason": "hunter2", "metadata": {"service": "hunter2"}}"#
    for (code, status) in [
      (400, "INVALID_ARGUMENT"), (403, "PERMISSION_DENIED"), (429, "RESOURCE_EXHAUSTED"), (401, "hunter2"),
    ] {
      var shown = ""
      dump(try verdict(code, error(code, status, "You sent hunter2", details)), to: &shown)
      #expect(!shown.contains("hunter2"), "\(shown)")
    }
  }

  @Test(
    arguments: [
      ("0s", .zero), ("3s", .seconds(3)), ("1.5s", .milliseconds(1500)), ("0.000000001s", .nanoseconds(1)),
      ("", nil), ("s", nil), ("3", nil), ("-1s", nil), ("+1s", nil), ("1.s", nil), ("1.0000000001s", nil),
      ("x.1s", nil),
      ("1.xs", nil), ("99999999999s", nil), ("1.-5s", nil),
    ] as [(String, Duration?)])
  func `a span of time is seconds with an s`(text: String, duration: Duration?) {
    #expect(Duration(google: text) == duration)
  }
}

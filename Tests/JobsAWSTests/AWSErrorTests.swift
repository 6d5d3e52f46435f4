import JobsCloud
import JobsCore
import TestSupport
import Testing

@testable import JobsAWS

@Suite struct AWSErrorTests {
  private static func response(_ status: Int, _ body: String, _ fields: [HTTPField] = []) -> HTTPResponse {
    HTTPResponse(status: status, fields: fields, body: Array(body.utf8))
  }

  private static func verdict(_ response: HTTPResponse, secrets: [Secret] = []) throws -> CallVerdict {
    AWSError.verdict(
      response, CloudCall("do it", HTTPRequest(.get, try WebAddress("https://h")), secrets: secrets), .system)
  }

  @Test func `code and message are read in each protocol`() {
    for (response, code, message) in [
      (
        Self.response(
          400, #"{"Message":"m"}"#, [HTTPField("x-amzn-ErrorType", "ThrottledException:http://internal.amazon.com/")]),
        "ThrottledException", "m"
      ),
      (Self.response(400, #"{"__type":"com.amazonaws.x#FooException","message":"m"}"#), "FooException", "m"),
      (Self.response(400, #"{"code":"Foo","errorMessage":"m"}"#), "Foo", "m"),
      (
        Self.response(
          403,
          "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>m &amp; n</Message></Error><RequestId>r</RequestId></ErrorResponse>"
        ), "AccessDenied", "m & n"
      ),
      (Self.response(400, "<Response><Errors><Error><Code>C</Code></Error></Errors></Response>"), "C", ""),
      (Self.response(502, "<html>Bad gateway"), "", ""), (Self.response(500, ""), "", ""),
      (Self.response(500, "[1]"), "", ""),
    ] {
      let error = AWSError(response)
      #expect(error.code == code && error.message == message)
    }
  }

  @Test func `a permission that is missing is named, with who, on what and what to do`() throws {
    let message =
      "User: arn:aws:iam::111122223333:user/ci is not authorized to perform: lambda:CreateFunction on resource: arn:aws:lambda:eu-west-1:111122223333:function:f because no identity-based policy allows the lambda:CreateFunction action"
    guard
      case .refused(let fault) = try Self.verdict(
        Self.response(403, #"{"Message":"\#(message)"}"#, [HTTPField("x-amzn-errortype", "AccessDeniedException")]))
    else { return #expect(Bool(false), "it is refused") }
    #expect(fault.cause == .missingPermission("lambda:CreateFunction") && fault.status == 403)
    #expect(
      fault.why.hasPrefix("permission 'lambda:CreateFunction' is missing: user: arn:aws:iam::111122223333:user/ci"))
    #expect(fault.hint == "grant 'lambda:CreateFunction' to this identity")
    let denied = AWSError(code: "AccessDenied", message: message + " with an explicit deny in a service control policy")
    #expect(denied.fault(status: 403, hiding: []).hint?.hasPrefix("a policy denies it") == true)
    let vague = AWSError(code: "AccessDenied", message: "is not authorized to perform: ?").fault(
      status: 403, hiding: [])
    #expect(vague.cause == .missingPermission(nil))
  }

  static let causes: [(code: String, status: Int, message: String, cause: CloudFault.Cause)] = [
    ("ResourceNotFoundException", 404, "", .notFound), ("NoSuchEntity", 404, "", .notFound), ("", 404, "", .notFound),
    ("EntityAlreadyExists", 409, "", .alreadyExists),
    ("ResourceConflictException", 409, "Function already exist: f", .alreadyExists),
    ("ResourceConflictException", 409, "An update is in progress", .precondition),
    ("ConflictException", 409, "Schedule s already exists.", .alreadyExists),
    ("PreconditionFailedException", 412, "", .changedMeanwhile), ("DeleteConflict", 409, "", .precondition),
    ("ServiceQuotaExceededException", 402, "", .quota(nil)), ("ExpiredToken", 403, "", .credentials),
    ("SignatureDoesNotMatch", 403, "", .credentials), ("", 401, "", .credentials),
    ("", 403, "", .missingPermission(nil)),
    ("", 418, "", .other),
  ]

  @Test(arguments: causes.indices) func `callers can tell the causes apart`(at: Int) {
    let one = Self.causes[at]
    #expect(AWSError(code: one.code, message: one.message).fault(status: one.status, hiding: []).cause == one.cause)
  }

  @Test func `what passes is tried again, no sooner than the service asks`() throws {
    let throttled = try Self.verdict(
      Self.response(400, #"{"__type":"ThrottlingException"}"#, [HTTPField("x-amz-retry-after", "1500")]))
    guard case .later(let fault, let delay) = throttled else { return #expect(Bool(false), "it is tried again") }
    #expect(
      fault.cause == .throttled && delay == CallDelay(ask: .milliseconds(1500), isThrottled: true, isUndone: true))
    guard case .later(_, let busy) = try Self.verdict(Self.response(503, "")) else {
      return #expect(Bool(false), "it is tried again")
    }
    #expect(busy == CallDelay())
    guard case .unauthenticated = try Self.verdict(Self.response(403, #"{"__type":"ExpiredTokenException"}"#)) else {
      return #expect(Bool(false), "newer credentials are tried")
    }
    guard case .refused = try Self.verdict(Self.response(403, #"{"__type":"InvalidSignatureException"}"#)) else {
      return #expect(Bool(false), "a signature stays wrong")
    }
    #expect(try Self.verdict(Self.response(204, "")) == .done)
  }

  @Test func `a clock that is wrong is told from keys that are`() {
    let old = AWSError(code: "InvalidSignatureException", message: "Signature expired: 20150830T123600Z is now earlier")
    #expect(old.fault(status: 403, hiding: []).hint?.contains("clock") == true)
    #expect(
      AWSError(code: "InvalidSignatureException", message: "x").fault(status: 403, hiding: []).hint?.contains("clock")
        == false)
  }

  @Test func `what a server repeats of a secret is masked`() throws {
    guard
      case .refused(let fault) = try Self.verdict(
        Self.response(400, #"{"__type":"ValidationException","message":"bad token hidden-token"}"#),
        secrets: [Secret("hidden-token")])
    else { return #expect(Bool(false), "it is refused") }
    #expect(!fault.why.contains("hidden"))
  }

  /// An answer that turns calls away twice, and then lets them through.
  @Test func `a session signs each attempt anew, and pays for the further ones`() async throws {
    let transport = ScriptedTransport { _, number in
      .success(
        number < 3
          ? HTTPResponse(status: 400, body: Array(#"{"__type":"ThrottlingException"}"#.utf8))
          : HTTPResponse(
            status: 200,
            body: Array(
              "<R><GetCallerIdentityResult><Account>1</Account><Arn>a</Arn></GetCallerIdentityResult></R>".utf8)))
    }
    let clock = CallClock(
      now: { Instant(seconds: 1_800_000_000) }, uptime: { .zero }, sleep: { _ in }, random: { 0 })
    let settings = try AWSSettings(environment: [
      "AWS_ACCESS_KEY_ID": "K", "AWS_SECRET_ACCESS_KEY": "S", "AWS_REGION": "eu-west-1",
    ])
    let budget = RetryBudget()
    let session = AWSSession(settings: settings, transport: transport, budget: budget, clock: clock) { _ in
      .failure(.world("nothing is started here"))
    }
    #expect(try await STS(session.client(.sts)).callerIdentity() == STS.Identity(account: "1", arn: "a"))
    #expect(transport.requests.count == 3 && session.tally.counts.retries == 2)
    #expect(transport.requests.allSatisfy { $0.fields.count { $0.name == "Authorization" } == 1 })
    #expect(budget.remaining == 495)
  }

  @Test(arguments: [("2", 2), ("0", 1), ("99", 20), ("x", 3)]) func `AWS_MAX_ATTEMPTS is heard`(
    said: String, attempts: Int
  )
    throws
  {
    #expect(try AWSSession.retry(AWSSettings(environment: ["AWS_MAX_ATTEMPTS": said])).attempts == attempts)
  }
}

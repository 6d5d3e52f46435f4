import JobsCloud
import JobsCore
import TestSupport
import Testing

@testable import JobsAWS

@Suite struct LambdaInvokeTests {
  private static func lambda(_ transport: ScriptedTransport) throws -> Lambda {
    Lambda(try ScriptedSession.make(transport).client(.lambda))
  }

  private static let event = Array(#"{"job":"acme/prod/report"}"#.utf8)

  @Test func `a run is told with its request, version, payload and the end of its log`() async throws {
    let transport = ScriptedTransport([
      HTTPResponse(
        status: 200,
        fields: [
          HTTPField("x-amzn-RequestId", "8f5c"), HTTPField("X-Amz-Executed-Version", "7"),
          HTTPField("X-Amz-Log-Result", Base64.encode(Array("END RequestId: 8f5c".utf8))),
        ], body: Array("\"done\"".utf8))
    ])
    let run = try await Self.lambda(transport).invoke(
      "report", qualifier: "live", payload: Self.event, timeout: .seconds(900))
    #expect(run.id == "8f5c" && run.version == "7" && run.fault == nil && run.payload == Array("\"done\"".utf8))
    #expect(run.logTail == Array("END RequestId: 8f5c".utf8))
    let request = try #require(transport.requests.first)
    #expect(request.method == .post && request.body == Self.event && !request.isIdempotent)
    #expect(
      request.address.text
        == "https://lambda.eu-west-1.amazonaws.com/2015-03-31/functions/report/invocations?Qualifier=live")
    #expect(request.fields.contains(HTTPField("X-Amz-Invocation-Type", "RequestResponse")))
    // Longer than the longest that a function may take, without a byte.
    #expect(request.timeouts.stall > .seconds(900) && request.timeouts.whole > request.timeouts.stall)
  }

  @Test(arguments: [("Handled", "handled"), ("Unhandled", "unhandled"), ("Other", "unhandled")])
  func `what the function does wrong is no failure of the call`(said: String, name: String) async throws {
    let transport = ScriptedTransport([
      HTTPResponse(
        status: 200, fields: [HTTPField("X-Amz-Function-Error", said), HTTPField("X-Amz-Log-Result", "%")],
        body: Array(#"{"errorMessage":"no"}"#.utf8))
    ])
    let run = try await Self.lambda(transport).invoke("report", payload: Self.event, timeout: .seconds(1))
    #expect(run.fault.map { "\($0)" } == name && run.logTail.isEmpty && run.id.isEmpty)
  }

  @Test func `a run that may have begun is not begun again, one that was turned away is`() async throws {
    let broken = ScriptedTransport([HTTPResponse(status: 503, body: Array("{}".utf8))])
    let lambda = try Self.lambda(broken)
    let failure = await #expect(throws: CloudFailure.self) {
      try await lambda.invoke("report", payload: Self.event, timeout: .seconds(1))
    }
    #expect(broken.requests.count == 1 && failure?.mayBeDone == true)
    let busy = ScriptedTransport([
      HTTPResponse(
        status: 429,
        fields: [HTTPField("x-amzn-ErrorType", "TooManyRequestsException"), HTTPField("x-amz-retry-after", "1")],
        body: Array("{}".utf8)),
      HTTPResponse(status: 202, fields: [HTTPField("x-amzn-RequestId", "r")]),
    ])
    #expect(try await Self.lambda(busy).start("report", payload: Self.event) == "r")
    #expect(busy.requests.count == 2)
  }

  @Test func `a payload that is too large is not sent`() async throws {
    let transport = ScriptedTransport(status: 200)
    let lambda = try Self.lambda(transport)
    let large = [UInt8](repeating: 32, count: 6 << 20 | 1)
    await #expect(throws: CloudFailure.self) { try await lambda.invoke("f", payload: large, timeout: .seconds(1)) }
    await #expect(throws: CloudFailure.self) { try await lambda.start("f", payload: Array(large.prefix(1 << 20 | 1))) }
    #expect(transport.requests.isEmpty)
  }

  /// `m.py`, stored: `f` prints a line, fails if its event has a key 'fail', and gives the event back.
  private static let code =
    "UEsDBBQAAAAAAAAAIQC0x0u2dgAAAHYAAAAEAAAAbS5weWRlZiBmKGV2ZW50LCBjb250ZXh0KToKICBwcmludCgiaGVsbG8gZnJvbSB0aGUg"
    + "ZnVuY3Rpb24iKQogIGlmICJmYWlsIiBpbiBldmVudDogcmFpc2UgVmFsdWVFcnJvcigibm8iKQogIHJldHVybiBldmVudApQSwECFAMUAAAA"
    + "AAAAACEAtMdLtnYAAAB2AAAABAAAAAAAAAAAAAAApAEAAAAAbS5weVBLBQYAAAAAAQABADIAAACYAAAAAAA="

  /// moto runs functions in Docker alone, so that ministack says what holds (moto 5.2.5).
  @Test(.enabled(if: Emulator.areThere, Comment(rawValue: Emulator.absence)))
  func `a function is run by its alias, and its fault told`() async throws {
    let session = try await Emulator.ministack.session()
    let account = try await STS(session.client(.sts)).callerIdentity().account
    let lambda = Lambda(try session.client(.lambda))
    let name = "run-\(UInt32.random(in: 0 ... .max))"
    try await IAM(session.client(.iam)).create(
      role: name, path: "/", trust: LambdaPlace.executionTrust.json, tags: [:])
    try await lambda.create(
      Array(
        #"{"FunctionName":"\#(name)","Runtime":"python3.13","Handler":"m.f","Role":"arn:aws:iam::\#(account):role/\#(name)","Code":{"ZipFile":"\#(Self.code)"}}"#
          .utf8), name: name)
    try await lambda.settle(name, clock: session.clock)
    try await lambda.set(alias: "live", of: name, version: lambda.publish(name))
    let run = try await lambda.invoke(name, qualifier: "live", payload: Self.event, timeout: .seconds(30))
    #expect(
      run.fault == nil && run.payload == Array(#"{"job": "acme/prod/report"}"#.utf8) && run.version == "1",
      "\(String(decoding: run.payload, as: UTF8.self))")
    #expect(String(decoding: run.logTail, as: UTF8.self).contains("hello from the function"))
    let bad = try await lambda.invoke(name, payload: Array(#"{"fail":1}"#.utf8), timeout: .seconds(30))
    #expect(bad.fault == .unhandled && String(decoding: bad.payload, as: UTF8.self).contains("errorMessage"))
    let failure = await #expect(throws: CloudFailure.self) {
      try await lambda.invoke("\(name)-not", payload: Self.event, timeout: .seconds(1))
    }
    #expect(failure?.cause == .notFound && failure?.mayBeDone == false)
    _ = try await lambda.start(name, qualifier: "live", payload: Self.event)
    try await lambda.delete(name)
  }
}

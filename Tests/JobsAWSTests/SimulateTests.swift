import JobsCloud
import TestSupport
import Testing

@testable import JobsAWS

@Suite struct SimulateTests {
  private static func reply(_ results: String, more: String = "") -> HTTPResponse {
    HTTPResponse(
      status: 200,
      body: Array(
        "<SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult><EvaluationResults>\(results)</EvaluationResults>\(more)</SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>"
          .utf8))
  }

  private static func result(_ action: String, _ parts: String, decision: String = "implicitDeny", more: String = "")
    -> String
  {
    "<member><EvalActionName>\(action)</EvalActionName><EvalResourceName>arn:${Partition}:x</EvalResourceName><EvalDecision>\(decision)</EvalDecision><ResourceSpecificResults>\(parts)</ResourceSpecificResults>\(more)</member>"
  }

  private static func part(_ resource: String, _ decision: String, more: String = "") -> String {
    "<member><EvalResourceName>\(resource)</EvalResourceName><EvalResourceDecision>\(decision)</EvalResourceDecision>\(more)</member>"
  }

  private static func verdicts(
    _ replies: [HTTPResponse], _ question: IAM.Question
  ) async throws -> (verdicts: [IAM.Verdict], requests: [String]) {
    let transport = ScriptedTransport(replies)
    let iam = IAM(try ScriptedSession.make(transport).client(.iam))
    let verdicts = try await iam.simulate(question, by: "arn:aws:iam::1:user/u")
    return (verdicts, transport.requests.map { String(decoding: $0.body, as: UTF8.self) })
  }

  @Test func `each resource has a decision of its own, over all pages`() async throws {
    let question = IAM.Question(actions: ["a:X", "a:Y"], resources: ["r1", "r2"], passedTo: "s.amazonaws.com")
    let (verdicts, requests) = try await Self.verdicts(
      [
        Self.reply(
          Self.result("a:X", Self.part("r1", "allowed") + Self.part("r2", "explicitDeny")),
          more: "<IsTruncated>true</IsTruncated><Marker>m</Marker>"),
        Self.reply(
          Self.result(
            "a:Y",
            Self.part(
              "r1", "implicitDeny",
              more: "<MissingContextValues><member>aws:RequestedRegion</member></MissingContextValues>")
              + Self.part(
                "r2", "implicitDeny",
                more:
                  "<PermissionsBoundaryDecisionDetail><AllowedByPermissionsBoundary>false</AllowedByPermissionsBoundary></PermissionsBoundaryDecisionDetail>"
              ))),
      ], question)
    #expect(
      verdicts == [
        .init(action: "a:X", resource: "r1", decision: .allowed, unknown: []),
        .init(action: "a:X", resource: "r2", decision: .denied, unknown: []),
        .init(action: "a:Y", resource: "r1", decision: .notAllowed, unknown: ["aws:RequestedRegion"]),
        .init(action: "a:Y", resource: "r2", decision: .outOfBounds, unknown: []),
      ])
    #expect(requests.count == 2 && requests[1].hasSuffix("&Marker=m"))
    #expect(
      requests[0].contains(
        "ActionNames.member.2=a%3AY&ResourceArns.member.1=r1&ResourceArns.member.2=r2&ContextEntries.member.1.ContextKeyName=iam%3APassedToService&ContextEntries.member.1.ContextKeyValues.member.1=s.amazonaws.com"
      ))
  }

  @Test func `an organization that leaves it out is named`() async throws {
    let (verdicts, _) = try await Self.verdicts(
      [
        Self.reply(
          Self.result(
            "a:X", Self.part("r", "implicitDeny"),
            more:
              "<OrganizationsDecisionDetail><AllowedByOrganizations>false</AllowedByOrganizations></OrganizationsDecisionDetail>"
          ))
      ], IAM.Question(actions: ["a:X"], resources: ["r"]))
    #expect(verdicts.map(\.decision) == [.outOfOrganization])
  }

  @Test func `what answers for all resources together is asked for each`() async throws {
    let whole = Self.reply(Self.result("a:X", "", decision: "allowed"))
    let (verdicts, requests) = try await Self.verdicts(
      [whole, whole, Self.reply(Self.result("a:X", ""))], IAM.Question(actions: ["a:X"], resources: ["r1", "r2"]))
    #expect(verdicts.map(\.resource) == ["r1", "r2"] && verdicts.map(\.decision) == [.allowed, .notAllowed])
    #expect(requests.count == 3)
  }

  @Test func `many resources are asked for some at once`() async throws {
    let all = (0..<45).map { "r\($0)" }
    let (verdicts, requests) = try await Self.verdicts(
      [
        Self.reply(Self.result("a:X", all[..<20].map { Self.part($0, "allowed") }.joined())),
        Self.reply(Self.result("a:X", all[20..<40].map { Self.part($0, "allowed") }.joined())),
        Self.reply(Self.result("a:X", all[40...].map { Self.part($0, "allowed") }.joined())),
      ], IAM.Question(actions: ["a:X"], resources: all))
    #expect(verdicts.map(\.resource) == all && requests.count == 3)
  }
}

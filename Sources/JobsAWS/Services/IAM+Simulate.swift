import JobsCloud
import JobsCore

extension IAM {
  /// What is asked: whether somebody may do each of these to each of those.
  struct Question: Sendable, Hashable {
    var actions: [String]
    /// ARNs.
    var resources: [String]
    /// The service that a role is handed to, `lambda.amazonaws.com`, which policies may ask for.
    var passedTo: String?
  }

  /// Whether one thing may be done.
  struct Verdict: Sendable, Hashable {
    enum Decision: Sendable, Hashable {
      case allowed
      /// No policy allows it.
      case notAllowed
      /// A policy denies it, so that no grant helps.
      case denied
      /// The boundary of the caller does not allow it.
      case outOfBounds
      /// A policy of the organization does not allow it.
      case outOfOrganization
    }

    var action: String
    var resource: String
    var decision: Decision
    /// What a policy asks for and the question does not say, so that the real call may come to something else.
    var unknown: [String]
  }

  /// Asks what a user or a role may do, without doing it.
  ///
  /// - Parameter principal: the ARN of a user or a role, not of a session.
  /// - Returns: a verdict for each action on each resource, as far as the service says one.
  func simulate(_ question: Question, by principal: String) async throws(CloudFailure) -> [Verdict] {
    var verdicts: [Verdict] = []
    var at = 0
    while at < question.resources.count {
      let part = question.resources[at..<min(at + Self.resourcesAtOnce, question.resources.count)]
      let found = try await simulate(question, Array(part), by: principal)
      if found.isEmpty, part.count > 1 {
        // What answers for all resources together has to be asked for each.
        for resource in part { verdicts += try await simulate(question, [resource], by: principal) }
      } else {
        verdicts += found
      }
      at += part.count
    }
    return verdicts
  }

  private static var resourcesAtOnce: Int { 20 }

  private func simulate(
    _ question: Question, _ resources: [String], by principal: String
  ) async throws(CloudFailure) -> [Verdict] {
    let words = "ask what '\(principal)' may do"
    var parameters = [(name: "PolicySourceArn", value: principal)]
    for (at, action) in question.actions.enumerated() { parameters.append(("ActionNames.member.\(at + 1)", action)) }
    for (at, arn) in resources.enumerated() { parameters.append(("ResourceArns.member.\(at + 1)", arn)) }
    if let service = question.passedTo {
      parameters += [
        ("ContextEntries.member.1.ContextKeyName", "iam:PassedToService"),
        ("ContextEntries.member.1.ContextKeyValues.member.1", service),
        ("ContextEntries.member.1.ContextKeyType", "string"),
      ]
    }
    var verdicts: [Verdict] = []
    try await PageWalk(words).run { (token) async throws(CloudFailure) in
      let reply = try await read(
        words, "SimulatePrincipalPolicy", parameters + (token.map { [("Marker", $0)] } ?? []))
      for result in reply.members("EvaluationResults") {
        guard let action = result.text("EvalActionName") else {
          throw client.strange(words, "its reply has a result without an action")
        }
        let parts = result.members("ResourceSpecificResults")
        // The result as a whole names no resource but the pattern of its kind.
        let named =
          parts.isEmpty && resources.count == 1
          ? [(resources[0], result)]
          : parts.compactMap { part in
            part.text("EvalResourceName").map { ($0, part) }
          }
        for (resource, part) in named {
          verdicts.append(
            Verdict(
              action: action, resource: resource, decision: Self.decision(part, within: result),
              unknown: part.members("MissingContextValues").map(\.text)))
        }
      }
      return reply.text("IsTruncated") == "true" ? reply.text("Marker") : nil
    }
    return verdicts
  }

  private static func decision(_ part: XMLElement, within result: XMLElement) -> Verdict.Decision {
    switch part.text("EvalResourceDecision") ?? part.text("EvalDecision") {
    case "allowed": return .allowed
    case "explicitDeny": return .denied
    default: break
    }
    if result.text("OrganizationsDecisionDetail", "AllowedByOrganizations") == "false" { return .outOfOrganization }
    let boundary =
      part.text("PermissionsBoundaryDecisionDetail", "AllowedByPermissionsBoundary")
      ?? result.text("PermissionsBoundaryDecisionDetail", "AllowedByPermissionsBoundary")
    return boundary == "false" ? .outOfBounds : .notAllowed
  }
}

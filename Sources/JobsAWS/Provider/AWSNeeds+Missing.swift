import JobsDeploy

extension AWSNeeds {
  /// What verdicts on a question say is missing, with the statement that grants it.
  static func missing(_ verdicts: [IAM.Verdict], of question: IAM.Question) -> [Missing] {
    struct Lack: Hashable {
      var actions: [String]
      var decision: IAM.Verdict.Decision
      var unknown: [String]
    }
    struct Refusal: Hashable {
      var resource: String
      var decision: IAM.Verdict.Decision
      var unknown: [String]
    }
    var actions: [Refusal: Set<String>] = [:]
    for verdict in verdicts where verdict.decision != .allowed {
      let refusal = Refusal(
        resource: verdict.resource, decision: verdict.decision, unknown: Set(verdict.unknown).sorted())
      actions[refusal, default: []].insert(verdict.action)
    }
    var resources: [Lack: [String]] = [:]
    for (refusal, actions) in actions {
      let lack = Lack(actions: actions.sorted(), decision: refusal.decision, unknown: refusal.unknown)
      resources[lack, default: []].append(refusal.resource)
    }
    return resources.map { lack, resources in
      let resources = resources.sorted()
      let what = lack.actions.map { "'\($0)'" }.joined(separator: ", ")
      let many = lack.actions.count > 1
      let more = resources.count > 1 ? " and \(resources.count - 1) more" : ""
      let statement = PolicyDocument.Statement(
        actions: lack.actions, resources: resources,
        equal: question.passedTo.map { [("iam:PassedToService", $0)] } ?? [])
      let hint: String
      switch lack.decision {
      case .allowed, .notAllowed: hint = "grant this identity \(String(decoding: statement.json, as: UTF8.self))"
      case .denied: hint = "a policy denies it, so that no grant helps: ask who keeps that policy"
      case .outOfBounds: hint = "the permissions boundary of this identity leaves it out: ask who keeps that"
      case .outOfOrganization: hint = "a policy of the organization leaves it out: ask who keeps that"
      }
      // A condition on what only the real call says may hold there.
      let doubt = lack.unknown.isEmpty ? "" : ", unless the call's own \(lack.unknown.joined(separator: ", ")) allow it"
      return Missing(
        "permission\(many ? "s" : "") \(what) \(many ? "are" : "is") missing on '\(resources[0])'\(more)\(doubt)",
        hint: hint, isCertain: lack.unknown.isEmpty)
    }.sorted { $0.message < $1.message }
  }
}

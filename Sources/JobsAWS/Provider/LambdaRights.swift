package import JobsDeploy
package import JobsManifest

/// What the roles of a job on Lambda have to be allowed so that it runs and is started: what deploying it grants. Pure.
package struct LambdaRights: Sendable {
  package struct Statement: Hashable, Sendable {
    package var actions: [String]
    /// ARNs, in which `*` and `?` are wildcards.
    package var resources: [String]
  }

  /// The ARN of the role as which it runs.
  package let role: String
  package let statements: [Statement]
  /// The ARN of the role in which schedules call it; nil where nothing does.
  package let caller: String?
  package let callerStatements: [Statement]

  /// - Throws: a refusal of a job that cannot be deployed there.
  package init(of job: Job, account: String, region: String) throws(ExpansionRefusal) {
    let place = LambdaPlace(account: account, region: region)
    let expansion = LambdaExpansion(job, in: place)
    let function = place.function(expansion.job)
    let secrets = try expansion.secrets().map(\.resource)
    role = expansion.job.identity ?? place.roleARN(place.executionRole(expansion.job))
    statements = Self.statements(place.executionPolicy(function, secrets: secrets))
    guard job.enabled, !job.schedules.isEmpty else {
      caller = nil
      callerStatements = []
      return
    }
    caller = try expansion.caller(expansion.scheduleNames()) ?? place.roleARN(place.invokerRole(expansion.job))
    callerStatements = Self.statements(place.invokerPolicy(function))
  }

  private static func statements(_ policy: PolicyDocument) -> [Statement] {
    policy.statements.map { Statement(actions: $0.actions, resources: $0.resources) }
  }
}

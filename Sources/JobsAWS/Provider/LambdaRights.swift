package import JobsDeploy
package import JobsManifest

/// What the roles of a job on Lambda have to be allowed so that it runs and is started: what deploying it grants. Pure.
package struct LambdaRights: Sendable {
  /// The ARN of the role as which it runs.
  package let role: String
  package let statements: [PolicyDocument.Statement]
  /// The ARN of the role in which schedules call it; nil where nothing does.
  package let caller: String?
  package let callerStatements: [PolicyDocument.Statement]
  /// What whoever deploys it needs beside what `EnvironmentRights` has: for a function that the job calls otherwise, and to hand
  /// over roles that it names and that are not made with it.
  package let deployerStatements: [PolicyDocument.Statement]

  /// - Throws: a refusal of a job that cannot be deployed there.
  package init(of job: Job, account: String, region: String) throws(ExpansionRefusal) {
    let place = LambdaPlace(account: account, region: region)
    let expansion = LambdaExpansion(job, in: place)
    let function = place.function(expansion.job)
    let secrets = try expansion.secrets().map(\.resource)
    role = expansion.job.identity ?? place.roleARN(place.executionRole(expansion.job))
    statements = place.executionPolicy(function, secrets: secrets).statements
    var passed = [(role, "lambda.amazonaws.com")]
    if job.enabled, !job.schedules.isEmpty {
      let caller = try expansion.caller(expansion.scheduleNames()) ?? place.roleARN(place.invokerRole(expansion.job))
      passed.append((caller, "scheduler.amazonaws.com"))
      self.caller = caller
      callerStatements = place.invokerPolicy(function).statements
    } else {
      caller = nil
      callerStatements = []
    }
    let isNamed = expansion.job.annotations[LambdaAnnotation.function] != nil
    deployerStatements =
      (isNamed ? EnvironmentRights.functionStatements(place.functionARN(function)) : [])
      + passed.filter { place.roleName(arn: $0.0) == nil }.map { role, service in
        PolicyDocument.Statement(
          actions: ["iam:PassRole"], resources: [role], equal: [("iam:PassedToService", service)])
      }
  }
}

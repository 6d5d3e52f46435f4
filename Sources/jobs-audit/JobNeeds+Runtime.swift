import JobsAWS
import JobsAudit
import JobsDeploy
import JobsGCP
import JobsManifest

extension JobNeeds {
  mutating func addCloudRun(_ job: Job, _ isAsked: Bool) throws(ExpansionRefusal) {
    let rights = try JobRights(of: job)
    if let identity = rights.identity {
      meet(Who(identity, isOfAWS: false), job, isAsked)
    } else {
      remark("what '\(job.id)' has: it names no 'identity', and runs as the default account of its project", isAsked)
    }
    if let caller = rights.caller { meet(Who(caller, isOfAWS: false), job, isAsked) }
    for right in rights.rights {
      add(
        AccessNeed(
          jobs: [job.id], identity: right.account, purpose: right.isOfCaller ? .invoker : .runtime,
          right: .role(right.role, sufficient: right.sufficientRoles, permissions: [right.permission]),
          resource: right.resource, why: right.purpose, at: Self.place(of: job)), of: job, isAsked)
    }
    add(try DeployerRights(of: job).rights, job, of: named(deployers), .deployer, isAsked)
    if !operators.isEmpty {
      add(try OperatorRights(of: job).rights, job, of: named(operators), .operating, isAsked)
    }
  }

  mutating func addLambda(_ job: Job, _ isAsked: Bool) throws(ExpansionRefusal) {
    let (account, region) = try home(of: job)
    let rights = try LambdaRights(of: job, account: account, region: region)
    meet(Who(rights.role, isOfAWS: true), job, isAsked)
    for statement in rights.statements {
      let readsSecrets = statement.actions.contains { $0.hasPrefix("secretsmanager:") }
      add(statement, job, rights.role, .runtime, isAsked) { resource in
        readsSecrets ? "it reads the secret '\(Self.secret(resource))'" : "it writes its log"
      }
    }
    if let caller = rights.caller {
      for statement in rights.callerStatements {
        add(statement, job, caller, .invoker, isAsked) { _ in "its schedules start it" }
      }
    }
    try addDeployer(of: job, account, region, own: rights.deployerStatements, isAsked)
    if !operators.isEmpty { try addOperator(of: job, account, region, isAsked) }
  }

  mutating func addContainers(_ job: Job, _ isAsked: Bool) throws(ExpansionRefusal) {
    let (account, region) = try home(of: job)
    let read = workloads.definition(of: job, account: account, region: region).map {
      ContainerRights.Definition(
        role: $0.roles.first, executionRole: $0.executionRoles.first,
        logGroups: Set($0.containers.compactMap(\.logGroup)).sorted(),
        secrets: Set($0.containers.flatMap(\.secrets)).sorted())
    }
    let rights = try ContainerRights(of: job, account: account, region: region, by: read)
    if let role = rights.role { meet(Who(role, isOfAWS: true), job, isAsked) }
    for right in rights.execution {
      add(right.statement, job, rights.executionRole ?? "", .execution, isAsked) { _ in right.purpose }
    }
    for words in rights.gaps { remark(words, isAsked) }
    try addOperator(of: job, account, region, isAsked)
  }

  /// Account and region of a job on AWS.
  private func home(of job: Job) throws(ExpansionRefusal) -> (account: String, region: String) {
    guard let account = job.target.account ?? (accounts.count == 1 ? accounts[0] : nil) else {
      throw ExpansionRefusal(
        "its account is not known", hint: "write 'account' under 'aws' of the environment in jobs.yaml")
    }
    guard let region = job.target.region else {
      throw ExpansionRefusal("its region is not known", hint: "choose an environment that has one with --env")
    }
    return (account, region)
  }

  /// - Parameter why: tells what one of the statement's resources is needed for.
  mutating func add(
    _ statement: JobsAWS.PolicyDocument.Statement, _ job: Job, _ identity: String, _ purpose: AccessNeed.Purpose,
    _ isAsked: Bool, why: (_ resource: String) -> String
  ) {
    for resource in statement.resources {
      add(
        AccessNeed(
          jobs: [job.id], identity: identity, purpose: purpose, right: .actions(statement.actions), resource: resource,
          conditions: statement.equal.map { AccessNeed.Condition($0.key, $0.value) }, why: why(resource),
          at: Self.place(of: job)), of: job, isAsked)
    }
  }

  /// The name of a secret, without what stands for the end of its ARN.
  private static func secret(_ arn: String) -> String {
    let name = arn.split(separator: ":").last.map(String.init) ?? arn
    return name.hasSuffix("-??????") ? String(name.dropLast("-??????".count)) : name
  }
}

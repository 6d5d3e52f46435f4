import JobsCore
package import JobsDeploy
package import JobsManifest

/// What has to be allowed so that a job on ECS or Batch runs, as far as its manifest and the definition that runs it tell: that is
/// made elsewhere, and names the roles. Pure.
package struct ContainerRights: Sendable {
  /// What somebody read of the definition.
  package struct Definition: Hashable, Sendable {
    /// The ARNs of the roles that it names.
    package var role: String?
    package var executionRole: String?
    /// Of CloudWatch Logs, by their names.
    package var logGroups: [String]
    /// ARNs of secrets and parameters, and names of parameters.
    package var secrets: [String]

    package init(role: String?, executionRole: String?, logGroups: [String] = [], secrets: [String] = []) {
      self.role = role
      self.executionRole = executionRole
      self.logGroups = logGroups
      self.secrets = secrets
    }
  }

  /// The ARN of the role as which the program runs; nil where only the definition says, or names none.
  package let role: String?
  /// The ARN of the role with which the service begins a run; nil where the definition was not read, or names none.
  package let executionRole: String?
  /// What the role has to be allowed with which the service begins a run: the execution role of the definition, where it has one
  /// (docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html and
  /// docs.aws.amazon.com/batch/latest/userguide/execution-IAM-role.html, 2026-11).
  package let execution: [AWSRight]
  /// What no manifest has, in words.
  package let gaps: [String]

  /// - Parameters:
  ///   - job: on ECS or Batch.
  ///   - read: what is known of its definition; nil where that was not read.
  /// - Throws: a refusal of what cannot be run.
  package init(
    of job: Job, account: String, region: String, by read: Definition? = nil
  ) throws(ExpansionRefusal) {
    let place = LambdaPlace(account: account, region: region)
    let terms = try AWSTerms.refusing(job)
    role = job.identity ?? read?.role
    executionRole = read?.executionRole
    var execution: [AWSRight] = []
    if let image = job.run.image.flatMap({ ECRImage($0) }) {
      let repository = image.repository
      execution += [
        AWSRight(["ecr:GetAuthorizationToken"], "*", "the service signs in to the registry of its image"),
        AWSRight(
          ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
          LambdaPlace(account: repository.account, region: repository.region).repositoryARN(repository.name),
          "the service pulls its image"),
      ]
    }
    for pair in job.run.secrets {
      let secret = try LambdaSecret(pair, in: place)
      execution.append(
        AWSRight(["secretsmanager:GetSecretValue"], secret.resource, "the service reads its secret '\(secret.id)'"))
    }
    let definition = "\(job.target.kind == .ecs ? "task" : "job") definition '\(Terminal.visible(terms.definition))'"
    var gaps: [String] = []
    for group in read?.logGroups ?? [] {
      execution.append(Self.writing(group, place, "it writes its log"))
    }
    for name in read?.secrets ?? [] { execution.append(Self.reading(name, place)) }
    if job.target.kind == .batch {
      if read?.logGroups.isEmpty != false {
        execution.append(
          Self.writing(
            BatchJob.usualLogGroup, place,
            read == nil ? "it writes its log, unless its definition names another" : "it writes its log"))
      }
      if read == nil { gaps.append("which execution role '\(job.id)' has: its \(definition) names it") }
    } else if read == nil {
      gaps.append("which execution role '\(job.id)' has, and where it logs: its \(definition) names both")
    }
    if read != nil, executionRole == nil {
      gaps.append("by which execution role '\(job.id)' begins: its \(definition) names none")
    }
    if role == nil {
      gaps.append(
        "as whom '\(job.id)' runs: it names no 'identity', and its \(definition) \(read == nil ? "may" : "names no role")"
      )
    }
    if !job.schedules.isEmpty {
      gaps.append(
        "who starts '\(job.id)' by its schedule: jobs-deploy makes nothing of '\(job.target.kind.rawValue)'")
    }
    self.execution = execution
    self.gaps = gaps
  }

  private static func writing(_ group: String, _ place: LambdaPlace, _ purpose: String) -> AWSRight {
    AWSRight(["logs:CreateLogStream", "logs:PutLogEvents"], place.logGroupARN(group) + ":*", purpose)
  }

  /// To read what a definition hands over: of a secret a part, as a fourth field behind its name and six letters.
  private static func reading(_ name: String, _ place: LambdaPlace) -> AWSRight {
    guard name.hasPrefix("arn:"), name.contains(":secretsmanager:") else {
      let arn = name.hasPrefix("arn:") ? name : place.parameterARN(name)
      return AWSRight(["ssm:GetParameters"], arn, "the service reads the parameter '\(Terminal.visible(name))'")
    }
    let arn = name.split(separator: ":", omittingEmptySubsequences: false).prefix(7).joined(separator: ":")
    return AWSRight(
      ["secretsmanager:GetSecretValue"], arn, "the service reads the secret '\(Terminal.visible(arn))'")
  }
}

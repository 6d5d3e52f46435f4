import JobsCore
package import JobsDeploy
package import JobsManifest

/// What has to be allowed so that a job on ECS or Batch runs, as far as its manifest tells: the definition that runs it is made
/// elsewhere, and names the roles. Pure.
package struct ContainerRights: Sendable {
  /// The ARN of the role as which the program runs; nil where only the definition says.
  package let role: String?
  /// What the role has to be allowed with which the service begins a run: the execution role of the definition, where it has one
  /// (docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html and
  /// docs.aws.amazon.com/batch/latest/userguide/execution-IAM-role.html, 2026-11).
  package let execution: [AWSRight]
  /// What no manifest has, in words.
  package let gaps: [String]

  /// - Parameter job: on ECS or Batch.
  /// - Throws: a refusal of what cannot be run.
  package init(of job: Job, account: String, region: String) throws(ExpansionRefusal) {
    let place = LambdaPlace(account: account, region: region)
    let terms = try AWSTerms.refusing(job)
    role = job.identity
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
    if job.target.kind == .batch {
      execution.append(
        AWSRight(
          ["logs:CreateLogStream", "logs:PutLogEvents"], place.logGroupARN(BatchJob.usualLogGroup) + ":*",
          "it writes its log, unless its definition names another"))
      gaps.append("which execution role '\(job.id)' has: its \(definition) names it")
    } else {
      gaps.append("which execution role '\(job.id)' has, and where it logs: its \(definition) names both")
    }
    if job.identity == nil {
      gaps.append("as whom '\(job.id)' runs: it names no 'identity', and its \(definition) may")
    }
    if !job.schedules.isEmpty {
      gaps.append(
        "who starts '\(job.id)' by its schedule: jobs-deploy makes nothing of '\(job.target.kind.rawValue)'")
    }
    self.execution = execution
    self.gaps = gaps
  }
}

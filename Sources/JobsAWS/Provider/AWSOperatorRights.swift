import JobsCore
package import JobsDeploy
package import JobsManifest

/// What whoever starts a job on AWS by `jobs-run now`, follows and cancels it has to be allowed: what is called for that. Pure.
package struct AWSOperatorRights: Sendable {
  package let rights: [AWSRight]

  /// - Parameter job: on Lambda, ECS or Batch.
  /// - Throws: a refusal of what cannot be run.
  package init(of job: Job, account: String, region: String) throws(ExpansionRefusal) {
    let place = LambdaPlace(account: account, region: region)
    let terms = try AWSTerms.refusing(job)
    switch job.target.kind {
    case .lambda: rights = Self.function(place.function(job), place)
    case .ecs: rights = Self.task(job, terms, place)
    case .batch: rights = Self.batch(terms, place)
    case .local, .host, .cloudRun:
      throw ExpansionRefusal("it does not run on AWS", hint: "choose an environment with 'aws' by --env")
    }
  }

  private static func function(_ name: String, _ place: LambdaPlace) -> [AWSRight] {
    let alias = "\(place.functionARN(name)):\(LambdaPlace.alias)"
    return [
      AWSRight(["lambda:GetFunction", "lambda:InvokeFunction"], alias, "they start it by hand"),
      AWSRight(["logs:FilterLogEvents"], place.logGroupARN("/aws/lambda/\(name)") + ":*", "they read what it writes"),
    ]
  }

  /// A task is started with both roles of its definition, which whoever starts it hands over
  /// (docs.aws.amazon.com/AmazonECS/latest/developerguide/security_iam_id-based-policy-examples.html, 2026-11).
  private static func task(_ job: Job, _ terms: AWSTerms, _ place: LambdaPlace) -> [AWSRight] {
    let cluster = terms.cluster.hasPrefix("arn:") ? terms.cluster : place.ecsARN("cluster/\(terms.cluster)")
    let name = cluster.split(separator: "/").last.map(String.init) ?? terms.cluster
    return [
      AWSRight(["ecs:DescribeTaskDefinition", "ecs:ListTasks"], "*", "they look for its definition and its tasks"),
      AWSRight(["ecs:DescribeClusters"], cluster, "they look at its cluster"),
      AWSRight(["ecs:RunTask"], revisions(terms.definition, place.ecsARN("task-definition/")), "they start it by hand"),
      AWSRight(
        ["ecs:DescribeTasks", "ecs:StopTask"], place.ecsARN("task/\(name)/*"), "they follow and cancel its tasks"),
    ]
      + (job.identity.map {
        [AWSRight(["iam:PassRole"], $0, passedTo: "ecs-tasks.amazonaws.com", "they hand its role to what they start")]
      } ?? [])
  }

  /// The roles of a job definition were handed over as that was registered.
  private static func batch(_ terms: AWSTerms, _ place: LambdaPlace) -> [AWSRight] {
    let queue = terms.queue.map { $0.hasPrefix("arn:") ? $0 : place.batchARN("job-queue/\($0)") }
    let definition = revisions(terms.definition, place.batchARN("job-definition/"))
    return [
      AWSRight(
        ["batch:DescribeJobDefinitions", "batch:DescribeJobs", "batch:ListJobs"], "*",
        "they look for its definition and its runs"),
      AWSRight(["batch:SubmitJob"], definition, "they start it by hand"),
      AWSRight(["batch:SubmitJob"], queue ?? place.batchARN("job-queue/*"), "they start it by hand, in its queue"),
      AWSRight(["batch:TerminateJob"], place.batchARN("job/*"), "they cancel its runs"),
      AWSRight(
        ["logs:FilterLogEvents", "logs:GetLogEvents"], place.logGroupARN(BatchJob.usualLogGroup) + ":*",
        "they read what it writes, unless its definition names another log"),
    ]
  }

  /// All revisions of a definition, or the one that is named.
  private static func revisions(_ text: String, _ prefix: String) -> String {
    let arn = text.hasPrefix("arn:") ? text : prefix + text
    let name = arn.split(separator: "/").last ?? ""
    return name.contains(":") ? arn : "\(arn):*"
  }
}

import JobsAWS
import JobsAudit
import JobsManifest

extension AWSWorkloads {
  /// The definition by which a job on ECS or Batch runs; nil where the input does not have it.
  ///
  /// - Parameter account: where the job runs.
  func definition(of job: Job, account: String, region: String) -> AWSWorkload? {
    let kind: AWSWorkload.Kind
    switch job.target.kind {
    case .ecs: kind = .taskDefinition
    case .batch: kind = .jobDefinition
    case .cloudRun, .lambda, .host, .local: return nil
    }
    guard let name = try? AWSTerms(job).definition else { return nil }
    return newest(kind, named: name, account: account, region: region)
  }
}

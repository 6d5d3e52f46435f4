import JobsAWS
import JobsCore
import JobsExec
import JobsManifest
import JobsRemote

extension CloudPlan {
  /// What Lambda, ECS or Batch is asked for.
  ///
  /// - Throws: for what the service cannot do, before anything is asked of it.
  static func requestOnAWS(_ job: Job, _ changes: RunChanges) throws(LaunchFailure) -> RemoteRequest {
    let aws = "choose an environment with 'aws' in 'jobs.yaml' by --env"
    guard job.target.account != nil else {
      throw LaunchFailure(.application, 125, "it has no account of AWS", hint: aws)
    }
    guard job.target.region != nil else {
      throw LaunchFailure(
        .application, 125, "it has no region of AWS", hint: "write 'region' under 'aws' in 'jobs.yaml'")
    }
    var request = RemoteRequest(AWSTerms.name(of: job), digest: job.digest)
    do throws(Failure) {
      request.terms = try AWSTerms(job)
    } catch {
      throw LaunchFailure(.application, 125, error.message, hint: error.hint)
    }
    try refuse(changes, on: job.target.kind)
    if job.target.kind == .batch { try checkBatch(job, changes, request) }
    // A function was deployed as its manifest says; of what somebody else defined, the manifest changes what it can.
    if job.target.kind != .lambda { add(job, to: &request) }
    return request
  }

  /// What a manifest says of a run by a definition that is there.
  private static func add(_ job: Job, to request: inout RemoteRequest) {
    request.image = job.run.image
    request.variables = job.run.env.map { RemoteRequest.Variable($0.name, $0.value) }
    // Both services change the words behind an entry point, and not that.
    if job.run.command.isEmpty, !job.run.args.isEmpty { request.words = job.run.args }
    let timeout = job.limits.timeoutSeconds
    if job.target.kind == .batch {
      request.tasks = job.resources.tasks
      request.timeout = timeout.map { max($0, shortestTimeout) }
    }
    let unkept = [
      ("command", !job.run.command.isEmpty), ("secrets", !job.run.secrets.isEmpty), ("mounts", !job.run.mounts.isEmpty),
      ("workingDir", job.run.workingDirectory != nil), ("timeout", job.target.kind == .ecs && timeout != nil),
    ]
    let keys = unkept.filter(\.1).map { "'\($0.0)'" }
    guard !keys.isEmpty else { return }
    request.losses = [
      "\(keys.joined(separator: ", ")) of its manifest \(keys.count == 1 ? "does" : "do") not reach it: "
        + "what its definition has counts"
    ]
  }

  /// Seconds that an attempt may take at least, as Batch has it.
  private static let shortestTimeout = 60

  /// What a service lets nobody change for one run.
  private static func refuse(_ changes: RunChanges, on kind: Target.Kind) throws(LaunchFailure) {
    let service = service(kind)
    var refused: [(option: String, isThere: Bool, hint: String)] = [
      ("--grace", changes.grace != nil, "leave it out")
    ]
    if kind == .lambda {
      let event = "a function reads its event: 'aws lambda invoke --payload' hands over one of your own"
      refused += [
        ("--arg", !changes.arguments.isEmpty, event), ("--set-env", !changes.variables.isEmpty, event),
        ("--timeout", changes.timeout != nil, "set 'timeout' in the manifest, and deploy it"),
      ]
    }
    if kind == .ecs {
      refused.append(("--timeout", changes.timeout != nil, "leave it out, and end the task by 'jobs-run cancel'"))
    }
    if kind != .batch {
      refused.append(("--tasks", changes.tasks != nil, "leave it out, or use 'target: aws.batch'"))
    }
    guard let first = refused.first(where: \.isThere) else { return }
    throw LaunchFailure(
      .application, 125, "\(first.option) does not reach a run on \(service)", hint: first.hint)
  }

  /// What Batch would refuse (docs.aws.amazon.com/batch/latest/APIReference/API_SubmitJob.html, 2026-11).
  private static func checkBatch(
    _ job: Job, _ changes: RunChanges, _ request: RemoteRequest
  ) throws(LaunchFailure) {
    guard request.terms.queue != nil else {
      throw LaunchFailure(
        .application, 125, "it names no queue of AWS Batch",
        hint: "write the annotation '\(AWSTerms.Key.queue.rawValue): NAME' under 'metadata'")
    }
    if let timeout = changes.timeout, timeout < shortestTimeout {
      throw LaunchFailure(.application, 125, "a timeout in Batch is 60s at least")
    }
    if let tasks = changes.tasks, tasks > 10_000 {
      throw LaunchFailure(.application, 125, "an array in Batch has at most 10000 jobs")
    }
    if let pair = changes.variables.first(where: { $0.name.hasPrefix("AWS_BATCH_") }) {
      throw LaunchFailure(
        .application, 125, "the variable '\(pair.name)' is Batch's own", hint: "give it another name")
    }
  }
}

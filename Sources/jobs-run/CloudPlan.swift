import JobsCore
import JobsExec
import JobsManifest
import JobsRemote

/// A run of a job in a cloud, as it is meant; where that is follows from the target.
struct CloudPlan {
  var job: Job
  var request: RemoteRequest
  var retry: RetryPolicy
  var parameters: String
  var trigger: String

  /// The kinds of targets that are run from here.
  static let kinds: Set<Target.Kind> = [.cloudRun, .lambda, .ecs, .batch]

  /// - Throws: for what the cloud cannot do, before anything is asked of it.
  init(_ job: Job, _ changes: RunChanges) throws(LaunchFailure) {
    self.job = job
    if job.target.kind == .cloudRun {
      try Self.checkPlace(job.target)
      try Self.check(changes)
      request = RemoteRequest(job.name, digest: job.digest)
    } else {
      request = try Self.requestOnAWS(job, changes)
    }
    request.job = job.id
    request.arguments = changes.arguments
    // The last value of a name counts.
    request.variables += changes.variables.map { RemoteRequest.Variable($0.name, $0.value) }
    request.tasks = changes.tasks ?? request.tasks
    request.timeout = changes.timeout ?? request.timeout
    // What a job says of retries, the cloud does itself.
    retry = changes.retries.map { RetryPolicy(job.limits.retry, attempts: $0) } ?? .never
    parameters = changes.parameters
    trigger = changes.trigger
  }

  private static func checkPlace(_ target: Target) throws(LaunchFailure) {
    guard target.project != nil else {
      throw LaunchFailure(
        .application, 125, "it has no project of Google Cloud",
        hint: "choose an environment with 'gcp' in 'jobs.yaml' by --env")
    }
    guard target.region != nil else {
      throw LaunchFailure(
        .application, 125, "it has no region of Google Cloud", hint: "write 'regions' under 'gcp' in 'jobs.yaml'")
    }
  }

  /// What the service would refuse, or do otherwise than is meant (`configuring/task-timeout`, 2026-11).
  private static func check(_ changes: RunChanges) throws(LaunchFailure) {
    if changes.grace != nil {
      throw LaunchFailure(
        .application, 125, "--grace does not reach Cloud Run, which gives a container 10 s to end", hint: "leave it out"
      )
    }
    if let timeout = changes.timeout, !(1...604_800).contains(timeout) {
      throw LaunchFailure(.application, 125, "a timeout in Cloud Run is from 1s up to 168h")
    }
    if let tasks = changes.tasks, tasks > 10_000 {
      throw LaunchFailure(.application, 125, "an execution in Cloud Run has at most 10000 tasks")
    }
    if let pair = changes.variables.first(where: { $0.name.hasPrefix("X_GOOGLE_") || $0.name.hasPrefix("CLOUD_RUN_") })
    {
      throw LaunchFailure(
        .application, 125, "the variable '\(pair.name)' is Cloud Run's own", hint: "give it another name")
    }
  }

  /// The run as an engine takes it.
  func run(in place: any RemotePlace) -> RemoteRun {
    var run = RemoteRun(job: job.id, place: place, request: request)
    run.retry = retry
    run.failures = FailurePatterns(job.limits.host.failures)
    run.env = job.env
    run.parameters = parameters
    run.trigger = trigger
    run.labels = job.labelsText
    run.digest = job.digest.isEmpty ? nil : job.digest
    run.commit = job.origin?.commit
    return run
  }

  /// `Cloud Run of 'acme-prod' in 'europe-west1'`, `Lambda of account '111122223333' in 'eu-west-1'`.
  var placeWords: String {
    let whose = job.target.project.map { "'\($0)'" } ?? "account '\(job.target.account ?? "-")'"
    return "\(Self.service(job.target.kind)) of \(whose) in '\(job.target.region ?? "-")'"
  }

  static func service(_ kind: Target.Kind) -> String {
    switch kind {
    case .cloudRun: "Cloud Run"
    case .lambda: "Lambda"
    case .ecs: "ECS"
    case .batch: "Batch"
    case .local, .host: "this host"
    }
  }
}

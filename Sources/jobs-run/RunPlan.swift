import JobsCommand
import JobsCore
import JobsExec
import JobsManifest

/// What is to be done with a job that was chosen.
enum RunPlan {
  case run(RunRequest)
  /// In a cloud.
  case runAway(CloudPlan)
  /// Left alone on purpose.
  case skip(reason: String)
  /// Cannot be started, as is known before anything starts.
  case refuse(LaunchFailure)

  /// Whether something is to run.
  var runs: Bool {
    switch self {
    case .run, .runAway: true
    case .skip, .refuse: false
    }
  }
}

/// Decides for each job, and makes of it what an engine runs.
struct RunPlanner {
  let changes: RunChanges
  let force: Bool
  let secrets: SecretFolder
  let environment: [String: String]
  /// What jobs find in their environment before their own variables.
  let base: ProcessEnvironment

  func plan(_ entry: JobInputs.Entry) -> RunPlan {
    let job = entry.job
    let isAway = CloudPlan.kinds.contains(job.target.kind)
    guard isAway || job.target.kind == .local else {
      return .skip(reason: "its target is \(job.target.kind.rawValue), which 'now' does not run")
    }
    if !job.enabled && !force { return .skip(reason: "it is disabled; --force runs it all the same") }
    if job.paused && !force { return .skip(reason: "it is paused; --force runs it all the same") }
    do throws(LaunchFailure) {
      if isAway {
        if job.target.kind == .ecs || job.target.kind == .batch { try Self.checkUnmasked(job) }
        return .runAway(try CloudPlan(job, changes))
      }
      guard changes.tasks == nil else {
        throw LaunchFailure(
          .application, 125, "--tasks is for jobs in clouds, and this one is a process of this host",
          hint: "leave it out")
      }
      return .run(try request(entry))
    } catch {
      return .refuse(error)
    }
  }

  /// What an engine is given to run a job.
  func request(_ entry: JobInputs.Entry) throws(LaunchFailure) -> RunRequest {
    var job = entry.job
    job.run.args += changes.arguments
    try Self.checkRunnable(job)
    let user = try (job.run.user ?? job.identity).flatMap { name throws(LaunchFailure) in try JobUser(name)
    }
    let privileges = try JobPrivileges.of(job, user: user, environment)
    var variables = JobEnvironment(base: base, user: user?.account)
    try variables.add(job, changes.variables, secrets)
    if let name = OpenReference(isSet: { variables.environment[$0] != nil }).first(in: entry) {
      throw LaunchFailure(
        .application, 125, "the variable '${\(name)}' has no value: the manifests were read without an environment",
        hint: "choose one where they are read, as in 'jobs-validate --env NAME … | jobs-run now …'")
    }
    let launch = LaunchRequest(
      command: .words(job.run.argv), workingDirectory: job.run.workingDirectory, environment: variables.environment,
      privileges: privileges)
    var request = RunRequest(
      job: job.id, launch: launch, timeout: changes.timeout(of: job), grace: changes.grace(of: job),
      retry: RetryPolicy(job.limits.retry, attempts: changes.retries), env: job.env, parameters: changes.parameters,
      digest: job.digest.isEmpty ? nil : job.digest, commit: job.origin?.commit)
    request.labels = job.labelsText
    request.trigger = changes.trigger
    request.failures = FailurePatterns(job.limits.host.failures)
    request.locks = job.limits.host.locks
    request.fallback = job.run.host.fallback.map { .words($0.argv) }
    return request
  }

  private static func checkRunnable(_ job: Job) throws(LaunchFailure) {
    guard !job.run.argv.isEmpty else {
      throw LaunchFailure(
        .application, 127, "the job has no command", hint: "give it 'command'; an image alone runs in a cloud")
    }
    if let mount = job.run.mounts.first {
      throw LaunchFailure(
        .application, 125,
        "the secret '\(Terminal.visible(mount.secret))' cannot be mounted: a local job sees the host's own files",
        hint: "hand it over as a variable under 'secrets', or read its file")
    }
    try checkUnmasked(job)
  }

  /// Refuses what would run with a mask in place of a value.
  private static func checkUnmasked(_ job: Job) throws(LaunchFailure) {
    guard let place = maskedPlace(job) else { return }
    throw LaunchFailure(
      .application, 125, "\(place) is '\(SecretMask.text)': a secret in clear was masked where the manifest was read",
      hint: "name it under 'secrets', and keep its value in a file of the secrets folder")
  }

  /// Where a masked value stands that the job would run with.
  private static func maskedPlace(_ job: Job) -> String? {
    if let pair = job.run.env.first(where: { $0.value == SecretMask.text }) { return "the variable '\(pair.name)'" }
    if let pair = job.run.secrets.first(where: { $0.value == SecretMask.text }) {
      return "the secret of '\(pair.name)'"
    }
    if job.run.argv.contains(SecretMask.text) { return "a word of the command" }
    if job.run.workingDirectory == SecretMask.text { return "'workingDir'" }
    if job.run.envFile == SecretMask.text { return "'envFile'" }
    return job.identity == SecretMask.text ? "'identity'" : nil
  }
}

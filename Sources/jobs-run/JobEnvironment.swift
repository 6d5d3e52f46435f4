import JobsExec
import JobsManifest

/// The environment of a job, put together in the order in which one thing overrides another.
struct JobEnvironment {
  private(set) var environment: ProcessEnvironment

  /// - Parameter user: who the job runs as, where that is somebody else.
  init(base: ProcessEnvironment, user: Account?) {
    environment = base
    guard let user else { return }
    environment["HOME"] = user.home
    environment["USER"] = user.name
    environment["LOGNAME"] = user.name
    environment["SHELL"] = user.shell
  }

  /// The file of variables, the job's own variables, its secrets, and what the command line says.
  mutating func add(_ job: Job, _ overrides: [Pair], _ secrets: SecretFolder) throws(LaunchFailure) {
    if let file = job.run.envFile {
      let folder = job.run.workingDirectory
      set(try EnvFile.read(file.hasPrefix("/") ? file : folder.map { "\($0)/\(file)" } ?? file))
    }
    set(job.run.env)
    let given = Set(overrides.map(\.name))
    for pair in job.run.secrets where !given.contains(pair.name) {
      environment[pair.name] = try secrets.value(of: pair.value, for: pair.name)
    }
    set(overrides)
  }

  private mutating func set(_ pairs: [Pair]) {
    for pair in pairs { environment[pair.name] = pair.value }
  }
}

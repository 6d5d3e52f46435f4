import JobsCore
import JobsStore

/// Whose account a job runs under, as `passwd` has it.
package struct Account: Hashable, Sendable {
  package var name: String
  package var home: String
  package var shell: String

  package init(name: String, home: String, shell: String) {
    self.name = name
    self.home = home
    self.shell = shell
  }
}

extension ProcessEnvironment {
  /// What a job finds in its environment before its own variables are added.
  package enum Base: Sendable {
    /// The caller's environment: for `now` and `exec`, where a person or a script stands behind the run.
    case inherited
    /// `PATH`, `HOME`, `USER`, `LOGNAME`, `SHELL`, and the locale and time zone of the host: for the daemon, so that
    /// a job does not depend on how the daemon was started.
    case minimal(Account)
  }

  /// The search path of the minimal environment.
  package static let standardPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

  /// The environment a job starts from.
  ///
  /// In either case the variables by which systemd speaks to the tool itself are left out: a job must not answer for
  /// the tool. So are those of an enclosing run, which each run gets anew.
  package static func base(_ base: Base, caller: ProcessEnvironment) -> ProcessEnvironment {
    var environment: ProcessEnvironment
    switch base {
    case .inherited:
      environment = caller
      for name in ["NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID", "LISTEN_FDS", "LISTEN_PID", "LISTEN_FDNAMES"] {
        environment[name] = nil
      }
      for name in identityNames { environment[name] = nil }
    case .minimal(let account):
      environment = [
        "PATH": standardPath, "HOME": account.home, "USER": account.name, "LOGNAME": account.name,
        "SHELL": account.shell,
      ]
      for name in ["LANG", "LC_ALL", "LC_CTYPE", "TZ"] {
        if let value = caller[name] { environment[name] = value }
      }
    }
    return environment
  }

  /// `JOBS_EXECUTION` is also how processes that left the job's session are known as its own.
  static let executionName = "JOBS_EXECUTION"

  /// The entry by which a process of an execution is known.
  static func mark(of execution: ULID) -> [UInt8] { Array("\(executionName)=\(execution)".utf8) }

  private static let identityNames = ["JOBS_JOB", executionName, "JOBS_ATTEMPT", "JOBS_SCHEDULED_AT"]

  /// What tells the job which run it is, in place of variables of these names: `JOBS_JOB`, `JOBS_EXECUTION`,
  /// `JOBS_ATTEMPT` (1-based) and, for a due time, `JOBS_SCHEDULED_AT` (RFC 3339).
  static func identity(of execution: Execution, scheduledAt: Instant?) -> [[UInt8]] {
    var entries = [
      "JOBS_JOB=\(execution.job)", "\(executionName)=\(execution.id)", "JOBS_ATTEMPT=\(execution.attempt)",
    ]
    if let scheduledAt { entries.append("JOBS_SCHEDULED_AT=\(scheduledAt.rfc3339)") }
    return entries.map { Array($0.utf8) }
  }

  /// The entries of a job's environment, with those of its identity for any that it has itself.
  func entries(with identity: [[UInt8]]) -> [[UInt8]] {
    let prefix = Array("JOBS_".utf8)
    let own = entries.contains { $0.starts(with: prefix) } ? entries.filter { !Self.isIdentity($0) } : entries
    return own + identity
  }

  private static func isIdentity(_ entry: [UInt8]) -> Bool {
    identityNames.contains { entry.starts(with: Array("\($0)=".utf8)) }
  }
}

extension ProcessEnvironment: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, String)...) {
    self.init()
    for (name, value) in elements { self[name] = value }
  }
}

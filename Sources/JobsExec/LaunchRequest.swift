/// A command as it is to be started.
package struct LaunchRequest: Hashable, Sendable {
  package enum Command: Hashable, Sendable {
    /// Run as it stands; the first word is looked up in the job's own `PATH`.
    case words([String])
    /// Handed to `/bin/sh -c`, with the words after it as `$1` and so on.
    case shell(String, arguments: [String] = [])
  }

  package var command: Command
  /// Relative to the tool's own; nil for the tool's own.
  package var workingDirectory: String?
  package var environment: ProcessEnvironment
  /// What only the launcher program can give; nil for a direct start.
  package var privileges: Privileges?
  /// Whether the command reads the tool's own standard input, instead of `/dev/null`.
  package var inheritsInput: Bool

  package init(
    command: Command, workingDirectory: String? = nil, environment: ProcessEnvironment = .init(),
    privileges: Privileges? = nil, inheritsInput: Bool = false
  ) {
    self.command = command
    self.workingDirectory = workingDirectory
    self.environment = environment
    self.privileges = privileges
    self.inheritsInput = inheritsInput
  }

  /// The words the kernel is given; the first is the program.
  var words: [String] {
    switch command {
    case .words(let words): words
    case .shell(let text, let arguments):
      ["/bin/sh", "-c", text] + (arguments.isEmpty ? [] : ["sh"] + arguments)
    }
  }
}

/// What a job needs of the launcher program `jobs-launch`.
package struct Privileges: Hashable, Sendable {
  /// A resource limit by the launcher's name for it, such as `nofile`; nil is unlimited.
  package struct Limit: Hashable, Sendable {
    package var name: String
    package var soft: UInt64?

    package init(name: String, soft: UInt64?) {
      self.name = name
      self.soft = soft
    }
  }

  /// The path of `jobs-launch`.
  package var launcher: String
  /// A name or a number.
  package var user: String?
  package var group: String?
  package var limits: [Limit] = []
  package var nice: Int?
  package var umask: UInt16?
  /// A folder of cgroup v2.
  package var cgroup: String?
  /// Whether a run is to have a cgroup to itself, where this process may make one.
  package var hasOwnCgroup = false

  package init(launcher: String) { self.launcher = launcher }

  /// The launcher's command line for a command.
  func words(for command: [String], workingDirectory: String?) -> [String] {
    var words = [launcher]
    if let user { words += ["--user", user] }
    if let group { words += ["--group", group] }
    for limit in limits { words += ["--limit", "\(limit.name)=\(limit.soft.map(String.init) ?? "unlimited")"] }
    if let nice { words += ["--nice", String(nice)] }
    if let umask { words += ["--umask", String(umask, radix: 8)] }
    if let cgroup { words += ["--cgroup", cgroup] }
    // Entered by the launcher, as the job's user.
    if let workingDirectory { words += ["--directory", workingDirectory] }
    return words + ["--"] + command
  }
}

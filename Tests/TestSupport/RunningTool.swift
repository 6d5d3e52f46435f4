import Glibc

/// A program that was started by a test, in a process group of its own.
package final class RunningTool {
  package let pid: Int32
  private let folder: ToolFolder
  private let stdout: String
  private let stderr: String
  /// As `waitpid` gave it.
  private var status: Int32?

  /// Seconds after which a run is ended by force; its test fails by the status.
  package static let patience = 300

  /// - Parameter program: a path.
  package init(
    _ program: String, _ arguments: [String], in folder: ToolFolder, input: String? = nil,
    _ environment: [String: String] = [:]
  ) {
    self.folder = folder
    let number = folder.nextNumber()
    stdout = folder.hidden("stdout-\(number)")
    stderr = folder.hidden("stderr-\(number)")
    var source = "/dev/null"
    if let input {
      source = folder.hidden("stdin-\(number)")
      ToolFolder.write(Array(input.utf8), to: source)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, source, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, stdout, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, stderr, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
    // env(1) changes folder and becomes the program, so that the pid is the program's.
    let words = ["env", "-C", folder.path, program] + arguments
    let variables = folder.environment.merging(environment) { $1 }.map { "\($0.key)=\($0.value)" }
    pid = Self.spawn("/usr/bin/env", words, variables, &actions, &attributes)
  }

  private static func spawn(
    _ program: String, _ words: [String], _ variables: [String], _ actions: inout posix_spawn_file_actions_t,
    _ attributes: inout posix_spawnattr_t
  ) -> Int32 {
    let argv = words.map { strdup($0) } + [nil]
    let envp = variables.map { strdup($0) } + [nil]
    defer { for text in argv + envp { free(text) } }
    var pid: Int32 = 0
    return posix_spawn(&pid, program, &actions, &attributes, argv, envp) == 0 ? pid : -1
  }

  /// Sends the program a signal, and only the program.
  package func signal(_ number: Int32) { if pid > 0, poll() == nil { kill(pid, number) } }

  /// What it wrote to standard error so far.
  package var words: String { ToolFolder.text(stderr) ?? "" }

  /// Waits for the end; a run that takes too long is ended by force.
  package func wait() -> ToolRun {
    var waited = 0
    while true {
      if let end = poll() { return end }
      usleep(2000)
      waited += 2
      if waited == Self.patience * 1000 { kill(-pid, SIGKILL) }
    }
  }

  /// Waits as `wait` does, and leaves its thread to other tests meanwhile: for tests that wait for long beside others.
  ///
  /// - Parameter patience: seconds after which it is ended by force.
  package func end(patience: Int = RunningTool.patience) async -> ToolRun {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(patience)
    while true {
      if let end = poll() { return end }
      try? await Task.sleep(for: .milliseconds(2))
      if clock.now > deadline { kill(-pid, SIGKILL) }
    }
  }

  /// What the run left behind; nil while it goes on.
  package func poll() -> ToolRun? {
    guard pid > 0 else { return ToolRun(stdout: "", stderr: "cannot be started", status: -1, signal: nil) }
    if status == nil {
      var raw: Int32 = 0
      guard waitpid(pid, &raw, WNOHANG) != 0 else { return nil }
      status = raw
    }
    guard let status else { return nil }
    let signal = status & 0x7F
    return ToolRun(
      stdout: ToolFolder.text(stdout) ?? "", stderr: words, status: signal == 0 ? status >> 8 & 0xFF : 128 + signal,
      signal: signal == 0 ? nil : signal)
  }
}

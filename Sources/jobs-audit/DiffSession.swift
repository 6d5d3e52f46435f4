import Glibc
import JobsAudit
import JobsCommand
import JobsCore
import JobsReport

/// One run of `diff`.
struct DiffSession {
  private let command: DiffCommand
  private let sink: FindingSink
  private let policy: AuditPolicy?

  init(_ command: DiffCommand, _ environment: [String: String]) throws(Failure) {
    self.command = command
    try SecretGoal.check(command.to)
    policy = try command.policy.load(environment)
    let gate = policy.map { PolicyGate($0, now: command.input.time) }
    sink = try FindingSink(command.output, baseline: command.findings.baseline, gate: gate, environment)
  }

  /// - Parameter now: what is.
  func run(to now: AuditFiles) throws(Failure) -> ExitStatus {
    let data = try command.data.load(processEnvironment())
    let before = AuditFiles(names: try Self.files(command.old), progress: now.progress)
    // Both are judged by the same clock and roles, so that only what was read makes a difference.
    let time =
      command.input.asOf == nil && now.readAt == nil ? command.input.time(of: before) : command.input.time(of: now)
    func state(_ files: AuditFiles, since before: GrantIndex? = nil) throws(Failure) -> AuditedState {
      try AuditedState(files, command.input, at: time, goals: command.to, under: policy, by: data, since: before)
    }
    let old = try state(before)
    let new = try state(now, since: old.grants)
    for name in command.to where !old.names.contains(name) && !new.names.contains(name) {
      throw .usage(
        "neither state holds '\(Terminal.visible(name))'", hint: "name it as 'jobs-audit paths --to' takes it")
    }
    let diff = FindingDiff(from: old.findings, to: new.findings)
    for finding in diff.reached { sink.add(finding) }
    for finding in diff.new { sink.add(finding) }
    let grants = new.grants.new
    for grant in grants { sink.add(grant) }
    sink.show(
      Coverage(new.estate, failedInputs: old.failedInputs + new.failedInputs, now: Instant.now()), pathsFirst: true)
    if !command.output.quiet {
      Entry.say(
        "jobs-audit",
        "\(diff.reached.count) newly reachable, \(diff.new.count) other new findings, \(diff.gone.count) gone; "
          + "\(quantity(grants.count, "new grant")), \(new.grants.goneCount) gone",
        level: "note")
    }
    return try sink.end(command.findings, isPartial: old.isPartial || new.isPartial)
  }

  /// The file itself, or the files of a folder by name.
  static func files(_ path: String) throws(Failure) -> [String] {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return [path] }
    guard let folder = opendir(path) else {
      throw .usage("cannot read '\(Terminal.visible(path))': \(systemMessage())")
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append("\(path)/\(name)") }
    }
    guard !names.isEmpty else { throw .usage("the folder '\(Terminal.visible(path))' is empty") }
    return names.sorted { $0.precedesByBytes($1) }
  }
}

import JobsCore
import JobsCron

/// A job as a task of Windows' Task Scheduler, to be registered by `schtasks /Create /XML FILE /TN NAME`.
///
/// Source: Task Scheduler schema 1.2 (learn.microsoft.com/windows/win32/taskschd/task-scheduler-schema, read 2026-11-22).
/// The text is ASCII and names no encoding, so that it means the same as a file and as a string of PowerShell.
struct WindowsTask {
  private var lines: [String] = []

  static func document(_ job: Job, _ losses: inout LossList) throws(ConversionRefusal) -> [UInt8] {
    let (program, arguments) = try command(job, &losses)
    let triggers = try WindowsTrigger.list(job, &losses)
    noteLosses(job, &losses)
    var task = WindowsTask()
    task.lines = [
      "<?xml version=\"1.0\"?>",
      "<Task version=\"1.2\" xmlns=\"http://schemas.microsoft.com/windows/2004/02/mit/task\">",
    ]
    task.element("RegistrationInfo", 1) { info in
      if let description = job.annotations["description"] { info.text("Description", description, 2) }
      info.text("URI", "\\" + [job.tenant, job.env, job.name].compactMap { $0 }.joined(separator: "\\"), 2)
    }
    task.lines += triggers
    if let user = job.run.user {
      task.element("Principals", 1) { principals in
        principals.lines.append("    <Principal id=\"Author\">")
        principals.text("UserId", user, 3)
        // Without a password that is kept; the task reaches nothing beyond its host by that user's name.
        principals.text("LogonType", "S4U", 3)
        principals.lines.append("    </Principal>")
      }
    }
    task.element("Settings", 1) { $0.settings(job) }
    task.lines.append(job.run.user == nil ? "  <Actions>" : "  <Actions Context=\"Author\">")
    task.element("Exec", 2) { exec in
      exec.text("Command", program, 3)
      if !arguments.isEmpty { exec.text("Arguments", arguments, 3) }
      if let folder = job.run.workingDirectory { exec.text("WorkingDirectory", folder, 3) }
    }
    task.lines += ["  </Actions>", "</Task>", ""]
    return Array(WindowsWord.ascii(task.lines.joined(separator: "\n")).utf8)
  }

  private static func command(
    _ job: Job, _ losses: inout LossList
  ) throws(ConversionRefusal) -> (program: String, arguments: String) {
    guard let program = job.run.argv.first else {
      throw ConversionRefusal("a task runs a command, and the job has none", hint: "write what is to run as 'command'")
    }
    guard let text = job.run.shellText, job.run.args.isEmpty else {
      return (program, job.run.argv.dropFirst().map(WindowsWord.quoted).joined(separator: " "))
    }
    guard !text.contains(where: \.isNewline) else {
      throw ConversionRefusal(
        "the command has several lines, and cmd.exe takes one", hint: "put it into a script, and run that")
    }
    losses.add("command", "is a text for a shell, and is read by cmd.exe there")
    // Behind /s the first and the last quote go, and all between them is taken as it is.
    return ("cmd.exe", "/d /s /c \"\(text)\"")
  }

  private mutating func settings(_ job: Job) {
    let policy =
      switch job.limits.concurrency ?? .allow {
      case .allow: "Parallel"
      case .forbid: "IgnoreNew"
      case .replace: "StopExisting"
      case .queue: "Queue"
      }
    text("MultipleInstancesPolicy", policy, 2)
    text("DisallowStartIfOnBatteries", "false", 2)
    text("StopIfGoingOnBatteries", "false", 2)
    text("StartWhenAvailable", job.limits.missed.map { $0.policy != .skip } ?? false ? "true" : "false", 2)
    text("Enabled", job.enabled && !job.paused ? "true" : "false", 2)
    // Without the element a task is ended after three days.
    text("ExecutionTimeLimit", "PT\(job.limits.timeoutSeconds ?? 0)S", 2)
  }

  private static func noteLosses(_ job: Job, _ losses: inout LossList) {
    losses.drop("image", if: job.run.image != nil)
    losses.drop("env", if: !job.run.env.isEmpty)
    losses.drop("envFile", if: job.run.envFile != nil)
    losses.drop("secrets", if: !job.run.secrets.isEmpty)
    losses.drop("mounts", if: !job.run.mounts.isEmpty)
    losses.drop("resources", if: job.resources.filled(for: job) != Resources().filled(for: job))
    losses.drop("identity", if: job.identity != nil)
    losses.drop("network", if: job.network != nil)
    losses.drop("agent", if: !job.agent.isEmpty)
    losses.drop("labels", if: !job.labels.isEmpty)
    losses.drop("annotations", if: job.annotations.contains { $0.name != "description" })
    losses.drop("expect", if: job.expect != nil)
    losses.drop("alerts", if: !job.alerts.isEmpty)
    losses.drop("code", if: !job.run.code.isEmpty)
    losses.drop("events", if: !job.events.isEmpty)
    losses.drop("checkin", if: job.checkin != nil)
    losses.drop("verify", if: !job.verify.isEmpty)
    // RestartOnFailure is about tasks that could not be started; what a program's status says is not looked at.
    losses.drop("retry", if: (job.limits.retry?.attempts ?? 0) != 0)
    if job.paused { losses.add("paused", "becomes a task that is not enabled") }
    if case .queue = job.limits.concurrency { losses.add("concurrency.queue", "has no bound there") }
    if let missed = job.limits.missed {
      losses.drop("missed.within", if: missed.withinSeconds != nil || missed.splaySeconds != nil)
      if case .all = missed.policy { losses.add("missed", "becomes one run after all that were missed") }
    }
    losses.dropHostKeys(job)
    losses.dropClockPolicy(job)
  }

  // MARK: Writing

  private mutating func element(_ name: String, _ depth: Int, _ body: (inout WindowsTask) -> Void) {
    let indent = String(repeating: "  ", count: depth)
    lines.append("\(indent)<\(name)>")
    body(&self)
    lines.append("\(indent)</\(name)>")
  }

  private mutating func text(_ name: String, _ text: String, _ depth: Int) {
    lines.append("\(String(repeating: "  ", count: depth))<\(name)>\(XMLText.content(text))</\(name)>")
  }
}

/// Words as Windows' programs take them.
enum WindowsWord {
  /// An argument such that CommandLineToArgvW, and the C library's start, give it back: backslashes mean something in front
  /// of a quote alone.
  static func quoted(_ word: String) -> String {
    guard word.isEmpty || word.utf8.contains(where: { " \t\n\u{0B}\"".utf8.contains($0) }) else { return word }
    var out = "\""
    var backslashes = 0
    for character in word.unicodeScalars {
      switch character {
      case "\\": backslashes += 1
      case "\"":
        out += String(repeating: "\\", count: backslashes * 2 + 1) + "\""
        backslashes = 0
      default:
        out += String(repeating: "\\", count: backslashes)
        out.unicodeScalars.append(character)
        backslashes = 0
      }
    }
    return out + String(repeating: "\\", count: backslashes * 2) + "\""
  }

  /// XML with references in place of all that is not ASCII.
  static func ascii(_ xml: String) -> String {
    var out = ""
    for scalar in xml.unicodeScalars {
      if scalar.isASCII { out.unicodeScalars.append(scalar) } else { out += "&#\(scalar.value);" }
    }
    return out
  }
}

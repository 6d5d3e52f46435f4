import JobsCore
import JobsDeploy
import JobsManifest

extension UnitReading {
  /// Reads the service (systemd.service(5), systemd.exec(5) and systemd.resource-control(5) of version 252).
  mutating func readService(_ assignments: [UnitSyntax.Assignment], of unit: String) {
    let text = UnitSpecifiers(unit: unit, home: host.home, user: host.user)
    readCommand(assignments, text)
    readType(assignments)
    readSurroundings(assignments, text)
    readEnvironment(assignments, text)
    readLimits(assignments)
    leave(assignments, of: unit, but: Self.serviceKeys)
  }

  private static let serviceKeys: Set<String> = Set(
    [
      "Description", "Type", "ExecStart", "User", "Group", "WorkingDirectory", "Environment", "EnvironmentFile",
      "TimeoutSec", "TimeoutStartSec", "TimeoutStopSec", "RuntimeMaxSec", "MemoryMax", "CPUQuota", "Nice", "UMask",
      "RemainAfterExit",
    ].map { "Service.\($0)" } + ulimits.map(\.key) + ["Unit.Description"])

  private static let ulimits = ResourceLimit.Name.allCases.map {
    (name: $0, key: "Service.Limit\($0.rawValue.uppercased())")
  }

  /// A key whose value has no word in a manifest.
  private mutating func unread(_ key: String, _ value: String, _ reason: String) {
    keep("Service.\(key)", Resource.Value(value), because: "is '\(value)': \(reason)")
  }

  // MARK: What runs

  private mutating func readCommand(_ assignments: [UnitSyntax.Assignment], _ text: UnitSpecifiers) {
    let lines = assignments.values("Service.ExecStart")
    // Something to run, so that all other fields are known; what stands there is what counts.
    job.run.command = ["/bin/true"]
    guard lines.count == 1, let line = lines.first else {
      literal("ExecStart", lines)
      return refuse(
        lines.isEmpty
          ? "its service starts no command" : "its service starts \(lines.count) commands, one after the other",
        hint: "write them into one script, and start that by 'ExecStart'")
    }
    let before = ["ExecStartPre", "ExecCondition"].first { !assignments.values("Service.\($0)").isEmpty }
    if let before {
      refuse(
        "'\(before)' of its service runs something first, and a manifest has one command",
        hint: "write both into one script, and start that by 'ExecStart'")
    }
    switch UnitCommand.read(line, text) {
    case .success(let words): job.run.command = words
    case .failure(let reason):
      literal("ExecStart", lines)
      refuse(reason)
    }
  }

  private mutating func literal(_ key: String, _ lines: [String]) {
    guard !lines.isEmpty else { return addLiteral("Service.\(key)", nil) }
    addLiteral("Service.\(key)", lines.count == 1 ? Resource.Value(lines[0]) : Resource.Value(lines))
  }

  private mutating func readType(_ assignments: [UnitSyntax.Assignment]) {
    let type = assignments.value("Service.Type") ?? "simple"
    if !["oneshot", "simple", "exec", "idle"].contains(type) {
      refuse(
        "its service is of the type '\(type)', which is for a daemon and not for a job that ends",
        hint: "write 'Type=oneshot' if its command ends by itself")
    }
    if let remains = assignments.value("Service.RemainAfterExit"), UnitValue.bool(remains) != false {
      refuse(
        "its service has 'RemainAfterExit', and is not started again while it remains", hint: "take that away")
    }
  }

  // MARK: With what around it

  private mutating func readSurroundings(_ assignments: [UnitSyntax.Assignment], _ text: UnitSpecifiers) {
    func value(_ key: String) -> String? { assignments.value("Service.\(key)") }
    if let user = value("User") {
      if let known = text.resolved(user), host.user == nil {
        job.run.user = known
      } else if text.resolved(user) != host.user {
        unread("User", user, "units of a user run as that user")
      }
    }
    if let group = value("Group") {
      if let known = text.resolved(group), host.user == nil {
        job.run.host.group = known
      } else {
        unread("Group", group, "units of a user run in the groups of that user")
      }
    }
    if let folder = value("WorkingDirectory") {
      if let known = text.resolved(folder), known.hasPrefix("/") {
        job.run.workingDirectory = known
      } else {
        unread("WorkingDirectory", folder, "a manifest names a folder that is there, from '/' on")
      }
    }
  }

  private mutating func readEnvironment(_ assignments: [UnitSyntax.Assignment], _ text: UnitSpecifiers) {
    let lines = assignments.values("Service.Environment")
    if let variables = Self.variables(lines, text) {
      job.run.env = variables
    } else {
      addLiteral("Service.Environment", Resource.Value(lines))
      refuse(
        "'Environment' of its service cannot be read as words 'NAME=VALUE'", hint: "'systemd-analyze verify' says more")
    }
    let files = assignments.values("Service.EnvironmentFile")
    switch files.first {
    case let file? where files.count == 1:
      if let known = text.resolved(file), known.hasPrefix("/") {
        job.run.envFile = known
      } else {
        unread("EnvironmentFile", file, "a manifest names a file that is there, from '/' on")
      }
    case nil: break
    case _?:
      literal("EnvironmentFile", files)
      refuse("its service reads \(files.count) files of variables", hint: "write them into one")
    }
  }

  /// Each name once, as it was set last; nil for what is no list of variables.
  private static func variables(_ lines: [String], _ text: UnitSpecifiers) -> [Pair]? {
    var variables: [Pair] = []
    for line in lines {
      guard let words = UnitWords(line)?.words else { return nil }
      for word in words {
        guard let known = text.resolved(word.text), let equals = known.utf8.firstIndex(of: UInt8(ascii: "=")),
          equals > known.startIndex
        else { return nil }
        let pair = Pair(String(known[..<equals]), String(known[known.utf8.index(after: equals)...]))
        if let at = variables.firstIndex(where: { $0.name == pair.name }) {
          variables[at] = pair
        } else {
          variables.append(pair)
        }
      }
    }
    return variables
  }

  // MARK: Within what limits

  private mutating func readLimits(_ assignments: [UnitSyntax.Assignment]) {
    func value(_ key: String) -> String? { assignments.value("Service.\(key)") }
    readTimeout(assignments)
    if let grace = assignments.last(where: { ["TimeoutStopSec", "TimeoutSec"].contains($0.key) })?.value, !grace.isEmpty
    {
      job.limits.host.graceSeconds = UnitValue.seconds(grace)
      if job.limits.host.graceSeconds == nil { unread("TimeoutStopSec", grace, "a manifest takes whole seconds") }
    }
    if let memory = value("MemoryMax"), memory != "infinity" {
      job.resources.memoryBytes = UnitValue.bytes(memory)
      if job.resources.memoryBytes == nil { unread("MemoryMax", memory, "a manifest takes a number of bytes") }
    }
    if let share = value("CPUQuota") {
      job.resources.cpuMillis = UnitValue.millicores(share)
      if job.resources.cpuMillis == nil { unread("CPUQuota", share, "a manifest takes thousandths of a CPU") }
    }
    if let nice = value("Nice") {
      job.run.host.nice = Int(nice).flatMap { -20...19 ~= $0 ? $0 : nil }
      if job.run.host.nice == nil { unread("Nice", nice, "it goes from -20 to 19") }
    }
    if let umask = value("UMask") {
      job.run.host.umask = HostRun.umask(umask)
      if job.run.host.umask == nil { unread("UMask", umask, "it has up to four octal digits") }
    }
    for (name, key) in Self.ulimits {
      guard let limit = assignments.value(key) else { continue }
      let number = UnitValue.number(limit)
      if number != nil || limit == "infinity" {
        job.run.host.ulimits.append(ResourceLimit(name, number))
      } else {
        unread(String(key.dropFirst("Service.".count)), limit, "a manifest takes a plain number")
      }
    }
  }

  /// The key that ends a run which takes too long: another for a service whose start is the run itself.
  static func timeoutKey(_ assignments: [UnitSyntax.Assignment]) -> String {
    assignments.value("Service.Type") == "oneshot" ? "TimeoutStartSec" : "RuntimeMaxSec"
  }

  private mutating func readTimeout(_ assignments: [UnitSyntax.Assignment]) {
    let key = Self.timeoutKey(assignments)
    let both = key == "TimeoutStartSec" ? "TimeoutSec" : key
    let last = assignments.last { $0.section == "Service" && ($0.key == key || $0.key == both) }
    // 0 is no limit, as none is.
    guard let value = last?.value, !["", "infinity", "0"].contains(value) else { return }
    job.limits.timeoutSeconds = UnitValue.seconds(value)
    if job.limits.timeoutSeconds == nil {
      keep("Service.TimeoutStartSec", Resource.Value(value), because: "is '\(value)': a manifest takes whole seconds")
    }
  }
}

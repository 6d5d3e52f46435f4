import JobsCore

/// A line of a crontab that is a job: the places of its fields, and what they say.
struct CrontabJobLine {
  /// The name and the value of a variable that stands above the line.
  typealias Variable = (name: Range<Int>, value: Range<Int>)

  private let whole: Range<Int>
  let schedule: Range<Int>
  private let user: Range<Int>?
  let command: Range<Int>

  /// - Returns: nil for a line that is no job, which is reported.
  init?(_ line: Range<Int>, _ source: SourceText, isSystem: Bool, _ findings: inout Findings) {
    let fields = Self.fields(of: line, source.bytes)
    let scheduleCount = source.bytes[line.lowerBound] == UInt8(ascii: "@") ? 1 : 5
    let needed = scheduleCount + (isSystem ? 2 : 1)
    guard fields.count >= needed else {
      findings.report(
        CrontabLine.info, "the line has \(fields.count) fields, a job needs at least \(needed)", range: line,
        hint:
          "write \(scheduleCount == 1 ? "the macro" : "five fields of time")\(isSystem ? ", a user" : "") and a command"
      )
      return nil
    }
    if scheduleCount == 5, source.bytes[fields[5]].allSatisfy({ "*/,-0123456789".utf8.contains($0) }) {
      findings.report(
        CrontabLine.info, "a sixth field of time stands where the \(isSystem ? "user" : "command") begins",
        range: fields[5], hint: "a crontab has five fields: minute, hour, day of month, month and day of week")
      return nil
    }
    whole = line
    schedule = fields[0].lowerBound..<fields[scheduleCount - 1].upperBound
    user = isSystem ? fields[scheduleCount] : nil
    command = fields[needed - 1].lowerBound..<line.upperBound
  }

  /// The fields that tell a line: five of time, a user, and the first word of a command.
  private static func fields(of line: Range<Int>, _ bytes: [UInt8]) -> [Range<Int>] {
    var fields: [Range<Int>] = []
    fields.reserveCapacity(7)
    var at = line.lowerBound
    while at < line.upperBound, fields.count < 7 {
      while at < line.upperBound, CrontabFormat.isBlank(bytes[at]) { at += 1 }
      let from = at
      while at < line.upperBound, !CrontabFormat.isBlank(bytes[at]) { at += 1 }
      if at > from { fields.append(from..<at) }
    }
    return fields
  }

  // MARK: Tree

  /// A small tree whose nodes lie in the file: `schedule`, `user`, `command` and `env`.
  func tree(_ source: SourceText, _ env: [Variable]) -> Tree {
    // The job, four keys with their values, and the variables.
    var tree = Tree(source: source.bytes, reserving: 9 + env.count * 2, textLength: 32)
    let root = tree.addCollection(.mapping, .block, start: whole.lowerBound)
    var last: Tree.ID?
    func add(_ key: StaticString, _ value: Tree.ID) {
      let at = whole.lowerBound
      let text = UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount)
      let name = tree.addScalar(.string, .plain, place: at..<at, text: text)
      tree.append(name, to: root, after: last)
      tree.append(value, to: root, after: name)
      last = value
    }
    func scalar(_ range: Range<Int>) -> Tree.ID { tree.addVerbatim(.string, .plain, place: range, text: range) }
    add("schedule", scalar(schedule))
    if let user { add("user", scalar(user)) }
    add("command", scalar(command))
    let table = tree.addCollection(.mapping, .block, start: whole.lowerBound)
    var before: Tree.ID?
    for pair in env {
      let (name, value) = (scalar(pair.name), scalar(pair.value))
      tree.append(name, to: table, after: before)
      tree.append(value, to: table, after: name)
      before = value
    }
    add("env", table)
    tree.close(root, end: whole.upperBound)
    return tree
  }

  // MARK: Job

  /// What a line's tree says.
  static func decode(_ tree: Tree, name: String, isEnabled: Bool) -> DecodedJob? {
    guard let schedule = tree.value(Tree.root, "schedule"), let command = tree.value(Tree.root, "command") else {
      return nil
    }
    var decoded = DecodedJob(job: Job(name: name), sites: JobSites())
    decoded.job.enabled = isEnabled
    decoded.job.target.kind = .host
    decoded.sites.commands = [command]
    decoded.job.run.setShell(shellText(tree.string(command)))
    decoded.job.schedules = [Schedule(cron: tree.string(schedule), dialect: nil)]
    decoded.sites.schedules = [.init(cron: schedule)]
    if let user = tree.value(Tree.root, "user") {
      decoded.job.run.user = tree.string(user)
      decoded.sites.identity = user
    }
    if let env = tree.value(Tree.root, "env") {
      for (name, value) in tree.entries(env) { add(name, value, tree, to: &decoded) }
    }
    return decoded
  }

  private static func add(_ name: Tree.ID, _ value: Tree.ID, _ tree: Tree, to decoded: inout DecodedJob) {
    let (key, text) = (tree.string(name), tree.string(value))
    switch key {
    case "CRON_TZ":
      decoded.job.schedules[0].timezone = text
      decoded.sites.schedules[0].timezone = value
    case "MAILTO", "MAILFROM", "SHELL", "RANDOM_DELAY":
      if key == "SHELL", text.hasPrefix("/") { decoded.job.run.command[0] = text }
      decoded.job.annotations.append(Pair("crontab/\(key)", text))
    default:
      decoded.job.run.env.removeAll { $0.name == key }
      decoded.job.run.env.append(Pair(key, text))
      decoded.sites.variables.append(.init(name: name, value: value))
    }
  }

  /// What a shell is given of a command: cron ends it at the first `%` that is not escaped, and what follows is the
  /// command's standard input.
  static func shellText(_ command: String) -> String {
    guard command.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "\\") }) else { return command }
    var words = ""
    var input: String?
    var isEscaped = false
    for character in command {
      if isEscaped {
        if character != "%" { append("\\") }
        append(String(character))
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "%" {
        if input == nil { input = "" } else { input! += "\n" }
      } else {
        append(String(character))
      }
    }
    if isEscaped { append("\\") }
    func append(_ text: String) { if input == nil { words += text } else { input! += text } }
    guard let input else { return words }
    return "\(words)<<'JOBS_STDIN'\n\(input)\nJOBS_STDIN\n"
  }
}

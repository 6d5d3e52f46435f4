import JobsCore

/// Reads a crontab: one job a line, each a small tree whose nodes lie in the file (crontab(5) of Debian 12).
package enum CrontabFormat {
  struct Entry {
    var tree: Tree
    var job: DecodedJob
  }

  /// Whether the path alone says that the file is a crontab.
  static func isCrontab(path: String) -> Bool {
    let (folder, file) = parts(path.utf8[...])
    if ["crontab", "crontab.txt", "cron.txt"].contains(where: { file.elementsEqual($0.utf8) })
      || file.suffix(5).elementsEqual(".cron".utf8) || file.suffix(8).elementsEqual(".crontab".utf8)
    {
      return true
    }
    guard let folder, file.first != UInt8(ascii: ".") else { return false }
    let name = parts(folder).file
    return name.elementsEqual("cron.d".utf8) || name.elementsEqual("crontabs".utf8)
  }

  private static func parts(_ path: Substring.UTF8View) -> (folder: Substring.UTF8View?, file: Substring.UTF8View) {
    guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else { return (nil, path) }
    return (path[..<slash], path[path.index(after: slash)...])
  }

  /// Whether lines have a user behind the schedule, as in `/etc/crontab` and `cron.d`.
  package static func isSystem(path: String) -> Bool {
    let parts = path.split(separator: "/")
    return parts.last == "crontab" && parts.dropLast().last == "etc" || parts.dropLast().last == "cron.d"
  }

  /// What stands before a line that is a job all the same, but a disabled one; cron takes the whole for a comment.
  static let disabledMark = "# jobs-run disabled: "

  /// - Parameter each: takes the jobs, one after the other.
  static func read(_ source: SourceText, isSystem: Bool, _ findings: inout Findings, each: (Entry) -> Void) {
    var env: [(name: Range<Int>, value: Range<Int>)] = []
    var marker: String?
    // The schedules of commands without a name of their own.
    var known: [String: String] = [:]
    for line in 1...source.lines.lineCount {
      var range = trimmed(source.lines.range(ofLine: line), source.bytes)
      guard let first = range.first.map({ source.bytes[$0] }) else { continue }
      let isDisabled = source.bytes[range].starts(with: disabledMark.utf8)
      if isDisabled {
        range = trimmed(range.lowerBound + disabledMark.utf8.count..<range.upperBound, source.bytes)
        // A comment that only begins like ours is a comment.
        var trial = Findings(source: source, tree: findings.tree)
        guard !range.isEmpty, Self.entry(range, source, env, isSystem, marker, &trial) != nil else { continue }
      } else if first == UInt8(ascii: "#") {
        marker = Self.marker(text(range, source)) ?? marker
        continue
      }
      if !isDisabled, let pair = assignment(range, source.bytes) {
        env.append(pair)
        continue
      }
      guard var entry = entry(range, source, env, isSystem, marker, &findings) else { continue }
      if marker == nil {
        let (name, schedule) = (entry.job.job.name, entry.job.job.schedules[0].cron)
        // A command at another time is another job, the first of which keeps its name.
        if let other = known[name], other != schedule {
          let command = entry.job.job.run.command.last ?? ""
          entry.job.job.name = Self.name(of: Array(command.utf8)[...], at: Array(schedule.utf8)[...])
        } else {
          known[name] = schedule
        }
      }
      entry.job.job.enabled = !isDisabled
      each(entry)
      marker = nil
    }
  }

  /// The name in a comment `# job: NAME` above a line.
  static func marker(_ comment: String) -> String? {
    let words = comment.drop { $0 == "#" || $0 == " " }
    guard words.hasPrefix("job:") else { return nil }
    let name = words.dropFirst(4).split(separator: " ").first.map(String.init)
    return name
  }

  private static func entry(
    _ line: Range<Int>, _ source: SourceText, _ env: [(name: Range<Int>, value: Range<Int>)], _ isSystem: Bool,
    _ marker: String?, _ findings: inout Findings
  ) -> Entry? {
    let fields = words(line, source.bytes, most: Self.fieldCount)
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
    let schedule = fields[0].lowerBound..<fields[scheduleCount - 1].upperBound
    let command = fields[needed - 1].lowerBound..<line.upperBound
    if scheduleCount == 5, source.bytes[fields[5]].allSatisfy({ "*/,-0123456789".utf8.contains($0) }) {
      findings.report(
        CrontabLine.info, "a sixth field of time stands where the \(isSystem ? "user" : "command") begins",
        range: fields[5], hint: "a crontab has five fields: minute, hour, day of month, month and day of week")
      return nil
    }
    var tree = Tree(source: source.bytes, reserving: Self.nodeCount + env.count * 2, textLength: 32)
    let root = tree.addCollection(.mapping, .block, start: line.lowerBound)
    var last: Tree.ID?
    func add(_ key: StaticString, _ value: Tree.ID, _ tree: inout Tree) {
      let at = line.lowerBound
      let text = UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount)
      let name = tree.addScalar(.string, .plain, place: at..<at, text: text)
      tree.append(name, to: root, after: last)
      tree.append(value, to: root, after: name)
      last = value
    }
    let cronID = tree.addVerbatim(.string, .plain, place: schedule, text: schedule)
    add("schedule", cronID, &tree)
    var userID: Tree.ID?
    if isSystem {
      let user = tree.addVerbatim(.string, .plain, place: fields[scheduleCount], text: fields[scheduleCount])
      add("user", user, &tree)
      userID = user
    }
    let commandID = tree.addVerbatim(.string, .plain, place: command, text: command)
    add("command", commandID, &tree)
    var job = Job(name: marker ?? name(of: source.bytes[command]))
    var sites = JobSites()
    job.target.kind = .host
    sites.commands = [commandID]
    job.run.setShell(Self.percent(text(command, source)))
    job.schedules = [Schedule(cron: text(schedule, source), dialect: nil)]
    sites.schedules = [.init(cron: cronID)]
    if let userID {
      job.run.user = tree.string(userID)
      sites.identity = userID
    }
    let table = tree.addCollection(.mapping, .block, start: line.lowerBound)
    var lastVariable: Tree.ID?
    for pair in env {
      let name = tree.addVerbatim(.string, .plain, place: pair.name, text: pair.name)
      let value = tree.addVerbatim(.string, .plain, place: pair.value, text: pair.value)
      switch tree.string(name) {
      case "CRON_TZ":
        job.schedules[0].timezone = tree.string(value)
        sites.schedules[0].timezone = value
      case "MAILTO", "MAILFROM", "SHELL", "RANDOM_DELAY":
        if tree.equals(name, "SHELL"), tree.string(value).hasPrefix("/") { job.run.command[0] = tree.string(value) }
        job.annotations.append(Pair("crontab/\(tree.string(name))", tree.string(value)))
      default:
        job.run.env.removeAll { $0.name == tree.string(name) }
        job.run.env.append(Pair(tree.string(name), tree.string(value)))
        sites.variables.append(.init(name: name, value: value))
      }
      tree.append(name, to: table, after: lastVariable)
      tree.append(value, to: table, after: name)
      lastVariable = value
    }
    add("env", table, &tree)
    tree.close(root, end: line.upperBound)
    return Entry(tree: tree, job: DecodedJob(job: job, sites: sites))
  }

  /// Cron ends a command at the first `%` that is not escaped: what follows is the command's standard input.
  private static func percent(_ command: String) -> String {
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

  /// A name for a line that has none: the command's first word and a hash of the whole, so that it survives other edits.
  ///
  /// - Parameter schedule: of a command that another line has at another time.
  private static func name(of command: ArraySlice<UInt8>, at schedule: ArraySlice<UInt8> = []) -> String {
    let word = command.drop { $0 == UInt8(ascii: " ") }.prefix { $0 != UInt8(ascii: " ") }
    let end = (word.lastIndex { $0 != UInt8(ascii: "/") } ?? word.startIndex - 1) + 1
    let file = word[(word[..<end].lastIndex(of: UInt8(ascii: "/")) ?? word.startIndex - 1) + 1..<end]
    var name: [UInt8] = []
    name.reserveCapacity(stemLength + 9)
    var isParted = false
    for byte in file where name.count < stemLength {
      if !isPlain(byte) {
        isParted = !name.isEmpty
        continue
      }
      if isParted { name.append(UInt8(ascii: "-")) }
      isParted = false
      if name.count < stemLength { name.append(byte >= 65 && byte <= 90 ? byte | 32 : byte) }
    }
    if name.isEmpty { name += "job".utf8 }
    let hash = (schedule.isEmpty ? command : schedule + command).fnv1a64
    name.append(UInt8(ascii: "-"))
    // The first digits of the number, which has no zeros in front.
    let digits = max(1, 16 - hash.leadingZeroBitCount / 4)
    for at in 0..<min(digits, 8) {
      let digit = UInt8(hash >> UInt64((digits - 1 - at) * 4) & 15)
      name.append(digit < 10 ? 48 + digit : 87 + digit)
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// Bytes of a name in front of the hash.
  private static let stemLength = 40

  /// Whether a byte is an ASCII letter or digit.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 48 && byte <= 57 || byte | 32 >= 97 && byte | 32 <= 122
  }

  // MARK: Text

  private static func text(_ range: Range<Int>, _ source: SourceText) -> String {
    String(decoding: source.bytes[range], as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }

  private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var from = range.lowerBound
    var to = range.upperBound
    while from < to, isBlank(bytes[from]) { from += 1 }
    while to > from, isBlank(bytes[to - 1]) { to -= 1 }
    return from..<to
  }

  /// The fields that tell a line: five of time, a user, and the first word of a command.
  private static let fieldCount = 7
  /// Nodes of a job's tree but for its variables: the job, four keys, and what stands under them.
  private static let nodeCount = 9

  private static func words(_ line: Range<Int>, _ bytes: [UInt8], most: Int) -> [Range<Int>] {
    var words: [Range<Int>] = []
    words.reserveCapacity(most)
    var at = line.lowerBound
    while at < line.upperBound, words.count < most {
      while at < line.upperBound, isBlank(bytes[at]) { at += 1 }
      let from = at
      while at < line.upperBound, !isBlank(bytes[at]) { at += 1 }
      if at > from { words.append(from..<at) }
    }
    return words
  }

  /// `NAME = value` with optional quotes; nil for a line that is a job.
  private static func assignment(_ line: Range<Int>, _ bytes: [UInt8]) -> (name: Range<Int>, value: Range<Int>)? {
    guard let equals = bytes[line].firstIndex(of: UInt8(ascii: "=")) else { return nil }
    var name = unquoted(trimmed(line.lowerBound..<equals, bytes), bytes)
    guard let first = name.first.map({ bytes[$0] }),
      first == UInt8(ascii: "_") || (first | 32 >= UInt8(ascii: "a") && first | 32 <= UInt8(ascii: "z")),
      !bytes[name].contains(where: isBlank)
    else { return nil }
    name = name.lowerBound..<name.upperBound
    return (name, unquoted(trimmed(equals + 1..<line.upperBound, bytes), bytes))
  }

  private static func unquoted(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    guard range.count > 1, let quote = range.first.map({ bytes[$0] }),
      quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      bytes[range.upperBound - 1] == quote
    else { return range }
    return range.lowerBound + 1..<range.upperBound - 1
  }
}

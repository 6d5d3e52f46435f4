import JobsCore

/// Reads a crontab: one job a line, each a small tree whose nodes lie in the file (crontab(5) of Debian 12).
package enum CrontabFormat {
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

  /// - Parameter each: takes the tree of each job, one after the other, and what makes a job of it.
  static func read(
    _ source: SourceText, isSystem: Bool, _ findings: inout Findings, each: (Tree, (Tree) -> DecodedJob?) -> Void
  ) {
    var env: [CrontabJobLine.Variable] = []
    var marker: String?
    // The schedules of commands without a name of their own.
    var known: [String: String] = [:]
    known.reserveCapacity(source.lines.lineCount)
    for number in 1...source.lines.lineCount {
      var range = trimmed(source.lines.range(ofLine: number), source.bytes)
      guard let first = range.first.map({ source.bytes[$0] }) else { continue }
      let isDisabled = source.bytes[range].starts(with: disabledMark.utf8)
      if isDisabled {
        range = trimmed(range.lowerBound + disabledMark.utf8.count..<range.upperBound, source.bytes)
        // A comment that only begins like ours is a comment.
        var trial = Findings(source: source, tree: findings.tree)
        guard !range.isEmpty, CrontabJobLine(range, source, isSystem: isSystem, &trial) != nil else { continue }
      } else if first == UInt8(ascii: "#") {
        marker = Self.marker(text(range, source)) ?? marker
        continue
      }
      if !isDisabled, let pair = assignment(range, source.bytes) {
        env.append(pair)
        continue
      }
      guard let line = CrontabJobLine(range, source, isSystem: isSystem, &findings) else { continue }
      let name = marker ?? name(of: line, source, &known)
      each(line.tree(source, env)) { CrontabJobLine.decode($0, name: name, isEnabled: !isDisabled) }
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

  /// A name for a line that has none. A command at another time is another job, the first of which keeps its name.
  private static func name(of line: CrontabJobLine, _ source: SourceText, _ known: inout [String: String]) -> String {
    let name = name(of: source.bytes[line.command])
    let schedule = text(line.schedule, source)
    guard let other = known[name], other != schedule else {
      known[name] = schedule
      return name
    }
    let command = CrontabJobLine.shellText(text(line.command, source))
    return Self.name(of: Array(command.utf8)[...], at: source.bytes[line.schedule])
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

  static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }

  private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var from = range.lowerBound
    var to = range.upperBound
    while from < to, isBlank(bytes[from]) { from += 1 }
    while to > from, isBlank(bytes[to - 1]) { to -= 1 }
    return from..<to
  }

  /// `NAME = value` with optional quotes; nil for a line that is a job.
  private static func assignment(_ line: Range<Int>, _ bytes: [UInt8]) -> CrontabJobLine.Variable? {
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

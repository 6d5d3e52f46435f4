import JobsCore

/// The line of one job in a crontab, and what can be changed about it. Pure: bytes in, bytes out.
struct CrontabLineText: Sendable {
  let bytes: [UInt8]
  private let path: String
  private let entries: [(tree: Tree, job: Job)]
  private let number: Int

  /// - Throws: a refusal where no job stands there (any more).
  init(_ bytes: [UInt8], at origin: Origin) throws(EditRefusal) {
    self.bytes = bytes
    path = origin.file
    entries = Self.read(bytes, path)
    let lines = LineIndex(bytes)
    guard
      let number = entries.firstIndex(where: {
        lines.position(of: $0.tree.range(Tree.root).lowerBound) == (origin.line, origin.column)
      })
    else {
      throw EditRefusal(
        "there is no job at '\(Terminal.visible(origin.file)):\(origin.line)' any more",
        hint: "the file changed meanwhile; run it again")
    }
    self.number = number
  }

  /// The same job in another version of the file.
  init(_ bytes: [UInt8], like other: CrontabLineText) {
    self.bytes = bytes
    path = other.path
    number = other.number
    entries = Self.read(bytes, path)
  }

  private static func read(_ bytes: [UInt8], _ path: String) -> [(tree: Tree, job: Job)] {
    let source = SourceText(path: path, bytes: bytes)
    var findings = Findings(source: source, tree: Tree(source: bytes))
    var entries: [(tree: Tree, job: Job)] = []
    CrontabFormat.read(source, isSystem: CrontabFormat.isSystem(path: path), &findings) { tree, decode in
      if let decoded = decode(tree) { entries.append((tree, decoded.job)) }
    }
    return entries
  }

  private var jobs: [Job] { entries.map(\.job) }

  private var line: Range<Int> { entries[number].tree.range(Tree.root) }

  /// The file with a value set: the schedule, the command, or the user of a system's crontab.
  func setting(_ name: String, to text: String) throws(EditRefusal) -> [UInt8] {
    let tree = entries[number].tree
    guard ["schedule", "command", "user"].contains(name), let node = tree.value(Tree.root, key: name) else {
      throw EditRefusal(
        "a line of this crontab has no '\(Terminal.visible(name))' of its own",
        hint: "it has a schedule and a command; a variable holds for all lines below it, so change that in an editor")
    }
    guard !text.isEmpty, !text.utf8.contains(where: { $0 < 32 && $0 != 9 }) else {
      throw EditRefusal("'\(name)' has to be text of one line")
    }
    let written = name == "command" ? Self.escapingPercent(text) : text
    guard !tree.withText(node, { written.utf8.elementsEqual($0) }) else { return bytes }
    let range = tree.range(node)
    let splice = TextSplice(range: range, text: written)
    // A line without a marker is called by its command: the marker keeps the name that it has.
    let start = bytes.lineStart(of: line.lowerBound)
    let before = self.text(start..<range.lowerBound)
    let named = TextSplice(
      range: start..<range.upperBound, text: "# job: \(jobs[number].name)\n\(before)\(written)")
    return try choose([splice, named], place: name) { job in
      switch name {
      case "schedule": job.schedules[0].cron = text
      case "user": job.run.user = text
      default:
        job.run.setShell(text)
        job.run.command[0] = jobs[number].run.command[0]
      }
    }
  }

  /// The file with the line made a comment that this suite reads as a disabled job, or a line again.
  func settingEnabled(_ isEnabled: Bool) throws(EditRefusal) -> [UInt8] {
    guard jobs[number].enabled != isEnabled else { return bytes }
    let at = line.lowerBound
    let mark = bytes[bytes.lineStart(of: at)..<at].firstIndex(of: UInt8(ascii: "#")) ?? at
    let splice =
      isEnabled
      ? TextSplice(range: mark..<at, text: "") : TextSplice(range: at..<at, text: CrontabFormat.disabledMark)
    return try choose([splice], place: "the line") { $0.enabled = isEnabled }
  }

  /// The file without the line and the comment that names it.
  func removing() throws(EditRefusal) -> [UInt8] {
    let start = bytes.lineStart(of: line.lowerBound)
    let end = bytes.lineEnd(of: line.upperBound)
    var candidates = [TextSplice(range: start..<end, text: "")]
    if start > 0 {
      let above = bytes.lineStart(of: start - 1)
      if CrontabFormat.marker(text(above..<start)) == jobs[number].name {
        candidates.insert(TextSplice(range: above..<end, text: ""), at: 0)
      }
    }
    var wanted = jobs
    wanted.remove(at: number)
    return try choose(candidates, place: "the line", wanted)
  }

  private func choose(
    _ candidates: [TextSplice], place: String, change: (inout Job) -> Void
  ) throws(EditRefusal) -> [UInt8] {
    var wanted = jobs
    change(&wanted[number])
    return try choose(candidates, place: place, wanted)
  }

  private func choose(_ candidates: [TextSplice], place: String, _ wanted: [Job]) throws(EditRefusal) -> [UInt8] {
    for candidate in candidates {
      let changed = candidate.applied(to: bytes)
      if Self.read(changed, path).map(\.job) == wanted { return changed }
    }
    throw EditRefusal(
      "'\(place)' cannot be changed without another job becoming another", hint: "change it in an editor")
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].filter { $0 != 13 && $0 != 10 }, as: UTF8.self)
  }

  /// Cron takes what follows a bare `%` for the command's standard input.
  private static func escapingPercent(_ text: String) -> String {
    var written = ""
    var last: Character?
    for character in text {
      if character == "%", last != "\\" { written += "\\" }
      written.append(character)
      last = character
    }
    return written
  }
}

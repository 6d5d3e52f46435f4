import JobsCore
package import JobsDeploy
import JobsManifest

/// A crontab whose lines under our marks are resources, and whose other lines stay byte for byte.
///
/// Our lines stand above all others that do something, so that no variable of theirs holds for ours, and ours are set in
/// the command and hold for nobody else.
package struct CrontabTable: Sendable, Hashable {
  /// A line under a mark of ours.
  package struct Entry: Sendable, Hashable {
    /// What the mark says, without its digest.
    package var name: String
    package var owner: String
    package var fields: [Resource.Field]
    package var digest: String
    /// The day from which it is out of use.
    package var quarantined: String?
  }

  /// A line that starts a command, made by somebody else.
  package struct Foreign: Sendable, Hashable {
    /// 1-based.
    package var line: Int
    package var command: String
  }

  /// Without their line breaks.
  private var lines: [[UInt8]]
  /// Whether lines name a user behind the schedule, as in `/etc/crontab` and `cron.d`.
  package let isSystem: Bool

  /// Whether a path is that of a system's crontab, whose lines name a user.
  package static func isSystem(path: String) -> Bool { CrontabFormat.isSystem(path: path) }

  package init(_ bytes: [UInt8], isSystem: Bool) {
    lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    // What stands behind the last line break is no line.
    if lines.last == [] { lines.removeLast() }
    self.isSystem = isSystem
  }

  package var bytes: [UInt8] { lines.reduce(into: []) { $0 += $1 + [10] } }

  // MARK: Reading

  /// Our lines in their order. Where a mark stands over several lines of its name, the first has the field `copies`.
  package var entries: [Entry] {
    var entries: [Entry] = []
    var places: [String: Int] = [:]
    var zone: String?
    var surroundings = CrontabSurroundings()
    for (at, line) in lines.enumerated() {
      if case .variable(let name, let value) = CrontabLine.kind(line, isSystem: isSystem) {
        if name == "CRON_TZ" { zone = value }
        surroundings.add(line, name: name)
      }
      guard let mark = CrontabMark(line), let job = job(below: at) else { continue }
      if let first = places[mark.name] {
        let count = entries[first].fields["copies"].flatMap { Int($0.text) } ?? 1
        entries[first].fields.removeAll { $0.name == "copies" }
        entries[first].fields.append(Resource.Field("copies", String(count + 1)))
        continue
      }
      places[mark.name] = entries.count
      var fields = job.line.fields
      let quarantined = job.isCommented ? mark.quarantined : nil
      if let quarantined { fields.append(Self.quarantined(on: quarantined)) }
      // cronie reads it, and it holds for every line below.
      if let zone { fields.append(Resource.Field("timezone", zone)) }
      if let command = surroundings.command(of: lines[at + 1], isCommented: job.isCommented, isSystem: isSystem) {
        for at in fields.indices where fields[at].name == "command" { fields[at].value = Resource.Value(command) }
      }
      entries.append(
        Entry(name: mark.name, owner: mark.owner, fields: fields, digest: mark.digest, quarantined: quarantined))
    }
    return entries
  }

  /// Lines of others, in their order.
  package var foreign: [Foreign] {
    lines.indices.compactMap { at in
      guard case .job(let line) = CrontabLine.kind(lines[at], isSystem: isSystem),
        at == 0 || CrontabMark(lines[at - 1]) == nil
      else { return nil }
      return Foreign(line: at + 1, command: line.command)
    }
  }

  /// What lines made by hand would be as lines of ours, by their numbers, counted from 1.
  package var foreignFields: [Int: [Resource.Field]] {
    var found: [Int: [Resource.Field]] = [:]
    var zone: String?
    var surroundings = CrontabSurroundings()
    for (at, line) in lines.enumerated() {
      switch CrontabLine.kind(line, isSystem: isSystem) {
      case .variable(let name, let value):
        if name == "CRON_TZ" { zone = value }
        surroundings.add(line, name: name)
      case .job(var job) where at == 0 || CrontabMark(lines[at - 1]) == nil:
        job.command = surroundings.command(of: line, isCommented: false, isSystem: isSystem) ?? job.command
        found[at + 1] = job.fields + (zone.map { [Resource.Field("timezone", $0)] } ?? [])
      case .blank, .comment, .job: break
      }
    }
    return found
  }

  /// The name that the mark above a line has; nil for a line that is not ours.
  ///
  /// - Parameter line: 1-based.
  package func name(at line: Int) -> String? {
    guard line >= 2, line <= lines.count, job(below: line - 2) != nil else { return nil }
    return CrontabMark(lines[line - 2])?.name
  }

  /// The field of a line that is out of use: since when.
  package static let quarantineField = "quarantined"

  static func quarantined(on day: String) -> Resource.Field { Resource.Field(quarantineField, Resource.Value(day)) }

  /// The job on the line under a mark; nil where somebody took it away or made a comment of it.
  private func job(below mark: Int) -> (line: CrontabLine, isCommented: Bool)? {
    guard mark + 1 < lines.count else { return nil }
    let line = lines[mark + 1]
    if case .job(let job) = CrontabLine.kind(line, isSystem: isSystem) { return (job, false) }
    // A comment is a line of ours only if it says what the mark above it says: any other is somebody's words.
    guard let mark = CrontabMark(lines[mark]), let day = mark.quarantined, line.first == UInt8(ascii: "#"),
      case .job(let job) = CrontabLine.kind(Array(line.dropFirst()), isSystem: isSystem),
      (job.fields + [Self.quarantined(on: day)]).digest == mark.digest
    else { return nil }
    return (job, true)
  }

  // MARK: Changing

  /// Puts a line of ours there, in the place of all that has its name.
  ///
  /// - Returns: false for fields that no line of this table can have.
  package mutating func set(_ name: String, _ fields: [Resource.Field]) -> Bool {
    let day = fields[Self.quarantineField]?.text
    guard let job = CrontabLine(fields.filter { $0.name != Self.quarantineField }, isSystem: isSystem),
      day.map({ CivilDate(text: $0) != nil }) ?? true
    else { return false }
    let old = remove(name)
    // Where variables came to stand above it, the line goes back to the top.
    let at = min(old ?? .max, firstActiveLine)
    let mark = CrontabMark(name: name, digest: fields.digest, quarantined: day)
    lines.insert(contentsOf: [mark.line, (day == nil ? [] : [UInt8(ascii: "#")]) + job.bytes], at: at)
    return true
  }

  /// Takes a line of ours away with its mark, and marks of its name that stand over nothing.
  ///
  /// - Returns: where the first of them stood.
  @discardableResult
  package mutating func remove(_ name: String) -> Int? {
    var first: Int?
    var at = lines.count - 1
    while at >= 0 {
      if CrontabMark(lines[at])?.name == name {
        lines.removeSubrange(at...(job(below: at) == nil ? at : at + 1))
        // A mark right above stood over nothing, and would come to stand over somebody else's line.
        while at > 0, CrontabMark(lines[at - 1]) != nil {
          at -= 1
          lines.remove(at: at)
        }
        first = at
      }
      at -= 1
    }
    return first
  }

  /// Puts a mark above a line that others made, which stays as it stands.
  ///
  /// - Parameter line: 1-based.
  /// - Returns: false where there is no such line, or the name is taken or no name.
  package mutating func adopt(_ line: Int, as name: String) -> Bool {
    guard let fields = foreignFields[line], CrontabMark.isName(name), !entries.contains(where: { $0.name == name })
    else { return false }
    lines.insert(CrontabMark(name: name, digest: fields.digest).line, at: line - 1)
    return true
  }

  /// Takes the mark of a name away, and leaves the line under it where it stands.
  package mutating func release(_ name: String) {
    guard var at = lines.indices.first(where: { CrontabMark(lines[$0])?.name == name && job(below: $0) != nil }) else {
      return
    }
    lines.remove(at: at)
    // A mark right above stood over nothing, and would come to stand over this line.
    while at > 0, CrontabMark(lines[at - 1]) != nil {
      at -= 1
      lines.remove(at: at)
    }
  }

  /// The first line that does something for others, or the comment that stands right above it.
  private var firstActiveLine: Int {
    var at = 0
    while at < lines.count {
      switch CrontabLine.kind(lines[at], isSystem: isSystem) {
      case .blank: at += 1
      case .comment: at += CrontabMark(lines[at]) != nil && job(below: at) != nil ? 2 : 1
      case .variable, .job:
        while at > 0, CrontabLine.kind(lines[at - 1], isSystem: isSystem) == .comment { at -= 1 }
        return at
      }
    }
    return lines.count
  }
}

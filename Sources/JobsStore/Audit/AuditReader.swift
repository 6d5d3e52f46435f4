import Glibc
package import JobsCore

/// Reads an audit log line by line, however long it is, and checks its chain on the way.
package struct AuditReader: ~Copyable {
  /// Where the chain breaks.
  package struct Break: Hashable, Sendable {
    /// 1-based.
    package var line: Int
    /// The end of a sentence that begins with the line.
    package var reason: String
  }

  private let descriptor: Int32
  private let path: String
  private var reader: RecordReader
  private var sequence = 0
  private var time = Int64.min
  private var lines = 0

  /// The places at which the chain does not hold, the first of them; none while it does. Reading goes on behind them.
  package private(set) var breaks: [Break] = []
  package var firstBreak: Break? { breaks.first }
  /// More places are not kept.
  private static let breakLimit = 100
  /// The hash of the last line, to be kept where the host cannot reach: what stands before it can then be neither cut
  /// off nor written anew without being seen.
  package private(set) var head = AuditEntry.genesis
  /// Lines that are older than the line above: the clock was set back.
  package private(set) var clockSteps = 0
  /// Records read.
  package private(set) var count = 0
  /// The hash that was asked for, not yet met.
  private var anchor: String?
  /// The end that was there when reading began, not yet met, and the line in whose place another stands.
  private var mark: AuditMark?
  private var strangerLine: Int?

  /// - Parameters:
  ///   - path: of the log; one that is not there has no lines.
  ///   - anchor: a head that was kept, which has to be met again.
  ///   - mark: the end that has to be there at least.
  package init(_ path: String, anchor: String? = nil, mark: AuditMark? = nil) throws(Failure) {
    self.path = path
    self.mark = mark
    self.anchor = anchor == AuditEntry.genesis ? nil : anchor
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 || errno == ENOENT else {
      throw .world(
        "cannot read the audit log '\(path)': \(systemMessage())", hint: "only its owner and root may read it")
    }
    reader =
      descriptor >= 0
      ? RecordReader(descriptor: descriptor, name: "'\(path)'", lineLimit: AuditFile.lineLimit)
      : RecordReader(bytes: [], name: "'\(path)'")
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Reads the next record; nil at the end. What is no record breaks the chain and is passed over.
  package mutating func next(into record: inout Record) throws(Failure) -> AuditEntry? {
    while true {
      do throws(Failure) {
        guard try reader.next(into: &record) else {
          finish()
          return nil
        }
      } catch {
        guard error.kind == .usage else { throw error }
        // A line beyond the limit is the end of reading, since it would be met again.
        let isSame = reader.line == lines
        lines = reader.line
        note(isSame ? lines + 1 : lines, Self.noRecord)
        if isSame { return nil }
        continue
      }
      let isBlank = reader.line != lines + 1
      if isBlank { note(lines + 1, "is empty") }
      lines = reader.line
      guard let entry = AuditEntry(record), let hashes = AuditEntry.hashes(ofLine: record.bytes) else {
        note(lines, "is no audit record")
        continue
      }
      check(entry, hashes)
      return entry
    }
  }

  /// Reads to the end, for the chain alone.
  package mutating func readAll() throws(Failure) {
    var record = Record()
    while try next(into: &record) != nil {}
  }

  private mutating func check(_ entry: AuditEntry, _ hashes: (due: String, stated: String)) {
    if hashes.due != hashes.stated {
      note(lines, "was changed: its hash is not that of its bytes")
    } else if entry.previous != head || entry.sequence != sequence + 1 {
      note(lines, "does not follow the line before: \(Self.gap(from: sequence, to: entry.sequence))")
    }
    if entry.time < time { clockSteps += 1 }
    count += 1
    time = entry.time
    sequence = entry.sequence
    // Where a line was changed, the next one still names the hash it had.
    head = hashes.stated
    if anchor == head { anchor = nil }
    guard let mark, mark.sequence == sequence else { return }
    if mark.head == head { self.mark = nil } else { strangerLine = lines }
  }

  private static func gap(from last: Int, to next: Int) -> String {
    switch next {
    case last + 2: "record \(last + 1) is missing"
    case (last + 3)...: "records \(last + 1) to \(next - 1) are missing"
    case last + 1: "another stood there"
    default: "record \(next) was moved or inserted"
    }
  }

  private mutating func finish() {
    if reader.line > lines { note(lines + 1, "is empty") }
    if isTorn(), let last = breaks.last, last.line == lines, last.reason == Self.noRecord {
      isEndTorn = true
      // What the mark tells of had been written whole.
      breaks[breaks.count - 1].reason =
        mark.map { $0.sequence > sequence } ?? false
        ? "was cut off: record \(sequence + 1) had been written whole"
        : "was torn off in the writing; the next act mends that"
    }
    if let anchor {
      note(
        lines + 1,
        "should be there: no line has the hash '\(anchor)' any more, so that lines were cut off at the end or written anew"
      )
    }
    if let mark {
      if mark.sequence > sequence {
        let gone =
          mark.sequence == sequence + 1
          ? "record \(mark.sequence) is" : "records \(sequence + 1) to \(mark.sequence) are"
        if !isEndTorn { note(lines + 1, "should be there: \(gone) cut off") }
      } else if breaks.isEmpty, let strangerLine {
        note(strangerLine, "is not what was written there: it was written anew, and maybe lines before it")
      }
    }
    (anchor, mark) = (nil, nil)
  }

  /// Whether the file ends within a line: it was cut there, or somebody writes it just now.
  package private(set) var isEndTorn = false

  private mutating func note(_ line: Int, _ reason: String) {
    if breaks.count < Self.breakLimit { breaks.append(Break(line: line, reason: reason)) }
  }

  private static let noRecord = "is no record"

  /// Whether the file ends within a line.
  private func isTorn() -> Bool {
    var status = stat()
    var last: UInt8 = 0
    guard fstat(descriptor, &status) == 0, status.st_size > 0, pread(descriptor, &last, 1, status.st_size - 1) == 1
    else { return false }
    return last != 10
  }
}

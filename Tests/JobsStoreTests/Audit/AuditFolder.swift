import Glibc
import JobsCore
import JobsStore
import Synchronization
import TestSupport

/// A state folder with an audit log, for one test.
final class AuditFolder: Sendable {
  let path: String
  private let words = Mutex<[String]>([])

  init(_ path: String) { self.path = path }

  var log: AuditLog {
    AuditLog(
      StateDirectory(path: path), tool: "jobs-run", actor: AuditActor(uid: 1000, user: "ada"), host: "here",
      isSecret: { name, value in name == "password" || value.contains("hunter2") },
      say: { words in self.words.withLock { $0.append(words) } })
  }

  /// What was said so far.
  var said: [String] { words.withLock { $0 } }

  var file: String { path + "/audit.log" }

  var intent: String { path + "/audit.intent" }

  func text(_ path: String) -> String {
    (try? FileBytes.read(path, limit: 64 << 20)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  var lines: [String] {
    text(file).split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// Puts another log in its place, as if it had never had another end.
  func replace(_ text: String) throws {
    try FileBytes.write(Array(text.utf8), to: file)
    unlink(path + "/audit.head")
  }

  /// Puts another log in its place behind the tool's back.
  func tamper(_ text: String) throws { try FileBytes.write(Array(text.utf8), to: file) }

  /// Where the chain does not hold, the mark beside it included.
  func breaks() throws -> [AuditReader.Break] {
    var reader = try AuditReader(file, mark: AuditMark(of: StateDirectory(path: path)))
    try reader.readAll()
    return reader.breaks
  }

  /// Writes acts of these names.
  func perform(_ actions: String...) throws {
    for action in actions { try log.perform(AuditAct(action, of: "acme/prod/a")) { () throws(Failure) in } }
  }

  /// Everything that a reader makes of the log.
  func read(anchor: String? = nil) throws -> (entries: [AuditEntry], firstBreak: AuditReader.Break?, head: String) {
    var reader = try AuditReader(file, anchor: anchor)
    var record = Record()
    var entries: [AuditEntry] = []
    while let entry = try reader.next(into: &record) { entries.append(entry) }
    return (entries, reader.firstBreak, reader.head)
  }
}

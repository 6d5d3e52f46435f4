import ArgumentParser
import Glibc
import JobsAudit
import JobsCommand
import JobsCore
import JobsStore

/// Where the log is.
struct LogOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("A log that was exported or moved away; without it that of the state folder.", valueName: "file")
  )
  var file: String?

  @Option(
    help: ArgumentHelp(
      "Folder of the log.",
      discussion: StateDirectory.usualPlaces,
      valueName: "dir"))
  var state: String?

  func validate() throws {
    guard file == nil || state == nil else { throw ValidationError("a file and --state exclude each other") }
  }

  /// The log, and the end that it had when it was written last; nil for one that is not in its place.
  ///
  /// - Throws: a usage failure where there is no log: an empty one would look whole.
  func place(_ environment: [String: String]) throws(Failure) -> (path: String, mark: AuditMark?) {
    var status = stat()
    if let file {
      let shown = "'\(Terminal.visible(file))'"
      guard stat(file, &status) == 0 else {
        throw .usage(
          errno == ENOENT ? "there is no file \(shown)" : "cannot read \(shown): \(systemMessage())", hint: Self.naming)
      }
      guard status.st_mode & S_IFMT != S_IFDIR else {
        throw .usage("\(shown) is a folder", hint: "\(Self.naming); '--state' names the folder of one")
      }
      return (file, nil)
    }
    let folder = try StateDirectory.resolve(option: state, isRoot: geteuid() == 0) { environment[$0] }
    let mark = AuditMark(of: folder)
    let isThere = stat(folder.auditLog, &status) == 0
    guard mark != nil || isThere && (status.st_size > 0 || status.st_mode & S_IFMT != S_IFREG) else {
      throw .usage(
        "\(isThere ? "nothing stands in the" : "there is no") audit log '\(Terminal.visible(folder.auditLog))'",
        hint: "name the folder with --state; nothing was done with it yet, or the log was removed")
    }
    guard !isThere || status.st_mode & S_IFMT != S_IFDIR else {
      throw .usage(
        "the audit log '\(Terminal.visible(folder.auditLog))' is a folder",
        hint: "move it away, and look who put it there")
    }
    return (folder.auditLog, mark)
  }

  private static let naming = "name a log, such as 'log export' writes"

  /// Refuses a file that was named and is of something else.
  ///
  /// - Throws: a usage failure where no line was a record of an audit log: none would look whole.
  func expectRecords(_ count: Int, _ firstBreak: AuditReader.Break?) throws(Failure) {
    guard let file, count == 0 else { return }
    let shown = "'\(Terminal.visible(file))'"
    guard let firstBreak else { throw .usage("nothing stands in \(shown)", hint: Self.naming) }
    throw .usage("\(shown) is no audit log: line \(firstBreak.line) \(firstBreak.reason)", hint: Self.naming)
  }

  /// What a log says of itself once all of it was read.
  struct Finding {
    var path: String
    var count: Int
    var head: String
    var clockSteps: Int
    var breaks: [AuditReader.Break]
    /// In its place, and nothing tells what its end was: lines that were cut off there are not missed.
    var lacksMark: Bool

    var isWhole: Bool { breaks.isEmpty }

    /// A sentence for each place at which it is not whole.
    func say() {
      for fault in breaks {
        Entry.say("jobs-audit", "'\(Terminal.visible(path))' is not whole: line \(fault.line) \(fault.reason)")
      }
    }
  }

  /// Reads all of the log. A line that somebody writes meanwhile is waited for.
  ///
  /// - Parameter anchor: a head that was kept, which has to be met.
  func check(_ environment: [String: String], anchor: String? = nil) throws(Failure) -> Finding {
    let (path, mark) = try place(environment)
    var reader = try AuditReader(path, anchor: anchor, mark: mark)
    try reader.readAll()
    if reader.isEndTorn, file == nil, let folder = path.lastIndex(of: "/").map({ path[..<$0] }),
      let lock = try? FileLock.take("\(folder)/audit.lock", waiting: AuditLog.patience)
    {
      defer { lock.release() }
      reader = try AuditReader(path, anchor: anchor, mark: mark)
      try reader.readAll()
    }
    try expectRecords(reader.count, reader.firstBreak)
    return Finding(
      path: path, count: reader.count, head: reader.head, clockSteps: reader.clockSteps, breaks: reader.breaks,
      lacksMark: file == nil && mark == nil)
  }
}

import Glibc
package import JobsCore
import Synchronization

/// The journal of a run that goes on.
///
/// Head and plan are on the disk before the first change begins; what is appended afterwards survives the end of the process
/// at once, and a loss of power mostly: the world decides what the journal does not know.
package final class JournalFile: Sendable {
  private let descriptor: Int32
  /// The file while the run goes on; a closed one has another name.
  private let path: String
  private let closedPath: String
  private let turn = Mutex(JSONWriter())

  private init(_ descriptor: Int32, _ folder: JournalFolder, _ id: String) {
    self.descriptor = descriptor
    path = folder.openPath(id)
    closedPath = folder.closedPath(id)
  }

  deinit { Glibc.close(descriptor) }

  /// Begins the journal of a run.
  ///
  /// - Throws: a world failure where it cannot be kept, and so nothing may be changed.
  package static func create(_ journal: Journal, in folder: JournalFolder) throws(Failure) -> JournalFile {
    try folder.create()
    // Under another name until it is whole: who finds it may rely on the plan in it.
    let path = folder.newPath(journal.head.id)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw failure(path, errno) }
    let file = JournalFile(descriptor, folder, journal.head.id)
    var code = FileBytes.writeAll(descriptor, journal.beginning)
    if code == 0, fsync(descriptor) != 0 || rename(path, file.path) != 0 { code = errno }
    guard code == 0 else {
      unlink(path)
      throw failure(path, code)
    }
    try folder.sync()
    return file
  }

  /// Goes on with the journal of a run that was killed, behind its last whole line.
  package static func reopen(_ id: String, in folder: JournalFolder) throws(Failure) -> JournalFile {
    let path = folder.openPath(id)
    let bytes = try folder.bytes(path)
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw failure(path, errno) }
    let file = JournalFile(descriptor, folder, id)
    let whole = bytes.lastIndex(of: 10).map { $0 + 1 } ?? 0
    guard whole == bytes.count || ftruncate(descriptor, off_t(whole)) == 0 else { throw failure(path, errno) }
    return file
  }

  // MARK: Lines

  /// - Parameter result: the fields that the resource will have; nil where it goes.
  package func begin(_ change: Change, result: [Resource.Field]?) throws(Failure) {
    try append { Journal.begin(change.id, result, at: .now(), &$0) }
  }

  package func end(_ change: Change, _ error: String?) throws(Failure) {
    try append { Journal.ended(change, error, at: .now(), &$0) }
  }

  package func end(_ check: PostDeployCheck) throws(Failure) {
    try append { Journal.checked(check, at: .now(), &$0) }
  }

  /// - Parameters:
  ///   - approval: for what is left; nil where nobody asked for one.
  ///   - override: why it goes on though deployments are frozen.
  package func resume(
    by user: String, on host: String, approval: Journal.Head.Approval? = nil, override: String? = nil
  ) throws(Failure) {
    try append { Journal.resumed(by: user, on: host, approval, override, at: .now(), &$0) }
  }

  /// Writes how the run ended, waits for the disk, and gives the file the name of one that is over.
  package func close(_ result: Journal.Result) throws(Failure) {
    try append { Journal.closed(result, at: .now(), &$0) }
    guard fsync(descriptor) == 0, rename(path, closedPath) == 0 else { throw Self.failure(path, errno) }
  }

  private func append(_ write: (inout JSONWriter) -> Void) throws(Failure) {
    let code = turn.withLock { json in
      json.removeAll()
      write(&json)
      return FileBytes.writeAll(descriptor, json.bytes)
    }
    guard code == 0 else { throw Self.failure(path, code) }
  }

  private static func failure(_ path: String, _ code: Int32) -> Failure {
    .world(
      "cannot write the journal '\(path)': \(systemMessage(code))",
      hint: code == ENOSPC || code == EDQUOT
        ? "free some space" : "make it writable, or choose another folder with '--state DIR'")
  }
}

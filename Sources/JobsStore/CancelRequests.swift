import Glibc
package import JobsCore

/// What users ask of the daemon of a state folder, or of another process that runs jobs: to end runs.
///
/// A request is a file named for the execution, with the reason in it. Who takes requests watches the folder, and removes
/// one when it has acted on it; what is asked of the daemon while none runs waits for the next.
package struct CancelRequests: Sendable {
  package let folder: String

  /// Those of the daemon.
  package init(_ state: StateDirectory) { folder = state.path + "/requests" }

  /// Those of another process that answers for runs.
  package init(_ state: StateDirectory, of owner: ProcessIdentity) {
    folder = "\(Self.owners(state))/\(owner.pid)-\(owner.startTicks)"
  }

  /// Beside the daemon's, which need not know of them.
  private static func owners(_ state: StateDirectory) -> String { state.path + "/runners" }

  /// Whether somebody takes them, or did once, who can read what this process writes.
  package var isOpen: Bool {
    var status = stat()
    return stat(folder, &status) == 0 && status.st_uid == geteuid()
  }

  /// Begins to take requests.
  package func open() throws(Failure) { try StateDirectory.create(folder) }

  /// Takes none any more.
  package func close() {
    _ = take()
    rmdir(folder)
  }

  /// Removes what processes left that took requests and were killed.
  package static func forgetDead(_ state: StateDirectory, isAlive: (ProcessIdentity) -> Bool = { $0.isAlive }) {
    for name in FolderReader.names(in: owners(state)) {
      let numbers = name.split(separator: "-")
      guard numbers.count == 2, let pid = Int32(numbers[0]), let ticks = Int64(numbers[1]) else { continue }
      let owner = ProcessIdentity(pid: pid, startTicks: ticks, boot: ProcessIdentity.currentBoot)
      if !isAlive(owner) { CancelRequests(state, of: owner).close() }
    }
  }

  /// Asks that a run be ended.
  ///
  /// - Parameter reason: at most 1,000 bytes are handed on.
  package func ask(_ execution: ULID, reason: String) throws(Failure) {
    try open()
    try FileBytes.write(Array(reason.utf8.prefix(Self.limit)), to: "\(folder)/\(execution)")
  }

  /// Takes what was asked. A file that cannot be read is no request, and is removed with the others.
  package func take() -> [(execution: ULID, reason: String)] {
    var found: [(execution: ULID, reason: String)] = []
    for name in FolderReader.names(in: folder).sorted() {
      let path = "\(folder)/\(name)"
      if let id = ULID(name), let bytes = try? FileBytes.read(path, limit: Self.limit) {
        found.append((id, String(decoding: bytes, as: UTF8.self)))
        unlink(path)
      } else if ULID(name) != nil {
        unlink(path)
      }
    }
    return found
  }

  /// Withdraws a request that nobody has taken.
  package func withdraw(_ execution: ULID) { unlink("\(folder)/\(execution)") }

  private static let limit = 1000
}

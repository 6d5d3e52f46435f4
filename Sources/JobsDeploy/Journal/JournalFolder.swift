import Glibc
package import JobsCore
package import JobsStore

/// Where the journals of all runs are kept: `STATE/deploys`, `ID.open` for one that goes on or was killed, and `ID.ndjson`
/// for one that is over.
package struct JournalFolder: Sendable {
  package let path: String

  package init(_ state: StateDirectory) { path = "\(state.path)/deploys" }

  /// As many runs are kept, the newest.
  package static let longestHistory = 1000

  /// Of one that is being written; without its whole plan it never began.
  private static let newSuffix = ".new"
  private static let openSuffix = ".open"
  private static let closedSuffix = ".ndjson"

  func newPath(_ id: String) -> String { "\(path)/\(id)\(Self.newSuffix)" }
  func openPath(_ id: String) -> String { "\(path)/\(id)\(Self.openSuffix)" }
  func closedPath(_ id: String) -> String { "\(path)/\(id)\(Self.closedSuffix)" }

  /// The ids of runs that go on or were killed, the oldest first.
  package var openIDs: [String] { ids(Self.openSuffix) }

  /// The ids of runs that are over, the oldest first.
  package var closedIDs: [String] { ids(Self.closedSuffix) }

  private func ids(_ suffix: String) -> [String] {
    FolderReader.names(in: path).filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }
      .filter { ULID($0) != nil }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  // MARK: Reading

  /// The journals of runs that go on or were killed, the oldest first.
  package func open() throws(Failure) -> [Journal] {
    var journals: [Journal] = []
    for id in openIDs { journals.append(try read(openPath(id))) }
    return journals
  }

  /// The journals of runs that are over, the oldest first.
  package func closed() throws(Failure) -> [Journal] {
    var journals: [Journal] = []
    for id in closedIDs { journals.append(try read(closedPath(id))) }
    return journals
  }

  /// All journals, the oldest first.
  package func all() throws(Failure) -> [Journal] {
    (try closed() + open()).sorted { $0.head.id.utf8.lexicographicallyPrecedes($1.head.id.utf8) }
  }

  private func read(_ path: String) throws(Failure) -> Journal {
    try Journal(bytes(path), name: "the journal '\(path)'")
  }

  func bytes(_ path: String) throws(Failure) -> [UInt8] {
    do throws(FileBytes.ReadError) {
      return try FileBytes.read(path, limit: Journal.limit)
    } catch .system(let code) {
      throw .world("cannot read the journal '\(path)': \(systemMessage(code))", hint: "run it as its owner")
    } catch {
      throw .world("cannot read the journal '\(path)'", hint: "move it aside")
    }
  }

  // MARK: Keeping

  func create() throws(Failure) { try StateDirectory.create(path) }

  /// So that the name of a new journal survives as its bytes do.
  func sync() throws(Failure) {
    let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    // Some file systems cannot sync a folder, and keep its names without.
    guard descriptor >= 0, fsync(descriptor) == 0 || errno == EINVAL else {
      throw .world("cannot sync the folder '\(path)': \(systemMessage())", hint: "mend its disk")
    }
  }

  /// Removes the oldest runs that are over, where there are more than are kept, and what killed runs left unfinished an hour
  /// ago and longer.
  package func trim() {
    let past = Instant.now().milliseconds - 3_600_000
    for id in ids(Self.newSuffix) where ULID(id).map({ $0.milliseconds < past }) ?? false { unlink(newPath(id)) }
    for id in closedIDs.dropLast(Self.longestHistory) { unlink(closedPath(id)) }
  }
}

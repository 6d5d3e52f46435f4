import Glibc
package import JobsCore

/// What users ask of the daemon of a state folder: to end runs.
///
/// A request is a file named for the execution, with the reason in it. The daemon watches the folder, and removes a
/// request when it has acted on it; what is asked while none runs waits for the next.
package struct CancelRequests: Sendable {
  package let folder: String

  package init(_ state: StateDirectory) { folder = state.path + "/requests" }

  /// Asks that a run be ended.
  ///
  /// - Parameter reason: at most 1,000 bytes are handed on.
  package func ask(_ execution: ULID, reason: String) throws(Failure) {
    try StateDirectory.create(folder)
    try FileBytes.write(Array(reason.utf8.prefix(Self.limit)), to: "\(folder)/\(execution)")
  }

  /// Takes what was asked. A file that cannot be read is no request, and is removed with the others.
  package func take() -> [(execution: ULID, reason: String)] {
    var found: [(execution: ULID, reason: String)] = []
    for name in names() {
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

  private func names() -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return names.sorted()
  }

  private static let limit = 1000
}

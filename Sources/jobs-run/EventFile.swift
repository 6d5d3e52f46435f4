import Glibc
import JobsCore
import JobsStore

/// The data of an event in a file of this host, for as long as a run needs it.
struct EventFile {
  let path: String

  /// nil where there is no data.
  init?(_ data: [UInt8]?, in state: StateDirectory) throws(Failure) {
    guard let data else { return nil }
    let folder = "\(state.path)/events"
    try StateDirectory.create(folder)
    path = "\(folder)/\(ULIDSource.shared.next(at: Instant.now().milliseconds)).data"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .world("cannot create '\(path)': \(systemMessage())") }
    defer { close(descriptor) }
    let code = FileBytes.writeAll(descriptor, data)
    guard code == 0 else {
      unlink(path)
      throw .world("cannot write '\(path)': \(systemMessage(code))", hint: "free some space")
    }
  }

  func remove() { unlink(path) }
}

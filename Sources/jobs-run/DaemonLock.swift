import Glibc
import JobsCore
import JobsStore

/// What keeps two daemons from one state folder.
enum DaemonLock {
  /// - Throws: a failure that names the other daemon, where there is one.
  static func take(_ state: StateDirectory) throws(Failure) -> FileLock {
    try state.create()
    let path = "\(state.path)/daemon.lock"
    guard let lock = try FileLock.take(path) else {
      let number = (try? FileBytes.read(path, limit: 32)).map { String(decoding: $0.prefix { $0 > 32 }, as: UTF8.self) }
      let who = number.flatMap { Int32($0) }.map { "process \($0)" } ?? "another process"
      throw .world(
        "a daemon works with '\(state.path)' already: \(who)",
        hint: "stop it first, or choose another folder with '--state DIR'")
    }
    try lock.write(Array("\(getpid())\n".utf8))
    return lock
  }
}

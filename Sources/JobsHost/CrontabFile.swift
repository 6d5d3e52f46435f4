import Glibc
package import JobsCore

/// A crontab as a file, such as one in `/etc/cron.d` or in an image that is being built.
package struct CrontabFile: CrontabStore {
  package let path: String

  package init(path: String) { self.path = path }

  package func read() throws(Failure) -> [UInt8] {
    let shown = Terminal.visible(path)
    do throws(FileBytes.ReadError) {
      return try FileBytes.read(path, limit: largestCrontab)
    } catch {
      switch error {
      case .system(ENOENT): return []
      case .system(let code):
        throw .world("cannot read the crontab '\(shown)': \(systemMessage(code))", hint: "run it as the file's owner")
      case .notAFile(let what):
        throw .usage("the crontab '\(shown)' is \(what)", hint: "name a file, such as '/etc/cron.d/jobs'")
      case .tooLarge(let bytes, let limit):
        throw .usage("the crontab '\(shown)' has \(bytes) bytes, and \(limit) are read", hint: "name another file")
      }
    }
  }

  package func write(_ bytes: [UInt8]) throws(Failure) {
    let isNew = access(path, F_OK) != 0
    try FileBytes.write(bytes, to: path)
    // Cron passes over files that others may write.
    if isNew { chmod(path, 0o644) }
  }
}

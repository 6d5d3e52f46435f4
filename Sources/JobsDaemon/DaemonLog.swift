import Glibc
import JobsCore

/// What a daemon tells: lines of time, level, component and message, in two files or on standard error.
package final class DaemonLog {
  package enum Level: String, Sendable {
    case info, warning, error
  }

  package enum Format: String, Sendable, CaseIterable {
    case text, json
  }

  private let main: RotatingLog
  private let jobs: RotatingLog
  private let format: Format
  private let isEchoed: Bool
  private let now: () -> Int64

  /// - Parameters:
  ///   - folder: where `scheduler_main.log` and `scheduler_jobs.log` are.
  ///   - isEchoed: whether every line goes to standard error too.
  ///   - now: milliseconds since the epoch.
  package init(folder: String, format: Format, isEchoed: Bool, now: @escaping () -> Int64) {
    main = RotatingLog(path: "\(folder)/scheduler_main.log")
    jobs = RotatingLog(path: "\(folder)/scheduler_jobs.log")
    self.format = format
    self.isEchoed = isEchoed
    self.now = now
  }

  /// Lines that could not be written, such as on a full disk.
  package var lost: Int { main.lost + jobs.lost }

  /// Why they cannot be written now; nil if they can.
  package var fault: String? { main.fault ?? jobs.fault }

  /// What concerns the daemon itself.
  package func say(_ level: Level, _ component: String, _ message: String) {
    write(main, level, component, message, nil)
  }

  /// What concerns a run.
  package func run(_ level: Level, job: String, _ message: String, execution: String? = nil) {
    write(jobs, level, job, message, execution)
  }

  /// Writes what was said since the last time; to be called before each wait.
  package func flush() {
    main.flush()
    jobs.flush()
  }

  package func reopen() {
    main.reopen()
    jobs.reopen()
  }

  private func write(
    _ log: RotatingLog, _ level: Level, _ component: String, _ message: String, _ execution: String?
  ) {
    let line = line(level, component, message, execution)
    log.write(line)
    if isEchoed { _ = FileBytes.writeAll(STDERR_FILENO, Array(line.utf8) + [10]) }
  }

  private func line(_ level: Level, _ component: String, _ message: String, _ execution: String?) -> String {
    let time = Instant(milliseconds: now()).rfc3339
    guard format == .json else {
      let tail = execution.map { " execution=\($0)" } ?? ""
      return "\(time) \(level.rawValue) \(Terminal.visible(component)) \(Terminal.visible(message))\(tail)"
    }
    var json = JSONWriter()
    json.beginObject()
    json.member("time", time)
    json.member("level", level.rawValue)
    json.member("component", component)
    json.member("message", message)
    json.optional("execution", execution)
    json.endObject()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

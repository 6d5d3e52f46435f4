import CLinux
import Glibc
import JobsCore
package import JobsStore

extension Execution {
  /// Fills in how the run ended.
  ///
  /// - Parameters:
  ///   - status: as `wait4` gave it.
  ///   - stop: why the run was stopped, if it was.
  ///   - timeout: the job's, for the words of the reason.
  mutating func end(
    status: Int32, stop: RunLifecycle.Stop?, timeout: Duration?, patterns: FailurePatterns,
    stdout: HeadTail, stderr: HeadTail
  ) {
    let ending: FailureClass.Ending
    if linux_exited(status) != 0 {
      ending = .exited(linux_exit_code(status))
      exitCode = linux_exit_code(status)
    } else {
      let number = linux_term_signal(status)
      ending = .signalled(number)
      signal = number
      exitCode = 128 + number
    }
    switch (stop, ending) {
    case (.cancelled(let why), _):
      state = .cancelled
      reason = why
    case (.timeout, _):
      state = .failed
      failureClass = .timeout
      exitCode = 124
      reason = "ran longer than its timeout of \(timeout.map(Self.words) ?? "0 s")"
    case (nil, .exited(0)): state = .succeeded
    case (nil, _):
      state = .failed
      failureClass = .classify(
        ending, stderr: stderr.last(FailurePatterns.window), stdout: stdout.last(FailurePatterns.window),
        patterns: patterns)
      reason =
        switch ending {
        case .exited(let code): "exit status \(code)"
        case .signalled(let number): "ended by \(Interrupts.name(of: number))"
        }
    }
  }

  /// Fills in why the run could not start.
  package mutating func end(_ failure: LaunchFailure) {
    state = .failed
    failureClass = failure.failureClass
    exitCode = failure.exitCode
    error = failure.message
  }

  /// `90 s`, `0.25 s`.
  private static func words(_ duration: Duration) -> String {
    let milliseconds = duration.nanoseconds / 1_000_000
    guard milliseconds % 1000 != 0 else { return "\(milliseconds / 1000) s" }
    let fraction = String(1000 + milliseconds % 1000).dropFirst()
    let digits = fraction.reversed().drop { $0 == "0" }.reversed()
    return "\(milliseconds / 1000).\(String(digits)) s"
  }
}

import Glibc
package import JobsCore

/// Why a command was not started. Data of a run, not a failure of the tool: other jobs go on.
package struct LaunchFailure: Error, Hashable, Sendable, CustomStringConvertible {
  package var failureClass: FailureClass
  /// 127 where there is no such command, 126 where it cannot be executed, 125 where it was never tried.
  package var exitCode: Int32
  package var message: String
  package var hint: String?

  package init(_ failureClass: FailureClass, _ exitCode: Int32, _ message: String, hint: String? = nil) {
    self.failureClass = failureClass
    self.exitCode = exitCode
    self.message = message
    self.hint = hint
  }

  package var description: String { hint.map { "\(message); \($0)" } ?? message }

  /// Whether the host was short of something that ending runs give back.
  package var isShortage: Bool { failureClass == .resource && exitCode == 125 }

  /// What `posix_spawn` reported for a program.
  static func spawn(_ code: Int32, program: String) -> LaunchFailure {
    let message = "cannot run '\(program)': \(systemMessage(code))"
    return switch code {
    case ENOENT, ENOTDIR:
      // The program was found before, so it is what its first line names that is missing.
      LaunchFailure(
        .application, 127, "cannot run '\(program)': its interpreter is missing",
        hint: "look at what its first line, after '#!', names")
    case EACCES, EPERM:
      LaunchFailure(.permission, 126, message, hint: "make it executable, on a file system without 'noexec'")
    case ENOEXEC: LaunchFailure(.application, 126, message, hint: "a script needs a first line such as '#!/bin/sh'")
    case EISDIR, ELOOP, ENAMETOOLONG, EINVAL, ELIBBAD: LaunchFailure(.application, 126, message)
    case ETXTBSY: LaunchFailure(.resource, 126, message, hint: "somebody is writing to the program")
    case E2BIG:
      LaunchFailure(
        .resource, 126, "cannot run '\(program)': arguments and environment are too long",
        hint: "hand large values over in a file")
    case EAGAIN, ENOMEM, EMFILE, ENFILE: shortage(code, program: program)
    default: LaunchFailure(.unknown, 125, message)
    }
  }

  static func shortage(_ code: Int32, program: String) -> LaunchFailure {
    let hint =
      code == EMFILE || code == ENFILE
      ? "raise the limit of open files ('ulimit -n'), or run fewer jobs at once"
      : "a limit of processes or memory is reached; run fewer jobs at once"
    return LaunchFailure(.resource, 125, "cannot start '\(program)': \(systemMessage(code))", hint: hint)
  }
}

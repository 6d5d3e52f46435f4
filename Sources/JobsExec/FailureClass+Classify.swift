import Glibc
package import JobsCore

extension FailureClass {
  /// How a process ended that did not succeed.
  package enum Ending: Hashable, Sendable {
    case exited(Int32)
    case signalled(Int32)
  }

  /// The class of a failure, by the first of these that tells: the signal, a status that means one thing alone or that
  /// the patterns name, what
  /// the job wrote last (standard error before standard output), a status by sysexits(3).
  ///
  /// - Parameters:
  ///   - stderr: the end of what the job wrote; 16 KiB are looked at.
  package static func classify(
    _ ending: Ending, stderr: [UInt8], stdout: [UInt8], patterns: FailurePatterns = .standard
  ) -> FailureClass {
    switch ending {
    case .signalled(let signal): bySignal[signal] ?? patterns.match(stderr) ?? .unknown
    case .exited(let code):
      patterns.exitCodes[code] ?? byStatus[code] ?? patterns.match(stderr) ?? patterns.match(stdout) ?? bySysexits[code]
        ?? shellSignal(code).flatMap { bySignal[$0] } ?? .application
    }
  }

  /// A shell reports the signal n that ended its command as status 128 + n.
  private static func shellSignal(_ code: Int32) -> Int32? { (129...159).contains(code) ? code - 128 : nil }

  /// KILL that nobody here sent is the kernel's when memory is short; the next two are limits of the process.
  private static let bySignal: [Int32: FailureClass] = [
    SIGKILL: .resource, SIGXCPU: .resource, SIGXFSZ: .resource,
    SIGSEGV: .application, SIGABRT: .application, SIGBUS: .application, SIGILL: .application, SIGFPE: .application,
    SIGSYS: .permission, SIGTRAP: .application, SIGPIPE: .application,
  ]

  /// 124 is what timeout(1) ends with; 126 and 127 are the shell's.
  private static let byStatus: [Int32: FailureClass] = [124: .timeout, 126: .permission, 127: .application]

  private static let bySysexits: [Int32: FailureClass] = [
    64: .application, 65: .application, 66: .application, 67: .permission, 68: .network, 69: .network,
    70: .application, 71: .resource, 72: .application, 73: .permission, 74: .resource, 75: .network, 76: .network,
    77: .permission, 78: .application,
  ]
}

import CLinux
import Glibc
package import JobsCore
import JobsExec

/// Tells the service manager how this process fares, by the protocol of sd_notify(3) and without its library.
///
/// Where no service manager asked (`NOTIFY_SOCKET` is not set), every message is quietly dropped. One that cannot be
/// handed over is a failure, which need not stop anybody: the manager acts by its own timeouts then.
package struct ServiceNotifier: Sendable {
  private let path: String?

  /// How often to call `watchdog()`: half the time after which the manager takes this process for hung, as
  /// sd_watchdog_enabled(3) advises. nil if nobody watches.
  package let watchdogInterval: Duration?

  /// - Parameters:
  ///   - environment: `NOTIFY_SOCKET`, `WATCHDOG_USEC` and `WATCHDOG_PID` of it; what cannot be read counts as unset.
  ///   - pid: of the process that will send; a watchdog that waits for another one is none of ours.
  package init(environment: [String: String], pid: Int32 = getpid()) {
    path = environment["NOTIFY_SOCKET"].flatMap { $0.isEmpty ? nil : $0 }
    watchdogInterval = Self.watchdogInterval(environment, pid)
  }

  private static func watchdogInterval(_ environment: [String: String], _ pid: Int32) -> Duration? {
    if let watched = environment["WATCHDOG_PID"], Int32(watched) != pid { return nil }
    guard let text = environment["WATCHDOG_USEC"], let limit = UInt64(text), limit > 0, limit < UInt64(Int64.max)
    else { return nil }
    return .microseconds(Int64(limit / 2))
  }

  /// Whether a service manager listens.
  package var isActive: Bool { path != nil }

  /// The service is up, or up again after `reloading()`.
  package func ready(status: String? = nil) throws(Failure) { try send(["READY=1"], status) }

  /// The configuration is being read again; `ready()` has to follow. The time on the monotonic clock is sent along, by
  /// which units of `Type=notify-reload` tell this reload from an earlier one.
  package func reloading(status: String? = nil) throws(Failure) {
    try send(["RELOADING=1", "MONOTONIC_USEC=\(monotonicNow() / 1000)"], status)
  }

  /// The service is on its way down.
  package func stopping(status: String? = nil) throws(Failure) { try send(["STOPPING=1"], status) }

  /// What `systemctl status` shows.
  package func status(_ status: String) throws(Failure) { try send([], status) }

  /// A sign of life; due every `watchdogInterval`.
  package func watchdog() throws(Failure) { try send(["WATCHDOG=1"], nil) }

  /// Characters of a status; the manager reads no more than 4096 bytes of a message.
  private static let statusLimit = 256

  private func send(_ assignments: [String], _ status: String?) throws(Failure) {
    guard let path else { return }
    // An assignment ends with its line.
    let line = status.map { ["STATUS=\(Terminal.visible(String($0.prefix(Self.statusLimit))))"] } ?? []
    let code = Self.send((assignments + line).joined(separator: "\n"), to: path)
    guard code == 0 else {
      throw .world(
        "cannot tell the service manager at '\(Terminal.visible(path))': \(systemMessage(code))",
        hint: "NOTIFY_SOCKET comes from the service manager; unset it where this process is started by hand")
    }
  }

  /// 0, or the `errno` of the step that failed.
  private static func send(_ message: String, to path: String) -> Int32 {
    guard path.hasPrefix("/") || path.hasPrefix("@"), let address = UnixSocketAddress(path) else { return EAFNOSUPPORT }
    let number = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard number >= 0 else { return errno }
    let descriptor = FileDescriptor(number)
    // A manager that is busy is waited for, one that hangs is not.
    var patience = timeval(tv_sec: 1, tv_usec: 0)
    setsockopt(number, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    let bytes = Array(message.utf8)
    return address.withPointer { pointer, length in
      while true {
        let sent = sendto(descriptor.number, bytes, bytes.count, Int32(MSG_NOSIGNAL), pointer, length)
        if sent == bytes.count { return 0 }
        if sent >= 0 { return EMSGSIZE }
        if errno != EINTR { return errno }
      }
    }
  }
}

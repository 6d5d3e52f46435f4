import CLinux
import Glibc
import Synchronization

/// Somebody's wish that this tool stop, for one that works in many threads and ends what it began first.
///
/// While it is held the first signal is only noted; a second one ends the tool at once.
package enum StopRequest {
  private static let received = Atomic<Int32>(0)

  /// The signal that asked; nil where none did.
  package static var signal: Int32? {
    let signal = received.load(ordering: .relaxed)
    return signal == 0 ? nil : signal
  }

  /// Notes signals from now on; one that is ignored, as `SIGHUP` under nohup, stays so.
  package static func hold() {
    // Made here, since a handler must not.
    received.store(0, ordering: .relaxed)
    for signal in signals where linux_is_ignored(signal) == 0 {
      Glibc.signal(signal) { signal in
        guard StopRequest.received.exchange(signal, ordering: .relaxed) != 0 else { return }
        Glibc.signal(signal, SIG_DFL)
        raise(signal)
      }
    }
  }

  /// Lets signals end the tool again.
  package static func release() {
    for signal in signals where linux_is_ignored(signal) == 0 { Glibc.signal(signal, SIG_DFL) }
  }

  private static let signals = [SIGINT, SIGTERM, SIGHUP]
}

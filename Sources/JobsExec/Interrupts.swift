import CLinux
import Glibc
package import JobsCore

/// The signals that ask this tool to stop, received by its event loop instead of a handler.
///
/// Made at the start of a tool, before there is a second thread, for as long as it runs: the signals stay blocked in
/// the threads that follow. `SIGCHLD` is among them, so that orphans of jobs are reaped as they end.
package final class Interrupts {
  let watched: FileDescriptor
  /// Readable while a signal waits.
  package var descriptor: Int32 { watched.number }
  private var previous = sigset_t()

  /// - Parameter signals: those that ask to stop; one that is ignored, as `SIGHUP` under nohup, stays so.
  package init(signals: [Int32] = [SIGINT, SIGTERM, SIGHUP]) throws(Failure) {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals where linux_is_ignored(signal) == 0 { sigaddset(&set, signal) }
    sigaddset(&set, SIGCHLD)
    pthread_sigmask(SIG_BLOCK, &set, &previous)
    let fd = signalfd(-1, &set, Int32(SFD_CLOEXEC | SFD_NONBLOCK))
    guard fd >= 0 else {
      let words = systemMessage()
      pthread_sigmask(SIG_SETMASK, &previous, nil)
      throw .world("cannot receive signals: \(words)")
    }
    watched = FileDescriptor(fd)
  }

  deinit { pthread_sigmask(SIG_SETMASK, &previous, nil) }

  /// The next signal that waits; nil if there is none.
  package func next() -> Int32? {
    let signal = linux_next_signal(descriptor)
    return signal == 0 ? nil : signal
  }

  /// Ends this process by a signal, so that its parent sees that it was interrupted. To be called last.
  package static func end(by signal: Int32) -> Never {
    Glibc.signal(signal, SIG_DFL)
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, signal)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    raise(signal)
    // Reached only for a signal that does not end a process.
    exit(128 + signal)
  }

  /// `SIGTERM` for 15; `signal 99` for one without a name.
  package static func name(of signal: Int32) -> String {
    sigabbrev_np(signal).map { "SIG" + String(cString: $0) } ?? "signal \(signal)"
  }
}

import Glibc
import JobsCore

/// Signals that ask the tool to stop wait until a change is done whole, and its line is in the audit log.
enum HeldSignals {
  static func during<Value>(_ body: () throws(Failure) -> Value) throws(Failure) -> Value {
    var signals = sigset_t()
    var before = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
    pthread_sigmask(SIG_BLOCK, &signals, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    return try body()
  }
}

import CLinux
import Glibc
import JobsCore

/// Wakes a thread that waits for descriptors.
final class WakeUp: Sendable {
  /// Readable after `ring()`.
  let descriptor: Int32

  init() throws(Failure) {
    descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
    guard descriptor >= 0 else { throw .world("cannot create an event: \(systemMessage())") }
  }

  deinit { close(descriptor) }

  func ring() {
    var one: UInt64 = 1
    _ = write(descriptor, &one, MemoryLayout<UInt64>.size)
  }

  /// Makes it quiet again; what is looked at afterwards includes all that was rung for.
  func reset() {
    var count: UInt64 = 0
    _ = read(descriptor, &count, MemoryLayout<UInt64>.size)
  }
}

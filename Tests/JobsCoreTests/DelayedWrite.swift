import Glibc
import JobsCore

/// A write that comes a moment later from a thread of its own, which then closes its descriptor.
struct DelayedWrite {
  private var thread = pthread_t()

  init(_ bytes: [UInt8], closing descriptor: Int32) {
    final class Work: Sendable {
      let bytes: [UInt8]
      let descriptor: Int32
      init(_ bytes: [UInt8], _ descriptor: Int32) { (self.bytes, self.descriptor) = (bytes, descriptor) }
    }
    let work = Unmanaged.passRetained(Work(bytes, descriptor)).toOpaque()
    pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        let work = Unmanaged<Work>.fromOpaque(argument).takeRetainedValue()
        usleep(20_000)
        _ = FileBytes.writeAll(work.descriptor, work.bytes)
        close(work.descriptor)
        return nil
      }, work)
  }

  func join() { pthread_join(thread, nil) }
}

import Glibc

/// A reader that begins a moment later, on a thread of its own.
struct DelayedRead {
  private var thread = pthread_t()

  /// - Parameter count: the bytes after which it stops.
  init(_ descriptor: Int32, count: Int) {
    final class Work: Sendable {
      let descriptor: Int32
      let count: Int
      init(_ descriptor: Int32, _ count: Int) { (self.descriptor, self.count) = (descriptor, count) }
    }
    let work = Unmanaged.passRetained(Work(descriptor, count)).toOpaque()
    pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        let work = Unmanaged<Work>.fromOpaque(argument).takeRetainedValue()
        usleep(20_000)
        var chunk = [UInt8](repeating: 0, count: 4096)
        var total = 0
        while total < work.count {
          let got = read(work.descriptor, &chunk, chunk.count)
          guard got > 0 else { break }
          total += got
        }
        return UnsafeMutableRawPointer(bitPattern: total)
      }, work)
  }

  /// The bytes that were read.
  func join() -> Int {
    var result: UnsafeMutableRawPointer?
    pthread_join(thread, &result)
    return Int(bitPattern: result)
  }
}

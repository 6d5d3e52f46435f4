package import CLinux
import Glibc
package import JobsCore

/// Waits for descriptors, each known by a token.
package struct EventLoop: ~Copyable {
  private let epoll: FileDescriptor
  private var events: [epoll_event]

  /// Readable while something waits to be reported, so that one loop can watch another.
  package var descriptor: FileDescriptor { epoll }

  package init() throws(Failure) {
    let fd = epoll_create1(Int32(EPOLL_CLOEXEC))
    guard fd >= 0 else { throw .world("cannot create an event queue: \(systemMessage())") }
    epoll = FileDescriptor(fd)
    events = Array(repeating: linux_event(0, 0), count: 64)
  }

  /// Reports a descriptor whenever `events` hold, or its other end is gone; false, with `errno`, if the kernel is
  /// short of memory or watches. Closing the descriptor ends that.
  package func watch(_ descriptor: FileDescriptor, token: UInt64, events: EPOLL_EVENTS = EPOLLIN) -> Bool {
    watch(descriptor.number, token: token, events: events)
  }

  package func watch(_ descriptor: Int32, token: UInt64, events: EPOLL_EVENTS = EPOLLIN) -> Bool {
    var event = linux_event(events.rawValue, token)
    return epoll_ctl(epoll.number, EPOLL_CTL_ADD, descriptor, &event) == 0
  }

  /// Asks for reports about a watched descriptor, or for none.
  package func change(_ descriptor: Int32, token: UInt64, events: EPOLL_EVENTS?) {
    var event = linux_event(events?.rawValue ?? 0, token)
    _ = epoll_ctl(epoll.number, EPOLL_CTL_MOD, descriptor, &event)
  }

  func forget(_ descriptor: Int32) {
    var event = linux_event(0, 0)
    _ = epoll_ctl(epoll.number, EPOLL_CTL_DEL, descriptor, &event)
  }

  /// The tokens that are ready.
  ///
  /// - Parameter nanoseconds: the longest wait, rounded up to milliseconds; nil to wait for as long as it takes.
  package mutating func wait(nanoseconds: Int64?) -> [UInt64] {
    let timeout = nanoseconds.map { Int32(min(max($0, 0) / 1_000_000 + ($0 % 1_000_000 > 0 ? 1 : 0), 86_400_000)) }
    let count = epoll_wait(epoll.number, &events, Int32(events.count), timeout ?? -1)
    // An interrupted wait is a wait that was short.
    return count > 0 ? events.prefix(Int(count)).map { linux_event_token($0) } : []
  }
}

/// Nanoseconds of a clock that only goes forward, and stands still while the host sleeps.
package func monotonicNow() -> Int64 {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
}

extension Duration {
  /// Whole nanoseconds; what does not fit is the largest or smallest there is.
  package var nanoseconds: Int64 {
    let (seconds, attoseconds) = components
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    guard !overflow else { return seconds < 0 ? .min : .max }
    return product.addingReportingOverflow(attoseconds / 1_000_000_000).partialValue
  }
}

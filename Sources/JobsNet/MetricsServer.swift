import CLinux
import Glibc
package import JobsCore
package import JobsExec

/// Answers `GET /metrics` on a Unix socket or a port of this host, driven by somebody else's event loop.
///
/// Whoever owns it watches `descriptor` and calls `handle()` when that is readable; nothing ever blocks, and without
/// clients nothing wakes up. At most 16 clients are served at once, the others wait; one that takes longer than five
/// seconds is dropped. The socket's file goes when the server goes.
package final class MetricsServer {
  private let listener: MetricsListener
  private let text: () -> MetricsText
  private var loop: EventLoop
  /// Readable when the oldest connection has had its time.
  private let timer: FileDescriptor
  private var connections: [UInt64: MetricsConnection] = [:]
  private var isListening = true
  /// Short of descriptors or memory: those who wait are looked at again when the timer says so.
  private var isShort = false
  private var nextToken: UInt64 = 2

  private static let listenerToken: UInt64 = 0
  private static let timerToken: UInt64 = 1

  /// Clients at once.
  static let connectionLimit = 16
  private let patience: Int64

  /// - Parameters:
  ///   - patience: how long a client may take, from its coming to its going.
  ///   - text: makes the page, at each request; called by `handle()`.
  /// - Throws: a failure if the place cannot be had; a socket that a killed server left is replaced.
  package init(_ address: MetricsAddress, patience: Duration = .seconds(5), text: @escaping () -> MetricsText)
    throws(Failure)
  {
    listener = try MetricsListener(address)
    self.text = text
    self.patience = patience.nanoseconds
    loop = try EventLoop()
    let number = timerfd_create(CLOCK_MONOTONIC, Int32(TFD_CLOEXEC | TFD_NONBLOCK))
    guard number >= 0 else { throw .world("cannot create a timer for metrics: \(systemMessage())") }
    timer = FileDescriptor(number)
    guard loop.watch(listener.descriptor, token: Self.listenerToken), loop.watch(timer, token: Self.timerToken) else {
      throw .world("cannot watch the socket of metrics: \(systemMessage())")
    }
  }

  /// Readable when `handle()` has something to do.
  package var descriptor: FileDescriptor { loop.descriptor }

  /// Where it is reached, with the port that was taken.
  package var address: MetricsAddress { listener.address }

  /// Does what can be done without waiting.
  package func handle() {
    for token in loop.wait(nanoseconds: 0) {
      if token == Self.listenerToken {
        accept()
      } else if token == Self.timerToken {
        isShort = false
      } else if let connection = connections[token] {
        follow(connection.proceed(), connection, token)
      }
    }
    let now = monotonicNow()
    connections = connections.filter { $0.value.deadline > now }
    listen(connections.count < Self.connectionLimit && !isShort)
    startTimer(now)
  }

  private func accept() {
    while connections.count < Self.connectionLimit {
      let number = linux_accept(
        listener.descriptor.number, Int32(SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue))
      guard number >= 0 else {
        isShort = ![EAGAIN, ECONNABORTED, EINTR].contains(errno)
        return
      }
      let connection = MetricsConnection(FileDescriptor(number), deadline: monotonicNow() + patience)
      let token = nextToken
      nextToken += 1
      guard loop.watch(connection.descriptor, token: token) else { continue }
      connections[token] = connection
      follow(connection.proceed(), connection, token)
    }
  }

  private func follow(_ step: MetricsConnection.Step, _ connection: MetricsConnection, _ token: UInt64) {
    switch step {
    case .wait(let events): loop.change(connection.descriptor.number, token: token, events: events)
    case .done: connections[token] = nil
    case .ask(let request): follow(connection.answer(reply(request)), connection, token)
    }
  }

  private func reply(_ request: MetricsRequest) -> MetricsReply {
    switch request {
    case .metrics(let isHead): .metrics(text(), isHead: isHead)
    case .refused(let status): .refused(status)
    case .incomplete: .refused(400)
    }
  }

  private func listen(_ isOpen: Bool) {
    guard isOpen != isListening else { return }
    isListening = isOpen
    loop.change(listener.descriptor.number, token: Self.listenerToken, events: isOpen ? EPOLLIN : nil)
  }

  /// Wakes the loop at the next deadline, and after a second where it is short of something.
  private func startTimer(_ now: Int64) {
    var number: UInt64 = 0
    _ = read(timer.number, &number, MemoryLayout<UInt64>.size)
    let next = (connections.values.map(\.deadline) + (isShort ? [now + 1_000_000_000] : [])).min()
    _ = linux_timer_start(timer.number, next.map { max($0 - now, 1) } ?? 0)
  }
}

import CLinux
import Glibc
import JobsExec

/// One client of the metrics server.
final class MetricsConnection {
  enum Step {
    /// Waits for the client, to read or to write.
    case wait(EPOLL_EVENTS)
    /// The request has come: call `answer`.
    case ask(MetricsRequest)
    /// Over; to be let go.
    case done
  }

  let descriptor: FileDescriptor
  /// On the monotonic clock, in nanoseconds.
  let deadline: Int64
  private var input: [UInt8] = []
  private var output: [UInt8] = []
  private var sent = 0
  private var state = State.reading

  private enum State {
    case reading, writing
    /// The reply is out. Until the client has closed too, what it still sends is read away: closing over unread bytes
    /// would reset the connection, and the reply could be lost with it.
    case lingering
  }

  init(_ descriptor: FileDescriptor, deadline: Int64) {
    self.descriptor = descriptor
    self.deadline = deadline
  }

  /// Goes on as far as the client allows.
  func proceed() -> Step {
    switch state {
    case .reading: read()
    case .writing: write()
    case .lingering: linger()
    }
  }

  func answer(_ reply: MetricsReply) -> Step {
    output = reply.bytes
    input = []
    state = .writing
    return write()
  }

  private func read() -> Step {
    while true {
      let (count, code) = receive()
      if count > 0 {
        let request = MetricsRequest(input)
        if request != .incomplete { return .ask(request) }
      } else if code == EAGAIN {
        return .wait(EPOLLIN)
      } else {
        return .done
      }
    }
  }

  private func write() -> Step {
    while sent < output.count {
      let count = output.withUnsafeBytes {
        send(descriptor.number, $0.baseAddress! + sent, $0.count - sent, Int32(MSG_NOSIGNAL))
      }
      if count >= 0 {
        sent += count
      } else if errno == EAGAIN {
        return .wait(EPOLLOUT)
      } else if errno != EINTR {
        return .done
      }
    }
    shutdown(descriptor.number, Int32(SHUT_WR))
    state = .lingering
    return linger()
  }

  /// One round only: a client that sends for ever must not keep the others waiting.
  private func linger() -> Step {
    input = []
    let (count, code) = receive()
    return count > 0 || code == EAGAIN ? .wait(EPOLLIN) : .done
  }

  /// Reads once, into `input`; 0 and 0 at the end.
  private func receive() -> (count: Int, code: Int32) {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = recv(descriptor.number, &buffer, buffer.count, 0)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return (0, count < 0 ? errno : 0) }
      input += buffer[..<count]
      return (count, 0)
    }
  }
}

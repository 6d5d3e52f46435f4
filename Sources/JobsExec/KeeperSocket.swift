import CKeeper
import CLinux
import Glibc

/// A client's end of the socket to its keeper.
struct KeeperSocket {
  enum Received {
    case report(keeper_report)
    case nothing
    /// The keeper is gone, or says what no keeper says.
    case gone
  }

  let descriptor: FileDescriptor

  /// One packet, if the socket takes it now.
  ///
  /// - Returns: 0 or an `errno`; `EAGAIN` where it is full.
  func send(_ packet: [UInt8], _ descriptors: [Int32] = []) -> Int32 {
    while linux_send(descriptor.number, packet, packet.count, descriptors, descriptors.count) < 0 {
      if errno != EINTR { return errno }
    }
    return 0
  }

  func receive(waiting: Bool) -> Received {
    var report = keeper_report()
    while true {
      let count = withUnsafeMutableBytes(of: &report) {
        recv(descriptor.number, $0.baseAddress, $0.count, waiting ? 0 : Int32(MSG_DONTWAIT))
      }
      if count == MemoryLayout<keeper_report>.size { return .report(report) }
      if count < 0 && errno == EINTR { continue }
      return count < 0 && errno == EAGAIN ? .nothing : .gone
    }
  }

  /// Waits until the socket takes or has something.
  func waitForChange() {
    var ready = pollfd(fd: descriptor.number, events: Int16(POLLIN | POLLOUT), revents: 0)
    poll(&ready, 1, -1)
  }
}

import CLinux
import Glibc
package import JobsCore

/// A part of a tool's work that goes on when the tool has ended, its terminal is closed and its caller has gone.
package enum Detachment {
  /// What the detached process tells the one that it came from.
  package final class Channel {
    private var descriptor: FileDescriptor?

    fileprivate init(_ descriptor: Int32) { self.descriptor = FileDescriptor(descriptor) }

    /// Tells everything there is to tell; the old process waits for nothing else. Later calls tell nothing.
    package func send(_ bytes: [UInt8]) {
      guard let descriptor else { return }
      _ = FileBytes.writeAll(descriptor.number, bytes)
      self.descriptor = nil
    }
  }

  /// Does work in a new process, which leads a session of its own, has `/dev/null` for its standard streams and no
  /// descriptor that this process was given: a pipe of its caller's ends, and so does the lock of a wrapper.
  ///
  /// To be called while there is one thread alone, and before anything is open that two processes must not share.
  /// - Parameter work: done by the new process, which ends with it, and nothing else is.
  /// - Returns: in the old process, what the new one told; nothing if it ended first.
  package static func run(_ work: (Channel) -> Void) throws(Failure) -> [UInt8] {
    var ends: [Int32] = [-1, -1]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { throw cannot(errno) }
    defer { for end in ends { close(end) } }
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    guard null >= 0 else { throw cannot(errno) }
    defer { close(null) }
    let pid = linux_fork()
    guard pid >= 0 else { throw cannot(errno) }
    guard pid > 0 else {
      setsid()
      close(ends[0])
      for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] { dup2(null, stream) }
      closeInherited()
      work(Channel(ends[1]))
      _exit(0)
    }
    close(ends[1])
    ends[1] = -1
    do throws(FileBytes.ReadError) {
      return try FileBytes.readAll(ends[0], limit: limit)
    } catch {
      throw .world("cannot tell whether the jobs began: the process that runs them cannot be heard")
    }
  }

  /// Closes what a caller left open for its programs; what is ours closes on exec.
  private static func closeInherited() {
    for descriptor in ProcessTable.numbers(in: "/proc/self/fd") where descriptor > STDERR_FILENO {
      let flags = fcntl(descriptor, F_GETFD)
      if flags >= 0, flags & FD_CLOEXEC == 0 { close(descriptor) }
    }
  }

  private static func cannot(_ code: Int32) -> Failure {
    .world(
      "cannot go on in the background: \(systemMessage(code))", hint: "leave --detach out, or end something else first")
  }

  /// Bytes that may be told.
  private static let limit = 64 << 20
}

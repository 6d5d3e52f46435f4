import CLinux
import Glibc

/// A pipe whose ends are never 0, 1 or 2, so that redirecting one cannot overwrite the other.
struct Pipe {
  var read: FileDescriptor
  var write: FileDescriptor

  init(for program: String) throws(LaunchFailure) {
    var ends: [Int32] = [-1, -1]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { throw .shortage(errno, program: program) }
    read = FileDescriptor(ends[0])
    write = FileDescriptor(ends[1])
    guard read.moveAboveStandard(), write.moveAboveStandard() else { throw .shortage(errno, program: program) }
    // Ours alone: the job expects writes that wait.
    _ = fcntl(read.number, F_SETFL, O_NONBLOCK)
  }
}

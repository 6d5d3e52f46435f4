import Glibc

/// A descriptor that is closed when nobody holds it any more.
package final class FileDescriptor {
  package private(set) var number: Int32

  package init(_ number: Int32) { self.number = number }

  deinit { close(number) }

  /// Gives the file a number above those of standard input, output and error; false, with `errno`, if none is left.
  func moveAboveStandard() -> Bool {
    guard number <= 2 else { return true }
    let moved = fcntl(number, F_DUPFD_CLOEXEC, 3)
    guard moved >= 0 else { return false }
    close(number)
    number = moved
    return true
  }
}

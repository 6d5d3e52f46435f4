import Glibc
import JobsCore

/// When the bytes of an output file came, in a small file beside it: `OFFSET MILLISECONDS` a line, which says that the
/// bytes from an offset on came at a time since the epoch, up to the next line's offset.
///
/// A line is added at most every 100 ms while output comes, and more seldom once there are many, so that a noisy job
/// that runs for a day has some megabytes of them at most. There is no such file if everything came at once: the time of
/// the last change of the output file says it then. What cannot be written is left out; a log without times is a log.
struct OutputTimes {
  private let output: String
  private var marks = 0
  /// The first mark, which is written with the second.
  private var first: (offset: Int, time: Int64)?
  private var last: Int64 = 0

  /// - Parameter path: of the output file.
  init(of path: String) { output = path }

  static func path(of output: String) -> String { "\(output).times" }

  /// Tells that bytes came.
  ///
  /// - Parameters:
  ///   - offset: in the output file, of the first of them.
  ///   - now: milliseconds since the epoch.
  mutating func mark(_ offset: Int, now: Int64) {
    guard let first else {
      self.first = (offset, now)
      last = now
      return
    }
    // A clock that was set back begins anew.
    guard now < last || now - last >= Self.interval << min(marks / Self.patience, 20) else { return }
    var lines = "\(offset) \(now)\n"
    if marks == 0 { lines = "\(first.offset) \(first.time)\n" + lines }
    marks += 1
    last = now
    let flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW
    let fd = open(Self.path(of: output), flags, 0o600)
    guard fd >= 0 else { return }
    _ = FileBytes.writeAll(fd, Array(lines.utf8))
    close(fd)
  }

  /// Milliseconds between two marks, which double with each `patience` of them.
  static let interval: Int64 = 100
  static let patience = 16384
}

import Glibc
import JobsCore

/// What stands behind standard input, and whether a verb without a path is meant to read it.
package enum StandardInput {
  /// `-` where something is piped or redirected in that may be a stream, else the working directory.
  ///
  /// A pipe counts even when it turns out to be empty: the tool on its left may have failed, and what lies in this
  /// folder is not what was asked for. A file counts by its first byte, since loops of shells redirect others.
  package static var defaultPath: String {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { return "." }
    switch status.st_mode & S_IFMT {
    case S_IFIFO, S_IFSOCK: return "-"
    case S_IFREG:
      var first: UInt8 = 0
      let got = pread(STDIN_FILENO, &first, 1, lseek(STDIN_FILENO, 0, SEEK_CUR))
      return got == 1 && first == UInt8(ascii: "{") ? "-" : "."
    default: return "."
    }
  }

  /// Says what is waited for, if nothing comes for a while and nobody asked to read standard input.
  package static func sayIfWaiting(_ tool: String, _ verb: String) {
    var ready = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, patience) == 0 else { return }
    Entry.say(
      tool, "'\(verb)' waits for records on standard input", level: "note",
      hint: "name a path, such as '.', to read manifests instead")
  }

  /// Milliseconds; tools on the left of a pipe begin to write sooner.
  private static let patience: Int32 = 3000
}

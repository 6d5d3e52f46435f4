import Glibc
import JobsCore

/// A file that is read as it streams by, or standard input for '-'.
enum InputDescriptor {
  /// Opens what a path names, hands it on with what messages call it, and closes it.
  static func read(
    _ path: String, _ body: (_ descriptor: Int32, _ name: String) throws(Failure) -> Void
  ) throws(Failure) {
    guard path != "-" else { return try body(STDIN_FILENO, "standard input") }
    let name = "'\(Terminal.visible(path))'"
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw .usage("cannot read \(name): \(systemMessage())") }
    defer { close(descriptor) }
    try body(descriptor, name)
  }
}

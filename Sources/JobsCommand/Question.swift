import Glibc
package import JobsCore

/// Asks before something is done that cannot be undone.
package enum Question {
  /// Whether it may be done.
  ///
  /// The question goes to `/dev/tty`, since standard input may be a stream.
  /// - Parameters:
  ///   - text: such as `delete 3 dead letters?`.
  ///   - isAnswered: whether `--yes` was given, so that nothing is asked.
  /// - Throws: a usage failure if there is nobody to ask.
  package static func confirm(_ text: String, isAnswered: Bool) throws(Failure) -> Bool {
    if isAnswered { return true }
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else {
      throw .usage("nobody can be asked: \(text)", hint: "there is no terminal; --yes answers it")
    }
    defer { close(terminal) }
    _ = FileBytes.writeAll(terminal, Array("\(text) [y/N] ".utf8))
    var answer: [UInt8] = []
    var byte: UInt8 = 0
    while answer.count < 16, read(terminal, &byte, 1) == 1, byte != 10 { answer.append(byte) }
    return ["y", "yes"].contains(String(decoding: answer, as: UTF8.self).lowercased())
  }
}

import Glibc
package import JobsCore

/// Asks the person at the terminal, since standard input may be a stream.
package enum Question {
  /// - Throws: a usage failure where there is no terminal, or the answer is not yes.
  package static func ask(_ question: String) throws(Failure) {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else {
      throw .usage("there is no terminal on which to ask '\(question)'", hint: "add --yes")
    }
    defer { close(terminal) }
    _ = FileBytes.writeAll(terminal, Array("\(question) [y/N] ".utf8))
    var answer = [UInt8](repeating: 0, count: 256)
    let count = read(terminal, &answer, answer.count)
    let word = String(decoding: answer.prefix(max(count, 0)), as: UTF8.self).lowercased()
      .prefix { $0 != "\n" && $0 != "\r\n" }
    guard word == "y" || word == "yes" else {
      throw .usage("the answer was not yes, so nothing was changed", hint: nil)
    }
  }
}

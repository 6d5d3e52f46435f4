import Glibc
package import JobsCore

/// Asks the person at the terminal, since standard input may be a stream.
package enum Question {
  /// - Throws: a usage failure where there is no terminal, or the answer is not yes.
  package static func ask(_ question: String) throws(Failure) {
    let word = try answer(to: "\(question) [y/N]", asked: question, hint: "add --yes").lowercased()
    guard word == "y" || word == "yes" else {
      throw .usage("the answer was not yes, so nothing was changed", hint: nil)
    }
  }

  /// Asks for words to be typed, so that nobody confirms by habit.
  ///
  /// - Throws: a usage failure where there is no terminal, or the answer is another.
  package static func ask(toType words: String, hint: String) throws(Failure) {
    guard try answer(to: "type '\(words)' to go on:", asked: "type '\(words)' to go on", hint: hint) == words else {
      throw .usage("the answer was not '\(words)', so nothing was changed", hint: nil)
    }
  }

  private static func answer(to prompt: String, asked question: String, hint: String) throws(Failure) -> String {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else {
      throw .usage("there is no terminal on which to ask '\(question)'", hint: hint)
    }
    defer { close(terminal) }
    _ = FileBytes.writeAll(terminal, Array("\(prompt) ".utf8))
    var answer = [UInt8](repeating: 0, count: 256)
    let count = read(terminal, &answer, answer.count)
    return String(String(decoding: answer.prefix(max(count, 0)), as: UTF8.self).prefix { $0 != "\n" && $0 != "\r\n" })
  }
}

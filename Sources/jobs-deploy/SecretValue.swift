import Glibc
import JobsCore

/// The value of a secret as somebody hands it in.
enum SecretValue {
  /// What both clouds take (cloud.google.com/secret-manager/quotas, docs.aws.amazon.com/secretsmanager/latest/userguide/
  /// reference_limits.html, 2026-11).
  private static let limit = 65_536

  /// - Throws: a usage failure for no value, one that is too large, and a terminal, which would show it.
  static func read(_ options: SecretValueOptions) throws(Failure) -> [UInt8] {
    var bytes = if let file = options.file { try read(file: file) } else { try readInput() }
    if !options.keepNewline, bytes.last == UInt8(ascii: "\n") {
      bytes.removeLast()
      if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    }
    guard !bytes.isEmpty else {
      throw .usage(
        "the value is empty, and nothing was changed", hint: "such as printf %s \"$TOKEN\" | jobs-deploy secret …")
    }
    guard bytes.count <= limit else { throw tooLarge }
    return bytes
  }

  private static let tooLarge = Failure.usage(
    "the value is larger than 64 KiB, which no cloud keeps, and nothing was changed",
    hint: "keep a file in a bucket, and its key as the secret")

  private static func readInput() throws(Failure) -> [UInt8] {
    guard isatty(STDIN_FILENO) == 0 else {
      throw .usage(
        "the value is read from standard input, and a terminal would show it",
        hint: "pipe it in, or name a file by --file")
    }
    do throws(FileBytes.ReadError) {
      // A line break may be dropped.
      return try FileBytes.readAll(STDIN_FILENO, limit: limit + 2)
    } catch {
      if case .tooLarge = error { throw tooLarge }
      throw .usage("cannot read the value from standard input", hint: "pipe it in, or name a file by --file")
    }
  }

  private static func read(file path: String) throws(Failure) -> [UInt8] {
    do throws(FileBytes.ReadError) {
      return try FileBytes.read(path, limit: limit + 2)
    } catch {
      switch error {
      case .system(let code):
        throw .usage("cannot read '\(Terminal.visible(path))': \(systemMessage(code))", hint: "name a file by --file")
      case .notAFile: throw .usage("'\(Terminal.visible(path))' is no file", hint: "name a file by --file")
      case .tooLarge: throw tooLarge
      }
    }
  }
}

import JobsCore
import JobsExec
import JobsManifest

/// A file of `NAME=value` lines that is read when a job starts.
///
/// A value is what stands behind the `=`, up to the end of the line; one pair of quotes round it is taken off, and
/// nothing is expanded. Empty lines and those that begin with `#` are passed over, and so is the word `export`.
enum EnvFile {
  static func read(_ path: String) throws(LaunchFailure) -> [Pair] {
    let bytes: [UInt8]
    do throws(FileBytes.ReadError) {
      bytes = try FileBytes.read(path, limit: limit)
    } catch {
      throw failure(error, path)
    }
    return try parse(bytes, path: path)
  }

  static func parse(_ bytes: [UInt8], path: String) throws(LaunchFailure) -> [Pair] {
    guard bytes.withUnsafeBufferPointer({ UTF8Check.firstInvalid($0, 0..<$0.count) }) == nil else {
      throw LaunchFailure(
        .application, 125, "the envFile '\(Terminal.visible(path))' is not UTF-8", hint: "save it as UTF-8")
    }
    var pairs: [Pair] = []
    for (number, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      var text = trimmed(line)
      if text.isEmpty || text.first == UInt8(ascii: "#") { continue }
      if text.starts(with: "export ".utf8) { text = trimmed(text.dropFirst(7)) }
      guard let equals = text.firstIndex(of: UInt8(ascii: "=")), equals > text.startIndex else {
        throw LaunchFailure(
          .application, 125, "line \(number + 1) of the envFile '\(Terminal.visible(path))' is not NAME=value",
          hint: "write one variable a line, '#' before a comment")
      }
      let name = String(decoding: trimmed(text[..<equals]), as: UTF8.self)
      pairs.append(Pair(name, String(decoding: unquoted(trimmed(text[(equals + 1)...])), as: UTF8.self)))
    }
    return pairs
  }

  private static let limit = 1 << 20

  private static func failure(_ error: FileBytes.ReadError, _ path: String) -> LaunchFailure {
    let why =
      switch error {
      case .system(let code): systemMessage(code)
      case .notAFile(let kind): "it is \(kind)"
      case .tooLarge: "it is larger than \(limit >> 20) MiB"
      }
    return LaunchFailure(
      .application, 125, "cannot read the envFile '\(Terminal.visible(path))': \(why)",
      hint: "correct 'envFile'; a relative path starts at the job's folder")
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    while let last = line.last, last == 32 || last == 9 || last == 13 { line.removeLast() }
    return line.drop { $0 == 32 || $0 == 9 }
  }

  private static func unquoted(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard value.count > 1, let first = value.first, first == value.last,
      first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    else { return value }
    return value.dropFirst().dropLast()
  }
}

/// Words as a POSIX shell reads them back.
enum ShellWord {
  /// The word as it is where nothing in it means anything to a shell, and in single quotes otherwise.
  static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy { byte in
        byte | 32 >= UInt8(ascii: "a") && byte | 32 <= UInt8(ascii: "z") || byte >= 48 && byte <= 57
          || "_./@+-:,".utf8.contains(byte)
      }
    if isPlain { return word }
    var out: [UInt8] = [UInt8(ascii: "'")]
    for byte in word.utf8 {
      if byte == UInt8(ascii: "'") { out += "'\\''".utf8 } else { out.append(byte) }
    }
    return String(decoding: out + [UInt8(ascii: "'")], as: UTF8.self)
  }

  /// A whole command line.
  static func line(_ words: [String]) -> String { words.map(quoted).joined(separator: " ") }
}

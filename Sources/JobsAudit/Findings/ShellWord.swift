/// A word as a shell takes it as one.
package enum ShellWord {
  /// In single quotes where it needs them (POSIX.1-2024, Shell Command Language 2.2.2).
  package static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "-._/:@%+,=".utf8.contains(byte)
        }
      }
    guard !isPlain else { return word }
    let quote = UInt8(ascii: "'")
    var quoted = [quote]
    quoted.reserveCapacity(word.utf8.count + 2)
    for byte in word.utf8 { if byte == quote { quoted += #"'\''"#.utf8 } else { quoted.append(byte) } }
    return String(decoding: quoted + [quote], as: UTF8.self)
  }
}

/// A file's name as a patch writes it.
enum PatchName {
  /// The name as it is; with blanks in it a tab ends it, and what would break the line is quoted as in C, as Git does.
  static func text(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 < 32 || $0 == 127 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") })
    else {
      return name.utf8.contains(32) ? name + "\t" : name
    }
    var text: [UInt8] = [UInt8(ascii: "\"")]
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += [UInt8(ascii: "\\"), byte]
      case ..<32, 127:
        let octal = String(byte, radix: 8)
        text += "\\\(String(repeating: "0", count: 3 - octal.utf8.count))\(octal)".utf8
      default: text.append(byte)
      }
    }
    return String(decoding: text + [UInt8(ascii: "\"")], as: UTF8.self)
  }
}

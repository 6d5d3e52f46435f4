import JobsCore

extension StateDirectory {
  /// The file of the lock that a name means, the same for every tool that works with this folder.
  ///
  /// Names of letters, digits and `.`, `_` and `-` are names of files as they stand. Of others each byte that is none of
  /// these is written as `%` and two digits, and what is too long for a file is cut and told apart by its hash.
  package static func lockFile(_ name: String, in folder: String) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var file: [UInt8] = []
    for (at, byte) in name.utf8.enumerated() {
      let isPlain =
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"):
          true
        case UInt8(ascii: "."), UInt8(ascii: "-"): at > 0
        default: false
        }
      file += isPlain ? [byte] : [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
    }
    if file.isEmpty { file = [UInt8(ascii: "%")] }
    if file.count > 128 { file = file.prefix(100) + Array("%\(String(name.utf8.fnv1a64, radix: 16))".utf8) }
    return "\(folder)/\(String(decoding: file, as: UTF8.self))"
  }
}

/// Files of a zone database that a test makes.
package enum ZoneFile {
  /// A TZif file (RFC 9636, version 2) of a zone whose clock never changes.
  ///
  /// - Parameter offset: seconds east of UTC, less than a day either way.
  package static func bytes(offset: Int32) -> [UInt8] {
    let size = abs(offset)
    let parts = [size / 3600, size / 60 % 60, size % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    // The rule counts west of UTC.
    let rule = "<TST>\(offset > 0 ? "-" : "")\(parts.joined(separator: ":"))"
    return block(offset) + block(offset) + Array("\n\(rule)\n".utf8)
  }

  /// A header and its data: one kind of local time, of the name `TST`, and no transition.
  private static func block(_ offset: Int32) -> [UInt8] {
    let counts: [Int32] = [0, 0, 0, 0, 1, 4]
    let header = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15) + counts.flatMap(bigEndian)
    return header + bigEndian(offset) + [0, 0] + Array("TST\0".utf8)
  }

  private static func bigEndian(_ number: Int32) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
  }
}

/// The comment that names a job above its line in a crontab, by which a later deployment knows the line as its own.
package enum CrontabMarker {
  /// What stands in front of the job's part.
  package static let prefix = "# jobs: "

  /// The longest part behind the prefix, in bytes; lines of a crontab have at most 1,000 characters (cron 3.0pl1).
  private static let longest = 240

  /// The part for a job's id: letters, digits and `. _ - /` as they are, every other byte as `_`.
  ///
  /// Two ids may have one marker ("nightly report" and "nightly_report"), which a rule across files reports.
  package static func name(of id: String) -> String {
    let bytes = id.utf8.prefix(longest).map { byte -> UInt8 in
      switch byte {
      case 48...57, 65...90, 97...122, UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "/"): byte
      default: UInt8(ascii: "_")
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The whole line, without a line break.
  package static func line(of id: String) -> String { prefix + name(of: id) }

  /// The part of a line that is a marker; nil for any other line.
  package static func name(in line: some StringProtocol) -> String? {
    guard line.utf8.starts(with: prefix.utf8) else { return nil }
    let name = line.dropFirst(prefix.count)
    return name.isEmpty ? nil : String(name)
  }
}

package import JobsCore

/// Where a crontab is kept.
package protocol CrontabStore: Sendable {
  /// The whole text; empty where there is none yet.
  func read() throws(Failure) -> [UInt8]

  /// Replaces the text, whole or not at all.
  func write(_ bytes: [UInt8]) throws(Failure)
}

/// Larger tables are refused, in bytes.
let largestCrontab = 16 << 20

import JobsCore
import JobsManifest

/// A line that a job wrote.
struct LogLine {
  /// Without its line break.
  let text: ArraySlice<UInt8>
  /// When it came, in milliseconds since the epoch, as exactly as it is known.
  let time: Int64
}

/// Which lines are shown.
struct LogFilter {
  private let pattern: [UInt8]
  private let ignoresCase: Bool
  private let expression: LinePattern?
  private let since: Int64

  /// - Parameters:
  ///   - pattern: a text that a line has to hold; nil for all lines.
  ///   - ignoresCase: of ASCII letters.
  ///   - expression: what a line has to match; nil for all lines.
  ///   - since: milliseconds since the epoch.
  init(pattern: String? = nil, ignoresCase: Bool = false, expression: LinePattern? = nil, since: Int64? = nil) {
    self.expression = expression
    let bytes = Array((pattern ?? "").utf8)
    self.pattern = ignoresCase ? bytes.map(Self.lowered) : bytes
    self.ignoresCase = ignoresCase
    self.since = since ?? .min
  }

  func matches(_ line: LogLine) -> Bool {
    guard line.time >= since else { return false }
    if let expression { return expression.matches(line.text) }
    guard !pattern.isEmpty else { return true }
    let text = ignoresCase ? line.text.map(Self.lowered) : Array(line.text)
    return text.firstOffset(of: pattern, from: 0) != nil
  }

  private static func lowered(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }
}

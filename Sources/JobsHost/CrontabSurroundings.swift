import JobsManifest

/// The variables above a line of a crontab that change what its command does.
struct CrontabSurroundings {
  /// Lines that set one, in their order.
  private var lines: [[UInt8]] = []

  /// Settings of cron itself, which the command does not see.
  private static let settings: Set<String> = ["CRON_TZ", "MAILTO", "MAILFROM", "RANDOM_DELAY"]

  mutating func add(_ line: [UInt8], name: String) {
    if !Self.settings.contains(name) { lines.append(line) }
  }

  /// What the command of a line would be with the variables set in it; nil where none holds for it, or no line can say it.
  func command(of line: [UInt8], isCommented: Bool, isSystem: Bool) -> String? {
    guard !lines.isEmpty else { return nil }
    return CrontabEntry.standaloneCommand(
      of: isCommented ? Array(line.dropFirst()) : line, under: lines, isSystem: isSystem)
  }
}

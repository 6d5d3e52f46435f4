/// A user's crontab of several jobs.
package enum CrontabText {
  /// The whole text. Variables that all jobs share stand in lines of their own; others are set in their job's command,
  /// since a line of a crontab holds for everything below it.
  ///
  /// Jobs in the host's own zone come first: no line takes a `CRON_TZ` back.
  package static func text(_ entries: [CrontabEntry]) throws(ConversionRefusal) -> [UInt8] {
    guard let first = entries.first else { return [] }
    let sharedSettings = CrontabEntry.settings(first.job).filter { pair in
      entries.allSatisfy { CrontabEntry.settings($0.job).contains(pair) }
    }
    let shared = first.job.run.env.filter { pair in entries.allSatisfy { $0.job.run.env.contains(pair) } }
    var text = ""
    for pair in sharedSettings + shared { text += "\(pair.name)=\(value(pair.value))\n" }
    let shell = sharedSettings.first { $0.name == "SHELL" }?.value ?? "/bin/sh"
    var zone: String?
    var seen: [String] = []
    for entry in entries where !seen.contains(entry.timezone ?? "") { seen.append(entry.timezone ?? "") }
    let zones = seen.filter(\.isEmpty) + seen.filter { !$0.isEmpty }
    for name in zones {
      for entry in entries where (entry.timezone ?? "") == name {
        if entry.timezone != zone, let wanted = entry.timezone {
          text += "CRON_TZ=\(wanted)\n"
          zone = wanted
        }
        let own = entry.job.run.env.filter { !shared.contains($0) }
        text +=
          "# job: \(entry.name)\n\(entry.schedule) \(try CrontabCommand.text(entry.job, setting: own, shell: shell))\n"
      }
    }
    return Array(text.utf8)
  }

  /// Settings of a job that not all share, and so are left out: MAILTO and its kin hold for a whole crontab.
  package static func lostSettings(of entries: [CrontabEntry]) -> [(job: Job, name: String)] {
    entries.flatMap { entry in
      CrontabEntry.settings(entry.job).filter { pair in
        !entries.allSatisfy { CrontabEntry.settings($0.job).contains(pair) }
      }.map { (entry.job, $0.name) }
    }
  }

  /// In quotes where blanks at an end, or quotes around it, would be taken off.
  private static func value(_ text: String) -> String {
    guard let first = text.utf8.first, let last = text.utf8.last else { return "\"\"" }
    let taken: Set<UInt8> = [9, 32, UInt8(ascii: "'"), UInt8(ascii: "\"")]
    let needsQuotes = taken.contains(first) || taken.contains(last)
    return needsQuotes ? text.utf8.contains(UInt8(ascii: "\"")) ? "'\(text)'" : "\"\(text)\"" : text
  }
}

package import JobsCore
import JobsCron
package import JobsManifest
package import JobsSchedule

/// A job as a daemon holds it: when it is due, what decides over its runs, and its record, which is read again when it
/// runs.
package struct DaemonJob: Sendable {
  package let id: String
  package let env: String?
  package let digest: String
  package let commit: String?
  /// The file that the job was read from.
  package let file: String?
  /// A JSON object, as text; nil for a job without labels.
  package let labels: String?
  package private(set) var timetable: Timetable
  package private(set) var policy: JobPolicy
  /// The job record, one line without its break.
  package let record: ArraySlice<UInt8>
  /// Whether it came as a record, so that nobody here knows which project it belongs to.
  package let isFromStream: Bool

  package init(
    _ job: Job, record: ArraySlice<UInt8>, timetable: Timetable, policy: JobPolicy, labels: String?,
    isFromStream: Bool = false
  ) {
    id = job.id
    env = job.env
    digest = job.digest
    commit = job.origin?.commit
    file = job.origin?.file
    self.labels = labels
    self.timetable = timetable
    self.policy = policy
    self.record = record
    self.isFromStream = isFromStream
  }

  /// Lets the job follow its zones as they are now.
  ///
  /// - Parameter epoch: in seconds, from when they count.
  /// - Returns: nil where they are as they were, else the seconds by which a clock of the job jumps.
  mutating func follow(_ zones: ZoneDatabase, zoneVariable: String?, at epoch: Int64) -> Int64? {
    policy.follow(zones)
    guard let now = timetable.following(zones, zoneVariable: zoneVariable) else { return nil }
    defer { timetable = now }
    return now.jump(from: timetable, at: epoch)
  }

  /// What its due times follow from: where it changes, the time before is no concern of the new one's.
  var schedule: String {
    timetable.lines.map { line in
      let dst = line.schedule.dst
      return "\(line.schedule.cron) \(line.expression.dialect) \(line.zone.name) \(dst.gap) \(dst.repeat)"
    }.joined(separator: "; ")
  }
}

/// The jobs that were read, and where.
package struct DaemonJobs: Sendable {
  package var jobs: [DaemonJob]
  /// Files and folders whose change means reading again.
  package var watched: Set<String>
  /// Files that have errors now, and folders that cannot be read; of their jobs the last good version stands.
  package var badFiles: Set<String>
  /// What is wrong with them, a line each.
  package var problems: [String]
  /// Enabled jobs of other targets.
  package var elsewhere = 0
  /// How much of the past is kept.
  package var retention = Retention()
  /// The most runs at once; nil for what the daemon's options say.
  package var running: Int?

  package init(
    jobs: [DaemonJob], watched: Set<String> = [], badFiles: Set<String> = [], problems: [String] = []
  ) {
    self.jobs = jobs
    self.watched = watched
    self.badFiles = badFiles
    self.problems = problems
  }

  /// Whether a file is bad, or lies in a folder that is.
  func isBad(_ file: String) -> Bool {
    if badFiles.contains(file) { return true }
    if badFiles.contains("."), !file.hasPrefix("/") { return true }
    return file.indices.contains { file[$0] == "/" && badFiles.contains(String(file[..<$0])) }
  }
}

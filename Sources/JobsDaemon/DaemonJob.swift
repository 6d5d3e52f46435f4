package import JobsCore
import JobsCron
package import JobsManifest
package import JobsSchedule

/// A job as a daemon holds it: when it is due, what decides over its runs, and its record, which is read again when it
/// runs. Small, since there may be very many: what it has in common with others it shares.
package final class DaemonJob: Sendable {
  package let id: String
  package let env: String?
  package let commit: String?
  /// The file that the job was read from.
  package let file: String?
  /// A JSON object, as text; nil for a job without labels.
  package let labels: String?
  package let timetable: Timetable
  private let sharedPolicy: SharedPolicy
  private let packedDigest: PackedDigest
  /// The brief job record, one line without its break.
  private let record: [UInt8]
  /// Whether it came as a record, so that nobody here knows which project it belongs to.
  package let isFromStream: Bool

  package var policy: JobPolicy { sharedPolicy.value }

  package var digest: String { packedDigest.text }

  /// - Parameter plans: those of all jobs that are read with it.
  package init(_ job: Job, labels: String?, isFromStream: Bool = false, plans: inout JobPlans) {
    id = job.id
    env = job.env
    packedDigest = PackedDigest(job.digest)
    commit = job.origin?.commit
    file = job.origin?.file
    self.labels = labels
    timetable = plans.timetable(job, id: id)
    sharedPolicy = plans.policy(job)
    var json = JSONWriter(reserving: 768)
    job.write(to: &json, .brief)
    // Without the room to grow, which a slice of the whole would bring with it.
    record = json.bytes.withUnsafeBufferPointer { Array($0) }
    self.isFromStream = isFromStream
  }

  private init(_ job: DaemonJob, _ timetable: Timetable, _ policy: SharedPolicy) {
    id = job.id
    env = job.env
    packedDigest = job.packedDigest
    commit = job.commit
    file = job.file
    labels = job.labels
    self.timetable = timetable
    sharedPolicy = policy
    record = job.record
    isFromStream = job.isFromStream
  }

  /// The job as it was read, with the values that hold where nobody chose.
  package func read() throws(Failure) -> Job {
    var reader = RecordReader(bytes: record, name: id)
    var record = Record()
    guard try reader.next(into: &record) else { throw .world("the job's record is empty") }
    var job = try Job(record).filled
    job.digest = digest
    return job
  }

  /// The job record, with the values that hold where nobody chose.
  var wholeRecord: String {
    var json = JSONWriter()
    if let job = try? read() { job.write(to: &json) } else { json.raw(record) }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// Whether it is the same job, at the same place.
  func isSame(as other: DaemonJob) -> Bool { packedDigest == other.packedDigest && record == other.record }

  /// The job by its zones as they are now, and whether its due times follow from others; itself where none changed.
  func following(_ zones: inout ZoneFollowing) -> (job: DaemonJob, isChanged: Bool) {
    let table = zones.timetable(timetable)
    let policy = zones.policy(sharedPolicy)
    guard table != nil || policy !== sharedPolicy else { return (self, false) }
    return (DaemonJob(self, table ?? timetable, policy), table != nil)
  }

  /// What its due times follow from: where it changes, the time before is no concern of the new one's.
  var schedule: String { timetable.words }
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

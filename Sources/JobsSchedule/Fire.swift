package import JobsCore
package import JobsCron
import JobsManifest

/// A time at which a job is due.
package struct Fire: Sendable {
  /// The job's id; nil for a schedule that belongs to none.
  package let job: String?
  /// Seconds since the epoch.
  package let epoch: Int64
  package let zone: Zone
  /// What the clock does on that day, if it changes.
  package let remark: String?

  package var local: LocalTime { LocalTime(epoch: epoch, zone: zone) }

  package init(job: String?, epoch: Int64, zone: Zone, remark: String?) {
    self.job = job
    self.epoch = epoch
    self.zone = zone
    self.remark = remark
  }

  /// Writes the fire record of jobs-records(7), without a line break.
  package func write(to json: inout JSONWriter) {
    json.beginRecord("fire")
    json.optional("job", job)
    json.member("at", Instant(seconds: epoch).rfc3339)
    json.member("epoch", epoch)
    json.member("local", local.rfc3339)
    json.optional("remark", remark)
    json.endObject()
  }
}

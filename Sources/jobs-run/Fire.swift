import JobsCore
import JobsCron
import JobsManifest

/// A time at which a job is due.
struct Fire {
  /// The job's id; nil for a schedule that belongs to none.
  let job: String?
  /// Seconds since the epoch.
  let epoch: Int64
  let zone: Zone
  /// What the clock does on that day, if it changes.
  let remark: String?

  var local: LocalTime { LocalTime(epoch: epoch, zone: zone) }

  /// Writes the fire record of jobs-records(7), without a line break.
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("type")
    json.value("fire")
    json.key("v")
    json.value(1)
    json.optional("job", job)
    json.key("at")
    json.value(Instant(seconds: epoch).rfc3339)
    json.key("epoch")
    json.value(epoch)
    json.key("local")
    json.value(local.rfc3339)
    json.optional("remark", remark)
    json.endObject()
  }
}

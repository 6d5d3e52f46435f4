package import JobsCore
package import JobsManifest

/// What a simulation found of one job. Counts are of its due times within the window.
package struct JobForecast: Hashable, Sendable {
  package var job: String
  package var concurrency: Concurrency
  package var length: RunLength
  package var due = 0
  /// Those that ran, at once or later, and to their end or not.
  package var started = 0
  /// Those that did not run, for the job's concurrency policy or its quiet hours.
  package var skipped = 0
  /// Those that waited for an earlier run of the same job.
  package var queued = 0
  /// Those that waited for something else: one of the places for running jobs, a lock or a pool.
  package var delayed = 0
  /// Those that took the place of an earlier run, which had begun or waited for a place.
  package var replaced = 0
  /// Those that still wait when the window ends.
  package var waiting = 0
  /// Those at which an earlier run of the job was not over.
  package var overlaps = 0
  /// The most runs of the job at once.
  package var maxRunning = 0
  /// The longest time from a due time to its start, in milliseconds.
  package var longestWait: Int64 = 0
  /// Those in a minute in which more jobs are due than should be.
  package var herds = 0
  package var advice: SlotAdvice?

  package init(job: String, concurrency: Concurrency, length: RunLength) {
    self.job = job
    self.concurrency = concurrency
    self.length = length
  }

  /// Writes the `simulation` record of jobs-records(7), without a line break.
  package func write(to json: inout JSONWriter, window: Range<Int64>) {
    json.begin("simulation", window)
    json.member("job", job)
    json.key("concurrency")
    concurrency.write(to: &json)
    json.key("durationSeconds")
    json.value(seconds: Double(length.milliseconds) / 1000)
    json.member("durationSource", length.source.rawValue)
    json.member("samples", length.samples)
    json.member("due", due)
    json.member("started", started)
    json.member("skipped", skipped)
    json.member("queued", queued)
    json.member("delayed", delayed)
    json.member("replaced", replaced)
    json.member("waiting", waiting)
    json.member("overlaps", overlaps)
    json.member("maxRunning", maxRunning)
    json.key("longestWaitSeconds")
    json.value(seconds: Double(longestWait) / 1000)
    json.member("herds", herds)
    if let advice {
      json.key("advice")
      advice.write(to: &json)
    }
    json.endObject()
  }
}

extension JSONWriter {
  /// Begins a record of a simulation: its type, version and bounds.
  mutating func begin(_ type: String, _ range: Range<Int64>) {
    beginRecord(type)
    member("from", Instant(seconds: range.lowerBound).rfc3339)
    member("to", Instant(seconds: range.upperBound).rfc3339)
  }
}

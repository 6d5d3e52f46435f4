package import JobsCore

/// What goes on in one part of a simulated window.
package struct LoadBucket: Hashable, Sendable {
  /// Seconds since the epoch; the upper bound is not part of it.
  package let range: Range<Int64>
  package var due = 0
  package var started = 0
  package var maxRunning = 0
  /// When the most jobs first ran, in milliseconds since the epoch.
  package var maxRunningAt: Int64
  /// Run time of all jobs within it, in milliseconds.
  package var runTime: Int64 = 0
  /// The most runs that waited for a place.
  package var maxWaiting = 0
  /// Minutes in which more jobs are due than should be.
  package var herds = 0
  /// The minute in which most jobs are due, in seconds since the epoch; nil if none is.
  package var busiestMinute: Int64?
  package var busiestMinuteDue = 0
  /// The most jobs that are due in one second.
  package var busiestSecondDue = 0

  init(range: Range<Int64>) {
    self.range = range
    maxRunningAt = range.lowerBound * 1000
  }

  /// Jobs that ran on average.
  package var meanRunning: Double { Double(runTime) / Double((range.upperBound - range.lowerBound) * 1000) }

  /// Writes the `load` record of jobs-records(7), without a line break.
  package func write(to json: inout JSONWriter) {
    json.begin("load", range)
    json.member("due", due)
    json.member("started", started)
    json.member("maxRunning", maxRunning)
    if maxRunning > 0 {
      json.member("maxRunningAt", Instant(milliseconds: maxRunningAt).rfc3339)
    }
    json.key("runSeconds")
    json.value(seconds: Double(runTime) / 1000)
    json.member("maxWaiting", maxWaiting)
    json.member("herds", herds)
    if let busiestMinute {
      json.member("busiestMinuteAt", Instant(seconds: busiestMinute).rfc3339)
      json.member("busiestMinuteDue", busiestMinuteDue)
      json.member("busiestSecondDue", busiestSecondDue)
    }
    json.endObject()
  }
}

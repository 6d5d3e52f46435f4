package import JobsCore

/// What was read, what of it could not be judged, and of when the data are that it was judged by.
package struct Coverage: Sendable {
  package var counts: RecordCounts
  package var notEvaluated: [String]
  package var dataDate: String

  /// - Parameter now: for the age of the data.
  package init(_ estate: Estate, failedInputs: Int, now: Instant) {
    counts = estate.counts
    notEvaluated = estate.notEvaluated
    if failedInputs > 0 {
      notEvaluated.insert("\(failedInputs) \(failedInputs == 1 ? "input" : "inputs") that could not be used", at: 0)
    }
    dataDate = RoleCatalog.shippedDate
    if let date = Instant(rfc3339: "\(dataDate)T00:00:00Z") {
      let days = (now.seconds - date.seconds) / 86_400
      if days > Self.freshDays {
        notEvaluated.append("roles and ways that came since \(dataDate): the shipped data are \(days) days old")
      }
    }
  }

  /// Roles change every month or so.
  private static let freshDays: Int64 = 60

  /// Writes the `coverage` record.
  package func write(to json: inout JSONWriter) {
    json.beginRecord("coverage")
    json.key("read")
    json.beginObject()
    for entry in counts.entries {
      json.key(entry.type)
      json.value(entry.count)
    }
    json.endObject()
    json.member("notEvaluated", notEvaluated)
    json.member("dataDate", dataDate)
    json.endObject()
  }
}

package import JobsCore

/// What was read, what of it could not be judged, and of when the data are that it was judged by.
package struct Coverage: Sendable {
  package var counts: RecordCounts
  package var notEvaluated: [String]
  /// The oldest day as of which data hold that were judged by.
  package var dataDate: String
  /// The same for each part of the data.
  package var data: [(name: String, date: String)]

  /// - Parameter now: for the age of the data.
  package init(_ estate: Estate, failedInputs: Int, now: Instant) {
    counts = estate.counts
    notEvaluated = estate.notEvaluated
    if failedInputs > 0 {
      notEvaluated.insert("\(failedInputs) \(failedInputs == 1 ? "input" : "inputs") that could not be used", at: 0)
    }
    data = estate.data.parts.map { ($0.kind.rawValue, $0.date) }
    dataDate = data.map(\.date).min() ?? ""
    notEvaluated += estate.data.staleWords(at: now)
  }

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
    json.key("data")
    json.beginObject()
    for part in data {
      json.key(part.name)
      json.value(part.date)
    }
    json.endObject()
    json.endObject()
  }
}

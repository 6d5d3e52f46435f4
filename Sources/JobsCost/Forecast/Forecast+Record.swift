package import JobsCore
import JobsManifest

extension Forecast {
  /// Writes the forecast record of jobs-records(7), without a line break.
  package func write(_ line: Line, to json: inout JSONWriter, _ period: Period) {
    json.beginRecord("forecast")
    json.optional("job", line.job)
    json.optional("env", line.env)
    json.period(period)
    json.member("currency", currency)
    json.member("billed", line.billed.description)
    json.member("runsToDate", line.runsToDate)
    json.member("runsLeft", line.runsLeft)
    json.optional("aRun", line.aRun?.description)
    json.member("method", line.method.rawValue)
    json.optional("rest", line.rest?.description)
    json.member("total", line.total.description)
    json.endObject()
  }
}

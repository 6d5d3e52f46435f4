package import JobsCore
import JobsManifest

extension JobDifference {
  /// Writes the estimate-change record of jobs-records(7), without a line break.
  package func write(to json: inout JSONWriter, _ period: Period) {
    json.beginRecord("estimate-change")
    json.member("job", key.job)
    json.optional("region", key.region)
    json.period(period)
    json.member("action", action.rawValue)
    json.member("currency", currency)
    if let before { json.side("before", before) }
    if let after { json.side("after", after) }
    json.member("list", list.description)
    json.member("net", net.description)
    json.member("causes", causes)
    json.endObject()
  }
}

extension CostDifference {
  /// Writes the record of all jobs in one currency, without a line break.
  package func write(_ total: Total, to json: inout JSONWriter, _ period: Period) {
    json.beginRecord("estimate-change-total")
    json.period(period)
    json.member("jobs", jobs.count { $0.currency == total.currency })
    json.member("currency", total.currency)
    json.member("before", total.before.description)
    json.member("after", total.after.description)
    json.member("net", total.net.description)
    json.member("others", total.others.description)
    json.member("unpriced", total.unpriced)
    json.key("causes")
    json.beginArray()
    if total.currency == PriceBook.currency { for edge in edges { json.value(edge) } }
    json.endArray()
    json.endObject()
  }
}

extension JSONWriter {
  fileprivate mutating func side(_ name: StaticString, _ estimate: JobEstimate) {
    key(name)
    beginObject()
    member("runs", estimate.usage.profile.runs)
    member("currency", estimate.currency)
    member("list", estimate.list.typical.description)
    member("net", estimate.net.typical.description)
    member("unpriced", estimate.unpriced.count)
    endObject()
  }
}

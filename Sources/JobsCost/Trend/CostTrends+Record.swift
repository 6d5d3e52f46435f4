package import JobsCore
import JobsManifest

extension CostTrends {
  /// Writes the cost-trend record of jobs-records(7), without a line break.
  package func write(_ trend: CostTrend, to json: inout JSONWriter) {
    json.beginRecord("cost-trend")
    json.by(dimensions, trend.keys)
    json.member("from", periods.first.map { BillDay.text($0.lowerBound) } ?? "-")
    json.member("to", periods.last.map { BillDay.text(BillDay.adding(1, to: $0.upperBound)) } ?? "-")
    json.member("periodDays", periodDays)
    json.member("currency", trend.currency)
    json.key("amounts")
    json.beginArray()
    for amount in trend.amounts { json.value(amount.description) }
    json.endArray()
    json.member("change", trend.change.description)
    json.optional("percent", trend.percent?.description)
    json.endObject()
  }

  /// Writes the cost-anomaly record of jobs-records(7), without a line break.
  package func write(_ anomaly: CostAnomaly, to json: inout JSONWriter) {
    json.beginRecord("cost-anomaly")
    json.by(dimensions, anomaly.keys)
    json.member("day", BillDay.text(anomaly.day))
    json.member("currency", anomaly.currency)
    json.member("amount", anomaly.amount.description)
    json.member("median", anomaly.median.description)
    json.member("mad", anomaly.mad.description)
    json.member("unit", anomaly.unit.description)
    json.member("score", anomaly.score.description)
    json.member("threshold", CostAnomaly.threshold.description)
    json.key("samples")
    json.beginArray()
    for sample in anomaly.samples { json.value(sample.description) }
    json.endArray()
    json.member("arithmetic", anomaly.arithmetic)
    json.endObject()
  }
}

extension JSONWriter {
  /// Writes what lines have in common: a key for each dimension that the bill says something of.
  mutating func by(_ dimensions: [BillDimension], _ keys: [String?]) {
    key("by")
    beginObject()
    for (dimension, text) in zip(dimensions, keys) {
      guard let text else { continue }
      key(dimension.name)
      value(text)
    }
    endObject()
  }
}

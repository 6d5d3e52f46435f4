package import JobsCore
import JobsManifest

extension JobEstimate {
  /// Writes the estimate record of jobs-records(7), without a line break.
  ///
  /// - Parameter now: by which the age of prices is told.
  package func write(to json: inout JSONWriter, _ period: Period, now: Instant) {
    json.beginRecord("estimate")
    json.member("job", job)
    json.optional("region", usage.job.target.region)
    json.period(period)
    json.member("runs", usage.profile.runs)
    if let length = usage.profile.length {
      json.key("length")
      json.beginObject()
      json.member("source", length.source.name)
      if case .history(let samples) = length.source {
        json.member("samples", samples)
      }
      json.key("lowSeconds")
      json.value(seconds: Double(length.milliseconds.low) / 1000)
      json.key("typicalSeconds")
      json.value(seconds: Double(length.milliseconds.typical) / 1000)
      json.key("highSeconds")
      json.value(seconds: Double(length.milliseconds.high) / 1000)
      json.endObject()
    }
    json.member("currency", currency)
    json.member("list", list.typical.description)
    json.member("net", net.typical.description)
    json.member("marginal", marginal.description)
    json.member("low", net.low.description)
    json.member("high", net.high.description)
    json.member("unpriced", unpriced.count)
    json.key("lines")
    json.beginArray()
    for line in lines { line.write(to: &json, now: now) }
    json.endArray()
    if !usage.remarks.isEmpty {
      json.member("remarks", usage.remarks)
    }
    json.endObject()
  }
}

extension PricedLine {
  fileprivate func write(to json: inout JSONWriter, now: Instant) {
    json.beginObject()
    json.member("provider", line.item.provider)
    json.member("service", line.item.service)
    json.member("sku", line.item.sku)
    json.optional("region", line.region)
    json.member("unit", line.unit)
    json.optional("quantity", line.quantity?.typical.description)
    json.optional("unitPrice", unitPrice?.description)
    if let amounts {
      json.member("list", amounts.list.typical.description)
      json.member("net", amounts.net.typical.description)
      json.member("marginal", amounts.marginal.description)
      json.member("low", amounts.net.low.description)
      json.member("high", amounts.net.high.description)
    }
    json.optional("priceSource", row?.source ?? line.rate?.source)
    json.optional("priceDate", row?.date)
    if let age = row?.age(at: now) {
      json.member("priceAgeDays", age)
    }
    json.optional("priceConfidence", row?.confidence.rawValue)
    json.optional("remark", unpricedReason ?? line.remark)
    json.endObject()
  }
}

extension Estimate {
  /// Writes the record of all jobs in one currency, without a line break.
  package func write(_ total: CostTotal, to json: inout JSONWriter, _ period: Period) {
    json.beginRecord("estimate-total")
    json.period(period)
    json.member("jobs", total.jobs)
    json.member("runs", total.runs)
    json.member("currency", total.currency)
    json.member("list", total.list.typical.description)
    json.member("net", total.net.typical.description)
    json.member("low", total.net.low.description)
    json.member("high", total.net.high.description)
    json.member("unpriced", total.unpriced)
    if total.currency == PriceBook.currency, !pools.isEmpty {
      json.key("pools")
      json.beginArray()
      for pool in pools { pool.write(to: &json) }
      json.endArray()
      json.member("rule", Self.rule)
    }
    json.member("remark", Self.omissions)
    json.endObject()
  }
}

extension PoolUse {
  fileprivate func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("provider", provider)
    json.member("service", service)
    json.member("pool", name)
    json.optional("project", project)
    json.member("unit", unit)
    json.member("free", free.description)
    json.member("used", used.typical.description)
    json.member("credit", credit.typical.description)
    json.endObject()
  }
}

extension RunProfile.Source {
  fileprivate var name: String {
    switch self {
    case .history: "history"
    case .manifest: "manifest"
    case .assumed: "assumed"
    }
  }
}

extension JSONWriter {
  /// Writes the month, or the days.
  mutating func period(_ period: Period) {
    if let month = period.month { return member("month", month) }
    member("from", period.bounds.from)
    member("to", period.bounds.to)
  }
}

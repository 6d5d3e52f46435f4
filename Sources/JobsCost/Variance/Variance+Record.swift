package import JobsCore
import JobsManifest

extension Variance {
  /// Writes the variance record of jobs-records(7), without a line break.
  package func write(_ line: Line, to json: inout JSONWriter, _ period: Period) {
    json.beginRecord("variance")
    json.optional("job", line.job)
    json.member("service", line.service)
    json.member("sku", line.sku)
    json.period(period)
    json.member("currency", PriceBook.currency)
    json.optional("estimated", line.estimated?.description)
    json.optional("list", line.list?.description)
    json.optional("billed", line.billed?.description)
    json.optional("difference", line.difference?.description)
    json.key("amounts")
    json.beginArray()
    for money in line.amounts {
      json.beginObject()
      json.member("currency", money.currency)
      json.member("amount", money.amount.description)
      json.endObject()
    }
    json.endArray()
    json.member("rows", line.rows)
    json.key("reasons")
    json.beginArray()
    for reason in line.reasons {
      json.beginObject()
      json.member("code", reason.code.rawValue)
      json.member("words", reason.words)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  /// Writes the record of all lines, without a line break.
  package func writeTotal(to json: inout JSONWriter, _ period: Period, remarks: [String]) {
    json.beginRecord("variance-total")
    json.period(period)
    json.member("currency", PriceBook.currency)
    json.member("estimated", total.estimated.description)
    json.member("billed", total.billed.description)
    json.member("difference", total.difference.description)
    json.member("unattributed", total.unattributed.description)
    json.member("unpriced", total.unpriced)
    json.member("incomparable", total.incomparable)
    if !remarks.isEmpty {
      json.member("remarks", remarks)
    }
    json.endObject()
  }
}

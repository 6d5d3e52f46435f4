import JobsCore
import JobsCost
import JobsManifest
import JobsReport

extension EstimateReport {
  private static let header = [
    "period", "job", "tenant", "env", "region", "runs", "provider", "service", "sku", "unit", "quantity", "unit_price",
    "currency", "list", "net", "low", "high", "marginal", "price_source", "price_date", "price_age_days", "remark",
  ]

  /// A row for each line, and one for a job that has none; what has no price has no amounts.
  var csv: String {
    var text = CSVRow.text(Self.header)
    for job in estimate.jobs {
      if job.lines.isEmpty { text += row(job, nil) }
      for line in job.lines { text += row(job, line) }
    }
    return text
  }

  private func row(_ job: JobEstimate, _ line: PricedLine?) -> String {
    let own = job.usage.job
    let words: [String?] = [
      period.month ?? "\(period.bounds.from)/\(period.bounds.to)", own.id, own.tenant, own.env, own.target.region,
      "\(job.usage.profile.runs)", line?.line.item.provider, line?.line.item.service, line?.line.item.sku,
      line?.line.unit,
    ]
    let amounts = line?.amounts
    let figures: [String?] = [
      line?.line.quantity?.typical.description, line?.unitPrice?.description, line?.currency ?? job.currency,
      amounts?.list.typical.description, amounts?.net.typical.description, amounts?.net.low.description,
      amounts?.net.high.description, amounts?.marginal.description,
    ]
    let source: [String?] = [
      line?.row?.source ?? line?.line.rate?.source, line?.row?.date,
      line?.row?.age(at: now).map(String.init),
      line?.unpricedReason ?? line?.line.remark ?? (line == nil ? job.usage.remarks.joined(separator: "; ") : nil),
    ]
    return CSVRow.text((words + figures + source).map { $0.map(CSVRow.plain) })
  }
}

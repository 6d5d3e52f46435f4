package import JobsCore

extension BillReport {
  /// The first day and the day after the last, such as `2026-10-01` and `2026-11-01`.
  package typealias Span = (from: String, to: String)

  /// Writes the cost record of jobs-records(7), without a line break.
  package func write(_ line: Line, to json: inout JSONWriter, _ span: Span) {
    json.beginRecord("cost")
    json.by(dimensions, line.keys)
    // A day is its own time.
    let day = dimensions.firstIndex(of: .day).flatMap { line.keys[$0] }
    json.member("from", day ?? span.from)
    json.member("to", day.flatMap(Self.next) ?? span.to)
    json.member("currency", line.currency)
    json.member("amount", line.amount.description)
    if !line.credits.isZero { json.member("credits", line.credits.description) }
    json.member("rows", line.rows)
    if isUnattributed(line) {
      json.member("unattributed", true)
    }
    json.endObject()
  }

  /// Writes the record of all lines in one currency, without a line break.
  package func write(_ total: Total, to json: inout JSONWriter, _ span: Span, remarks: [String]) {
    json.beginRecord("cost-total")
    json.member("from", span.from)
    json.member("to", span.to)
    json.member("currency", total.currency)
    json.member("amount", total.amount.description)
    json.member("credits", total.credits.description)
    json.member("rows", total.rows)
    json.member("byLabel", total.byLabel.description)
    json.member("byResource", total.byResource.description)
    json.member("unattributed", total.unattributed.description)
    json.member("unattributedRows", total.unattributedRows)
    if !remarks.isEmpty {
      json.member("remarks", remarks)
    }
    json.endObject()
  }

  /// Whether a line is what no job could be found for.
  package func isUnattributed(_ line: Line) -> Bool {
    dimensions.firstIndex(of: .job).map { line.keys[$0] == nil } ?? false
  }

  private static func next(_ day: String) -> String? {
    BillDay.read(day).map { BillDay.text(BillDay.adding(1, to: $0)) }
  }
}

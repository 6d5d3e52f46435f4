import JobsCore
import JobsManifest

/// Estimated and billed lines as they are put beside each other.
struct VarianceTable {
  private struct Key: Hashable {
    var job: String?
    var service: String
    var sku: String
  }

  private struct Cell {
    var estimated: Decimal?
    var list: Decimal?
    /// Why nothing could be estimated.
    var unpriced: String?
    var isCounted = false
    /// In the currency of prices; nil as soon as a rate is missing.
    var billed: Decimal? = .zero
    var amounts: [String: Decimal] = [:]
    var credits: [String: Decimal] = [:]
    var rows = 0
  }

  private var cells: [Key: Cell] = [:]
  private var jobs: Set<String> = []

  mutating func add(_ estimate: JobEstimate) throws(Decimal.Overflow) {
    jobs.insert(estimate.job)
    for line in estimate.lines {
      let key = Key(job: estimate.job, service: line.line.item.service, sku: line.line.item.sku)
      var cell = cells[key] ?? Cell()
      cell.isCounted = true
      if let amounts = line.amounts, line.currency == PriceBook.currency {
        cell.estimated = try (cell.estimated ?? .zero).plus(amounts.net.typical)
        cell.list = try (cell.list ?? .zero).plus(amounts.list.typical)
      } else {
        cell.unpriced = line.unpricedReason ?? "its estimate is in \(line.currency)"
      }
      cells[key] = cell
    }
  }

  /// - Parameter line: by job, service and SKU.
  mutating func add(_ line: BillReport.Line) throws(Decimal.Overflow) {
    let (service, sku) = (line.keys[1] ?? "-", line.keys[2] ?? "-")
    let item = CloudSKU.meaning(service: service, sku: sku)?.item
    let key = Key(job: line.keys[0], service: item?.service ?? service, sku: item?.sku ?? sku)
    var cell = cells[key] ?? Cell()
    if let part = line.converted {
      cell.billed = try cell.billed?.plus(part)
    } else {
      cell.billed = nil
    }
    cell.amounts[line.currency] = try (cell.amounts[line.currency] ?? .zero).plus(line.amount)
    cell.credits[line.currency] = try (cell.credits[line.currency] ?? .zero).plus(line.credits)
    cell.rows += line.rows
    cells[key] = cell
  }

  /// - Parameter late: that lines of the month may be missing; nil where none are.
  func lines(late: VarianceReason?) throws(Decimal.Overflow) -> [Variance.Line] {
    var lines: [Variance.Line] = []
    for (key, cell) in cells {
      var line = Variance.Line(
        job: key.job, service: key.service, sku: key.sku, estimated: cell.estimated, list: cell.list,
        billed: cell.rows == 0 ? nil : cell.billed,
        amounts: cell.amounts.sorted { $0.key < $1.key }.map { Money($0.value, $0.key) }, rows: cell.rows, reasons: [])
      if line.difference.map({ !$0.isZero }) ?? true { line.reasons = reasons(key, cell, line, late) }
      lines.append(line)
    }
    return lines
  }

  private func reasons(_ key: Key, _ cell: Cell, _ line: Variance.Line, _ late: VarianceReason?) -> [VarianceReason] {
    var reasons: [VarianceReason] = []
    func add(_ code: VarianceReason.Code, _ words: String) { reasons.append(VarianceReason(code: code, words: words)) }
    for money in line.amounts where money.currency != PriceBook.currency {
      add(
        .currency,
        line.billed == nil
          ? "\(money.shown), and the bill has no rate for \(PriceBook.currency)"
          : "\(money.shown) is billed, and compared by the bill's own rate")
    }
    for (currency, amount) in cell.credits.sorted(by: { $0.key < $1.key }) where !amount.isZero {
      add(.credits, "credits of \(Money(amount, currency).shown) are taken off")
    }
    if let reason = cell.unpriced { add(.unpriced, reason) }
    guard let job = key.job else {
      add(.unlabelled, "no label and no name of a resource says whose it is")
      return reasons
    }
    if !jobs.contains(job) {
      add(.unknown, "no manifest that was read has this job")
    } else if !cell.isCounted {
      add(.uncounted, "no estimate counts it")
    }
    if cell.rows == 0 { add(.unbilled, "the bill has no line of it") }
    if let list = cell.list, let net = cell.estimated, list != net {
      add(.free, "the estimate takes \(Money((try? list.minus(net)) ?? .zero, PriceBook.currency).shown) off as free")
    }
    if let nobody = cells[Key(job: nil, service: key.service, sku: key.sku)]?.billed, !nobody.isZero, cell.isCounted {
      add(.unlabelled, "\(Money(nobody, PriceBook.currency).shown) of it is nobody's in the bill")
    }
    if let late, cell.isCounted { reasons.append(late) }
    let isExplained = !reasons.allSatisfy { $0.code == .currency || $0.code == .free }
    if !isExplained, line.difference != nil, cell.isCounted, cell.rows > 0 {
      add(.use, "it ran more or less often or long than estimated, or has another price")
    }
    return reasons
  }
}

package import JobsCore

/// What was estimated for a month against what was billed, for each job and SKU.
package struct Variance: Sendable {
  package struct Line: Sendable, Equatable {
    /// The job's id, or its name in the bill where no manifest has it; nil for what is nobody's.
    package var job: String?
    /// As the price book has them, where it does; else as the bill does.
    package var service: String
    package var sku: String
    /// What was estimated, net, in the currency of prices; nil where nothing was, or nothing could be.
    package var estimated: Decimal?
    /// The same at list prices.
    package var list: Decimal?
    /// What was billed, in the currency of prices; nil where nothing was, or no rate is known.
    package var billed: Decimal?
    /// What was billed by currency of the bill, credits taken off.
    package var amounts: [Money]
    package var rows: Int
    package var reasons: [VarianceReason]

    /// What was billed above the estimate; what neither says is taken as nothing. nil where they cannot be compared.
    package var difference: Decimal? {
      guard billed != nil || amounts.isEmpty else { return nil }
      return try? (billed ?? .zero).minus(estimated ?? .zero)
    }
  }

  package struct Total: Sendable, Equatable {
    package var estimated = Decimal.zero
    package var billed = Decimal.zero
    /// The part of it that is no job's.
    package var unattributed = Decimal.zero
    /// Lines that no price is known for, and lines in a currency without a rate.
    package var unpriced = 0
    package var incomparable = 0

    package var difference: Decimal { (try? billed.minus(estimated)) ?? .zero }
  }

  /// Those that differ most first; what cannot be compared comes before.
  package let lines: [Line]
  package let total: Total

  /// - Parameters:
  ///   - estimate: of the month that the bill is for.
  ///   - report: of the bill by job, service and SKU, in this order.
  ///   - lastDay: of the bill, as 20261031.
  package init(_ estimate: Estimate, _ report: BillReport, _ period: Period, lastDay: UInt32?) throws(Failure) {
    do throws(Decimal.Overflow) {
      var table = VarianceTable()
      for job in estimate.jobs { try table.add(job) }
      for line in report.lines { try table.add(line) }
      let late = lastDay.flatMap { Self.late($0, period) }
      lines = try table.lines(late: late).sorted(by: Self.isBefore)
      var total = Total()
      for line in lines {
        total.estimated = try total.estimated.plus(line.estimated ?? .zero)
        total.billed = try total.billed.plus(line.billed ?? .zero)
        if line.job == nil { total.unattributed = try total.unattributed.plus(line.billed ?? .zero) }
        if line.reasons.contains(where: { $0.code == .unpriced }) { total.unpriced += 1 }
        if line.difference == nil { total.incomparable += 1 }
      }
      self.total = total
    } catch {
      throw .overflow
    }
  }

  /// That a bill ends before its month does; nil where it does not.
  private static func late(_ lastDay: UInt32, _ period: Period) -> VarianceReason? {
    let last = period.start.floorDivided(by: 86400) + Int64(period.days) - 1
    let missing = last - BillDay.date(lastDay).daysSinceEpoch
    guard missing > 0 else { return nil }
    return VarianceReason(
      code: .late,
      words:
        "the last line is of \(BillDay.text(lastDay)), \(missing) \(missing == 1 ? "day" : "days") before the month ends"
    )
  }

  private static func isBefore(_ a: Line, _ b: Line) -> Bool {
    switch (a.difference?.magnitude, b.difference?.magnitude) {
    case (nil, _?): return true
    case (_?, nil): return false
    case (let x?, let y?) where x != y: return x > y
    default:
      // What is nobody's comes last.
      let order = { (line: Line) in [line.job == nil ? "1" : "0", line.job ?? "", line.service, line.sku] }
      for (x, y) in zip(order(a), order(b)) where x != y { return x.utf8.lexicographicallyPrecedes(y.utf8) }
      return false
    }
  }
}

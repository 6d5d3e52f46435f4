package import JobsCore
import JobsManifest

/// A bill as it was asked for: what each job, team or day cost.
package struct BillReport: Sendable {
  package struct Line: Sendable, Equatable {
    /// A value for each dimension; nil where the bill says nothing.
    package var keys: [String?]
    package var currency: String
    package var amount: Decimal
    /// What was taken off, and so below zero.
    package var credits: Decimal
    package var rows: Int
    /// Who pays whom and for what kind of charge; nil where that was not asked.
    package var payer: BillPayer?
    /// What else the lines say; nil where that was not asked.
    package var detail: BillDetail?
    /// The amount in the currency of prices; nil where a rate is not known for all of it.
    package var converted: Decimal?
  }

  package struct Total: Sendable, Equatable {
    package var currency: String
    package var amount = Decimal.zero
    package var credits = Decimal.zero
    package var rows = 0
    /// The parts of the amount by what names the job.
    package var byLabel = Decimal.zero
    package var byResource = Decimal.zero
    package var unattributed = Decimal.zero
    package var unattributedRows = 0

    package init(currency: String) { self.currency = currency }
  }

  package let dimensions: [BillDimension]
  /// The dearest first.
  package let lines: [Line]
  /// By currency, in the order of their names.
  package let totals: [Total]

  /// The dimensions by which a bill has to be read for a report: whose job a line is has to be known for some others too.
  package static func dimensions(for asked: [BillDimension], _ jobs: BillJobs) -> [BillDimension] {
    var read = asked
    var more: [BillDimension] = [.job]
    if !jobs.isEmpty { more += [.project, .env] }
    for dimension in more where !read.contains(dimension) { read.append(dimension) }
    return read
  }

  /// - Parameter asked: what the bill was read by, first.
  package init(_ bill: Bill, by asked: [BillDimension], _ jobs: BillJobs) throws(Failure) {
    dimensions = asked
    do throws(Decimal.Overflow) {
      var sums: [Key: Line] = [:]
      var totals: [String: Total] = [:]
      for group in bill.groups {
        let owner = Owner(group, bill.question.dimensions, jobs)
        let keys = asked.enumerated().map { index, dimension in owner.value(dimension, group.keys[index], jobs) }
        let key = Key(keys: keys, currency: group.currency, payer: group.payer, detail: group.detail?.kind)
        var line =
          sums[key]
          ?? Line(
            keys: keys, currency: group.currency, amount: .zero, credits: .zero, rows: 0, payer: group.payer,
            detail: group.detail.map { detail in
              var detail = detail
              detail.quantity = .zero
              return detail
            }, converted: .zero)
        line.amount = try line.amount.plus(group.amount)
        line.credits = try line.credits.plus(group.credits)
        line.rows += group.rows
        if var detail = line.detail {
          detail.quantity = try detail.quantity.flatMap { sum throws(Decimal.Overflow) in
            try group.detail?.quantity.map { part throws(Decimal.Overflow) in try sum.plus(part) }
          }
          line.detail = detail
        }
        line.converted = try Self.converted(group).flatMap { part throws(Decimal.Overflow) in
          try line.converted?.plus(part)
        }
        sums[key] = line
        var total = totals[group.currency] ?? Total(currency: group.currency)
        try total.add(group, isNamed: owner.name != nil)
        totals[group.currency] = total
      }
      lines = sums.values.sorted(by: Self.isBefore)
      self.totals = totals.values.sorted { $0.currency < $1.currency }
    } catch {
      throw .overflow
    }
  }

  /// What all lines with one key of a dimension come to.
  package struct KeySum: Sendable, Equatable {
    package var key: String
    package var currency: String
    package var amount: Decimal
  }

  /// The sums by the key of a dimension, in the order of keys and currencies; lines without that key are left out.
  package func sums(byKey index: Int) throws(Failure) -> [KeySum] {
    var sums: [Key: Decimal] = [:]
    do throws(Decimal.Overflow) {
      for line in lines where line.keys[index] != nil {
        let key = Key(keys: [line.keys[index]], currency: line.currency)
        sums[key] = try (sums[key] ?? .zero).plus(line.amount)
      }
    } catch {
      throw .overflow
    }
    return sums.map { KeySum(key: $0.key.keys[0] ?? "", currency: $0.key.currency, amount: $0.value) }.sorted {
      ($0.key, $0.currency) < ($1.key, $1.currency)
    }
  }

  private struct Key: Hashable {
    var keys: [String?]
    var currency: String
    var payer: BillPayer?
    var detail: BillDetail?
  }

  /// The amount in the currency of prices: US dollars are; another is by the bill's own rate.
  private static func converted(_ group: BillGroup) throws(Decimal.Overflow) -> Decimal? {
    if group.currency == PriceBook.currency { return group.amount }
    guard let rate = group.rate else { return nil }
    return try group.amount.divided(by: rate)
  }

  /// The dearest first, and those that cost the same by their names' bytes.
  private static func isBefore(_ a: Line, _ b: Line) -> Bool {
    if a.currency != b.currency { return a.currency < b.currency }
    if a.amount != b.amount { return a.amount > b.amount }
    for (a, b) in zip(a.keys, b.keys) where a != b {
      // What is not known comes last.
      guard let a else { return false }
      guard let b else { return true }
      return a.utf8.lexicographicallyPrecedes(b.utf8)
    }
    if let a = a.payer, let b = b.payer, a != b { return a < b }
    guard let a = a.detail, let b = b.detail else { return false }
    return zip(a.order, b.order).first { $0 != $1 }.map { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      ?? (a.order.count < b.order.count)
  }
}

extension BillReport.Total {
  fileprivate mutating func add(_ group: BillGroup, isNamed: Bool) throws(Decimal.Overflow) {
    amount = try amount.plus(group.amount)
    credits = try credits.plus(group.credits)
    rows += group.rows
    if !isNamed {
      unattributed = try unattributed.plus(group.amount)
      unattributedRows += group.rows
    } else if group.isNamedByLabel {
      byLabel = try byLabel.plus(group.amount)
    } else {
      byResource = try byResource.plus(group.amount)
    }
  }
}

/// Whose lines of a bill are.
private struct Owner {
  /// The job's id where it is known, else as the bill names it; nil where it names none.
  let name: String?
  private let id: String?

  init(_ group: BillGroup, _ dimensions: [BillDimension], _ jobs: BillJobs) {
    let value = { (dimension: BillDimension) in dimensions.firstIndex(of: dimension).flatMap { group.keys[$0] } }
    let given = value(.job)
    id = given.flatMap { jobs.job($0, project: value(.project), env: value(.env))?.id }
    name = id ?? given
  }

  /// What a dimension is for the lines: what the bill says, else what the manifest of their job does.
  func value(_ dimension: BillDimension, _ billed: String?, _ jobs: BillJobs) -> String? {
    switch dimension {
    case .job: name
    case .team: billed ?? id.flatMap { jobs.label("team", of: $0) }
    case .env: billed ?? id.flatMap { jobs.env(of: $0) }
    case .label(let label): billed ?? id.flatMap { jobs.label(label, of: $0) }
    case .project, .service, .sku, .region, .day: billed
    }
  }
}

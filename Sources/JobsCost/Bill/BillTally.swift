import JobsCore

/// The sums of the lines of a bill as they are read: one for each thread, and all of them added up at the end.
///
/// Sums of exact decimals do not depend on the order in which lines came.
struct BillTally {
  /// The most groups.
  static let limit = 200_000

  struct Sum {
    /// With credits taken off.
    var amount = Decimal.zero
    var credits = Decimal.zero
    var rows = 0
    /// What was used, as far as lines say it, and how many do.
    var quantity = Decimal.zero
    var quantityRows = 0
  }

  private let plan: [Step]
  private let days: ClosedRange<UInt32>?
  private let jobLabels: Int
  private let isDetailed: Bool
  private let labelNames: [String]
  private var currencies = ByteNames()
  private var rates = ByteNames()
  /// A provider and an account, with a zero between them.
  private var payers = ByteNames()
  /// Resource, region, unit and labels, with a zero between them.
  private var details = ByteNames()
  /// For each dimension the names that were met; of a job first those of labels, then those that resources were named for.
  private var names: [ByteNames]
  private var resources = ByteNames()
  private(set) var groups = GroupTable()
  private(set) var sums: [Sum] = []
  private(set) var sample = RowSample()

  private(set) var rows = 0
  private(set) var outside = 0
  private(set) var negative = 0
  private(set) var zero = 0
  private(set) var firstDay = UInt32.max
  private(set) var lastDay = UInt32.min

  /// How a dimension is read from a row.
  private enum Step {
    case job, day
    case place(Int)
  }

  init(_ question: BillQuestion) {
    days = question.days
    jobLabels = question.jobLabels.count
    isDetailed = question.isDetailed
    labelNames = question.labels
    names = question.dimensions.map { _ in ByteNames() }
    plan = question.dimensions.map { dimension in
      switch dimension {
      case .job: .job
      case .day: .day
      case .project: .place(BillRow.place(of: .project))
      case .service: .place(BillRow.place(of: .service))
      case .sku: .place(BillRow.place(of: .sku))
      case .region: .place(BillRow.place(of: .region))
      case .team, .env, .label:
        .place(
          BillRow.place(
            ofLabel: BillQuestion.label(of: dimension).flatMap { question.labels.firstIndex(of: $0) } ?? 0))
      }
    }
  }

  // MARK: Rows

  /// Adds a line.
  ///
  /// - Throws: a fault at offset 0, which the caller puts in its place.
  @inline(__always)
  mutating func add(_ row: borrowing BillRow) throws(BillFault) {
    guard let cost = Decimal(billed: row[.cost]) else { throw Self.bad(row[.cost], "amount") }
    guard let day = BillDay.read(row[.start]) else { throw Self.bad(row[.start], "day or time") }
    rows += 1
    if let days, !days.contains(day) {
      outside += 1
      return
    }
    if day < firstDay { firstDay = day }
    if day > lastDay { lastDay = day }
    sample.add(row.hash)
    var key = SIMD8<UInt32>(repeating: 0)
    key[0] = try currency(row)
    if isDetailed {
      key[0] |= try payer(row)
      key[Head.detailLane] = try detail(row)
    }
    var index = 0
    while index < plan.count {
      switch plan[index] {
      case .day: key[index + 1] = day
      case .job: key[index + 1] = try job(row, index)
      case .place(let place): key[index + 1] = try Self.number(row[place: place], &names[index])
      }
      index += 1
    }
    guard let group = groups.number(key) else { throw Self.tooMany }
    if group == sums.count { sums.append(Sum()) }
    do throws(Decimal.Overflow) {
      var amount = cost
      if !row.credits.isZero {
        amount = try cost.plus(row.credits)
        sums[group].credits = try sums[group].credits.plus(row.credits)
      } else if Self.isCredit(row[.category]) {
        sums[group].credits = try sums[group].credits.plus(cost)
      }
      sums[group].amount = try sums[group].amount.plus(amount)
      sums[group].rows += 1
      if isDetailed, let quantity = Decimal(billed: row[.quantity]) {
        sums[group].quantity = try sums[group].quantity.plus(quantity)
        sums[group].quantityRows += 1
      }
      if amount.isNegative { negative += 1 } else if amount.isZero { zero += 1 }
    } catch {
      throw BillFault("the sum is too large", at: 0)
    }
  }

  /// What of a key's first word is what: a bill has few of each.
  private enum Head {
    static let currency: (shift: UInt32, limit: Int) = (0, 1 << 8)
    static let rate: (shift: UInt32, limit: Int) = (8, 1 << 12)
    static let payer: (shift: UInt32, limit: Int) = (20, 1 << 9)
    static let kind: (shift: UInt32, limit: Int) = (29, 1 << 3)
    /// The last word of a key has the number of the detail.
    static let detailLane = 7

    static func number(_ part: (shift: UInt32, limit: Int), of word: UInt32) -> Int {
      Int(word >> part.shift) & (part.limit - 1)
    }
  }

  /// The currency and the rate, as a part of one number.
  @inline(__always)
  private mutating func currency(_ row: borrowing BillRow) throws(BillFault) -> UInt32 {
    let known = currencies.count
    let knownRates = rates.count
    guard let currency = currencies.number(row[.currency]), let rate = rates.number(row[.rate]),
      currency < Head.currency.limit, rate < Head.rate.limit
    else { throw Self.tooMany }
    if currencies.count > known, !Money.isCurrency(row[.currency]) { throw Self.bad(row[.currency], "currency") }
    if rates.count > knownRates, row[.rate].count > 0 {
      guard let value = Decimal(billed: row[.rate]), value > .zero else { throw Self.bad(row[.rate], "rate") }
    }
    return UInt32(currency) << Head.currency.shift | UInt32(rate) << Head.rate.shift
  }

  /// Who pays whom and for what kind of charge, as a part of the same number.
  @inline(never)
  private mutating func payer(_ row: borrowing BillRow) throws(BillFault) -> UInt32 {
    var name: [UInt8] = []
    if row[.provider].count > 0 {
      name += row[.provider]
    } else {
      row.provider.withUTF8Buffer { name += $0 }
    }
    name.append(0)
    name += row[.account]
    guard let payer = name.withUnsafeBufferPointer({ payers.number($0) }), payer < Head.payer.limit else {
      throw Self.tooMany
    }
    return UInt32(payer) << Head.payer.shift | UInt32(ChargeKind(row[.category]).rawValue) << Head.kind.shift
  }

  /// What else a line says, as a number.
  @inline(never)
  private mutating func detail(_ row: borrowing BillRow) throws(BillFault) -> UInt32 {
    var name: [UInt8] = []
    name += row[.resource].count > 0 ? row[.resource] : row[.resourceName]
    for field in [BillField.region, .unit] {
      name.append(0)
      name += row[field]
    }
    name.append(0)
    name += row.tags.isEmpty ? TagObject.json(labels(row)) : row.tags
    guard let detail = name.withUnsafeBufferPointer({ details.number($0) }) else { throw Self.tooMany }
    return UInt32(detail)
  }

  /// The labels that matter, where a line has no others.
  private func labels(_ row: borrowing BillRow) -> [String: String] {
    var labels: [String: String] = [:]
    for (number, name) in labelNames.enumerated() {
      labels[name] = String(decoding: row[label: number], as: UTF8.self)
    }
    return labels
  }

  /// The name that a label gives, or for which the resource is named: bit 1 and bit 0; 0 where there is neither.
  @inline(__always)
  private mutating func job(_ row: borrowing BillRow, _ index: Int) throws(BillFault) -> UInt32 {
    var label = 0
    while label < jobLabels {
      if row[label: label].count > 0 {
        guard let number = names[index].number(row[label: label]) else { throw Self.tooMany }
        return UInt32(number) << 2 | 2
      }
      label += 1
    }
    guard let name = ResourceJob.name(row[.resource]) ?? ResourceJob.name(row[.resourceName]) else { return 0 }
    guard let number = resources.number(name) else { throw Self.tooMany }
    return UInt32(number) << 2 | 1
  }

  /// 0 for what is not there, and the number of a name and one.
  @inline(__always)
  private static func number(_ name: BillBytes, _ names: inout ByteNames) throws(BillFault) -> UInt32 {
    guard name.count > 0 else { return 0 }
    guard let number = names.number(name) else { throw tooMany }
    return UInt32(number) + 1
  }

  /// What is given back: by AWS's kinds of line items, and by the category of FOCUS.
  @inline(__always)
  private static func isCredit(_ category: BillBytes) -> Bool {
    guard category.count > 0, let last = category.last else { return false }
    // 'Usage' is nearly all there is.
    guard last == UInt8(ascii: "t") || last == UInt8(ascii: "d") else { return false }
    return category.equals("Credit") || category.equals("Refund") || category.end(of: "Discount") == category.count
  }

  private static func bad(_ bytes: BillBytes, _ noun: String) -> BillFault {
    guard bytes.count > 0 else { return BillFault("a line has no \(noun)", at: 0) }
    return BillFault("'\(Terminal.visible(String(decoding: bytes.prefix(40), as: UTF8.self)))' is no \(noun)", at: 0)
  }

  private static let tooMany = BillFault(
    "there are more than \(limit) groups, which are too many to keep", at: 0,
    hint: "group by less: --by takes fewer words, or others")

  // MARK: All threads

  mutating func merge(_ other: BillTally) throws(BillFault) {
    for (number, sum) in other.sums.enumerated() {
      let key = other.groups.keys[number]
      var own = SIMD8<UInt32>(repeating: 0)
      let head = key[0]
      guard let currency = Self.moved(Head.number(Head.currency, of: head), other.currencies, &currencies),
        let rate = Self.moved(Head.number(Head.rate, of: head), other.rates, &rates),
        currency < Head.currency.limit, rate < Head.rate.limit
      else { throw Self.tooMany }
      own[0] = UInt32(currency) << Head.currency.shift | UInt32(rate) << Head.rate.shift
      if isDetailed {
        guard let detail = Self.moved(Int(key[Head.detailLane]), other.details, &details) else { throw Self.tooMany }
        own[Head.detailLane] = UInt32(detail)
        guard let payer = Self.moved(Head.number(Head.payer, of: head), other.payers, &payers), payer < Head.payer.limit
        else { throw Self.tooMany }
        own[0] |= UInt32(payer) << Head.payer.shift
        own[0] |= UInt32(Head.number(Head.kind, of: head)) << Head.kind.shift
      }
      for (index, step) in plan.enumerated() {
        let value = key[index + 1]
        switch step {
        case .day: own[index + 1] = value
        case .job:
          guard value > 0 else { continue }
          let number = Int(value >> 2)
          guard
            let moved = value & 2 != 0
              ? Self.moved(number, other.names[index], &names[index]) : Self.moved(number, other.resources, &resources)
          else { throw Self.tooMany }
          own[index + 1] = UInt32(moved) << 2 | value & 3
        case .place:
          guard value > 0 else { continue }
          guard let moved = Self.moved(Int(value) - 1, other.names[index], &names[index]) else { throw Self.tooMany }
          own[index + 1] = UInt32(moved) + 1
        }
      }
      guard let group = groups.number(own) else { throw Self.tooMany }
      if group == sums.count { sums.append(Sum()) }
      do throws(Decimal.Overflow) {
        sums[group].amount = try sums[group].amount.plus(sum.amount)
        sums[group].credits = try sums[group].credits.plus(sum.credits)
        sums[group].rows += sum.rows
        sums[group].quantity = try sums[group].quantity.plus(sum.quantity)
        sums[group].quantityRows += sum.quantityRows
      } catch {
        throw BillFault("the sum is too large", at: 0)
      }
    }
    sample.merge(other.sample)
    rows += other.rows
    outside += other.outside
    negative += other.negative
    zero += other.zero
    firstDay = min(firstDay, other.firstDay)
    lastDay = max(lastDay, other.lastDay)
  }

  private static func moved(_ number: Int, _ from: ByteNames, _ to: inout ByteNames) -> Int? {
    var name = from.name(number)
    return name.withUTF8 { to.number($0) }
  }

  // MARK: Outcome

  private static func rate(_ text: String) -> Decimal? {
    var text = text
    return text.withUTF8 { Decimal(billed: $0) }
  }

  /// The groups in words, in no order.
  func lines() throws(BillFault) -> [BillGroup] {
    var lines: [BillGroup] = []
    for (number, sum) in sums.enumerated() {
      let key = groups.keys[number]
      var line = BillGroup(
        currency: currencies.name(Head.number(Head.currency, of: key[0])),
        rate: Self.rate(rates.name(Head.number(Head.rate, of: key[0]))), sum: sum)
      if isDetailed {
        line.payer = BillPayer(
          payers.name(Head.number(Head.payer, of: key[0])), ChargeKind(rawValue: Head.number(Head.kind, of: key[0])))
        line.detail = BillDetail(
          details.name(Int(key[Head.detailLane])), quantity: sum.quantityRows == sum.rows ? sum.quantity : nil)
      }
      for (index, step) in plan.enumerated() {
        let value = key[index + 1]
        switch step {
        case .day: line.keys.append(BillDay.text(value))
        case .job:
          line.keys.append(
            value == 0 ? nil : value & 2 != 0 ? names[index].name(Int(value >> 2)) : resources.name(Int(value >> 2)))
          line.isNamedByLabel = value & 2 != 0
        case .place: line.keys.append(value == 0 ? nil : names[index].name(Int(value) - 1))
        }
      }
      lines.append(line)
    }
    return lines
  }
}

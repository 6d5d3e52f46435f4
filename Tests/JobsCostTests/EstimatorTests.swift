import JobsCore
import JobsCost
import JobsManifest
import Testing

@Suite struct EstimatorTests {
  /// A book with one SKU of each kind: with a pool in units, in money, with tiers, and plain.
  private static let table =
    PriceTable.columns.joined(separator: ",") + "\n" + """
      price,x,s,units-a,*,0.02,,unit,,units,,2026-01-01,high,a page,
      price,x,s,units-b,*,0.03,,unit,,units,,2026-01-01,high,a page,
      free,x,s,units,*,1000,,unit,,,account,2026-01-01,high,a page,
      price,x,s,money,near,0.01,,unit,,money,,2026-01-01,high,a page,
      price,x,s,money,far,0.02,,unit,,money,,2026-01-01,high,a page,
      free,x,s,money,near,500,,unit,,,account,2026-01-01,high,a page,
      price,x,s,tiers,*,0.10,,unit,,,,2026-01-01,high,a page,
      price,x,s,tiers,*,0.05,,unit,100,,,2026-01-01,high,a page,
      price,x,s,own,*,1,,unit,,own,,2026-01-01,high,a page,
      free,x,s,own,*,10,,unit,,,project,2026-01-01,high,a page,

      """

  private static func estimate(_ jobs: [[UsageLine]]) throws -> Estimate {
    let book = PriceBook(try PriceTable.read(Array(table.utf8), name: "the table"))
    let usages = jobs.map {
      JobUsage(job: Job(name: "x"), profile: Sample.profile(runs: 1, milliseconds: 1), lines: $0)
    }
    return try Estimator(book, days: 30).estimate(usages)
  }

  private static func line(
    _ sku: String, _ quantity: String?, region: String? = nil, project: String? = nil
  ) throws -> UsageLine {
    UsageLine(
      .init("x", "s", sku), region: region, project: project, unit: "unit",
      quantity: try quantity.map { Spread(try Sample.number($0)) })
  }

  @Test func `a pool in units is shared by quantities, one in money by list prices`() throws {
    let units = try Self.estimate([[Self.line("units-a", "3000")], [Self.line("units-b", "1000")]])
    // Of 4000 units 1000 are free: a quarter of each.
    #expect(units.jobs.map(\.net.typical.description) == ["45", "22.5"])
    #expect(units.pools[0].credit.typical.description == "22.5" && units.pools[0].used.typical.description == "4000")
    let money = try Self.estimate([
      [Self.line("money", "600", region: "near")], [Self.line("money", "200", region: "far")],
    ])
    // 6 and 4 of which 5 are free.
    #expect(money.jobs.map(\.net.typical.description) == ["3", "2"])
    #expect(money.totals[0].list.typical.description == "10" && money.totals[0].net.typical.description == "5")
  }

  @Test func `what a job adds to the bill is more than its share where it spends what is free`() throws {
    let found = try Self.estimate([[Self.line("units-a", "900")], [Self.line("units-a", "600")]])
    // 1500 units of which 500 are paid; without the first none would be.
    #expect(found.totals[0].net.typical.description == "10")
    #expect(found.jobs.map(\.net.typical.description) == ["6", "4"])
    #expect(found.jobs.map(\.marginal.description) == ["10", "10"])
  }

  @Test func `tiers count what all jobs use, and each has its part`() throws {
    let found = try Self.estimate([[Self.line("tiers", "150")], [Self.line("tiers", "50")]])
    // 100 at 0.10 and 100 at 0.05.
    #expect(found.totals[0].list.typical.description == "15")
    #expect(found.jobs.map(\.list.typical.description) == ["11.25", "3.75"])
    #expect(found.jobs.map(\.marginal.description) == ["10", "2.5"])
  }

  @Test func `small parts are no less exact than great ones`() throws {
    let plain = try Self.estimate([[Self.line("units-a", "0.0001")], [Self.line("units-a", "3000")]])
    #expect(plain.jobs.map(\.list.typical.description) == ["0.000002", "60"])
    // 0.01 of 150.01, which cost 12.5005.
    let tiers = try Self.estimate([[Self.line("tiers", "0.01")], [Self.line("tiers", "150")]])
    #expect(tiers.totals[0].list.typical.description == "12.5005")
    #expect(tiers.jobs[0].list.typical.description.hasPrefix("0.00083331111259249"))
  }

  @Test func `a pool of a project is not that of another`() throws {
    let found = try Self.estimate([
      [Self.line("own", "8", project: "a")], [Self.line("own", "8", project: "b")],
      [Self.line("own", "8", project: "b")],
    ])
    #expect(found.jobs.map(\.net.typical.description) == ["0", "3", "3"])
    #expect(found.pools.map(\.project) == ["a", "b"])
  }

  @Test func `what has no price is in no sum, and is never zero`() throws {
    let found = try Self.estimate([
      [Self.line("unknown", "5", region: "near"), Self.line("tiers", nil), Self.line("tiers", "1")]
    ])
    #expect(found.unpriced == 2 && found.totals[0].unpriced == 2)
    #expect(found.jobs[0].list.typical.description == "0.1")
    #expect(found.jobs[0].lines[0].amounts == nil && found.jobs[0].lines[1].amounts == nil)
    #expect(
      found.jobs[0].lines[0].unpricedReason?.hasPrefix("the price book has no price of s 'unknown' in 'near'") == true)
    #expect(found.jobs[0].lines[1].unpricedReason == "how much it uses of s 'tiers' is not known")
    #expect(found.jobs[0].lines[2].unpricedReason == nil)
  }

  @Test func `nothing costs nothing`() throws {
    let found = try Self.estimate([])
    #expect(found.totals == [CostTotal(currency: "USD")] && found.pools.isEmpty)
  }

  @Test func `a sum that is too large is an error`() throws {
    #expect(throws: Decimal.Overflow.self) {
      try Self.estimate([[Self.line("tiers", "99999999999999")], [Self.line("tiers", "99999999999999")]])
    }
  }

  /// How far a sum of shares may be off, which are rounded at the 24th place.
  private static func isNear(_ a: Decimal, _ b: Decimal) throws -> Bool {
    let difference = try a.minus(b)
    let limit = try Sample.number("0.000000000000000001")
    let opposite = try difference.times(-1)
    return difference < limit && opposite < limit
  }

  @Test func `shares add up to the bill, more use never costs less, and a part of the bill is its jobs' alone`() throws
  {
    let seed = UInt64.random(in: .min ... .max)
    var generator = SplitMix64(seed: seed)
    let kinds: [(sku: String, region: String?)] = [
      ("units-a", nil), ("units-b", nil), ("money", "near"), ("money", "far"), ("tiers", nil), ("own", nil),
    ]
    for _ in 0..<200 {
      var jobs: [[UsageLine]] = []
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        var lines: [UsageLine] = []
        for kind in kinds where Bool.random(using: &generator) {
          let low = Int.random(in: 0...2000, using: &generator)
          var line = try Self.line(
            kind.sku, "\(low)", region: kind.region, project: Bool.random(using: &generator) ? "a" : "b")
          let typical = low + Int.random(in: 0...2000, using: &generator)
          line.quantity = try Spread(
            low: Decimal(low), typical: Decimal(typical),
            high: Decimal(typical + Int.random(in: 0...9, using: &generator)))
          lines.append(line)
        }
        jobs.append(lines)
      }
      let whole = try Self.estimate(jobs)
      let words: Comment = "seed \(seed)"
      let total = whole.totals[0]
      // Additive over pools: what is paid is the list less what each pool takes off.
      let credit = try whole.pools.reduce(Decimal.zero) { try $0.plus($1.credit.typical) }
      #expect(try total.net.typical.plus(credit) == total.list.typical, words)
      // Monotonic along the ends.
      #expect(total.net.low <= total.net.typical && total.net.typical <= total.net.high, words)
      for (index, job) in whole.jobs.enumerated() {
        #expect(job.net.typical <= job.list.typical && !job.net.typical.isNegative, words)
        // Monotonic in jobs, and 'marginal' is the difference that the job makes.
        var rest = jobs
        rest[index] = []
        let without = try Self.estimate(rest).totals[0].net.typical
        #expect(without <= total.net.typical, words)
        #expect(try Self.isNear(total.net.typical.minus(without), job.marginal), words)
      }
    }
  }
}

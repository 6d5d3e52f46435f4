import JobsCore
import JobsManifest

/// The lines of one job as they are added up.
struct JobCount {
  let job: Job
  let profile: RunProfile
  let book: PriceBook
  private(set) var usage: JobUsage
  /// What is counted with one job though others use it too.
  private(set) var shared: Set<String>

  init(_ job: Job, _ profile: RunProfile, _ book: PriceBook, shared: Set<String>) {
    self.job = job
    self.profile = profile
    self.book = book
    self.shared = shared
    usage = JobUsage(job: job, profile: profile)
    // A job that never runs needs no length.
    if profile.length == nil, profile.runs > 0 {
      usage.remarks.append("how long a run takes is not known")
    }
  }

  mutating func remark(_ words: String) { usage.remarks.append(words) }

  /// Takes back what was remarked before.
  mutating func remark(only words: String) { usage.remarks = [words] }

  mutating func add(
    _ provider: String, _ service: String, _ sku: String, _ unit: String, _ quantity: Spread<Decimal>?,
    isRegional: Bool = true, remark: String? = nil
  ) {
    if let quantity, quantity.high.isZero { return }
    usage.lines.append(
      UsageLine(
        PriceBook.Item(provider, service, sku), region: isRegional ? job.target.region : nil,
        project: job.target.project ?? job.target.account, unit: unit, quantity: quantity, remark: remark))
  }

  mutating func add(_ line: UsageLine) { usage.lines.append(line) }

  /// Whether this job is the first to use what others may share.
  mutating func isFirst(_ words: String...) -> Bool { shared.insert(words.joined(separator: " ")).inserted }

  // MARK: Quantities

  var retries: Int { job.limits.retry?.attempts ?? 0 }

  /// Attempts of all runs.
  func attempts() throws(Decimal.Overflow) -> Spread<Decimal> {
    let each = try profile.attempts(retries: retries)
    return try each.map { share throws(Decimal.Overflow) in try share.times(profile.runs) }
  }

  /// Seconds that all attempts of all tasks take, as a service counts them; nil where the length is not known.
  ///
  /// The length of a run is that of its tasks behind each other as far as they do not run at once.
  func seconds(_ provider: String, _ service: String) throws(Decimal.Overflow) -> Spread<Decimal>? {
    guard profile.runs > 0 else { return Spread(.zero) }
    guard let length = profile.length else { return nil }
    let tasks = max(job.resources.tasks ?? 1, 1)
    let width = job.resources.parallelism.flatMap { $0 > 0 ? min($0, tasks) : nil } ?? tasks
    let waves = (tasks + width - 1) / width
    let step = max(book.rule(provider, service, "step") ?? 1, 1)
    let minimum = book.rule(provider, service, "minimum") ?? 0
    let attempts = try attempts()
    return try length.milliseconds.with(attempts) { total, attempts throws(Decimal.Overflow) in
      let each = max(total / waves + (total % waves == 0 ? 0 : 1), minimum, 1)
      let counted = each / step * step + (each % step == 0 ? 0 : step)
      return try attempts.times(tasks).times(counted).times(Self.thousandth)
    }
  }

  /// Cores or units of a thousandth.
  func cores() throws(Decimal.Overflow) -> Decimal? {
    guard let millis = job.resources.cpuMillis else { return nil }
    return try Decimal(millis).times(Self.thousandth)
  }

  /// GiB, which AWS calls GB.
  func gibibytes(_ bytes: Int) throws(Decimal.Overflow) -> Decimal {
    // In two steps, so that whole MiB of any size are exact and large sizes no overflow.
    try Decimal(bytes >> 10).plus(Decimal(bytes & 1023).divided(by: Decimal(1024))).divided(by: Decimal(1 << 20))
  }

  func product(_ spread: Spread<Decimal>?, _ factor: Decimal?) throws(Decimal.Overflow) -> Spread<Decimal>? {
    guard let spread, let factor else { return nil }
    return try spread.map { value throws(Decimal.Overflow) in try value.times(factor) }
  }

  private static let thousandth = Decimal("0.001") ?? .zero

  // MARK: What all clouds have

  /// Runs that something else than a schedule starts.
  mutating func addEvents() {
    guard !job.events.isEmpty, job.enabled, !job.paused, profile.eventRuns == nil else { return }
    let (provider, service) =
      switch job.target.kind {
      case .cloudRun: ("gcp", "cloud-run-jobs")
      case .lambda: ("aws", "lambda")
      case .ecs, .batch: ("aws", "fargate")
      case .local, .host: ("host", "runs")
      }
    guard provider != "host" else { return }
    add(
      provider, service, "event-runs", "run", nil,
      remark: "how many runs events start is not known: add --assume runs=NUMBER")
  }

  /// Distinct names of secrets, without their versions.
  var secrets: [String] {
    var names: [String] = []
    for text in job.run.secrets.map(\.value) + job.run.mounts.map(\.secret) {
      let name = text.lastIndex(of: ":").map { String(text[..<$0]) } ?? text
      if !names.contains(name) { names.append(name) }
    }
    return names
  }
}

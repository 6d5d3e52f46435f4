import JobsCore
import JobsCron
package import JobsManifest

/// Everything that may be worth trying for jobs, by what is known of them.
package struct Proposals {
  /// The most that the runs of a job used of what they are given.
  package struct Peak: Sendable, Equatable {
    package var cpuMillis: Int?
    package var memoryBytes: Int?
    /// How many runs of a history say so; nil for what the user says.
    package var runs: Int?

    package init(cpuMillis: Int? = nil, memoryBytes: Int? = nil, runs: Int? = nil) {
      self.cpuMillis = cpuMillis
      self.memoryBytes = memoryBytes
      self.runs = runs
    }
  }

  private let book: PriceBook
  private let peaks: [String: Peak]
  private let quietHours: QuietHours?
  package private(set) var all: [Proposal] = []

  /// - Parameters:
  ///   - usages: of the jobs, in their order.
  ///   - peaks: by the ids of jobs.
  ///   - quietHours: of the environment that was read.
  package init(_ usages: [JobUsage], _ book: PriceBook, peaks: [String: Peak], quietHours: QuietHours?) {
    self.book = book
    self.peaks = peaks
    self.quietHours = quietHours
    var twins: [Work: String] = [:]
    for (index, usage) in usages.enumerated() {
      let job = usage.job
      addSizes(index, job)
      addArchitecture(index, job)
      addRegion(index, job)
      addSchedule(index, usage)
      addMinimum(index, usage)
      if job.paused, job.enabled, !job.schedules.isEmpty {
        add(
          "CO260", index, job, "it is paused, and its schedules are billed all the same",
          .set([Pair("paused", "false"), Pair("enabled", "false")])
        ) {
          $0.enabled = false
          $0.paused = false
        }
      }
      if job.enabled, !job.paused, let work = Work(job) {
        if let other = twins[work] {
          add("CO270", index, job, "it runs what '\(Terminal.visible(other))' runs, at the same times", .disable) {
            $0.enabled = false
          }
        } else {
          twins[work] = job.id
        }
      }
    }
  }

  /// What makes two jobs do the same.
  private struct Work: Hashable {
    var target: Target
    var run: Run
    var schedules: [Schedule]
    var env: String?

    init?(_ job: Job) {
      guard !job.schedules.isEmpty, job.run.image != nil || !job.run.command.isEmpty else { return nil }
      (target, run, schedules, env) = (job.target, job.run, job.schedules, job.env)
    }
  }

  private mutating func add(
    _ code: String, _ index: Int, _ job: Job, _ message: String, _ change: Proposal.Change, _ edit: (inout Job) -> Void
  ) {
    var changed = job
    edit(&changed)
    guard changed != job else { return }
    all.append(Proposal(code: code, message: message, index: index, job: changed, change: change))
  }

  // MARK: Sizes

  /// CPU and memory down to the least legal sizes that hold a fifth more than the runs used.
  private mutating func addSizes(_ index: Int, _ job: Job) {
    guard let peak = peaks[job.id], let cpu = job.resources.cpuMillis ?? (job.target.kind == .lambda ? 0 : nil),
      let memory = job.resources.memoryBytes,
      let size = LegalSizes(job.target.kind)?.least(
        cpu: peak.cpuMillis.map(Self.roomy) ?? cpu, memory: peak.memoryBytes.map(Self.roomy) ?? memory)
    else { return }
    let isSmaller = size.cpu <= cpu && size.memory <= memory && (size.cpu < cpu || size.memory < memory)
    guard isSmaller else { return }
    var pairs: [Pair] = []
    var words: [String] = []
    if size.memory < memory {
      pairs.append(Pair("memory", Quantity.words(bytes: size.memory)))
      words.append(
        "memory \(Quantity.words(bytes: memory)) is used to \(Self.share(peak.memoryBytes, memory)), and \(Quantity.words(bytes: size.memory)) is enough"
      )
    }
    if size.cpu < cpu {
      pairs.append(Pair("cpu", Quantity.words(millicores: size.cpu)))
      words.append(
        "cpu \(Quantity.words(millicores: cpu)) is used to \(Self.share(peak.cpuMillis, cpu)), and \(Quantity.words(millicores: size.cpu)) is enough"
      )
    }
    let source = peak.runs.map { ", by \($0) runs of the history" } ?? ""
    add("CO210", index, job, words.joined(separator: "; ") + source, .set(pairs)) {
      if job.target.kind != .lambda { $0.resources.cpuMillis = size.cpu }
      $0.resources.memoryBytes = size.memory
    }
  }

  private static func roomy(_ amount: Int) -> Int { amount + amount / 5 + (amount % 5 == 0 ? 0 : 1) }

  private static func share(_ part: Int?, _ whole: Int) -> String {
    part.map { "\(($0 * 100 + whole / 2) / max(whole, 1)) %" } ?? "what is known"
  }

  // MARK: Places

  private mutating func addArchitecture(_ index: Int, _ job: Job) {
    guard job.resources.architecture?.hasPrefix("arm") != true else { return }
    switch job.target.kind {
    case .lambda, .ecs, .batch:
      add(
        "CO230", index, job, "on arm64 it costs less; its image has to be built for it",
        .set([Pair("architecture", "arm64")])
      ) { $0.resources.architecture = "arm64" }
    case .cloudRun, .local, .host: break
    }
  }

  /// Regions of the same continent whose class is another; data that it reads may then cross regions.
  private mutating func addRegion(_ index: Int, _ job: Job) {
    guard job.target.kind == .cloudRun, let region = job.target.region else { return }
    let part = { (region: String) in region.prefix { $0 != "-" } }
    let classes = book.rows.filter { $0.kind == .class && $0.provider == "gcp" && $0.service == "cloud-run-jobs" }
    guard let own = classes.first(where: { $0.region == region })?.sku,
      let other = classes.first(where: { $0.sku < own && part($0.region) == part(region) })
    else { return }
    add(
      "CO220", index, job,
      "in '\(other.region)' it costs less than in '\(region)': regions stand in jobs.yaml, and data that it reads may have to move too",
      .elsewhere
    ) { $0.target.region = other.region }
  }

  // MARK: Times

  private mutating func addSchedule(_ index: Int, _ usage: JobUsage) {
    let job = usage.job
    guard job.schedules.count == 1, job.enabled, !job.paused, usage.profile.runs > 0 else { return }
    let schedule = job.schedules[0]
    let fields = schedule.cron.split(separator: " ").map(String.init)
    guard fields.count == 5, schedule.dialect == nil || schedule.dialect == .unix else { return }
    if fields[0].hasPrefix("*/"), let step = Int(fields[0].dropFirst(2)), step >= 1, 60 % (step * 2) == 0 {
      let cron = (["*/\(step * 2)"] + fields.dropFirst()).joined(separator: " ")
      add(
        "CO240", index, job,
        "it runs every \(step == 1 ? "minute" : "\(step) minutes"); every \(step * 2) minutes would do half as often what it does",
        .set([Pair("schedule", cron)])
      ) { $0.schedules[0].cron = cron }
    }
    guard let quietHours, fields[1] == "*", fields[2] == "*", fields[3] == "*", fields[4] == "*" else { return }
    if let hours = Self.hours(quietHours, schedule) {
      let cron = [fields[0], hours, "*", "*", quietHours.weekends ? "1-5" : "*"].joined(separator: " ")
      add(
        "CO280", index, job,
        "it runs in the quiet hours of its environment; '\(cron)' leaves them out", .set([Pair("schedule", cron)])
      ) { $0.schedules[0].cron = cron }
    }
  }

  /// The hours outside the quiet ones as a field of a schedule in the same zone; nil where they are not whole hours.
  private static func hours(_ quiet: QuietHours, _ schedule: Schedule) -> String? {
    guard (schedule.timezone ?? "UTC") == (quiet.timezone ?? "UTC"), quiet.from > quiet.to, quiet.from % 60 == 0,
      quiet.to % 60 == 0, quiet.from < 1440
    else { return nil }
    return "\(quiet.to / 60)-\(quiet.from / 60 - 1)"
  }

  /// Runs that are shorter than what is billed at least: fewer and longer ones cost less.
  private mutating func addMinimum(_ index: Int, _ usage: JobUsage) {
    let job = usage.job
    guard job.target.kind == .ecs || job.target.kind == .batch,
      let minimum = book.rule("aws", "fargate", "minimum"), let length = usage.profile.length?.milliseconds.typical,
      length * 2 <= minimum, job.schedules.count == 1, usage.profile.runs > 0
    else { return }
    let fields = job.schedules[0].cron.split(separator: " ").map(String.init)
    let times = min(minimum / max(length, 1), 12)
    guard fields.count == 5, fields[0].hasPrefix("*/"), let step = Int(fields[0].dropFirst(2)), step >= 1,
      let merged = (2...max(times, 2)).reversed().first(where: { 60 % (step * $0) == 0 })
    else { return }
    let cron = (["*/\(step * merged)"] + fields.dropFirst()).joined(separator: " ")
    add(
      "CO250", index, job,
      "a run takes \(length / 1000) s and is billed \(minimum / 1000) s: one that does the work of \(merged) takes less than that",
      .set([Pair("schedule", cron)])
    ) { $0.schedules[0].cron = cron }
  }
}

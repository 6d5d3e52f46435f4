import JobsCore
import JobsManifest
import JobsSchedule

/// The span of time that is simulated, and the parts in which its load is shown.
struct SimulationWindow {
  private let command: SimulateCommand
  private let now: Instant

  init(_ command: SimulateCommand, now: Instant) {
    self.command = command
    self.now = now
  }

  /// - Throws: a usage failure for times that are none, or too far apart.
  func options() throws(Failure) -> Simulation.Options {
    var start = now.seconds
    if let from = command.from {
      start = try TimeArgument.milliseconds(from, "--from", now: now).floorDivided(by: 1000)
    }
    let end = try end(after: start)
    guard start < end else {
      throw .usage("--to is not after --from", hint: "write a later time, or a length such as 7d")
    }
    guard end - start <= Self.longest else {
      throw .usage("--to is more than 5 years after --from", hint: "simulate a shorter time, such as --to 30d")
    }
    let bucket = command.bucket.flatMap(Quantity.seconds).map(Int64.init) ?? Self.bucket(of: end - start)
    guard (end - start) / bucket <= Self.mostBuckets else {
      throw .usage(
        "--bucket '\(Terminal.visible(command.bucket ?? ""))' makes more than \(Self.mostBuckets) parts",
        hint: "take longer ones, or simulate a shorter time")
    }
    return Simulation.Options(
      window: start..<end, bucket: bucket, maxRunning: command.maxRunning, herd: command.herd)
  }

  /// Refuses more due times than can be played in reasonable time and memory.
  static func check(_ jobs: [SimulatedJob], _ options: Simulation.Options) throws(Failure) {
    let range = Simulation.played(jobs, options.window)
    let count = jobs.reduce(0) { $0 + $1.timetable.dueLimit(in: range) }
    guard count > Simulation.limit else { return }
    throw .usage(
      "\(count) due times are too many to simulate: the limit is \(Simulation.limit)",
      hint: "simulate a shorter time, or fewer jobs with -l KEY=VALUE")
  }

  private func end(after start: Int64) throws(Failure) -> Int64 {
    // A length has a unit last; the same words mean a time past elsewhere, which is no end.
    if let seconds = Quantity.seconds(command.to), command.to.utf8.last.map({ $0 > 57 }) ?? false {
      return start + Int64(seconds)
    }
    return try TimeArgument.milliseconds(command.to, "--to", now: now).floorDivided(by: 1000)
  }

  /// The shortest of the usual lengths that makes no more than some forty parts.
  private static func bucket(of length: Int64) -> Int64 {
    [60, 300, 900, 3600, 21600, 86400].first { length / $0 <= 40 } ?? 7 * 86400
  }

  /// Seconds.
  private static let longest: Int64 = 5 * 366 * 86400
  private static let mostBuckets: Int64 = 100_000
}

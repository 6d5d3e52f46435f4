/// Plays what schedules, policies and run lengths make of a span of time, by the rules of `Admission` that the daemon
/// goes by.
///
/// A pure function of its input: nothing is random, and ties go by the order of the jobs. Runs that end at an instant
/// make room before others are due in it. Every run succeeds at its first attempt: retries, circuit breakers and
/// fallbacks, which follow from failures, are not played, nor is time that a host is off.
package struct Simulation {
  package struct Options: Sendable {
    /// Seconds since the epoch; not empty.
    package var window: Range<Int64>
    /// The length of a part in which load is added up, in seconds.
    package var bucket: Int64
    /// The most jobs that run at once; nil for no limit.
    package var maxRunning: Int?
    /// More jobs than this that are due in one minute make a herd.
    package var herd: Int

    package init(window: Range<Int64>, bucket: Int64, maxRunning: Int? = nil, herd: Int) {
      self.window = window
      self.bucket = bucket
      self.maxRunning = maxRunning
      self.herd = herd
    }
  }

  package struct Result: Sendable {
    /// In the order of the jobs.
    package var jobs: [JobForecast]
    package var load: [LoadBucket]
  }

  /// More due times than this are too many to play.
  package static let limit = 5_000_000

  /// Runs that began before the window may reach into it: due times of a day before are played, and not counted, if
  /// jobs last so long or are put off so long.
  package static func played(_ jobs: [SimulatedJob], _ window: Range<Int64>) -> Range<Int64> {
    let longest = jobs.reduce(0) { max($0, $1.length.milliseconds + $1.jitter * 1000) }
    return window.lowerBound - min((longest + 999) / 1000, 86400)..<window.upperBound
  }

  package static func run(_ jobs: [SimulatedJob], _ options: Options) -> Result {
    var simulation = Simulation(jobs, options)
    simulation.play()
    return simulation.result()
  }

  let jobs: [SimulatedJob]
  let options: Options
  var times: [DueSequence]
  var forecasts: [JobForecast]
  /// How many runs of each job go on.
  var running: [Int]
  /// How many go on or wait.
  var unfinished: [Int]
  var admission: Admission
  var meter: LoadMeter
  var herds: HerdCount
  /// When each job is due next, in milliseconds since the epoch, as all times below; its place among the jobs goes with
  /// it.
  var dues = Heap<Event>()
  /// When runs that were started end; their numbers go with it.
  var ends = Heap<Event>()
  /// When runs that were put off may start.
  var ready = Heap<Event>()
  /// Runs that were put off and may not start yet.
  var putOff = 0
  /// Runs that wait or go on, by their numbers.
  var open: [Int: Run] = [:]
  var runs = 0

  struct Event: Comparable {
    var time: Int64
    var number: Int

    static func < (one: Event, other: Event) -> Bool { (one.time, one.number) < (other.time, other.number) }
  }

  /// A due time that was admitted.
  struct Run {
    var job: Int
    var due: Int64
    /// Whether another run of the job was not over when it was due.
    var isOverlap: Bool
    /// Whether its jitter has still to pass.
    var isPutOff: Bool
    var isStarted = false
  }

  private init(_ jobs: [SimulatedJob], _ options: Options) {
    self.jobs = jobs
    self.options = options
    let range = Self.played(jobs, options.window)
    times = jobs.map { DueSequence($0.timetable, in: range) }
    forecasts = jobs.map { JobForecast(job: $0.ticket.job, concurrency: $0.ticket.concurrency, length: $0.length) }
    running = Array(repeating: 0, count: jobs.count)
    unfinished = running
    admission = Admission(limit: options.maxRunning ?? .max)
    meter = LoadMeter(window: options.window, width: options.bucket)
    herds = HerdCount(window: options.window)
    for index in jobs.indices { addNextDue(index) }
  }

  mutating func addNextDue(_ job: Int) {
    if let next = times[job].next() { dues.insert(Event(time: next * 1000, number: job)) }
  }

  /// Whether a time lies in the window, and not before it.
  func isCounted(_ time: Int64) -> Bool { time >= options.window.lowerBound * 1000 }

  private mutating func result() -> Result {
    meter.add(herds, limit: options.herd)
    for run in open.values where !run.isStarted && isCounted(run.due) { forecasts[run.job].waiting += 1 }
    let advice = SlotAdvice.advise(jobs, window: options.window, counts: herds, limit: options.herd)
    for index in jobs.indices {
      forecasts[index].advice = advice[index]
      for due in DueSequence(jobs[index].timetable, in: options.window)
      where herds[herds.place(of: due)] > options.herd {
        forecasts[index].herds += 1
      }
    }
    return Result(jobs: forecasts, load: meter.buckets)
  }
}

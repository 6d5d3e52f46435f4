import JobsManifest

/// What happens from instant to instant.
extension Simulation {
  mutating func play() {
    let end = options.window.upperBound * 1000
    while let now = [ends.first?.time, dues.first?.time, ready.first?.time].compactMap(\.self).min(), now < end {
      meter.advance(to: now)
      while let event = ends.first, event.time == now {
        _ = ends.removeFirst()
        // One that was replaced is over already.
        if open[event.number] != nil {
          endRun(event.number)
          admission.finish(event.number)
        }
      }
      var met = takeReady(now)
      var together = 0
      while let event = dues.first, event.time == now {
        _ = dues.removeFirst()
        if let run = offer(event.number, at: now), open[run]?.isPutOff == false { met.append(run) }
        addNextDue(event.number)
        together += 1
      }
      for run in admission.startable(now: now) { startRun(run, at: now) }
      if isCounted(now), together > 0 { meter.meet(together, second: now / 1000) }
      for run in met { countWait(run) }
      meter.waits(admission.waitingCount - putOff)
    }
    meter.advance(to: end)
  }

  /// The runs whose jitter has passed.
  private mutating func takeReady(_ now: Int64) -> [Int] {
    var runs: [Int] = []
    while let event = ready.first, event.time <= now {
      _ = ready.removeFirst()
      guard open[event.number] != nil else { continue }
      open[event.number]?.isPutOff = false
      putOff -= 1
      runs.append(event.number)
    }
    return runs
  }

  /// Takes a due time to the gate, and returns its run; nil if it is not admitted.
  private mutating func offer(_ job: Int, at now: Int64) -> Int? {
    let counts = isCounted(now) ? 1 : 0
    if counts > 0 { herds.add(herds.place(of: now / 1000)) }
    let isOverlap = unfinished[job] > 0
    forecasts[job].due += counts
    if isOverlap { forecasts[job].overlaps += counts }
    if let quiet = jobs[job].quiet, quiet.isQuiet(now / 1000) {
      forecasts[job].skipped += counts
      return nil
    }
    runs += 1
    var ticket = jobs[job].ticket
    ticket.run = runs
    ticket.due = now
    let delay = JobPolicy.delay(job: ticket.job, at: now / 1000, most: jobs[job].jitter)
    ticket.notBefore = now + delay
    switch admission.offer(ticket) {
    case .admitted: break
    case .skipped:
      forecasts[job].skipped += counts
      return nil
    case .replaces(let running, let waiting):
      forecasts[job].replaced += counts
      for run in running {
        endRun(run)
        admission.finish(run)
      }
      for run in waiting { leave(run) }
    }
    open[runs] = Run(job: job, due: now, isOverlap: isOverlap, isPutOff: delay > 0)
    unfinished[job] += 1
    if delay > 0 {
      ready.insert(Event(time: now + delay, number: runs))
      putOff += 1
    }
    return runs
  }

  private mutating func startRun(_ number: Int, at now: Int64) {
    guard let run = open[number] else { return }
    let job = run.job
    open[number]?.isStarted = true
    running[job] += 1
    meter.began(at: now)
    ends.insert(Event(time: now + jobs[job].length.milliseconds, number: number))
    if isCounted(now) { forecasts[job].maxRunning = max(forecasts[job].maxRunning, running[job]) }
    guard isCounted(run.due) else { return }
    forecasts[job].started += 1
    forecasts[job].longestWait = max(forecasts[job].longestWait, now - run.due)
  }

  private mutating func endRun(_ number: Int) {
    guard let run = open[number] else { return }
    running[run.job] -= 1
    meter.ended()
    leave(number)
  }

  private mutating func leave(_ number: Int) {
    guard let run = open.removeValue(forKey: number) else { return }
    unfinished[run.job] -= 1
    if run.isPutOff { putOff -= 1 }
  }

  /// Counts a run that could not start when it was to: for a run of its own job, or for something else.
  private mutating func countWait(_ number: Int) {
    guard let run = open[number], !run.isStarted, isCounted(run.due) else { return }
    if run.isOverlap, jobs[run.job].ticket.concurrency != .allow {
      forecasts[run.job].queued += 1
    } else {
      forecasts[run.job].delayed += 1
    }
  }
}

import JobsManifest

/// What happens from instant to instant.
extension Simulation {
  mutating func play() {
    let end = options.window.upperBound * 1000
    while let now = [ends.first?.time, dues.first?.time].compactMap(\.self).min(), now < end {
      meter.advance(to: now)
      while let event = ends.first, event.time == now {
        _ = ends.removeFirst()
        // One that was replaced is over already.
        if open[event.number] != nil {
          endRun(event.number)
          admission.finish(event.number)
        }
      }
      var met: [(run: Int, isOverlap: Bool)] = []
      var together = 0
      while let event = dues.first, event.time == now {
        _ = dues.removeFirst()
        if let run = offer(event.number, at: now) { met.append(run) }
        addNextDue(event.number)
        together += 1
      }
      for run in admission.startable(now: now) { startRun(run, at: now) }
      if isCounted(now), together > 0 { meter.meet(together, second: now / 1000) }
      for (run, isOverlap) in met { countWait(run, isOverlap) }
      meter.waits(admission.waitingCount)
    }
    meter.advance(to: end)
  }

  /// Takes a due time to the gate, and returns its run and whether it met another of its job; nil if it is not admitted.
  private mutating func offer(_ job: Int, at now: Int64) -> (run: Int, isOverlap: Bool)? {
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
    ticket.notBefore = now
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
    open[runs] = Run(job: job, due: now)
    unfinished[job] += 1
    return (runs, isOverlap)
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
    if let run = open.removeValue(forKey: number) { unfinished[run.job] -= 1 }
  }

  /// Counts a run that could not start when it was due: for a run of its own job, or for something else.
  private mutating func countWait(_ number: Int, _ isOverlap: Bool) {
    guard let run = open[number], !run.isStarted, isCounted(run.due) else { return }
    if isOverlap, jobs[run.job].ticket.concurrency != .allow {
      forecasts[run.job].queued += 1
    } else {
      forecasts[run.job].delayed += 1
    }
  }
}

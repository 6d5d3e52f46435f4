/// Keeps count of what runs, and adds it up by parts of the window.
struct LoadMeter {
  private(set) var buckets: [LoadBucket] = []
  private(set) var running = 0
  private var waiting = 0
  /// Milliseconds since the epoch, as all times here.
  private let start: Int64
  private let end: Int64
  private let width: Int64
  /// Up to when everything is added up.
  private var at: Int64

  /// - Parameters:
  ///   - window: in seconds since the epoch.
  ///   - width: of a part, in seconds; the last one may be shorter.
  init(window: Range<Int64>, width: Int64) {
    start = window.lowerBound * 1000
    end = window.upperBound * 1000
    self.width = width * 1000
    at = start
    for from in stride(from: window.lowerBound, to: window.upperBound, by: Int(width)) {
      buckets.append(LoadBucket(range: from..<min(from + width, window.upperBound)))
    }
  }

  /// Adds up what ran until a time; times before the window count for nothing.
  mutating func advance(to time: Int64) {
    let upTo = min(time, end)
    while at < upTo {
      let place = place(of: at)
      let edge = min(start + Int64(place + 1) * width, upTo)
      buckets[place].runTime += Int64(running) * (edge - at)
      if running > buckets[place].maxRunning {
        buckets[place].maxRunning = running
        buckets[place].maxRunningAt = at
      }
      buckets[place].maxWaiting = max(buckets[place].maxWaiting, waiting)
      at = edge
    }
  }

  mutating func began(at time: Int64) {
    running += 1
    if (start..<end).contains(time) { buckets[place(of: time)].started += 1 }
  }

  mutating func ended() { running -= 1 }

  mutating func waits(_ count: Int) { waiting = count }

  mutating func add(_ herds: HerdCount, limit: Int) {
    for (minute, due) in herds.busyMinutes {
      let place = place(of: max(minute * 1000, start))
      buckets[place].due += due
      if due > limit { buckets[place].herds += 1 }
      if due > buckets[place].busiestMinuteDue {
        buckets[place].busiestMinute = minute
        buckets[place].busiestMinuteDue = due
      }
    }
  }

  /// Counts the jobs that are due in one second.
  mutating func meet(_ due: Int, second: Int64) {
    let place = place(of: second * 1000)
    buckets[place].busiestSecondDue = max(buckets[place].busiestSecondDue, due)
  }

  private func place(of time: Int64) -> Int { Int((time - start) / width) }
}

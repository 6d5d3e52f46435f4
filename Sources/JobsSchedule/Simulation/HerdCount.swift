import JobsCore

/// How many jobs are due in each minute of a window.
struct HerdCount {
  /// The minute of the first count, in minutes since the epoch.
  private let first: Int64
  private var counts: [UInt32]

  /// - Parameter window: in seconds since the epoch.
  init(window: Range<Int64>) {
    first = window.lowerBound.floorDivided(by: 60)
    counts = Array(repeating: 0, count: Int((window.upperBound - 1).floorDivided(by: 60) - first) + 1)
  }

  /// The place of a time in seconds since the epoch, for the calls below.
  func place(of second: Int64) -> Int { Int(second.floorDivided(by: 60) - first) }

  /// 0 outside the window.
  subscript(place: Int) -> Int { counts.indices.contains(place) ? Int(counts[place]) : 0 }

  mutating func add(_ place: Int) { if counts.indices.contains(place) { counts[place] += 1 } }

  mutating func remove(_ place: Int) { if counts.indices.contains(place) { counts[place] -= 1 } }

  /// The minutes in which something is due, in seconds since the epoch, ascending.
  var busyMinutes: some Sequence<(minute: Int64, due: Int)> {
    counts.indices.lazy.filter { counts[$0] > 0 }.map { ((first + Int64($0)) * 60, Int(counts[$0])) }
  }
}

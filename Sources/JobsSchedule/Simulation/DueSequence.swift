import JobsCron
import JobsManifest

/// The due times of a timetable within a range, in seconds since the epoch, ascending; schedules that meet in a time
/// make one.
package struct DueSequence: Sequence, IteratorProtocol, Sendable {
  private var lines: [CronFires.Iterator]
  /// The next time of each line.
  private var heads: [Int64?]

  package init(_ table: Timetable, in range: Range<Int64>) {
    lines = table.lines.map { $0.expression.fires(in: range, zone: $0.zone, dst: $0.schedule.dst).makeIterator() }
    heads = []
    for index in lines.indices { heads.append(lines[index].next()) }
  }

  package mutating func next() -> Int64? {
    var least: Int64?
    for case let head? in heads where head < least ?? .max { least = head }
    guard let least else { return nil }
    for index in heads.indices where heads[index] == least { heads[index] = lines[index].next() }
    return least
  }
}

extension Timetable {
  /// How many due times there are in a range, or some more where schedules meet; counted by days, so that asking costs
  /// little.
  package func dueLimit(in range: Range<Int64>) -> Int {
    lines.reduce(0) { $0 + $1.expression.fires(in: range, zone: $1.zone, dst: $1.schedule.dst).count }
  }
}

/// When each of many jobs is due next: a heap of due times, so that the soonest costs nothing and a change costs the
/// logarithm of their number.
///
/// Jobs are places in the caller's table, 0-based. Times are seconds since the epoch.
package struct Agenda: Sendable {
  package struct Entry: Hashable, Sendable, Comparable {
    package var at: Int64
    package var job: Int

    /// By time; of one time, by the job's place.
    package static func < (one: Entry, other: Entry) -> Bool {
      (one.at, one.job) < (other.at, other.job)
    }
  }

  private var heap = Heap<Entry>()

  package init() {}

  /// The soonest due time; nil if nothing is ever due.
  package var soonest: Int64? { heap.first?.at }

  package var count: Int { heap.count }

  package mutating func add(_ entry: Entry) { heap.insert(entry) }

  /// Takes out every entry up to and including a time, soonest first.
  ///
  /// The caller adds each job's next due time again.
  package mutating func take(through time: Int64) -> [Entry] {
    var due: [Entry] = []
    while let first = heap.first, first.at <= time {
      due.append(first)
      _ = heap.removeFirst()
    }
    return due
  }

  /// The entries up to and including a time, which stay; in no order.
  package func entries(through time: Int64) -> [Entry] { heap.elements(upTo: Entry(at: time, of: .max)) }

  package mutating func removeAll() { heap = Heap() }
}

extension Agenda.Entry {
  package init(at: Int64, of job: Int) {
    self.at = at
    self.job = job
  }
}

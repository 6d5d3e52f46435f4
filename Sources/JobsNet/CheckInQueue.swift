import JobsCore
import JobsExec

/// The order in which pings are sent: each job's own in the order of their files, jobs beside each other.
struct CheckInQueue {
  struct Limits: Sendable {
    /// Pings that wait.
    var count = 1000
    /// Bytes of their files.
    var bytes = 8 << 20
    /// How long a ping is worth sending.
    var age: Duration = .seconds(86400)
    /// Pings under way at once.
    var parallelism = 4
    /// The waits between attempts; how often is bounded by the age.
    var retry = RetryPolicy(attempts: .max, base: .seconds(2), maximum: .seconds(300))
  }

  struct Entry: Hashable {
    /// Of the file; names sort in the order of posting.
    var name: String
    var job: String
    var bytes: Int
    /// Milliseconds since the epoch.
    var posted: Int64
    /// Those that failed so far, in this process.
    var attempts = 0
    /// On the monotonic clock, in nanoseconds.
    var due: Int64 = 0
  }

  let limits: Limits
  /// By name.
  private(set) var entries: [Entry] = []
  private var underWay: Set<String> = []

  init(_ limits: Limits) { self.limits = limits }

  var isEmpty: Bool { entries.isEmpty }

  /// Makes the queue what the folder is: names that are gone are forgotten, those that are new are added.
  mutating func update(names: Set<String>, adding new: [Entry]) {
    entries.removeAll { !names.contains($0.name) && !underWay.contains($0.name) }
    entries = (entries + new).sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Takes out the oldest, as long as there are too many or too large ones; what is under way stays.
  mutating func dropOverflow() -> [Entry] {
    var bytes = entries.reduce(0) { $0 + $1.bytes }
    var dropped: [Entry] = []
    for entry in entries where !underWay.contains(entry.name) {
      guard entries.count - dropped.count > limits.count || bytes > limits.bytes else { break }
      bytes -= entry.bytes
      dropped.append(entry)
    }
    remove(dropped)
    return dropped
  }

  /// Takes out what is too old to be told any more.
  ///
  /// - Parameter now: milliseconds since the epoch.
  mutating func dropExpired(now: Int64) -> [Entry] {
    let oldest = now - limits.age.nanoseconds / 1_000_000
    let dropped = entries.filter { $0.posted < oldest && !underWay.contains($0.name) }
    remove(dropped)
    return dropped
  }

  /// What is to be sent now: the first of each job, if its time has come.
  ///
  /// - Parameter now: on the monotonic clock, in nanoseconds.
  mutating func begin(now: Int64) -> [Entry] {
    var begun: [Entry] = []
    var jobs: Set<String> = []
    for entry in entries where jobs.insert(entry.job).inserted {
      guard underWay.count < limits.parallelism else { break }
      guard entry.due <= now, !underWay.contains(entry.name) else { continue }
      underWay.insert(entry.name)
      begun.append(entry)
    }
    return begun
  }

  /// Takes note of an answer: a ping that was sent or refused is taken out, another waits for its next attempt.
  mutating func end(
    _ name: String, _ verdict: PingVerdict, now: Int64, using generator: inout some RandomNumberGenerator
  ) {
    underWay.remove(name)
    guard let index = entries.firstIndex(where: { $0.name == name }) else { return }
    guard case .again(_, let after) = verdict else {
      entries.remove(at: index)
      return
    }
    entries[index].attempts += 1
    let wait = max(limits.retry.wait(after: entries[index].attempts, using: &generator), min(after, limits.age))
    entries[index].due = now + wait.nanoseconds
  }

  /// When the next one is due, on the monotonic clock; nil if only answers are waited for.
  var nextDue: Int64? {
    guard underWay.count < limits.parallelism else { return nil }
    var jobs: Set<String> = []
    return entries.filter { jobs.insert($0.job).inserted && !underWay.contains($0.name) }.map(\.due).min()
  }

  private mutating func remove(_ dropped: [Entry]) {
    guard !dropped.isEmpty else { return }
    let names = Set(dropped.map(\.name))
    entries.removeAll { names.contains($0.name) }
  }
}

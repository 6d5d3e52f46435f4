package import JobsCore

/// How far the lines of an execution were read.
///
/// Clouds take lines in late and out of order, so each reading begins a while before the newest line; what was handed on
/// before is known by its time and id. A line that comes later than that is lost to whoever follows, and `logs` shows it.
package struct LineCursor: Sendable {
  private struct Key: Hashable {
    var time: Instant
    var id: String
  }

  private var newest: Instant?
  private var seen: Set<Key> = []

  /// Seconds before the newest line at which reading begins again.
  static let overlap: Int64 = 60

  package init() {}

  /// Where to read from; nil for the beginning.
  package var from: Instant? { newest?.adding(seconds: -Self.overlap) }

  /// The lines that were not handed on before.
  package mutating func take(_ lines: [RemoteLine]) -> [RemoteLine] {
    var fresh: [RemoteLine] = []
    for line in lines where seen.insert(Key(time: line.time, id: line.id)).inserted {
      fresh.append(line)
      newest = max(newest ?? line.time, line.time)
    }
    return fresh
  }

  /// Forgets lines that will not be read again; to be called between two readings.
  package mutating func settle() {
    guard let from, seen.count > Self.patience else { return }
    seen = seen.filter { $0.time >= from }
  }

  /// Lines that are remembered without a look at their times.
  private static let patience = 10_000
}

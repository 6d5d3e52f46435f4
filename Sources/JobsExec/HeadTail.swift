/// What is kept of an output: its first bytes, its last, and the count of all.
package struct HeadTail: Hashable, Sendable {
  package let headLimit: Int
  package let tailLimit: Int
  /// Bytes that came in all.
  package private(set) var total = 0
  package private(set) var head: [UInt8] = []
  /// A ring: once it is full, `start` is its oldest byte.
  private var ring: [UInt8] = []
  private var start = 0

  /// - Parameter limit: the most bytes to keep, one half from the beginning and one from the end.
  package init(limit: Int) {
    headLimit = max(limit, 0) / 2
    tailLimit = max(limit, 0) - headLimit
  }

  package mutating func append(_ bytes: ArraySlice<UInt8>) {
    total += bytes.count
    let toHead = min(headLimit - head.count, bytes.count)
    head += bytes.prefix(toHead)
    var rest = bytes.dropFirst(toHead).suffix(tailLimit)
    let toGrow = min(tailLimit - ring.count, rest.count)
    ring += rest.prefix(toGrow)
    rest = rest.dropFirst(toGrow)
    while !rest.isEmpty {
      let count = min(rest.count, ring.count - start)
      ring.replaceSubrange(start..<start + count, with: rest.prefix(count))
      start = (start + count) % ring.count
      rest = rest.dropFirst(count)
    }
  }

  package var kept: Int { head.count + ring.count }

  /// Bytes between head and tail that were let go.
  package var omitted: Int { total - kept }

  /// The bytes after the head, oldest first.
  package var tail: [UInt8] { Array(ring[start...] + ring[..<start]) }

  /// The last bytes that are kept, at most `count`.
  package func last(_ count: Int) -> [UInt8] {
    let tail = tail
    guard tail.count < count, omitted == 0 else { return Array(tail.suffix(count)) }
    return Array(head.suffix(count - tail.count)) + tail
  }

  /// Head and tail, with a line between them that says how much is missing.
  package var text: [UInt8] {
    omitted == 0 ? head + tail : head + Self.gap(omitted) + tail
  }

  /// The line that stands for what was left out.
  static func gap(_ count: Int) -> [UInt8] { Array("\n[\(count) bytes left out]\n".utf8) }
}

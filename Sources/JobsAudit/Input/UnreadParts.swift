import JobsCore

/// Policies, workloads and parts of other things, of which nobody here knows what they say, though what holds them was read: each is
/// named with its place, as far as the words stay few.
package struct UnreadParts: Sendable {
  private static let limit = 20

  private var shown: [String] = []
  private var more = 0

  package var isEmpty: Bool { shown.isEmpty }

  /// - Parameters:
  ///   - title: what the part is called, such as `the policy 'p'`.
  ///   - position: where the fault is, 1-based; asked only for what is shown.
  mutating func add(
    _ title: String, in file: String, at position: () -> (line: Int, column: Int),
    _ error: ShapeError
  ) {
    guard shown.count < Self.limit else {
      more += 1
      return
    }
    let (line, column) = position()
    shown.append("\(title) at \(Terminal.visible(file)):\(line):\(column): \(error.message)")
  }

  /// Notes the faults of something within a value, each at its place.
  mutating func add(_ title: String, in file: String, of value: ValueReader.Value, _ faults: [ShapeError]) {
    for fault in faults { add(title, in: file, at: { value.position(of: fault) }, fault) }
  }

  mutating func add(_ other: UnreadParts) {
    let room = Self.limit - shown.count
    shown += other.shown.prefix(room)
    more += other.more + max(other.shown.count - room, 0)
  }

  /// As what was not evaluated is told.
  var words: [String] {
    shown
      + (more > 0 ? ["\(more) more of the input that cannot be read"] : [])
  }
}

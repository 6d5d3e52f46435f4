/// What most values are without: it says nothing until somebody chooses.
package protocol RareValue: Sendable, Hashable {
  init()
}

/// A value that few jobs have, kept out of line, so that all the others are copied no slower for it.
package struct Rare<Value: RareValue>: Sendable, Hashable {
  private final class Storage: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
  }

  /// nil where nothing was chosen.
  private var storage: Storage?

  package init() {}

  /// Whether nothing was chosen.
  package var isEmpty: Bool { storage == nil }

  package var value: Value {
    get { storage?.value ?? Value() }
    set { storage = newValue == Value() ? nil : Storage(newValue) }
  }

  package static func == (a: Rare, b: Rare) -> Bool { a.storage === b.storage || a.value == b.value }

  package func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

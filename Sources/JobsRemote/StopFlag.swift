import Synchronization

/// Whether somebody asked a run to end; told once, and read from anywhere.
package final class StopFlag: Sendable {
  private let asked = Atomic(false)

  package init() {}

  package var isAsked: Bool { asked.load(ordering: .acquiring) }

  package func ask() { asked.store(true, ordering: .releasing) }
}

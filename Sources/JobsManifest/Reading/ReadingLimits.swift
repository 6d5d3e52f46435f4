/// What one file may cost. Each limit has a diagnostic of its own.
package struct ReadingLimits: Sendable {
  /// Bytes of one file.
  package var bytes = 64 << 20
  /// Collections inside one another.
  package var depth = 128
  /// Nodes of one document after aliases and merge keys are expanded.
  package var nodes = 1_000_000
  /// Documents in one file.
  package var documents = 1_000_000
  /// Wall-clock seconds for one document.
  package var seconds = 10.0

  package init() {}
}

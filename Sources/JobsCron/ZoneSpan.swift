/// A stretch of time in which a zone keeps one offset.
package struct ZoneSpan: Hashable, Sendable {
  /// Its first second since the epoch; `Int64.min` where the zone has no earlier offset.
  package let start: Int64
  /// The second after its last; `Int64.max` where the zone has no later offset.
  package let end: Int64
  /// Seconds east of UTC.
  package let offset: Int64
  /// The offset before `start`; the same as `offset` where nothing is before.
  package let previousOffset: Int64
  /// The offset from `end` on; the same as `offset` where nothing is after.
  package let nextOffset: Int64

  package func contains(_ epoch: Int64) -> Bool { start <= epoch && epoch < end }
}

/// A change of a zone's offset.
package struct ZoneTransition: Hashable, Sendable {
  /// The first second since the epoch with the new offset.
  package let epoch: Int64
  /// Seconds east of UTC until then.
  package let offsetBefore: Int64
  /// Seconds east of UTC from then on.
  package let offsetAfter: Int64

  /// Whether wall times are jumped over.
  package var isGap: Bool { offsetAfter > offsetBefore }

  /// The wall times that do not exist (a gap) or exist twice (a repeat), in wall seconds.
  package var walls: Range<Int64> {
    isGap ? epoch + offsetBefore..<epoch + offsetAfter : epoch + offsetAfter..<epoch + offsetBefore
  }
}

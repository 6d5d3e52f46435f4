/// Lets the same thing be said once in a while.
struct RepeatLimit {
  /// Nanoseconds between two that are let through.
  let distance: Int64
  /// By what they are about: when the last was let through, and how many were not since.
  private var said: [String: (at: Int64, held: Int)] = [:]

  init(distance: Int64) { self.distance = distance }

  /// How many were held back since the last; nil if this one is held back too.
  ///
  /// - Parameter now: on the monotonic clock, in nanoseconds.
  mutating func admit(_ subject: String, now: Int64) -> Int? {
    if let last = said[subject], now - last.at < distance {
      said[subject] = (last.at, last.held + 1)
      return nil
    }
    let held = said[subject]?.held ?? 0
    said = said.filter { now - $0.value.at < distance }
    said[subject] = (now, 0)
    return held
  }
}

extension Instant {
  /// - Parameter milliseconds: since the epoch, before it if negative.
  package init(milliseconds: Int64) {
    let part = milliseconds.floorModulo(1000)
    self.init(seconds: milliseconds.floorDivided(by: 1000), nanoseconds: Int32(part) * 1_000_000)
  }
}

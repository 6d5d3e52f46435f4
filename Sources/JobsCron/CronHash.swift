/// The values that `H` takes in the fields of one job.
struct CronHash: Sendable {
  private let bits: UInt64

  /// FNV-1a leaves the middle bits of ids alike that differ in their last letter only, so the seed goes through the
  /// finaliser of SplitMix64 first.
  init(seed: UInt64) {
    var z = seed
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    bits = z ^ (z >> 31)
  }

  /// A number from 0 up to, not including, `count`; each field looks at ten bits of its own.
  func value(for field: CronField, below count: Int) -> Int {
    let slice = Int((bits >> UInt64(field.rawValue * 10)) & 0x3ff)
    return (slice * count) >> 10
  }
}

/// How many rows stand in a bill more than once: all of them counted while there are few, and of very many a sample.
///
/// The sample holds each row whose hash lies below a bound, and the bound is halved where it gets too large. So it takes the
/// same little memory for any bill, and does not depend on the order of rows.
struct RowSample {
  /// The most hashes that are kept of all rows.
  static let limit = 1 << 16
  /// The most that are kept of a sample: as many as a core has at hand.
  static let sampleLimit = 1 << 14

  /// The bits of a hash that have to be zero; doubled and one more each time.
  private var mask: UInt64 = 0
  /// Hashes that are not zero, in open addressing.
  private var slots: [UInt64] = Array(repeating: 0, count: 1024)
  private var kept = 0
  /// Rows of the sample that were met before, by the bound that let them in.
  private var repeated: [UInt64: Int] = [:]

  /// One in so many rows is in it.
  var rate: Int { Int(mask) + 1 }

  /// Rows of the sample that stood there before.
  var repeats: Int { repeated.values.reduce(0, +) }

  @inline(__always)
  mutating func add(_ hash: UInt64) {
    // The low bits choose, the high ones place.
    guard hash & mask == 0, hash != 0 else { return }
    insert(hash)
  }

  @inline(never)
  private mutating func insert(_ hash: UInt64) {
    var slot = place(hash)
    while slots[slot] != 0 {
      if slots[slot] == hash {
        repeated[hash, default: 0] += 1
        return shrink()
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = hash
    kept += 1
    if kept * 2 > slots.count { grow() }
    shrink()
  }

  private func place(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1) }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: slots.count * 2)
    for hash in old where hash != 0 { put(hash) }
  }

  private mutating func put(_ hash: UInt64) {
    var slot = place(hash)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = hash
  }

  /// Halves the bound as often as it takes.
  private mutating func shrink() {
    while kept + repeated.count > (mask == 0 ? Self.limit : Self.sampleLimit) { narrow(to: mask << 1 | 1) }
  }

  /// Keeps what lies below a bound that is not above that of now.
  private mutating func narrow(to bound: UInt64) {
    mask = bound
    let old = slots
    slots = Array(repeating: 0, count: 1024)
    kept = 0
    for hash in old where hash != 0 && hash & mask == 0 {
      put(hash)
      kept += 1
      if kept * 2 > slots.count { grow() }
    }
    repeated = repeated.filter { $0.key & mask == 0 }
  }

  /// Adds what another thread has met.
  mutating func merge(_ other: RowSample) {
    narrow(to: mask | other.mask)
    for hash in other.slots { add(hash) }
    for (hash, count) in other.repeated where hash & mask == 0 { repeated[hash, default: 0] += count }
    shrink()
  }
}

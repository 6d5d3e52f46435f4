/// Numbers for keys of eight words, from 0 on in the order in which they were met.
struct GroupTable {
  private(set) var keys: [SIMD8<UInt32>] = []
  /// A number and one, or 0 for none.
  private var slots: [UInt32] = Array(repeating: 0, count: 256)

  /// nil where there are too many.
  @inline(__always)
  mutating func number(_ key: SIMD8<UInt32>) -> Int? {
    var slot = place(key)
    while slots[slot] > 0 {
      let number = Int(slots[slot]) - 1
      if keys[number] == key { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return add(key)
  }

  @inline(__always)
  private func place(_ key: SIMD8<UInt32>) -> Int {
    let words = unsafeBitCast(key, to: SIMD4<UInt64>.self)
    var hash = words[0] &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ hash >> 29 ^ words[1]) &* 0xD6E8_FEB8_6659_FD93
    hash = (hash ^ hash >> 32 ^ words[2]) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ hash >> 29 ^ words[3]) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
  }

  @inline(never)
  private mutating func add(_ key: SIMD8<UInt32>) -> Int? {
    guard keys.count < BillTally.limit else { return nil }
    keys.append(key)
    if keys.count * 2 > slots.count {
      slots = Array(repeating: 0, count: slots.count * 2)
      for number in keys.indices { put(number) }
    } else {
      put(keys.count - 1)
    }
    return keys.count - 1
  }

  private mutating func put(_ number: Int) {
    var slot = place(keys[number])
    while slots[slot] > 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(number + 1)
  }
}

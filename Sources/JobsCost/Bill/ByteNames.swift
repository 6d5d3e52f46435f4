/// Numbers for names that are met again and again, from 0 on in the order in which they were met.
struct ByteNames {
  /// The most names; what bills are grouped by has fewer.
  static let limit = 200_000

  private var text: [UInt8] = []
  /// Where each name ends in `text`.
  private var ends: [Int] = [0]
  private var hashes: [UInt64] = []
  /// A number and one, or 0 for none.
  private var slots: [UInt32] = Array(repeating: 0, count: 64)

  var count: Int { hashes.count }

  func name(_ number: Int) -> String { String(decoding: text[ends[number]..<ends[number + 1]], as: UTF8.self) }

  /// The number of a name; nil where there are too many.
  @inline(__always)
  mutating func number(_ name: BillBytes) -> Int? {
    let hash = name.hash64
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] > 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, isName(number, name) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return add(name, hash)
  }

  @inline(__always)
  private func isName(_ number: Int, _ name: BillBytes) -> Bool {
    text.withUnsafeBufferPointer { $0.part(ends[number], ends[number + 1]).equals(name) }
  }

  @inline(never)
  private mutating func add(_ name: BillBytes, _ hash: UInt64) -> Int? {
    guard count < Self.limit else { return nil }
    text.append(contentsOf: name)
    ends.append(text.count)
    hashes.append(hash)
    if count * 2 > slots.count {
      slots = Array(repeating: 0, count: slots.count * 2)
      for number in hashes.indices { place(number) }
    } else {
      place(count - 1)
    }
    return count - 1
  }

  private mutating func place(_ number: Int) {
    var slot = Int(truncatingIfNeeded: hashes[number]) & (slots.count - 1)
    while slots[slot] > 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(number + 1)
  }
}

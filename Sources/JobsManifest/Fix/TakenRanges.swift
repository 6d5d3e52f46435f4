/// Places of a file that patches of one pass change already, in order.
struct TakenRanges {
  private var ranges: [Range<Int>] = []

  /// Whether a place lies over a taken one, or inserts at its border, where the order of two texts would be left open.
  func touches(_ range: Range<Int>) -> Bool {
    for other in ranges[firstIndex(endingFrom: range.lowerBound)...] {
      guard other.lowerBound <= range.upperBound else { return false }
      if other.overlaps(range) || other.isEmpty || range.isEmpty { return true }
    }
    return false
  }

  mutating func insert(_ range: Range<Int>) {
    var at = firstIndex(endingFrom: range.lowerBound)
    while at < ranges.count, ranges[at].lowerBound < range.lowerBound { at += 1 }
    ranges.insert(range, at: at)
  }

  /// The first taken place that ends at or behind an offset.
  private func firstIndex(endingFrom offset: Int) -> Int {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

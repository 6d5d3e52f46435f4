/// Which lines of a text have to go and which have to come so that it becomes another.
enum LineDifference {
  /// Lines of the old text that are replaced by lines of the new one; 0-based, in order, apart from each other.
  struct Change: Equatable {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// Above so many lines on both sides the exact search, whose cost grows with the square, is not begun.
  private static let exactLimit = 4000

  static func changes(from old: [ArraySlice<UInt8>], to new: [ArraySlice<UInt8>]) -> [Change] {
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func number(_ line: ArraySlice<UInt8>) -> Int {
      if let known = numbers[line] { return known }
      numbers[line] = numbers.count
      return numbers.count - 1
    }
    let a = old.map(number)
    let b = new.map(number)
    var changes: [Change] = []
    compare(a, 0..<a.count, b, 0..<b.count, mayAnchor: true, &changes)
    return changes
  }

  private static func compare(
    _ a: [Int], _ whole: Range<Int>, _ b: [Int], _ other: Range<Int>, mayAnchor: Bool, _ changes: inout [Change]
  ) {
    var old = whole
    var new = other
    while let x = old.first, let y = new.first, a[x] == b[y] {
      old = x + 1..<old.upperBound
      new = y + 1..<new.upperBound
    }
    while let x = old.last, let y = new.last, a[x] == b[y] {
      old = old.lowerBound..<x
      new = new.lowerBound..<y
    }
    guard !old.isEmpty, !new.isEmpty else {
      if !old.isEmpty || !new.isEmpty { append(Change(old: old, new: new), &changes) }
      return
    }
    if old.count + new.count <= exactLimit { return search(a, old, b, new, &changes) }
    guard mayAnchor else { return append(Change(old: old, new: new), &changes) }
    var from = (old.lowerBound, new.lowerBound)
    for anchor in anchors(a, old, b, new) {
      compare(a, from.0..<anchor.old, b, from.1..<anchor.new, mayAnchor: false, &changes)
      from = (anchor.old + 1, anchor.new + 1)
    }
    compare(a, from.0..<old.upperBound, b, from.1..<new.upperBound, mayAnchor: false, &changes)
  }

  /// Myers' shortest script, as the standard library has it.
  private static func search(_ a: [Int], _ old: Range<Int>, _ b: [Int], _ new: Range<Int>, _ changes: inout [Change]) {
    let difference = b[new].difference(from: a[old])
    let removed = Set(difference.removals.map { step in offset(of: step) + old.lowerBound })
    let added = Set(difference.insertions.map { step in offset(of: step) + new.lowerBound })
    var x = old.lowerBound
    var y = new.lowerBound
    while x < old.upperBound || y < new.upperBound {
      let from = (x, y)
      while removed.contains(x) { x += 1 }
      while added.contains(y) { y += 1 }
      if (x, y) != from {
        append(Change(old: from.0..<x, new: from.1..<y), &changes)
      } else {
        x += 1
        y += 1
      }
    }
  }

  private static func offset(of step: CollectionDifference<Int>.Change) -> Int {
    switch step {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }

  private static func append(_ change: Change, _ changes: inout [Change]) {
    if let last = changes.last, last.old.upperBound == change.old.lowerBound,
      last.new.upperBound == change.new.lowerBound
    {
      changes[changes.count - 1] = Change(
        old: last.old.lowerBound..<change.old.upperBound, new: last.new.lowerBound..<change.new.upperBound)
    } else {
      changes.append(change)
    }
  }

  /// Lines that stand once on either side, as many as keep their order (Cohen's patience diff).
  private static func anchors(_ a: [Int], _ old: Range<Int>, _ b: [Int], _ new: Range<Int>) -> [(old: Int, new: Int)] {
    func once(_ lines: [Int], _ range: Range<Int>) -> [Int: Int] {
      var places: [Int: Int] = [:]
      for at in range { places[lines[at]] = places[lines[at]] == nil ? at : -1 }
      return places.filter { $0.value >= 0 }
    }
    let theirs = once(b, new)
    let pairs = once(a, old).compactMap { line, at in theirs[line].map { (old: at, new: $0) } }.sorted {
      $0.old < $1.old
    }
    // The longest run of pairs that rises on both sides: the smallest end of a run of each length, and whom it follows.
    var ends: [Int] = []
    var previous = [Int?](repeating: nil, count: pairs.count)
    for at in pairs.indices {
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[ends[middle]].new < pairs[at].new { low = middle + 1 } else { high = middle }
      }
      previous[at] = low > 0 ? ends[low - 1] : nil
      if low == ends.count { ends.append(at) } else { ends[low] = at }
    }
    var chain: [(old: Int, new: Int)] = []
    var at = ends.last
    while let here = at {
      chain.append(pairs[here])
      at = previous[here]
    }
    return chain.reversed()
  }
}

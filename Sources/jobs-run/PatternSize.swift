/// How many parts an extended regular expression has once its repetitions are written out.
struct PatternSize {
  enum Fault { case reference, size }

  let limit: Int
  /// Of the groups that are open, without their last part.
  private var groups = [0]
  private var last = 0

  init(limit: Int) { self.limit = limit }

  /// What is wrong with it; syntax is not judged.
  mutating func measure(_ pattern: [UInt8]) -> Fault? {
    var at = 0
    while at < pattern.count {
      switch pattern[at] {
      case UInt8(ascii: "\\"):
        at += 1
        if at < pattern.count, (49...57).contains(pattern[at]) { return .reference }
        add(1)
      case UInt8(ascii: "["):
        at = Self.bracketEnd(pattern, at)
        add(1)
      case UInt8(ascii: "("):
        add(0)
        groups.append(0)
      case UInt8(ascii: ")"):
        guard groups.count > 1 else { break }
        last += groups.removeLast()
      case UInt8(ascii: "{"): at = repeatLast(pattern, at)
      case UInt8(ascii: "|"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"): break
      default: add(1)
      }
      if groups.reduce(last, +) > limit { return .size }
      at += 1
    }
    return nil
  }

  private mutating func add(_ size: Int) {
    groups[groups.count - 1] += last
    last = size
  }

  /// Reads `{n}`, `{n,}` or `{n,m}`; anything else is a brace. Returns the place of its last byte.
  private mutating func repeatLast(_ pattern: [UInt8], _ start: Int) -> Int {
    guard let end = pattern[start...].firstIndex(of: UInt8(ascii: "}")) else { return start }
    let bounds = pattern[(start + 1)..<end].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    let numbers = bounds.map { Int(String(decoding: $0, as: UTF8.self)) }
    guard bounds.count <= 2, numbers.contains(where: { $0 != nil }) else { return start }
    let most = numbers.compactMap(\.self).max() ?? 1
    last = max(last, 1) * min(max(most, 1), limit + 1)
    return end
  }

  /// The place of the bracket that closes one; classes such as `[:digit:]` have brackets of their own.
  private static func bracketEnd(_ pattern: [UInt8], _ start: Int) -> Int {
    var at = start + 1
    if at < pattern.count, pattern[at] == UInt8(ascii: "^") { at += 1 }
    if at < pattern.count, pattern[at] == UInt8(ascii: "]") { at += 1 }
    while at < pattern.count, pattern[at] != UInt8(ascii: "]") {
      if pattern[at] == UInt8(ascii: "["), at + 1 < pattern.count, ":.=".utf8.contains(pattern[at + 1]) {
        let mark = pattern[at + 1]
        at += 2
        while at + 1 < pattern.count, !(pattern[at] == mark && pattern[at + 1] == UInt8(ascii: "]")) { at += 1 }
        at += 1
      }
      at += 1
    }
    return min(at, pattern.count - 1)
  }
}

/// Writes a set of numbers as a field of a schedule.
enum CronSetText {
  /// - Parameters:
  ///   - all: what the field allows.
  ///   - star: whether the text has to start with `*`, since cron looks at that letter; a set that was written so
  ///     always has the first number.
  ///   - openSteps: whether `a/n` is standard and so preferred to `a-b/n`.
  static func text(_ set: [Int], of all: ClosedRange<Int>, star: Bool, openSteps: Bool = false) -> String {
    if star { return starred(set, of: all) }
    if set.count > 1, set.count == all.count { return "\(all.lowerBound)-\(all.upperBound)" }
    if let step = CronWords.step(set), step > 1 {
      let last = set[set.count - 1]
      return openSteps && last + step > all.upperBound
        ? "\(set[0])/\(step)" : "\(set[0])-\(last)/\(step)"
    }
    return runs(set)
  }

  private static func starred(_ set: [Int], of all: ClosedRange<Int>) -> String {
    if set.count == all.count { return "*" }
    let members = Set(set)
    for step in 2...all.count {
      let steps = Array(stride(from: all.lowerBound, through: all.upperBound, by: step))
      guard steps.allSatisfy(members.contains) else { continue }
      let rest = members.subtracting(steps).sorted()
      return rest.isEmpty ? "*/\(step)" : "*/\(step),\(runs(rest))"
    }
    return runs(set)
  }

  private static func runs(_ set: [Int]) -> String {
    var parts: [String] = []
    var index = 0
    while index < set.count {
      var end = index
      while end + 1 < set.count, set[end + 1] == set[end] + 1 { end += 1 }
      if end - index >= 2 {
        parts.append("\(set[index])-\(set[end])")
      } else {
        parts += set[index...end].map { String($0) }
      }
      index = end + 1
    }
    return parts.joined(separator: ",")
  }
}

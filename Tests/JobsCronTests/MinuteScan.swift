import JobsCron

/// A slow second opinion: looks at every minute, reads five fields in its own way and knows nothing of spans.
struct MinuteScan {
  private let fields: [Set<Int>]
  private let dayAndWeekday: Bool
  private let isFixed: Bool

  init(_ text: String) {
    let parts = text.split(separator: " ").map(String.init)
    let sizes = [0...59, 0...23, 1...31, 1...12, 0...6]
    fields = zip(parts, sizes).map { MinuteScan.field($0, $1) }
    dayAndWeekday = parts[2].hasPrefix("*") || parts[4].hasPrefix("*")
    isFixed = !parts[0].hasPrefix("*") && !parts[1].hasPrefix("*")
  }

  private static func field(_ text: String, _ size: ClosedRange<Int>) -> Set<Int> {
    var set: Set<Int> = []
    for item in text.split(separator: ",") {
      let halves = item.split(separator: "/")
      let step = halves.count == 2 ? Int(halves[1]) ?? 1 : 1
      let ends = halves[0].split(separator: "-").compactMap { Int($0) }
      let first = ends.first ?? size.lowerBound
      let last = ends.count == 2 ? ends[1] : ends.count == 1 && halves.count == 1 ? first : size.upperBound
      var number = first
      while number <= last {
        set.insert(size.upperBound == 6 ? number % 7 : number)
        number += step
      }
    }
    return set
  }

  func matches(_ wall: WallTime) -> Bool {
    let minute = wall.secondOfDay / 60
    guard wall.secondOfDay % 60 == 0, fields[0].contains(minute % 60), fields[1].contains(minute / 60),
      fields[3].contains(wall.month)
    else { return false }
    let day = fields[2].contains(wall.dayOfMonth)
    let weekday = fields[4].contains(wall.weekday)
    return dayAndWeekday ? day && weekday : day || weekday
  }

  /// Instants are kept by what the clock shows; a wall minute with none is in a gap, one with two is repeated.
  func fires(in range: Range<Int64>, _ zone: Zone, _ dst: DSTPolicy) -> [Int64] {
    let margin: Int64 = 25 * 3600
    let scan = range.lowerBound - margin..<range.upperBound + margin
    var shown: [Int64: [Int64]] = [:]
    var jumps: [(from: Int64, to: Int64, end: Int64)] = []
    var before: Int64?
    for epoch in stride(from: scan.lowerBound, to: scan.upperBound, by: 60) {
      let wall = zone.wall(at: epoch).seconds
      shown[wall, default: []].append(epoch)
      if let before, wall > before + 60 { jumps.append((before + 60, wall, epoch)) }
      before = wall
    }
    var found: Set<Int64> = []
    for (wall, instants) in shown where matches(WallTime(seconds: wall)) {
      if !isFixed || instants.count == 1 {
        found.formUnion(instants)
      } else {
        switch dst.repeat {
        case .first: found.insert(instants[0])
        case .second: found.insert(instants[1])
        case .both: found.formUnion(instants)
        }
      }
    }
    if isFixed, dst.gap == .runAfter {
      for jump in jumps {
        let missing = stride(from: jump.from, to: jump.to, by: 60)
        if missing.contains(where: { matches(WallTime(seconds: $0)) }) { found.insert(jump.end) }
      }
    }
    return found.filter(range.contains).sorted()
  }
}

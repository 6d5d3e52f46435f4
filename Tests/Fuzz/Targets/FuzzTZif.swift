import JobsCron

/// Zone files: whatever is read has spans without gaps, offsets that agree with them, and lets schedules fire in order.
func fuzzTZif(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  Property.inTime(bytes: count) {
    do throws(ZoneError) {
      check(try Zone.parse(bytes, name: "Test/Zone"))
    } catch {
      Property.hold(error.code == .malformed || error.code == .rule, "an unusable file is malformed", "\(error)")
    }
  }
  return 0
}

/// The years 1, 1900, 2026, 2040 and 9990.
private let instants: [Int64] = [-62_135_596_800, -2_208_988_800, 1_774_746_000, 2_208_988_800, 253_086_768_000]

private func check(_ zone: Zone) {
  for instant in instants {
    var at = instant
    for _ in 0..<8 {
      let span = zone.span(at: at)
      Property.hold(span.contains(at), "a span holds its instant", "\(at) \(span)")
      Property.hold(zone.utcOffset(at: at) == span.offset, "a span has the offset of its instants", "\(at) \(span)")
      Property.hold(abs(span.offset) <= 8 * 86_400, "an offset is bounded", "\(span)")
      guard span.end < 253_402_300_800 else { break }
      Property.hold(zone.utcOffset(at: span.end) == span.nextOffset, "a span knows the next offset", "\(span)")
      at = span.end
    }
    for schedule in schedules {
      var after = instant
      for _ in 0..<3 {
        guard let fire = schedule.nextFire(after: after, in: zone) else { break }
        Property.hold(fire > after, "fires increase", "'\(schedule.text)': \(fire) after \(after)")
        let back = schedule.previousFire(before: fire + 1, in: zone)
        Property.hold(
          back == fire, "a fire is found backwards", "'\(schedule.text)': \(fire), \(String(describing: back))")
        after = fire
      }
    }
  }
}

private let schedules = ["30 2 * * *", "*/7 * * * *", "0 0 29 2 *"].map { text -> CronExpression in
  guard let schedule = try? CronExpression.parse(text, dialect: .unix, seed: nil) else {
    preconditionFailure("'\(text)'")
  }
  return schedule
}

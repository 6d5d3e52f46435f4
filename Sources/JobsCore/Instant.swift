import Glibc

/// A point on the real-time clock: seconds since 1970-01-01T00:00:00Z and nanoseconds within the second.
package struct Instant: Hashable, Comparable, Sendable {
  package var seconds: Int64
  /// 0 up to 999,999,999.
  package var nanoseconds: Int32

  package init(seconds: Int64, nanoseconds: Int32 = 0) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// The real-time clock now.
  package static func now() -> Instant {
    var t = timespec()
    clock_gettime(CLOCK_REALTIME, &t)
    return Instant(seconds: Int64(t.tv_sec), nanoseconds: Int32(t.tv_nsec))
  }

  package static func < (a: Instant, b: Instant) -> Bool {
    (a.seconds, a.nanoseconds) < (b.seconds, b.nanoseconds)
  }

  /// Seconds from `start` to here, with a fraction.
  package func seconds(since start: Instant) -> Double {
    Double(seconds - start.seconds) + Double(nanoseconds - start.nanoseconds) / 1e9
  }

  package func adding(seconds more: Int64) -> Instant {
    Instant(seconds: seconds + more, nanoseconds: nanoseconds)
  }

  /// Milliseconds since the epoch, rounded down.
  package var milliseconds: Int64 { seconds * 1000 + Int64(nanoseconds / 1_000_000) }
}

extension Instant {
  /// RFC 3339 in UTC, with milliseconds where there are any: `2027-03-28T01:00:00Z`, `2027-03-28T01:00:00.250Z`.
  package var rfc3339: String {
    let date = CivilDate(daysSinceEpoch: seconds.floorDivided(by: 86400))
    let second = Int(seconds.floorModulo(86400))
    let millis = Int(nanoseconds) / 1_000_000
    let year = date.year >= 0 && date.year < 10000 ? "" : String(date.year)
    return String(unsafeUninitializedCapacity: year.utf8.count + 24) { buffer in
      var length = 0
      func put(_ byte: UInt8) {
        buffer[length] = byte
        length += 1
      }
      func put(_ mark: Unicode.Scalar?, _ value: Int, _ width: Int) {
        if let mark { put(UInt8(ascii: mark)) }
        var rest = value
        for place in stride(from: length + width - 1, through: length, by: -1) {
          buffer[place] = UInt8(48 + rest % 10)
          rest /= 10
        }
        length += width
      }
      if year.isEmpty { put(nil, Int(date.year), 4) } else { year.utf8.forEach(put) }
      put("-", date.month, 2)
      put("-", date.day, 2)
      put("T", second / 3600, 2)
      put(":", second / 60 % 60, 2)
      put(":", second % 60, 2)
      if millis > 0 { put(".", millis, 3) }
      put(UInt8(ascii: "Z"))
      return length
    }
  }

  /// Reads RFC 3339 with `Z` or a numeric offset and up to nine digits of a fraction; nil for anything else.
  package init?(rfc3339 text: some StringProtocol) {
    let b = Array(text.utf8)
    func number(_ from: Int, _ count: Int) -> Int? {
      guard from + count <= b.count else { return nil }
      var value = 0
      for i in from..<from + count {
        guard b[i] >= 48, b[i] <= 57 else { return nil }
        value = value * 10 + Int(b[i] - 48)
      }
      return value
    }
    guard b.count >= 20, b[4] == 45, b[7] == 45, b[10] | 32 == 116 || b[10] == 32, b[13] == 58, b[16] == 58,
      let year = number(0, 4), let month = number(5, 2), let day = number(8, 2), let hour = number(11, 2),
      let minute = number(14, 2), let second = number(17, 2), (1...12).contains(month),
      (1...CivilDate.days(in: month, of: Int64(year))).contains(day), hour < 24, minute < 60, second < 61
    else { return nil }
    var i = 19
    var nanos = 0
    if b[i] == 46 {
      i += 1
      var digits = 0
      while i < b.count, b[i] >= 48, b[i] <= 57, digits < 9 {
        nanos = nanos * 10 + Int(b[i] - 48)
        digits += 1
        i += 1
      }
      guard digits > 0 else { return nil }
      for _ in digits..<9 { nanos *= 10 }
    }
    guard i < b.count else { return nil }
    var offset = 0
    if b[i] | 32 == 122 {
      guard i + 1 == b.count else { return nil }
    } else {
      guard b[i] == 43 || b[i] == 45, i + 6 == b.count, b[i + 3] == 58, let h = number(i + 1, 2),
        let m = number(i + 4, 2), h < 24, m < 60
      else { return nil }
      offset = (h * 3600 + m * 60) * (b[i] == 43 ? 1 : -1)
    }
    let days = CivilDate(year: Int64(year), month: month, day: day).daysSinceEpoch
    self.init(
      seconds: days * 86400 + Int64(hour * 3600 + minute * 60 + second - offset), nanoseconds: Int32(nanos))
  }
}

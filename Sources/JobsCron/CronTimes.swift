/// The times of day at which a schedule fires: bit n of a set stands for the number n.
struct CronTimes: Hashable, Sendable {
  /// Bits 0 up to 59.
  var seconds: UInt64
  /// Bits 0 up to 59.
  var minutes: UInt64
  /// Bits 0 up to 23.
  var hours: UInt64

  var first: Int {
    hours.trailingZeroBitCount * 3600 + minutes.trailingZeroBitCount * 60 + seconds.trailingZeroBitCount
  }

  var last: Int { highest(hours) * 3600 + highest(minutes) * 60 + highest(seconds) }

  /// How many fires a matching day has.
  var count: Int { hours.nonzeroBitCount * minutes.nonzeroBitCount * seconds.nonzeroBitCount }

  /// The first time of the set that is not before `second`, in seconds of the day; nil when the day is over.
  func next(onOrAfter second: Int) -> Int? {
    let hour = second / 3600
    let minute = second / 60 % 60
    let lateHours = hours >> UInt64(hour)
    if lateHours & 1 == 1 {
      let lateMinutes = minutes >> UInt64(minute)
      if lateMinutes & 1 == 1 {
        let lateSeconds = seconds >> UInt64(second % 60)
        if lateSeconds != 0 { return second + lateSeconds.trailingZeroBitCount }
      }
      let after = lateMinutes & ~1
      if after != 0 {
        return hour * 3600 + (minute + after.trailingZeroBitCount) * 60 + seconds.trailingZeroBitCount
      }
    }
    let after = lateHours & ~1
    if after == 0 { return nil }
    let found = hour + after.trailingZeroBitCount
    return found * 3600 + minutes.trailingZeroBitCount * 60 + seconds.trailingZeroBitCount
  }

  /// The last time of the set that is not after `second`, in seconds of the day; nil when there is none so early.
  func previous(onOrBefore second: Int) -> Int? {
    let hour = second / 3600
    let minute = second / 60 % 60
    if hours >> UInt64(hour) & 1 == 1 {
      if minutes >> UInt64(minute) & 1 == 1 {
        let early = upTo(second % 60, seconds)
        if early != 0 { return hour * 3600 + minute * 60 + highest(early) }
      }
      let early = minute == 0 ? 0 : upTo(minute - 1, minutes)
      if early != 0 { return hour * 3600 + highest(early) * 60 + highest(seconds) }
    }
    let early = hour == 0 ? 0 : upTo(hour - 1, hours)
    if early == 0 { return nil }
    return highest(early) * 3600 + highest(minutes) * 60 + highest(seconds)
  }

  /// How many times of the set lie before `second`, 0 up to 86,400.
  func count(before second: Int) -> Int {
    if second >= 86400 { return count }
    let hour = second / 3600
    let minute = second / 60 % 60
    var total = below(hour, hours).nonzeroBitCount * minutes.nonzeroBitCount * seconds.nonzeroBitCount
    if hours >> UInt64(hour) & 1 == 1 {
      total += below(minute, minutes).nonzeroBitCount * seconds.nonzeroBitCount
      if minutes >> UInt64(minute) & 1 == 1 { total += below(second % 60, seconds).nonzeroBitCount }
    }
    return total
  }

  private func upTo(_ bit: Int, _ set: UInt64) -> UInt64 { set & (.max >> UInt64(63 - bit)) }

  private func below(_ bit: Int, _ set: UInt64) -> UInt64 { set & ((1 << UInt64(bit)) - 1) }

  private func highest(_ set: UInt64) -> Int { 63 - set.leadingZeroBitCount }
}

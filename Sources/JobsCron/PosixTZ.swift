/// A POSIX rule for a zone: the footer of a TZif file, or the variable `TZ`.
///
/// `std offset [dst [offset] [,start[/time],end[/time]]]`, with the extension of RFC 9636 that times run from -167 to 167
/// hours. In the text offsets count west of UTC; here they are seconds east of it.
struct PosixTZ: Hashable, Sendable {
  let standardOffset: Int64
  let daylight: Daylight?

  struct Daylight: Hashable, Sendable {
    let offset: Int64
    let start: YearDay
    let end: YearDay
  }

  /// A day of each year and a time on it.
  struct YearDay: Hashable, Sendable {
    enum Rule: Hashable, Sendable {
      /// `Jn`: 1 up to 365, 29 February is never counted.
      case julian(Int)
      /// `n`: 0 up to 365, 29 February is counted.
      case ordinal(Int)
      /// `Mm.w.d`: the w-th (5: last) weekday d, 0 is Sunday, of month m.
      case monthly(month: Int, week: Int, weekday: Int)
    }

    let rule: Rule
    /// Seconds of wall time after that day's midnight, negative for the day before.
    let time: Int64

    /// The wall time of the change in a year, in wall seconds.
    func wall(in year: Int) -> Int64 {
      let day: Int
      switch rule {
      case .julian(let n):
        let january = CivilDay.number(year: year, month: 1, day: 1)
        day = january + n - 1 + (n >= 60 && CivilDay.isLeap(year) ? 1 : 0)
      case .ordinal(let n):
        day = CivilDay.number(year: year, month: 1, day: 1) + n
      case .monthly(let month, let week, let weekday):
        let first = CivilDay.number(year: year, month: month, day: 1)
        let toWeekday = (weekday - CivilDay.weekday(number: first) + 7) % 7
        var offset = toWeekday + (week - 1) * 7
        if offset >= CivilDay.days(inMonth: month, of: year) { offset -= 7 }
        day = first + offset
      }
      return Int64(day) * 86400 + time
    }
  }
}

extension PosixTZ {
  /// An instant from which an offset holds.
  struct Change: Hashable, Sendable {
    let epoch: Int64
    let offset: Int64
  }

  /// The changes that the rule makes in some years, ascending, and no two at one instant.
  func changes(fromYear first: Int, throughYear last: Int) -> [Change] {
    guard let daylight, first <= last else { return [] }
    var changes: [Change] = []
    changes.reserveCapacity((last - first + 1) * 2)
    func add(_ change: Change) {
      var index = changes.count
      while index > 0, changes[index - 1].epoch > change.epoch { index -= 1 }
      changes.insert(change, at: index)
    }
    // Daylight saving that ends when the next begins lasts on: of two changes at one instant the start counts.
    for year in first...last {
      let end = Change(epoch: daylight.end.wall(in: year) - daylight.offset, offset: standardOffset)
      let start = Change(epoch: daylight.start.wall(in: year) - standardOffset, offset: daylight.offset)
      add(start)
      add(end)
    }
    var kept: [Change] = []
    kept.reserveCapacity(changes.count)
    for change in changes {
      if let last = kept.last, last.epoch == change.epoch {
        kept.removeLast()
        kept.append(Change(epoch: change.epoch, offset: daylight.offset))
      } else {
        kept.append(change)
      }
    }
    return kept
  }

  /// The same rule without daylight saving that lasts all the year and so changes nothing, such as
  /// `EST5EDT,0/0,J365/25`.
  var settled: PosixTZ {
    guard daylight != nil else { return self }
    let offsets = changes(fromYear: 2000, throughYear: 2000 + Self.cycle).map(\.offset).dropFirst().dropLast()
    guard let first = offsets.first, offsets.allSatisfy({ $0 == first }) else { return self }
    return PosixTZ(standardOffset: first, daylight: nil)
  }

  func offset(at epoch: Int64) -> Int64 { daylight == nil ? standardOffset : span(at: epoch).offset }

  /// Years after which weekdays have met every date, but for a century that is no leap year.
  private static let cycle = 40

  /// The stretch with one offset that an instant lies in; it looks at the years around, and as far as a stretch goes.
  func span(at epoch: Int64) -> ZoneSpan {
    let clamped = max(Zone.earliest, min(Zone.latest, epoch))
    let year = WallTime(seconds: clamped).year
    // Where start and end of daylight saving meet in some years, a stretch lasts for several.
    for margin in [2, Self.cycle] {
      if let span = span(at: clamped, fromYear: year - margin, throughYear: year + margin) { return span }
    }
    return ZoneSpan(
      start: .min, end: .max, offset: standardOffset, previousOffset: standardOffset, nextOffset: standardOffset)
  }

  /// Nil where the changes of these years do not bound the stretch.
  private func span(at epoch: Int64, fromYear first: Int, throughYear last: Int) -> ZoneSpan? {
    var changes: [Change] = []
    for change in self.changes(fromYear: first, throughYear: last) where changes.last?.offset != change.offset {
      changes.append(change)
    }
    guard let index = changes.lastIndex(where: { $0.epoch <= epoch }), index > 0, index + 1 < changes.count else {
      return nil
    }
    return ZoneSpan(
      start: changes[index].epoch, end: changes[index + 1].epoch, offset: changes[index].offset,
      previousOffset: changes[index - 1].offset, nextOffset: changes[index + 1].offset)
  }
}
